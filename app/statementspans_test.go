package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestSpansFromSelection: what a person selects in the context becomes the content of the statement,
// and undo gives back what it was.
func TestSpansFromSelection(t *testing.T) {
	u := sitDown(t)
	u.command("New project")
	u.wait()
	u.imported(u.session.ImportText("", "Talks resume\n\nVienna is cold. Wang Qun said that the talks must go on. Nobody knows what comes next."))
	u.wait()
	u.command("Statements")
	s := u.shell.screens[screenStatements].(*statements)
	p := s.panel
	content := func() string {
		u.wait()
		r := u.session.Result()
		for i := range r.Statements {
			if r.Statements[i].Speaker == "Wang Qun" {
				return r.Statements[i].Content[0].Of(r.Versions[0].Article.Text)
			}
		}
		return ""
	}
	before := content()
	if before == "" {
		t.Fatal("no statement is found")
	}
	p.show(newRecord(u.session.Result()), newRecord(u.session.Result()).all[0], "")

	p.correctSpan(ofContent)
	if got := content(); got != before {
		t.Errorf("with nothing selected the content becomes %q", got)
	}
	p.context.TypedShortcut(&fyne.ShortcutSelectAll{})
	p.correctSpan(ofContent)
	if got := content(); !strings.Contains(got, "is cold. Wang Qun said") || !strings.HasSuffix(got, "comes next.") {
		t.Errorf("the content becomes %q", got)
	}
	u.command("Undo")
	if got := content(); got != before {
		t.Errorf("after undo the content is %q", got)
	}
}
