package session_test

import (
	"bytes"
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"hexapla/app/report"
	"hexapla/app/session"
)

// tripwire fails the test when anybody asks for a page or for the number of a name.
type tripwire struct{ t *testing.T }

func (w tripwire) RoundTrip(r *http.Request) (*http.Response, error) {
	w.t.Errorf("%s was requested", r.URL)
	return nil, errors.New("offline")
}

// TestOffline: files full of addresses are read, analysed and reported without asking anybody. That
// no package of ours can ask is the layers' test; this is for those that ours use.
func TestOffline(t *testing.T) {
	transport, resolver := http.DefaultTransport, net.DefaultResolver
	t.Cleanup(func() { http.DefaultTransport, net.DefaultResolver = transport, resolver })
	http.DefaultTransport = tripwire{t}
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(_ context.Context, _, address string) (net.Conn, error) {
		t.Errorf("%s was asked for a name", address)
		return nil, errors.New("offline")
	}}
	dir := t.TempDir()
	for name, body := range map[string]string{
		"page.html": `<html><head><base href="http://example.org/"><link rel="canonical" href="http://example.org/a"><script src="http://example.org/s.js"></script></head>
			<body><article><h1>Talks go on</h1><img src="http://example.org/p.png"><p>China said on Monday that the nuclear deal should be kept, as the talks in Vienna went on.</p></article></body></html>`,
		"feed.xml": `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://example.org/rss.dtd" [<!ENTITY x SYSTEM "http://example.org/x">]><rss><channel><title>T</title><link>http://example.org</link>
			<item><title>Talks go on</title><link>http://example.org/1</link><description>Iran said on Tuesday that it would &x; return to the talks in Vienna.</description></item></channel></rss>`,
		"note.md": "---\nurl: http://example.org/note\n---\n\n![picture](http://example.org/p.png) China said that the talks go on.\n",
	} {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600))
	}
	l := newLoop(t)
	s := l.create()
	var got session.Imported
	s.Import([]string{dir}, func(i session.Imported) { got = i })
	l.turn(s)
	if len(got.Added) < 3 || len(got.Failures) > 0 {
		t.Fatalf("%+v", got)
	}
	for _, f := range report.Formats() {
		if f != report.PDF { // as slow as all others together, and of the same content
			check(t, report.Write(t.Context(), &bytes.Buffer{}, f, s.Result(), report.Options{}))
		}
	}
}

// TestImportedNotes: what a file's reader finds odd reaches the person who imports it.
func TestImportedNotes(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "catalogue.po")
	check(t, os.WriteFile(path, []byte("#, fuzzy\nmsgid \"The talks go on.\"\nmsgstr \"Die Gespräche gehen weiter.\"\n"), 0o600))
	l := newLoop(t)
	s := l.create()
	var got session.Imported
	s.Import([]string{path}, func(i session.Imported) { got = i })
	l.turn(s)
	if len(got.Notes) != 1 || got.Notes[0] != "catalogue.po: some translations are marked as fuzzy, that is unchecked" {
		t.Errorf("notes %q", got.Notes)
	}
}
