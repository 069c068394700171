// Package formats turns files into articles: it finds out what the bytes are, decodes them,
// extracts the text and reads the metadata that text, front matter, markup and file name give.
//
// It is for whoever holds bytes and a name: the window, the command line, tests. It opens no files
// and follows no link.
//
// # Why hostile input is no special case
//
// People load what they were sent. Every reader is therefore bounded in size and depth, resolves no
// entity and runs nothing; what it cannot make out becomes a Note or one sentence that names the
// file and the remedy, never a panic.
package formats

import (
	"fmt"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// Options guide a reader. The zero value finds out everything by itself.
type Options struct {
	Model    *text.Model
	Encoding string // overrides detection
	Lines    bool   // one segment per line
	Today    string // ISO day; bounds the guess of a year that a text does not give. "" is: no guess

	// Columns says which column of a table holds what: "text", "title", "date", "outlet",
	// "language", "speaker", "url" … by heading, or by number from 1. nil guesses from the headings.
	Columns map[string]string

	// Entry is what alone is read of an archive, by its name there; see UnknownColumns.
	Entry string
}

// Imported is what a file holds.
type Imported struct {
	Articles []article.Article
	Acts     []article.Act  // links, terms and codings that the file holds beside texts
	Notes    []article.Note // on the file as a whole; those on an article stand there

	Tables []*UnknownColumns // in an archive, of which somebody must say what their columns hold
}

// Read returns what data holds. name is the file's name or path, of which the last part may
// tell format, actor and date. The error is one sentence that names the file and the remedy.
func Read(name string, data []byte, o Options) (Imported, error) {
	return read(input{path: name, name: base(name), data: data}, o)
}

// input is the bytes of a file, or of a file within an archive.
type input struct {
	path   string // as the user knows it
	name   string // the last part of the path
	data   []byte
	nested int // archives around it
}

// extension is the last part of the name in lower case, with its dot.
func (in input) extension() string {
	if i := strings.LastIndexByte(in.name, '.'); i >= 0 {
		return strings.ToLower(in.name[i:])
	}
	return ""
}

func (in input) refuse(format string, args ...any) error {
	return fmt.Errorf("%s %s", in.name, fmt.Sprintf(format, args...))
}

// base returns the last part of a path of any system.
func base(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// found is what a reader of one format found in a file.
type found struct {
	documents []document
	links     func([]article.Article) []article.Act // made when the articles have their names
	acts      []article.Act
	notes     []string
	whole     *Imported // of an archive, whose files are articles already
}

func read(in input, o Options) (Imported, error) {
	kind := kindOf(in)
	reader, ok := readers[kind]
	if !ok {
		return Imported{}, in.refuse("%s", unreadable(kind))
	}
	f, err := reader(in, o)
	if err != nil {
		return Imported{}, err
	}
	if f.whole != nil {
		return *f.whole, nil
	}
	if len(f.documents) == 0 && len(f.acts) == 0 {
		return Imported{}, in.refuse("holds no text; open it in the program that made it and look")
	}
	return f.imported(in, o), nil
}

// imported names the articles that were found and makes what rests on their names.
func (f *found) imported(in input, o Options) Imported {
	out := Imported{Acts: f.acts}
	for i := range f.documents {
		out.Articles = append(out.Articles, f.documents[i].article(in, o))
	}
	distinct(out.Articles)
	if f.links != nil {
		out.Acts = append(out.Acts, f.links(out.Articles)...)
	}
	for _, n := range f.notes {
		out.Notes = append(out.Notes, article.Note{Message: in.name + ": " + n})
	}
	return out
}

// distinct gives articles of the same bytes names of their own.
func distinct(articles []article.Article) {
	seen := map[article.ID]int{}
	for i, a := range articles {
		seen[a.ID]++
		if n := seen[a.ID]; n > 1 {
			articles[i].ID = article.ID(fmt.Sprintf("%s-%d", a.ID, n))
		}
		for j := range articles[i].Notes {
			articles[i].Notes[j].Article = articles[i].ID
		}
	}
}
