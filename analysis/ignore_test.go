package analysis_test

import (
	"context"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

// twoLines compares two texts of a line under options.
func twoLines(t *testing.T, a, b string, o analysis.Options) []triage.Difference {
	t.Helper()
	r := shipped(t)
	o.OneStory, o.ByLine, o.Stages = true, true, analysis.Differences|analysis.Collation
	p := analysis.Project{Articles: []article.Article{{ID: "a", Text: a, Lines: true}, {ID: "b", Text: b, Lines: true}}}
	result, err := analysis.Run(context.Background(), p, o, r, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result.Comparisons[0].Differences
}

func TestHarmlessDifferencesAreHeeded(t *testing.T) {
	for _, c := range []struct {
		a, b string
		of   text.Fold
	}{
		{"The talks in the City resumed on Monday.", "The talks in the city resumed on Monday.", text.FoldCase},
		{"The talks, which resumed, went on.", "The talks which resumed, went on.", text.FoldPunctuation},
		{"The negotiators honour the deal.", "The negotiators honor the deal.", text.FoldVariants},
	} {
		heeded := func(o analysis.Options) (n int) {
			for _, d := range twoLines(t, c.a, c.b, o) {
				if d.Heeded {
					n++
				}
			}
			return n
		}
		if n := heeded(analysis.Options{}); n != 0 {
			t.Errorf("%q: %d are heeded though nobody asked", c.b, n)
		}
		if n := heeded(analysis.Options{Heed: c.of}); n != 1 {
			t.Errorf("%q: %d are heeded of the class, want 1: %+v", c.b, n, twoLines(t, c.a, c.b, analysis.Options{}))
		}
		if n := heeded(analysis.Options{Heed: text.FoldWidth}); n != 0 {
			t.Errorf("%q: %d are heeded of another class", c.b, n)
		}
	}
}

func TestInflectionIgnored(t *testing.T) {
	a, b := "The minister criticises the agreement.", "The minister criticised the agreement."
	shown := func(o analysis.Options) (n int) {
		for _, d := range twoLines(t, a, b, o) {
			if d.Kind != triage.Cosmetic {
				n++
			}
		}
		return n
	}
	if shown(analysis.Options{}) == 0 {
		t.Error("another tense is no difference")
	}
	if n := shown(analysis.Options{Fold: text.FoldDefault | text.FoldInflection}); n != 0 {
		t.Errorf("with inflection ignored %d differences are left", n)
	}
}
