package positions

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// The generator of simulated series. Its assumptions:
//
//   - An actor's true stance moves slowly: a sine of a random phase and a period of 3 to 8 years around a
//     random level, within the scale. Slowly is against the bandwidth of 90 days.
//   - Sayings come at random days, 4 to 40 a year, each one an utterance; one to three statements
//     (versions of a report) tell of it.
//   - A saying departs from the true stance by a normal error of 0.5, the same for all its statements; a
//     statement by one of 0.2 more. Stances are cut to the scale, as everywhere.
//
// Where the truth lies is the expectation of what is seen: cutting to the scale draws it inward a little.
type series struct {
	level, swing, phase, period float64
	points                      []Point
}

const (
	sayingError    = 0.5
	statementError = 0.2
	simulatedYears = 3
)

func simulate(r *rand.Rand, n int) series {
	s := series{
		level: r.Float64()*1.6 - 0.8, swing: r.Float64() * 0.6, phase: r.Float64() * 2 * math.Pi, period: 365 * (3 + 5*r.Float64()),
	}
	for i := range n {
		day := r.IntN(365 * simulatedYears)
		said := s.truth(float64(day)) + sayingError*r.NormFloat64()
		for k := range 1 + r.IntN(3) {
			s.points = append(s.points, Point{
				Statement: fmt.Sprintf("%d.%d", i, k), Utterance: fmt.Sprint(i), Actor: "X", Issue: "i", Date: isoDay(day),
				Stance: max(-2, min(2, said+statementError*r.NormFloat64())),
			})
		}
	}
	return s
}

func (s series) truth(day float64) float64 {
	return s.level + s.swing*math.Sin(s.phase+2*math.Pi*day/s.period)
}

var simulatedStart = time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC)

func isoDay(day int) string { return simulatedStart.AddDate(0, 0, day).Format(time.DateOnly) }

func dayOf(t testing.TB, iso string) float64 {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		t.Fatal(err)
	}
	return d.Sub(simulatedStart).Hours() / 24
}

// TestCurveCoversTruth: the 95 % band of a curve holds the true stance in 92 to 98 of 100 places, over
// 1,000 simulated series.
func TestCurveCoversTruth(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	held, all := 0, 0
	for range 1000 {
		s := simulate(r, simulatedYears*(4+r.IntN(37)))
		for _, c := range Smooth(s.points, 90) {
			for _, stretch := range c.Stretches {
				p := stretch[r.IntN(len(stretch))]
				all++
				if x := s.truth(dayOf(t, p.Date)); p.Low <= x && x <= p.High {
					held++
				}
			}
		}
	}
	share := float64(held) / float64(all)
	t.Logf("%d of %d places covered: %.1f %%", held, all, 100*share)
	if share < 0.92 || share > 0.98 {
		t.Errorf("the bands cover the truth in %.1f %% of %d places", 100*share, all)
	}
}

// TestPeriodCoversTruth: the same for the mean of a period, which is the mean of the true stance over
// it as the sayings lie.
func TestPeriodCoversTruth(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	held, all := 0, 0
	for range 1000 {
		s := simulate(r, simulatedYears*(4+r.IntN(37)))
		for _, p := range ByPeriod(s.points, Year) {
			if p.N < 3 {
				continue
			}
			truth, n := 0.0, 0.0
			seen := map[string]bool{}
			for _, q := range s.points {
				if q.Date >= p.From && q.Date <= p.To && !seen[q.Utterance] {
					seen[q.Utterance] = true
					truth += s.truth(dayOf(t, q.Date))
					n++
				}
			}
			all++
			if truth /= n; p.Low <= truth && truth <= p.High {
				held++
			}
		}
	}
	share := float64(held) / float64(all)
	t.Logf("%d of %d periods covered: %.1f %%", held, all, 100*share)
	if share < 0.92 || share > 0.98 {
		t.Errorf("the bands cover the truth in %.1f %% of %d periods", 100*share, all)
	}
}

func TestStudent(t *testing.T) {
	for _, c := range []struct{ df, want float64 }{{1, 12.706}, {2, 4.303}, {3, 3.182}, {5, 2.571}, {10, 2.228}, {30, 2.042}, {1000, 1.962}} {
		if got := student(c.df); math.Abs(got-c.want) > 0.01 {
			t.Errorf("student(%g) = %.3f, want %.3f", c.df, got, c.want)
		}
	}
}

// TestBandHoldsMean: a band is within the scale and around its mean, for equal values too.
func TestBandHoldsMean(t *testing.T) {
	for _, values := range [][]float64{{2, 2}, {-2, -2, -2}, {0, 0, 0, 0}, {1, 1}, {-2, 2}, {-2, -2, 2}, {0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}} {
		low, high := band(values)
		if m := mean(values); !(-2 <= low && low <= m && m <= high && high <= 2) {
			t.Errorf("band of %v: %g to %g", values, low, high)
		}
	}
}

func TestOneSayingTellsNothingOfItsSpread(t *testing.T) {
	if low, high := band([]float64{1}); low != -2 || high != 2 {
		t.Errorf("band of one value: %g to %g", low, high)
	}
}
