package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// place is the row and the column under a place of the widget, -1 where there is none; the row is -2 in the head.
func (t *RowTable) place(at fyne.Position) (row, column int) {
	row, column = -1, -1
	for i, left := range t.lefts {
		if at.X >= left && at.X < left+t.widths[i] {
			column = i
		}
	}
	if at.Y < t.head {
		return -2, column
	}
	if y := float64(at.Y-t.head) + t.offset; len(t.rows) > 0 && y < t.total() {
		row = t.rowAt(y)
	}
	return row, column
}

// MouseDown begins to slide when it is on the scroll bar.
func (t *RowTable) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && !t.focused {
		c.Focus(t)
	}
	t.extend, t.sliding = e.Modifier, false
	y, h, ok := thumb(t.offset, t.bodyHeight(), t.total())
	if !ok || e.Position.X < t.width-barWidth || e.Button != desktop.MouseButtonPrimary {
		return
	}
	t.sliding, t.grip = true, gripped(e.Position.Y-t.head, y, h)
	t.slide(e.Position.Y)
}

func (t *RowTable) MouseUp(*desktop.MouseEvent) {}

func (t *RowTable) Dragged(e *fyne.DragEvent) {
	if t.sliding {
		t.slide(e.Position.Y)
	}
}

func (t *RowTable) DragEnd() { t.sliding = false }

func (t *RowTable) slide(y float32) {
	height := t.bodyHeight()
	if _, h, ok := thumb(t.offset, height, t.total()); ok {
		t.scroll(slid(y-t.head, t.grip, h, height, t.total()))
	}
}

// Tapped sorts, folds, ticks, tells of a span, or selects; a second tap on the selected row activates it.
func (t *RowTable) Tapped(e *fyne.PointEvent) {
	t.measure()
	row, column := t.place(e.Position)
	switch {
	case t.sliding:
		t.sliding = false
	case row == -2:
		t.tapHead(column)
	case row >= 0:
		t.tapRow(row, column, e.Position)
	}
}

func (t *RowTable) tapHead(column int) {
	if column < 0 || !t.columns[column].Sortable || t.OnSort == nil {
		return
	}
	t.SetSorted(column, t.sorted == column && !t.descending)
	t.OnSort(column, t.descending)
}

func (t *RowTable) tapRow(row, column int, at fyne.Position) {
	if column >= 0 && column < len(t.rows[row].Cells) {
		cell := &t.rows[row].Cells[column]
		x := at.X - t.inCell(column, 0, 0)
		if t.Mirrored {
			x = -x
		}
		if cell.Check != nil && x < (boxSize+cellSpace)*t.scale {
			on := !*cell.Check
			cell.Check = &on
			t.paints++
			t.arrange()
			if t.OnCheck != nil {
				t.OnCheck(row, column, on)
			}
			return
		}
		if cell.Fold != NoFold && x < foldWidth*t.scale+t.indent(cell) && t.OnFold != nil {
			t.OnFold(row)
			return
		}
		if t.tapSpan(row, column, at) {
			return
		}
	}
	t.choose(row, t.extend)
	t.extend = 0
}

func (t *RowTable) tapSpan(row, column int, at fyne.Position) bool {
	cell := &t.rows[row].Cells[column]
	if t.OnSpan == nil || len(cell.Spans) == 0 {
		return false
	}
	l := engine().Layout(t.block(row, column))
	offset, ok := l.At(at.X-t.inCell(column, t.indent(cell), max(8, t.textWidth(row, column))), float32(float64(at.Y-t.head)+t.offset-t.tops[row])-t.padding())
	for _, s := range cell.Spans {
		if ok && s.Start <= offset && offset < s.End {
			if row != t.selected {
				t.choose(row, 0)
			}
			t.OnSpan(row, column, s)
			return true
		}
	}
	return false
}

// choose selects as the person does.
func (t *RowTable) choose(row int, with fyne.KeyModifier) {
	if row < 0 || row >= len(t.rows) {
		return
	}
	again := row == t.selected && with == 0
	switch {
	case t.Multi && with&fyne.KeyModifierShift != 0 && t.selected >= 0:
		for i := min(row, t.selected); i <= max(row, t.selected); i++ {
			t.marked[i] = true
		}
	case t.Multi && with&fyne.KeyModifierShortcutDefault != 0:
		if t.selected >= 0 {
			t.marked[t.selected] = true
		}
		t.marked[row] = !t.marked[row]
	default:
		clear(t.marked)
	}
	t.selected = row
	t.Reveal(row)
	t.paints++
	t.arrange()
	switch {
	case again && t.OnActivate != nil:
		t.OnActivate(row)
	case !again && t.OnSelect != nil:
		t.OnSelect(row)
	}
}

