// Package lexicon holds bilingual dictionaries: which words of one language may stand for which of
// another. It is for alignment, triage and look-up across languages. It is not a translator, and it
// ships no data: the caller gives the file system that the tables lie in.
package lexicon

import (
	"io/fs"

	"hexapla/analysis/text"
)

// Set is all lexicons under one folder, each decoded when it is first asked for. Safe for
// concurrent use. The zero value knows no language pair.
type Set struct{ fsys fs.FS }

// Load notes the lexicons under fsys (the folder assets/lexicon); it decodes none.
func Load(fsys fs.FS) (*Set, error) { return &Set{fsys: fsys}, nil }

// Bilingual is the lexicon from one language into another.
type Bilingual struct{}

// Between returns the lexicon from a into b, or nil where there is none.
func (s *Set) Between(a, b text.Language) *Bilingual { return nil }

// Entry is one possible translation, with how often it is the right one (0..1, rough).
type Entry struct {
	Word   string
	Weight float64
}

// Translations returns what may stand for word (a norm), likeliest first.
func (b *Bilingual) Translations(word string) []Entry { return nil }
