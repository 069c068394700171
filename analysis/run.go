package analysis

import (
	"context"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/collate"
	"hexapla/analysis/wording/triage"
)

// Project is the ground state: articles as imported and the log of decisions about them.
type Project struct {
	Articles  []article.Article
	Decisions []article.Decision
}

// Stage is a part of the analysis that can be asked for.
type Stage uint8

// The stages; a stage brings those that it needs.
const (
	Alignment Stage = 1 << iota
	Collation
	Differences
	Statements
	Positions
	Grouping   // which articles belong to one story, where the user did not say so
	Words      // which words of one version stand for which of another; not part of Everything
	Everything = Alignment | Collation | Differences | Statements | Positions | Grouping
)

// Options are the user's choices that are not decisions about the material.
type Options struct {
	Stages    Stage               // 0 is Everything
	OneStory  bool                // all articles are versions of one story, whatever their metadata say
	ByLine    bool                // line n of every version corresponds to line n of the others
	ByBlanks  bool                // words are what single blanks part: the text is tokenised already
	Fold      text.Fold           // 0 is FoldDefault
	Heed      text.Fold           // classes of harmless differences that are not to be folded away
	Codebook  *positions.Codebook // nil: the default codebook
	By        positions.Unit      // "" is Month
	Bandwidth float64             // of the curves, in days; 0 lets the time covered decide
}

// Result is everything derived, an immutable value. Numbers of versions index Versions.
type Result struct {
	State       article.State
	Versions    []Version
	Groups      []StoryGroup // suggestions
	Comparisons []Comparison
	Statements  []attribution.Statement
	Actors      []attribution.Actor
	Codebook    positions.Codebook
	Codings     []positions.Coding
	Rules       []positions.Rule // with the weights that the machine coded with
	Points      []positions.Point
	Positions   []positions.Position
	Curves      map[string][]positions.Curve // by issue
	Bandwidth   float64                      // of the curves, in days
	Notes       []article.Note
}

// Version is an article as one of several renderings of a story.
type Version struct {
	Article    article.Article
	Language   text.Language
	Segments   []text.Span
	Paragraphs []int // the first segment of each paragraph
}

// Comparison is the versions of one story side by side.
type Comparison struct {
	Story       string
	Found       bool     // the machine grouped the versions: the user may take them apart
	Versions    []int    // into Result.Versions, in the order of the columns
	Sigla       []string // by column
	Rows        []align.Row
	Entries     []collate.Entry     // Reading.Version is a column
	Differences []triage.Difference // Reading.Version is a column
	Links       []WordLinks         // of every two columns of one language
}

// Run derives the result of a project. memo may be nil; with one, what has not changed since an
// earlier run is not derived again. The error is ctx's or names a damaged input.
func Run(ctx context.Context, p Project, o Options, r *Resources, memo *Memo, progress Progress) (*Result, error) {
	return RunInParts(ctx, p, o, r, memo, progress, func(*Result) {})
}

// RunInParts is Run for somebody who waits: early gets the comparisons as soon as they stand, before
// it is asked who says what in all articles, which takes longer. It is called from the goroutine of
// RunInParts, at most once, and not where there is nothing more to come.
func RunInParts(ctx context.Context, p Project, o Options, r *Resources, memo *Memo, progress Progress, early func(*Result)) (*Result, error) {
	d := derivation{ctx: ctx, options: o.withDefaults(), resources: r, memo: memo, progress: progress}
	result := &Result{State: article.Fold(p.Articles, p.Decisions)}

	result.Versions, result.Notes = d.versions(result.State.Articles)
	result.Groups = d.groups(result.Versions)
	if d.wants(Alignment | Collation | Differences | Words) {
		result.Comparisons = d.comparisons(result.State, result.Versions, result.Groups)
	}
	if d.wants(Statements | Positions) {
		so := *result
		early(&so)
		d.statements(result)
	}
	if d.wants(Positions) {
		d.positions(result)
	}
	return result, d.err
}

func (o Options) withDefaults() Options {
	if o.Stages == 0 {
		o.Stages = Everything
	}
	if o.Fold == 0 {
		o.Fold = text.FoldDefault
	}
	if o.By == "" {
		o.By = positions.Month
	}
	return o
}
