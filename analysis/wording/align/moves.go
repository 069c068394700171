package align

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// A path cannot cross itself. Where text was moved, the path shows it: two sentences that changed
// places look like one bead of two and two, a sentence carried far off is left out here and added
// there. unfold looks at these places again, without the order.

// moveCost is the log-likelihood that crossing must gain to be believed.
const moveCost = 2.5

// unfold replaces beads by crossing ones where that explains the texts clearly better.
func (p *pairing) unfold(beads []bead, s *scorer) []bead {
	if len(beads) == 0 {
		return beads
	}
	beads = p.exchange(beads, s)
	return p.carry(beads, s)
}

// exchange looks for neighbours that changed places, in windows of one to three beads.
func (p *pairing) exchange(beads []bead, s *scorer) []bead {
	var out []bead
	for at := 0; at < len(beads); {
		taken := 0
		var best []bead
		gain := 0.0
		for n := 1; n <= 3 && at+n <= len(beads); n++ {
			window := beads[at : at+n]
			if !suspicious(window) {
				continue
			}
			if turned, g := p.turn(window, s); g > gain {
				best, gain, taken = turned, g, n
			}
		}
		if best == nil {
			best, taken = beads[at:at+1], 1
		}
		out = append(out, best...)
		at += taken
	}
	return out
}

// suspicious reports whether a window may hide an exchange: at most four segments on either side, at
// least two, and not just beads that are sure.
func suspicious(window []bead) bool {
	a, b := window[len(window)-1].a1-window[0].a0, window[len(window)-1].b1-window[0].b0
	if a < 2 || b < 2 || a > 4 || b > 4 {
		return false
	}
	for _, x := range window {
		if !x.linked() || x.a1-x.a0 > 1 && x.b1-x.b0 > 1 || x.confidence < 0.5 {
			return true
		}
	}
	return false
}

// turn finds the best way to exchange two parts of a window and what it gains over the path.
func (p *pairing) turn(window []bead, s *scorer) ([]bead, float64) {
	first, last := window[0], window[len(window)-1]
	if !p.uncut(first, last) {
		return nil, 0
	}
	before := 0.0
	for _, x := range window {
		before += float64(p.score(s, x))
	}
	var best []bead
	gain := 0.0
	for a := first.a0 + 1; a < last.a1; a++ {
		for b := first.b0 + 1; b < last.b1; b++ {
			one := bead{a0: first.a0, a1: a, b0: b, b1: last.b1}
			two := bead{a0: a, a1: last.a1, b0: first.b0, b1: b}
			if !p.fits(one) || !p.fits(two) {
				continue
			}
			scoreOne, scoreTwo := p.score(s, one), p.score(s, two)
			if scoreOne <= 0 || scoreTwo <= 0 {
				continue
			}
			if g := float64(scoreOne+scoreTwo) - before - moveCost; g > gain {
				sure := float32(logistic(g / temperature))
				one.confidence, two.confidence = sure, sure
				best, gain = []bead{one, two}, g
			}
		}
	}
	return best, gain
}

// uncut reports whether no place fixed by the user lies within a window.
func (p *pairing) uncut(first, last bead) bool {
	for x := first.a0 + 1; x < last.a1; x++ {
		if p.cutA[x] {
			return false
		}
	}
	for y := first.b0 + 1; y < last.b1; y++ {
		if p.cutB[y] {
			return false
		}
	}
	return true
}

func (p *pairing) fits(x bead) bool {
	return p.allows(int(x.a0), int(x.a1), int(x.b0), int(x.b1))
}

// score scores a bead anywhere; never where it has no shape.
func (p *pairing) score(s *scorer, x bead) float32 {
	k := shapeOf(x)
	if k < 0 {
		return never
	}
	if !x.linked() {
		return float32(s.prior[k])
	}
	return s.bead(k, int(x.a1), int(x.b1), p.words(s, x))
}

