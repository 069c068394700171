package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
	"hexapla/widgets/scene"
)

// writeQDA writes a project for programs of qualitative analysis, REFI-QDA 1.5: articles as plain texts,
// statements as selections in Unicode code points with codes for actor, issue, stance, force and certainty, a
// selection for each coder and issue so that it stays clear which stance is on which; notes; and links from a
// statement to its source and cue. Identifiers are made from what they identify.
func writeQDA(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	q := &qdaWriter{r: r, o: o, title: c.Title, program: c.Method.Program, codes: map[string]*qdaCode{}, users: map[string]bool{}}
	q.collect()
	var b bytes.Buffer
	if err := q.project(&b); err != nil {
		return err
	}
	parts := []part{{"project.qde", b.Bytes()}}
	for _, v := range r.Versions {
		parts = append(parts, part{"sources/" + sourceID(v) + ".txt", []byte(v.Article.Text)})
	}
	return writeZip(w, parts)
}

type qdaWriter struct {
	r              *analysis.Result
	o              Options
	title, program string
	codes          map[string]*qdaCode // by identifier
	headings       [][]*qdaCode        // codes in their order, by heading
	users          map[string]bool
	selections     map[article.ID][]qdaSelection
	notes          []qdaNote
	links          []qdaLink
}

// The headings of the codebook, as the reader knows them.
var qdaHeadings = []string{"Actor", "Issue", "Stance", "Force", "Certainty"}

const (
	headActor = iota
	headIssue
	headStance
	headForce
	headCertainty
)

type (
	qdaCode struct {
		id, name, description string
		below                 []*qdaCode
	}
	qdaSelection struct {
		id, name, description, user string
		at                          text.Span
		codes                       []string
		notes                       []string
	}
	qdaNote struct{ id, user, text string }
	qdaLink struct{ id, name, from, to string }
)

// collect turns statements and notes into selections and gathers the codes that these need.
func (q *qdaWriter) collect() {
	q.headings, q.selections = make([][]*qdaCode, len(qdaHeadings)), map[article.ID][]qdaSelection{}
	for _, i := range q.r.Codebook.Issues {
		q.issue(i)
	}
	codings := map[string][]positions.Coding{}
	for _, c := range q.r.Codings {
		if q.o.Issue == "" || c.Issue == q.o.Issue {
			codings[c.Statement] = append(codings[c.Statement], c)
		}
	}
	rejected := q.r.RejectedStatements()
	known := versionsByID(q.r)
	for _, s := range q.r.Statements {
		v, ok := known[s.Article]
		if !ok || rejected[s.ID] || len(s.Content) == 0 || q.o.Issue != "" && len(codings[s.ID]) == 0 {
			continue
		}
		q.statement(v, s, codings[s.ID])
	}
	if !q.o.Include.WithoutNotes {
		for i, a := range q.r.State.Notes {
			q.annotation(i, a)
		}
	}
}

// statement makes a selection for each coding, and one for a statement that nobody coded.
func (q *qdaWriter) statement(v analysis.Version, s attribution.Statement, codings []positions.Coding) {
	if q.o.Include.ReviewedOnly {
		codings = slices.DeleteFunc(slices.Clone(codings), func(c positions.Coding) bool { return c.Coder == positions.Machine })
		if len(codings) == 0 && s.Rule != analysis.ByHand {
			return
		}
	}
	if len(codings) == 0 {
		codings = []positions.Coding{{Coder: positions.Machine}}
	}
	for n, c := range codings {
		x := qdaSelection{
			id: uid("statement", s.ID, c.Issue, c.Coder, strconv.Itoa(n)), at: s.Content[0].Cover(s.Content[len(s.Content)-1]),
			description: s.Date, user: q.user(c.Coder), codes: []string{q.speaker(s)},
		}
		x.name = shortened(x.at.Of(v.Article.Text))
		if c.Issue != "" {
			x.codes = append(x.codes, q.issue(positions.Issue{ID: c.Issue}), q.stance(c))
			x.codes = append(x.codes, q.optional(headForce, string(c.Force)), q.optional(headCertainty, string(c.Certainty)))
		}
		if c.Issue != "" && !c.None {
			x.description = strings.TrimPrefix(x.description+"; stance "+strconv.FormatFloat(c.Stance, 'g', 4, 64), "; ")
		}
		x.codes = slices.DeleteFunc(x.codes, func(id string) bool { return id == "" })
		q.selections[s.Article] = append(q.selections[s.Article], x)
		q.part(v, s, x, "source", s.Source)
		q.part(v, s, x, "cue", s.Cue)
	}
}

