package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/app/session"
)

// person drives a desk as a person would, on a goroutine of the test's.
type person struct {
	*Desk
	t      testing.TB
	posted chan func()
}

func sitDown(t testing.TB) *person {
	t.Helper()
	resources := shipped(t)
	u := &person{t: t, posted: make(chan func(), 1<<12)}
	u.Desk = newDesk(test.NewTempApp(t), resources, nil, t.TempDir())
	u.post = func(f func()) { u.posted <- f }
	u.window.Resize(fyne.NewSize(1280, 720))
	t.Cleanup(func() { u.close() })
	return u
}

// wait lets the jobs end.
func (u *person) wait() {
	u.t.Helper()
	deadline := time.After(60 * time.Second)
	for u.session.Deriving() || len(u.session.Jobs()) > 0 {
		select {
		case f := <-u.posted:
			f()
		case <-deadline:
			u.t.Fatal("the jobs do not end")
		}
	}
}

// command runs a command by its name, as the menu, a shortcut and the palette do.
func (u *person) command(name string) {
	u.t.Helper()
	for _, c := range commands() {
		if c.name == name {
			if !u.able(c) {
				u.t.Fatalf("%s cannot be done now", name)
			}
			u.perform(c)
			return
		}
	}
	u.t.Fatalf("there is no command %s", name)
}

func (u *person) compare() *compare { return u.shell.screens[screenCompare].(*compare) }

func openSample(t *testing.T) *person {
	t.Helper()
	u := sitDown(t)
	u.command("Open the sample")
	u.wait()
	return u
}

func TestSampleComparesAtOnce(t *testing.T) {
	u := openSample(t)
	if u.shell.current != screenCompare {
		t.Fatalf("the sample opens on %s", u.shell.current)
	}
	p := u.compare().page
	if p == nil || len(p.columns) != 5 || len(p.shown) == 0 {
		t.Fatal("the sample shows no differences")
	}
	if rows := u.compare().view.Rows(); len(rows) == 0 || len(rows[0].Cells) != 5 {
		t.Error("the columns are empty")
	}
}

func TestEveryScreenShows(t *testing.T) {
	u := openSample(t)
	for _, s := range screens {
		u.command(s.name)
		if u.shell.current != s.id {
			t.Errorf("%s does not show", s.name)
		}
		if left, _ := u.shell.screens[s.id].status(); left == "" {
			t.Errorf("%s says nothing in the status line", s.name)
		}
		if len(u.shell.screens[s.id].tools()) == 0 {
			t.Errorf("%s has no tools", s.name)
		}
	}
}

func TestReviewUndoRedo(t *testing.T) {
	u := openSample(t)
	u.command("Next difference")
	c := u.compare()
	first := c.current
	if first < 0 {
		t.Fatal("no difference is looked at")
	}
	u.command("Confirm")
	if got := c.page.reviews[first].Status; got != analysis.Confirmed {
		t.Errorf("after Confirm it is %s", got)
	}
	if c.current == first && len(c.page.shown) > 1 {
		t.Error("confirming does not go on to the next difference")
	}
	u.window.Canvas().Unfocus()
	u.command("Undo")
	if got := c.page.reviews[first].Status; got != analysis.Open {
		t.Errorf("after Undo it is %s", got)
	}
	u.command("Redo")
	if got := c.page.reviews[first].Status; got != analysis.Confirmed {
		t.Errorf("after Redo it is %s", got)
	}
}

func TestNoteIsKept(t *testing.T) {
	u := openSample(t)
	u.command("Next difference")
	c := u.compare()
	d := c.current
	test.Type(c.inspector.note, "look this up")
	c.inspector.note.FocusLost()
	u.command("Next difference")
	if got := c.page.reviews[d].Note; got != "look this up" {
		t.Errorf("the note reads %q", got)
	}
}

func TestReopenShowsTheSameScreen(t *testing.T) {
	u := openSample(t)
	u.command("Next difference")
	u.command("Next difference")
	row := u.session.View().Row
	u.command("Statements")
	path := u.session.Path()
	u.open(path)
	u.wait()
	if u.shell.current != screenStatements || u.session.View().Row != row {
		t.Errorf("it reopens on %s, row %d; want statements, row %d", u.shell.current, u.session.View().Row, row)
	}
}

