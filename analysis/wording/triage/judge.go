package triage

import (
	"fmt"
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// finding is a difference between two sentences: what changed, where, and why it matters.
type finding struct {
	kind   Kind
	a, b   stretch
	says   string // the change in words, without a full stop
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
	lost, gained float64 // weight of content words without a counterpart
	out          []finding
}

// differences judges everything in which two sentences of one language part.
func (v *vocabulary) differences(a, b *sentence) (*pairing, []finding) {
	p := v.pair(a, b)
	j := &judge{v: v, p: p, doneA: make([]bool, len(a.words)), doneB: make([]bool, len(b.words))}
	j.losses()
	if j.scrambled() {
		return p, j.out
	}
	for _, step := range []func(){
		j.foreign, j.quantities, j.names, j.negation, j.mood, j.sayings, j.modality, j.persons, j.bonds, j.tenses,
		j.contents, j.agents, j.moves, j.marks,
	} {
		step()
	}
	return p, j.out
}

// losses sums what neither side accounts for, before anything is judged.
func (j *judge) losses() {
	for i := range j.p.a.words {
		if w := &j.p.a.words[i]; j.p.to[i] < 0 && w.content {
			j.lost += w.weight
		}
	}
	for i := range j.p.b.words {
		if w := &j.p.b.words[i]; j.p.from[i] < 0 && w.content {
			j.gained += w.weight
		}
	}
}

// find records a difference. Every difference weighs more in a sentence that is otherwise the
// same word for word, and a little more the more of the sentence is unaccounted for.
func (j *judge) find(kind Kind, a, b stretch, says string, weighs ...weigh) {
	j.out = append(j.out, finding{kind, a, b, says, append(weighs, j.surroundings(kind)...)})
	for i := a.from; i < a.to; i++ {
		j.doneA[i] = true
	}
	for i := b.from; i < b.to; i++ {
		j.doneB[i] = true
	}
}

func (j *judge) surroundings(kind Kind) []weigh {
	var out []weigh
	if l := max(0, min(1, (j.p.literal-0.55)/0.35)); l > 0 {
		feature := "literal"
		if _, own := j.v.tables.weights["literal."+string(kind)]; own {
			feature = "literal." + string(kind)
		}
		out = append(out, weigh{feature, l, ""})
	}
	if rest := min(6, j.lost+j.gained); rest > 0 {
		out = append(out, weigh{"rest", rest, ""})
	}
	return out
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

func quoted(s string) string { return "“" + s + "”" }

func against(a, b string) string { return fmt.Sprintf("%s against %s", quoted(a), quoted(b)) }

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
