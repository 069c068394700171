package session_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/app/session"
	"hexapla/app/store"
	"hexapla/assets"
)

// loop is the goroutine of a session under test: what jobs post is run when the test turns it.
type loop struct {
	t       *testing.T
	posted  chan func()
	options session.Options
}

func newLoop(t *testing.T) *loop {
	t.Helper()
	resources := shipped(t)
	l := &loop{t: t, posted: make(chan func(), 1<<12)}
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	l.options = session.Options{
		Resources: resources, Coder: "Ada", Post: func(f func()) { l.posted <- f },
		Now: func() time.Time { now = now.Add(time.Second); return now },
	}
	return l
}

// turn runs what is posted until no job is under way.
func (l *loop) turn(s *session.Session) {
	l.t.Helper()
	deadline := time.After(60 * time.Second)
	for s.Deriving() || len(s.Jobs()) > 0 {
		select {
		case f := <-l.posted:
			f()
		case <-deadline:
			l.t.Fatal("the jobs do not end")
		}
	}
}

func (l *loop) create() *session.Session {
	l.t.Helper()
	s, err := session.Create(filepath.Join(l.t.TempDir(), "p.hexapla"), l.options)
	if err != nil {
		l.t.Fatal(err)
	}
	l.t.Cleanup(func() { s.Close() })
	l.turn(s)
	return s
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestUndoAcrossRestart(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	s.ImportText("one", "The first article says this. It is short.")
	id := s.State().Articles[0].ID
	check(t, s.Do(article.SetMeta{Article: id, Field: "title", Value: "A title"}))
	path := s.Path()
	check(t, s.Close())

	s, err := session.Open(path, l.options)
	check(t, err)
	defer s.Close()
	if got := s.State().Articles[0].Meta.Title.Value; got != "A title" {
		t.Fatalf("title after reopening: %q", got)
	}
	check(t, s.Undo())
	if got := s.State().Articles[0].Meta.Title.Value; got == "A title" {
		t.Errorf("undo after reopening kept the title")
	}
	check(t, s.Redo())
	if got := s.State().Articles[0].Meta.Title.Value; got != "A title" {
		t.Errorf("redo gave %q", got)
	}
	for len(s.State().Articles) > 0 {
		check(t, s.Undo())
	}
	if undo, _ := s.Undoable(); !undo.Empty() {
		t.Errorf("an empty project offers to undo %q", undo)
	}
	if s.Undo() == nil {
		t.Error("undo of nothing reports no error")
	}
}

// TestOneActIsOneStep: what a person does in one go is one undo, also after a restart.
func TestOneActIsOneStep(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	folder := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		check(t, os.WriteFile(filepath.Join(folder, name+".txt"), []byte("Text "+name+" tells of the talks in Vienna."), 0o644))
	}
	s.Import([]string{folder}, func(session.Imported) {})
	l.turn(s)
	var tag []article.Act
	for _, a := range s.State().Articles {
		tag = append(tag, article.SetMeta{Article: a.ID, Field: "tags", Value: "talks"})
	}
	check(t, s.Do(tag...))
	path := s.Path()
	check(t, s.Close())

	s, err := session.Open(path, l.options)
	check(t, err)
	defer s.Close()
	for _, want := range []string{"tags set to “talks” in 3 articles", "adding 3 articles"} {
		if undo, _ := s.Undoable(); undo.String() != want {
			t.Errorf("offers to undo %q, want %q", undo, want)
		}
		check(t, s.Undo())
		if _, redo := s.Undoable(); redo.String() != want {
			t.Errorf("offers to redo %q, want %q", redo, want)
		}
	}
	if n := len(s.State().Articles); n != 0 {
		t.Errorf("%d articles are left after the undo of the import", n)
	}
	check(t, s.Redo())
	check(t, s.Redo())
	if a := s.State().Articles; len(a) != 3 || a[2].Meta.Tags.Value != "talks" {
		t.Errorf("after redo: %d articles", len(a))
	}
}

