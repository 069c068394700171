package positions

import (
	"math"
	"slices"
)

// resamples is how often the bootstrap draws.
const resamples = 400

// dice is a counter-based source of numbers: the same for every run, without a seed that anybody
// could choose. Who wants other draws has other data.
type dice uint64

// below returns a number from 0 to n-1.
func (d *dice) below(n int) int {
	*d += 0x9E3779B97F4A7C15 // splitmix64
	z := uint64(*d)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	z ^= z >> 31
	return int(z % uint64(n))
}

// band is the 95 % bootstrap band of the mean of some values. The plain percentiles of few values
// are too narrow: resampling n values underrates their spread by √(n/(n−1)), and takes the normal
// distribution for Student's. Both are put right (Hesterberg 2015, "What teachers should know about
// the bootstrap", the expanded percentile interval). One value tells nothing of its spread: its band
// is the whole scale.
func band(values []float64) (low, high float64) {
	n := len(values)
	if n < 2 {
		return -2, 2
	}
	values = slices.Sorted(slices.Values(values))
	means := make([]float64, resamples)
	var d dice
	for b := range means {
		for range n {
			means[b] += values[d.below(n)] / float64(n)
		}
	}
	m := mean(values)
	return widen(means, m, float64(n))
}

// widen returns the expanded percentiles of resampled means around m, where n values carry it. A
// floor under the spread keeps a few equal values from claiming certainty.
func widen(means []float64, m, n float64) (low, high float64) {
	slices.Sort(means)
	tail := normalCDF(-student(n-1) * math.Sqrt(n/(n-1)))
	low, high = quantile(means, tail), quantile(means, 1-tail)
	floor := student(n-1) * leastSpread / math.Sqrt(n)
	return max(-2, min(low, m-floor)), min(2, max(high, m+floor))
}

// leastSpread is the standard deviation that sayings have at the least: a coder's half step.
const leastSpread = 0.25

// quantile of sorted values; beyond their ends it goes on with their spread, for resamples cannot
// show what a fraction of one draw would.
func quantile(sorted []float64, q float64) float64 {
	n := len(sorted)
	if least := 0.5 / float64(n); q < least || q > 1-least {
		m := mean(sorted)
		sd := 0.0
		for _, v := range sorted {
			sd += (v - m) * (v - m) / float64(n)
		}
		if sd == 0 {
			return m
		}
		return m + normalQuantile(q)*math.Sqrt(sd)
	}
	at := q*float64(n) - 0.5
	i := int(at)
	if i+1 >= n {
		return sorted[n-1]
	}
	f := at - float64(i)
	return sorted[i]*(1-f) + sorted[i+1]*f
}

func normalCDF(x float64) float64 { return 0.5 * math.Erfc(-x/math.Sqrt2) }

func normalQuantile(q float64) float64 { return -math.Sqrt2 * math.Erfcinv(2*q) }

// student is the 97.5 % point of Student's t with df degrees of freedom, which need not be whole
// (Hill 1970, CACM algorithm 396).
func student(df float64) float64 {
	const p = 0.05
	df = max(df, 1)
	switch {
	case df < 1.001:
		return 1 / math.Tan(p*math.Pi/2)
	case math.Abs(df-2) < 0.001:
		return math.Sqrt(2/(p*(2-p)) - 2)
	}
	a := 1 / (df - 0.5)
	b := 48 / (a * a)
	c := ((20700*a/b-98)*a-16)*a + 96.36
	d := ((94.5/(b+c)-3)/b + 1) * math.Sqrt(a*math.Pi/2) * df
	y := math.Pow(d*p, 2/df)
	if y > 0.05+a {
		x := normalQuantile(p / 2)
		y = x * x
		if df < 5 {
			c += 0.3 * (df - 4.5) * (x + 0.6)
		}
		c = (((0.05*d*x-5)*x-7)*x-2)*x + b + c
		y = (((((0.4*y+6.3)*y+36)*y+94.5)/c-y-3)/b + 1) * x
		y = math.Expm1(a * y * y)
	} else {
		y = ((1/(((df+6)/(df*y)-0.089*d-0.822)*(df+2)*3)+0.5/(df+4))*y-1)*(df+1)/(df+2) + 1/y
	}
	return math.Sqrt(df * y)
}
