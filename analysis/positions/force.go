package positions

import "hexapla/analysis/attribution"

// The levels of force, from the weakest.
const (
	States    Force = "states"
	Expects   Force = "expects"
	Urges     Force = "urges"
	Demands   Force = "demands"
	Warns     Force = "warns"
	Threatens Force = "threatens"
	Announces Force = "announces"
)

// Forces is the levels of force from the weakest to the strongest.
var Forces = []Force{States, Expects, Urges, Demands, Warns, Threatens, Announces}

// The degrees of certainty.
const (
	Asserted    Certainty = "asserted"
	Hedged      Certainty = "hedged"
	Conditional Certainty = "conditional"
	Denied      Certainty = "denied"
)

// Certainties is the degrees of certainty.
var Certainties = []Certainty{Asserted, Hedged, Conditional, Denied}

// force is how strongly tokens press, and the cue's verb with them: the strongest level that a word
// of theirs calls for.
func (f *finders) forceOf(tokens []token, s attribution.Statement) Force {
	level := 0
	raise := func(c class) {
		for i, l := range Forces {
			if Force(c) == l {
				level = max(level, i)
			}
		}
	}
	for _, c := range f.force.find(tokens) {
		raise(c.class)
	}
	if s.Verb != "" {
		for _, c := range f.force.find([]token{{norm: fold(s.Verb)}}) {
			raise(c.class)
		}
	}
	return Forces[level]
}

// certainty is how sure tokens are: a denial before a condition before a hedge.
func (f *finders) certaintyOf(tokens []token, s attribution.Statement) Certainty {
	seen := map[class]bool{}
	for _, c := range f.certainty.find(tokens) {
		seen[c.class] = true
	}
	if s.Verb != "" {
		for _, c := range f.certainty.find([]token{{norm: fold(s.Verb)}}) {
			seen[c.class] = true
		}
	}
	for _, c := range []Certainty{Denied, Conditional, Hedged} {
		if seen[class(c)] {
			return c
		}
	}
	return Asserted
}
