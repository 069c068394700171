package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func storyView(t testing.TB) *ArticleView {
	v := NewArticleView()
	v.SetContent(versions())
	inWindow(t, Light, v, 1200, 600)
	return v
}

func longView(t testing.TB, n int) *ArticleView {
	v := NewArticleView()
	v.SetContent(long(n))
	inWindow(t, Light, v, 800, 500)
	return v
}

// placeOf is where a byte of a cell stands in the widget.
func placeOf(v *ArticleView, row, column, offset int) fyne.Position {
	r := v.layout(row, column).Caret(offset)
	g := &v.geometry
	return fyne.NewPos(v.columnX(column)+cellPadX+r.X+1,
		g.header+float32(g.tops[row]-g.offset)+cellPadY*g.scale+r.Y+r.H/2)
}

func drag(v *ArticleView, from, to fyne.Position) {
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	v.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	v.DragEnd()
}

func TestArticleLooks(t *testing.T) {
	looks(t, "article", 1100, 420, func() fyne.CanvasObject {
		v := NewArticleView()
		v.SetContent(versions())
		v.Select(1)
		v.SelectText(0, 0, 4, 17)
		return v
	})
}

func TestRowsFollowOneAnother(t *testing.T) {
	v := longView(t, 300)
	tops := v.geometry.tops
	if len(tops) != 301 || tops[0] != 0 {
		t.Fatalf("%d tops from %v", len(tops), tops[0])
	}
	for i := range v.rows {
		h := float32(tops[i+1] - tops[i])
		for c := range v.columns {
			if need := v.layout(i, c).Height + 2*cellPadY; h < need-0.5 {
				t.Fatalf("row %d is %v high, its column %d needs %v", i, h, c, need)
			}
		}
		if got := v.rowAt(tops[i]); got != i {
			t.Fatalf("at the top of row %d is row %d", i, got)
		}
	}
}

func TestKeysMoveThroughRows(t *testing.T) {
	v := longView(t, 200)
	var told []int
	v.OnSelectRow = func(row int) { told = append(told, row) }
	press(v, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp)
	if len(told) != 3 || told[0] != 0 || told[1] != 1 || told[2] != 0 {
		t.Errorf("told of rows %v", told)
	}
	press(v, fyne.KeyEnd)
	if v.Selected() != 199 || v.Viewport().Last != 199 {
		t.Errorf("End selects row %d, the last in view is %d", v.Selected(), v.Viewport().Last)
	}
	press(v, fyne.KeyPageUp)
	if view := v.Viewport(); v.Selected() >= 199 || v.Selected() < view.First || v.Selected() > view.Last {
		t.Errorf("Page Up selects row %d, in view are %d to %d", v.Selected(), view.First, view.Last)
	}
	press(v, fyne.KeyHome)
	if v.Selected() != 0 || v.Viewport().Offset != 0 {
		t.Errorf("Home selects row %d at %v", v.Selected(), v.Viewport().Offset)
	}
	next, previous, activated := 0, 0, -1
	v.OnNext, v.OnPrevious, v.OnActivate = func() { next++ }, func() { previous++ }, func(row int) { activated = row }
	v.TypedRune('n')
	v.TypedRune('p')
	press(v, fyne.KeyReturn)
	if next != 1 || previous != 1 || activated != 0 {
		t.Errorf("next %d, previous %d, activated %d", next, previous, activated)
	}
}

func TestTapTellsOfSpanAndBadge(t *testing.T) {
	v := storyView(t)
	var spot Spot
	badge := -1
	v.OnSpan = func(s Spot) { spot = s }
	v.OnBadge = func(_, b int) { badge = b }
	span := v.rows[1].Cells[3].Spans[0]
	at := placeOf(v, 1, 3, span.Start+2)
	at.X -= 3 // right-to-left: the letter stands left of its caret
	v.Tapped(&fyne.PointEvent{Position: at})
	if spot.Span == nil || *spot.Span != span || spot.Row != 1 || spot.Column != 3 {
		t.Errorf("told of %+v", spot)
	}
	if v.Selected() != 1 {
		t.Errorf("row %d is selected", v.Selected())
	}
	v.eachBadge(1, func(i int, x, y, w, h float32) {
		v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x+w/2, v.geometry.header+float32(v.geometry.tops[1])+y+h/2)})
		if badge != i {
			t.Errorf("badge %d was tapped, told of %d", i, badge)
		}
	})
}

