package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

// summary says in sentences what the figures of the report say: what differs most, who stands where, who moved,
// what is uncertain. It names no cause and praises nothing.
func summary(r *analysis.Result, c *content, w words) []string {
	var out []string
	say := func(sentences ...string) {
		if s := nonEmpty(sentences...); len(s) > 0 {
			out = append(out, c.paragraph(s))
		}
	}
	for _, x := range c.Comparisons {
		say(compared(x, w), found(x, w), severest(x, w), departing(r, x, w), reviewed(x, w))
	}
	for _, i := range c.Issues {
		say(standing(i, w), moving(r, i, w))
	}
	if c.Has(Agreement) {
		say(c.Near...)
	}
	say(doubts(r, c, w))
	return out
}

func compared(x comparison, w words) string {
	languages := map[text.Language]bool{}
	for _, v := range x.Columns {
		languages[v.Code] = true
	}
	name := cmp.Or(x.Story, x.Columns[0].Title)
	return w.say("compared", w.count("versions", len(x.Columns)), name, w.count("languages", len(languages)), w.count("rows", len(x.Rows)))
}

// found counts the differences that change the meaning by kind, the commonest first.
func found(x comparison, w words) string {
	count := map[string]int{}
	var names []string
	n := 0
	for _, d := range x.All {
		if !d.Shown {
			continue
		}
		n++
		if count[d.Name]++; count[d.Name] == 1 {
			names = append(names, d.Name)
		}
	}
	if len(x.All) == 0 {
		return w.say("found nothing")
	}
	if n == 0 {
		return w.sayN("found harmless", len(x.All), len(x.All))
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	for i, name := range names {
		names[i] = w.say("of kind", count[name], lower(name))
	}
	return w.sayN("found", n, len(x.All), n, w.list(names))
}

// severest repeats the reason of the difference that weighs most.
func severest(x comparison, w words) string {
	if len(x.Meaning) < 2 {
		return ""
	}
	worst := slices.MaxFunc(x.Meaning, func(a, b difference) int { return cmp.Compare(a.Severity, b.Severity) })
	return w.say("severest", worst.Row, worst.Reason)
}

// departing says which version parts from the others, or from the original, most often, and where.
func departing(r *analysis.Result, x comparison, w words) string {
	places := make([][]string, len(x.Columns))
	for _, d := range slices.Concat(x.Meaning, x.More) {
		for _, column := range d.departs {
			if column < len(places) {
				places[column] = append(places[column], w.say("place", lower(d.Name), d.Row))
			}
		}
	}
	most := 0
	var none []string
	key := "departs"
	for column, p := range places {
		if r.Versions[r.Comparisons[x.index].Versions[column]].Article.Meta.Role.Value == "original" {
			key = "departs original"
			continue
		}
		if len(p) > len(places[most]) {
			most = column
		}
		if len(p) == 0 {
			none = append(none, x.Columns[column].Siglum)
		}
	}
	n := len(places[most])
	if n == 0 {
		return ""
	}
	listed := places[most][:min(n, 6)]
	if n > len(listed) {
		listed = append(slices.Clone(listed), "…")
	}
	s := strings.Replace(w.say(key, x.Columns[most].Siglum, w.count("places", n), w.list(listed)), "….", "…", 1)
	if len(none) > 0 {
		s += " " + w.sayN("departs nowhere", len(none), w.list(none))
	}
	return s
}

func reviewed(x comparison, w words) string {
	count := map[string]int{}
	meaning := 0
	for _, d := range x.All {
		count[d.Status]++
		if d.Shown && d.Status == analysis.Open {
			meaning++
		}
	}
	if count[analysis.Confirmed]+count[analysis.Dismissed] == 0 {
		if len(x.All) == 0 {
			return ""
		}
		return w.say("unreviewed")
	}
	return w.say("reviewed", count[analysis.Confirmed], count[analysis.Dismissed], meaning)
}

// standing is where the actors with the most statements stand on an issue.
func standing(i issue, w words) string {
	var parts []string
	for _, s := range i.Chart.Series[:min(4, len(i.Chart.Series))] {
		sum := 0.0
		for _, p := range s.Points {
			sum += p.Value
		}
		parts = append(parts, w.say("stands", s.Name, w.calendar.Signed(sum/float64(len(s.Points)), 1), w.count("statements", len(s.Points))))
	}
	return w.say("standing", i.Proposition, w.list(parts))
}

// carried is how many utterances a period must have before it is said that somebody moved.
const carried = 2

// moving names the actor that moved furthest between its first and its last period that carry a mean.
func moving(r *analysis.Result, i issue, w words) string {
	id := strings.TrimPrefix(i.ID, "i-")
	first, last := map[string]positions.Position{}, map[string]positions.Position{}
	var actors []string
	for _, p := range r.Positions {
		if p.Issue != id || p.N < carried {
			continue
		}
		if a, known := first[p.Actor]; !known || p.From < a.From {
			first[p.Actor] = p
		}
		if z, known := last[p.Actor]; !known {
			actors = append(actors, p.Actor)
			last[p.Actor] = p
		} else if p.From > z.From {
			last[p.Actor] = p
		}
	}
	slices.Sort(actors)
	best, way := "", 0.0
	for _, a := range actors {
		if d := math.Abs(last[a].Mean - first[a].Mean); d > way {
			best, way = a, d
		}
	}
	if way < 0.5 {
		return ""
	}
	a, z := first[best], last[best]
	return w.say("moved", ActorName(r, best), w.calendar.Signed(a.Mean, 1), w.date(a.From), w.calendar.Signed(z.Mean, 1), w.date(z.From))
}

// doubts says how much wants to be looked at.
func doubts(r *analysis.Result, c *content, w words) string {
	var parts []string
	rows, doubtful := 0, 0
	for _, x := range c.Comparisons {
		for _, line := range x.Rows {
			rows++
			if line.Uncertain {
				doubtful++
			}
		}
	}
	if doubtful > 0 {
		parts = append(parts, w.say("doubtful rows", doubtful, rows))
	}
	unsure, codings := 0, 0
	for _, x := range r.Codings {
		if x.None {
			continue
		}
		codings++
		if x.Confidence < uncertain {
			unsure++
		}
	}
	if unsure > 0 && (len(c.Issues) > 0) {
		parts = append(parts, w.say("doubtful codings", unsure, codings))
	}
	guessed := 0
	for _, v := range c.Versions {
		if v.Guess != "" {
			guessed++
		}
	}
	if guessed > 0 {
		parts = append(parts, w.sayN("doubtful dates", guessed, guessed))
	}
	return strings.Join(parts, " ")
}

// lower is a name within a sentence; what is not Latin or Cyrillic has no case.
func lower(s string) string { return strings.ToLower(s) }
