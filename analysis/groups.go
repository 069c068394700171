package analysis

import (
	"cmp"
	"fmt"
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/stories"
)

// StoryGroup is articles that seem to belong to one story: a suggestion. Those that the user took out
// of their story are in none.
type StoryGroup struct {
	Name       string // the story that the user gave them, or else the title of the earliest
	Members    []GroupMember
	Confidence float64 // 0..1
}

// GroupMember is an article in a group. Members of one work render one text.
type GroupMember struct {
	Version    int // into Result.Versions
	Work       int
	Relation   stories.Relation
	Identical  bool // a duplicate, word for word
	Confidence float64
}

// surely is the confidence from which on versions are compared without being asked for.
const surely = 0.9

// groups finds which articles belong together.
func (d *derivation) groups(versions []Version) []StoryGroup {
	if !d.wants(Grouping) || d.options.OneStory {
		return nil
	}
	var texts []stories.Text
	var of []int
	var dates []string
	for i, v := range versions {
		if m := v.Article.Meta; !tookOut(m) {
			texts = append(texts, stories.Text{Text: v.Article.Text, Language: v.Language, Date: m.Date.Value})
			of = append(of, i)
			dates = append(dates, m.Date.Value)
		}
	}
	k := key("groups", hashes(versions), of, dates)
	found, err := derived(d.memo, k, func() ([]stories.Group, error) {
		o := stories.Options{Model: d.resources.Text, Entities: d.resources.Triage.Entities(), Lexicons: d.resources.Lexicons}
		return stories.Find(d.ctx, texts, o, d.stage("grouping"))
	})
	d.fail(err)
	var out []StoryGroup
	for _, g := range found {
		group := StoryGroup{Confidence: g.Confidence}
		for _, m := range g.Members {
			group.Members = append(group.Members, GroupMember{of[m.Text], m.Work, m.Relation, m.Identical, m.Confidence})
		}
		group.Name = nameOf(group.Members, versions)
		out = append(out, group)
	}
	return out
}

// tookOut reports whether the user said that the article belongs to no story.
func tookOut(m article.Meta) bool { return m.Story.Value == "" && m.Story.Origin == article.FromUser }

// nameOf is the one story that the members have, or else the title of the earliest.
func nameOf(members []GroupMember, versions []Version) string {
	title, story, several := "", "", false
	for _, m := range members {
		a := versions[m.Version].Article
		title = cmp.Or(title, a.Meta.Title.Value)
		if s := a.Meta.Story.Value; s != "" {
			several = several || story != "" && s != story
			story = s
		}
	}
	if story != "" && !several {
		return story
	}
	return cmp.Or(title, versions[members[0].Version].Article.File)
}

// found returns the stories that the user did not make: works of which no member is in a story, as far
// as they are surely versions of one text. Of copies that are the same word for word one is enough.
func found(groups []StoryGroup, versions []Version) []story {
	taken := map[string]bool{}
	for _, v := range versions {
		taken[v.Article.Meta.Story.Value] = true
	}
	var out []story
	for _, g := range groups {
		for _, work := range works(g) {
			inStory := func(m GroupMember) bool { return versions[m.Version].Article.Meta.Story.Value != "" }
			if slices.ContainsFunc(work, inStory) {
				continue
			}
			s := story{name: fresh(nameOf(work, versions), taken), found: true}
			for _, m := range work {
				if m.Confidence >= surely && !m.Identical {
					s.members = append(s.members, m.Version)
				}
			}
			if len(s.members) > 1 {
				slices.Sort(s.members)
				taken[s.name] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// works parts the members of a group by the text that they render.
func works(g StoryGroup) [][]GroupMember {
	var out [][]GroupMember
	for _, m := range g.Members {
		if m.Work == len(out) {
			out = append(out, nil)
		}
		out[m.Work] = append(out[m.Work], m)
	}
	return out
}

// fresh is a name that no story has.
func fresh(name string, taken map[string]bool) string {
	out := name
	for n := 2; taken[out]; n++ {
		out = fmt.Sprintf("%s (%d)", name, n)
	}
	return out
}
