package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
)

// TestAddressNeedsConsent: a page is requested after its address was shown and the person agreed, not before.
func TestAddressNeedsConsent(t *testing.T) {
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.Write([]byte("The talks in Vienna went on for a third day on Monday, diplomats said."))
	}))
	defer server.Close()
	u := sitDown(t)
	u.command("New project")
	u.wait()
	u.command("Add from an address…")
	for _, o := range test.LaidOutObjects(u.window.Canvas().Overlays().Top()) {
		if e, ok := o.(*widget.Entry); ok {
			e.SetText(server.URL + "/talks.txt")
		}
	}
	u.press("Continue…")
	shown := ""
	for _, o := range test.LaidOutObjects(u.window.Canvas().Overlays().Top()) {
		if p, ok := o.(*widgets.Prose); ok {
			shown += p.AccessibilityLabel()
		}
	}
	if !strings.Contains(shown, server.URL+"/talks.txt") || asked.Load() != 0 {
		t.Fatalf("shown %q, %d requests", shown, asked.Load())
	}
	u.press("Request it")
	u.wait()
	if n := len(u.session.State().Articles); n != 1 || asked.Load() != 1 {
		t.Errorf("%d articles after %d requests", n, asked.Load())
	}
	u.confirmAddress("file:///etc/passwd")
	if u.session != nil && len(u.session.Jobs()) > 0 {
		t.Error("an address of a file is requested")
	}
}

// press taps the button of a name in the dialog on top.
func (u *person) press(name string) {
	u.t.Helper()
	var top fyne.CanvasObject = u.window.Canvas().Overlays().Top()
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(*widget.Button); ok && b.Text == name {
			test.Tap(b)
			return
		}
	}
	u.t.Fatalf("the dialog has no button %s", name)
}