func TestSelectionRunsThroughRows(t *testing.T) {
	v := longView(t, 50)
	var told []Part
	v.OnSelection = func(p []Part) { told = p }
	drag(v, placeOf(v, 1, 0, 4), placeOf(v, 3, 0, 3))
	if len(told) != 3 {
		t.Fatalf("parts %+v", told)
	}
	if told[0].Start != 4 || told[1].Text != v.rows[2].Cells[0].Text || told[2].End != 3 || told[2].Row != 3 {
		t.Errorf("parts %+v", told)
	}
	v.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasSuffix(got, "\nRow") || strings.Count(got, "\n") != 2 {
		t.Errorf("copied %q", got)
	}
	drag(v, placeOf(v, 1, 0, 4), placeOf(v, 2, 1, 3))
	if len(told) != 4 || told[1].Column != 1 || told[0].Start != 0 {
		t.Errorf("over two columns: parts %+v", told)
	}
	press(v, fyne.KeyEscape)
	if len(v.Selection()) != 0 {
		t.Error("Escape leaves something selected")
	}
}

func TestSecondPressSelectsTheWord(t *testing.T) {
	v := longView(t, 5)
	at := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: placeOf(v, 0, 0, 9)}, Button: desktop.MouseButtonPrimary}
	v.MouseDown(at)
	v.MouseDown(at)
	if p := v.Selection(); len(p) != 1 || p[0].Text != "words" {
		t.Errorf("selected %+v", p)
	}
	v.MouseDown(at)
	if p := v.Selection(); len(p) != 1 || p[0].Text != v.rows[0].Cells[0].Text {
		t.Errorf("the third press selects %+v", p)
	}
}

func TestCopyWithoutSelectionTakesTheRow(t *testing.T) {
	v := storyView(t)
	v.Select(0)
	var got []Part
	v.OnCopy = func(p []Part) { got = p }
	v.TypedShortcut(&fyne.ShortcutCopy{})
	if len(got) != 4 || PlainText(got) != strings.Join([]string{got[0].Text, got[1].Text, got[2].Text, got[3].Text}, "\t") {
		t.Errorf("copied %+v", got)
	}
}

func TestColumnsAreResizedAndReordered(t *testing.T) {
	v := storyView(t)
	var widths []float32
	from, to := -1, -1
	v.OnResize = func(w []float32) { widths = w }
	v.OnReorder = func(a, b int) { from, to = a, b }
	before := v.geometry.widths[0]
	border := fyne.NewPos(v.gutter()+before, 10)
	drag(v, border, border.AddXY(60, 0))
	if len(widths) != 4 || widths[0] != before+60 {
		t.Errorf("widths %v after %v", widths, before)
	}
	middle := func(c int) fyne.Position {
		return fyne.NewPos(v.gutter()+v.geometry.lefts[c]+v.geometry.widths[c]/2-v.geometry.shift, 10)
	}
	drag(v, middle(0), middle(2))
	if from != 0 || to != 2 {
		t.Errorf("dragged %d over %d", from, to)
	}
}

func TestScrollBarAndWheel(t *testing.T) {
	v := longView(t, 400)
	var view Viewport
	v.OnScrolled = func(w Viewport) { view = w }
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -100}})
	if view.Offset != 100 {
		t.Errorf("the wheel scrolls to %v", view.Offset)
	}
	x := v.Size().Width - 3
	drag(v, fyne.NewPos(x, v.geometry.header+5), fyne.NewPos(x, v.Size().Height+50))
	if end := view.Total - view.Height; view.Offset != end {
		t.Errorf("the bar at the bottom scrolls to %v of %v", view.Offset, end)
	}
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 1e9}})
	if view.Offset != 0 {
		t.Errorf("scrolled beyond the top: %v", view.Offset)
	}
}

func TestManyColumnsScrollSideways(t *testing.T) {
	v := NewArticleView()
	columns := make([]Column, 16)
	row := Row{Cells: make([]Cell, 16)}
	for i := range columns {
		columns[i].Title = string(rune('A' + i))
		row.Cells[i].Text = "some words"
	}
	v.SetContent(columns, []Row{row})
	inWindow(t, Light, v, 1000, 400)
	if v.geometry.widths[0] < minColumn {
		t.Errorf("columns are %v wide", v.geometry.widths[0])
	}
	if n := len(v.pool.layers[0]); n > 6 {
		t.Errorf("%d tiles for what is seen of one row", n)
	}
	v.RevealColumn(15)
	if right := v.gutter() + v.geometry.total - v.geometry.shift; right > 1001 || right < 999 {
		t.Errorf("the last column ends at %v", right)
	}
	if s := v.spot(fyne.NewPos(990, v.geometry.header+12)); s.Column != 15 {
		t.Errorf("under the right edge is column %d", s.Column)
	}
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DX: 1e6}})
	if v.geometry.shift != 0 {
		t.Errorf("shift %v", v.geometry.shift)
	}
}

