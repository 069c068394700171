package scene

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// PositionChart draws each statement as a mark, as full as its coding is sure and hollow where it continues
// another, the curves with their bands, and events as dashed lines. A curve has no line across its gaps.
func PositionChart(c Chart, v View) Scene {
	v = v.withDefaults(c)
	f := c.Frame(v)
	s := Scene{Width: v.Width, Height: v.Height, Ground: v.Palette.Panel, Title: c.Title}
	s.Items = append(s.Items, levels(f, v)...)
	events, labels := eventLines(c, f, v)
	s.Items = append(s.Items, events...)
	inner := Clip{Rect: Rect{f.Plot.X, f.Plot.Y - 6, f.Plot.W, f.Plot.H + 12}}
	inner.Items = append(inner.Items, curves(c, f, v)...)
	for _, series := range c.Series {
		if !series.Hidden {
			inner.Items = append(inner.Items, marks(series, f, v)...)
		}
	}
	if hit, ok := c.Find(f, v.Selected); ok && !c.Series[hit.Series].Hidden {
		inner.Items = append(inner.Items, ring(hit.At, v))
	}
	s.Items = append(append(s.Items, inner), labels...)
	if !v.Plain {
		s.Items = append(s.Items, timeAxis(f, v)...)
	}
	return s
}

// levels are the lines of the stances.
func levels(f Frame, v View) []Item {
	var out []Item
	for level := -Limit; level <= Limit; level++ {
		line := Stroke{Color: v.Palette.Hairline, Width: 1}
		if level == 0 {
			line.Color = mix(v.Palette.Hairline, v.Palette.Muted, 0.45)
		}
		y := math.Round(f.Y(level)) + 0.5
		out = append(out, Polyline{[]Point{{f.Plot.X, y}, {f.Plot.Right(), y}}, line})
		if !v.Plain {
			label := Text{At: Point{f.Plot.X - 8, y + v.TextSize*0.35}, Text: v.Calendar.Signed(level, 0), Look: small(v), Anchor: Right}
			if v.Calendar.Leftward {
				label.At.X = f.Plot.Right() + 30
			}
			out = append(out, label)
		}
	}
	return out
}

// Signed is a stance as people write it: "+1", "−0.5", "0".
func Signed(v float64, decimals int) string {
	s := fmt.Sprintf("%+.*f", decimals, v)
	if strings.Trim(s, "+-0.") == "" {
		return s[1:]
	}
	return strings.Replace(s, "-", "−", 1)
}

func small(v View) Look { return Look{Size: v.TextSize, Color: v.Palette.Muted} }

// timeAxis is the ticks with labels that keep clear of each other.
func timeAxis(f Frame, v View) []Item {
	var out []Item
	free := math.Inf(-1)
	for _, t := range Ticks(f.From, f.To, max(1, int(f.Plot.W/72)), v.Calendar) {
		x := math.Round(f.X(t.At)) + 0.5
		out = append(out, Polyline{[]Point{{x, f.Plot.Bottom()}, {x, f.Plot.Bottom() + 4}}, Stroke{Color: v.Palette.Muted, Width: 1}})
		label := Text{
			At: Point{x, f.Plot.Bottom() + 8 + v.TextSize}, Text: t.Label, Language: v.Language, Look: small(v), Anchor: Middle,
		}
		half := Width(v.Engine, label)/2 + 4
		if x-half < free || x+half > v.Width {
			continue
		}
		free = x + half
		out = append(out, label)
	}
	return out
}

// eventLines are drawn below the points, their labels above; labels that would run into each other go to
// further lines.
func eventLines(c Chart, f Frame, v View) (lines, labels []Item) {
	var free [3]float64
	events := slices.Clone(c.Events)
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Compare(a.At, b.At) })
	for _, e := range events {
		x := math.Round(f.X(e.At)) + 0.5
		if e.At < f.From || e.At > f.To {
			continue
		}
		lines = append(lines, Polyline{[]Point{{x, f.Plot.Y}, {x, f.Plot.Bottom()}}, Stroke{v.Palette.Muted, 1, []float64{3, 4}}})
		if v.Plain {
			continue
		}
		label := Fit(v.Engine, Text{Text: e.Label, Language: v.Language, Look: small(v)}, f.Plot.W/4)
		width := Width(v.Engine, label)
		label.At.X = x + 4
		if x+4+width > f.Plot.Right() {
			label.At.X, label.Anchor = x-4, Right
		}
		left := label.At.X
		if label.Anchor == Right {
			left -= width
		}
		for line := range free {
			if free[line] <= left {
				free[line] = left + width + 8
				label.At.Y = f.Plot.Y + v.TextSize + float64(line)*(v.TextSize+4)
				labels = append(labels, ground(Rect{left - 2, label.At.Y - v.TextSize, width + 4, v.TextSize + 4}, v), label)
				break
			}
		}
	}
	return lines, labels
}

