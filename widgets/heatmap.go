package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/scene"
)

// HeatMap shows means by issue and actor. A tap on a cell opens what is in it.
type HeatMap struct {
	widget.BaseWidget

	OnCell func(row, column int)

	grid     scene.Grid
	calendar scene.Calendar
	row, col int // under the pointer or the keys; -1 for none
	tile     *tile
	tip      *chartTip
	painter  *scene.Painter
}

// NewHeatMap makes an empty map.
func NewHeatMap() *HeatMap {
	h := &HeatMap{row: -1, col: -1, painter: scene.NewPainter(engine()), tip: newChartTip()}
	h.tile = newTile(h.paint)
	h.ExtendBaseWidget(h)
	return h
}

// SetGrid replaces what is shown.
func (h *HeatMap) SetGrid(g scene.Grid) {
	h.grid, h.row, h.col = g, -1, -1
	h.Refresh()
}

// SetCalendar says how the language of the interface writes numbers and runs.
func (h *HeatMap) SetCalendar(c scene.Calendar) {
	h.calendar = c
	h.Refresh()
}

// Grid is what is shown.
func (h *HeatMap) Grid() scene.Grid { return h.grid }

func (h *HeatMap) view() scene.View {
	s := float64(textScale(h))
	return scene.View{Width: float64(h.Size().Width), TextSize: 11 * s, Palette: scenePalette(h), Calendar: h.calendar, Engine: engine()}
}

func (h *HeatMap) paint(b *brush) {
	v := h.view()
	s := scene.HeatMap(h.grid, v)
	if h.row >= 0 {
		s.Items = append(s.Items, scene.Box{Rect: h.grid.Frame(v).Cell(h.row, h.col), Radius: 3, Stroke: scene.Stroke{Color: v.Palette.Ink, Width: 1.5}})
	}
	h.painter.Paint(b.img, s, float64(b.scale))
}

// point is told where the pointer is; tips are shown for cells that have one.
func (h *HeatMap) point(at fyne.Position) {
	row, col, ok := h.grid.Frame(h.view()).At(scenePoint(at))
	if !ok || h.grid.Cells[row][col].N == 0 {
		row, col = -1, -1
	}
	h.mark(row, col)
}

func (h *HeatMap) mark(row, col int) {
	if row == h.row && col == h.col {
		return
	}
	h.row, h.col = row, col
	h.tile.Refresh()
	if row < 0 {
		h.tip.tile.Hide()
		return
	}
	box := h.grid.Frame(h.view()).Cell(row, col)
	h.tip.show(h, h.grid.Cells[row][col].Tip, fyne.NewPos(float32(box.X+box.W/2), float32(box.Y)))
}

func (h *HeatMap) MouseIn(e *desktop.MouseEvent)    { h.point(e.Position) }
func (h *HeatMap) MouseMoved(e *desktop.MouseEvent) { h.point(e.Position) }
func (h *HeatMap) MouseOut()                        { h.mark(-1, -1) }

func (h *HeatMap) Tapped(e *fyne.PointEvent) {
	h.point(e.Position)
	h.open()
}

func (h *HeatMap) open() {
	if h.row >= 0 && h.OnCell != nil {
		h.OnCell(h.row, h.col)
	}
}

func (h *HeatMap) FocusGained()   {}
func (h *HeatMap) FocusLost()     { h.mark(-1, -1) }
func (h *HeatMap) TypedRune(rune) {}

// TypedKey walks over the cells.
func (h *HeatMap) TypedKey(e *fyne.KeyEvent) {
	if len(h.grid.Rows) == 0 || len(h.grid.Columns) == 0 {
		return
	}
	row, col := max(h.row, 0), max(h.col, 0)
	switch e.Name {
	case fyne.KeyLeft:
		col--
	case fyne.KeyRight:
		col++
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	case fyne.KeyReturn, fyne.KeyEnter:
		h.open()
		return
	default:
		return
	}
	h.mark(min(max(row, 0), len(h.grid.Rows)-1), min(max(col, 0), len(h.grid.Columns)-1))
}

// MinSize is as high as the rows.
func (h *HeatMap) MinSize() fyne.Size {
	h.ExtendBaseWidget(h)
	s := textScale(h)
	v := scene.View{Width: 320, TextSize: 11 * float64(s), Engine: engine()}
	return fyne.NewSize(320*s, float32(scene.HeatMap(h.grid, v).Height))
}

func (h *HeatMap) AccessibilityLabel() string { return h.grid.Title }

func (h *HeatMap) CreateRenderer() fyne.WidgetRenderer {
	return &overlaid{painted{of: h, tile: h.tile}, h.tip}
}

// overlaid is a painted widget with a tip above it.
type overlaid struct {
	painted
	tip *chartTip
}

func (o *overlaid) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.tile.Raster, o.tip.tile.Raster}
}
