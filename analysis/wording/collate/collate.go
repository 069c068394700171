// Package collate lines up the words of any number of versions into an apparatus.
package collate

import (
	"context"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
)

// Witness is one version: its text, its tokens and their norms.
type Witness struct {
	Text     string
	Language text.Language
	Segments []text.Span
	Tokens   []text.Token // words, numbers and marks of the whole text in order (no blanks)
	Norms    []string     // one per token
}

// Entry is one place of the text: what each version has there.
type Entry struct {
	Row      int
	Readings []Reading // one per version that has the row, in the order of the versions
	Agree    bool      // all readings have the same norms
	Moved    bool      // a transposition
}

// Reading is a version's wording at an entry; no tokens where the version has nothing there.
type Reading struct {
	Version int
	Tokens  []int // token numbers within the witness
	text.Span
}

// Options tune the collation.
type Options struct {
	// Same reports whether two norms count as the same word beyond being equal; may be nil.
	Same func(a, b string) bool
}

// Rows collates the versions row by row; versions of different languages share rows, not entries.
// Every token of every witness is in exactly one entry; the entries do not depend on the order of
// the versions.
func Rows(ctx context.Context, w []Witness, rows []align.Row, o Options) ([]Entry, error) {
	return nil, ctx.Err()
}
