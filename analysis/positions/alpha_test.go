package positions

import (
	"fmt"
	"math"
	"testing"
)

// coded makes one coder's codings of units 0, 1, 2 …; NaN is not coded.
func coded(coder string, stances ...float64) []Coding {
	var out []Coding
	for i, s := range stances {
		if !math.IsNaN(s) {
			out = append(out, Coding{Statement: fmt.Sprint(i), Issue: "i", Stance: s, Coder: coder})
		}
	}
	return out
}

// TestAlphaKrippendorff is the example with missing values in Krippendorff 2011, four observers and
// twelve units: nominal .743, ordinal .815. Its codes 1 to 5 are our −2 to +2.
func TestAlphaKrippendorff(t *testing.T) {
	n := math.NaN()
	rows := [][]float64{
		{1, 2, 3, 3, 2, 1, 4, 1, 2, n, n, n},
		{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, n, 3},
		{n, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, n},
		{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, n},
	}
	var codings []Coding
	for i, row := range rows {
		for k := range row {
			row[k] -= 3
		}
		codings = append(codings, coded(fmt.Sprint("observer ", i), row...)...)
	}
	for _, c := range []struct {
		level Level
		want  float64
	}{{Nominal, 0.743}, {Ordinal, 0.815}} {
		got := Alpha(codings, c.level)
		if math.Abs(got.Alpha-c.want) > 0.001 || got.Units != 11 || len(got.Coders) != 4 {
			t.Errorf("%s: %+v, want %.3f", c.level, got, c.want)
		}
	}
}

func TestAlphaExtremes(t *testing.T) {
	a := []float64{-2, -1, 0, 1, 2}
	same := append(coded("a", a...), coded("b", a...)...)
	if got := Alpha(same, Ordinal).Alpha; got != 1 {
		t.Errorf("equal codes: %g", got)
	}
	opposite := append(coded("a", -2, 2, -2, 2), coded("b", 2, -2, 2, -2)...)
	if got := Alpha(opposite, Ordinal).Alpha; got >= 0 {
		t.Errorf("opposite codes: %g", got)
	}
	for name, codings := range map[string][]Coding{"nothing": nil, "one coder": coded("a", a...), "one code": append(coded("a", 1, 1), coded("b", 1, 1)...)} {
		if got := Alpha(codings, Ordinal).Alpha; !math.IsNaN(got) {
			t.Errorf("%s: %g", name, got)
		}
	}
}

// TestNoPositionIsNotZero: "no position" is a code of its own, and no value on the scale.
func TestNoPositionIsNotZero(t *testing.T) {
	codings := append(coded("a", 0, 1, -1, 2), coded("b", 0, 1, -1, 2)...)
	codings[0].None = true
	if got := Alpha(codings, Nominal); got.Units != 4 || got.Alpha >= 1 {
		t.Errorf("nominal: %+v", got)
	}
	if got := Alpha(codings, Ordinal); got.Units != 3 || got.Alpha != 1 {
		t.Errorf("ordinal: %+v", got)
	}
}

func TestReviewQueue(t *testing.T) {
	machine := coded(Machine, 1, 1, 1, 1)
	for i, c := range []float64{0.9, 0.4, 0.6, 0.1} {
		machine[i].Confidence = c
	}
	got := ReviewQueue(append(machine, coded("Ada", math.NaN(), math.NaN(), math.NaN(), 2)...))
	if len(got) != 3 || got[0].Statement != "1" || got[1].Statement != "2" || got[2].Statement != "0" {
		t.Errorf("%+v", got)
	}
}

func TestBetween(t *testing.T) {
	points := []Point{
		{Statement: "1", Actor: "A", Issue: "x", Date: "2020-05-01", Stance: 2},
		{Statement: "2", Actor: "B", Issue: "x", Date: "2020-05-02", Stance: -2},
		{Statement: "3", Actor: "C", Issue: "x", Date: "2020-05", Stance: 1},
		{Statement: "4", Actor: "A", Issue: "y", Date: "2020-05-01", Stance: 1},
		{Statement: "5", Actor: "B", Issue: "y", Date: "2020-05-01", Stance: 1},
		{Statement: "6", Actor: "D", Issue: "z", Date: "2020-05-01", Stance: 1},
		{Statement: "7", Actor: "E", Issue: "x", Date: "2021-05-01", Stance: 1},
	}
	got := Between(points, "2020-05-01", "2020-05-31")
	if fmt.Sprint(got.Actors) != "[A B C D]" {
		t.Fatalf("actors: %v", got.Actors)
	}
	for _, c := range []struct {
		a, b   int
		want   float64
		shared int
	}{{0, 0, 1, 2}, {0, 1, 0, 2}, {1, 0, 0, 2}, {0, 2, 0.5, 1}, {1, 2, -0.5, 1}, {0, 3, math.NaN(), 0}} {
		v := got.Values[c.a][c.b]
		if v != c.want && !(math.IsNaN(v) && math.IsNaN(c.want)) || got.Shared[c.a][c.b] != c.shared {
			t.Errorf("%s and %s: %g over %d issues", got.Actors[c.a], got.Actors[c.b], v, got.Shared[c.a][c.b])
		}
	}
}
