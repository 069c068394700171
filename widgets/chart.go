package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/scene"
)

// ChartView shows positions over time: one image for the data, a few objects above it for what follows the
// pointer, so hovering repaints nothing. The wheel zooms about the pointer, a drag moves through time, a tap on
// a point or Enter opens it, a tap on a name of the legend hides the actor.
type ChartView struct {
	widget.BaseWidget

	OnPoint  func(id string)                      // a point was tapped or entered
	OnSelect func(id string)                      // the keys went to a point
	OnHover  func(id string, at fyne.Position)    // absolute position; "" when the pointer leaves
	OnMenu   func(id string, at fyne.Position)    // second button; "" beside the points
	OnLegend func(series string, hidden bool)     // an actor was switched; the chart has done so already
	OnRange  func(from, to scene.Day)             // the time shown changed
	OnKey    func(key *fyne.KeyEvent, typed rune) // keys that the chart has no use for

	OnEvent      func(event int, at fyne.Position)     // the line or label of an event was tapped
	OnEventMoved func(event int, to scene.Day)         // one was dragged there
	OnAxis       func(day scene.Day, at fyne.Position) // the axis of time was tapped

	chart     scene.Chart
	from, to  scene.Day // 0, 0: all
	selected  string
	multiples bool
	calendar  scene.Calendar

	tile    *tile
	painter *scene.Painter
	ring    *canvas.Circle
	tip     *chartTip
	hover   string
	held    int  // the event under the pressed button, -1 for none
	dragged bool // it has moved

	overTime bool // the pointer is on an event or on the axis
	focused  bool
}

// NewChartView makes an empty chart.
func NewChartView() *ChartView {
	v := &ChartView{held: -1, painter: scene.NewPainter(engine())}
	v.tile = newTile(v.paint)
	v.ring = canvas.NewCircle(color.Transparent)
	v.ring.StrokeWidth = 2
	v.tip = newChartTip()
	v.ExtendBaseWidget(v)
	return v
}

// SetChart replaces what is shown. Time and selection stay where they can.
func (v *ChartView) SetChart(c scene.Chart) {
	v.chart = c
	v.hover = ""
	v.Refresh()
}

// Chart is what is shown, with the actors hidden as they are.
func (v *ChartView) Chart() scene.Chart { return v.chart }

// SetCalendar names the months.
func (v *ChartView) SetCalendar(c scene.Calendar) {
	v.calendar = c
	v.Refresh()
}

// SetMultiples shows the actors apart, or together.
func (v *ChartView) SetMultiples(apart bool) {
	v.multiples = apart
	v.Refresh()
}

// Select puts the ring around a point; OnSelect is not called.
func (v *ChartView) Select(id string) {
	v.selected = id
	v.arrange()
}

// Selected is the point in the ring.
func (v *ChartView) Selected() string { return v.selected }

// SetRange shows a stretch of time; 0, 0 is all of it.
func (v *ChartView) SetRange(from, to scene.Day) {
	v.from, v.to = from, to
	v.Refresh()
	if v.OnRange != nil {
		v.OnRange(v.Range())
	}
}

// Range is the time shown.
func (v *ChartView) Range() (from, to scene.Day) {
	if v.to > v.from {
		return v.from, v.to
	}
	return v.chart.Span()
}

// Scene is what is seen, for export.
func (v *ChartView) Scene(p *scene.Palette) scene.Scene {
	view := v.view()
	view.Palette = p
	if v.multiples {
		return scene.Multiples(v.chart, view)
	}
	return scene.WithLegend(v.chart, view)
}

// view is how the chart is drawn now, below its legend.
func (v *ChartView) view() scene.View {
	s, size := float64(textScale(v)), v.Size()
	return scene.View{
		Width: float64(size.Width), Height: max(1, float64(size.Height)-v.legendHeight()), From: v.from, To: v.to, MarkSize: 8.5 * s, TextSize: 11 * s,
		Palette: scenePalette(v), Calendar: v.calendar, Engine: engine(),
	}
}

func (v *ChartView) legendHeight() float64 {
	legend, _ := v.legend()
	return legend.Height
}

func (v *ChartView) legend() (scene.Scene, []scene.Entry) {
	s := float64(textScale(v))
	return scene.Legend(v.chart, scene.View{Width: float64(v.Size().Width), TextSize: 11 * s, Palette: scenePalette(v), Calendar: v.calendar, Engine: engine()})
}

func (v *ChartView) paint(b *brush) {
	view := v.view()
	legend, _ := v.legend()
	var s scene.Scene
	if v.multiples {
		s = scene.Multiples(v.chart, view)
	} else {
		s = scene.PositionChart(v.chart, view)
	}
	all := scene.Scene{Width: float64(b.w), Height: float64(b.h), Ground: view.Palette.Panel}
	all.Items = append(legend.Items, scene.Move(s.Items, 0, legend.Height)...)
	if v.focused {
		all.Items = append(all.Items, scene.Box{
			Rect: scene.Rect{X: 1, Y: 1, W: all.Width - 2, H: all.Height - 2}, Radius: 4,
			Stroke: scene.Stroke{Color: view.Palette.Accent, Width: 1.5},
		})
	}
	v.painter.Paint(b.img, all, float64(b.scale))
}

// scenePalette is the chart's colours under the widget's theme.
func scenePalette(o fyne.Widget) *scene.Palette {
	switch p := paletteOf(o); p {
	case LightPalette:
		return &scene.Light
	case DarkPalette:
		return &scene.Dark
	default:
		s := scene.Light
		s.Ground, s.Panel, s.Ink, s.Muted, s.Hairline = p.Background, p.Panel, p.Ink, p.Muted, p.Hairline
		s.Accent, s.SoftAccent = p.Accent, p.SoftAccent
		return &s
	}
}

func (v *ChartView) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	s := textScale(v)
	return fyne.NewSize(320*s, 200*s)
}

func (v *ChartView) AccessibilityLabel() string { return v.chart.Title }

func (v *ChartView) CreateRenderer() fyne.WidgetRenderer { return &chartRenderer{v} }

// chartRenderer has no state: the toolkit may discard it.
type chartRenderer struct{ view *ChartView }

func (r *chartRenderer) Layout(size fyne.Size) {
	r.view.tile.Resize(size)
	r.view.arrange()
}
func (r *chartRenderer) MinSize() fyne.Size { return r.view.MinSize() }
func (r *chartRenderer) Refresh() {
	r.view.tile.Resize(r.view.Size())
	r.view.tile.Refresh()
	r.view.arrange()
}
func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.view.tile.Raster, r.view.ring, r.view.tip.tile.Raster}
}
func (r *chartRenderer) Destroy() {}
