package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// What a drag does, as the place where it began says.
type gestureKind uint8

const (
	noGesture gestureKind = iota
	selectingText
	draggingBar
	draggingSideBar
	resizingColumn
	movingColumn
)

// gesture is a drag under way.
type gesture struct {
	kind   gestureKind
	column int
	over   int
	grip   float32 // from the edge of what is dragged to the pointer
	last   time.Time
	clicks int
	at     caret

	pointer fyne.Position // of a selection under way
	pull    *time.Timer   // goes on to scroll while the pointer is outside
}

const multiClick = 400 * time.Millisecond

// spot tells what is under a place of the widget.
func (v *ArticleView) spot(at fyne.Position) Spot {
	s := Spot{Row: -1, Column: -1}
	top, height := v.body()
	if len(v.rows) == 0 || at.Y < top || at.Y >= top+height {
		return s
	}
	y := float64(at.Y-top) + v.geometry.offset
	if y >= v.height() {
		return s
	}
	s.Row = v.rowAt(y)
	if at.X < v.gutter() {
		s.Badge = v.badgeAt(s.Row, at)
		return s
	}
	s.Column = v.columnAt(at.X)
	if s.Column < 0 || s.Column >= len(v.rows[s.Row].Cells) {
		s.Column = -1
		return s
	}
	x, inCell := v.inCell(s, at)
	l := v.layout(s.Row, s.Column)
	s.Offset = l.Index(x, inCell)
	if offset, ok := l.At(x, inCell); ok {
		spans := v.rows[s.Row].Cells[s.Column].Spans
		for i := len(spans) - 1; i >= 0 && s.Span == nil; i-- {
			if spans[i].Start <= offset && offset < spans[i].End {
				s.Span = &spans[i]
			}
		}
	}
	return s
}

func (v *ArticleView) badgeAt(row int, at fyne.Position) (found *Badge) {
	top, _ := v.body()
	below := float32(float64(at.Y-top) + v.geometry.offset - v.geometry.tops[row])
	if v.Mirrored {
		at.X = v.gutter() - at.X
	}
	v.eachBadge(row, func(i int, x, y, w, h float32) {
		if at.X >= x && at.X < x+w && below >= y && below < y+h {
			found = &v.rows[row].Badges[i]
		}
	})
	return found
}

// inCell turns a place of the widget into one of the cell's layout.
func (v *ArticleView) inCell(s Spot, at fyne.Position) (x, y float32) {
	g := &v.geometry
	top, _ := v.body()
	left := at.X - v.columnX(s.Column)
	if v.Mirrored {
		left = g.widths[s.Column] - left
	}
	return left - cellPadX,
		float32(float64(at.Y-top)+g.offset-g.tops[s.Row]) - cellPadY*g.scale
}

// border is the column whose right border is under a place of the heads.
func (v *ArticleView) border(at fyne.Position) (column int, ok bool) {
	if at.Y >= v.geometry.header {
		return 0, false
	}
	for i := range v.geometry.lefts {
		x := v.columnX(i) + v.geometry.widths[i]
		if d := at.X - x; d > -5 && d < 5 && v.columnSeen(i) {
			return i, true
		}
	}
	return 0, false
}

func (v *ArticleView) headAt(at fyne.Position) int {
	if at.Y >= v.geometry.header || at.X < v.gutter() {
		return -1
	}
	return v.columnAt(at.X)
}

// MouseDown begins a gesture.
func (v *ArticleView) MouseDown(e *desktop.MouseEvent) {
	v.requestFocus()
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	g := &v.gesture
	g.kind = noGesture
	at := v.fromGutter(e.Position)
	if column, ok := v.border(at); ok {
		*g = gesture{kind: resizingColumn, column: column, grip: at.X - v.geometry.widths[column]}
		return
	}
	if column := v.headAt(at); column >= 0 {
		*g = gesture{kind: movingColumn, column: column, over: -1}
		return
	}
	if v.onBar(at) {
		return
	}
	spot := v.spot(at)
	if spot.Column < 0 {
		return
	}
	v.press(spot, e.Modifier&fyne.KeyModifierShift != 0)
}

// onBar begins to drag a scroll bar when the place lies on one.
func (v *ArticleView) onBar(at fyne.Position) bool {
	top, height := v.body()
	if y, h, ok := thumb(v.geometry.offset, float64(height), v.height()); ok && at.X >= v.geometry.width-barWidth {
		v.gesture = gesture{kind: draggingBar, grip: gripped(at.Y-top, y, h)}
		v.drag(at)
		return true
	}
	room := float64(v.geometry.width - v.gutter())
	if x, w, ok := thumb(float64(v.geometry.shift), room, float64(v.geometry.total)); ok && at.Y >= v.Size().Height-barWidth {
		v.gesture = gesture{kind: draggingSideBar, grip: gripped(at.X-v.gutter(), x, w)}
		v.drag(at)
		return true
	}
	return false
}

