package scene

import "math"

// Panel is one small chart among several.
type Panel struct {
	Rect  Rect
	Chart Chart // of one actor
	View  View
}

// Frame is where time and stance lie within the whole picture.
func (p Panel) Frame() Frame {
	f := p.Chart.Frame(p.View)
	f.Plot.X, f.Plot.Y = f.Plot.X+p.Rect.X, f.Plot.Y+p.Rect.Y
	return f
}

// Panels lays the shown actors out as small multiples, all with the same axes.
func Panels(c Chart, v View) []Panel {
	v = v.withDefaults(c)
	var shown []Series
	for _, s := range c.Series {
		if !s.Hidden {
			shown = append(shown, s)
		}
	}
	if len(shown) == 0 {
		return nil
	}
	across := max(1, min(len(shown), int(v.Width/260)))
	down := (len(shown) + across - 1) / across
	width, height := v.Width/float64(across), math.Max(v.Height/float64(down), 90)
	out := make([]Panel, len(shown))
	for i, s := range shown {
		small := v
		small.Width, small.Height, small.MarkSize = width, height-v.TextSize*2, v.MarkSize*0.75
		out[i] = Panel{
			Rect:  Rect{float64(i%across) * width, float64(i/across)*height + v.TextSize*2, width, small.Height},
			Chart: Chart{Series: []Series{s}}, View: small,
		}
		for _, e := range c.Events { // the line without its label, for which there is no room
			out[i].Chart.Events = append(out[i].Chart.Events, Event{At: e.At})
		}
	}
	return out
}

// Multiples draws the actors apart, each in a chart of its own with its name above.
func Multiples(c Chart, v View) Scene {
	v = v.withDefaults(c)
	s := Scene{Width: v.Width, Height: v.Height, Ground: v.Palette.Panel, Title: c.Title}
	for _, p := range Panels(c, v) {
		series := p.Chart.Series[0]
		ink, shape := v.Palette.Mark(series.Look)
		y := p.Rect.Y - v.TextSize*0.6
		s.Items = append(s.Items, Marks{
			Shape: shape, Size: v.TextSize * 0.9, Fill: ink, Stroke: Stroke{Color: ink, Width: 1.2},
			At: []Mark{{Point: Point{p.Rect.X + 38, y - v.TextSize*0.36}, Opacity: 1}},
		})
		name := Text{At: Point{p.Rect.X + 48, y}, Text: series.Name, Language: v.Language, Look: Look{Size: v.TextSize + 1, Color: v.Palette.Ink, Bold: true}}
		s.Items = append(s.Items, Fit(v.Engine, name, p.Rect.W-56))
		s.Items = append(s.Items, Move(PositionChart(p.Chart, p.View).Items, p.Rect.X, p.Rect.Y)...)
		s.Height = max(s.Height, p.Rect.Bottom())
	}
	return s
}
