package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hexapla/widgets/scene"
)

// panel is a chart as it lies in the widget, with its frame.
type panel struct {
	chart scene.Chart
	frame scene.Frame
}

// panels are the charts that are seen: one, or one per actor.
func (v *ChartView) panels() []panel {
	view, top := v.view(), v.legendHeight()
	if !v.multiples {
		p := panel{v.chart, v.chart.Frame(view)}
		p.frame.Plot.Y += top
		return []panel{p}
	}
	var out []panel
	for _, small := range scene.Panels(v.chart, view) {
		p := panel{small.Chart, small.Frame()}
		p.frame.Plot.Y += top
		out = append(out, p)
	}
	return out
}

// under is the point under a place.
func (v *ChartView) under(at fyne.Position) (scene.ChartPoint, fyne.Position, bool) {
	for _, p := range v.panels() {
		if hit, ok := p.chart.Nearest(p.frame, scenePoint(at)); ok {
			return p.chart.Series[hit.Series].Points[hit.Point], fyne.NewPos(float32(hit.At.X), float32(hit.At.Y)), true
		}
	}
	return scene.ChartPoint{}, fyne.Position{}, false
}

func scenePoint(at fyne.Position) scene.Point { return scene.Point{X: float64(at.X), Y: float64(at.Y)} }

// arrange puts the ring around the selected point and the tooltip beside the one under the pointer.
func (v *ChartView) arrange() {
	palette := paletteOf(v)
	v.ring.Hide()
	v.ring.StrokeColor = palette.Ink
	radius := 8.5 * textScale(v)
	shown := false
	for _, p := range v.panels() {
		if hit, ok := p.chart.Find(p.frame, v.selected); ok && !p.chart.Series[hit.Series].Hidden && inside(p.frame, hit.At) {
			v.ring.Resize(fyne.NewSquareSize(2 * radius))
			v.ring.Move(fyne.NewPos(float32(hit.At.X)-radius, float32(hit.At.Y)-radius))
			v.ring.Show()
		}
		if hit, ok := p.chart.Find(p.frame, v.hover); ok && v.hover != "" {
			point := p.chart.Series[hit.Series].Points[hit.Point]
			v.tip.show(v, point.Tip, fyne.NewPos(float32(hit.At.X), float32(hit.At.Y)))
			shown = point.Tip != ""
		}
	}
	if !shown {
		v.tip.tile.Hide()
	}
	v.ring.Refresh()
}

func inside(f scene.Frame, p scene.Point) bool {
	return p.X >= f.Plot.X-1 && p.X <= f.Plot.Right()+1
}

func (v *ChartView) hoverOver(id string, at fyne.Position) {
	if id == v.hover {
		return
	}
	v.hover = id
	v.arrange()
	if v.OnHover != nil {
		v.OnHover(id, at)
	}
}

func (v *ChartView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }
func (v *ChartView) MouseOut()                     { v.hoverOver("", fyne.Position{}) }

func (v *ChartView) MouseMoved(e *desktop.MouseEvent) {
	p, _, _ := v.under(e.Position)
	v.hoverOver(p.ID, e.AbsolutePosition)
	v.overTime = p.ID == "" && v.timeUnder(e.Position)
}

