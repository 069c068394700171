package app

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// TestColumnsAreAskedOnce: a table that cannot be guessed is read as the person says, and another
// with the same heading without asking.
func TestColumnsAreAskedOnce(t *testing.T) {
	u := sitDown(t)
	u.command("New project")
	u.wait()
	u.importFiles([]string{table(t, "one.csv", "Nr;Quelle;Satz\n1;AFP;Es regnet in Wien.\n2;APA;Man spricht.\n")})
	u.wait()
	for _, o := range test.LaidOutObjects(u.window.Canvas().Overlays().Top()) {
		if s, ok := o.(*widget.Select); ok {
			s.SetSelectedIndex(3) // the first is that of the texts
			break
		}
	}
	u.press("Add")
	u.wait()
	articles := u.session.State().Articles
	if len(articles) != 2 || articles[0].Text != "Es regnet in Wien." || articles[0].Meta.Outlet.Value != "AFP" {
		t.Fatalf("%d articles: %+v", len(articles), articles)
	}
	u.importFiles([]string{table(t, "two.csv", "Nr;Quelle;Satz\n3;AFP;Es schneit.\n")})
	u.wait()
	articles = u.session.State().Articles
	if len(articles) != 3 || articles[2].Text != "Es schneit." || u.window.Canvas().Overlays().Top() != nil {
		t.Errorf("%d articles, last %q", len(articles), articles[len(articles)-1].Text)
	}
}

// TestColumnsInAnArchive: tables in an archive are asked about as others are, those with one heading once.
func TestColumnsInAnArchive(t *testing.T) {
	u := sitDown(t)
	u.command("New project")
	u.wait()
	path := filepath.Join(t.TempDir(), "tables.zip")
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, entry := range [][2]string{{"a/one.csv", "Nr;Satz\n1;Es regnet in Wien.\n"}, {"a/two.csv", "Nr;Satz\n2;Man spricht.\n"}, {"note.txt", "Ein Text steht daneben."}} {
		w, err := z.Create(entry[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(entry[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), os.WriteFile(path, packed.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	u.importFiles([]string{path})
	u.wait()
	if n := len(u.session.State().Articles); n != 1 {
		t.Fatalf("%d articles before the answer", n)
	}
	for _, o := range test.LaidOutObjects(u.window.Canvas().Overlays().Top()) {
		if s, ok := o.(*widget.Select); ok {
			s.SetSelectedIndex(2)
			break
		}
	}
	u.press("Add")
	u.wait()
	if n := len(u.session.State().Articles); n != 3 || u.window.Canvas().Overlays().Top() != nil {
		t.Errorf("%d articles after the answer", n)
	}
}

// TestColumnsWithoutHeading: by number, and the first row is a text as any other.
func TestColumnsWithoutHeading(t *testing.T) {
	test.NewTempApp(t)
	f := newColumnForm(nil, []string{"1", "AFP", "Es regnet."})
	f.fields[0].SetSelectedIndex(3)
	if got := f.columns()["text"]; got != "Es regnet." {
		t.Errorf("with a heading: %q", got)
	}
	f.headed.SetChecked(false)
	if got := f.columns(); len(got) != 1 || got["text"] != "3" {
		t.Errorf("without a heading: %v", got)
	}
	if s := clipped(strings.Repeat("ä ", 100)); len([]rune(s)) != 41 {
		t.Errorf("clipped to %q", s)
	}
}

func table(t *testing.T, name, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
