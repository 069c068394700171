package session

import (
	"fmt"
	"strings"

	"hexapla/analysis/article/formats"
)

// ImportText adds a pasted text. name is what the user calls it; it may be empty.
func (s *Session) ImportText(name, pasted string) Imported {
	if strings.TrimSpace(pasted) == "" {
		return Imported{Failures: []string{"there is no text to add; copy the article first, then paste it"}}
	}
	if name == "" {
		name = s.pastedName()
	}
	found, err := s.readPasted(name, pasted)
	if err != nil {
		return Imported{Failures: []string{err.Error()}}
	}
	return s.addPasted(found)
}

// ImportPage adds what was pasted from a browser or a word processor, which gives it as a page and as
// plain text. The page knows paragraphs and headings; where it lacks much of the text, as one that
// holds a frame only, the plain text counts.
func (s *Session) ImportPage(page, plain string) Imported {
	name := s.pastedName()
	found, err := s.readPasted(name+".html", page)
	if err != nil || len(found.Articles) != 1 || 10*len(strings.Fields(found.Articles[0].Text)) < 8*len(strings.Fields(plain)) {
		return s.ImportText(name, plain)
	}
	found.Articles[0].File = name
	return s.addPasted(found)
}

func (s *Session) pastedName() string { return fmt.Sprintf("Pasted text %d", len(s.imported)+1) }

func (s *Session) readPasted(name, pasted string) (formats.Imported, error) {
	return formats.Read(name, []byte(pasted), formats.Options{Model: s.options.Resources.Text, Today: s.Today()})
}

func (s *Session) addPasted(found formats.Imported) Imported {
	for i := range found.Articles {
		found.Articles[i].Path = ""
	}
	out := s.add(found.Articles, found.Acts, nil)
	out.Notes = messages(found.Notes)
	return out
}