func TestTilesAreRecycled(t *testing.T) {
	v := longView(t, 3000)
	for range 400 {
		v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -173}})
	}
	if n := len(v.pool.objects); n > 80 {
		t.Errorf("%d objects", n)
	}
	used := 0
	for key, tile := range v.pool.byKey {
		if tile.key != key {
			t.Errorf("%v is kept as %v", tile.key, key)
		}
		if tile.used && tile.Visible() {
			used++
		}
	}
	view := v.Viewport()
	if want := (view.Last - view.First + 1) * 3; used < want || used > want+3 {
		t.Errorf("%d tiles are seen, want about %d", used, want)
	}
}

func TestAnotherWidthKeepsTheRowInPlace(t *testing.T) {
	v := longView(t, 500)
	v.ScrollTo(v.geometry.tops[250] + 3)
	v.Resize(fyne.NewSize(560, 500))
	if first := v.Viewport().First; first != 250 {
		t.Errorf("row %d is first after a change of width", first)
	}
}

func TestCellsHigherThanATexture(t *testing.T) {
	v := NewArticleView()
	v.SetContent([]Column{{Title: "A"}}, []Row{{Cells: []Cell{{Text: strings.Repeat("x", 1<<18)}}}})
	inWindow(t, Light, v, 500, 400)
	v.ScrollTo(v.Viewport().Total / 2)
	for _, tile := range v.pool.byKey {
		if tile.Size().Height > bandHeight {
			t.Errorf("a tile is %v high", tile.Size().Height)
		}
	}
	if s := v.spot(fyne.NewPos(200, 200)); s.Offset < 1<<16 {
		t.Errorf("in the middle is byte %d", s.Offset)
	}
}

func TestSelectBeforeThereIsRoom(t *testing.T) {
	v := NewArticleView()
	v.SetContent(long(300))
	v.Select(200)
	inWindow(t, Light, v, 800, 500)
	if view := v.Viewport(); view.First > 200 || view.Last < 200 {
		t.Errorf("rows %d to %d are in view", view.First, view.Last)
	}
}

func TestHoverAndCursor(t *testing.T) {
	v := storyView(t)
	var last Spot
	v.OnHover = func(s Spot, _ fyne.Position) { last = s }
	v.OnSpan = func(Spot) {}
	at := placeOf(v, 0, 0, v.rows[0].Cells[0].Spans[0].Start+1)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if last.Span == nil || v.Cursor() != desktop.PointerCursor {
		t.Errorf("hover %+v, cursor %v", last, v.Cursor())
	}
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: placeOf(v, 0, 0, 2)}})
	if v.Cursor() != desktop.TextCursor {
		t.Errorf("cursor over text %v", v.Cursor())
	}
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(v.gutter()+v.geometry.widths[0], 8)}})
	if v.Cursor() != desktop.HResizeCursor {
		t.Errorf("cursor over a border %v", v.Cursor())
	}
	v.MouseOut()
	if last.Row != -1 {
		t.Errorf("after the pointer left: %+v", last)
	}
}

func TestMenus(t *testing.T) {
	v := storyView(t)
	menu, head := Spot{Row: -9}, -1
	v.OnMenu = func(s Spot, _ fyne.Position) { menu = s }
	v.OnHeader = func(c int, _ fyne.Position) { head = c }
	v.TappedSecondary(&fyne.PointEvent{Position: placeOf(v, 1, 2, 0)})
	v.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(v.gutter()+v.geometry.lefts[2]+30, 10)})
	if menu.Row != 1 || menu.Column != 2 || head != 2 {
		t.Errorf("menu at %+v, head %d", menu, head)
	}
	v.Select(2)
	press(v, desktop.KeyMenu)
	if menu.Row != 2 {
		t.Errorf("the menu key asks for row %d", menu.Row)
	}
}

func TestEmptyArticle(t *testing.T) {
	v := NewArticleView()
	inWindow(t, Light, v, 400, 300)
	press(v, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyReturn)
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 100)})
	v.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.TypedShortcut(&fyne.ShortcutCopy{})
	v.SetContent([]Column{{Title: "A"}, {Title: "B"}}, []Row{{}, {Cells: []Cell{{Text: "one cell"}}}})
	v.TypedShortcut(&fyne.ShortcutSelectAll{})
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(390, 60)})
	if v.Viewport().Last != 1 {
		t.Errorf("view %+v", v.Viewport())
	}
}

