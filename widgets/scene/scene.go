package scene

import (
	"image"
	"image/color"

	"hexapla/widgets/typeset"
)

// Scene is a picture: its items are painted in order.
type Scene struct {
	Width, Height float64
	Ground        color.NRGBA // painted first; transparent when zero
	Title         string      // what the picture shows, for readers that cannot see it
	Items         []Item
}

// Item is one of the shapes below.
type Item interface{ item() }

// Point is a place in the picture.
type Point struct{ X, Y float64 }

// Rect is an upright rectangle.
type Rect struct{ X, Y, W, H float64 }

// Right and Bottom are the far edges.
func (r Rect) Right() float64  { return r.X + r.W }
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Contains reports whether the rectangle, edges included, covers the point.
func (r Rect) Contains(p Point) bool {
	return r.X <= p.X && p.X <= r.Right() && r.Y <= p.Y && p.Y <= r.Bottom()
}

// Stroke is how a line is drawn; there is none when Width is 0.
type Stroke struct {
	Color color.NRGBA
	Width float64
	Dash  []float64 // lengths of line and gap in turn
}

type (
	// Polyline joins points by straight lines.
	Polyline struct {
		Points []Point
		Stroke Stroke
	}
	// Area is the inside of a polygon.
	Area struct {
		Points []Point
		Fill   color.NRGBA
	}
	// Box is a rectangle with rounded corners.
	Box struct {
		Rect
		Radius float64
		Fill   color.NRGBA
		Stroke Stroke
		Tip    string // what it stands for, shown where the back end can
	}
	// Marks are points of one look: one item, as there may be thousands.
	Marks struct {
		Shape  Shape
		Size   float64 // across
		Fill   color.NRGBA
		Stroke Stroke
		At     []Mark
	}
	// Text is one line of text.
	Text struct {
		At       Point // on the baseline
		Text     string
		Language string // chooses the forms of letters and the direction; "" by the letters
		Look     Look
		Anchor   Anchor
		Turned   bool // reads upward, anchored at At
	}
	// Clip paints its items within a rectangle only.
	Clip struct {
		Rect
		Items []Item
	}
)

func (Polyline) item() {}
func (Area) item()     {}
func (Box) item()      {}
func (Marks) item()    {}
func (Text) item()     {}
func (Clip) item()     {}

// Mark is one point of Marks.
type Mark struct {
	Point
	Opacity float64 // of the filling, 0..1: 0 is hollow
	Tip     string
	Link    string // a place in the page that shows the picture, "#s-3"; followed where the back end can
}

// Look is how text is drawn.
type Look struct {
	Size   float64
	Color  color.NRGBA
	Serif  bool
	Bold   bool
	Italic bool
}

// Anchor says which part of the text is at its place. It means the page's left and right, whatever
// the direction of the script.
type Anchor uint8

// The anchors.
const (
	Left Anchor = iota
	Middle
	Right
)

// Paragraph is text that has been set in lines, or a few of its lines.
type Paragraph struct {
	At       Point // the left top corner of the layout
	Layout   *typeset.Layout
	From, To int // the lines painted; all when To is 0
	Ink      color.NRGBA
	Dress    []typeset.Mark // highlights, by byte of the layout's text
}

func (Paragraph) item() {}

// Lines are the lines that are painted.
func (p Paragraph) Lines() []typeset.Line {
	if p.To == 0 {
		return p.Layout.Lines
	}
	return p.Layout.Lines[p.From:p.To]
}

// Picture is an image, scaled to its rectangle.
type Picture struct {
	Rect
	Image image.Image
}

func (Picture) item() {}
