package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hexapla/widgets/scene"
)

// The markers of events are edited where they stand: a tap on the axis asks for a new one, a tap on a
// line or its label opens it, a drag of either moves it.

// grip is how near the pointer must be to the line of an event.
const grip = 5

// labelRoom is how far below the upper edge labels of events stand, in lines.
const labelRoom = 3

// eventAt is the event whose line, or label, is under a place; -1 for none.
func (v *ChartView) eventAt(at fyne.Position) int {
	point := scenePoint(at)
	best, nearest := -1, float64(grip)
	for _, p := range v.panels() {
		if !p.frame.Plot.Contains(point) {
			continue
		}
		for i, e := range p.chart.Events {
			away := math.Abs(p.frame.X(e.At) - point.X)
			if v.onLabel(p, e, point) {
				away = min(away, grip-0.5)
			}
			if away < nearest {
				best, nearest = i, away
			}
		}
	}
	return best
}

// onLabel tells whether a place is on the label of an event.
func (v *ChartView) onLabel(p panel, e scene.Event, at scene.Point) bool {
	view := v.view()
	if v.multiples || at.Y > p.frame.Plot.Y+labelRoom*(view.TextSize+4) {
		return false
	}
	width := min(scene.Width(view.Engine, scene.Text{Text: e.Label, Look: scene.Look{Size: view.TextSize}}), p.frame.Plot.W/4) + 6
	x := p.frame.X(e.At)
	if x+width > p.frame.Plot.Right() {
		return at.X < x && at.X > x-width
	}
	return at.X > x && at.X < x+width
}

// dayAt is the day under a place on the axis of time, below the plot.
func (v *ChartView) dayAt(at fyne.Position) (scene.Day, bool) {
	point := scenePoint(at)
	for _, p := range v.panels() {
		below := point.Y - p.frame.Plot.Bottom()
		if below > 0 && below < 3*v.view().TextSize && point.X >= p.frame.Plot.X && point.X <= p.frame.Plot.Right() {
			return wholeDay(p.frame.Day(point.X)), true
		}
	}
	return 0, false
}

// wholeDay is the day in which a moment lies.
func wholeDay(d scene.Day) scene.Day { return scene.Day(math.Floor(float64(d))) }

// MouseDown takes hold of an event, if one is under the pointer.
func (v *ChartView) MouseDown(e *desktop.MouseEvent) {
	v.held = -1
	if e.Button == desktop.MouseButtonPrimary && v.OnEventMoved != nil && v.hover == "" {
		v.held = v.eventAt(e.Position)
	}
}

// MouseUp lets go; what was dragged has been told by DragEnd.
func (v *ChartView) MouseUp(*desktop.MouseEvent) {}

// dragEvent moves the event that is held with the pointer, and reports whether one is.
func (v *ChartView) dragEvent(at fyne.Position) bool {
	if v.held < 0 || v.held >= len(v.chart.Events) {
		return false
	}
	frame, ok := v.frameAt(float64(at.X))
	if !ok {
		return false
	}
	events := append([]scene.Event(nil), v.chart.Events...)
	events[v.held].At = wholeDay(frame.Day(max(frame.Plot.X, min(float64(at.X), frame.Plot.Right()))))
	v.chart.Events, v.dragged = events, true
	v.Refresh()
	return true
}

// DragEnd tells where an event was moved to.
func (v *ChartView) DragEnd() {
	held := v.held
	v.held = -1
	if v.dragged && held >= 0 && held < len(v.chart.Events) && v.OnEventMoved != nil {
		v.OnEventMoved(held, v.chart.Events[held].At)
	}
	v.dragged = false
}

// tapTime tells of a tap on an event, or on the axis.
func (v *ChartView) tapTime(e *fyne.PointEvent) {
	if i := v.eventAt(e.Position); i >= 0 && v.OnEvent != nil {
		v.OnEvent(i, e.AbsolutePosition)
		return
	}
	if day, ok := v.dayAt(e.Position); ok && v.OnAxis != nil {
		v.OnAxis(day, e.AbsolutePosition)
	}
}

// timeUnder tells whether a tap at a place is about time.
func (v *ChartView) timeUnder(at fyne.Position) bool {
	if v.OnEvent != nil && v.eventAt(at) >= 0 {
		return true
	}
	_, ok := v.dayAt(at)
	return ok && v.OnAxis != nil
}
