package app

import (
	"strings"
	"testing"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

func TestIgnoreSwitches(t *testing.T) {
	u := sitDown(t)
	u.command("New project")
	u.wait()
	for _, s := range []string{
		"Talks resume\n\nThe talks in the City resumed, and the minister criticises the agreement.",
		"Talks resume\n\nThe talks in the city resumed and the minister criticised the agreement.",
	} {
		u.imported(u.session.ImportText("", s))
	}
	u.wait()
	u.command("Compare selected")
	u.wait()
	c := u.compare()
	cosmetic := func() (n int) {
		for _, d := range c.page.shown {
			if c.page.comparison.Differences[d].Kind == triage.Cosmetic {
				n++
			}
		}
		return n
	}
	if n := cosmetic(); n != 0 {
		t.Fatalf("%d harmless differences are shown at first", n)
	}
	if text := c.ignore.pill.Text(); !strings.Contains(text, "case …") {
		t.Errorf("the menu reads %q", text)
	}
	u.ignore(text.FoldCase)
	u.wait()
	if n := cosmetic(); n != 1 {
		t.Errorf("%d differences of case are shown, want 1", n)
	}
	if text := c.ignore.pill.Text(); strings.Contains(text, "case") {
		t.Errorf("case is heeded and the menu reads %q", text)
	}
	u.ignore(text.FoldPunctuation)
	u.wait()
	if n := cosmetic(); n != 2 {
		t.Errorf("%d differences of case and punctuation are shown, want 2", n)
	}
	u.open(u.session.Path())
	u.wait()
	c = u.compare()
	if n := cosmetic(); n != 2 {
		t.Errorf("reopened, %d of them are shown, want 2", n)
	}
	u.ignore(text.FoldInflection)
	u.wait()
	for _, d := range c.page.comparison.Differences {
		if d.Kind == triage.Tense {
			t.Errorf("with inflection ignored there is a difference of tense: %s", d.Reason)
		}
	}
}
