package positions_test

import (
	"math"
	"reflect"
	"testing"

	"hexapla/analysis/positions"
)

// TestRefitLearns: where people find that a rule says too much or too little, its weight follows, and
// with more corrections it follows further.
func TestRefitLearns(t *testing.T) {
	tables, _, _ := load(t)
	weight := func(t *positions.Tables, id string) float64 {
		for _, r := range t.Rules() {
			if r.ID == id {
				return r.Weight
			}
		}
		return math.NaN()
	}
	before := weight(tables, "judged")
	corrections := func(n int) []positions.Coding {
		var out []positions.Coding
		for i := range n {
			id := string(rune('a'+i%26)) + string(rune('a'+i/26))
			out = append(out,
				positions.Coding{Statement: id, Issue: "x", Stance: before, Coder: positions.Machine, Evidence: []positions.Evidence{{Rule: "judged", Weight: before}}},
				positions.Coding{Statement: id, Issue: "x", Stance: 2, Coder: "Ada"})
		}
		return out
	}
	last := before
	for _, n := range []int{1, 5, 50, 500} {
		refitted, used := positions.Refit(tables, corrections(n))
		got := weight(refitted, "judged")
		if used != n || got <= last || got > 2 {
			t.Errorf("%d corrections: %d used, weight %.3f after %.3f", n, used, got, last)
		}
		last = got
	}
	if last < 1.9 {
		t.Errorf("500 corrections move the weight to %.2f only", last)
	}
	if got := weight(tables, "judged"); got != before {
		t.Errorf("the tables given changed: %g", got)
	}
}

// TestRefitOfNothing: without corrections, and with corrections that agree, nothing changes.
func TestRefitOfNothing(t *testing.T) {
	tables, _, _ := load(t)
	list := readLabelled(t)
	machine := codingsOf(t, list)
	if got, n := positions.Refit(tables, machine); n != 0 || got != tables {
		t.Errorf("no corrections, %d used", n)
	}
	agreed := machine
	for _, c := range machine {
		sum := 0.0
		for _, e := range c.Evidence {
			sum += e.Weight
		}
		if math.Abs(sum) < 2 && !c.None {
			c.Coder = "Ada"
			agreed = append(agreed, c)
		}
	}
	got, n := positions.Refit(tables, agreed)
	if n == 0 || !reflect.DeepEqual(got.Rules(), tables.Rules()) {
		t.Errorf("%d agreeing corrections change the weights", n)
	}
}

// TestRefitImproves: weights fitted on one half of the labelled sentences do not read the other half
// worse.
func TestRefitImproves(t *testing.T) {
	tables, _, _ := load(t)
	list := readLabelled(t)
	machine := codingsOf(t, list)
	errorOf := func(tables *positions.Tables, half int) float64 {
		sum, n := 0.0, 0.0
		for i, stance := range codeWith(t, tables, list) {
			if i%2 == half && !list[i].none && !math.IsNaN(stance) {
				sum += math.Abs(stance - list[i].stance)
				n++
			}
		}
		return sum / n
	}
	learnt := machine
	for i, l := range list {
		if i%2 == 0 && !l.none {
			learnt = append(learnt, positions.Coding{Statement: labelledID(i), Issue: l.issue, Stance: l.stance, Coder: "Ada"})
		}
	}
	refitted, n := positions.Refit(tables, learnt)
	before, after := errorOf(tables, 1), errorOf(refitted, 1)
	t.Logf("%d lessons: mean error %.3f before, %.3f after", n, before, after)
	if after > before+0.05 {
		t.Errorf("refitted weights err by %.3f, those before by %.3f", after, before)
	}
}