func TestViewSurvivesRestart(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	s.Look(func(v *session.View) { v.Screen, v.Row, v.Top = "compare", 7, 312.5 })
	path := s.Path()
	check(t, s.Close())
	s, err := session.Open(path, l.options)
	check(t, err)
	defer s.Close()
	if v := s.View(); v.Screen != "compare" || v.Row != 7 || v.Top != 312.5 {
		t.Errorf("view after reopening: %+v", v)
	}
}

func TestImportNamesWhatCannotBeRead(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	dir := t.TempDir()
	for name, data := range map[string]string{
		"good.txt":      "Vienna, August 8. The talks went on.",
		"copy.txt":      "Vienna, August 8. The talks went on.",
		"junk.bin":      "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00",
		".hidden":       "not for us",
		"deep/more.txt": "Another article lies deeper in the folder.",
	} {
		check(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644))
	}
	var got session.Imported
	s.Import([]string{dir, filepath.Join(dir, "missing.txt")}, func(i session.Imported) { got = i })
	l.turn(s)
	if len(got.Added) != 2 || len(got.Known) != 1 {
		t.Errorf("added %d, known %d; want 2 and 1", len(got.Added), len(got.Known))
	}
	all := strings.Join(got.Failures, "\n")
	for _, name := range []string{"junk.bin", "missing.txt"} {
		if !strings.Contains(all, name) {
			t.Errorf("no failure names %s: %s", name, all)
		}
	}
	if strings.Contains(all, "hidden") {
		t.Errorf("the hidden file was read: %s", all)
	}
}

func TestReviewKeepsTheResult(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	a := s.ImportText("a", "Talks resume in Vienna. Iran will sign the agreement in five months.")
	b := s.ImportText("b", "Talks resume in Vienna. Iraq will not sign the agreement in four months.")
	check(t, s.Do(article.Group{Articles: append(a.Added, b.Added...), Story: "talks"}))
	l.turn(s)
	if len(s.Result().Comparisons) != 1 || len(s.Result().Comparisons[0].Differences) == 0 {
		t.Fatal("no difference between Iran and Iraq")
	}
	c := &s.Result().Comparisons[0]
	check(t, s.Review(c, 0, func(r *article.Review) { r.Status, r.Note = analysis.Confirmed, "wrong country" }))
	if s.Deriving() {
		t.Error("a review started a derivation")
	}
	if got := s.Result().Reviews(c)[0]; got.Status != analysis.Confirmed || got.Note != "wrong country" || got.Coder != "Ada" {
		t.Errorf("the review reads %+v", got)
	}
	check(t, s.Undo())
	if got := s.Result().Reviews(c)[0].Status; got != analysis.Open {
		t.Errorf("after undo the difference is %s", got)
	}
}

func TestLateResultIsDropped(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	s.ImportText("a", "One article.")
	s.ImportText("b", "Another article.")
	l.turn(s)
	if n := len(s.Result().Versions); n != 2 {
		t.Errorf("the result has %d versions, want 2", n)
	}
}

func TestSample(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	sample, err := assets.Files.ReadDir("sample")
	if err != nil || len(sample) == 0 {
		t.Fatal("no sample")
	}
	check(t, s.AddSample(sub(t, "sample")))
	l.turn(s)
	check(t, s.Failure())
	r := s.Result()
	if len(r.Comparisons) != 1 || len(r.Comparisons[0].Versions) != 5 {
		t.Fatalf("the sample compares %d stories", len(r.Comparisons))
	}
	for _, v := range r.Versions {
		if v.Article.Meta.Label.Value == "" {
			t.Errorf("%s does not say what it is", v.Article.File)
		}
		if v.Article.Meta.Date.Value == "" || v.Article.Meta.Date.Guess {
			t.Errorf("%s has the date %+v", v.Article.File, v.Article.Meta.Date)
		}
	}
}