func TestPastedArticlesCompare(t *testing.T) {
	u := sitDown(t)
	u.command("New project")
	u.wait()
	for _, s := range []string{
		"Talks resume\n\nIran and the United States resumed talks in Vienna after five months.",
		"Talks resume\n\nIraq and the United States resumed talks in Vienna after four months.",
	} {
		u.imported(u.session.ImportText("", s))
	}
	u.wait()
	u.command("Compare selected")
	u.wait()
	if u.shell.current != screenCompare || u.compare().page == nil {
		t.Fatal("no comparison is shown")
	}
	if n := len(u.compare().page.comparison.Versions); n != 2 {
		t.Errorf("%d versions are compared", n)
	}
	reasons := ""
	for _, d := range u.compare().page.comparison.Differences {
		reasons += d.Reason + "\n"
	}
	if !strings.Contains(reasons, "Iraq") {
		t.Errorf("no reason names Iraq:\n%s", reasons)
	}
}

func TestDrop(t *testing.T) {
	u := sitDown(t)
	dir := t.TempDir()
	for name, s := range map[string]string{"a.txt": "The first article.", "deep/b.txt": "The second article."} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	u.dropped([]fyne.URI{storage.NewFileURI(dir)})
	u.wait()
	if n := len(u.session.State().Articles); n != 2 {
		t.Errorf("a dropped folder adds %d articles, want 2", n)
	}
	u.command("Save as…")
	path := filepath.Join(t.TempDir(), "saved")
	u.saveAs(path)
	if u.session.Path() != path+projectSuffix {
		t.Errorf("it is saved as %s", u.session.Path())
	}
	u.openNew()
	u.wait()
	u.dropped([]fyne.URI{storage.NewFileURI(path + projectSuffix)})
	u.wait()
	if n := len(u.session.State().Articles); n != 2 {
		t.Errorf("the dropped project has %d articles, want 2", n)
	}
}

func TestFieldCorrectedInPlace(t *testing.T) {
	u := openSample(t)
	u.command("Library")
	l := u.shell.screens[screenLibrary].(*library)
	id := u.session.State().Articles[0].ID
	l.look(id)
	if err := u.session.Do(article.SetMeta{Article: id, Field: "outlet", Value: "中新社"}); err != nil {
		t.Fatal(err)
	}
	u.wait()
	if got := u.session.State().Articles[0].Meta.Outlet; got.Value != "中新社" || got.Origin != article.FromUser {
		t.Errorf("the outlet is %+v", got)
	}
}

func TestBaseSwitchKeepsTheComparison(t *testing.T) {
	u := openSample(t)
	before := u.compare().page.comparison
	u.session.Look(func(v *session.View) { v.Base = u.compare().page.article(2).ID })
	p := u.compare().page
	if p.comparison != before {
		t.Error("another base compares anew")
	}
	if p.base != 2 {
		t.Errorf("the base is column %d", p.base)
	}
}

func TestSearchMarksHits(t *testing.T) {
	u := openSample(t)
	u.searchFor("multilateralism")
	c := u.compare()
	if len(c.hits) == 0 {
		t.Fatal("the search finds nothing")
	}
	u.searchFor("")
	if len(c.hits) != 0 {
		t.Error("an empty search keeps its hits")
	}
}

func TestThemesAndTextSize(t *testing.T) {
	u := openSample(t)
	for _, id := range []string{"light", "dark", "contrast", "system"} {
		u.setTheme(id)
	}
	u.command("Larger text")
	u.command("Smaller text")
}

func TestSheetsOpen(t *testing.T) {
	u := openSample(t)
	for _, name := range []string{"Shortcuts", "Manual", "What's new", "About Hexapla", "History…", "Preferences…", "Command palette…", "Paste text…", "Glossary…", "Codebook…", "Agreement between coders…"} {
		u.command(name)
		if u.window.Canvas().Overlays().Top() == nil {
			t.Errorf("%s opens nothing", name)
		}
		for u.window.Canvas().Overlays().Top() != nil {
			u.window.Canvas().Overlays().Remove(u.window.Canvas().Overlays().Top())
		}
	}
}

func TestEveryKeyMeansOneThing(t *testing.T) {
	seen := map[string]string{}
	for _, c := range commands() {
		if c.key == nil {
			continue
		}
		k := keyName(c.key)
		if other := seen[k]; other != "" {
			t.Errorf("%s means %s and %s", k, other, c.name)
		}
		seen[k] = c.name
	}
}

func TestReportIsWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.html")
	if err := WriteSampleReport(file); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Wang Qun", "<svg", "</html>"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("the report lacks %s", want)
		}
	}
	if strings.Contains(string(data), "<script") {
		t.Error("the report carries a script")
	}
}

func TestEscapeGivesTheKeysBack(t *testing.T) {
	u := openSample(t)
	u.command("Shortcuts")
	u.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if top := u.window.Canvas().Overlays().Top(); top != nil {
		t.Fatalf("Escape leaves %T over the window", top)
	}
	u.command("Find in all versions")
	if u.window.Canvas().Focused() != u.shell.search {
		t.Error("the search field does not get the keys")
	}
}
