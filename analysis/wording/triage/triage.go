// Package triage tells the differences that change the meaning from harmless rewording, and says
// why in a sentence.
package triage

import (
	"cmp"
	"context"
	"slices"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
)

// Kind is what changed; the identifiers are stable (they are in files and decisions).
type Kind string

// The kinds of difference.
const (
	Number        Kind = "number"
	Date          Kind = "date"
	Name          Kind = "name"
	Negation      Kind = "negation"
	Modality      Kind = "modality"
	Attribution   Kind = "attribution"
	Agent         Kind = "agent"
	Antonym       Kind = "antonym"
	Loaded        Kind = "loaded"
	Reference     Kind = "reference"
	Tense         Kind = "tense"
	Mood          Kind = "mood"
	Omission      Kind = "omission"
	Addition      Kind = "addition"
	Transposition Kind = "transposition"
	Term          Kind = "term"
	Untranslated  Kind = "untranslated"
	Spelling      Kind = "spelling"
	Quote         Kind = "quote"
	Wording       Kind = "wording"
	Cosmetic      Kind = "cosmetic"
)

// Shown is the severity from which a difference changes the meaning and is shown by default.
const Shown = 0.5

// Version is one of the texts compared.
type Version struct {
	Siglum   string // how reasons name it: "A", "B", "ZH"
	Text     string
	Language text.Language
	Segments []text.Span
	Original bool // the text that the others render
}

// Difference is a place where versions part, with what changed and why it matters or not.
type Difference struct {
	Row      int
	Kind     Kind
	Severity float64         // 0..1
	Reason   string          // in sentences
	Said     []phrase.Phrase // the sentences of the reason, to be said in other languages
	Evidence []Evidence
	Readings []Reading // ascending by version; versions that the difference does not concern are absent
	Departs  []int     // the versions that part from most, or from the original; ascending
	Heeded   bool      // harmless, but of a class that the user does not ignore
}

// Reading is a version's wording. It is empty (Start == End) where the version has no counterpart,
// at the place where it would stand.
type Reading struct {
	Version int
	text.Span
}

// Evidence is one feature of the additive model and what it added to the severity.
type Evidence struct {
	Feature string  // identifier in the table of weights
	Weight  float64 // what it added
	Words   string  // the words it saw
}

// Input is what is compared.
type Input struct {
	Versions []Version
	Rows     []align.Row
	Same     [][2]string // wordings that the user declared the same
	Glossary []GlossaryEntry
	Aliases  [][]string // groups of names that are one entity, confirmed by the user
	Lines    bool       // every line stands by itself: the versions are lists of sentences, not texts
}

// GlossaryEntry says how a term is to be rendered.
type GlossaryEntry struct {
	Source, Target string
	From, To       text.Language
}

// Options choose the depth.
type Options struct {
	Model    *text.Model
	Lexicons *lexicon.Set
	Tables   *Tables
}

// Differences returns every difference of every row, ordered by row and then by place. The same
// differences whatever the order of the versions, but for their numbers. With two versions and no
// original the first is the measure: what it alone has is an omission, what the second alone has
// an addition, so that changing places changes these two names.
func Differences(ctx context.Context, in Input, o Options, progress func(done, total int)) ([]Difference, error) {
	var out []Difference
	r, err := newRows(in, o)
	if err != nil {
		return nil, err
	}
	for n, row := range in.Rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out = append(out, r.row(n, row)...)
		if progress != nil {
			progress(n+1, len(in.Rows))
		}
	}
	out = append(out, r.whole()...)
	slices.SortStableFunc(out, func(a, b Difference) int { return cmp.Compare(a.Row, b.Row) })
	return out, nil
}