// Cursor says that a point or a name can be tapped.
func (v *ChartView) Cursor() desktop.Cursor {
	if v.hover != "" || v.overTime {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (v *ChartView) Tapped(e *fyne.PointEvent) {
	if c := canvasOf(v); c != nil {
		c.Focus(v)
	}
	_, entries := v.legend()
	for _, entry := range entries {
		if entry.Contains(scenePoint(e.Position)) {
			v.toggle(entry.Series)
			return
		}
	}
	if p, _, ok := v.under(e.Position); ok {
		v.Select(p.ID)
		v.open()
		return
	}
	v.tapTime(e)
}

func (v *ChartView) TappedSecondary(e *fyne.PointEvent) {
	if p, _, _ := v.under(e.Position); v.OnMenu != nil {
		v.OnMenu(p.ID, e.AbsolutePosition)
	}
}

// toggle hides an actor, or shows it again.
func (v *ChartView) toggle(series int) {
	c := v.chart
	c.Series = append([]scene.Series(nil), c.Series...)
	c.Series[series].Hidden = !c.Series[series].Hidden
	v.chart = c
	v.Refresh()
	if v.OnLegend != nil {
		v.OnLegend(c.Series[series].ID, c.Series[series].Hidden)
	}
}

func (v *ChartView) open() {
	if v.OnPoint != nil && v.selected != "" {
		v.OnPoint(v.selected)
	}
}

// Scrolled zooms about the pointer; sideways, or with Shift, it moves through time.
func (v *ChartView) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX != 0 {
		v.pan(float64(e.Scrolled.DX))
	}
	if e.Scrolled.DY != 0 {
		v.zoom(float64(e.Position.X), math.Pow(0.85, float64(e.Scrolled.DY)/10))
	}
}

// narrowest is the shortest time that can be shown, in days.
const narrowest = 4

func (v *ChartView) zoom(x, factor float64) {
	frame, ok := v.frameAt(x)
	if !ok {
		return
	}
	from, to := frame.Zoom(x, factor)
	all, end := v.chart.Span()
	switch {
	case to-from < narrowest:
		return
	case to-from >= end-all:
		from, to = 0, 0
	}
	v.SetRange(from, to)
}

// frameAt is the frame of the panel at a place, or of the first.
func (v *ChartView) frameAt(x float64) (scene.Frame, bool) {
	panels := v.panels()
	for _, p := range panels {
		if p.frame.Plot.X <= x && x <= p.frame.Plot.Right() {
			return p.frame, true
		}
	}
	if len(panels) == 0 {
		return scene.Frame{}, false
	}
	return panels[0].frame, true
}

func (v *ChartView) pan(dx float64) {
	if frame, ok := v.frameAt(0); ok {
		v.SetRange(frame.Pan(dx))
	}
}

func (v *ChartView) Dragged(e *fyne.DragEvent) {
	v.hoverOver("", fyne.Position{})
	if !v.dragEvent(e.Position) {
		v.pan(float64(e.Dragged.DX))
	}
}

func (v *ChartView) FocusGained() { v.focused = true; v.Refresh() }
func (v *ChartView) FocusLost()   { v.focused = false; v.Refresh() }

func (v *ChartView) TypedRune(r rune) {
	middle := float64(v.Size().Width) / 2
	switch r {
	case '+', '=':
		v.zoom(middle, 0.7)
	case '-':
		v.zoom(middle, 1/0.7)
	case '0':
		v.SetRange(0, 0)
	default:
		if v.OnKey != nil {
			v.OnKey(nil, r)
		}
	}
}

// TypedKey walks from point to point through time, and through the actors.
func (v *ChartView) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		v.walk(-1, false)
	case fyne.KeyRight:
		v.walk(1, false)
	case fyne.KeyUp:
		v.walk(-1, true)
	case fyne.KeyDown:
		v.walk(1, true)
	case fyne.KeyHome:
		v.SetRange(0, 0)
	case fyne.KeyPageUp:
		v.pan(float64(v.Size().Width) / 2)
	case fyne.KeyPageDown:
		v.pan(-float64(v.Size().Width) / 2)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.open()
	default:
		if v.OnKey != nil {
			v.OnKey(e, 0)
		}
	}
}

// walk selects the neighbour of the selected point: in its actor's time, or of the next actor at about its day.
func (v *ChartView) walk(by int, across bool) {
	var series, point int
	hit, ok := v.chart.Find(scene.Frame{From: 0, To: 1, Plot: scene.Rect{W: 1, H: 1}}, v.selected)
	switch {
	case !ok:
		series, point = v.nextSeries(-1, 1), 0
	case across:
		at := v.chart.Series[hit.Series].Points[hit.Point].At
		series = v.nextSeries(hit.Series, by)
		if series >= 0 {
			point = nearestDay(v.chart.Series[series].Points, at)
		}
	default:
		series, point = hit.Series, hit.Point+by
	}
	if series < 0 || point < 0 || point >= len(v.chart.Series[series].Points) {
		return
	}
	p := v.chart.Series[series].Points[point]
	if from, to := v.Range(); p.At < from || p.At > to { // follow it
		half := (to - from) / 2
		v.SetRange(p.At-half, p.At+half)
	}
	v.Select(p.ID)
	if v.OnSelect != nil {
		v.OnSelect(p.ID)
	}
}

// nextSeries is the next shown actor with points, −1 if there is none.
func (v *ChartView) nextSeries(at, by int) int {
	n := len(v.chart.Series)
	for range n {
		at = ((at+by)%n + n) % n
		if s := v.chart.Series[at]; !s.Hidden && len(s.Points) > 0 {
			return at
		}
	}
	return -1
}

func nearestDay(points []scene.ChartPoint, at scene.Day) int {
	best := 0
	for i, p := range points {
		if math.Abs(float64(p.At-at)) < math.Abs(float64(points[best].At-at)) {
			best = i
		}
	}
	return best
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
