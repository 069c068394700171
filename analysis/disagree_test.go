package analysis_test

import (
	"slices"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
)

func TestDisagreements(t *testing.T) {
	statement := func(id, actor, utterance string) attribution.Statement {
		return attribution.Statement{ID: id, Actor: actor, Utterance: utterance}
	}
	coding := func(id, coder string, stance float64, force positions.Force) positions.Coding {
		return positions.Coding{Statement: id, Issue: "deal", Coder: coder, Stance: stance, Force: force}
	}
	r := &analysis.Result{
		Statements: []attribution.Statement{
			statement("a1", "CHN", "u1"), statement("a2", "CHN", "u2"), statement("a3", "CHN", "u3"), statement("a4", "CHN", ""),
			statement("b1", "CHN", "u1"), statement("b2", "IRN", "u2"), statement("b3", "", "u3"),
		},
		Codings: []positions.Coding{
			coding("a1", positions.Machine, 1.5, "demands"), coding("b1", positions.Machine, -1, "states"), coding("b1", "Ada", 0, "states"),
			coding("a3", positions.Machine, 1, "states"), coding("b3", positions.Machine, 0.5, "states"),
		},
	}
	got := analysis.Disagreements(r)
	if len(got) != 2 || got[0].Utterance != "u1" || got[1].Utterance != "u2" {
		t.Fatalf("got %+v", got)
	}
	if want := []string{"force", "stance"}; !slices.Equal(got[0].About, want) {
		t.Errorf("the first is about %v, want %v", got[0].About, want)
	}
	if want := []string{"speaker"}; !slices.Equal(got[1].About, want) {
		t.Errorf("the second is about %v, want %v", got[1].About, want)
	}
}
