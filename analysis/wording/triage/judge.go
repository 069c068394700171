package triage

import (
	"slices"
	"strings"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
)

// finding is a difference between two sentences: what changed, where, and why it matters.
type finding struct {
	kind   Kind
	a, b   stretch
	says   phrase.Phrase // the change in words, without a full stop
	weighs []weigh
}

// stretch is a run of words; empty, it marks the place before its word.
type stretch struct{ from, to int }

func (s stretch) empty() bool { return s.to <= s.from }

// weigh is one feature of the model with how often it counts.
type weigh struct {
	feature string
	times   float64
	words   string
}

// judge collects the findings of one pair of sentences. A word that one judgement has explained
// is not judged again.
type judge struct {
	v            *vocabulary
	p            *pairing
	doneA, doneB []bool
	out          []finding
}

// differences judges everything in which two sentences of one language part.
func (v *vocabulary) differences(a, b *sentence) (*pairing, []finding) {
	p := v.pair(a, b)
	j := &judge{v: v, p: p, doneA: make([]bool, len(a.words)), doneB: make([]bool, len(b.words))}
	if j.scrambled() {
		p.remains = j.remains()
		return p, j.out
	}
	for _, step := range []func(){
		j.foreign, j.quantities, j.names, j.contraries, j.negation, j.mood, j.sayings, j.modality, j.persons, j.bonds, j.tenses,
		j.contents, j.agents, j.moves, j.marks,
	} {
		step()
	}
	p.remains = j.remains()
	j.surroundings()
	return p, j.out
}

// find records a difference and marks its words as explained.
func (j *judge) find(kind Kind, a, b stretch, says phrase.Phrase, weighs ...weigh) {
	j.out = append(j.out, finding{kind, a, b, says, weighs})
	for i := a.from; i < a.to; i++ {
		j.doneA[i] = true
	}
	for i := b.from; i < b.to; i++ {
		j.doneB[i] = true
	}
}

// surroundings adds to each difference what the rest of the sentence says of it. In a sentence that
// has the same words otherwise a change is hardly ever harmless, while a word that is missing where
// much is worded anew is most often said otherwise. What is merely missing or added elsewhere is no
// other wording of a word that is missing: two words lost are not half as bad as one. What is
// harmless by nature stays so.
func (j *judge) surroundings() {
	sizes := make([]float64, len(j.out))
	var size, reworded float64
	for i, f := range j.out {
		sizes[i] = j.changed(f)
		size += sizes[i]
		if f.twoSided() {
			reworded += sizes[i]
		}
	}
	all := float64(contentWords(j.p.a) + contentWords(j.p.b))
	for i := range j.out {
		f := &j.out[i]
		if base, _ := j.v.tables.severity(f.weighs); f.harmless(base) {
			continue
		}
		elsewhere := reworded / max(1, all)
		if f.twoSided() {
			elsewhere = (reworded - sizes[i] + (size-reworded)*besideReworded) / max(1, all)
		}
		if sole := max(0, 1-elsewhere/soleShare); sole > 0 {
			feature := "sole"
			if _, own := j.v.tables.weights["sole."+string(f.kind)]; own {
				feature = "sole." + string(f.kind)
			}
			f.weighs = append(f.weighs, weigh{feature, sole, ""})
		}
	}
}

// twoSided reports whether both versions have words for what differs.
func (f *finding) twoSided() bool { return !f.a.empty() && !f.b.empty() }

// harmless reports whether a difference changes no meaning wherever it stands.
func (f *finding) harmless(base float64) bool {
	return f.kind == Cosmetic || f.kind == Quote || f.kind == Spelling || base < harmlessBase
}

// harmlessBase is the severity under which a difference counts for nothing by itself.
const harmlessBase = 0.12

// besideReworded is how much a word that one side lacks is part of another wording.
const besideReworded = 0.5

// soleShare is the share of content words worded otherwise from which on a difference is one of
// several.
const soleShare = 0.06

// changed is how many content words of both sides a difference concerns.
func (j *judge) changed(f finding) float64 {
	n := 0.0
	for i := f.a.from; i < f.a.to; i++ {
		n += changedWord(&j.p.a.words[i], j.p.bonds[i], f.kind)
	}
	for i := f.b.from; i < f.b.to; i++ {
		b := noBond
		if t := j.p.from[i]; t >= 0 {
			b = j.p.bonds[t]
		}
		n += changedWord(&j.p.b.words[i], b, f.kind)
	}
	return n
}

func changedWord(w *word, b bond, k Kind) float64 {
	switch {
	case w.punct || b == equal || k == Cosmetic || k == Quote:
		return 0
	case w.content && !w.is(function):
		return 1
	}
	return 0.3
}

func contentWords(s *sentence) int {
	n := 0
	for i := range s.words {
		if w := &s.words[i]; w.content && !w.is(function) {
			n++
		}
	}
	return n
}

// severity adds up the features.
func (t *Tables) severity(weighs []weigh) (float64, []Evidence) {
	sum := 0.0
	var evidence []Evidence
	for _, w := range weighs {
		added := t.weights[w.feature] * w.times
		if added == 0 {
			continue
		}
		sum += added
		evidence = append(evidence, Evidence{Feature: w.feature, Weight: added, Words: w.words})
	}
	return max(0, min(1, sum)), evidence
}

// counterpart returns the stretch of b that stands where a stretch of a stands.
func (j *judge) counterpart(a stretch) stretch {
	low, high := -1, -1
	for i := a.from; i < a.to; i++ {
		if t := j.p.to[i]; t >= 0 {
			if low < 0 || t < low {
				low = t
			}
			high = max(high, t+1)
		}
	}
	if low >= 0 {
		return stretch{low, high}
	}
	at := j.placeB(a.from)
	return stretch{at, at}
}

// placeB is where in b word i of a would stand.
func (j *judge) placeB(i int) int {
	for k := i - 1; k >= 0; k-- {
		if j.p.to[k] >= 0 {
			return j.p.to[k] + 1
		}
	}
	return 0
}

// placeA is where in a word i of b would stand.
func (j *judge) placeA(i int) int {
	for k := i - 1; k >= 0; k-- {
		if j.p.from[k] >= 0 {
			return j.p.from[k] + 1
		}
	}
	return 0
}

func (j *judge) wordsA(s stretch) string { return j.p.a.surfaceOf(s.from, s.to) }
func (j *judge) wordsB(s stretch) string { return j.p.b.surfaceOf(s.from, s.to) }

// spanOf returns the bytes of a stretch; empty at the place where it would stand.
func (s *sentence) spanOf(r stretch) text.Span {
	switch {
	case !r.empty():
		return text.Span{Start: s.words[r.from].Start, End: s.words[r.to-1].End}
	case r.from < len(s.words) && r.from >= 0:
		return text.Span{Start: s.words[r.from].Start, End: s.words[r.from].Start}
	}
	return text.Span{Start: s.span.End, End: s.span.End}
}

// content joins the lemmas of the content words of a stretch: what a reading says, whatever its
// grammar.
func (s *sentence) contentOf(r stretch) string {
	var out []string
	for i := r.from; i < r.to && i < len(s.words); i++ {
		if w := &s.words[i]; !w.punct && !w.is(function) {
			out = append(out, w.lemma)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}
