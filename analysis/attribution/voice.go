package attribution

import (
	"math"
	"slices"
	"strings"

	"hexapla/analysis/entity"
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

// voiceFeatures are what tells a speaker's sentence from the narrator's.
func (r *reading) voiceFeatures(n int, voice *draft, since int) []string {
	s := r.sentences[n]
	f := []string{"bias"}
	add := func(name string, when bool) {
		if when {
			f = append(f, name)
		}
	}
	past, present, modal, should, first, time, number, quoted, names, rhetoric := 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
	for k := s.first; k < s.end; k++ {
		t := r.tokens[k]
		switch {
		case t.quote >= 0:
			quoted++
			continue
		case t.class&isModal != 0:
			modal++
			if t.word == "should" || t.word == "must" || t.word == "shall" {
				should++
			}
		case t.word == "was" || t.word == "were" || t.word == "had" || t.word == "did":
			past++
		case t.word == "is" || t.word == "are" || t.word == "has" || t.word == "have" || t.word == "do" || t.word == "does":
			present++
		case t.tag == "VBD" || t.tag == "" && r.finite(k):
			past++
		case t.tag == "VBP" || t.tag == "VBZ":
			present++
		}
		if t.class&isFirst != 0 && t.word != "us" || t.word == "us" && !t.upper {
			first++
		}
		if t.class&isTime != 0 && t.upper && t.word != "may" {
			time++
		}
		if t.class&isRhetoric != 0 {
			rhetoric++
		}
		if isNumber(t.word) {
			number++
		}
		if t.upper && k > s.first {
			names++
		}
	}
	whole := quoted > 0 && s.end > s.first && r.tokens[s.first].quote >= 0 && quoted >= s.end-s.first-2
	add("names the speaker", voice.Source != nil && r.namesSpeaker(s, *voice.Source))
	add("quoted throughout", whole)
	add("quoted in part", quoted > 0 && !whole)
	add("past", past > 0)
	add("past only", past > 0 && present+modal == 0)
	add("present", present > 0)
	add("modal", modal > 0)
	add("should", should > 0)
	add("first person", first > 0)
	add("time", time > 0)
	add("number", number > 0)
	add("rhetoric", rhetoric > 0)
	add("much rhetoric", rhetoric > 1)
	add("many names", names*4 > s.end-s.first)
	add("new paragraph", n > 0 && r.sentences[n-1].paragraph != s.paragraph)
	add("later paragraph", s.paragraph != r.sentences[voice.sentence].paragraph)
	add("far", since >= 3)
	add("very far", since >= 7)
	add("opens with "+r.opening(s), true)
	add("after "+strings.TrimSuffix(voice.Rule, ", denied"), true)
	add("after quotation", voice.Rule == "quote before" || voice.Rule == "quote after")
	add("narrator", r.is(s.first, isNarrator))
	return f
}

// namesSpeaker reports whether the sentence speaks of the speaker by name: then somebody else does.
func (r *reading) namesSpeaker(s sentence, source text.Span) bool {
	from, end := r.tokensOf(source)
	for k := s.first; k < s.end; k++ {
		if t := r.tokens[k]; t.upper && t.quote < 0 && t.tag == "NNP" && t.class&(isRole|isTitle|isField|isOrganisation) == 0 {
			for j := from; j < end; j++ {
				if r.tokens[j].word == t.word {
					return true
				}
			}
		}
	}
	return false
}

// opening classes the first word of a sentence.
func (r *reading) opening(s sentence) string {
	k := s.first
	for k < s.end && r.tokens[k].mark {
		k++
	}
	switch {
	case k >= s.end:
		return "nothing"
	case r.is(k, isNarrator):
		return "narrator"
	case r.is(k, isFirst):
		return "first person"
	case r.is(k, isHe|isShe):
		return "he"
	case r.is(k, isIt):
		return "it"
	case r.is(k, isConjunction):
		return "conjunction"
	case r.word(k) == "if" || r.word(k) == "only" || r.word(k) == "any" || r.word(k) == "no":
		return "if"
	case r.is(k, isSubordinator):
		return "subordinator"
	case r.is(k, isPronoun|isDeterminer) && r.word(k) != "the" && r.word(k) != "a":
		return "pronoun"
	case r.is(k, isTime):
		return "time"
	case r.is(k, isPreposition):
		return "preposition"
	case r.word(k) == "the":
		return "the"
	}
	return "other"
}

// style is features of the whole document: agency copy reports speeches at length, in the first
// person and with few quotation marks.
func (r *reading) style(drafts []draft) []string {
	var out []string
	if r.plainFirstPerson() {
		out = append(out, "document: first person")
	}
	quoted, formal, sure := 0, 0, 0
	for _, d := range drafts {
		if strings.Contains(d.Rule, "thought") || strings.Contains(d.Rule, "object") {
			continue
		}
		sure++
		if strings.Contains(d.Rule, "quote") {
			quoted++
		}
		if formalVerbs[d.Verb] {
			formal++
		}
	}
	if quoted*4 > sure {
		out = append(out, "document: quotes")
	}
	if formal*3 > sure {
		out = append(out, "document: formal")
	}
	if len(r.sentences) > 0 && r.dateline(r.sentences[0]) {
		out = append(out, "document: dateline")
	}
	return out
}

// formalVerbs are how officials speak in agency copy.
var formalVerbs = words("point stress emphasize underline state reiterate affirm note declare introduce inform reaffirm underscore indicate")

func (r *reading) plainFirstPerson() bool {
	for _, t := range r.tokens {
		if t.class&isFirst != 0 && t.quote < 0 && t.word != "us" && t.word != "i" {
			return true
		}
	}
	return false
}

// dateline reports whether the sentence opens with place and day: "MOSCOW, May 20.", "Seoul, 1 December (…) --".
func (r *reading) dateline(s sentence) bool {
	for k := s.first; k < s.end && k < s.first+14; k++ {
		if w := r.word(k); w == ":" || w == "--" || w == "—" || w == "–" || w == "-" || w == "." {
			return slices.ContainsFunc(r.dates, func(m entity.Mention) bool { return m.Start >= s.Start && m.End <= r.tokens[k].End })
		}
		if r.finite(k) {
			return false
		}
	}
	return false
}
