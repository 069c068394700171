package app

import (
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/app/session"
	"hexapla/widgets"
)

// pasteStory opens a project in which pasted texts are versions of one story.
func pasteStory(t *testing.T, texts ...string) *person {
	u := sitDown(t)
	u.openNew()
	var all []article.ID
	for _, s := range texts {
		all = append(all, u.session.ImportText("", s).Added...)
	}
	if err := u.session.Do(article.Group{Articles: all, Story: "Talks"}); err != nil {
		t.Fatal(err)
	}
	u.wait()
	u.session.Look(func(v *session.View) { v.Screen, v.Story = screenCompare, "Talks" })
	if p := u.compare().page; p == nil || len(p.columns) != len(texts) {
		t.Fatal("the versions are not compared")
	}
	return u
}

func TestSearchGoesFromPlaceToPlace(t *testing.T) {
	u := pasteStory(t,
		"The talks resumed in Vienna.\n\nThe envoy left.\n\nThe talks ended in Geneva.",
		"The talks began again in Vienna.\n\nThe envoy went away.\n\nThe meeting ended in Geneva.")
	u.command("Library")
	u.searchFor("talks")
	c := u.compare()
	if u.shell.current != screenCompare {
		t.Fatalf("the search leads to %s", u.shell.current)
	}
	at := func() (row, column int) {
		parts := c.view.Selection()
		if len(parts) != 1 || !strings.EqualFold(parts[0].Text, "talks") {
			t.Fatalf("selected is %v", parts)
		}
		return parts[0].Row, parts[0].Column
	}
	last := len(c.page.comparison.Rows) - 1
	for _, want := range [][2]int{{0, 0}, {0, 1}, {last, 0}, {0, 0}} {
		if row, column := at(); row != want[0] || column != want[1] || c.view.Selected() != row {
			t.Errorf("at row %d, column %d, want %v", row, column, want)
		}
		u.searchFor("talks")
	}
	u.command("Previous place found")
	u.command("Previous place found")
	if row, _ := at(); row != last {
		t.Errorf("before the first place comes row %d", row)
	}
	u.searchFor("")
	if len(c.page.hits) != 0 {
		t.Error("an empty search keeps its hits")
	}
}

func TestGrainsMarkMoreOrLess(t *testing.T) {
	u := pasteStory(t, "They met in Vienna. The envoy said an agreement must be reached soon.", "They met in Vienna. The envoy said an agreement must be teached soon.")
	c := u.compare()
	marked := func() []string {
		var out []string
		for _, row := range c.page.rows(-1) {
			for _, cell := range row.Cells {
				for _, s := range cell.Spans {
					out = append(out, cell.Text[s.Start:s.End])
				}
			}
		}
		return out
	}
	u.session.Look(func(v *session.View) { v.Folded = true })
	for _, want := range []struct{ command, first string }{
		{"Mark words", "reached"}, {"Mark letters", "r"}, {"Mark whole sentences", "The envoy said an agreement must be reached soon."},
	} {
		u.command(strings.Replace(want.command, "Mark letters", "Mark single letters", 1))
		if got := marked(); len(got) != 2 || got[0] != want.first {
			t.Errorf("%s marks %q", want.command, got)
		}
	}
}

func TestForeignWordsAreLookedUp(t *testing.T) {
	u := pasteStory(t, "The nuclear talks resumed in Vienna on Monday. The agreement is near.", "核谈判星期一在维也纳恢复。协议就在眼前。")
	c := u.compare()
	for row := range c.page.comparison.Rows {
		cell := c.page.row(row, -1).Cells[1].Text
		at := strings.Index(cell, "维也纳")
		if at < 0 {
			continue
		}
		spot := widgets.Spot{Row: row, Column: 1, Offset: at + 3}
		if got := c.explain(spot); !strings.Contains(got, "维也纳: ") || !strings.Contains(strings.ToLower(got), "vienna") {
			t.Errorf("维也纳 is explained as %q", got)
		}
		if got := c.desk.gloss(c.page, widgets.Spot{Row: row, Column: 0, Offset: 1}); got != "" {
			t.Errorf("in the language of the interface a word is explained as %q", got)
		}
		return
	}
	t.Error("the name is in no row")
}

func TestColumnsKeepWhatWasDoneToThem(t *testing.T) {
	u := pasteStory(t, "They met in Vienna. An agreement is near.", "They met in Vienna. An agreement was near.", "They met in Vienna. No agreement is near.")
	c := u.compare()
	first := c.page.shownArticles()[0]
	c.reorder(0, 2)
	c.resize([]float32{200, 300, 400})
	u.session.Look(func(v *session.View) {
		look := v.Column(first)
		look.Size = 1.2
		v.SetColumn(look)
	})
	heads := c.view.Columns()
	if got := c.page.shownArticles()[2]; got != first || heads[2].Width != 400 || heads[2].TextSize != 1.2*widgets.ArticleText || heads[0].Width != 200 {
		t.Errorf("the columns are %+v", heads)
	}
	c.lookAt(c.page.shown[len(c.page.shown)-1])
	looked, path := c.current, u.session.Path()
	u.open(path)
	u.wait()
	if c = u.compare(); c.current != looked || c.view.Selected() != c.page.comparison.Differences[looked].Row || c.view.Columns()[2].Width != 400 {
		t.Errorf("after reopening difference %d is looked at, want %d; columns %+v", c.current, looked, c.view.Columns())
	}
	c.equalWidths()
	if c.view.Columns()[0].Width != 0 {
		t.Error("the widths stay")
	}
}
