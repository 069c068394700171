package session_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"hexapla/app/session"
)

// TestImportURL: a page is fetched once and stored with address and time; what it shows is not fetched.
func TestImportURL(t *testing.T) {
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1); r.URL.Path == "/short" {
			http.Redirect(w, r, "/news/talks", http.StatusFound)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(`<html><head><title>Talks go on</title><link rel="stylesheet" href="/style"><script src="/script"></script></head>
			<body><article><h1>Talks go on</h1><img src="/picture"><p>The talks in Vienna went on for a third day on Monday, diplomats said.</p>
			<p>Nobody would say how long they were going to last.</p></article></body></html>`))
	}))
	defer server.Close()
	l := newLoop(t)
	s := l.create()
	var got session.Imported
	s.ImportURL(server.URL+"/short", func(i session.Imported) { got = i })
	l.turn(s)
	if len(got.Added) != 1 || len(got.Failures) > 0 || asked.Load() != 2 {
		t.Fatalf("%+v after %d requests", got, asked.Load())
	}
	if len(got.Notes) != 1 || !strings.Contains(got.Notes[0], "/short → ") {
		t.Errorf("notes %q", got.Notes)
	}
	a, err := s.Article(got.Added[0])
	if err != nil {
		t.Fatal(err)
	}
	if u := a.Meta.URL; u.Value != server.URL+"/news/talks" || !strings.Contains(u.Why, " at 2026-01-02T03:04") || a.Path != u.Value || a.File != "talks.html" {
		t.Errorf("%s from %s: %+v", a.File, a.Path, u)
	}
	if a.Meta.Title.Value != "Talks go on" || !strings.Contains(a.Text, "third day") {
		t.Errorf("%q: %q", a.Meta.Title.Value, a.Text)
	}
	server.Close()
	s.ImportURL(server.URL, func(i session.Imported) { got = i })
	l.turn(s)
	if len(got.Failures) != 1 || !strings.HasPrefix(got.Failures[0], server.URL) {
		t.Errorf("a server that is gone: %+v", got)
	}
}
