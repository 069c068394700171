package attribution

import (
	"math"
	"strings"

	"hexapla/analysis/text"
)

// decay is how much less sure each further sentence without a word of saying is.
const decay = 0.95

// caution is taken off the evidence of every sentence: to put words into a mouth is worse than to
// leave some out.
const caution = 0.4

// continuations adds the sentences that go on in a speaker's voice without a word of saying. The
// sentences up to the next word of saying are looked at together: the speaker keeps the floor up to
// the place where the evidence for him, sentence by sentence, adds up to most; from there on the
// narrator has returned. One doubtful sentence between two sure ones stays the speaker's.
//
// decide sees what a sentence looks like, and how many go before it since the word of saying, and
// says how likely it is the speaker's.
func continuations(r *reading, drafts []draft, t *Tables, decide func(sentence, since int, features []string) float64) []draft {
	w := walk{r: r, drafts: drafts, own: map[int][]int{}, covered: make([]bool, len(r.sentences)), style: r.style(drafts), decide: decide}
	for i, d := range drafts {
		w.own[d.sentence] = append(w.own[d.sentence], i)
		for _, p := range d.Content {
			for n := r.sentenceAt(p.Start); n >= 0 && n < len(r.sentences) && r.sentences[n].Start < p.End; n++ {
				w.covered[n] = w.covered[n] || r.sentences[n].Overlaps(p)
			}
		}
	}
	dropped := map[int]bool{}
	var out []draft
	for n := 0; n < len(r.sentences); {
		voice := r.holdsFloor(drafts, w.own[n])
		n++
		if voice == nil {
			continue
		}
		run := w.run(n, voice)
		confidence := min(t.precision("continues"), voice.Confidence)
		for _, m := range run[:longest(run)] {
			confidence *= decay
			if n := len(out); n == 0 || !w.extends(&out[n-1], m.sentence) {
				out = append(out, w.goesOn(m.sentence, voice, confidence))
			}
			for _, i := range w.own[m.sentence] {
				dropped[i] = true
			}
			n = m.sentence + 1
		}
	}
	for i, d := range drafts {
		if !dropped[i] {
			out = append(out, d)
		}
	}
	return out
}

// walk is the state of one pass over a document.
type walk struct {
	r       *reading
	drafts  []draft
	own     map[int][]int // drafts by sentence
	covered []bool        // lies in the content of some draft
	style   []string
	decide  func(int, int, []string) float64
}

// vote is the evidence that a sentence is the speaker's: the logarithm of the odds.
type vote struct {
	sentence int
	odds     float64
}

// run collects the votes of the sentences from n up to the next speaker's.
func (w *walk) run(n int, voice *draft) []vote {
	var out []vote
	for ; n < len(w.r.sentences); n++ {
		s, own := w.r.sentences[n], w.own[n]
		if s.title || len(own) == 0 && w.covered[n] {
			continue
		}
		look := w.r.voiceFeatures
		if w.r.g.spaceless() {
			look = w.r.scriptFeatures
		}
		ours := len(own) > 0 && (w.r.ownVoice(w.drafts, own) || w.r.opening(s) == "first person" && w.r.tokens[s.first].quote < 0)
		if len(own) > 0 && !ours && !w.r.unsure(w.drafts, own) {
			break
		}
		features := append(look(n, voice, len(out)), w.style...)
		p := w.decide(n, len(out), features)
		odds := math.Log(max(p, 1e-9)/max(1-p, 1e-9)) - caution
		switch {
		case ours, w.r.quotedOn(n):
			odds = max(odds, 1.5)
		case len(own) > 0: // what somebody unnamed wants may be the narrator's to tell
			odds--
			if odds < 0 {
				return out
			}
		}
		out = append(out, vote{n, odds})
	}
	return out
}

// longest is how many votes add up to most.
func longest(votes []vote) int {
	best, at, sum := 0.0, 0, 0.0
	for i, v := range votes {
		if sum += v.odds; sum > best {
			best, at = sum, i+1
		}
	}
	return at
}