// words scores the words of a bead anywhere.
func (p *pairing) words(s *scorer, x bead) float32 {
	rows := make([][]cell, x.a1-x.a0)
	for i := range rows {
		s.enter(int(x.a0) + i)
		for j := x.b0; j < x.b1; j++ {
			rows[i] = append(rows[i], s.cell(int(j)))
		}
	}
	h := &halves{cells: func(i, j int) *cell { return &rows[i-int(x.a0)][j-int(x.b0)] }}
	return s.words(int(x.a1), int(x.b1), int(x.a1-x.a0), int(x.b1-x.b0), h)
}

// spare is a segment that could stand elsewhere: one that is left over, or the first or last of a
// bead of several.
type spare struct {
	bead int  // which bead has it
	rest bead // what remains of the bead without it
	loss float64
}

// carry links segments that are spare on both sides, wherever they stand: first those that convince by
// themselves, then their neighbours, which were carried along with them.
func (p *pairing) carry(beads []bead, s *scorer) []bead {
	out, parted := p.part(beads, s)
	spareA, spareB := p.spares(out, s)
	if len(spareA) == 0 || len(spareB) == 0 {
		return beads
	}
	used := map[int]bool{}
	found := p.carried(spareA, spareB, s)
	for n := 0; n < len(found); n++ {
		g := found[n]
		a, b := spareA[g.a], spareB[g.b]
		if used[a.bead] || used[b.bead] {
			continue
		}
		used[a.bead], used[b.bead] = true, true
		out[a.bead], out[b.bead] = a.rest, b.rest
		sure := float32(logistic(float64(g.score) / 3))
		out = append(out, bead{a0: g.a, a1: g.a + 1, b0: g.b, b1: g.b + 1, confidence: sure})
		for _, step := range [2]int32{1, -1} {
			next := guess{g.a + step, g.b + step, 0}
			if score, ok := p.gain(next, spareA, spareB, s); ok && score > alongCost {
				next.score = float32(score)
				found = slices.Insert(found, n+1, next)
			}
		}
	}
	for _, x := range parted {
		if !used[x.a] && !used[x.b] {
			out[x.a], out[x.b] = x.whole, bead{}
		}
	}
	return slices.DeleteFunc(out, func(x bead) bool { return x.a0 == x.a1 && x.b0 == x.b1 })
}

// parting is a bead that stands in two: at a what it has of A, at b what it has of B.
type parting struct {
	a, b  int
	whole bead
}

// part takes beads of one and one apart whose words do not belong together: they may be there only
// because what belongs to either was carried elsewhere.
func (p *pairing) part(beads []bead, s *scorer) ([]bead, []parting) {
	out := slices.Clone(beads)
	var parted []parting
	for k, x := range beads {
		if x.a1-x.a0 != 1 || x.b1-x.b0 != 1 || p.score(s, x) > 0 {
			continue
		}
		parted = append(parted, parting{k, len(out), x})
		out[k] = bead{a0: x.a0, a1: x.a1, b0: x.b0, b1: x.b0, confidence: 1 - x.confidence}
		out = append(out, bead{a0: x.a0, a1: x.a0, b0: x.b0, b1: x.b1, confidence: 1 - x.confidence})
	}
	return out, parted
}

// carryCost is what two sentences far from each other must gain to be one that was carried elsewhere.
const carryCost = 0.5

// alongCost is what the neighbour of a sentence that was carried elsewhere must gain to have gone with it.
const alongCost = 0.5

// gain is the log-likelihood that linking two spare segments adds; false if they cannot be.
func (p *pairing) gain(g guess, spareA, spareB map[int32]spare, s *scorer) (float64, bool) {
	a, freeA := spareA[g.a]
	b, freeB := spareB[g.b]
	x := bead{a0: g.a, a1: g.a + 1, b0: g.b, b1: g.b + 1}
	if !freeA || !freeB || a.bead == b.bead || !p.fits(x) {
		return 0, false
	}
	return float64(p.score(s, x)) - a.loss - b.loss, true
}

