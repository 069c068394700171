package article

import (
	"cmp"
	"time"
)

// Decision is one entry of the decision log: who decided what, and when. The log only grows; Undo
// and Redo are entries too. The state of a project is the fold of its log (Fold).
type Decision struct {
	Seq   int64     // 1, 2, 3 … in the order of the log
	At    time.Time // UTC
	Coder string
	Act   Act
	Step  int64 // Seq of the first decision of the same step; 0: a step of its own
}

// step numbers what the person did in one go: all decisions of a step are undone and redone together.
func (d Decision) step() int64 { return cmp.Or(d.Step, d.Seq) }

// Act is what was decided: one of the types below, each saved as JSON under its Kind.
type Act interface {
	// Kind is the stable identifier under which the act is saved.
	Kind() string
	// Affects says what has to be derived again.
	Affects() Affects
}

// Affects says which derived state an act invalidates. Review decisions and notes overlay the
// result and invalidate nothing, so that a long analysis finishes under a working reviewer.
type Affects uint8

// What an act may touch.
const (
	AffectsText       Affects = 1 << iota // text or metadata of an article
	AffectsStories                        // which articles are versions of one story
	AffectsAlignment                      // links
	AffectsWording                        // what counts as a difference
	AffectsStatements                     // spans, speakers, actors
	AffectsPositions                      // codebook and codings
	AffectsNothing    Affects = 0
)

// The acts. Fields are exported and tagged for JSON; an added field must have a useful zero value.
type (
	// Undo takes back the step that the decision Of belongs to, Redo makes it again; both are entries
	// of the log.
	Undo struct {
		Of int64 `json:"of"`
	}
	Redo struct {
		Of int64 `json:"of"`
	}

	// AddArticle and RemoveArticle put an article on the table and take it off; its text stays in
	// the project file.
	AddArticle struct {
		Article ID `json:"article"`
	}
	RemoveArticle struct {
		Article ID `json:"article"`
	}
	// SetMeta corrects one field of the metadata: "title", "outlet", "date" … in lower case.
	SetMeta struct {
		Article ID     `json:"article"`
		Field   string `json:"field"`
		Value   string `json:"value"`
	}
	// EditText replaces the extracted text.
	EditText struct {
		Article ID     `json:"article"`
		Text    string `json:"text"`
	}
	// Group says that the articles are one story, under a name; Ungroup takes them out of any.
	Group struct {
		Articles []ID   `json:"articles"`
		Story    string `json:"story"`
	}
	Ungroup struct {
		Articles []ID `json:"articles"`
	}

	// PinLink fixes that the anchored segments correspond to each other; Unlink that they do not.
	PinLink struct {
		Sides []Anchor `json:"sides"`
		Moved bool     `json:"moved,omitempty"`
	}
	Unlink struct {
		Sides []Anchor `json:"sides"`
	}

	// Review is the judgement on one difference.
	Review struct {
		Places   []Anchor `json:"places"` // its readings
		Of       string   `json:"of"`     // the kind of difference as proposed
		Status   string   `json:"status"` // open, confirmed, dismissed, later
		Note     string   `json:"note,omitempty"`
		MQM      string   `json:"mqm,omitempty"`      // MQM error type
		Severity string   `json:"severity,omitempty"` // MQM severity: neutral, minor, major, critical
	}
	// Same says that two wordings are to count as the same from now on.
	Same struct {
		A        string `json:"a"`
		B        string `json:"b"`
		Language string `json:"language,omitempty"`
	}
	// Term adds an entry to the project's glossary.
	Term struct {
		Source string `json:"source"`
		Target string `json:"target"`
		From   string `json:"from"` // languages
		To     string `json:"to"`
	}
	// Annotate attaches a note to any stretch of text.
	Annotate struct {
		Place Anchor `json:"place"`
		Note  string `json:"note"`
	}

	// MergeActors says that the names are one actor; SplitActor that a name is an actor of its own;
	// RenameActor gives an actor its display name.
	MergeActors struct {
		From []string `json:"from"`
		Into string   `json:"into"`
	}
	SplitActor struct {
		Name string `json:"name"`
		From string `json:"from"`
	}
	RenameActor struct {
		Actor string `json:"actor"`
		Name  string `json:"name"`
	}
	// SetStatement adds a statement by hand or corrects one: content is what anchors it. Where the
	// content itself is corrected, Was is what it was before.
	SetStatement struct {
		Content []Anchor `json:"content"`
		Source  *Anchor  `json:"source,omitempty"`
		Cue     *Anchor  `json:"cue,omitempty"`
		Speaker string   `json:"speaker"`
		Actor   string   `json:"actor"`
		Date    string   `json:"date,omitempty"`
		Was     []Anchor `json:"was,omitempty"`
	}
	// JudgeStatement confirms or rejects a statement that the machine found.
	JudgeStatement struct {
		Content []Anchor `json:"content"`
		Status  string   `json:"status"` // confirmed, rejected, open
		Note    string   `json:"note,omitempty"`
	}
	// SameUtterance says that the statements report one saying; SplitUtterance that this one does not.
	SameUtterance struct {
		Statements []Anchor `json:"statements"`
	}
	SplitUtterance struct {
		Statement Anchor `json:"statement"`
	}

	// Code is one coder's coding of a statement on an issue. Remove takes the coding away.
	Code struct {
		Content   []Anchor `json:"content"`
		Issue     string   `json:"issue"`
		Stance    float64  `json:"stance"`
		None      bool     `json:"none,omitempty"` // speaks of the issue without a position
		Force     string   `json:"force,omitempty"`
		Certainty string   `json:"certainty,omitempty"`
		Remove    bool     `json:"remove,omitempty"`
		Note      string   `json:"note,omitempty"`
	}
	// SetIssue adds or changes an issue of the codebook; RemoveIssue takes one out.
	SetIssue struct {
		ID          string   `json:"id"`
		Proposition string   `json:"proposition"`
		About       []string `json:"about"`
		For         []string `json:"for,omitempty"`
		Against     []string `json:"against,omitempty"`
		Pro         []string `json:"pro,omitempty"`
		Con         []string `json:"con,omitempty"`
	}
	RemoveIssue struct {
		ID string `json:"id"`
	}
	// SetWeights gives the rules of stance other weights, as they were learnt from so many corrections;
	// none at all are those that ship with the program.
	SetWeights struct {
		Weights []Weight `json:"weights"`
		From    int      `json:"from,omitempty"`
	}
	// SetEvent puts a marker on the chart, RemoveEvent takes it away.
	SetEvent struct {
		Date  string `json:"date"`
		Label string `json:"label"`
	}
	RemoveEvent struct {
		Date  string `json:"date"`
		Label string `json:"label"`
	}
)

// Weight is how much a rule of stance counts.
type Weight struct {
	Rule   string  `json:"rule"`
	Weight float64 `json:"weight"`
}
