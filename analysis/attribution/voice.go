package attribution

import (
	"math"
	"strings"

	"hexapla/analysis/text"
)

// continuations adds the sentences that go on in a speaker's voice without a word of saying. A
// speaker keeps the floor until the narrator returns; the longer ago the last word of saying, the
// less sure.
func continuations(r *reading, drafts []draft, t *Tables) []draft {
	bySentence := map[int][]int{}
	covered := make([]bool, len(r.sentences))
	for i, d := range drafts {
		bySentence[d.sentence] = append(bySentence[d.sentence], i)
		for _, p := range d.Content {
			for n := r.sentenceAt(p.Start); n >= 0 && n < len(r.sentences) && r.sentences[n].Start < p.End; n++ {
				if r.sentences[n].Overlaps(p) {
					covered[n] = true
				}
			}
		}
	}
	out := drafts
	var voice *draft
	since, confidence := 0, 0.0
	for n, s := range r.sentences {
		if s.title {
			continue
		}
		if own := bySentence[n]; len(own) > 0 {
			voice = r.holdsFloor(drafts, own)
			since, confidence = 0, t.precision("continues")
			continue
		}
		if covered[n] || voice == nil {
			continue
		}
		f := r.voiceFeatures(n, voice, since)
		p := t.voiceScore(f)
		if p < 0.5 {
			voice = nil
			continue
		}
		since++
		confidence *= 0.93
		d := draft{sentence: n}
		d.Content = []text.Span{s.Span}
		d.Source, d.Speaker, d.Verb = voice.Source, voice.Speaker, voice.Verb
		d.Continues, d.Rule, d.Confidence = true, "continues", confidence
		out = append(out, d)
	}
	return out
}

// holdsFloor picks whose voice may go on after the sentence: the last statement of a surely
// reporting verb that is not nested in another.
func (r *reading) holdsFloor(drafts []draft, own []int) *draft {
	var best *draft
	for _, i := range own {
		d := &drafts[i]
		if d.Source == nil || strings.Contains(d.Rule, "thought") || strings.Contains(d.Rule, "object") || strings.Contains(d.Rule, "noun") || strings.Contains(d.Rule, "passive") {
			continue
		}
		nested := false
		for _, j := range own {
			for _, p := range drafts[j].Content {
				nested = nested || j != i && d.Cue != nil && p.Contains(*d.Cue)
			}
		}
		if !nested {
			best = d
		}
	}
	return best
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
	past, present, modal, should, first, time, number, quoted, names := 0, 0, 0, 0, 0, 0, 0, 0, 0
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
		case r.finite(k) && !r.is(k-1, isAuxiliary|isModal|isAdverb):
			past++
		}
		if t.class&isFirst != 0 && t.word != "us" || t.word == "us" && !t.upper {
			first++
		}
		if t.class&isTime != 0 && t.upper && t.word != "may" {
			time++
		}
		if isNumber(t.word) {
			number++
		}
		if t.upper && k > s.first {
			names++
		}
	}
	whole := quoted > 0 && s.end > s.first && r.tokens[s.first].quote >= 0 && quoted >= s.end-s.first-2
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
	add("many names", names*4 > s.end-s.first)
	add("new paragraph", n > 0 && r.sentences[n-1].paragraph != s.paragraph)
	add("far", since >= 3)
	add("very far", since >= 7)
	add("opens with "+r.opening(s), true)
	add("after quotation", voice.Rule == "quote before" || voice.Rule == "quote after")
	add("narrator", r.is(s.first, isNarrator))
	add("agency", r.agencyStyle())
	return f
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

// agencyStyle reports whether the document speaks in the first person outside quotation marks:
// somebody's voice runs through it.
func (r *reading) agencyStyle() bool {
	for _, t := range r.tokens {
		if t.class&isFirst != 0 && t.quote < 0 && t.word != "us" && t.word != "i" {
			return true
		}
	}
	return false
}

// voiceScore is the probability that the features belong to a speaker's sentence.
func (t *Tables) voiceScore(features []string) float64 {
	z := 0.0
	for _, f := range features {
		z += voiceWeights[f]
	}
	return 1 / (1 + math.Exp(-z))
}

var voiceWeights = map[string]float64{
	"bias": -1, "quoted throughout": 4, "quoted in part": 0, "past only": -2.5, "past": -0.5, "present": 0.5, "modal": 1, "should": 1.5,
	"first person": 2, "time": -1, "number": -0.7, "many names": -0.5, "new paragraph": -0.4, "far": -0.3, "very far": -0.5,
	"opens with narrator": -2, "opens with he": -1, "opens with conjunction": 0.3, "opens with if": 1, "agency": 1.5, "narrator": -1,
}
