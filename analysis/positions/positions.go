package positions

import (
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

// Issue is a proposition in the user's own words.
type Issue struct {
	ID          string   `yaml:"id" json:"id"`
	Proposition string   `yaml:"proposition" json:"proposition"`
	About       []string `yaml:"about" json:"about"`
	For         []string `yaml:"for,omitempty" json:"for,omitempty"`         // phrases whose friends are for the proposition, however it reads
	Against     []string `yaml:"against,omitempty" json:"against,omitempty"` // phrases whose friends are against it
	Pro         []string `yaml:"pro,omitempty" json:"pro,omitempty"`
	Con         []string `yaml:"con,omitempty" json:"con,omitempty"`
}

// Codebook is the issues that positions are measured on.
type Codebook struct {
	Issues []Issue `yaml:"issues" json:"issues"`
}

// Force is how strongly a statement presses: states < expects < urges < demands < warns <
// threatens < announces.
type Force string

// Certainty is how sure a statement is: asserted, hedged, conditional, denied.
type Certainty string

// Evidence is a named rule, the words it saw, and what it added to the stance.
type Evidence struct {
	text.Span
	Rule   string
	Weight float64
}

// Coding is one coder's reading of a statement on an issue.
type Coding struct {
	Statement  string // its ID
	Issue      string
	Stance     float64 // −2..+2 toward the proposition
	None       bool    // speaks of the issue without a position: not the same as 0
	Force      Force
	Certainty  Certainty
	Confidence float64 // 0..1
	Coder      string  // "machine" or a person's name
	Evidence   []Evidence
}

// Statement is a statement with its words, as coding sees it.
type Statement struct {
	attribution.Statement
	Text     string // of the whole article; spans are into it
	Language text.Language
}

// Point is a coded statement in time: what a chart shows.
type Point struct {
	Statement  string
	Utterance  string
	Actor      string
	Issue      string
	Date       string // ISO day
	Stance     float64
	Confidence float64
	Continues  bool
	Coder      string
}

// Unit is the length of a period.
type Unit string

// The units.
const (
	Day   Unit = "day"
	Week  Unit = "week"
	Month Unit = "month"
	Year  Unit = "year"
)

// Position is an actor's stance on an issue in a window of time.
type Position struct {
	Actor, Issue    string
	From, To        string // ISO days, both included
	Mean, Low, High float64
	N               int // utterances
	Statements      []string
}
