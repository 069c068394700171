package app

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/app/session"
	"hexapla/widgets"
)

// rowAct is what can be decided about the sentences of a row.
type rowAct func(p *page, row int) ([]article.Act, error)

// onRow makes the command that decides about the row with the accent.
func onRow(act rowAct) func(*Desk) {
	return func(d *Desk) {
		c := d.shell.screens[screenCompare].(*compare)
		if d.shell.current != screenCompare || c.page == nil || c.view.Selected() < 0 {
			d.say(L("Choose a row of the comparison first."))
			return
		}
		c.decide(act, c.view.Selected())
	}
}

func (c *compare) decide(act rowAct, row int) {
	acts, err := act(c.page, row)
	if err == nil {
		err = c.desk.session.Do(acts...)
	}
	c.desk.fail(err)
	c.desk.events.log("row %d decided", row)
}

func linkRow(p *page, row int) ([]article.Act, error) {
	return []article.Act{article.PinLink{Sides: p.anchorsOf(row)}}, nil
}

func moveRow(p *page, row int) ([]article.Act, error) {
	return []article.Act{article.PinLink{Sides: p.anchorsOf(row), Moved: true}}, nil
}

func unlinkRow(p *page, row int) ([]article.Act, error) {
	return []article.Act{article.Unlink{Sides: p.anchorsOf(row)}}, nil
}

func mergeRow(p *page, row int) ([]article.Act, error) {
	if row+1 >= len(p.comparison.Rows) {
		return nil, errors.New("there is no row after this one")
	}
	return []article.Act{article.PinLink{Sides: append(p.anchorsOf(row), p.anchorsOf(row+1)...)}}, nil
}

// splitRow links the first sentence of every version, and what follows them among itself. Where only
// one version has more, the rest of it is said to be apart from the others.
func splitRow(p *page, row int) ([]article.Act, error) {
	var first, rest []article.Anchor
	longer := map[article.ID]bool{}
	seen := map[article.ID]bool{}
	for _, a := range p.anchorsOf(row) {
		if !seen[a.Article] {
			seen[a.Article] = true
			first = append(first, a)
			continue
		}
		rest = append(rest, a)
		longer[a.Article] = true
	}
	if len(rest) == 0 {
		return nil, errors.New("the row has one sentence of each version; there is nothing to split")
	}
	link := article.PinLink{Sides: first}
	if len(longer) > 1 {
		return []article.Act{link, article.PinLink{Sides: rest}}, nil
	}
	others := slices.DeleteFunc(slices.Clone(first), func(a article.Anchor) bool { return longer[a.Article] })
	return []article.Act{link, article.Unlink{Sides: append(others, rest...)}}, nil
}

// menu offers what can be done at a place of the comparison.
func (c *compare) menu(spot widgets.Spot, at fyne.Position) {
	if c.page == nil || spot.Row < 0 {
		return
	}
	items := append(c.selectionItems(), c.noteItems(spot)...)
	for _, o := range []struct {
		name string
		act  rowAct
	}{
		{"Link the row for good", linkRow}, {"Unlink the row", unlinkRow}, {"Merge with the next row", mergeRow},
		{"Split the row", splitRow}, {"Mark as moved", moveRow},
	} {
		items = append(items, fyne.NewMenuItem(L(o.name), func() { c.decide(o.act, spot.Row) }))
	}
	if spot.Column >= 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	c.popUp(append(items, c.columnItems(spot.Column)...), at)
}

// columnMenu offers what can be done with a column, at its head.
func (c *compare) columnMenu(column int, at fyne.Position) {
	if c.page != nil {
		c.popUp(c.columnItems(column), at)
	}
}

func (c *compare) popUp(items []*fyne.MenuItem, at fyne.Position) {
	if len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c.desk.window.Canvas(), at)
	}
}

// columnItems are what can be done with a column shown, and which columns are.
func (c *compare) columnItems(column int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	d, p := c.desk, c.page
	v := d.session.View()
	if column >= 0 && column < len(p.columns) {
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
		items = append(items,
			checked(L("Make this version the base"), p.columns[column] == p.base, func() { d.session.Look(func(v *session.View) { v.Base = id }) }),
			checked(L("Keep this column in place"), look.Pinned, dress(func(l *session.ColumnLook) { l.Pinned = !l.Pinned })),
			checked(L("Letters without serifs"), look.Sans, dress(func(l *session.ColumnLook) { l.Sans = !l.Sans })),
			under(L("Direction"), []*fyne.MenuItem{
				checked(L("as the text says"), look.Direction == "", dress(func(l *session.ColumnLook) { l.Direction = "" })),
				checked(L("left to right"), look.Direction == "left", dress(func(l *session.ColumnLook) { l.Direction = "left" })),
				checked(L("right to left"), look.Direction == "right", dress(func(l *session.ColumnLook) { l.Direction = "right" })),
			}),
			fyne.NewMenuItem(L("Hide this column"), func() { c.showColumn(p.columns[column], false) }))
	}
	var columns []*fyne.MenuItem
	for i := range p.comparison.Versions {
		shown := slices.Contains(p.columns, i)
		name := joinParts(p.comparison.Sigla[i], short(orElse(p.article(i).Meta.Outlet.Value, titleOf(p.article(i))), 40))
		columns = append(columns, checked(name, shown, func() { c.showColumn(i, !shown) }))
	}
	columns = append(columns, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(L("Show all columns"), func() { d.session.Look(func(v *session.View) { v.Hidden = nil }) }))
	return append(items, under(L("Columns"), columns))
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
