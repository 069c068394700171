package align

import (
	"context"
	"math"
	"slices"
)

// pairing is two texts as words, with what the user asked for.
type pairing struct {
	a, b       *sideWords
	cutA, cutB []bool          // boundaries that no bead may run across
	through    []guess         // boundaries that the path must pass, rising
	apart      map[[2]int]bool // segments that must not meet
	known      []couple
}

// beads finds the beads of a pairing: in a first pass with what is known beforehand, in a second with
// what the first has taught.
func (p *pairing) beads(ctx context.Context) ([]bead, error) {
	couples := p.known
	t := newTable(p.a, p.b, couples)
	m := newModel(p.a, p.b)
	fixed := anchors(chain(guesses(p.a, p.b, t, 3), len(p.b.bags)), len(p.a.bags), len(p.b.bags), strong)
	margin := loose
	if 2*len(fixed) > min(len(p.a.bags), len(p.b.bags)) {
		margin = near
	}
	wide := p.corridor(fixed, margin)
	s := newScorer(p.a, p.b, t, m)
	first, err := p.search(ctx, s, wide, usual)
	if err != nil {
		return nil, err
	}
	if p.separate(first, s) {
		return p.passages(s), nil
	}
	second := first
	for k := 0; k < rounds && (k == 0 || certainty(second) < settled); k++ {
		m.learn(p.a, p.b, second)
		t = newTable(p.a, p.b, taught(p.a, p.b, second, couples))
		s = newScorer(p.a, p.b, t, m)
		if second, err = p.search(ctx, s, p.corridor(joints(second), tight), len(beadShapes)); err != nil {
			return nil, err
		}
	}
	return p.unfold(second, s), nil
}

// lexicalWeight is below 1 because words of a sentence are not independent of each other.
const (
	lexicalWeight = 0.65
	temperature   = 1.3
)

// search finds the beads that are right most often, by the probability of every bead in a corridor.
func (p *pairing) search(ctx context.Context, s *scorer, c corridor, shapes int) ([]bead, error) {
	l, err := weigh(ctx, s, c, shapes, p.allows)
	if err != nil {
		return nil, err
	}
	l.posteriors(temperature)
	return l.best(func(chance float32) float32 { return chance - beadCost }), nil
}

// corridor is a corridor along anchors and through the places that the user fixed.
func (p *pairing) corridor(fixed []guess, margin int) corridor {
	c := corridorAround(fixed, len(p.a.bags), len(p.b.bags), margin)
	c.pass(p.through, len(p.b.bags))
	return c
}

// joints are the places of a path that can be relied on: sure links of one with one.
func joints(path []bead) []guess {
	var out []guess
	for _, x := range path {
		if x.confidence > 0.8 && x.a1-x.a0 == 1 && x.b1-x.b0 == 1 {
			out = append(out, guess{x.a0, x.b0, x.confidence})
		}
	}
	return out
}

// beadCost is what a bead must be worth: without it every bead would rather be cut in two, with
// about half the share of right beads neither precision nor recall is favoured.
const beadCost = 0.5

// allows reports whether the user's wishes leave room for a bead.
func (p *pairing) allows(a0, a1, b0, b1 int) bool {
	for x := a0 + 1; x < a1; x++ {
		if p.cutA[x] {
			return false
		}
	}
	for y := b0 + 1; y < b1; y++ {
		if p.cutB[y] {
			return false
		}
	}
	if a0 < a1 && (p.beyond(a1, b1) || p.before(a0, b0)) {
		return false
	}
	if len(p.apart) > 0 {
		for x := a0; x < a1; x++ {
			for y := b0; y < b1; y++ {
				if p.apart[[2]int{x, y}] {
					return false
				}
			}
		}
	}
	return true
}

// beyond reports whether a path that comes to boundary a of A at b has missed a place that it must pass there.
func (p *pairing) beyond(a, b int) bool {
	i, found := p.placeAt(a)
	return found && b > int(p.through[i].b)
}

// before reports whether a path that leaves boundary a of A at b has not come to a place that it must pass there.
func (p *pairing) before(a, b int) bool {
	i, _ := p.placeAt(a + 1)
	return i > 0 && int(p.through[i-1].a) == a && b < int(p.through[i-1].b)
}

// placeAt finds the first place to pass that is at boundary a of A or behind it.
func (p *pairing) placeAt(a int) (int, bool) {
	return slices.BinarySearchFunc(p.through, a, func(g guess, a int) int { return int(g.a) - a })
}

// logistic is the probability that belongs to log odds.
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

const (
	strong  = 0.02 // what an anchor must share; its neighbours vouch for the rest
	rounds  = 2    // of learning at most
	settled = 0.87 // certainty at which another round is not worth its time
)

// certainty is the mean confidence of a path.
func certainty(path []bead) float32 {
	sum := float32(0)
	for _, x := range path {
		sum += x.confidence
	}
	return sum / float32(max(1, len(path)))
}
