package scene

import (
	"cmp"
	"slices"
)

// Timeline is articles by outlet and day; dots of one story are linked.
type Timeline struct {
	Title string
	Rows  []string // outlets
	Dots  []Dot
}

// Dot is one article.
type Dot struct {
	ID    string
	Row   int
	At    Day
	Story string // "" stands alone
	Full  bool   // the original, or the one selected
	Tip   string
}

// TimelineFrame is where the dots lie.
type TimelineFrame struct {
	Frame
	top, step float64
}

// Place is where a dot lies.
func (f TimelineFrame) Place(d Dot) Point {
	return Point{f.X(d.At), f.top + (float64(d.Row)+0.5)*f.step}
}

// Span is the time that has articles, with a margin.
func (t Timeline) Span() (from, to Day) {
	c := Chart{Series: []Series{{}}}
	for _, d := range t.Dots {
		c.Series[0].Points = append(c.Series[0].Points, ChartPoint{At: d.At})
	}
	return c.Span()
}

// Frame is the frame of the timeline under a view. A height of 0 is as high as its rows.
func (t Timeline) Frame(v View) TimelineFrame {
	if v.To <= v.From {
		v.From, v.To = t.Span()
	}
	v = t.view(v)
	left := 0.0
	for _, r := range t.Rows {
		left = max(left, Width(v.Engine, Text{Text: r, Look: Look{Size: v.TextSize}})+20)
	}
	left = min(left, v.Width*0.3)
	f := TimelineFrame{Frame: Frame{Plot: Rect{left, 6, max(1, v.Width-left-16), max(1, v.Height-34)}, From: v.From, To: v.To, limit: 1}}
	if v.Calendar.Leftward {
		f.Plot.X = 16
	}
	f.top, f.step = f.Plot.Y, f.Plot.H/float64(max(1, len(t.Rows)))
	return f
}

func (t Timeline) view(v View) View {
	if v.Height <= 0 {
		v.Height = 34 + 28*float64(max(1, len(t.Rows)))
	}
	return v.withDefaults(Chart{})
}

// Nearest finds the dot next to a place, less than Reach away.
func (t Timeline) Nearest(f TimelineFrame, at Point) (dot int, ok bool) {
	best := Reach
	for i, d := range t.Dots {
		q := f.Place(d)
		if away := distance(q, at); away < best || away == best && ok {
			best, dot, ok = away, i, true
		}
	}
	return dot, ok
}

// DrawTimeline draws one row per outlet, and the versions of a story as linked dots.
func DrawTimeline(t Timeline, v View) Scene {
	f := t.Frame(v)
	v = t.view(v)
	s := Scene{Width: v.Width, Height: v.Height, Ground: v.Palette.Panel, Title: t.Title}
	for i, name := range t.Rows {
		y := f.top + (float64(i)+0.5)*f.step
		label := Text{At: Point{8, y + v.TextSize*0.36}, Text: name, Language: v.Language, Look: small(v)}
		if v.Calendar.Leftward {
			label.At.X, label.Anchor = v.Width-8, Right
		}
		s.Items = append(s.Items, Fit(v.Engine, label, v.Width-f.Plot.W-32),
			Polyline{[]Point{{f.Plot.X, y}, {f.Plot.Right(), y}}, Stroke{Color: v.Palette.Hairline, Width: 1}})
	}
	inner := Clip{Rect: Rect{f.Plot.X - 8, 0, f.Plot.W + 16, f.Plot.Bottom() + 4}}
	inner.Items = append(inner.Items, t.links(f, v)...)
	for _, d := range t.Dots {
		ink := v.Palette.Accent
		m := Marks{Shape: Circle, Size: 10, Fill: v.Palette.Panel, Stroke: Stroke{Color: ink, Width: 1.8}, At: []Mark{{Point: f.Place(d), Opacity: 1, Tip: d.Tip}}}
		if d.Full {
			m.Fill, m.Size = ink, 12
		}
		if d.ID != "" && d.ID == v.Selected {
			m.Stroke, m.Size = Stroke{Color: v.Palette.Ink, Width: 2.2}, 14
		}
		inner.Items = append(inner.Items, m)
	}
	s.Items = append(s.Items, inner)
	s.Items = append(s.Items, timeAxis(f.Frame, v)...)
	return s
}

// links join the dots of each story in the order of time.
func (t Timeline) links(f TimelineFrame, v View) []Item {
	stories := map[string][]Dot{}
	var order []string
	for _, d := range t.Dots {
		if d.Story == "" {
			continue
		}
		if stories[d.Story] == nil {
			order = append(order, d.Story)
		}
		stories[d.Story] = append(stories[d.Story], d)
	}
	var out []Item
	for _, name := range order {
		dots := stories[name]
		slices.SortStableFunc(dots, func(a, b Dot) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Row, b.Row)) })
		var line []Point
		for _, d := range dots {
			line = append(line, f.Place(d))
		}
		if len(line) > 1 {
			out = append(out, Polyline{line, Stroke{Color: mix(v.Palette.Panel, v.Palette.Accent, 0.6), Width: 1.2}})
		}
	}
	return out
}
