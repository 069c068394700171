package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"hexapla/analysis/article"
	"hexapla/app/session"
	"hexapla/widgets"
)

// reorder moves a column.
func (c *compare) reorder(from, to int) {
	order := c.page.shownArticles()
	id := order[from]
	order = slices.Insert(slices.Delete(order, from, from+1), to, id)
	c.desk.session.Look(func(v *session.View) { v.Order = order })
	c.desk.events.log("column %d to %d", from, to)
}

// shownArticles are the articles of the columns shown, in their order.
func (p *page) shownArticles() []article.ID {
	var out []article.ID
	for _, column := range p.columns {
		out = append(out, p.article(column).ID)
	}
	return out
}

// resize keeps the widths that the person gave to the columns.
func (c *compare) resize(widths []float32) {
	c.desk.session.Look(func(v *session.View) {
		for shown, id := range c.page.shownArticles() {
			look := v.Column(id)
			look.Width = widths[shown]
			v.SetColumn(look)
		}
	})
	c.desk.events.log("columns resized")
}

// equalWidths lets the columns share the room again.
func (c *compare) equalWidths() {
	c.desk.session.Look(func(v *session.View) {
		for _, id := range c.page.shownArticles() {
			look := v.Column(id)
			look.Width = 0
			v.SetColumn(look)
		}
	})
}

// letterSizes are how large the letters of a column can be, as a part of the usual size.
var letterSizes = []struct {
	size float32
	name string
}{{0.85, "small"}, {0, "as usual"}, {1.2, "large"}, {1.45, "very large"}}

// columnItems are what can be done with a column shown, and which columns are.
func (c *compare) columnItems(column int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if column >= 0 && column < len(c.page.columns) {
		items = c.oneColumnItems(column)
	}
	d, p := c.desk, c.page
	var columns []*fyne.MenuItem
	for i := range p.comparison.Versions {
		shown := slices.Contains(p.columns, i)
		name := joinParts(p.comparison.Sigla[i], short(orElse(p.article(i).Meta.Outlet.Value, titleOf(p.article(i))), 40))
		columns = append(columns, checked(name, shown, func() { c.showColumn(i, !shown) }))
	}
	columns = append(columns, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(L("Show all columns"), func() { d.session.Look(func(v *session.View) { v.Hidden = nil }) }),
		fyne.NewMenuItem(L("All equally wide"), c.equalWidths))
	return append(items, under(L("Columns"), columns))
}

// oneColumnItems are what can be done with one column.
func (c *compare) oneColumnItems(column int) []*fyne.MenuItem {
	d, p := c.desk, c.page
	v := d.session.View()
	id := p.article(p.columns[column]).ID
	look := v.Column(id)
	dress := func(change func(*session.ColumnLook)) func() {
		return func() {
			d.session.Look(func(v *session.View) {
				look := v.Column(id)
				change(&look)
				v.SetColumn(look)
			})
		}
	}
	items := []*fyne.MenuItem{
		checked(L("Make this version the base"), p.columns[column] == p.base, func() { d.session.Look(func(v *session.View) { v.Base = id }) }),
		checked(L("Keep this column in place"), look.Pinned, dress(func(l *session.ColumnLook) { l.Pinned = !l.Pinned })),
	}
	if column > 0 {
		items = append(items, fyne.NewMenuItem(L("Move to the front"), func() { c.reorder(column, 0) }),
			fyne.NewMenuItem(L("Move one place forward"), func() { c.reorder(column, column-1) }))
	}
	if column < len(p.columns)-1 {
		items = append(items, fyne.NewMenuItem(L("Move one place back"), func() { c.reorder(column, column+1) }))
	}
	var sizes []*fyne.MenuItem
	for _, s := range letterSizes {
		sizes = append(sizes, checked(L(s.name), look.Size == s.size, dress(func(l *session.ColumnLook) { l.Size = s.size })))
	}
	letters := append(sizes, fyne.NewMenuItemSeparator(),
		checked(L("Letters without serifs"), look.Sans, dress(func(l *session.ColumnLook) { l.Sans = !l.Sans })))
	return append(items,
		under(L("Letters"), letters),
		under(L("Direction"), []*fyne.MenuItem{
			checked(L("as the text says"), look.Direction == "", dress(func(l *session.ColumnLook) { l.Direction = "" })),
			checked(L("left to right"), look.Direction == "left", dress(func(l *session.ColumnLook) { l.Direction = "left" })),
			checked(L("right to left"), look.Direction == "right", dress(func(l *session.ColumnLook) { l.Direction = "right" })),
		}),
		fyne.NewMenuItem(L("Hide this column"), func() { c.showColumn(p.columns[column], false) }))
}

// showColumn shows a version or hides it; one always stays.
func (c *compare) showColumn(column int, on bool) {
	id := c.page.article(column).ID
	if !on && len(c.page.columns) == 1 {
		c.desk.say(L("One column has to stay."))
		return
	}
	c.desk.session.Look(func(v *session.View) {
		v.Hidden = slices.DeleteFunc(slices.Clone(v.Hidden), func(h article.ID) bool { return h == id })
		if !on {
			v.Hidden = append(v.Hidden, id)
		}
	})
}

// lookItems offers to explain what is at a place, as resting on it does.
func (c *compare) lookItems(spot widgets.Spot, at fyne.Position) []*fyne.MenuItem {
	words := ""
	if spot.Column >= 0 {
		words = c.desk.gloss(c.page, spot)
	}
	if words == "" {
		return nil
	}
	return []*fyne.MenuItem{fyne.NewMenuItem(L("Look the word up"), func() { c.view.ShowTip(words, at) }), fyne.NewMenuItemSeparator()}
}
