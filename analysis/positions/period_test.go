package positions

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

func point(statement, date string, stance float64) Point {
	return Point{Statement: statement, Utterance: statement, Actor: "X", Issue: "i", Date: date, Stance: stance}
}

func TestByPeriodBounds(t *testing.T) {
	for _, c := range []struct {
		date     string
		unit     Unit
		from, to string
		name     string
	}{
		{"2018-09-25", Day, "2018-09-25", "2018-09-25", "2018-09-25"},
		{"2018-12-31", Week, "2018-12-31", "2019-01-06", "2019-W01"},
		{"2021-01-03", Week, "2020-12-28", "2021-01-03", "2020-W53"},
		{"2020-02-29", Month, "2020-02-01", "2020-02-29", "2020-02"},
		{"2018-09", Month, "2018-09-01", "2018-09-30", "2018-09"},
		{"2018-09", Year, "2018-01-01", "2018-12-31", "2018"},
		{"2018", Year, "2018-01-01", "2018-12-31", "2018"},
	} {
		got := ByPeriod([]Point{point("s", c.date, 1)}, c.unit)
		if len(got) != 1 || got[0].From != c.from || got[0].To != c.to || PeriodName(c.from, c.unit) != c.name {
			t.Errorf("%s by %s: %+v, called %s", c.date, c.unit, got, PeriodName(c.from, c.unit))
		}
	}
}

func TestDateTooCoarseForPeriodHasNone(t *testing.T) {
	for _, p := range []Point{point("s", "2018", 1), point("s", "", 1), point("s", "yesterday", 1), point("s", "2018-13-40", 1)} {
		if got := ByPeriod([]Point{p}, Month); len(got) != 0 {
			t.Errorf("%q: %+v", p.Date, got)
		}
	}
}

// TestSayingCountsOnce: five versions of one saying weigh as much as one of another.
func TestSayingCountsOnce(t *testing.T) {
	var points []Point
	for i := range 5 {
		p := point(fmt.Sprint("a", i), "2020-05-05", 2)
		p.Utterance = "a"
		points = append(points, p)
	}
	points = append(points, point("b", "2020-05-06", -2))
	got := ByPeriod(points, Month)
	if len(got) != 1 || got[0].N != 2 || got[0].Mean != 0 || len(got[0].Statements) != 6 {
		t.Errorf("%+v", got)
	}
}

// TestPeriodsPartitionSayings: whatever the unit, every saying lies in exactly one period, and the
// positions do not depend on the order of the points.
func TestPeriodsPartitionSayings(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	points := simulate(r, 60).points
	for i := range points {
		points[i].Actor = string(rune('A' + i%3))
	}
	shuffled := append([]Point(nil), points...)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for _, u := range []Unit{Day, Week, Month, Year} {
		positions := ByPeriod(points, u)
		statements := 0
		for _, p := range positions {
			statements += len(p.Statements)
			if !(p.Low <= p.Mean && p.Mean <= p.High) {
				t.Errorf("%s: the mean %g lies outside %g to %g", u, p.Mean, p.Low, p.High)
			}
		}
		if statements != len(points) {
			t.Errorf("%s: %d statements in periods, %d points", u, statements, len(points))
		}
		if !reflect.DeepEqual(positions, ByPeriod(shuffled, u)) {
			t.Errorf("%s: another order of points, other positions", u)
		}
	}
	if !reflect.DeepEqual(Smooth(points, 30), Smooth(shuffled, 30)) {
		t.Error("another order of points, other curves")
	}
}

// TestNoLineAcrossGaps: between two bursts of sayings far apart there is no line, nor on two sayings.
func TestNoLineAcrossGaps(t *testing.T) {
	var points []Point
	for i := range 12 {
		date := time.Date(2018, 3, 1+i, 0, 0, 0, 0, time.UTC)
		if i >= 6 {
			date = date.AddDate(4, 0, 0)
		}
		points = append(points, point(fmt.Sprint(i), date.Format(time.DateOnly), float64(i%3-1)))
	}
	points = append(points, point("x", "2030-01-01", 1), point("y", "2030-01-02", 1))
	curves := Smooth(points, 10)
	if len(curves) != 1 || len(curves[0].Stretches) != 2 {
		t.Fatalf("curves: %+v", curves)
	}
	for _, stretch := range curves[0].Stretches {
		for _, p := range stretch {
			if p.Date > "2018-04-30" && p.Date < "2022-02-01" || p.Date > "2022-05-01" {
				t.Errorf("a line on %s", p.Date)
			}
			if p.N < carried-1e-6 || p.Low > p.Mean || p.High < p.Mean {
				t.Errorf("%+v", p)
			}
		}
	}
}

func TestOddBandwidths(t *testing.T) {
	points := simulate(rand.New(rand.NewPCG(7, 8)), 20).points
	for _, bandwidth := range []float64{0, -1, 1e-9, 1e9, nan()} {
		for _, c := range Smooth(points, bandwidth) {
			for _, stretch := range c.Stretches {
				if len(stretch) > 5000 {
					t.Errorf("bandwidth %g: %d places", bandwidth, len(stretch))
				}
			}
		}
	}
}

func nan() float64 { zero := 0.0; return zero / zero }

func BenchmarkSmooth10000(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 10))
	points := simulate(r, 5000).points
	for i := range points {
		points[i].Actor = string(rune('A' + i%9))
	}
	b.ResetTimer()
	for range b.N {
		Smooth(points, 30)
	}
}
