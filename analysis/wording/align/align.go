// Package align finds which segments of two or more texts correspond, within one language or across
// two.
//
// # Why not one of the known aligners
//
// Length alone fails on fiction and on dropped sentences, a dictionary alone on languages without one,
// and a neural encoder does not fit into a program that works offline. What is left is old and good,
// put together: a bead is worth how much likelier its words are as translations of each other than by
// chance (Moore's and IBM's model 1), the words known from equal spelling, numbers, names that sound
// alike, a lexicon where there is one, and from what the texts themselves teach.
//
// # The steps
//
//   - words: segments become bags of words (words.go)
//   - table: which words may stand for which (table.go, alike.go), later what was learnt (learn.go)
//   - corridor: guesses by rare common words are chained to anchors; only their surroundings are
//     searched, so that cost grows with the text and not with its square (corridor.go)
//   - lattice: every bead of up to five segments a side within the corridor is scored (evidence.go,
//     bead.go, path.go) and given its probability by the forward-backward algorithm (posterior.go)
//   - path: the beads that are right most often, not the single likeliest path; the probabilities
//     are what Link.Score shows
//   - reports: texts that are no versions of each other have only those sentences linked whose words
//     speak for it (reports.go)
//   - moves: what crossed is found where the path stumbles (moves.go)
//   - rows: many versions are aligned by way of their medoid and a vote of witnesses (rows.go)
//
// # What was tried and did not help
//
// Learning from a word pair that was seen together once (every link then proves itself); weighing
// words fully, as if they were independent of each other; a first pass with few shapes of beads (the
// learnt shares of the others are then wrong); wider corridors in the second pass; fining beads for a
// segment without a single clue.
package align

import (
	"context"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// Side is one of the texts to align.
type Side struct {
	Text     string
	Language text.Language
	Segments []text.Span
	// Paragraphs holds the first segment of each paragraph, ascending; nil when not known.
	Paragraphs []int
}

// Origin says who made a link.
type Origin string

// The origins of a link.
const (
	Computed Origin = "computed"
	Pinned   Origin = "pinned" // fixed by the user
)

// Link says that the segments A of one side and B of the other correspond. One of them may be
// empty: an omission or addition.
type Link struct {
	A, B   []int   // ascending segment numbers
	Score  float64 // 0..1, calibrated: the share of links with this score that are right
	Origin Origin
	Moved  bool // crosses the order of its neighbours
}

// Options are the tables and the user's wishes. The zero value aligns by length, numbers and
// whatever the texts themselves teach.
type Options struct {
	Model    *text.Model
	Lexicons *lexicon.Set
	Pinned   []Link // honoured exactly
	Apart    []Link // pairs that must not be linked
}

// Pair aligns two texts. Every segment of either side is in exactly one link; links are in the
// order of A, those without A where their B would stand. Exchanging the sides mirrors the result.
func Pair(ctx context.Context, a, b Side, o Options) ([]Link, error) {
	if swapped(a, b) {
		links, err := Pair(ctx, b, a, o.mirrored())
		return inOrder(mirrored(links)), err
	}
	return pairSides(ctx, a, b, o)
}

// Row is a line of the comparison: for each version the segments that correspond.
type Row struct {
	Segments [][]int // by version, ascending; empty where the version has no counterpart
	Score    float64 // 0..1
	Origin   Origin
	Moved    []bool // by version: this version has it elsewhere in its order
}

// PinnedRow is a correspondence among versions that the user fixed.
type PinnedRow struct {
	Segments [][]int // by version; nil where the pin says nothing of the version
	Moved    bool
}

// RowOptions are Options for many versions.
type RowOptions struct {
	Options
	PinnedRows []PinnedRow
	ApartRows  []PinnedRow
}
