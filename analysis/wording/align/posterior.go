package align

import "math"

// posteriors gives every bead of the lattice its probability given both texts: the weight of all
// paths through it over the weight of all paths. temperature above 1 makes up for counting evidence
// that is not independent. It replaces the scores.
func (l *lattice) posteriors(temperature float32) {
	size := len(l.scores[0])
	forward, backward := make([]float32, size), make([]float32, size)
	n := len(l.low) - 1
	for i := 0; i <= n; i++ {
		for j := int(l.low[i]); j <= int(l.high[i]); j++ {
			at := l.at(i, j)
			var sum logSum
			if i == 0 && j == 0 {
				sum.add(0)
			}
			for k, sh := range beadShapes {
				if s := l.scores[k][at]; s != never {
					sum.add(forward[l.at(i-sh.a, j-sh.b)] + s/temperature)
				}
			}
			forward[at], backward[at] = sum.value(), never
		}
	}
	end := l.at(n, int(l.high[n]))
	backward[end] = 0
	whole := forward[end]
	for i := n; i >= 0; i-- {
		for j := int(l.high[i]); j >= int(l.low[i]); j-- {
			at := l.at(i, j)
			for k, sh := range beadShapes {
				s := l.scores[k][at]
				if s == never {
					continue
				}
				if backward[at] == never {
					l.scores[k][at] = never
					continue
				}
				from := l.at(i-sh.a, j-sh.b)
				s /= temperature
				backward[from] = logAdd(backward[from], s+backward[at])
				l.scores[k][at] = float32(math.Exp(float64(forward[from] + s + backward[at] - whole)))
			}
		}
	}
}

// logSum adds numbers that are given as logarithms.
type logSum struct {
	top, sum float32
	any      bool
}

func (s *logSum) add(x float32) {
	switch {
	case x == never:
	case !s.any:
		s.top, s.sum, s.any = x, 1, true
	case x <= s.top:
		s.sum += fastExp(x - s.top)
	default:
		s.top, s.sum = x, s.sum*fastExp(s.top-x)+1
	}
}

func (s *logSum) value() float32 {
	if !s.any {
		return never
	}
	return s.top + float32(math.Log(float64(s.sum)))
}

func logAdd(x, y float32) float32 {
	if x < y {
		x, y = y, x
	}
	if y == never || x-y > 20 {
		return x
	}
	return x + float32(math.Log1p(math.Exp(float64(y-x))))
}

func fastExp(x float32) float32 {
	if x < -20 {
		return 0
	}
	return float32(math.Exp(float64(x)))
}
