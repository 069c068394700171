package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Seen in a mirror the gutter and the first column stand at the right, and a place in a text is the same
// place: letters are not mirrored.
func TestMirroredArticle(t *testing.T) {
	v := NewArticleView()
	v.Mirrored = true
	v.SetContent(versions())
	inWindow(t, Light, v, 1200, 600)
	at := map[tileKey]fyne.CanvasObject{}
	for key, tile := range v.pool.byKey {
		if tile.used {
			at[key] = tile.Raster
		}
	}
	gutter, first, second := at[tileKey{0, gutterColumn, 0}], at[tileKey{0, 0, 0}], at[tileKey{0, 1, 0}]
	if right := gutter.Position().X + gutter.Size().Width; right != v.Size().Width {
		t.Errorf("the gutter ends at %v of %v", right, v.Size().Width)
	}
	if first.Position().X+first.Size().Width != gutter.Position().X || second.Position().X+second.Size().Width != first.Position().X {
		t.Errorf("columns stand at %v and %v beside the gutter at %v", first.Position(), second.Position(), gutter.Position())
	}
	for column := range v.columns {
		for _, offset := range []int{0, 5, 11} {
			caret := v.layout(0, column).Caret(offset)
			left := v.fromLeft(v.columnX(column), v.geometry.widths[column])
			place := fyne.NewPos(left+cellPadX+caret.X, v.geometry.header+cellPadY+caret.Y+caret.H/2)
			want := v.layout(0, column).Index(caret.X, caret.Y+caret.H/2)
			if s := v.spot(v.fromGutter(place)); s.Row != 0 || s.Column != column || s.Offset != want {
				t.Errorf("byte %d of column %d is found as %+v", offset, column, s)
			}
		}
	}
	v.SetCurrent(0)
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if v.Current() != 1 {
		t.Errorf("left of the first column is column %d", v.Current())
	}
	moved := -1
	v.OnReorder = func(from, to int) { moved = from*10 + to }
	head := func(column int) fyne.Position { return fyne.NewPos(v.fromLeft(v.columnX(column), 0)-30, 5) }
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: head(0)}, Button: desktop.MouseButtonPrimary})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: head(1)}})
	v.DragEnd()
	if moved != 1 {
		t.Errorf("dragging the first head over the second moves %d", moved)
	}
}
