package report

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// size is how long the lists of a briefing are.
type size struct {
	differences int // of each comparison
	statements  int
	issues      int
	grid        bool
}

// sizes are tried in turn until a briefing fits on its pages.
var sizes = []size{
	{12, 12, 3, true}, {10, 8, 2, true}, {9, 7, 1, true}, {8, 6, 1, true}, {7, 5, 1, true}, {6, 4, 1, true}, {5, 4, 1, true}, {6, 4, 1, false},
	{5, 3, 1, false}, {4, 3, 1, false}, {3, 2, 1, false}, {3, 1, 1, false}, {2, 1, 1, false}, {2, 0, 1, false},
}

// cut sets apart what is beyond the size: the severest differences, the firmest statements and the issues with
// the most statements stay, in their order.
func (c *content) cut(to size) {
	for i := range c.Comparisons {
		x := &c.Comparisons[i]
		x.Meaning, x.More = parted(slices.Concat(x.Meaning, x.More), to.differences)
	}
	all := slices.Concat(c.Statements, c.MoreStatements)
	slices.SortStableFunc(all, byDate)
	slices.SortStableFunc(all, func(a, b statement) int { return cmp.Compare(b.weight(), a.weight()) })
	c.Statements, c.MoreStatements = parted(all, to.statements)
	slices.SortStableFunc(c.Statements, byDate)
	slices.SortStableFunc(c.MoreStatements, byDate)
	c.withoutGrid = !to.grid
	c.Issues, c.MoreIssues = mostSpoken(slices.Concat(c.Issues, c.MoreIssues), to.issues)
}

func parted[T any](list []T, most int) (first, rest []T) {
	n := min(most, len(list))
	return list[:n:n], list[n:]
}

// mostSpoken keeps the issues with the most points.
func mostSpoken(list []issue, most int) (first, rest []issue) {
	ranked := slices.Clone(list)
	slices.SortStableFunc(ranked, func(a, b issue) int { return cmp.Compare(b.points, a.points) })
	for _, i := range list {
		if slices.ContainsFunc(ranked[:min(most, len(ranked))], func(k issue) bool { return k.ID == i.ID }) {
			first = append(first, i)
		} else {
			rest = append(rest, i)
		}
	}
	return first, rest
}

// paragraph joins sentences as the report's language does.
func (c *content) paragraph(sentences []string) string {
	if text.Language(c.Language).Spaceless() {
		return strings.Join(sentences, "")
	}
	return strings.Join(sentences, " ")
}
