package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"hexapla/analysis/article"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

func TestColumnLooks(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	last := c.page.article(c.page.columns[4]).ID
	u.session.Look(func(v *session.View) {
		v.SetColumn(session.ColumnLook{Article: last, Sans: true, Direction: "right", Pinned: true})
	})
	if got := c.page.article(c.page.columns[0]).ID; got != last {
		t.Error("a pinned column is not the first")
	}
	if h := c.view.Columns()[0]; !h.Sans || !h.Pinned || h.Direction != typeset.RightToLeft {
		t.Errorf("its head is %+v", h)
	}
	path := u.session.Path()
	u.open(path)
	u.wait()
	c = u.compare()
	if !c.view.Columns()[0].Pinned {
		t.Error("reopened, the column is not pinned")
	}
	u.session.Look(func(v *session.View) { v.SetColumn(session.ColumnLook{Article: last}) })
	if len(u.session.View().Looks) != 0 {
		t.Error("a column as all others is remembered")
	}
}

func TestColumnsShownAndHidden(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	for i := range c.page.comparison.Versions {
		c.showColumn(i, false)
	}
	if len(c.page.columns) != 1 {
		t.Errorf("%d columns are left, want the last", len(c.page.columns))
	}
	c.showColumn(2, true)
	if !slices.Contains(c.page.columns, 2) {
		t.Error("a column does not come back")
	}
	if items := c.columnItems(0); items[len(items)-1].ChildMenu == nil || len(items[len(items)-1].ChildMenu.Items) < 5 {
		t.Error("the columns are not listed")
	}
	c.columnMenu(0, fyne.NewPos(10, 10))
	if u.window.Canvas().Overlays().Top() == nil {
		t.Error("the head of a column has no menu")
	}
}

func TestRowsByKeyboard(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	rows := len(c.page.comparison.Rows)
	c.view.Select(-1)
	u.command("Unlink the row")
	if len(u.session.State().Apart) != 0 {
		t.Error("without a row chosen, something is unlinked")
	}
	c.view.Select(1)
	u.command("Merge with the next row")
	u.wait()
	if n := len(c.page.comparison.Rows); n >= rows {
		t.Fatalf("merged, there are %d rows, before %d", n, rows)
	}
	c.view.Select(1)
	u.command("Split the row")
	u.wait()
	if n := len(c.page.comparison.Rows); n < rows {
		t.Errorf("split, there are %d rows, before the merge %d", n, rows)
	}
	c.view.Select(2)
	u.command("Mark as moved")
	u.wait()
	if !slices.ContainsFunc(u.session.State().Pins, func(p article.PinLink) bool { return p.Moved }) {
		t.Error("nothing is marked as moved")
	}
	c.view.Select(3)
	before := len(u.session.State().Apart)
	u.command("Unlink the row")
	u.wait()
	if len(u.session.State().Apart) <= before {
		t.Error("nothing is unlinked")
	}
}

func TestNoteInTheText(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	cell := c.view.Rows()[2].Cells[0]
	place := c.page.place(widgets.Part{Row: 2, Column: 0, Start: 0, End: len(cell.Text)})
	if err := u.session.Do(article.Annotate{Place: place, Note: "ask the translator"}); err != nil {
		t.Fatal(err)
	}
	noted := func() *widgets.Span {
		for i, s := range c.view.Rows()[2].Cells[0].Spans {
			if s.Kind == widgets.Noted {
				return &c.view.Rows()[2].Cells[0].Spans[i]
			}
		}
		return nil
	}
	span := noted()
	if span == nil {
		t.Fatal("the note is not shown in the text")
	}
	c.tapped(widgets.Spot{Row: 2, Column: 0, Span: span})
	if !c.inspector.noted.Visible() || c.inspector.body.Visible() {
		t.Error("the inspector does not show the note")
	}
	spot := widgets.Spot{Row: 2, Column: 0, Offset: 1}
	if note, ok := c.noteAt(spot); !ok || note.Note != "ask the translator" {
		t.Errorf("the note at its place is %+v", note)
	}
	if items := c.noteItems(spot); len(items) == 0 || items[1].Disabled {
		t.Error("one's own note cannot be removed")
	}
	u.removeNote(u.session.State().Notes[0])
	if len(u.session.State().Notes) != 0 || noted() != nil {
		t.Error("the note is still there")
	}
	if err := u.session.Undo(); err != nil || noted() == nil {
		t.Errorf("undone, the note does not come back: %v", err)
	}
}