// press sets the caret, selects the word at the second press, the cell at the third.
func (v *ArticleView) press(spot Spot, extend bool) {
	g := &v.gesture
	c := caret{spot.Row, spot.Column, spot.Offset}
	now := time.Now()
	if now.Sub(g.last) < multiClick && g.at == c {
		g.clicks++
	} else {
		g.clicks = 1
	}
	g.kind, g.last, g.at = selectingText, now, c
	switch {
	case extend && v.pick.on:
		v.pick.to = c
		v.showSelection()
	case g.clicks == 2:
		v.selectWord(c)
		v.told()
	case g.clicks >= 3:
		v.SelectText(c.row, c.column, 0, len(v.rows[c.row].Cells[c.column].Text))
		v.told()
	case v.pick.on:
		v.pick = selection{}
		v.showSelection()
	}
}

func (v *ArticleView) showSelection() {
	v.paints++
	v.arrange()
}

func (v *ArticleView) told() {
	if v.OnSelection != nil {
		v.OnSelection(v.parts())
	}
}

// MouseUp does nothing: DragEnd, which comes after it, ends a gesture.
func (v *ArticleView) MouseUp(*desktop.MouseEvent) {}

// Tapped selects the row and tells of the span or badge.
func (v *ArticleView) Tapped(e *fyne.PointEvent) {
	v.measure()
	spot := v.spot(v.fromGutter(e.Position))
	if spot.Row < 0 || v.pick.on {
		return
	}
	if spot.Column >= 0 {
		v.current = spot.Column
	}
	v.choose(spot.Row)
	if spot.Span != nil && v.OnSpan != nil {
		v.OnSpan(spot)
	}
	for i := range v.rows[spot.Row].Badges {
		if spot.Badge == &v.rows[spot.Row].Badges[i] && v.OnBadge != nil {
			v.OnBadge(spot.Row, i)
		}
	}
}

// choose selects a row as the person does.
func (v *ArticleView) choose(row int) {
	if row == v.selected || row < 0 || row >= len(v.rows) {
		return
	}
	v.Select(row)
	if v.OnSelectRow != nil {
		v.OnSelectRow(row)
	}
}

// TappedSecondary opens the menu of what is under the pointer.
func (v *ArticleView) TappedSecondary(e *fyne.PointEvent) {
	v.measure()
	if column := v.headAt(v.fromGutter(e.Position)); column >= 0 {
		if v.OnHeader != nil {
			v.OnHeader(column, e.AbsolutePosition)
		}
		return
	}
	if v.OnMenu != nil {
		v.OnMenu(v.spot(v.fromGutter(e.Position)), e.AbsolutePosition)
	}
}

// Scrolled moves all columns by one offset.
func (v *ArticleView) Scrolled(e *fyne.ScrollEvent) {
	v.measure()
	aside := e.Scrolled.DX
	if v.Mirrored {
		aside = -aside
	}
	v.scroll(v.geometry.offset-float64(e.Scrolled.DY), v.geometry.shift-aside)
}

func (v *ArticleView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved follows the pointer over spans.
func (v *ArticleView) MouseMoved(e *desktop.MouseEvent) {
	if len(v.geometry.tops) == 0 {
		return
	}
	v.gesture.over = v.overFor(v.fromGutter(e.Position))
	spot, before := v.spot(v.fromGutter(e.Position)), v.hover
	v.hover = spot
	if spot.Span != before.Span {
		v.repaint(before.Row, spot.Row)
	}
	if spot == before {
		return
	}
	v.tip.tile.Hide()
	if v.OnHover != nil {
		v.OnHover(spot, e.AbsolutePosition)
	}
}

// overFor remembers that the pointer is on a border, for the shape of the pointer.
func (v *ArticleView) overFor(at fyne.Position) int {
	if _, ok := v.border(at); ok {
		return overBorder
	}
	if at.Y < v.geometry.header {
		return overHead
	}
	return overNothing
}

const (
	overNothing = -1
	overBorder  = -2
	overHead    = -3
)

func (v *ArticleView) MouseOut() {
	before := v.hover.Row
	v.hover = Spot{Row: -1, Column: -1}
	v.repaint(before)
	v.tip.tile.Hide()
	if v.OnHover != nil {
		v.OnHover(v.hover, fyne.Position{})
	}
}

// Cursor shows what a press would do.
func (v *ArticleView) Cursor() desktop.Cursor {
	switch {
	case v.gesture.kind == resizingColumn, v.gesture.over == overBorder:
		return desktop.HResizeCursor
	case v.gesture.over == overHead, v.hover.Row < 0, v.hover.Column < 0:
		return desktop.DefaultCursor
	case v.hover.Span != nil && v.OnSpan != nil:
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}
