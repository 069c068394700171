package attribution

import (
	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// Document is an article as attribution sees it.
type Document struct {
	ID       article.ID
	Text     string
	Language text.Language
	Segments []text.Span
	Outlet   string
	Place    string // dateline
	Date     string // ISO day of publication, "" if not known
	Speaker  string // set where the whole text is one actor's speech: a code or a name
	Title    text.Span
	Headline string // the title where it stands outside Text, in metadata
}

// Statement is an attributed claim.
type Statement struct {
	ID         string // stable: the article's ID and the place of the content
	Article    article.ID
	Source     *text.Span  // who, in the text; nil where the text has none here
	Cue        *text.Span  // the words of saying; nil for continuations and speeches
	Content    []text.Span // what, in order
	Speaker    string      // the person or body as named: "Wang Qun"
	Actor      string      // whom the speaker speaks for: an ISO 3166-1 alpha-3 code, an acronym or a name
	Addressee  string      // actor, "" if none
	Date       string      // ISO day or, where only that is known, month: when it was said
	DateFrom   string      // how the date was resolved: "text", "publication", "user", ""
	Utterance  string      // the same for statements that report one saying
	Within     string      // ID of the statement that this one is nested in
	Continues  bool        // goes on in the speaker's voice without a cue
	Confidence float64     // 0..1, measured precision of the rule
	Rule       string      // which rule found it
	Verb       string      // the cue's head in its base form, "say"
}

// Actor is somebody who says or is spoken of.
type Actor struct {
	ID      string   // as in Statement.Actor, or the person's name
	Name    string   // for display: "China"
	Kind    string   // "state", "body", "group", "person", "unnamed"
	For     string   // the actor that a person speaks for
	Role    string   // "China's permanent representative to the United Nations in Vienna"
	Tenures []Tenure // the roles and actors that a person was seen with, by day
	Aliases []string
	Likely  []Likely // who may be the same person in another script, the surest first
	Count   int      // mentions
}

// Corrections are the user's decisions that attribution honours.
type Corrections struct {
	Merged  map[string]string // name or actor → actor
	Split   map[string]bool   // names that are actors of their own
	Renamed map[string]string // actor → display name
}

// Result is what was found in some documents.
type Result struct {
	Statements []Statement // by document, then by place
	Actors     []Actor     // by ID
	Notes      []article.Note
}

// SegmentLink says that segments of two articles correspond (an aligned row seen pairwise).
type SegmentLink struct {
	A, B     article.ID
	ASegment text.Span
	BSegment text.Span
	Score    float64
}
