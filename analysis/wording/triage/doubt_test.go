package triage_test

import (
	"strings"
	"testing"

	"hexapla/analysis/wording/triage"
)

const (
	measure = "The old ferry brought apples and timber to the villages along the northern shore before the first snow."
	loose   = "The old ferry carried apples and wood to the villages along the northern coast before the first snow."
	strange = "The old factory promised medicine and lawyers to the villages along the empty border before the first concert."
)

// shownOf lists what is shown by default of the differences.
func shownOf(found []triage.Difference) []triage.Difference {
	var out []triage.Difference
	for _, d := range found {
		if d.Severity >= triage.Shown {
			out = append(out, d)
		}
	}
	return out
}

// TestDoubt: a sentence in other words of the same use raises nothing; where many rare words are said
// nowhere, the words in their place are shown, one by one, and the reason names others of them.
func TestDoubt(t *testing.T) {
	if d := shownOf(differences(t, byLine(version("A", "en", measure), version("B", "en", loose)))); len(d) > 0 {
		t.Errorf("a loose rendering is shown: %s", d[0].Reason)
	}
	found := shownOf(differences(t, byLine(version("A", "en", measure), version("B", "en", strange))))
	if len(found) < 3 {
		t.Fatalf("%d differences of another story are shown", len(found))
	}
	for _, d := range found {
		if words := len(strings.Fields(d.Readings[1].Of(strange + "\n"))); words > 3 {
			t.Errorf("%d words are marked: %s", words, d.Readings[1].Of(strange))
		}
		if sum(d) < d.Severity-1e-6 || sum(d) > d.Severity+1e-6 {
			t.Errorf("the evidence of %.3f adds up to %.3f", d.Severity, sum(d))
		}
	}
	if r := found[0].Reason; !strings.Contains(r, "only one version says") {
		t.Errorf("the reason says nothing of the sentence: %s", r)
	}
}

func sum(d triage.Difference) float64 {
	out := 0.0
	for _, e := range d.Evidence {
		out += e.Weight
	}
	return out
}

// TestDoubtLeavesWitnessesTheWord: with a third version the versions are counted, not doubted.
func TestDoubtLeavesWitnessesTheWord(t *testing.T) {
	in := byLine(version("A", "en", measure), version("B", "en", strange), version("C", "en", loose))
	for _, d := range differences(t, in) {
		for _, e := range d.Evidence {
			if e.Feature == "doubt" {
				t.Errorf("doubted among three: %s", d.Reason)
			}
		}
	}
}

// TestNoneAboveTheGravest: the difference that answers for its sentence stands before all others of it.
func TestNoneAboveTheGravest(t *testing.T) {
	for _, b := range []string{loose, strange} {
		top, settled := 0.0, 0.0
		for _, d := range differences(t, byLine(version("A", "en", measure), version("B", "en", b))) {
			top = max(top, d.Severity)
			for _, e := range d.Evidence {
				if e.Feature == "rest" {
					settled = max(settled, d.Severity)
				}
			}
		}
		if settled != top || top == 0 {
			t.Errorf("%.3f stands above %.3f", top, settled)
		}
	}
}
