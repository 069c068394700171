package positions

import (
	"math"
	"slices"

	"hexapla/analysis/article"
)

// elsewhere adds to every position what the same actor says on the issue in the rest of the article.
//
// Whoever speaks rarely contradicts himself within one speech, so that the rest of it is evidence where
// a sentence alone is read wrongly or tells little. The mean of the others is drawn to the middle as if
// one more saying without a side stood among them: one other sentence weighs half. Other articles do not
// count, for people change their minds between speeches, and that is what is to be seen.
func (t *Tables) elsewhere(s []Statement, byStatement [][]Coding) {
	type voice struct {
		article article.ID
		actor   string
		issue   string
	}
	type sum struct {
		stance float64
		n      float64
	}
	sums := map[voice]sum{}
	of := func(i, k int) voice { return voice{s[i].Article, s[i].Actor, byStatement[i][k].Issue} }
	each(s, byStatement, func(i, k int, c *Coding) {
		v := sums[of(i, k)]
		sums[of(i, k)] = sum{v.stance + c.Stance, v.n + 1}
	})
	weight := t.byID[ruleElsewhere].Weight
	each(s, byStatement, func(i, k int, c *Coding) {
		v := sums[of(i, k)]
		mean := (v.stance - c.Stance) / v.n // the others are one fewer; one saying in the middle makes up for it
		if v.n < 2 || math.Abs(mean) < 1e-9 {
			return
		}
		c.Evidence = append(slices.Clip(c.Evidence), Evidence{strongest(c.Evidence), ruleElsewhere, weight * mean})
		total := 0.0
		for _, e := range c.Evidence {
			total += e.Weight
		}
		c.Stance = max(-2, min(2, total))
	})
}

// each calls do with every position that an actor known by name takes, by article and place, so that sums
// do not depend on the order of the argument.
func each(s []Statement, byStatement [][]Coding, do func(i, k int, c *Coding)) {
	for _, i := range inOrder(s) {
		for k := range byStatement[i] {
			if c := &byStatement[i][k]; !c.None && s[i].Actor != "" {
				do(i, k, c)
			}
		}
	}
}
