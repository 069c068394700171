package align

import (
	"math"
	"slices"
)

// halves are what the words of one segment are worth against a run of segments of the other side. Most
// of the beads that a lattice weighs share a run with others, so it remembers them.
type halves struct {
	cells func(x, y int) *cell        // the clues of two segments
	ofB   [deepest + 1]strip          // by length of the run of A before the lattice's row: by segment of B
	ofA   [deepest][deepest + 1]strip // by segment of A modulo deepest, by length of the run of B: by where it ends
}

// strip is values from a number on; what is not known yet is not a number.
type strip struct {
	from   int
	values []float32
}

var unknown = float32(math.NaN())

func (s *strip) clear(from, to int) {
	s.from = from
	s.values = slices.Grow(s.values[:0], to-from)[:to-from]
	for i := range s.values {
		s.values[i] = unknown
	}
}

// at is where a value is kept, nil where none is.
func (s *strip) at(i int) *float32 {
	if i -= s.from; i >= 0 && i < len(s.values) {
		return &s.values[i]
	}
	return nil
}

func isKnown(v *float32) bool { return v != nil && !math.IsNaN(float64(*v)) }

// enter makes i the row whose beads are scored; the segment of A before it is new to the ring.
func (h *halves) enter(i int, r *ring) {
	low := max(0, int(r.c.low[i])-deepest)
	for n := range h.ofB {
		h.ofB[n].clear(low, int(r.c.high[i]))
	}
	slot := (i - 1) % deepest
	for m := range h.ofA[slot] {
		h.ofA[slot][m].clear(r.from[slot], r.from[slot]+len(r.rows[slot])+1)
	}
}

// clued reports whether any words of the bead predict each other.
func (h *halves) clued(i, j, n, m int) bool {
	for x := i - n; x < i; x++ {
		for y := j - m; y < j; y++ {
			if len(h.cells(x, y).inB) > 0 {
				return true
			}
		}
	}
	return false
}

// inB is the worth of the words of segment y of B against the n segments of A before boundary i.
func (h *halves) inB(s *scorer, y, i, n int) float32 {
	kept := h.ofB[n].at(y)
	if isKnown(kept) {
		return *kept
	}
	for x := i - n; x < i; x++ {
		for _, c := range h.cells(x, y).inB {
			s.add(0, c)
		}
	}
	worth := s.settle(0, s.b.bags[y].words, s.known[0].between(i-n, i))
	if kept != nil {
		*kept = worth
	}
	return worth
}

// inA is the worth of the words of segment x of A against the m segments of B before boundary j.
func (h *halves) inA(s *scorer, x, j, m int) float32 {
	kept := h.ofA[x%deepest][m].at(j)
	if isKnown(kept) {
		return *kept
	}
	for y := j - m; y < j; y++ {
		for _, c := range h.cells(x, y).inA {
			s.add(1, c)
		}
	}
	worth := s.settle(1, s.a.bags[x].words, s.known[1].between(j-m, j))
	if kept != nil {
		*kept = worth
	}
	return worth
}
