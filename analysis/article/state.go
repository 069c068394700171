package article

import "time"

// State is the fold of a decision log over the articles of a project: what people decided, as it
// stands now, undone decisions left out.
type State struct {
	Articles []Article // on the table in order of adding, metadata and text as corrected

	Pins  []PinLink
	Apart []Unlink

	Reviews []Reviewed
	Same    []Same
	Terms   []Term
	Notes   []Annotated

	Merged  map[string]string // name or actor → actor
	Split   map[string]bool
	Renamed map[string]string

	Statements []SetStatement
	Judged     []Judged
	SameSaying []SameUtterance
	Unlinked   []SplitUtterance

	Codes   []Coded
	Issues  []SetIssue
	Dropped map[string]bool // issues removed
	Weights []Weight        // of the rules of stance; nil: as shipped
	Events  []SetEvent
}

// Reviewed is a review with who made it.
type Reviewed struct {
	Review
	Coder string
	At    time.Time
}

// Annotated is a note with who made it.
type Annotated struct {
	Annotate
	Coder string
	At    time.Time
}

// Coded is a coding with who made it.
type Coded struct {
	Code
	Coder string
	At    time.Time
}

// Judged is a judgement of a statement with who made it.
type Judged struct {
	JudgeStatement
	Coder string
	At    time.Time
}
