package app

import (
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
)

// TestLearningIsShownBeforeItIsDecided: corrections change the weights only when somebody says so, and
// that can be taken back.
func TestLearningIsShownBeforeItIsDecided(t *testing.T) {
	u := openSample(t)
	found := func() (out analysis.Refitted) {
		u.session.Refit(func(r analysis.Refitted, err error) {
			check(t, err)
			out = r
		})
		u.wait()
		return out
	}
	none := &learningSheet{desk: u.Desk, record: newRecord(u.session.Result()), found: found()}
	if got := none.summary(); got != L("Nobody corrected a coding yet: there is nothing to learn from.") {
		t.Errorf("without corrections it says %q", got)
	}
	var acts []article.Act
	for _, one := range newRecord(u.session.Result()).all {
		if one.strength() > 0.5 && len(acts) < 12 {
			acts = append(acts, article.Code{Content: one.anchors(), Issue: one.issue(), Stance: -roundHalf(one.coding.Stance)})
		}
	}
	check(t, u.session.Do(acts...))
	u.wait()
	u.command("Learn from corrections…")
	u.wait()
	if u.window.Canvas().Overlays().Top() == nil || len(u.session.State().Weights) != 0 {
		t.Fatal("what would be learnt is not shown, or decided already")
	}
	l := &learningSheet{desk: u.Desk, record: newRecord(u.session.Result()), found: found(), hide: func() {}}
	if len(l.found.Changes) == 0 || len(l.weights().Rows()) != len(l.found.Weights) || len(l.codings().Rows()) == 0 {
		t.Errorf("it foretells %d changes", len(l.found.Changes))
	}
	l.decide(func() error { return u.session.Do(l.found.Act) })
	u.wait()
	if len(u.session.State().Weights) == 0 {
		t.Error("nothing was learnt")
	}
	u.window.Canvas().Unfocus()
	u.command("Undo")
	if len(u.session.State().Weights) != 0 {
		t.Error("what was learnt cannot be undone")
	}
}