// ground makes a label readable that stands on points.
func ground(r Rect, v View) Item {
	return Area{[]Point{{r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Bottom()}, {r.X, r.Bottom()}}, alpha(v.Palette.Panel, 90)}
}

// curves are drawn with all bands below all lines. The more of them, the lighter the bands: where many lie upon each
// other, lines and points must stand out.
func curves(c Chart, f Frame, v View) []Item {
	var bands, lines []Item
	shade := v.Palette.Band
	if n := drawn(c); n > fewCurves {
		shade = uint8(int(shade) * fewCurves / n)
	}
	for _, s := range c.Series {
		if s.Hidden {
			continue
		}
		ink, _ := v.Palette.Mark(s.Look)
		for _, stretch := range s.Curve {
			stretch = banded(shown(stretch, f))
			if len(stretch) < 2 {
				continue
			}
			var line, upper, lower []Point
			for i, p := range stretch {
				x := f.X(p.At)
				line = append(line, Point{x, f.Y(p.Mean)})
				upper = append(upper, Point{x, f.Y(p.High)})
				back := stretch[len(stretch)-1-i]
				lower = append(lower, Point{f.X(back.At), f.Y(back.Low)})
			}
			bands = append(bands, Area{append(upper, lower...), alpha(ink, shade)})
			lines = append(lines, Polyline{line, Stroke{Color: ink, Width: 1.8}})
		}
	}
	return append(bands, lines...)
}

// fewCurves is how many bands may lie upon each other in full strength.
const fewCurves = 3

// drawn is how many series have a curve that is shown.
func drawn(c Chart) int {
	n := 0
	for _, s := range c.Series {
		if !s.Hidden && len(s.Curve) > 0 {
			n++
		}
	}
	return n
}

// banded leaves out what is no place; where there is no band, it is as narrow as the line.
func banded(stretch []CurvePoint) []CurvePoint {
	stretch = slices.DeleteFunc(slices.Clone(stretch), func(p CurvePoint) bool { return math.IsNaN(p.Mean) })
	for i, p := range stretch {
		if math.IsNaN(p.Low) || math.IsNaN(p.High) {
			stretch[i].Low, stretch[i].High = p.Mean, p.Mean
		}
	}
	return stretch
}

// shown is the part of a stretch within the frame, with one point beyond either edge.
func shown(stretch []CurvePoint, f Frame) []CurvePoint {
	from, to := 0, len(stretch)
	for from+1 < to && stretch[from+1].At < f.From {
		from++
	}
	for to-1 > from && stretch[to-2].At > f.To {
		to--
	}
	return stretch[from:to]
}

func marks(s Series, f Frame, v View) []Item {
	ink, shape := v.Palette.Mark(s.Look)
	m := Marks{Shape: shape, Size: v.MarkSize, Fill: ink, Stroke: Stroke{Color: ink, Width: 1.2}}
	ground := Marks{Shape: shape, Size: v.MarkSize, Fill: v.Palette.Panel}
	for _, p := range s.Points {
		at := Point{f.X(p.At), f.Y(p.Value)}
		if at.X < f.Plot.X-v.MarkSize || at.X > f.Plot.Right()+v.MarkSize {
			continue
		}
		opacity := max(0.15, min(1, p.Confidence))
		if p.Continues {
			opacity = 0
		}
		if len(s.Points) < 500 { // a ground keeps lines out of pale marks; in a cloud nobody sees it
			ground.At = append(ground.At, Mark{Point: at, Opacity: 1})
		}
		m.At = append(m.At, Mark{at, opacity, p.Tip, p.Link})
	}
	if len(ground.At) == 0 {
		return []Item{m}
	}
	return []Item{ground, m}
}

// ring is around the selected point.
func ring(at Point, v View) Item {
	return Marks{Shape: Circle, Size: v.MarkSize * 2, Stroke: Stroke{Color: v.Palette.Ink, Width: 1.8}, At: []Mark{{Point: at}}}
}
