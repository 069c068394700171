package positions

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// Curve is a smoothed line over time: stretches without gaps.
type Curve struct {
	Actor, Issue string
	Stretches    [][]CurvePoint
}

// CurvePoint is a place on a curve with its 95 % band.
type CurvePoint struct {
	Date            string
	Mean, Low, High float64
	N               float64 // effective number of utterances that carry it
}

// carried is how many effective utterances a line needs.
const carried = 3

// Smooth returns kernel means with bootstrap bands, one curve per actor and issue, by actor. The
// kernel is Gaussian with a standard deviation of bandwidth days, cut off at three of them. There is
// no line where fewer than three utterances carry it, by Kish's effective number (Σw)²/Σw², or where
// none lies within one bandwidth. The band is of the mean that the kernel sees: it knows nothing of
// what a wide kernel levels.
func Smooth(points []Point, bandwidth float64) []Curve {
	type line struct{ actor, issue string }
	lines := map[line][]Point{}
	for _, p := range points {
		if _, _, ok := days(p.Date); ok {
			lines[line{p.Actor, p.Issue}] = append(lines[line{p.Actor, p.Issue}], p)
		}
	}
	if !(bandwidth > 0) || math.IsInf(bandwidth, 0) {
		bandwidth = 30
	}
	out := make([]Curve, 0, len(lines))
	for k, list := range lines {
		out = append(out, Curve{k.actor, k.issue, stretches(utterances(list), bandwidth)})
	}
	slices.SortFunc(out, func(a, b Curve) int { return cmp.Or(cmp.Compare(a.Issue, b.Issue), cmp.Compare(a.Actor, b.Actor)) })
	return out
}

// stretches draws the line of one actor's sayings, which are in order of time.
func stretches(sayings []saying, bandwidth float64) [][]CurvePoint {
	out := [][]CurvePoint{}
	if len(sayings) < carried {
		return out
	}
	b := newBootstrap(sayings)
	step := max(1, math.Round(bandwidth/6))
	first, last := math.Floor(sayings[0].day), math.Ceil(sayings[len(sayings)-1].day)
	var stretch []CurvePoint
	for i := 0.0; ; i++ {
		day := min(last, first+i*step)
		if p, ok := b.at(day, bandwidth); ok {
			stretch = append(stretch, p)
		} else if len(stretch) > 0 {
			out = append(out, stretch)
			stretch = nil
			// Nothing can carry the line before the next saying comes near.
			if next := b.nextAfter(day); next-bandwidth > day+step {
				i = math.Floor((next - bandwidth - first) / step)
			}
		}
		if day >= last {
			break
		}
	}
	if len(stretch) > 0 {
		out = append(out, stretch)
	}
	return out
}

// bootstrap holds sayings and how often each resample draws them.
type bootstrap struct {
	sayings []saying
	draws   [][]uint8 // by saying, by resample
}

// newBootstrap draws the resamples once for the whole line, so that the band is smooth. Each saying
// is drawn a Poisson number of times, independent of the others (the Poisson bootstrap), so that the
// band at a day depends on the sayings near it only.
func newBootstrap(sayings []saying) *bootstrap {
	b := &bootstrap{sayings: sayings, draws: make([][]uint8, len(sayings))}
	const unit = 1 << 30
	for i := range sayings {
		d := dice(uint64(i+1) * 0xD1342543DE82EF95)
		b.draws[i] = make([]uint8, curveResamples)
		for k := range b.draws[i] {
			p, n := math.Exp(-1), uint8(0)
			for u := float64(d.below(unit)) / unit; u >= p && n < 8; {
				u -= p
				n++
				p /= float64(n)
			}
			b.draws[i][k] = n
		}
	}
	return b
}

// curveResamples is how often the bootstrap of a curve draws.
const curveResamples = 200

// at returns the curve's place on a day.
func (b *bootstrap) at(day, bandwidth float64) (CurvePoint, bool) {
	from, _ := slices.BinarySearchFunc(b.sayings, day-3*bandwidth, func(s saying, d float64) int { return cmp.Compare(s.day, d) })
	var w, ww, wy, nearest float64
	nearest = math.Inf(1)
	to := from
	for ; to < len(b.sayings) && b.sayings[to].day <= day+3*bandwidth; to++ {
		k := kernel((b.sayings[to].day - day) / bandwidth)
		w += k
		ww += k * k
		wy += k * b.sayings[to].stance
		nearest = min(nearest, math.Abs(b.sayings[to].day-day))
	}
	n := w * w / ww
	if !(n >= carried-1e-9) || nearest > bandwidth {
		return CurvePoint{}, false
	}
	p := CurvePoint{Date: time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly), Mean: wy / w, N: n}
	p.Low, p.High = widen(b.means(from, to, day, bandwidth, p.Mean), p.Mean, n)
	return p, true
}

// means returns the kernel means of the resamples.
func (b *bootstrap) means(from, to int, day, bandwidth, otherwise float64) []float64 {
	sums, weights := make([]float64, curveResamples), make([]float64, curveResamples)
	for i := from; i < to; i++ {
		k := kernel((b.sayings[i].day - day) / bandwidth)
		y := b.sayings[i].stance
		for r, n := range b.draws[i] {
			if n > 0 {
				weights[r] += k * float64(n)
				sums[r] += k * float64(n) * y
			}
		}
	}
	for r := range sums {
		if weights[r] > 0 {
			sums[r] /= weights[r]
		} else {
			sums[r] = otherwise
		}
	}
	return sums
}

func (b *bootstrap) nextAfter(day float64) float64 {
	i, _ := slices.BinarySearchFunc(b.sayings, day, func(s saying, d float64) int { return cmp.Compare(s.day, d) })
	if i == len(b.sayings) {
		return day
	}
	return b.sayings[i].day
}

func kernel(x float64) float64 { return math.Exp(-x * x / 2) }
