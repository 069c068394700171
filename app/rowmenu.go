package app

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
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
	items := slices.Concat(c.lookItems(spot, at), c.selectionItems(), c.noteItems(spot))
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
