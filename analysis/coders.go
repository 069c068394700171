package analysis

import (
	"cmp"
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

// People are coders beside the machine: what they decide about a statement does not replace what
// the machine found, it stands beside it and is believed where both speak.

// peoplesCodings are the codings of the decision log, in its order. A decision that fits no
// statement any more makes none; it is listed among the orphans.
func peoplesCodings(result *Result) []positions.Coding {
	find := statementFinder(result)
	var out []positions.Coding
	for _, c := range result.State.Codes {
		s := find(c.Content)
		if s == nil || c.Remove {
			continue
		}
		out = append(out, positions.Coding{
			Statement: s.ID, Issue: c.Issue, Stance: max(-2, min(2, c.Stance)), None: c.None,
			Force: positions.Force(c.Force), Certainty: positions.Certainty(c.Certainty), Confidence: 1, Coder: c.Coder,
		})
	}
	return out
}

// Readings are the codings, and with them those of the machine that people confirmed: whoever confirms
// a statement reads it as the machine does, unless they coded it themselves.
func (r *Result) Readings() []positions.Coding {
	type unit struct{ statement, issue, coder string }
	own := map[unit]bool{}
	byMachine := map[string][]positions.Coding{}
	for _, c := range r.Codings {
		own[unit{c.Statement, c.Issue, c.Coder}] = true
		if c.Coder == positions.Machine {
			byMachine[c.Statement] = append(byMachine[c.Statement], c)
		}
	}
	out := slices.Clone(r.Codings)
	find := statementFinder(r)
	for _, j := range r.State.Judged {
		s := find(j.Content)
		if s == nil || j.Status != Confirmed {
			continue
		}
		for _, c := range byMachine[s.ID] {
			if !own[unit{c.Statement, c.Issue, j.Coder}] {
				c.Coder = j.Coder
				out = append(out, c)
			}
		}
	}
	return out
}

// RejectedStatements are the IDs of the statements that people said are none.
func (r *Result) RejectedStatements() map[string]bool {
	find := statementFinder(r)
	out := map[string]bool{}
	for _, j := range r.State.Judged {
		if s := find(j.Content); s != nil {
			out[s.ID] = j.Status == Rejected
		}
	}
	return out
}

// statementFinder finds the statement that a decision speaks of: the one that shares the most with
// its places, if that is at least half of either.
func statementFinder(result *Result) func([]article.Anchor) *attribution.Statement {
	texts := map[article.ID]string{}
	for _, v := range result.Versions {
		texts[v.Article.ID] = v.Article.Text
	}
	byArticle := map[article.ID][]*attribution.Statement{}
	for i := range result.Statements {
		s := &result.Statements[i]
		byArticle[s.Article] = append(byArticle[s.Article], s)
	}
	return func(places []article.Anchor) *attribution.Statement {
		var best *attribution.Statement
		most, length := 0, 0
		var spans []text.Span
		for _, a := range places {
			if p, ok := a.Resolve(texts[a.Article]); ok {
				spans = append(spans, p)
				length += p.Len()
			}
		}
		if len(places) == 0 {
			return nil
		}
		for _, s := range byArticle[places[0].Article] {
			if n := shared(s.Content, spans); n > most || n == most && n > 0 && total(s.Content) < total(best.Content) {
				best, most = s, n
			}
		}
		if best == nil || 2*most < min(length, total(best.Content)) {
			return nil
		}
		return best
	}
}

// Follow is the ID that a statement of an earlier result has in this one, "" where it is gone: an ID
// names a place in the text, and places move when the text is edited or read anew.
func (r *Result) Follow(earlier *Result, id string) string {
	i := slices.IndexFunc(earlier.Statements, func(s attribution.Statement) bool { return s.ID == id })
	if i < 0 {
		return ""
	}
	s := earlier.Statements[i]
	v := slices.IndexFunc(earlier.Versions, func(v Version) bool { return v.Article.ID == s.Article })
	if v < 0 {
		return ""
	}
	var places []article.Anchor
	for _, p := range s.Content {
		places = append(places, article.AnchorAt(s.Article, earlier.Versions[v].Article.Text, p))
	}
	if now := statementFinder(r)(places); now != nil {
		return now.ID
	}
	return ""
}

// shared counts the bytes that lie in both lists of spans.
func shared(a, b []text.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func total(spans []text.Span) int {
	n := 0
	for _, p := range spans {
		n += p.Len()
	}
	return n
}

// leastSure is the confidence below which a coding by the machine waits for review and has no point.
const leastSure = 0.4

// points joins codings with who said it and when. A person's coding of a statement on an issue is
// believed, the machine's then is not; statements that were rejected or have no date have no point.
func points(result *Result) []positions.Point {
	byID := map[string]attribution.Statement{}
	for _, s := range result.Statements {
		byID[s.ID] = s
	}
	type place struct{ statement, issue string }
	decided := map[place]bool{}
	for _, c := range result.Codings {
		if c.Coder != positions.Machine {
			decided[place{c.Statement, c.Issue}] = true
		}
	}
	rejected := result.RejectedStatements()
	var out []positions.Point
	for _, c := range result.Codings {
		s, overruled := byID[c.Statement], c.Coder == positions.Machine && decided[place{c.Statement, c.Issue}]
		unsure := c.Coder == positions.Machine && c.Confidence < leastSure
		if c.None || unsure || overruled || rejected[s.ID] || s.Date == "" || s.Actor == "" {
			continue
		}
		p := positions.Point{
			Statement: s.ID, Utterance: cmp.Or(s.Utterance, s.ID), Actor: s.Actor, Issue: c.Issue, Date: s.Date,
			Stance: c.Stance, Confidence: c.Confidence, Continues: s.Continues, Coder: c.Coder,
		}
		if c.Coder == positions.Machine {
			p.Confidence *= s.Confidence
		}
		out = append(out, p)
	}
	order := map[string]int{}
	for i, s := range result.Statements {
		order[s.ID] = i
	}
	slices.SortStableFunc(out, func(a, b positions.Point) int { return cmp.Compare(order[a.Statement], order[b.Statement]) })
	return out
}
