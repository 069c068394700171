package app

import (
	"slices"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
)

// A story that the program found becomes the user's with all its versions when an article joins it.
func TestJoiningAFoundStory(t *testing.T) {
	r := &analysis.Result{Comparisons: []analysis.Comparison{
		{Story: "flood", Found: true, Versions: []int{0, 1}}, {Story: "cup", Versions: []int{2}},
	}}
	for _, id := range []article.ID{"a", "b", "c", "d"} {
		r.Versions = append(r.Versions, analysis.Version{Article: article.Article{ID: id}})
	}
	if got := joining(r, "d", "flood"); !slices.Equal(got, []article.ID{"d", "a", "b"}) {
		t.Errorf("joining a found story: %v", got)
	}
	if got := joining(r, "d", "cup"); !slices.Equal(got, []article.ID{"d"}) {
		t.Errorf("joining the user's story: %v", got)
	}
	if got := foundStories(r); len(got) != 2 || got[0] != "flood" || got[1] != "flood" {
		t.Errorf("found stories: %v", got)
	}
}
