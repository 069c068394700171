package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// Dragged goes on with the gesture.
func (v *ArticleView) Dragged(e *fyne.DragEvent) { v.drag(v.fromGutter(e.Position)) }

func (v *ArticleView) drag(at fyne.Position) {
	g := &v.gesture
	top, height := v.body()
	switch g.kind {
	case draggingBar:
		if _, h, ok := thumb(v.geometry.offset, float64(height), v.height()); ok {
			v.scroll(slid(at.Y-top, g.grip, h, float64(height), v.height()), v.geometry.shift)
		}
	case draggingSideBar:
		room := v.geometry.width - v.gutter()
		if _, w, ok := thumb(float64(v.geometry.shift), float64(room), float64(v.geometry.total)); ok {
			v.scroll(v.geometry.offset, float32(slid(at.X-v.gutter(), g.grip, w, float64(room), float64(v.geometry.total))))
		}
	case resizingColumn:
		v.resizeColumn(g.column, at.X-g.grip)
	case movingColumn:
		if over := v.headAt(fyne.NewPos(at.X, 0)); over != g.over {
			g.over = over
			v.paints++
			v.arrange()
		}
	case selectingText:
		v.extend(at, top, height)
	}
}

// extend moves the end of the selection, and scrolls as long as the pointer is outside of the body.
func (v *ArticleView) extend(at fyne.Position, top, height float32) {
	v.gesture.pointer = at
	if outside(at, top, height) != 0 && v.gesture.pull == nil {
		v.gesture.pull = time.AfterFunc(pullEvery, func() { fyne.Do(v.pullOn) })
	}
	inside := fyne.NewPos(max(at.X, v.gutter()), max(top, min(at.Y, top+height-1)))
	spot := v.spot(inside)
	if spot.Row < 0 || spot.Column < 0 {
		return
	}
	v.pick = selection{v.gesture.at, caret{spot.Row, spot.Column, spot.Offset}, true}
	v.showSelection()
}

// pullEvery is the time between two steps of a selection that scrolls.
const pullEvery = 40 * time.Millisecond

// pullOn scrolls towards the pointer, faster the farther outside it is, and takes the selection along.
func (v *ArticleView) pullOn() {
	g := &v.gesture
	g.pull = nil
	top, height := v.body()
	if by := outside(g.pointer, top, height); g.kind == selectingText && by != 0 {
		v.scroll(v.geometry.offset+float64(by)/2, v.geometry.shift)
		v.extend(g.pointer, top, height)
	}
}

// outside is how far a place is above (less than 0) or below the body.
func outside(at fyne.Position, top, height float32) float32 {
	switch {
	case at.Y < top:
		return min(at.Y-top, -8)
	case at.Y > top+height:
		return max(at.Y-top-height, 8)
	}
	return 0
}

func (v *ArticleView) resizeColumn(column int, width float32) {
	for i := range v.columns {
		v.columns[i].Width = v.geometry.widths[i]
	}
	v.columns[column].Width = max(120, width)
	v.geometry.stale = true
	v.paints++
	clear(v.layouts)
	v.Refresh()
}

// DragEnd ends the gesture.
func (v *ArticleView) DragEnd() {
	g := v.gesture
	v.gesture.kind = noGesture
	switch g.kind {
	case resizingColumn:
		if v.OnResize != nil {
			v.OnResize(append([]float32(nil), v.geometry.widths...))
		}
	case movingColumn:
		v.paints++
		v.arrange()
		if g.over >= 0 && g.over != g.column && v.OnReorder != nil {
			v.OnReorder(g.column, g.over)
		}
	case selectingText:
		v.told()
	}
}
