package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/stories"
)

// A story that the program found becomes the user's with all its versions when an article joins it.
func TestJoiningAFoundStory(t *testing.T) {
	r := &analysis.Result{Comparisons: []analysis.Comparison{
		{Story: "flood", Found: true, Versions: []int{0, 1}}, {Story: "cup", Versions: []int{2}},
	}}
	for _, id := range []article.ID{"a", "b", "c", "d"} {
		r.Versions = append(r.Versions, analysis.Version{Article: article.Article{ID: id}})
	}
	if got := joining(r, []article.ID{"d"}, "flood"); !slices.Equal(got, []article.ID{"d", "a", "b"}) {
		t.Errorf("joining a found story: %v", got)
	}
	if got := joining(r, []article.ID{"d"}, "cup"); !slices.Equal(got, []article.ID{"d"}) {
		t.Errorf("joining the user's story: %v", got)
	}
	if got := foundStories(r); len(got) != 2 || got[0] != "flood" || got[1] != "flood" {
		t.Errorf("found stories: %v", got)
	}
}

// What the program found out shows as it is: stories, reports of one event, copies.
func TestGroupsOfTheLibrary(t *testing.T) {
	r := &analysis.Result{
		Comparisons: []analysis.Comparison{{Story: "flood", Found: true, Versions: []int{0, 1}}},
		Groups: []analysis.StoryGroup{
			{Name: "flood", Members: []analysis.GroupMember{
				{Version: 0}, {Version: 1, Relation: stories.Version}, {Version: 2, Relation: stories.Duplicate}, {Version: 3, Work: 1, Relation: stories.Report},
			}},
			{Name: "cup", Members: []analysis.GroupMember{{Version: 4}, {Version: 5, Work: 1, Relation: stories.Report}}},
		},
	}
	for _, id := range []article.ID{"a", "b", "c", "d", "e", "f", "g"} {
		r.Versions = append(r.Versions, analysis.Version{Article: article.Article{ID: id}})
	}
	l := &library{filter: &widget.Entry{}}
	var got []string
	for _, g := range l.groups(r) {
		got = append(got, fmt.Sprint(g.name, g.found, g.event, g.versions))
	}
	want := []string{"flood true false [0 1]", "flood false true [2 3]", "cup false true [4 5]", " false false [6]"}
	for i := range want {
		want[i] = strings.ReplaceAll(want[i], " ", "")
		if i >= len(got) || strings.ReplaceAll(got[i], " ", "") != want[i] {
			t.Fatalf("groups %q, want %q", got, want)
		}
	}
	if of, ok := relate(r).copyOf[2]; !ok || of != 0 {
		t.Errorf("the copy is one of %d, %v", of, ok)
	}
}

// A gesture on a ticked row means all that are ticked, and is one step of undo.
func TestManyArticlesAtOnce(t *testing.T) {
	u := sitDown(t)
	u.openNew()
	var ids []article.ID
	for _, s := range []string{"Talks resumed in Vienna on Monday.", "A flood hit the coast.", "The cup final was played."} {
		ids = append(ids, u.session.ImportText("", s).Added...)
	}
	u.wait()
	l := u.shell.screens[screenLibrary].(*library)
	rowOf := func(id article.ID) int {
		return slices.IndexFunc(l.shown, func(i int) bool { return i >= 0 && u.session.Result().Versions[i].Article.ID == id })
	}
	l.tick(rowOf(ids[0]), true)
	l.tick(rowOf(ids[1]), true)
	if got := l.meant(rowOf(ids[1])); len(got) != 2 {
		t.Errorf("a ticked row means %v", got)
	}
	if got := l.meant(rowOf(ids[2])); !slices.Equal(got, ids[2:]) {
		t.Errorf("a row without a tick means %v", got)
	}
	if got := l.meant(0); len(got) != 3 {
		t.Errorf("the head means %v", got)
	}
	u.retag(ids[:2], nil, []string{"talks", "west"})
	u.retag(ids, u.sharedTags(ids), []string{"news"})
	if a, _ := u.session.Article(ids[0]); a.Meta.Tags.Value != "talks, west, news" {
		t.Errorf("the tags are %q", a.Meta.Tags.Value)
	}
	u.remove(ids)
	u.wait()
	if n := len(u.session.State().Articles); n != 0 {
		t.Errorf("%d articles are left", n)
	}
	u.window.Canvas().Unfocus()
	u.command("Undo")
	u.command("Undo")
	u.wait()
	if a, err := u.session.Article(ids[2]); err != nil || a.Meta.Tags.Value != "" {
		t.Errorf("after two undos the tags are %q, %v", a.Meta.Tags.Value, err)
	}
}
