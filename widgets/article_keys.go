package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (v *ArticleView) requestFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && !v.focused {
		c.Focus(v)
	}
}

// FocusGained shows the frame of the focus.
func (v *ArticleView) FocusGained() {
	v.focused = true
	v.Refresh()
}

// FocusLost hides it.
func (v *ArticleView) FocusLost() {
	v.focused, v.shift = false, false
	v.Refresh()
}

// TypedRune knows n and p for the next and the previous difference.
func (v *ArticleView) TypedRune(r rune) {
	switch {
	case (r == 'n' || r == 'N') && v.OnNext != nil:
		v.OnNext()
	case (r == 'p' || r == 'P') && v.OnPrevious != nil:
		v.OnPrevious()
	case v.OnKey != nil:
		v.OnKey(nil, r)
	}
}

// TypedKey moves through the rows.
func (v *ArticleView) TypedKey(e *fyne.KeyEvent) {
	v.measure()
	_, height := v.body()
	g := &v.geometry
	switch e.Name {
	case fyne.KeyDown:
		v.step(1)
	case fyne.KeyUp:
		v.step(-1)
	case fyne.KeyPageDown:
		v.page(float64(height) * 0.9)
	case fyne.KeyPageUp:
		v.page(-float64(height) * 0.9)
	case fyne.KeyHome:
		v.choose(0)
		v.scroll(0, g.shift)
	case fyne.KeyEnd:
		v.choose(len(v.rows) - 1)
		v.scroll(v.height(), g.shift)
	case fyne.KeyLeft, fyne.KeyRight:
		if (e.Name == fyne.KeyRight) != v.Mirrored {
			v.SetCurrent(v.Current() + 1)
		} else {
			v.SetCurrent(v.Current() - 1)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.OnActivate != nil && v.selected >= 0 {
			v.OnActivate(v.selected)
		}
	case fyne.KeyEscape:
		if v.pick.on {
			v.ClearSelection()
			v.told()
		} else if v.OnKey != nil {
			v.OnKey(e, 0)
		}
	case desktop.KeyMenu:
		v.menuAtRow()
	default:
		if v.OnKey != nil {
			v.OnKey(e, 0)
		}
	}
}

// step goes to another row; with Shift it takes the text of the current column along.
func (v *ArticleView) step(by int) {
	from := v.selected
	to := max(0, min(from+by, len(v.rows)-1))
	if v.shift && from >= 0 && from < len(v.rows) {
		v.extendRows(from, to)
	}
	v.choose(to)
}

func (v *ArticleView) extendRows(from, to int) {
	column := v.Current()
	start := from
	if v.pick.on && v.pick.from.column == column {
		start = v.pick.from.row
	}
	end := func(row int) int {
		if column < len(v.rows[row].Cells) {
			return len(v.rows[row].Cells[column].Text)
		}
		return 0
	}
	if to >= start {
		v.pick = selection{caret{start, column, 0}, caret{to, column, end(to)}, true}
	} else {
		v.pick = selection{caret{start, column, end(start)}, caret{to, column, 0}, true}
	}
	v.told()
}

// KeyDown and KeyUp remember whether Shift is held.
func (v *ArticleView) KeyDown(e *fyne.KeyEvent) {
	v.shift = v.shift || e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight
}

func (v *ArticleView) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		v.shift = false
	}
}

// page scrolls by a screen and takes the accent along.
func (v *ArticleView) page(by float64) {
	if len(v.rows) == 0 {
		return
	}
	v.scroll(v.geometry.offset+by, v.geometry.shift)
	row := v.rowAt(v.geometry.offset)
	if by > 0 && row == v.selected {
		row = min(row+1, len(v.rows)-1)
	}
	v.choose(row)
}

func (v *ArticleView) menuAtRow() {
	if v.OnMenu == nil || v.selected < 0 || len(v.columns) == 0 {
		return
	}
	top, _ := v.body()
	y := top + float32(v.geometry.tops[v.selected]-v.geometry.offset)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v).AddXY(v.fromLeft(v.columnX(v.Current()), 0), max(top, y)+20)
	v.OnMenu(Spot{Row: v.selected, Column: v.Current()}, at)
}

// TypedShortcut copies and selects all.
func (v *ArticleView) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		v.copy()
	case *fyne.ShortcutSelectAll:
		v.selectAll()
	}
}

func (v *ArticleView) copy() {
	parts := v.parts()
	if len(parts) == 0 && v.selected >= 0 {
		for c, cell := range v.rows[v.selected].Cells {
			parts = append(parts, Part{v.selected, c, 0, len(cell.Text), cell.Text})
		}
	}
	if len(parts) == 0 {
		return
	}
	if v.OnCopy != nil {
		v.OnCopy(parts)
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(PlainText(parts))
}

// selectAll selects the column that holds the selection, or everything.
func (v *ArticleView) selectAll() {
	if len(v.rows) == 0 || len(v.columns) == 0 {
		return
	}
	last := len(v.rows) - 1
	from, to := 0, len(v.columns)-1
	if v.pick.on && v.pick.from.column == v.pick.to.column {
		from, to = v.pick.from.column, v.pick.from.column
	}
	end := 0
	if to < len(v.rows[last].Cells) {
		end = len(v.rows[last].Cells[to].Text)
	}
	v.pick = selection{caret{0, from, 0}, caret{last, to, end}, true}
	v.showSelection()
	v.told()
}

// AccessibilityLabel reads the selected row.
func (v *ArticleView) AccessibilityLabel() string {
	if v.selected < 0 || v.selected >= len(v.rows) {
		return ""
	}
	label := v.rows[v.selected].Label
	for i, c := range v.rows[v.selected].Cells {
		if i < len(v.columns) {
			label += "; " + v.columns[i].Title + ": " + c.Text
		}
	}
	return label
}

func (v *ArticleView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
