package app

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestRichClipboard(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the script stands in for a program of Linux")
	}
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", ":0")
	if got := richClipboard(context.Background()); got != nil {
		t.Errorf("without a program it finds %q", got)
	}
	script := "#!/bin/sh\n[ \"$4\" = text/html ] || exit 1\nprintf '\\357\\273\\277<p>One.</p><p>Two.</p>'\n"
	if err := os.WriteFile(filepath.Join(folder, "xclip"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	if got := string(richClipboard(context.Background())); got != "<p>One.</p><p>Two.</p>" {
		t.Errorf("it finds %q", got)
	}
}

func TestWhatSystemsPutAroundAPage(t *testing.T) {
	if got := string(appleHex([]byte("«data HTML3C703EC3A93C2F703E»\n"))); got != "<p>é</p>" {
		t.Errorf("from AppleScript: %q", got)
	}
	head := "Version:0.9\r\nStartHTML:0000000056\r\nEndHTML:0000000066\r\n      "
	if got := string(windowsFragment([]byte(head[:56] + "<p>One</p>rest"))); got != "<p>One</p>" {
		t.Errorf("from Windows: %q", got)
	}
	for _, odd := range []string{"", "StartHTML:99\nEndHTML:-5", "StartHTML:5\nEndHTML:2\n", "«data HTML3»"} {
		appleHex([]byte(odd))
		windowsFragment([]byte(odd))
	}
}

func TestRichPasteKeepsParagraphs(t *testing.T) {
	u := sitDown(t)
	u.openNew()
	page := "<html><body><h1>Talks resume</h1><p>The talks resumed in Vienna on Monday after five months.</p><p>The envoy said that an agreement was near.</p></body></html>"
	plain := "Talks resume The talks resumed in Vienna on Monday after five months. The envoy said that an agreement was near."
	got := u.session.ImportPage(page, plain)
	if len(got.Added) != 1 {
		t.Fatalf("imported %+v", got)
	}
	a, _ := u.session.Article(got.Added[0])
	if a.Meta.Title.Value != "Talks resume" || a.Format != "html" {
		t.Errorf("the page became %q, %s: %q", a.Meta.Title.Value, a.Format, a.Text)
	}
	got = u.session.ImportPage("<p>Cookies?</p>", plain+" It was late.")
	if a, _ := u.session.Article(got.Added[0]); a.Format == "html" {
		t.Errorf("a page without the text is taken for it: %q", a.Text)
	}
	u.wait()
}
