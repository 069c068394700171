package scene

import "math"

// Agreement is how near actors stand to each other on what both spoke on.
type Agreement struct {
	Title  string
	Actors []string
	Looks  []int     // of the actors, as in charts
	Pairs  [][]Cell  // by actor and actor: −2 opposed … +2 of one mind; N is the issues shared
	Voices []float64 // how many statements each made, for the size of its node; nil: all alike
}

// AgreementMatrix draws the agreement as a grid without its diagonal.
func AgreementMatrix(a Agreement, v View) Scene { return HeatMap(AgreementGrid(a), v) }

// AgreementGrid is the agreement as a grid without its diagonal.
func AgreementGrid(a Agreement) Grid {
	g := Grid{Title: a.Title, Rows: a.Actors, Columns: a.Actors}
	for i, row := range a.Pairs {
		cells := append([]Cell(nil), row...)
		cells[i] = Cell{}
		g.Cells = append(g.Cells, cells)
	}
	return g
}

// AgreementNetwork draws actors on a circle; the line between two is the wider the more they agree, dashed and
// orange where they oppose each other. Where they shared no issue there is no line.
func AgreementNetwork(a Agreement, v View) Scene {
	v = v.withDefaults(Chart{})
	s := Scene{Width: v.Width, Height: v.Height, Ground: v.Palette.Panel, Title: a.Title}
	places := a.places(v)
	for i := range a.Actors {
		for k := range i {
			if c := a.Pairs[i][k]; c.N > 0 {
				s.Items = append(s.Items, tie(places[i], places[k], c, v))
			}
		}
	}
	most := 1.0
	for _, n := range a.Voices {
		most = max(most, n)
	}
	for i, name := range a.Actors {
		size := 18.0
		if i < len(a.Voices) {
			size = 12 + 16*math.Sqrt(a.Voices[i]/most)
		}
		look := i
		if i < len(a.Looks) {
			look = a.Looks[i]
		}
		ink, shape := v.Palette.Mark(look)
		at := places[i]
		s.Items = append(s.Items, Marks{Shape: shape, Size: size, Fill: ink, Stroke: Stroke{Color: v.Palette.Panel, Width: 2}, At: []Mark{{Point: at, Opacity: 1}}})
		label := Text{At: Point{at.X, at.Y + size/2 + v.TextSize*1.2}, Text: name, Language: v.Language, Look: Look{Size: v.TextSize, Color: v.Palette.Ink}, Anchor: Middle}
		if at.Y < v.Height/2-1 {
			label.At.Y = at.Y - size/2 - v.TextSize*0.5
		}
		s.Items = append(s.Items, Fit(v.Engine, label, v.Width/3))
	}
	return s
}

// places are on a circle, the first actor at the top.
func (a Agreement) places(v View) []Point {
	out := make([]Point, len(a.Actors))
	rx, ry := max(1, v.Width/2-v.Width/6), max(1, v.Height/2-v.TextSize*4)
	for i := range out {
		sin, cos := math.Sincos(2*math.Pi*float64(i)/float64(len(out)) - math.Pi/2)
		out[i] = Point{v.Width/2 + rx*cos, v.Height/2 + ry*sin}
	}
	return out
}

func tie(a, b Point, c Cell, v View) Item {
	s := Stroke{Color: alpha(v.Palette.Positive, 190), Width: 0.6 + 2.4*math.Abs(c.Value)}
	if c.Value < 0 {
		s.Color, s.Dash = alpha(v.Palette.Negative, 190), []float64{6, 4}
	}
	return Polyline{[]Point{a, b}, s}
}

func distance(a, b Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