// TestBeside: two sessions on one project share every decision and the result, and each looks where
// it likes; the last one closes the file.
func TestBeside(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	other := s.Beside()
	told := map[session.Change]int{}
	other.Listen(func(c session.Change) { told[c]++ })
	s.ImportText("one", "The first article says this. It is short.")
	l.turn(s)
	if len(other.State().Articles) != 1 || len(other.Result().Versions) != 1 {
		t.Fatal("what one session adds the other does not have")
	}
	s.Look(func(v *session.View) { v.Screen = "compare" })
	if told[session.Looking] != 0 || other.View().Screen == "compare" {
		t.Error("a session looks where the other does")
	}
	s.LookAll(func(v *session.View) { v.Unlike = 4 })
	if told[session.Looking] != 1 || other.View().Unlike != 4 {
		t.Error("LookAll leaves a session out")
	}
	check(t, other.Undo())
	l.turn(other)
	if len(s.State().Articles) != 0 {
		t.Error("what one session undoes stays in the other")
	}
	check(t, s.Close())
	other.ImportText("two", "The second article says that. It is short, too.")
	l.turn(other)
	other.Look(func(v *session.View) { v.Screen = "report" })
	check(t, other.Close())
	again, err := session.Open(s.Path(), l.options)
	check(t, err)
	defer again.Close()
	if len(again.State().Articles) != 1 || again.View().Screen != "report" {
		t.Errorf("the last session leaves %d articles on %s", len(again.State().Articles), again.View().Screen)
	}
}

// TestDerivedValuesAreKept: a project opens with what was derived, for the program that derived it.
func TestDerivedValuesAreKept(t *testing.T) {
	l := newLoop(t)
	l.options.Stamp = "this program"
	s := l.create()
	for _, text := range []string{"Wang Qun said that five talks resumed in Vienna.", "Wang Qun said that four talks resumed in Vienna."} {
		s.ImportText("", text)
	}
	a := s.State().Articles
	check(t, s.Do(article.Group{Articles: []article.ID{a[0].ID, a[1].ID}, Story: "Talks"}))
	l.turn(s)
	want, path := s.Result(), s.Path()
	check(t, s.Close())
	kept := func() string {
		p, err := store.Open(path)
		check(t, err)
		defer p.Close()
		data, err := p.Cached("derived")
		check(t, err)
		return string(data)
	}
	before := kept()
	if !strings.HasPrefix(before, "this program\x00") {
		t.Fatalf("kept is %.30q", before)
	}
	for _, stamp := range []string{"this program", "", "another"} {
		l.options.Stamp = stamp
		s, err := session.Open(path, l.options)
		check(t, err)
		l.turn(s)
		if got := s.Result(); !reflect.DeepEqual(got.Comparisons, want.Comparisons) || !reflect.DeepEqual(got.Statements, want.Statements) {
			t.Errorf("%q derives %+v, want %+v", stamp, got.Comparisons, want.Comparisons)
		}
		check(t, s.Close())
		if same := kept() == before; same != (stamp != "another") {
			t.Errorf("after %q what was kept is the same: %v", stamp, same)
		}
	}
}

func TestWhatIsDecidedTogetherIsUndoneTogether(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	label := func() (out string) {
		for _, e := range s.State().Events {
			out += e.Date + e.Label + " "
		}
		return out
	}
	check(t, s.Do(article.SetEvent{Date: "2022-08-08", Label: "talks"}))
	check(t, s.Do(article.RemoveEvent{Date: "2022-08-08", Label: "talks"}, article.SetEvent{Date: "2022-08-09", Label: "talks"}))
	check(t, s.Undo())
	if got := label(); got != "2022-08-08talks " {
		t.Errorf("after undoing a move: %q", got)
	}
	check(t, s.Undo())
	if got := label(); got != "" {
		t.Errorf("after undoing all: %q", got)
	}
	check(t, s.Redo())
	check(t, s.Redo())
	if got := label(); got != "2022-08-09talks " {
		t.Errorf("after doing all again: %q", got)
	}
	if s.Redo() == nil {
		t.Error("there is more to redo than was undone")
	}
}
