package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/scene"
)

// TimelineView shows articles by outlet and day. A tap on a dot opens it, the wheel zooms, a drag moves.
type TimelineView struct {
	widget.BaseWidget

	OnDot func(id string)

	line     scene.Timeline
	from, to scene.Day // 0, 0: all
	selected string
	hover    string
	calendar scene.Calendar

	tile    *tile
	tip     *chartTip
	painter *scene.Painter
}

// NewTimelineView makes an empty timeline.
func NewTimelineView() *TimelineView {
	t := &TimelineView{painter: scene.NewPainter(engine()), tip: newChartTip()}
	t.tile = newTile(t.paint)
	t.ExtendBaseWidget(t)
	return t
}

// SetTimeline replaces what is shown.
func (t *TimelineView) SetTimeline(line scene.Timeline) {
	t.line, t.hover = line, ""
	t.Refresh()
}

// SetCalendar names the months.
func (t *TimelineView) SetCalendar(c scene.Calendar) {
	t.calendar = c
	t.Refresh()
}

// Select emphasises a dot; OnDot is not called.
func (t *TimelineView) Select(id string) {
	if t.selected != id {
		t.selected = id
		t.Refresh()
	}
}

// SetRange shows a stretch of time; 0, 0 is all of it.
func (t *TimelineView) SetRange(from, to scene.Day) {
	t.from, t.to = from, to
	t.Refresh()
}

func (t *TimelineView) view() scene.View {
	s := float64(textScale(t))
	return scene.View{
		Width: float64(t.Size().Width), Height: float64(t.Size().Height), From: t.from, To: t.to, Selected: t.selected, TextSize: 11 * s,
		Palette: scenePalette(t), Calendar: t.calendar, Engine: engine(),
	}
}

func (t *TimelineView) paint(b *brush) {
	t.painter.Paint(b.img, scene.DrawTimeline(t.line, t.view()), float64(b.scale))
}

func (t *TimelineView) under(at fyne.Position) (scene.Dot, scene.Point, bool) {
	f := t.line.Frame(t.view())
	i, ok := t.line.Nearest(f, scenePoint(at))
	if !ok {
		return scene.Dot{}, scene.Point{}, false
	}
	return t.line.Dots[i], f.Place(t.line.Dots[i]), true
}

func (t *TimelineView) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

func (t *TimelineView) MouseMoved(e *desktop.MouseEvent) {
	d, at, ok := t.under(e.Position)
	if d.ID == t.hover {
		return
	}
	t.hover = d.ID
	if !ok {
		t.tip.tile.Hide()
		return
	}
	t.tip.show(t, d.Tip, fyne.NewPos(float32(at.X), float32(at.Y)))
}

func (t *TimelineView) MouseOut() {
	t.hover = ""
	t.tip.tile.Hide()
}

// Cursor says that a dot can be tapped.
func (t *TimelineView) Cursor() desktop.Cursor {
	if t.hover != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (t *TimelineView) Tapped(e *fyne.PointEvent) {
	if d, _, ok := t.under(e.Position); ok {
		t.Select(d.ID)
		if t.OnDot != nil {
			t.OnDot(d.ID)
		}
	}
}

// Scrolled zooms about the pointer.
func (t *TimelineView) Scrolled(e *fyne.ScrollEvent) {
	factor := 0.85
	if e.Scrolled.DY < 0 {
		factor = 1 / factor
	}
	from, to := t.line.Frame(t.view()).Zoom(float64(e.Position.X), factor)
	all, end := t.line.Span()
	switch {
	case to-from < narrowest:
		return
	case to-from >= end-all:
		from, to = 0, 0
	}
	t.SetRange(from, to)
}

func (t *TimelineView) Dragged(e *fyne.DragEvent) {
	t.tip.tile.Hide()
	t.SetRange(t.line.Frame(t.view()).Pan(float64(e.Dragged.DX)))
}

func (t *TimelineView) DragEnd() {}

// MinSize is as high as the rows.
func (t *TimelineView) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	s := textScale(t)
	return fyne.NewSize(320*s, (34+24*float32(max(1, len(t.line.Rows))))*s)
}

func (t *TimelineView) AccessibilityLabel() string { return t.line.Title }

func (t *TimelineView) CreateRenderer() fyne.WidgetRenderer {
	return &overlaid{painted{of: t, tile: t.tile}, t.tip}
}
