// Package stories finds out which of many articles tell the same: copies of one text, versions of one
// text in the same or another language, and different reports of one event.
//
// It proposes. What the user grouped or took apart is the caller's to put above it.
//
// # Why the order of words decides
//
// Two reports of one event share its names, numbers and rare words as translations do. But a version
// says them in the same order from beginning to end, and a report of its own does not. So a pair is
// judged by how much of its telling words it shares and by how far these stand in the same order.
//
// # Why words and not meanings
//
// Across languages, a word stands for the words that a lexicon gives for it; names, numbers and dates
// stand for their values. That is rough for a sentence and plenty for an article.
//
// # The steps
//
//   - read: an article becomes its telling words and, for copies, its runs of four words (features.go)
//   - candidates: who shares rare words with whom, by an inverted index (candidates.go)
//   - weigh: how much is shared, in which order, how far apart in time (weigh.go)
//   - gather: pairs become works and stories, the surest first (gather.go)
package stories

import (
	"context"

	"hexapla/analysis/entity"
	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// Text is an article as far as grouping asks for it.
type Text struct {
	Text     string
	Language text.Language
	Date     string // ISO 8601 day of publication; "" where it is not known
}

// Relation says how an article belongs to its story.
type Relation string

// The relations.
const (
	Duplicate Relation = "duplicate" // nearly the same words as an earlier member of its work
	Version   Relation = "version"   // renders the same text as the other members of its work
	Report    Relation = "report"    // tells of the same event in its own way
)

// Group is the articles that belong to one story.
type Group struct {
	Members    []Member // the earliest first
	Confidence float64  // 0..1, of the least sure member
}

// Member is an article in a group. Members of one work render one text.
type Member struct {
	Text       int
	Work       int // numbered from 0 within the group, in the order of their first members
	Relation   Relation
	Identical  bool // a duplicate that differs in nothing but marks and blanks
	Confidence float64
}

// Options are the tables. The zero value groups within a language by words alone.
type Options struct {
	Model    *text.Model // nil: words are runs of letters and digits
	Entities *entity.Tables
	Lexicons *lexicon.Set
}

// Find groups the texts; who is alone is in no group. The groups stand in the order of their first
// members, and which texts are together does not depend on the order of the texts.
func Find(ctx context.Context, texts []Text, o Options, progress func(done, total int)) ([]Group, error) {
	features, err := readAll(ctx, texts, o, progress)
	if err != nil {
		return nil, err
	}
	f := newField(texts, features)
	pairs, err := f.pairs(ctx)
	if err != nil {
		return nil, err
	}
	return f.gather(pairs), nil
}
