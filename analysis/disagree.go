package analysis

import (
	"math"
	"slices"

	"hexapla/analysis/positions"
)

// Disagreement is what the reports of one saying do not agree on.
type Disagreement struct {
	Utterance string
	About     []string // "speaker", "force", "stance", in this order
}

// stanceApart is how far two codings of one saying on one issue may lie from each other: what a
// weaker verb does, not what another meaning does.
const stanceApart = 1.0

// Disagreements lists the sayings whose reports name different actors, press with different force or
// take different sides, in the order of their first report. People's codings count before the
// machine's. Reports that say nothing on a point do not disagree about it.
func Disagreements(r *Result) []Disagreement {
	coded := map[string]map[string]positions.Coding{} // by statement, by issue
	for _, c := range r.Codings {
		if coded[c.Statement] == nil {
			coded[c.Statement] = map[string]positions.Coding{}
		}
		if old, ok := coded[c.Statement][c.Issue]; !ok || old.Coder == positions.Machine {
			coded[c.Statement][c.Issue] = c
		}
	}
	var order []string
	reports := map[string][]int{}
	for i, s := range r.Statements {
		if s.Utterance == "" {
			continue
		}
		if reports[s.Utterance] == nil {
			order = append(order, s.Utterance)
		}
		reports[s.Utterance] = append(reports[s.Utterance], i)
	}
	var out []Disagreement
	for _, u := range order {
		var about []string
		for n, i := range reports[u] {
			for _, k := range reports[u][:n] {
				about = append(about, apart(r, coded, i, k)...)
			}
		}
		slices.SortFunc(about, func(a, b string) int { return slices.Index(disputable, a) - slices.Index(disputable, b) })
		if about = slices.Compact(about); len(about) > 0 {
			out = append(out, Disagreement{u, about})
		}
	}
	return out
}

// disputable are the points on which reports can disagree.
var disputable = []string{"speaker", "force", "stance"}

// apart says on what two reports of one saying part.
func apart(r *Result, coded map[string]map[string]positions.Coding, i, k int) []string {
	a, b := r.Statements[i], r.Statements[k]
	var out []string
	if a.Actor != b.Actor && a.Actor != "" && b.Actor != "" {
		out = append(out, "speaker")
	}
	for issue, x := range coded[a.ID] {
		y, ok := coded[b.ID][issue]
		if !ok {
			continue
		}
		if x.Force != y.Force {
			out = append(out, "force")
		}
		if !x.None && !y.None && math.Abs(x.Stance-y.Stance) > stanceApart {
			out = append(out, "stance")
		}
	}
	return out
}
