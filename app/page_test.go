package app

import (
	"strings"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/app/session"
	"hexapla/widgets"
)

// windowVersion is three segments of a text with blanks between them.
func windowVersion(s string, cuts ...int) analysis.Version {
	v := analysis.Version{Article: article.Article{Text: s}, Language: "en"}
	last := 0
	for _, c := range append(cuts, len(s)) {
		if c > last && c <= len(s) {
			v.Segments = append(v.Segments, text.Span{Start: last, End: c})
			last = c
		}
	}
	return v
}

func FuzzWindow(f *testing.F) {
	f.Add("one two three four", 3, 7, 4, 12)
	f.Add("伊朗 και Иран", 6, 10, 0, 20)
	f.Add("one two", 3, 7, 2, 2)
	f.Fuzz(func(t *testing.T, s string, cut1, cut2, from, to int) {
		v := windowVersion(s, cut1, cut2)
		if len(v.Segments) == 0 || from < 0 || to > len(s) || from > to {
			return
		}
		all := make([]int, len(v.Segments))
		for i := range all {
			all[i] = i
		}
		w := newWindowOn(v, all)
		joined := ""
		for _, p := range w.places(text.Span{Start: from, End: to}) {
			if p.Start < 0 || p.End > len(w.text) || p.Empty() {
				t.Fatalf("a place %v outside of %q", p, w.text)
			}
			joined += p.Of(w.text)
			if back := w.back(p.Start); back < from || back >= to {
				t.Fatalf("%d goes back to %d, outside of %d–%d", p.Start, back, from, to)
			}
		}
		if want := s[from:to]; joined != want {
			t.Fatalf("the places of %q hold %q", want, joined)
		}
	})
}

func TestSelectionFindsItsPlace(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	cell := c.view.Rows()[1].Cells[0]
	words := strings.Fields(cell.Text)[1]
	start := strings.Index(cell.Text, words)
	place := c.page.place(widgets.Part{Row: 1, Column: 0, Start: start, End: start + len(words)})
	if place.Quote != words {
		t.Errorf("%q of the cell is %q in the article", words, place.Quote)
	}
	if err := u.session.Do(article.Annotate{Place: place, Note: "a note"}); err != nil {
		t.Fatal(err)
	}
	if n := len(u.session.State().Notes); n != 1 {
		t.Errorf("%d notes are kept", n)
	}
}

func TestCopyNamesVersions(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	c.copyParts([]widgets.Part{{Row: 0, Column: 0, Text: "five"}, {Row: 0, Column: 1, Text: "four"}})
	want := c.page.comparison.Sigla[0] + "\tfive\n" + c.page.comparison.Sigla[1] + "\tfour"
	if got := u.app.Clipboard().Content(); got != want {
		t.Errorf("the clipboard holds %q, want %q", got, want)
	}
	c.copyParts([]widgets.Part{{Row: 0, Column: 0, Text: "five"}})
	if got := u.app.Clipboard().Content(); got != "five" {
		t.Errorf("one version is copied as %q", got)
	}
}

func TestColumnsArrange(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	first := c.page.article(c.page.columns[0]).ID
	c.reorder(0, 2)
	if got := c.page.article(c.page.columns[2]).ID; got != first {
		t.Error("a column that was moved is elsewhere")
	}
	u.session.Look(func(v *session.View) { v.Hidden = []article.ID{first} })
	if len(c.page.columns) != 4 {
		t.Errorf("%d columns with one hidden", len(c.page.columns))
	}
	u.session.Look(func(v *session.View) { v.Hidden, v.Order = nil, nil })
	if c.page.columns[0] != 0 || len(c.page.columns) != 5 {
		t.Error("the columns do not come back")
	}
}

func TestLabels(t *testing.T) {
	v := analysis.Version{Paragraphs: []int{0, 2, 3}}
	for segment, want := range map[int]string{0: "¶1·1", 1: "¶1·2", 2: "¶2·1", 3: "¶3·1", 5: "¶3·3"} {
		if got := paragraphLabel(v, segment); got != want {
			t.Errorf("segment %d is %s, want %s", segment, got, want)
		}
	}
}

func TestEveryKindHasALook(t *testing.T) {
	for _, k := range kindOrder {
		if _, ok := kindLooks[k]; !ok {
			t.Errorf("%s has no look", k)
		}
	}
	if len(kindLooks) != len(kindOrder) {
		t.Errorf("%d looks for %d kinds", len(kindLooks), len(kindOrder))
	}
}

func TestSentences(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"junk.bin is not a text":     "junk.bin is not a text.",
		"there is nothing to undo":   "There is nothing to undo.",
		"äußerst seltsam!":           "Äußerst seltsam!",
		"/tmp/x: permission denied.": "/tmp/x: permission denied.",
	} {
		if got := sentence(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
