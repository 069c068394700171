package positions

import (
	"cmp"
	"slices"
)

// Dispute is a statement that coders read differently.
type Dispute struct {
	Statement, Issue string
	Codings          []Coding // one a coder, by name
	Apart            int      // steps between the furthest; where one says that there is no position, 5
}

// Disputes are the statements on an issue that two coders or more gave different codes, those furthest
// apart first. Stances are rounded to whole steps, as Alpha does. Of several codings by one coder the
// last counts.
func Disputes(codings []Coding) []Dispute {
	type unit struct{ statement, issue string }
	at := map[unit]int{}
	var all []Dispute
	for _, c := range codings {
		u := unit{c.Statement, c.Issue}
		i, known := at[u]
		if !known {
			i = len(all)
			at[u] = i
			all = append(all, Dispute{Statement: c.Statement, Issue: c.Issue})
		}
		d := &all[i]
		if k := slices.IndexFunc(d.Codings, func(o Coding) bool { return o.Coder == c.Coder }); k >= 0 {
			d.Codings[k] = c
		} else {
			d.Codings = append(d.Codings, c)
		}
	}
	out := []Dispute{}
	for _, d := range all {
		if d.Apart = steps(d.Codings); d.Apart > 0 {
			slices.SortFunc(d.Codings, func(a, b Coding) int { return cmp.Compare(a.Coder, b.Coder) })
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b Dispute) int { return cmp.Compare(b.Apart, a.Apart) })
	return out
}

// steps is how many steps lie between the furthest of some codings.
func steps(codings []Coding) int {
	low, high, none := codes, -1, 0
	for _, c := range codings {
		if c.None {
			none++
			continue
		}
		step, _ := code(c, Ordinal)
		low, high = min(low, step), max(high, step)
	}
	switch {
	case none == len(codings):
		return 0
	case none > 0:
		return codes - 1
	}
	return high - low
}
