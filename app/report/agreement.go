package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"hexapla/analysis"
	"hexapla/analysis/positions"
	"hexapla/widgets/scene"
)

// agreement sets out how near the actors stand to each other, and names the two that stand nearest and the two
// that stand furthest apart among those that share the most issues.
func (c *content) agreement(r *analysis.Result) {
	a := AgreementOf(r, "", "")
	if len(a.Actors) < 2 {
		return
	}
	a.Title = c.words.say("part agreement")
	c.Agreement = scene.AgreementGrid(a)
	var pairs []twosome
	for i, row := range a.Pairs {
		for k := range i {
			pairs = append(pairs, twosome{a.Actors[k], a.Actors[i], row[k].Value, row[k].N})
		}
	}
	most := slices.MaxFunc(pairs, func(p, q twosome) int { return cmp.Compare(p.shared, q.shared) }).shared
	pairs = slices.DeleteFunc(pairs, func(p twosome) bool { return p.shared < most })
	byValue := func(p, q twosome) int { return cmp.Compare(p.value, q.value) }
	near, far := slices.MaxFunc(pairs, byValue), slices.MinFunc(pairs, byValue)
	if most == 0 || near == far {
		return
	}
	c.Near = []string{c.words.near("nearest", near), c.words.near("furthest", far)}
}

// twosome is two actors, how near they stand, and on how many issues both do.
type twosome struct {
	one, other string
	value      float64
	shared     int
}

func (w words) near(key string, p twosome) string {
	return w.say(key, p.one, p.other, scene.Signed(p.value, 1), w.count("issues", p.shared))
}

// reliability is how far the people who coded agree with each other and with the machine, "" where no statement
// was coded twice.
func reliability(r *analysis.Result) string {
	a := positions.Alpha(r.Codings, positions.Ordinal)
	if a.Units == 0 || math.IsNaN(a.Alpha) {
		return ""
	}
	return fmt.Sprintf("α = %s (n = %d)", signed(a.Alpha), a.Units)
}
