package app

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/stories"
	"hexapla/widgets"
)

// storyGroup is a story with its versions, reports of one event, or the articles that belong to none.
type storyGroup struct {
	name     string // "" for none
	found    bool   // by comparing the texts
	event    bool   // reports of one event, not versions of one text
	versions []int
}

// id tells a group from others; reports of an event may be named after a story about it.
func (g storyGroup) id() string {
	if g.event {
		return g.name + eventMark
	}
	return g.name
}

const eventMark = "\x00"

// foundStories names the stories of the versions that the program grouped.
func foundStories(r *analysis.Result) map[int]string {
	out := map[int]string{}
	for _, c := range r.Comparisons {
		if c.Found {
			for _, i := range c.Versions {
				out[i] = c.Story
			}
		}
	}
	return out
}

// storyOf names the story that a version is shown in: the user's, else the program's.
func storyOf(r *analysis.Result) func(version int) string {
	found := foundStories(r)
	return func(i int) string { return cmp.Or(r.Versions[i].Article.Meta.Story.Value, found[i]) }
}

// related says of versions what the program found out about them besides stories: whose copy they
// are, and which event they report.
type related struct {
	copyOf map[int]int    // an earlier member of the same work
	event  map[int]string // of those in no story
}

func relate(r *analysis.Result) related {
	story := storyOf(r)
	out := related{map[int]int{}, map[int]string{}}
	for _, g := range r.Groups {
		first := map[int]int{} // by work
		for _, m := range g.Members {
			if original, there := first[m.Work]; there && m.Relation == stories.Duplicate {
				out.copyOf[m.Version] = original
			} else if !there {
				first[m.Work] = m.Version
			}
			if story(m.Version) == "" {
				out.event[m.Version] = g.Name
			}
		}
	}
	return out
}

func (l *library) groups(r *analysis.Result) []storyGroup {
	query := strings.ToLower(l.filter.Text)
	at := map[string]int{}
	story, related := storyOf(r), relate(r)
	var out []storyGroup
	var rest storyGroup
	for i, v := range r.Versions {
		if !mentions(v, query) {
			continue
		}
		g := storyGroup{name: story(i)}
		g.found = v.Article.Meta.Story.Value == "" && g.name != ""
		if g.name == "" {
			g.name, g.event = related.event[i], true
		}
		if g.name == "" {
			rest.versions = append(rest.versions, i)
			continue
		}
		n, ok := at[g.id()]
		if !ok {
			n = len(out)
			at[g.id()] = n
			out = append(out, g)
		}
		out[n].versions = append(out[n].versions, i)
	}
	slices.SortStableFunc(out, func(a, b storyGroup) int { return rank(a) - rank(b) })
	if len(rest.versions) > 0 {
		out = append(out, rest)
	}
	for i := range out {
		l.sortVersions(r, out[i].versions)
	}
	return out
}

// rank puts stories before events.
func rank(g storyGroup) int {
	if g.event {
		return 1
	}
	return 0
}

// mentions reports whether an article has what the filter asks for, in lower case.
func mentions(v analysis.Version, query string) bool {
	m := v.Article.Meta
	about := strings.Join([]string{titleOf(v.Article), m.Outlet.Value, m.Date.Value, m.Tags.Value, m.Story.Value, m.Author.Value, languageName(v.Language)}, " ")
	return query == "" || strings.Contains(strings.ToLower(about), query)
}

func (g storyGroup) head(folded bool) widgets.TableRow {
	name, count := g.name, Ln(len(g.versions), "%d version | %d versions")
	switch {
	case name == "":
		name, count = L("In no story"), Ln(len(g.versions), "%d article | %d articles")
	case g.event:
		count = joinParts(Ln(len(g.versions), "%d article | %d articles"), L("seems to report one event"))
	case g.found:
		count = joinParts(count, L("found by their wording"))
	}
	fold := widgets.Unfolded
	if folded {
		fold = widgets.Folded
	}
	return widgets.TableRow{Group: true, ID: -1, Cells: []widgets.TableCell{{}, {Fold: fold, Text: name + " · " + count, Strong: true}}}
}
