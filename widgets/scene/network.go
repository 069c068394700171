package scene

import (
	"fmt"
	"math"
)

// NetworkHit is an actor of a network, or with B not negative the line between two.
type NetworkHit struct{ A, B int }

// NoHit is neither an actor nor a line.
var NoHit = NetworkHit{-1, -1}

// AgreementNetwork draws actors on a circle; the line between two is the wider the more they agree, dashed and
// orange where they oppose each other. Where they shared no issue there is no line.
func AgreementNetwork(a Agreement, v View) Scene { return LitNetwork(a, v, NoHit) }

// LitNetwork is the network with one actor's lines, or one line, standing out.
func LitNetwork(a Agreement, v View, lit NetworkHit) Scene {
	v = v.withDefaults(Chart{})
	s := Scene{Width: v.Width, Height: v.Height, Ground: v.Palette.Panel, Title: a.Title}
	places := a.places(v)
	for i := range a.Actors {
		for k := range i {
			if c := a.Pairs[i][k]; c.N > 0 {
				s.Items = append(s.Items, tie(places[i], places[k], c, v, lit.dims(i, k)))
			}
		}
	}
	for i, name := range a.Actors {
		s.Items = append(s.Items, a.node(i, name, places[i], v)...)
	}
	return s
}

// dims tells whether a line stands back.
func (h NetworkHit) dims(i, k int) bool {
	switch {
	case h == NoHit:
		return false
	case h.B < 0:
		return i != h.A && k != h.A
	}
	return !(i == h.A && k == h.B || i == h.B && k == h.A)
}

func (a Agreement) node(i int, name string, at Point, v View) []Item {
	look := i
	if i < len(a.Looks) {
		look = a.Looks[i]
	}
	size := a.size(i)
	ink, shape := v.Palette.Mark(look)
	label := Text{At: Point{at.X, at.Y + size/2 + v.TextSize*1.2}, Text: name, Language: v.Language, Look: Look{Size: v.TextSize, Color: v.Palette.Ink}, Anchor: Middle}
	if at.Y < v.Height/2-1 {
		label.At.Y = at.Y - size/2 - v.TextSize*0.5
	}
	return []Item{
		Marks{Shape: shape, Size: size, Fill: ink, Stroke: Stroke{Color: v.Palette.Panel, Width: 2}, At: []Mark{{Point: at, Opacity: 1}}},
		Fit(v.Engine, label, v.Width/3),
	}
}

// size is across the node of an actor: its area grows with the statements.
func (a Agreement) size(i int) float64 {
	if i >= len(a.Voices) {
		return 18
	}
	most := 1.0
	for _, n := range a.Voices {
		most = max(most, n)
	}
	return 12 + 16*math.Sqrt(a.Voices[i]/most)
}

// places are on a circle, the first actor at the top.
func (a Agreement) places(v View) []Point {
	out := make([]Point, len(a.Actors))
	rx, ry := max(1, v.Width/2-v.Width/6), max(1, v.Height/2-v.TextSize*3.2)
	for i := range out {
		sin, cos := math.Sincos(2*math.Pi*float64(i)/float64(len(out)) - math.Pi/2)
		out[i] = Point{v.Width/2 + rx*cos, v.Height/2 + ry*sin}
	}
	return out
}

// Place is where an actor stands under a view.
func (a Agreement) Place(v View, actor int) Point { return a.places(v.withDefaults(Chart{}))[actor] }

// Under is what lies under a place: an actor, else the nearest line.
func (a Agreement) Under(v View, at Point) NetworkHit {
	places := a.places(v.withDefaults(Chart{}))
	for i, p := range places {
		if distance(p, at) <= a.size(i)/2+3 {
			return NetworkHit{i, -1}
		}
	}
	best, hit := 6.0, NoHit
	for i := range places {
		for k := range i {
			if a.Pairs[i][k].N == 0 {
				continue
			}
			if d := fromLine(at, places[i], places[k]); d < best {
				best, hit = d, NetworkHit{i, k}
			}
		}
	}
	return hit
}

// Tip says in words what is under the pointer.
func (a Agreement) Tip(h NetworkHit) string {
	if h == NoHit {
		return ""
	}
	if h.B >= 0 {
		c := a.Pairs[h.A][h.B]
		if c.Tip != "" {
			return c.Tip
		}
		return fmt.Sprintf("%s – %s: %s", a.Actors[h.A], a.Actors[h.B], Signed(c.Value, 1))
	}
	if h.A < len(a.Voices) {
		return fmt.Sprintf("%s: %.0f", a.Actors[h.A], a.Voices[h.A])
	}
	return a.Actors[h.A]
}

// fromLine is how far a place is from the stretch between two.
func fromLine(p, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	long := dx*dx + dy*dy
	if long == 0 {
		return distance(p, a)
	}
	t := max(0, min(1, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/long))
	return distance(p, Point{a.X + t*dx, a.Y + t*dy})
}

func tie(a, b Point, c Cell, v View, dim bool) Item {
	strength := uint8(190)
	if dim {
		strength = 36
	}
	s := Stroke{Color: alpha(v.Palette.Positive, strength), Width: 0.6 + 2.4*math.Abs(c.Value)}
	if c.Value < 0 {
		s.Color, s.Dash = alpha(v.Palette.Negative, strength), []float64{6, 4}
	}
	return Polyline{[]Point{a, b}, s}
}

func distance(a, b Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
