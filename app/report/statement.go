package report

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

// statement is who said what, with its sentence and its codings.
type statement struct {
	ID, Date, Outlet, File, Actor, Speaker, Cue string
	Language                                    text.Language
	Sentence                                    []piece
	Codings                                     []coding
	Continues                                   bool
	Confidence                                  float64
	iso                                         string
}

// coding is a stance on an issue, in words.
type coding struct {
	Issue, Stance, Force, Certainty, Coder string
	Confidence                             float64
	Evidence                               []string
	value                                  float64
}

// statements lists the statements; those of the issue asked for, when there is one. A
// dossier sets apart those that take no position.
func (c *content) statements(r *analysis.Result, o Options) {
	codings := map[string][]positions.Coding{}
	for _, x := range r.Codings {
		if !x.None && (o.Issue == "" || x.Issue == o.Issue) {
			codings[x.Statement] = append(codings[x.Statement], x)
		}
	}
	versions := versionsByID(r)
	for _, s := range r.Statements {
		if v, ok := versions[s.Article]; ok && (o.Issue == "" || len(codings[s.ID]) > 0) {
			c.Statements = append(c.Statements, newStatement(r, s, v, codings[s.ID], c.words))
		}
	}
	slices.SortStableFunc(c.Statements, byDate)
	if o.Template == "dossier" {
		c.MoreStatements = slices.DeleteFunc(slices.Clone(c.Statements), func(s statement) bool { return len(s.Codings) > 0 })
		c.Statements = slices.DeleteFunc(c.Statements, func(s statement) bool { return len(s.Codings) == 0 })
	}
}

func byDate(a, b statement) int { return cmp.Compare(a.iso, b.iso) }

// weight is how much a statement tells: its firmest stance, as sure as it is.
func (s statement) weight() float64 {
	best := 0.0
	for _, c := range s.Codings {
		best = max(best, max(c.value, -c.value)*c.Confidence)
	}
	return best
}

func newStatement(r *analysis.Result, s attribution.Statement, v analysis.Version, codings []positions.Coding, w words) statement {
	out := statement{
		ID: s.ID, Date: w.date(s.Date), iso: s.Date, Outlet: v.Article.Meta.Outlet.Value, File: v.Article.File, Actor: ActorName(r, s.Actor),
		Speaker: s.Speaker, Language: v.Language, Continues: s.Continues, Confidence: s.Confidence, Sentence: sentence(v, s),
	}
	if s.Cue != nil {
		out.Cue = s.Cue.Of(v.Article.Text)
	}
	for _, c := range codings {
		line := coding{
			Issue: proposition(r, c.Issue), Stance: w.calendar.Signed(c.Stance, 1), Force: w.optional("force " + string(c.Force)),
			Certainty: w.optional("certainty " + string(c.Certainty)), Coder: c.Coder, Confidence: c.Confidence, value: c.Stance,
		}
		for _, e := range c.Evidence {
			line.Evidence = append(line.Evidence, evidenceLine(e.Rule, e.Weight, clamped(v.Article.Text, e.Span)))
		}
		out.Codings = append(out.Codings, line)
	}
	return out
}

// sentence is the segments that a statement lies in, with its content marked.
func sentence(v analysis.Version, s attribution.Statement) []piece {
	var whole []text.Span
	for _, segment := range v.Segments {
		if slices.ContainsFunc(s.Content, segment.Overlaps) {
			whole = append(whole, segment)
		}
	}
	if len(whole) == 0 {
		whole = s.Content
	}
	var out []piece
	for i, segment := range whole {
		if i > 0 {
			out = append(out, piece{Text: " "})
		}
		at := segment.Start
		for _, p := range s.Content {
			p.Start, p.End = max(p.Start, at), min(p.End, segment.End)
			if p.Empty() {
				continue
			}
			out = append(out, piece{Text: flat(v.Article.Text[at:p.Start])}, piece{Text: flat(p.Of(v.Article.Text)), Dress: "said"})
			at = p.End
		}
		out = append(out, piece{Text: flat(v.Article.Text[at:segment.End])})
	}
	return slices.DeleteFunc(out, func(p piece) bool { return p.Text == "" })
}

// flat is text on one line.
func flat(s string) string { return strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(s) }

func clamped(s string, p text.Span) string {
	if p.Start < 0 || p.End > len(s) || p.Empty() {
		return ""
	}
	return p.Of(s)
}
