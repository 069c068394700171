package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSecondStartOpensInTheFirst(t *testing.T) {
	u := openSample(t)
	if handOver(u.home, Options{Sample: true}) {
		t.Fatal("somebody takes over though nobody listens")
	}
	stop := u.listen()
	file := filepath.Join(t.TempDir(), "talks.txt")
	if err := os.WriteFile(file, []byte("The talks resumed in Vienna."), 0o644); err != nil {
		t.Fatal(err)
	}
	before := len(u.session.State().Articles)
	if !handOver(u.home, Options{Files: []string{file}}) {
		t.Fatal("the first start does not answer")
	}
	u.until(func() bool { return len(u.session.State().Articles) > before })
	u.wait()
	project := filepath.Join(t.TempDir(), "other"+projectSuffix)
	if err := u.session.SaveAs(project); err != nil {
		t.Fatal(err)
	}
	u.openNew()
	u.wait()
	if !handOver(u.home, Options{Files: []string{project}}) {
		t.Fatal("the first start does not answer again")
	}
	u.until(func() bool { return u.session.Path() == project })
	u.wait()
	if title := u.window.Title(); !strings.HasPrefix(title, "other") {
		t.Errorf("the window is called %q", title)
	}
	stop()
	if handOver(u.home, Options{}) {
		t.Error("somebody answers after the end")
	}
	// A start that has crashed leaves its sign behind, and takes nothing.
	if err := os.WriteFile(filepath.Join(u.home, presence), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if handOver(u.home, Options{}) {
		t.Error("a start that has crashed answers")
	}
	if left := taken(u.home); len(left) != 0 {
		t.Errorf("what nobody took is still there: %v", left)
	}
}

func TestFailureShowsItsCauses(t *testing.T) {
	u := openSample(t)
	cause := &fs.PathError{Op: "open", Path: "a.txt", Err: fs.ErrPermission}
	err := errors.Join(fmt.Errorf("a.txt cannot be read: %w", cause), errors.New("nor can b.txt"))
	details := u.detailsOf(err)
	for _, want := range []string{"*fs.PathError", "permission denied", "nor can b.txt", u.session.Path(), "Hexapla"} {
		if !strings.Contains(details, want) {
			t.Errorf("the details lack %s:\n%s", want, details)
		}
	}
	u.fail(err)
	if u.window.Canvas().Overlays().Top() == nil {
		t.Error("a failure is not shown")
	}
}