// spares finds the segments that could stand elsewhere, by number.
func (p *pairing) spares(beads []bead, s *scorer) (a, b map[int32]spare) {
	a, b = map[int32]spare{}, map[int32]spare{}
	for k, x := range beads {
		switch n, m := x.a1-x.a0, x.b1-x.b0; {
		case n == 1 && m == 0:
			a[x.a0] = spare{bead: k}
		case m == 1 && n == 0:
			b[x.b0] = spare{bead: k}
		case n > 1 && m > 0:
			p.offer(s, a, k, x, x.a0, bead{a0: x.a0 + 1, a1: x.a1, b0: x.b0, b1: x.b1})
			p.offer(s, a, k, x, x.a1-1, bead{a0: x.a0, a1: x.a1 - 1, b0: x.b0, b1: x.b1})
		case m > 1 && n > 0:
			p.offer(s, b, k, x, x.b0, bead{a0: x.a0, a1: x.a1, b0: x.b0 + 1, b1: x.b1})
			p.offer(s, b, k, x, x.b1-1, bead{a0: x.a0, a1: x.a1, b0: x.b0, b1: x.b1 - 1})
		}
	}
	return a, b
}

// offer makes the end of a bead spare if the bead does not lose much by it.
func (p *pairing) offer(s *scorer, spares map[int32]spare, k int, whole bead, segment int32, rest bead) {
	rest.confidence = whole.confidence
	if loss := float64(p.score(s, whole) - p.score(s, rest)); loss < 2*moveCost {
		spares[segment] = spare{bead: k, rest: rest, loss: max(0, loss)}
	}
}

// carried scores pairs of spare segments and returns the convincing ones, best first.
func (p *pairing) carried(spareA, spareB map[int32]spare, s *scorer) []guess {
	var out []guess
	// Far away something similar is found sooner or later, so more is asked.
	cost := carryCost + math.Log1p(float64(len(spareA)*len(spareB)))
	for _, g := range p.tried(spareA, spareB, s) {
		if score, ok := p.gain(g, spareA, spareB, s); ok && score > cost {
			out = append(out, guess{g.a, g.b, float32(score - cost)})
		}
	}
	slices.SortFunc(out, func(x, y guess) int {
		return cmp.Or(-cmp.Compare(x.score, y.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return out
}

// tried lists the pairs that may have been carried: all of them where they are few, else those that
// share rare words.
func (p *pairing) tried(spareA, spareB map[int32]spare, s *scorer) []guess {
	if len(spareA)*len(spareB) > mostTried {
		likely := guesses(p.a, p.b, s.t, 5)
		return slices.DeleteFunc(likely, func(g guess) bool { return g.score <= 0.2 })
	}
	var out []guess
	for _, a := range slices.Sorted(maps.Keys(spareA)) {
		for _, b := range slices.Sorted(maps.Keys(spareB)) {
			out = append(out, guess{a: a, b: b})
		}
	}
	return out
}

// mostTried bounds the pairs of spare segments that are all compared.
const mostTried = 1 << 12

// moved tells which links cross the order: those outside the heaviest series that rises on both
// sides.
func moved(links []Link, a, b *sideWords) []bool {
	out := make([]bool, len(links))
	var rising []guess
	for i, l := range links {
		if len(l.A) > 0 && len(l.B) > 0 {
			rising = append(rising, guess{int32(l.A[0]), int32(l.B[0]), float32(weightOf(l, a, b))})
			out[i] = true
		}
	}
	slices.SortFunc(rising, func(x, y guess) int { return cmp.Compare(x.a, y.a) })
	kept := map[int32]bool{}
	for _, g := range chain(rising, len(b.bags)) {
		kept[g.a] = true
	}
	for i, l := range links {
		if out[i] && kept[int32(l.A[0])] {
			out[i] = false
		}
	}
	return out
}

func weightOf(l Link, a, b *sideWords) float64 {
	n := 1.0
	for _, i := range l.A {
		n += a.bags[i].length
	}
	for _, j := range l.B {
		n += b.bags[j].length
	}
	return n
}
