package align

import (
	"context"
	"math"
)

// bead is a link of neighbouring segments: A from a0 to a1, B from b0 to b1, half open.
type bead struct {
	a0, a1, b0, b1 int32
	confidence     float32 // 0..1
}

func (b bead) linked() bool { return b.a1 > b.a0 && b.b1 > b.b0 }

// lattice holds a value for every bead within a corridor, by the boundary at which it ends: first the
// log-likelihood ratio against chance with the prior, then the probability.
type lattice struct {
	corridor
	shapes []beadShape
	start  []int       // by row: where its boundaries begin in scores
	scores [][]float32 // by shape, by boundary; -Inf where the bead does not fit
}

func (l *lattice) at(i, j int) int { return l.start[i] + j - int(l.low[i]) }

func (l *lattice) within(i, j int) bool {
	return i >= 0 && j >= int(l.low[i]) && j <= int(l.high[i])
}

var never = float32(math.Inf(-1))

// weigh scores every bead within the corridor. fits may rule beads out.
func weigh(ctx context.Context, s *scorer, c corridor, shapes int, fits func(a0, a1, b0, b1 int) bool) (*lattice, error) {
	l := &lattice{corridor: c, start: make([]int, len(c.low)), shapes: beadShapes[:shapes]}
	total := 0
	for i := range c.low {
		l.start[i] = total
		total += int(c.high[i]-c.low[i]) + 1
	}
	l.scores = make([][]float32, shapes)
	for k := range l.scores {
		l.scores[k] = make([]float32, total)
	}
	ring := newRing(c)
	known := &halves{cells: ring.cell}
	for i := range c.low {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if i > 0 {
			ring.fill(s.evidence, i-1)
			known.enter(i, ring)
		}
		for j := int(c.low[i]); j <= int(c.high[i]); j++ {
			at := l.at(i, j)
			for k, sh := range l.shapes {
				if i < sh.a || j < sh.b || !l.within(i-sh.a, j-sh.b) || fits != nil && !fits(i-sh.a, i, j-sh.b, j) {
					l.scores[k][at] = never
					continue
				}
				var words float32
				if sh.a > 0 && sh.b > 0 {
					words = s.words(i, j, sh.a, sh.b, known)
				}
				l.scores[k][at] = s.bead(k, i, j, words)
			}
		}
	}
	return l, nil
}

// ring keeps the cells of the last rows.
type ring struct {
	c    corridor
	rows [deepest][]cell
	from [deepest]int
}

func newRing(c corridor) *ring { return &ring{c: c} }

// fill computes the cells of segment i of A with all segments of B that a bead within the corridor
// could pair it with.
func (r *ring) fill(e *evidence, i int) {
	e.enter(i)
	low := max(0, int(r.c.low[i])-deepest)
	high := int(r.c.high[min(i+deepest, len(r.c.high)-1)])
	slot := i % deepest
	r.rows[slot], r.from[slot] = r.rows[slot][:0], low
	for j := low; j < high; j++ {
		r.rows[slot] = append(r.rows[slot], e.cell(j))
	}
}

func (r *ring) cell(x, y int) *cell { return &r.rows[x%deepest][y-r.from[x%deepest]] }

// best returns the path of beads with the highest sum of what their values are worth.
func (l *lattice) best(worth func(value float32) float32) []bead {
	n := len(l.low) - 1
	total := make([]float64, len(l.scores[0]))
	choice := make([]int8, len(total))
	for i := 0; i <= n; i++ {
		for j := int(l.low[i]); j <= int(l.high[i]); j++ {
			at := l.at(i, j)
			total[at], choice[at] = nothing, -1
			if i == 0 && j == 0 {
				total[at] = 0
				continue
			}
			for k, sh := range l.shapes {
				if l.scores[k][at] == never {
					continue
				}
				if t := total[l.at(i-sh.a, j-sh.b)] + float64(worth(l.scores[k][at])); t > total[at] {
					total[at], choice[at] = t, int8(k)
				}
			}
		}
	}
	return l.trace(choice)
}

func (l *lattice) trace(choice []int8) []bead {
	i := len(l.low) - 1
	j := int(l.high[i])
	var out []bead
	for i > 0 || j > 0 {
		at := l.at(i, j)
		k := choice[at]
		if k < 0 {
			return nil
		}
		sh := l.shapes[k]
		out = append(out, bead{a0: int32(i - sh.a), a1: int32(i), b0: int32(j - sh.b), b1: int32(j), confidence: l.scores[k][at]})
		i, j = i-sh.a, j-sh.b
	}
	for x, y := 0, len(out)-1; x < y; x, y = x+1, y-1 {
		out[x], out[y] = out[y], out[x]
	}
	return out
}
