package session

import (
	"context"
	"errors"
	"fmt"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
)

// A file that was changed since it was added can be taken in anew. Its article keeps its place and
// its decisions, which find their places in the new text; only what the file itself says changes.

// fromFile are the fields that a file read anew may change, unless the user has set them.
var fromFile = []string{"title", "outlet", "author", "place", "date", "url"}

// Changed tells beside the window whether the file that an article came from now says something
// else; then is not called where it does not.
func (s *Session) Changed(id article.ID, then func()) {
	a, err := s.Article(id)
	if err != nil || a.Path == "" {
		return
	}
	o := formats.Options{Model: s.options.Resources.Text, Today: s.Today()}
	go func() {
		if fresh, err := readAnew(a, o); err == nil && fresh.ID != a.ID && fresh.Text != a.Text {
			s.options.Post(func() {
				if !s.closed {
					then()
				}
			})
		}
	}()
}

// Reimport takes over what the file of an article says now, in one transaction.
func (s *Session) Reimport(id article.ID) error {
	a, err := s.Article(id)
	if err != nil {
		return err
	}
	fresh, err := readAnew(a, formats.Options{Model: s.options.Resources.Text, Today: s.Today()})
	if err != nil {
		return err
	}
	acts := []article.Act{}
	for _, name := range fromFile {
		old, now := a.Meta.Field(name), fresh.Meta.Field(name)
		if old.Origin != article.FromUser && !now.Guess && now.Value != "" && now.Value != old.Value {
			acts = append(acts, article.SetMeta{Article: id, Field: name, Value: now.Value})
		}
	}
	return s.Do(append(acts, article.EditText{Article: id, Text: fresh.Text})...) // the text last: it is what Undo names
}

// readAnew reads the file of an article again; a file of several articles is left alone, as nothing
// says which of them is which.
func readAnew(a article.Article, o formats.Options) (article.Article, error) {
	if a.Path == "" {
		return article.Article{}, errors.New("the article was pasted; there is no file to read")
	}
	found, err := readFile(context.Background(), a.Path, o)
	if err != nil {
		return article.Article{}, err
	}
	if len(found.Articles) != 1 {
		return article.Article{}, fmt.Errorf("%s holds %d articles; add it as a new file", a.File, len(found.Articles))
	}
	return found.Articles[0], nil
}
