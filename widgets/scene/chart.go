package scene

import (
	"math"
	"slices"
	"sort"

	"hexapla/widgets/typeset"
)

// Chart is the positions of some actors on one issue over time.
type Chart struct {
	Title  string
	Series []Series
	Events []Event
}

// Series is one actor.
type Series struct {
	ID, Name string
	Look     int          // numbers colour and shape; the same actor has the same in every chart
	Hidden   bool         // switched off in the legend
	Points   []ChartPoint // ascending by day
	Curve    [][]CurvePoint
}

// ChartPoint is one statement.
type ChartPoint struct {
	ID         string
	At         Day
	Value      float64 // −2..+2
	Confidence float64 // 0..1: how full the mark is
	Continues  bool    // hollow
	Tip        string
	Link       string // see Mark
}

// CurvePoint is a place on a curve with its band.
type CurvePoint struct {
	At              Day
	Mean, Low, High float64
}

// Event is a marker on the axis of time.
type Event struct {
	At    Day
	Label string
}

// View is what a chart shows and how. Zero values mean all of it, at 960×400, in light colours.
type View struct {
	Width, Height float64
	From, To      Day
	Selected      string  // ID of the point in the ring
	MarkSize      float64 // 0 is 8
	TextSize      float64 // 0 is 11
	Palette       *Palette
	Calendar      Calendar
	Language      string          // of labels
	Engine        *typeset.Engine // measures labels; nil guesses
	Plain         bool            // neither labels of the axes nor of events: for small pictures
}

func (v View) withDefaults(c Chart) View {
	if v.Width <= 0 {
		v.Width = 960
	}
	if v.Height <= 0 {
		v.Height = 400
	}
	if v.MarkSize <= 0 {
		v.MarkSize = 8
	}
	if v.TextSize <= 0 {
		v.TextSize = 11
	}
	if v.Palette == nil {
		v.Palette = &Light
	}
	if v.To <= v.From {
		v.From, v.To = c.Span()
	}
	return v
}

// Span is the time that the chart has something in, with a margin.
func (c Chart) Span() (from, to Day) {
	from, to = Day(math.Inf(1)), Day(math.Inf(-1))
	include := func(d Day) { from, to = min(from, d), max(to, d) }
	for _, s := range c.Series {
		for _, p := range s.Points {
			include(p.At)
		}
		for _, stretch := range s.Curve {
			for _, p := range stretch {
				include(p.At)
			}
		}
	}
	if from > to { // nothing said yet
		for _, e := range c.Events {
			include(e.At)
		}
	}
	if from > to {
		return 0, 365
	}
	margin := max(3, (to-from)*0.03)
	return from - margin, to + margin
}

// Frame is where time and stance lie in a chart's picture.
type Frame struct {
	Plot     Rect
	From, To Day
	limit    float64 // the stance at the upper edge
}

// Limit is how far stances go either way.
const Limit = 2.0

// Frame is the frame of the chart under a view.
func (c Chart) Frame(v View) Frame {
	v = v.withDefaults(c)
	f := Frame{Plot: Rect{34, 10, v.Width - 48, v.Height - 42}, From: v.From, To: v.To, limit: Limit * 1.06}
	if v.Calendar.Leftward {
		f.Plot.X = 14
	}
	if v.Plain {
		f.Plot = Rect{4, 4, v.Width - 8, v.Height - 8}
	}
	f.Plot.W, f.Plot.H = max(f.Plot.W, 1), max(f.Plot.H, 1)
	return f
}

// X is where a day lies.
func (f Frame) X(d Day) float64 {
	return f.Plot.X + float64(d-f.From)/float64(f.To-f.From)*f.Plot.W
}

// Y is where a stance lies.
func (f Frame) Y(v float64) float64 { return f.Plot.Y + (f.limit-v)/(2*f.limit)*f.Plot.H }

// Day is the day at a place.
func (f Frame) Day(x float64) Day {
	return f.From + Day((x-f.Plot.X)/f.Plot.W)*(f.To-f.From)
}

// Zoom is the frame's time with the day under x kept in place: factor 0.5 shows half of it.
func (f Frame) Zoom(x, factor float64) (from, to Day) {
	at := f.Day(x)
	return at - (at-f.From)*Day(factor), at + (f.To-at)*Day(factor)
}

// Pan is the frame's time after a drag to the right.
func (f Frame) Pan(dx float64) (from, to Day) {
	shift := Day(dx/f.Plot.W) * (f.To - f.From)
	return f.From - shift, f.To - shift
}

// Hit is a point of the chart as found by its place.
type Hit struct {
	Series, Point int
	At            Point
}

// Reach is how near a point must be to be hit.
const Reach = 12.0

// Nearest finds the shown point next to a place, less than Reach away. Of points on one spot it is the last
// painted.
func (c Chart) Nearest(f Frame, at Point) (Hit, bool) {
	best, hit := Reach, Hit{Series: -1}
	for i, s := range c.Series {
		if s.Hidden {
			continue
		}
		from, to := f.Day(at.X-Reach), f.Day(at.X+Reach)
		first := sort.Search(len(s.Points), func(k int) bool { return s.Points[k].At >= from })
		for k := first; k < len(s.Points) && s.Points[k].At <= to; k++ {
			q := Point{f.X(s.Points[k].At), f.Y(s.Points[k].Value)}
			if d := math.Hypot(q.X-at.X, q.Y-at.Y); d <= best && d < Reach {
				best, hit = d, Hit{i, k, q}
			}
		}
	}
	return hit, hit.Series >= 0
}

// Find returns the hit of a point by its identifier.
func (c Chart) Find(f Frame, id string) (Hit, bool) {
	for i, s := range c.Series {
		k := slices.IndexFunc(s.Points, func(p ChartPoint) bool { return p.ID == id })
		if k >= 0 && id != "" {
			return Hit{i, k, Point{f.X(s.Points[k].At), f.Y(s.Points[k].Value)}}, true
		}
	}
	return Hit{}, false
}
