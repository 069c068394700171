// Package formats turns files into articles: it finds out what the bytes are, decodes them,
// extracts the text and reads the metadata that text, front matter, markup and file name give.
//
// Input is hostile: readers are bounded in size and depth, follow nothing, run nothing.
package formats

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// Options guide a reader. The zero value finds out everything by itself.
type Options struct {
	Model    *text.Model
	Encoding string // overrides detection
	Lines    bool   // one segment per line
	Today    string // ISO day; bounds the guess of a year that a text does not give. "" is: no guess
}

// Imported is what a file holds.
type Imported struct {
	Articles []article.Article
	Acts     []article.Act  // links, terms and codings that the file holds beside texts
	Notes    []article.Note // on the file as a whole; those on an article stand there
}

// Read returns what data holds. name is the file's name or path, of which the last part may
// tell format, actor and date. The error is one sentence that names the file and the remedy.
func Read(name string, data []byte, o Options) (Imported, error) {
	base := filepath.Base(name)
	if !utf8.Valid(data) || strings.ContainsRune(string(data), 0) {
		return Imported{}, errors.New(base + " is not a text that can be read; save it as plain text in UTF-8")
	}
	sum := sha256.Sum256(data)
	s := strings.TrimPrefix(string(data), "\uFEFF")
	a := article.Article{
		ID: article.ID(hex.EncodeToString(sum[:8])), File: base, Path: name, Format: "text", Encoding: "utf-8",
		Raw: data, Text: s, Lines: o.Lines,
	}
	lang, _ := o.Model.Detect(s, "")
	a.Meta.Language = article.Field{Value: string(lang), Origin: article.FromDetection}
	return Imported{Articles: []article.Article{a}}, nil
}
