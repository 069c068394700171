//go:build window

package main

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestSampleJob does the whole job on the sample: look through the screens, review a difference,
// survive a power cut, take the decision back, hand the report on.
func TestSampleJob(t *testing.T) {
	w := openDisplay(t, size)
	began := time.Now()
	w.start("--sample")
	t.Logf("ready after %d ms", time.Since(began).Milliseconds())
	w.wait("derived")
	w.settle("sample-compare")

	for _, screen := range []struct{ key, name string }{
		{"ctrl+1", "library"}, {"ctrl+3", "positions"}, {"ctrl+4", "statements"}, {"ctrl+5", "report"}, {"ctrl+2", "compare"},
	} {
		w.key(screen.key)
		w.wait("screen " + screen.name)
		w.settle("sample-" + screen.name)
	}

	w.key("ctrl+Down")
	w.wait("difference")
	w.key("ctrl+Down")
	second := w.wait("difference")
	w.settle("sample-difference")
	w.key("ctrl+Return")
	judged := w.wait("judged")
	if want := strings.Replace(second, "difference", "judged", 1) + " confirmed"; judged != want {
		t.Errorf("%q after %q", judged, second)
	}
	w.kill()

	w.start("--sample")
	if opened := w.last("screen"); opened != "screen compare" {
		t.Errorf("the project opens on %q", opened)
	}
	w.wait("derived")
	w.key("ctrl+z")
	w.wait("undid")
	w.settle("sample-after-undo")
	w.key("ctrl+y")
	w.wait("redid")

	w.key("ctrl+shift+l")
	w.wait("theme")
	w.settle("sample-compare-dark")
	for _, screen := range []struct{ key, name string }{
		{"ctrl+1", "library"}, {"ctrl+3", "positions"}, {"ctrl+4", "statements"}, {"ctrl+5", "report"},
	} {
		w.key(screen.key)
		w.wait("screen " + screen.name)
		w.settle("sample-" + screen.name + "-dark")
	}
	w.key("ctrl+e")
	w.wait("wrote")
	reports, _ := filepath.Glob(filepath.Join(w.home, "*.html"))
	if len(reports) != 1 {
		t.Fatalf("reports in the home folder: %v", reports)
	}
	data, err := os.ReadFile(reports[0])
	if err != nil || !strings.Contains(string(data), "Wang Qun") {
		t.Errorf("the report does not speak of Wang Qun (%v)", err)
	}
}

// TestOwnFiles adds files of the user's, compares them and finds them again.
func TestOwnFiles(t *testing.T) {
	w := openDisplay(t, "1280x720")
	files := map[string]string{
		"a.txt":    "Talks resume\n\nVienna, August 8. Iran and the United States resumed talks after five months. The envoy said that an agreement must be reached.\n",
		"b.txt":    "Talks resume again\n\nVienna, August 8. Iraq and the United States resumed talks after four months. The envoy said that an agreement may be reached.\n",
		"junk.bin": "\x7fELF\x00\x00\x00",
	}
	args := []string{}
	for _, name := range []string{"a.txt", "b.txt", "junk.bin"} {
		path := filepath.Join(w.home, name)
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	w.start(args...)
	if got := w.wait("imported"); got != "imported 2 known 0 failed 1" {
		t.Errorf("the import says %q", got)
	}
	w.settle("own-import")
	w.key("Escape")
	w.key("ctrl+shift+Return")
	w.wait("screen compare")
	w.wait("derived")
	w.settle("own-compare-1280x720")
	w.key("ctrl+Down")
	w.wait("difference")
	w.settle("own-difference")
	w.key("ctrl+f")
	w.wait("command Find")
	w.do("sleep", "0.5", "type", "--delay", "40", "agreement")
	w.key("Return")
	if got := w.wait("found"); got == "found 0" {
		t.Error("the search finds nothing")
	}
	w.settle("own-search")
}

// TestScale opens the sample at twice the size.
func TestScale(t *testing.T) {
	w := openDisplay(t, "2880x1800")
	w.size = "1440x900"
	t.Setenv("FYNE_SCALE", "2")
	w.start("--sample")
	w.wait("derived")
	w.settle("sample-compare-scale2")
}

// settle waits until two pictures in a row are the same, and keeps the last. A cursor that blinks never
// settles, so it gives up after a few.
func (w *window) settle(name string) {
	w.t.Helper()
	file := filepath.Join(w.shots, name+".png")
	var last image.Image
	for range 6 {
		w.shot(name)
		f, err := os.Open(file)
		if err != nil {
			return // shot has said why
		}
		now, err := png.Decode(f)
		f.Close()
		if err != nil {
			w.t.Fatal(err)
		}
		if reflect.DeepEqual(now, last) {
			return
		}
		last = now
		time.Sleep(150 * time.Millisecond)
	}
}
