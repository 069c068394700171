package align

import (
	"context"
	"slices"
	"testing"
)

// What a lattice remembers of runs is what it would have counted anew.
func TestRememberedWorth(t *testing.T) {
	lines := invented(40, 120, 3)
	a, b := readSide(sideOf("en", lines...), Options{}), readSide(sideOf("hu", translated(lines)...), Options{})
	s := newScorer(a, b, newTable(a, b, known(a, b, Options{})), newModel(a, b))
	n, m := len(a.bags), len(b.bags)
	c := corridor{low: make([]int32, n+1), high: make([]int32, n+1)}
	for i := range c.low {
		c.low[i], c.high[i] = int32(max(0, i*m/n-6)), int32(min(m, i*m/n+6))
	}
	c.low[n], c.high[n] = int32(min(m, int(c.low[n]))), int32(m)
	weighed, err := weigh(context.Background(), s, c, len(beadShapes), nil)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]cell
	for i := range n {
		s.enter(i)
		rows = append(rows, nil)
		for j := range m {
			x := s.cell(j)
			rows[i] = append(rows[i], cell{slices.Clone(x.inB), slices.Clone(x.inA)})
		}
	}
	forgetful := &halves{cells: func(x, y int) *cell { return &rows[x][y] }}
	words := 0
	for i := range c.low {
		for j := int(c.low[i]); j <= int(c.high[i]); j++ {
			for k, sh := range beadShapes {
				got := weighed.scores[k][weighed.at(i, j)]
				if got == never || sh.a == 0 || sh.b == 0 {
					continue
				}
				worth := s.words(i, j, sh.a, sh.b, forgetful)
				if want := s.bead(k, i, j, worth); got != want {
					t.Fatalf("the bead of %+v before (%d, %d) is worth %v, counted anew %v", sh.shape, i, j, got, want)
				}
				if worth != 0 {
					words++
				}
			}
		}
	}
	if words < 1000 {
		t.Errorf("only %d beads have words that tell anything", words)
	}
}