func TestShiftTakesRowsAlong(t *testing.T) {
	v := longView(t, 20)
	v.Select(3)
	press(v, fyne.KeyRight)
	v.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(v, fyne.KeyDown, fyne.KeyDown)
	if p := v.Selection(); len(p) != 3 || p[0].Row != 3 || p[2].Row != 5 || p[1].Column != 1 {
		t.Errorf("down: %+v", p)
	}
	press(v, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if p := v.Selection(); len(p) != 2 || p[0].Row != 2 || p[1].Row != 3 {
		t.Errorf("up again: %+v", p)
	}
	v.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	menu := Spot{}
	v.OnMenu = func(s Spot, _ fyne.Position) { menu = s }
	press(v, desktop.KeyMenu)
	if menu.Row != 2 || menu.Column != 1 {
		t.Errorf("the menu key asks for %+v", menu)
	}
}

func TestBadgesAndWordsUnderThePointer(t *testing.T) {
	v := storyView(t)
	v.eachBadge(1, func(i int, x, y, w, h float32) {
		s := v.spot(fyne.NewPos(x+1, v.geometry.header+float32(v.geometry.tops[1])+y+1))
		if s.Badge != &v.rows[1].Badges[i] {
			t.Errorf("under badge %d is %+v", i, s.Badge)
		}
	})
	if w := v.Word(v.spot(placeOf(v, 0, 0, 6))); w.Text != "United" {
		t.Errorf("the word is %+v", w)
	}
	if w := v.Word(Spot{Row: -1}); w.Text != "" {
		t.Errorf("outside is %+v", w)
	}
}

func TestPinnedColumnStaysInPlace(t *testing.T) {
	v := NewArticleView()
	columns := make([]Column, 8)
	row := Row{Cells: make([]Cell, 8)}
	for i := range row.Cells {
		row.Cells[i].Text = "some words"
	}
	columns[0].Pinned = true
	v.SetContent(columns, []Row{row})
	inWindow(t, Light, v, 800, 300)
	v.RevealColumn(7)
	under := func(x float32) int { return v.spot(fyne.NewPos(x, v.geometry.header+12)).Column }
	if got := under(v.gutter() + 20); got != 0 {
		t.Errorf("beside the gutter is column %d", got)
	}
	if got := under(795); got != 7 {
		t.Errorf("at the right edge is column %d", got)
	}
	v.RevealColumn(1)
	if x, want := v.columnX(1), v.gutter()+v.pinnedWidth(); x != want {
		t.Errorf("the second column begins at %v, the pinned one ends at %v", x, want)
	}
	columns[0].Pinned = false
	v.SetContent(columns, []Row{row})
	v.RevealColumn(7)
	if got := under(v.gutter() + 20); got == 0 {
		t.Error("a column that is not pinned any more stays")
	}
}

// TestSelectionGoesOnOutside: a selection scrolls as long as the pointer is held below the text.
func TestSelectionGoesOnOutside(t *testing.T) {
	v := longView(t, 100)
	from := placeOf(v, 0, 0, 0)
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from.X, 540)}})
	v.gesture.pull.Stop()
	rows := len(v.parts())
	for range 20 {
		v.pullOn()
		v.gesture.pull.Stop()
	}
	if got := len(v.parts()); got <= rows || v.Viewport().Offset <= 0 {
		t.Errorf("%d rows were selected, %d after a while, scrolled to %v", rows, got, v.Viewport().Offset)
	}
	v.DragEnd()
	before := v.Viewport().Offset
	v.pullOn()
	if v.Viewport().Offset != before {
		t.Error("it scrolls on after the button was let go")
	}
}

func TestTipGoesWithThePlace(t *testing.T) {
	v := storyView(t)
	v.ShowTip("a word", fyne.NewPos(300, 200))
	if !v.tip.tile.Visible() {
		t.Fatal("no tip is shown")
	}
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: placeOf(v, 1, 0, 3)}})
	if v.tip.tile.Visible() {
		t.Error("the tip stays when the pointer moves on")
	}
	v.ShowTip("a word", fyne.NewPos(300, 200))
	v.ShowTip("", fyne.NewPos(300, 200))
	if v.tip.tile.Visible() {
		t.Error("a tip without words is shown")
	}
}
