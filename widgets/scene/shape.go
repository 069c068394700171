package scene

import "math"

// Shape is the form of a mark. Actors differ by shape as well as by colour.
type Shape uint8

// The shapes, in the order in which actors take them.
const (
	Circle Shape = iota
	Square
	Triangle
	Diamond
	Cross
	Star
	Ring
	Wedge // a triangle on its point
	Bar   // lying
	shapes
)

// Outline is the shape's polygon for a mark of the given size; that of the circle, which back ends may draw
// as such, has 24 corners. The ring is cut through at its right.
func (s Shape) Outline(at Point, size float64) []Point {
	r := size / 2
	switch s {
	case Square:
		r *= 0.88 // of about the area of the circle
		return polygon(at, Point{-r, -r}, Point{r, -r}, Point{r, r}, Point{-r, r})
	case Triangle:
		return polygon(at, Point{0, -r * 1.1}, Point{r * 1.08, r * 0.82}, Point{-r * 1.08, r * 0.82})
	case Wedge:
		return polygon(at, Point{0, r * 1.1}, Point{-r * 1.08, -r * 0.82}, Point{r * 1.08, -r * 0.82})
	case Bar:
		return polygon(at, Point{-r * 1.2, -r * 0.5}, Point{r * 1.2, -r * 0.5}, Point{r * 1.2, r * 0.5}, Point{-r * 1.2, r * 0.5})
	case Diamond:
		r *= 1.18
		return polygon(at, Point{0, -r}, Point{r, 0}, Point{0, r}, Point{-r, 0})
	case Cross:
		r *= 1.1
		a := r * 0.36
		return polygon(at,
			Point{-a, -r}, Point{a, -r}, Point{a, -a}, Point{r, -a}, Point{r, a}, Point{a, a},
			Point{a, r}, Point{-a, r}, Point{-a, a}, Point{-r, a}, Point{-r, -a}, Point{-a, -a})
	case Star:
		return star(at, r*1.25, r*0.55)
	case Ring:
		return append(circle(at, r*1.1, 24, 1), circle(at, r*0.5, 24, -1)...)
	}
	return circle(at, r, 24, 1)[:24]
}

// circle goes round once, by the given number of steps; sense is 1 or −1.
func circle(at Point, r float64, steps int, sense float64) []Point {
	out := make([]Point, steps+1)
	for i := range out {
		sin, cos := math.Sincos(sense * 2 * math.Pi * float64(i) / float64(steps))
		out[i] = Point{at.X + r*cos, at.Y + r*sin}
	}
	return out
}

func polygon(at Point, corners ...Point) []Point {
	for i := range corners {
		corners[i].X += at.X
		corners[i].Y += at.Y
	}
	return corners
}

func star(at Point, outer, inner float64) []Point {
	out := make([]Point, 10)
	for i := range out {
		r := outer
		if i%2 == 1 {
			r = inner
		}
		sin, cos := math.Sincos(2*math.Pi*float64(i)/10 - math.Pi/2)
		out[i] = Point{at.X + r*cos, at.Y + r*sin}
	}
	return out
}
