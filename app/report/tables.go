package report

import (
	"math"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/positions"
)

// table is a sheet: cells are strings, ints, float64s, or nil where there is nothing.
type table struct {
	Name string
	Head []string
	Rows [][]any
}

// Tables lists the names of the tables that CSV can hold, each a sheet of XLSX.
var Tables = []string{"differences", "statements", "positions", "points", "curves", "apparatus", "versions"}

// newTable makes a table of the result by its name.
func newTable(name string, r *analysis.Result, c *content, o Options) table {
	t := table{Name: name}
	switch name {
	case "differences":
		differenceTable(&t, c)
	case "statements":
		statementTable(&t, r, c)
	case "positions":
		t.Head = []string{"actor", "name", "issue", "from", "to", "mean", "low", "high", "n", "statements"}
		for _, p := range r.Positions {
			if o.Issue == "" || o.Issue == p.Issue {
				t.add(p.Actor, ActorName(r, p.Actor), p.Issue, p.From, p.To, p.Mean, p.Low, p.High, p.N, strings.Join(p.Statements, " "))
			}
		}
	case "points":
		t.Head = []string{"statement", "utterance", "actor", "name", "issue", "date", "stance", "confidence", "continues", "coder"}
		for _, p := range r.Points {
			if o.Issue == "" || o.Issue == p.Issue {
				t.add(p.Statement, p.Utterance, p.Actor, ActorName(r, p.Actor), p.Issue, p.Date, p.Stance, p.Confidence, yes(p.Continues), p.Coder)
			}
		}
	case "curves":
		curveTable(&t, r, o)
	case "apparatus":
		apparatusTable(&t, r, c)
	case "versions":
		t.Head = []string{"siglum", "title", "label", "outlet", "date", "language", "role", "file", "sha256"}
		for i, v := range r.Versions {
			m, line := v.Article.Meta, c.words.version(r, i, v)
			t.add(line.Siglum, line.Title, line.Label, line.Outlet, m.Date.Value, string(v.Language), m.Role.Value, line.File, line.Hash)
		}
	}
	return t
}

// add adds a row; a figure that is none, such as the bounds of a single statement, is an empty cell.
func (t *table) add(cells ...any) {
	for i, c := range cells {
		if v, ok := c.(float64); ok && (math.IsNaN(v) || math.IsInf(v, 0)) {
			cells[i] = nil
		}
	}
	t.Rows = append(t.Rows, cells)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func differenceTable(t *table, c *content) {
	t.Head = []string{"story", "row", "kind", "severity", "status", "reason", "departs", "coder", "note", "mqm", "mqm severity"}
	most := 0
	for _, x := range c.Comparisons {
		most = max(most, len(x.Columns))
	}
	if len(c.Comparisons) == 1 {
		for _, v := range c.Comparisons[0].Columns {
			t.Head = append(t.Head, v.Siglum)
		}
	} else {
		for range most {
			t.Head = append(t.Head, "reading")
		}
	}
	for _, x := range c.Comparisons {
		for _, d := range x.All {
			var departs []string
			cells := make([]any, most)
			for i, p := range d.places {
				cells[p.column] = d.Readings[i].Text
				if d.Readings[i].Departs {
					departs = append(departs, d.Readings[i].Siglum)
				}
			}
			row := []any{x.Story, d.Row, string(d.Kind), d.Severity, d.Status, d.Reason, strings.Join(departs, " "), d.Coder, d.Note, d.MQM, d.MQMSeverity}
			t.add(append(row, cells...)...)
		}
	}
}

func statementTable(t *table, r *analysis.Result, c *content) {
	t.Head = []string{
		"id", "file", "outlet", "date", "date from", "speaker", "actor", "name", "addressee", "cue", "content", "utterance", "continues",
		"confidence", "issue", "stance", "force", "certainty", "coding confidence", "coder",
	}
	listed := map[string]bool{}
	for _, s := range c.Statements {
		listed[s.ID] = true
	}
	for _, s := range c.MoreStatements {
		listed[s.ID] = true
	}
	codings := map[string][]positions.Coding{}
	for _, x := range r.Codings {
		codings[x.Statement] = append(codings[x.Statement], x)
	}
	byID := versionsByID(r)
	for _, s := range r.Statements {
		if !listed[s.ID] {
			continue
		}
		v := byID[s.Article]
		cue := ""
		if s.Cue != nil {
			cue = s.Cue.Of(v.Article.Text)
		}
		head := []any{
			s.ID, v.Article.File, v.Article.Meta.Outlet.Value, s.Date, s.DateFrom, s.Speaker, s.Actor, ActorName(r, s.Actor), s.Addressee, cue,
			contentIn(v, s), s.Utterance, yes(s.Continues), s.Confidence,
		}
		if len(codings[s.ID]) == 0 {
			t.add(append(head, nil, nil, nil, nil, nil, nil)...)
		}
		for _, x := range codings[s.ID] {
			var stance any = x.Stance
			if x.None {
				stance = nil
			}
			t.add(append(head[:len(head):len(head)], x.Issue, stance, string(x.Force), string(x.Certainty), x.Confidence, x.Coder)...)
		}
	}
}

func curveTable(t *table, r *analysis.Result, o Options) {
	t.Head = []string{"issue", "actor", "stretch", "date", "mean", "low", "high"}
	for _, i := range r.Codebook.Issues {
		if o.Issue != "" && o.Issue != i.ID {
			continue
		}
		for _, curve := range r.Curves[i.ID] {
			for n, stretch := range curve.Stretches {
				for _, p := range stretch {
					t.add(i.ID, curve.Actor, n+1, p.Date, p.Mean, p.Low, p.High)
				}
			}
		}
	}
}

// apparatusTable has a line per place of variation, with the reading of each version.
func apparatusTable(t *table, r *analysis.Result, c *content) {
	t.Head = []string{"story", "row", "entry", "moved", "version", "reading"}
	for _, x := range c.Comparisons {
		comparison := &r.Comparisons[x.index]
		for n, e := range comparison.Entries {
			if e.Agree {
				continue
			}
			for _, p := range e.Readings {
				v := r.Versions[comparison.Versions[p.Version]]
				t.add(x.Story, e.Row+1, n+1, yes(e.Moved), comparison.Sigla[p.Version], p.Of(v.Article.Text))
			}
		}
	}
}
