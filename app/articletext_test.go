package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// until lets what was posted run till something holds.
func (u *person) until(holds func() bool) {
	u.t.Helper()
	deadline := time.After(20 * time.Second)
	for !holds() {
		select {
		case f := <-u.posted:
			f()
		case <-deadline:
			u.t.Fatal("it never comes to hold")
		}
	}
}

// withFile is a person with one article, from a file.
func withFile(t *testing.T, words string) (u *person, path string) {
	t.Helper()
	u = sitDown(t)
	path = filepath.Join(t.TempDir(), "talks.txt")
	if err := os.WriteFile(path, []byte(words), 0o644); err != nil {
		t.Fatal(err)
	}
	u.dropped([]fyne.URI{storage.NewFileURI(path)})
	u.wait()
	return u, path
}

func (u *person) panel() *articlePanel { return u.shell.screens[screenLibrary].(*library).panel }

func TestTextEditedInPlace(t *testing.T) {
	u, _ := withFile(t, "Talks resume\n\nThe talks resumed in Vienna on Monday after five months.\n")
	a := u.session.State().Articles[0]
	at := strings.Index(a.Text, "five months")
	note := article.Annotate{Place: article.AnchorAt(a.ID, a.Text, text.Span{Start: at, End: at + len("five months")}), Note: "or four?"}
	if err := u.session.Do(note); err != nil {
		t.Fatal(err)
	}
	edit := func(from, to string) {
		p := u.panel().text
		p.edit()
		p.entry.SetText(strings.Replace(p.entry.Text, from, to, 1))
		p.save()
		u.wait()
	}
	edit("Vienna", "the city of Vienna")
	if s := u.session.State().Articles[0].Text; !strings.Contains(s, "city of Vienna") {
		t.Fatalf("the text reads %q", s)
	}
	if n := len(u.orphanLines()); n != 0 {
		t.Errorf("%d decisions have lost their place though it is there", n)
	}
	edit(" after five months", "")
	if n := len(u.orphanLines()); n != 1 {
		t.Errorf("%d decisions have lost their place, want the note", n)
	}
	u.command("History…")
	u.command("Undo")
	u.wait()
	if s := u.session.State().Articles[0].Text; !strings.Contains(s, "five months") || len(u.orphanLines()) != 0 {
		t.Errorf("undone, the text reads %q", s)
	}
}

func TestChangedFileIsOffered(t *testing.T) {
	u, path := withFile(t, "Talks resume\n\nThe talks resumed in Vienna after five months.\n")
	if u.panel().text.renew.Visible() {
		t.Fatal("a file that was just read is offered again")
	}
	if err := os.WriteFile(path, []byte("Talks resume again\n\nThe talks resumed in Vienna after four months.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	u.open(u.session.Path())
	u.wait()
	u.until(func() bool { return u.panel().text.renew.Visible() })
	u.panel().text.reimport()
	u.wait()
	all := u.session.State().Articles
	if len(all) != 1 || !strings.Contains(all[0].Text, "four months") || titleOf(all[0]) != "Talks resume again" {
		t.Errorf("read again, there are %d articles, the first %q: %q", len(all), titleOf(all[0]), all[0].Text)
	}
	if u.panel().text.renew.Visible() {
		t.Error("the file is offered once more")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := u.session.Reimport(all[0].ID); err == nil {
		t.Error("a file that is gone is read")
	}
}
