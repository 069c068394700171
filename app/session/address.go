package session

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"strings"
	"time"

	"golang.org/x/text/encoding/htmlindex"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/app/fetch"
)

// CheckAddress returns an address as ImportURL would request it, or what is wrong with it.
func CheckAddress(address string) (string, error) { return fetch.Check(address) }

// ImportURL requests a page, once, and adds what it holds, with its address and when it was fetched.
// It is called only after a person was shown the address and agreed; then is called with what became
// of it, on the session's goroutine.
func (s *Session) ImportURL(address string, then func(Imported)) {
	ctx, cancel := context.WithCancel(context.Background())
	job := s.addJob("Requesting "+address, cancel)
	o := formats.Options{Model: s.options.Resources.Text, Today: s.Today()}
	at := s.options.Now().UTC()
	go func() {
		defer cancel()
		page, err := fetch.Get(ctx, address)
		var found formats.Imported
		if err == nil {
			found, err = readPage(page, at, o)
		}
		s.options.Post(func() {
			s.removeJob(job)
			switch {
			case s.closed:
			case err != nil:
				then(Imported{Failures: []string{err.Error()}})
			default:
				out := s.add(found.Articles, found.Acts, nil)
				out.Notes = messages(found.Notes)
				then(out)
			}
		})
	}()
}

// readPage reads what an address answered with as a file of its name and kind is read.
func readPage(page fetch.Page, at time.Time, o formats.Options) (formats.Imported, error) {
	if _, err := htmlindex.Get(page.Encoding); page.Encoding != "" && err == nil {
		o.Encoding = page.Encoding
	}
	found, err := formats.Read(fileOf(page), page.Body, o)
	if err != nil {
		return found, fmt.Errorf("%s: %w", page.Address, err)
	}
	for i := range found.Articles {
		a := &found.Articles[i]
		_, part, _ := strings.Cut(a.Path, "#")
		a.Path = strings.TrimSuffix(page.Address+"#"+part, "#")
		if a.Meta.URL.Value == "" || len(found.Articles) == 1 {
			a.Meta.URL = article.Field{Value: page.Address, Origin: article.FromUser}
		}
		a.Meta.URL.Why = "fetched from " + page.Address + " at " + at.Format(time.RFC3339)
	}
	if len(page.Through) > 0 {
		steps := strings.Join(append(page.Through, page.Address), " → ")
		found.Notes = append(found.Notes, article.Note{Message: "the address led to another: " + steps})
	}
	return found, nil
}

// fileOf names a page as the file that it would be saved to.
func fileOf(page fetch.Page) string {
	u, err := url.Parse(page.Address)
	if err != nil {
		return "page.html"
	}
	name := path.Base(u.Path)
	if name == "/" || name == "." {
		name = u.Hostname()
	}
	if strings.HasSuffix(page.Type, "html") && !strings.HasSuffix(name, ".html") && !strings.HasSuffix(name, ".htm") {
		name += ".html"
	}
	return name
}