func (w *walk) goesOn(n int, voice *draft, confidence float64) draft {
	d := draft{sentence: n}
	d.Content = []text.Span{w.r.sentences[n].Span}
	d.Source, d.Speaker, d.Verb = voice.Source, voice.Speaker, voice.Verb
	d.Continues, d.Rule, d.Confidence = true, "continues", confidence
	for _, i := range w.own[n] {
		if !w.drafts[i].hearer.Empty() {
			d.hearer = w.drafts[i].hearer
		}
	}
	return d
}

// extends adds a sentence to the one before it where one quotation holds both: that is one saying.
func (w *walk) extends(d *draft, n int) bool {
	s, p := w.r.sentences[n], &d.Content[len(d.Content)-1]
	if !d.Continues || d.sentence+1 != n || p.End > s.Start {
		return false
	}
	at := w.r.inQuote(*p)
	if at < 0 || !w.r.quotes[at].Contains(text.Span{Start: s.Start, End: s.Start + 1}) {
		return false
	}
	p.End, d.sentence = s.End, n
	return true
}

// ownVoice reports whether all that a sentence says with words of saying is said by "we" or by
// nobody ("it is hoped that") outside quotation marks: that is no narrator's way to write.
func (r *reading) ownVoice(drafts []draft, own []int) bool {
	for _, i := range own {
		d := &drafts[i]
		if d.Source == nil && strings.Contains(d.Rule, "passive") {
			continue
		}
		if d.Source == nil || d.Rule == "according to" {
			return false
		}
		k, end := r.tokensOf(*d.Source)
		if k >= end || r.tokens[k].quote >= 0 || !r.is(k, isFirst) {
			return false
		}
	}
	return true
}

// unsure reports whether all that a sentence says is what somebody unnamed thinks or wants: in a
// speaker's voice that is the speaker's claim.
func (r *reading) unsure(drafts []draft, own []int) bool {
	for _, i := range own {
		d := &drafts[i]
		if !strings.Contains(d.Rule, "thought") && !strings.Contains(d.Rule, "object") && !strings.Contains(d.Rule, "infinitive") {
			return false
		}
		if d.Source == nil {
			continue
		}
		if k, end := r.tokensOf(*d.Source); k >= end || r.is(k, isHe|isShe) || r.tokens[end-1].tag == "NNP" {
			return false
		}
	}
	return true
}

// quotedOn reports whether a sentence stands in quotation marks throughout and follows one of the
// same speaker.
func (r *reading) quotedOn(n int) bool {
	s := r.sentences[n]
	return s.end > s.first && r.tokens[s.first].quote >= 0 && r.tokens[s.first].quote == r.tokens[s.end-1].quote && s.end-s.first > 3
}

// holdsFloor picks whose voice may go on after the sentence: the last statement of a surely
// reporting verb that is not nested in another.
func (r *reading) holdsFloor(drafts []draft, own []int) *draft {
	var best *draft
	for k, i := range own {
		d := &drafts[i]
		if d.Source == nil || r.narrates(*d.Source) || strings.Contains(d.Rule, "thought") || strings.Contains(d.Rule, "noun") || strings.Contains(d.Rule, "passive") {
			continue
		}
		nested := false
		for _, j := range own[max(0, k-8):min(len(own), k+8)] {
			for _, p := range drafts[j].Content {
				nested = nested || j != i && d.Cue != nil && p.Contains(*d.Cue)
			}
		}
		if !nested && !(d.Rule == "according to" && best != nil) || best != nil && best.Rule == "according to" {
			best = d
		}
	}
	return best
}

// narrates reports whether a source is the author: "I" outside quotation marks, whose every sentence
// is his own anyhow.
func (r *reading) narrates(source text.Span) bool {
	k, end := r.tokensOf(source)
	return end-k == 1 && r.word(k) == "i" && r.tokens[k].quote < 0
}
