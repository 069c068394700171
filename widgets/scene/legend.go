package scene

import (
	"fmt"
	"slices"
)

// Entry is one actor of a legend, with the place that a click on it hits.
type Entry struct {
	Rect
	Series int
}

// Legend is a line, or lines, of names with marks and counts; a hidden actor is grey and hollow.
func Legend(c Chart, v View) (Scene, []Entry) {
	v = v.withDefaults(c)
	line := v.TextSize * 2
	s := Scene{Width: v.Width, Height: line, Ground: v.Palette.Panel}
	var entries []Entry
	x, y := 8.0, 0.0
	for i, series := range c.Series {
		ink, shape := v.Palette.Mark(series.Look)
		name := Text{Text: series.Name, Language: v.Language, Look: Look{Size: v.TextSize + 1, Color: v.Palette.Ink}}
		count := Text{Text: v.Calendar.Number(fmt.Sprint(len(series.Points))), Look: small(v)}
		opacity := 1.0
		if series.Hidden {
			ink, name.Look.Color, opacity = v.Palette.Muted, v.Palette.Muted, 0
		}
		width := 18 + Width(v.Engine, name) + 5 + Width(v.Engine, count)
		if x > 8 && x+width > v.Width {
			x, y = 8, y+line
			s.Height += line
		}
		middle := y + line/2
		name.At, count.At = Point{x + 16, middle + v.TextSize*0.38}, Point{x + width - Width(v.Engine, count), middle + v.TextSize*0.38}
		s.Items = append(s.Items, Marks{
			Shape: shape, Size: v.TextSize * 0.9, Fill: ink, Stroke: Stroke{Color: ink, Width: 1.2},
			At: []Mark{{Point: Point{x + 5, middle}, Opacity: opacity}},
		}, name, count)
		entries = append(entries, Entry{Rect{x - 4, y, width + 8, line}, i})
		x += width + 18
	}
	if v.Calendar.Leftward {
		s.Items = mirrored(s.Items, s.Width)
		for i := range entries {
			entries[i].X = s.Width - entries[i].Right()
		}
	}
	return s, entries
}

// WithLegend is a chart below its title and legend: what is exported. Hidden actors are left out, as a printed
// legend cannot switch them on.
func WithLegend(c Chart, v View) Scene {
	v = v.withDefaults(c)
	c.Series = slices.DeleteFunc(slices.Clone(c.Series), func(s Series) bool { return s.Hidden })
	legend, _ := Legend(c, v)
	title := 0.0
	s := Scene{Width: v.Width, Ground: v.Palette.Panel, Title: c.Title}
	if c.Title != "" {
		head := Text{At: Point{8, v.TextSize * 1.9}, Text: c.Title, Language: v.Language, Look: Look{Size: v.TextSize * 1.25, Color: v.Palette.Ink, Bold: true}}
		s.Items = append(s.Items, v.turned(Fit(v.Engine, head, v.Width-16), s.Width))
		title = v.TextSize * 2.6
	}
	body := PositionChart(c, v)
	s.Items = append(s.Items, Move(legend.Items, 0, title)...)
	s.Items = append(s.Items, Move(body.Items, 0, title+legend.Height)...)
	s.Height = title + legend.Height + body.Height
	return s
}
