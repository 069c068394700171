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
			for k, sh := range l.shapes {
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
			for k, sh := range l.shapes {
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
				l.scores[k][at] = min(1, fastExp(min(0, forward[from]+s+backward[at]-whole)))
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
	return s.top + fastLog(s.sum)
}

func logAdd(x, y float32) float32 {
	if x < y {
		x, y = y, x
	}
	if y == never || x-y > 12 {
		return x
	}
	return x + fastLog(1+fastExp(y-x))
}

// fastExp is e to the x within a thousandth, for x below 80, from the bits of the result.
func fastExp(x float32) float32 {
	if x < -60 {
		return 0
	}
	x *= 1.442695041
	whole := float32(math.Floor(float64(x)))
	part := x - whole
	mantissa := 1 + part*(0.69565+part*(0.226173+part*0.0781455))
	return math.Float32frombits(uint32(int32(whole)+127)<<23) * mantissa
}