// TappedSecondary opens the menu of a row.
func (t *RowTable) TappedSecondary(e *fyne.PointEvent) {
	t.measure()
	row, _ := t.place(e.Position)
	if row < 0 {
		return
	}
	if row != t.selected && !t.marked[row] {
		t.choose(row, 0)
	}
	if t.OnMenu != nil {
		t.OnMenu(row, e.AbsolutePosition)
	}
}

func (t *RowTable) Scrolled(e *fyne.ScrollEvent) {
	t.measure()
	t.scroll(t.offset - float64(e.Scrolled.DY))
}

func (t *RowTable) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

func (t *RowTable) MouseMoved(e *desktop.MouseEvent) {
	row, _ := t.place(e.Position)
	t.hoverOver(row)
}

func (t *RowTable) MouseOut() { t.hoverOver(-1) }

func (t *RowTable) hoverOver(row int) {
	if row == t.hover {
		return
	}
	before := t.hover
	t.hover = row
	for _, tile := range t.tiles {
		if tile.used && (tile.row == before || tile.row == row) {
			tile.Refresh()
		}
	}
}

func (t *RowTable) FocusGained() { t.focused = true; t.Refresh() }
func (t *RowTable) FocusLost()   { t.focused = false; t.Refresh() }

func (t *RowTable) TypedRune(r rune) {
	if r == ' ' && t.tick() {
		return
	}
	if t.OnKey != nil {
		t.OnKey(nil, r)
	}
}

// tick turns the first box of the selected row.
func (t *RowTable) tick() bool {
	if t.selected < 0 {
		return false
	}
	for c := range t.rows[t.selected].Cells {
		if box := t.rows[t.selected].Cells[c].Check; box != nil {
			on := !*box
			t.rows[t.selected].Cells[c].Check = &on
			t.paints++
			t.arrange()
			if t.OnCheck != nil {
				t.OnCheck(t.selected, c, on)
			}
			return true
		}
	}
	return false
}

// TypedKey moves through the rows.
func (t *RowTable) TypedKey(e *fyne.KeyEvent) {
	t.measure()
	page := max(1, t.rowAt(t.offset+t.bodyHeight())-t.rowAt(t.offset)-1)
	switch e.Name {
	case fyne.KeyDown:
		t.move(t.selected + 1)
	case fyne.KeyUp:
		t.move(t.selected - 1)
	case fyne.KeyPageDown:
		t.move(t.selected + page)
	case fyne.KeyPageUp:
		t.move(t.selected - page)
	case fyne.KeyHome:
		t.move(0)
	case fyne.KeyEnd:
		t.move(len(t.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.selected >= 0 && t.OnActivate != nil {
			t.OnActivate(t.selected)
		}
	case fyne.KeyLeft, fyne.KeyRight:
		if t.selected >= 0 && t.rows[t.selected].Group && t.OnFold != nil {
			t.OnFold(t.selected)
		}
	case desktop.KeyMenu:
		if t.selected >= 0 && t.OnMenu != nil {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
			t.OnMenu(t.selected, at.AddXY(20, t.head+float32(t.tops[t.selected+1]-t.offset)))
		}
	default:
		if t.OnKey != nil {
			t.OnKey(e, 0)
		}
	}
}

// move never activates, so that an arrow at the end of the table does nothing.
func (t *RowTable) move(row int) {
	row = max(0, min(row, len(t.rows)-1))
	if row != t.selected {
		t.choose(row, 0)
	}
}

// AccessibilityLabel reads the selected row.
func (t *RowTable) AccessibilityLabel() string {
	if t.selected < 0 || t.selected >= len(t.rows) {
		return ""
	}
	var parts []string
	for i, c := range t.rows[t.selected].Cells {
		if i < len(t.columns) && c.Text != "" {
			parts = append(parts, strings.TrimSpace(t.columns[i].Title+" "+c.Text+c.Aside+" "+c.Sub))
		}
	}
	return strings.Join(parts, "; ")
}

func (t *RowTable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