// part links a statement with the words of its source or cue.
func (q *qdaWriter) part(v analysis.Version, s attribution.Statement, of qdaSelection, name string, at *text.Span) {
	if at == nil || at.Empty() {
		return
	}
	x := qdaSelection{id: uid(name, of.id), at: *at, name: shortened(at.Of(v.Article.Text)), user: of.user}
	q.selections[s.Article] = append(q.selections[s.Article], x)
	q.links = append(q.links, qdaLink{uid("link", name, of.id), name, of.id, x.id})
}

// annotation makes a note and the selection that it is on.
func (q *qdaWriter) annotation(n int, a article.Annotated) {
	v, ok := versionOf(q.r, a.Place.Article)
	place, found := a.Place.Resolve(v.Article.Text)
	if !ok || !found || place.Empty() {
		return
	}
	note := qdaNote{uid("note", strconv.Itoa(n), a.Note), q.user(a.Coder), a.Note}
	q.notes = append(q.notes, note)
	q.selections[a.Place.Article] = append(q.selections[a.Place.Article], qdaSelection{
		id: uid("noted", note.id), at: place, name: shortened(a.Place.Quote), user: note.user, notes: []string{note.id},
	})
}

// speaker is the code of who speaks, below that of the actor.
func (q *qdaWriter) speaker(s attribution.Statement) string {
	actor := cmp.Or(s.Actor, s.Speaker)
	if actor == "" {
		return ""
	}
	name := ActorName(q.r, actor)
	top := q.code(headActor, nil, uid("actor", actor), name, actor)
	if s.Speaker == "" || s.Speaker == name || s.Speaker == actor {
		return top.id
	}
	return q.code(headActor, top, uid("speaker", actor, s.Speaker), s.Speaker, "").id
}

// issue is the code of an issue; the first to ask for one must know it all.
func (q *qdaWriter) issue(i positions.Issue) string {
	description := cmp.Or(i.Proposition, i.ID)
	for _, line := range []struct {
		name  string
		words []string
	}{{"About", i.About}, {"For", i.For}, {"Against", i.Against}, {"Pro", i.Pro}, {"Con", i.Con}} {
		if len(line.words) > 0 {
			description += "\n" + line.name + ": " + strings.Join(line.words, "; ")
		}
	}
	return q.code(headIssue, nil, uid("issue", i.ID), i.ID, description).id
}

// stance is the code of the nearest whole step.
func (q *qdaWriter) stance(c positions.Coding) string {
	name := "No position"
	if !c.None {
		name = scene.Signed(max(-2, min(2, c.Stance)), 0)
	}
	return q.optional(headStance, name)
}

func (q *qdaWriter) optional(heading int, name string) string {
	if name == "" {
		return ""
	}
	return q.code(heading, nil, uid(qdaHeadings[heading], name), name, "").id
}

func (q *qdaWriter) code(heading int, above *qdaCode, id, name, description string) *qdaCode {
	if c := q.codes[id]; c != nil {
		return c
	}
	c := &qdaCode{id: id, name: name, description: description}
	q.codes[id] = c
	if above != nil {
		above.below = append(above.below, c)
	} else {
		q.headings[heading] = append(q.headings[heading], c)
	}
	return c
}

// user is the identifier of a coder; the machine signs as the program.
func (q *qdaWriter) user(coder string) string {
	if coder == positions.Machine {
		coder = "Hexapla"
	}
	if coder == "" {
		return ""
	}
	q.users[coder] = true
	return uid("user", coder)
}

// sourceID identifies an article.
func sourceID(v analysis.Version) string { return uid("source", string(v.Article.ID)) }

// uid makes an identifier from what it identifies, in the form that RFC 9562 leaves to programs.
func uid(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	sum[6] = sum[6]&0x0F | 0x80
	sum[8] = sum[8]&0x3F | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// shortened is the beginning of a text on one line.
func shortened(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return s
}
