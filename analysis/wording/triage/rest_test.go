package triage_test

import (
	"slices"
	"testing"

	"hexapla/analysis/wording/triage"
)

// gravest returns the gravest difference of two English sentences.
func gravest(t *testing.T, a, b string) triage.Difference {
	t.Helper()
	found := differences(t, byLine(version("A", "en", a), version("B", "en", b)))
	if len(found) == 0 {
		t.Fatalf("no difference of\n %s\n %s", a, b)
	}
	return slices.MaxFunc(found, func(x, y triage.Difference) int {
		return int(1e9*x.Severity) - int(1e9*y.Severity)
	})
}

// TestRestCounts: of two renderings that differ from a third in the same way, the one that differs
// in something else as well, or that is broken English, stands before the other.
func TestRestCounts(t *testing.T) {
	for _, c := range []struct{ name, measure, less, more string }{
		{"a further omission",
			"The harbour office closed four old piers in the northern district.",
			"The harbour office closed five old piers in the northern district.",
			"The harbour office closed five old piers in the district."},
		{"a further addition",
			"The council must meet again before the end of the dry season.",
			"The council must meet again before the end of the season.",
			"The council must meet again before the bitter end of the season."},
		{"a noun missing",
			"Villagers near the dam were told to leave by the engineer.",
			"Residents near the dam were told by engineers to go away.",
			"Residents near the were told by engineers to go away."},
	} {
		less, more := gravest(t, c.measure, c.less), gravest(t, c.measure, c.more)
		if more.Severity <= less.Severity {
			t.Errorf("%s: %.3f (%s) is not above %.3f (%s)", c.name, more.Severity, more.Reason, less.Severity, less.Reason)
		}
	}
}

// TestRestDecidesNothing: what else differs moves a difference within its side of the threshold.
func TestRestDecidesNothing(t *testing.T) {
	for _, d := range differences(t, byLine(story()[0], story()[3])) {
		sum := 0.0
		for _, e := range d.Evidence {
			if e.Feature != "rest" {
				sum += e.Weight
			}
		}
		if (sum >= triage.Shown) != (d.Severity >= triage.Shown) {
			t.Errorf("%.3f became %.3f: %s", sum, d.Severity, d.Reason)
		}
	}
}

// TestSorts: every word has a sort, sentences end at their marks.
func TestSorts(t *testing.T) {
	o := load(t)
	got, err := o.Tables.Sorts(o.Model, "The mayor of Lindau smiled. Did she say 15?")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || len(got[0]) != 6 || got[0][0] != "the" || got[0][3] != "Name" || got[1][3] != "#" {
		t.Errorf("got %q", got)
	}
	for _, sentence := range got {
		if slices.Contains(sentence, "") {
			t.Errorf("a word without a sort in %q", sentence)
		}
	}
}
