// Package collate lines up the words of any number of versions into an apparatus: for every place of
// the text what each version has there.
//
// It works row by row, on versions that were aligned before (package align), and within a row on the
// versions of one language at a time. It compares norms, so that what counts as the same word is the
// caller's choice. What a variation means is triage's business.
//
// # Why not version after version
//
// Collating one version after another into a growing graph lets the order of loading decide. Here
// the versions are first put in an order that depends on their content alone (order.go), then
// aligned as a profile under the sum of all pairs (profile.go), and at last each is taken out and
// aligned again until nothing changes, as Barton and Sternberg (1987) do for proteins: an early
// mistake does not stay.
//
// # Limits
//
// Time grows with the square of a row's length; rows of more than some thousand words are cut at
// words that every version has once (anchor.go).
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
	Readings []Reading // one per version of the language that has the row, ascending by version
	Agree    bool      // all readings have the same norms
	Moved    bool      // a transposition: the words stand elsewhere in the versions that lack them here
}

// Reading is a version's wording at an entry; no tokens where the version has nothing there.
type Reading struct {
	Version int
	Tokens  []int // token numbers within the witness, ascending
	text.Span
}

// Options tune the collation.
type Options struct {
	// Same reports whether two norms count as the same word beyond being equal; may be nil. It must
	// be symmetric.
	Same func(a, b string) bool
}

// Rows collates the versions row by row; versions of different languages share rows, not entries.
// Every token that lies in a segment is in exactly one entry; the entries do not depend on the order
// of the versions.
func Rows(ctx context.Context, w []Witness, rows []align.Row, o Options) ([]Entry, error) {
	segments := make([][][]int, len(w))
	for i := range w {
		segments[i] = tokensBySegment(w[i])
	}
	languages := tongues(w)
	var out []Entry
	for number, row := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for _, group := range byLanguage(languages, row) {
			out = append(out, group.collate(number, w, segments, row, o)...)
		}
	}
	return out, markMoved(ctx, w, out, languages, o)
}

// collate returns the entries of one row for the versions of one language.
func (g group) collate(number int, w []Witness, segments [][][]int, row align.Row, o Options) []Entry {
	tokens := make([][]int, len(g)) // token numbers of each member in the row
	norms := make([][]string, len(g))
	for i, v := range g {
		for _, s := range row.Segments[v] {
			tokens[i] = append(tokens[i], segments[v][s]...)
		}
		for _, t := range tokens[i] {
			norms[i] = append(norms[i], w[v].Norms[t])
		}
	}
	columns := lineUp(norms, o)
	last := make([]int, len(g)) // where each member's next reading would stand
	for i, v := range g {
		last[i] = w[v].Segments[row.Segments[v][0]].Start
	}
	out := make([]Entry, len(columns))
	for c, column := range columns {
		e := Entry{Row: number, Agree: agrees(column, norms, o)}
		for i, v := range g {
			r := Reading{Version: v, Span: text.Span{Start: last[i], End: last[i]}}
			if at := column[i]; at >= 0 {
				t := tokens[i][at]
				r.Tokens = []int{t}
				r.Span = w[v].Tokens[t].Span
				last[i] = r.End
			}
			e.Readings = append(e.Readings, r)
		}
		out[c] = e
	}
	return out
}

// agrees reports whether all members have the same word in the column.
func agrees(column []int, norms [][]string, o Options) bool {
	first := ""
	for i, at := range column {
		switch {
		case at < 0:
			return false
		case i == 0:
			first = norms[i][at]
		case norms[i][at] != first && (o.Same == nil || !o.Same(first, norms[i][at])):
			return false
		}
	}
	return true
}

// tokensBySegment lists the token numbers that lie in each segment.
func tokensBySegment(w Witness) [][]int {
	out := make([][]int, len(w.Segments))
	t := 0
	for s, segment := range w.Segments {
		for t < len(w.Tokens) && w.Tokens[t].Start < segment.Start {
			t++
		}
		for t < len(w.Tokens) && w.Tokens[t].Start < segment.End {
			out[s] = append(out[s], t)
			t++
		}
	}
	return out
}
