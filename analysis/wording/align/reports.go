package align

import (
	"cmp"
	"math"
	"slices"
)

// # Reports
//
// Two reports of one event are not two versions of one text: most of what either says the other does not,
// and what both say stands in any order. A path through both would link whatever stands side by side. So
// where hardly any bead of the path has words that speak for it, sentences are linked one by one for their
// words alone, and the rest is left alone.

// version is the share of a text in beads whose words speak for them from which on two texts are versions
// of one, whatever was changed in them.
const version = 0.5

// separate reports whether two texts of one language are no versions of each other. Across languages words
// may not be known, so nothing follows from their silence.
func (p *pairing) separate(path []bead, s *scorer) bool {
	if p.a.lang != p.b.lang || min(len(p.a.bags), len(p.b.bags)) < fewest {
		return false
	}
	all := s.chars[0].between(0, len(p.a.bags)) + s.chars[1].between(0, len(p.b.bags))
	backed := float32(0)
	for _, x := range path {
		if x.linked() && p.words(s, x) > 0 {
			backed += s.chars[0].between(int(x.a0), int(x.a1)) + s.chars[1].between(int(x.b0), int(x.b1))
		}
	}
	return backed < version*all
}

// fewest is how many segments a text has of which it can be said.
const fewest = 8

// passages links the sentences of two reports whose words belong together, the surest first.
func (p *pairing) passages(s *scorer) []bead {
	found := p.alike(s)
	usedA, usedB := make([]bool, len(p.a.bags)), make([]bool, len(p.b.bags))
	var out []bead
	for _, g := range found {
		if !usedA[g.a] && !usedB[g.b] {
			usedA[g.a], usedB[g.b] = true, true
			out = append(out, bead{a0: g.a, a1: g.a + 1, b0: g.b, b1: g.b + 1, confidence: float32(logistic(float64(g.score)))})
		}
	}
	for i, used := range usedA {
		if !used {
			out = append(out, bead{a0: int32(i), a1: int32(i + 1), confidence: alone})
		}
	}
	for j, used := range usedB {
		if !used {
			out = append(out, bead{b0: int32(j), b1: int32(j + 1), confidence: alone})
		}
	}
	return out
}

// alone is how sure it is that a sentence of a report has no counterpart that was not found.
const alone = 0.8

// alike lists the pairs of sentences whose words speak for them, the surest first. Among many pairs
// something alike is found by chance, so more is asked.
func (p *pairing) alike(s *scorer) []guess {
	cost := float32(max(0, math.Log(float64(len(p.a.bags)*len(p.b.bags))/chances)/2))
	var out []guess
	for _, g := range p.likely(s) {
		x := bead{a0: g.a, a1: g.a + 1, b0: g.b, b1: g.b + 1}
		if g.score = p.words(s, x) - cost; g.score > 0 && p.fits(x) {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(x, y guess) int {
		return cmp.Or(-cmp.Compare(x.score, y.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return out
}

// chances is how many pairs are compared without one being alike by chance.
const chances = 150

// likely lists the pairs that are compared: all where they are few, else those that share rare words.
func (p *pairing) likely(s *scorer) []guess {
	if len(p.a.bags)*len(p.b.bags) > mostTried {
		return guesses(p.a, p.b, s.t, 5)
	}
	var out []guess
	for i := range p.a.bags {
		for j := range p.b.bags {
			out = append(out, guess{a: int32(i), b: int32(j)})
		}
	}
	return out
}
