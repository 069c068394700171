package app

import (
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/app/report"
)

// said is a statement as the screens show it: with its article, its coding on one issue and what
// people made of it.
type said struct {
	statement *attribution.Statement
	version   *analysis.Version
	coding    *positions.Coding // nil where it speaks of no issue
	status    string            // "auto", analysis.Confirmed, analysis.Rejected, "by hand", "versions disagree"
	disputed  []string          // what its reports disagree on
	reports   int               // statements that report the same saying
}

// record is all statements of a result, looked up in several ways.
type record struct {
	result *analysis.Result
	all    []said // by date, then by place; a statement with several codings stands several times
	byID   map[string]int
	names  map[string]string // actor → name shown
	looks  map[string]int    // actor → colour in charts from 1 on; 0 has none
}

func newRecord(r *analysis.Result) *record {
	rec := &record{result: r, byID: map[string]int{}, names: map[string]string{}, looks: map[string]int{}}
	versions := map[article.ID]*analysis.Version{}
	for i := range r.Versions {
		versions[r.Versions[i].Article.ID] = &r.Versions[i]
	}
	codings := map[string][]*positions.Coding{}
	for i := range r.Codings {
		c := &r.Codings[i]
		codings[c.Statement] = append(codings[c.Statement], c)
	}
	reports := map[string]int{}
	for _, s := range r.Statements {
		reports[s.Utterance]++
	}
	judged := judgements(r)
	disputed := map[string][]string{}
	for _, d := range analysis.Disagreements(r) {
		disputed[d.Utterance] = d.About
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		one := said{statement: s, version: versions[s.Article], status: "auto", reports: max(1, reports[s.Utterance])}
		if s.Utterance == "" {
			one.reports = 1
		}
		if about := disputed[s.Utterance]; len(about) > 0 {
			one.status, one.disputed = "versions disagree", about
		}
		if status := judged[s.ID]; status != "" {
			one.status = status
		}
		for _, c := range inForce(codings[s.ID]) {
			coded := one
			coded.coding = c
			if c.Coder != positions.Machine && coded.status == "auto" {
				coded.status = "by hand"
			}
			rec.all = append(rec.all, coded)
		}
		if len(codings[s.ID]) == 0 {
			rec.all = append(rec.all, one)
		}
	}
	slices.SortStableFunc(rec.all, func(a, b said) int { return strings.Compare(a.statement.Date, b.statement.Date) })
	for i, s := range rec.all {
		if _, known := rec.byID[s.statement.ID]; !known {
			rec.byID[s.statement.ID] = i
		}
	}
	rec.nameActors()
	return rec
}

// inForce keeps, for each issue, a person's coding before the machine's.
func inForce(all []*positions.Coding) []*positions.Coding {
	var out []*positions.Coding
	for _, c := range all {
		at := slices.IndexFunc(out, func(o *positions.Coding) bool { return o.Issue == c.Issue })
		switch {
		case at < 0:
			out = append(out, c)
		case c.Coder != positions.Machine:
			out[at] = c
		}
	}
	return out
}

// judgements tells by statement what people made of it.
func judgements(r *analysis.Result) map[string]string {
	out := map[string]string{}
	for _, j := range r.State.Judged {
		if len(j.Content) == 0 || j.Status == analysis.Open {
			continue
		}
		for _, s := range r.Statements {
			if s.Article != j.Content[0].Article || len(s.Content) == 0 {
				continue
			}
			for _, v := range r.Versions {
				if v.Article.ID != s.Article {
					continue
				}
				if p, ok := j.Content[0].Resolve(v.Article.Text); ok && p == s.Content[0] {
					out[s.ID] = j.Status
				}
			}
		}
	}
	return out
}

// nameActors gives every actor a name, and those with points the look that they have in charts.
func (rec *record) nameActors() {
	for _, a := range rec.result.Actors {
		rec.names[a.ID] = a.Name
	}
	for i, actor := range report.ActorsByVoice(rec.result) {
		rec.looks[actor] = i + 1
	}
}

// name is how an actor is shown.
func (rec *record) name(actor string) string {
	return orElse(rec.names[actor], orElse(actor, L("not named")))
}

// words is what was said.
func (s said) words() string {
	var parts []string
	for _, c := range s.statement.Content {
		parts = append(parts, c.Of(s.version.Article.Text))
	}
	return strings.Join(parts, " … ")
}

// cue is how it was said.
func (s said) cue() string {
	switch {
	case s.statement.Cue != nil:
		return s.statement.Cue.Of(s.version.Article.Text)
	case s.statement.Continues:
		return L("continues")
	}
	return ""
}

// anchors are what decisions about the statement are tied to.
func (s said) anchors() []article.Anchor {
	var out []article.Anchor
	for _, c := range s.statement.Content {
		out = append(out, article.AnchorAt(s.version.Article.ID, s.version.Article.Text, c))
	}
	return out
}

// speaker is who spoke, and for whom where that is somebody else.
func (rec *record) speaker(s *attribution.Statement) string {
	if s.Speaker == rec.name(s.Actor) {
		return s.Speaker
	}
	return joinParts(s.Speaker, rec.name(s.Actor))
}

// person is who spoke for an actor; nobody where the actor itself is all that is named.
func (rec *record) person(s *attribution.Statement) string {
	if s.Speaker == rec.name(s.Actor) {
		return ""
	}
	return s.Speaker
}
