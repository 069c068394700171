package align

import "math"

// posteriors gives every bead of the lattice its probability given both texts: the weight of all
// paths through it over the weight of all paths. temperature above 1 makes up for counting evidence
// that is not independent. It replaces the scores.
func (l *lattice) posteriors(temperature float32) {
	// Sums over a long text need the precision of float64; the values of single beads do not.
	size := len(l.scores[0])
	forward, backward := make([]float64, size), make([]float64, size)
	hot := float64(temperature)
	n := len(l.low) - 1
	for i := 0; i <= n; i++ {
		for j := int(l.low[i]); j <= int(l.high[i]); j++ {
			at := l.at(i, j)
			var sum logSum
			if i == 0 && j == 0 {
				sum.add(0)
			}
			for k, sh := range l.shapes {
				if s := l.scores[k][at]; s != never {
					sum.add(forward[l.at(i-sh.a, j-sh.b)] + float64(s)/hot)
				}
			}
			forward[at], backward[at] = sum.value(), nothing
		}
	}
	end := l.at(n, int(l.high[n]))
	backward[end] = 0
	whole := forward[end]
	for i := n; i >= 0; i-- {
		for j := int(l.high[i]); j >= int(l.low[i]); j-- {
			at := l.at(i, j)
			for k, sh := range l.shapes {
				if l.scores[k][at] == never {
					continue
				}
				if backward[at] == nothing {
					l.scores[k][at] = never
					continue
				}
				from := l.at(i-sh.a, j-sh.b)
				s := float64(l.scores[k][at]) / hot
				backward[from] = logAdd(backward[from], s+backward[at])
				l.scores[k][at] = float32(exp(min(0, forward[from]+s+backward[at]-whole)))
			}
		}
	}
}

var nothing = math.Inf(-1)

// logSum adds numbers that are given as logarithms. It is exact: over a long text the small errors of a
// quick logarithm would add up to more than any evidence.
type logSum struct {
	top, sum float64
	any      bool
}

func (s *logSum) add(x float64) {
	switch {
	case x == nothing:
	case !s.any:
		s.top, s.sum, s.any = x, 1, true
	case x <= s.top:
		s.sum += exp(x - s.top)
	default:
		s.top, s.sum = x, s.sum*exp(s.top-x)+1
	}
}

func (s *logSum) value() float64 {
	if !s.any {
		return nothing
	}
	return s.top + math.Log(s.sum)
}

func logAdd(x, y float64) float64 {
	if x < y {
		x, y = y, x
	}
	if y == nothing || x-y > 40 {
		return x
	}
	return x + math.Log1p(math.Exp(y-x))
}

// exp is e to the x, x not positive; nothing where it would not be felt in a sum with 1.
func exp(x float64) float64 {
	if x < -40 {
		return 0
	}
	return math.Exp(x)
}
