package typeset

import (
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// GlyphID numbers a glyph within its face.
type GlyphID = font.GID

// Face is one font file as one engine uses it.
type Face struct {
	name     string
	face     *font.Face
	embolden bool
	perEm    float32

	ascent, descent float32 // in em
}

// Name is unique among the faces of an engine; an emboldened face has a name of its own.
func (f *Face) Name() string { return f.name }

// boldShift is how far, in em, an outline is drawn a second time to stand for a missing bold.
const boldShift = 0.024

// Op is what a segment of an outline does.
type Op uint8

const (
	MoveTo Op = iota
	LineTo
	QuadTo
	CubeTo
)

// Point is a place in em, y downward from the baseline.
type Point struct{ X, Y float32 }

// Segment is one step of an outline; QuadTo uses two of the points, CubeTo three.
type Segment struct {
	Op   Op
	Args [3]Point
}

// Outline is the shape of a glyph, to be filled by the non-zero rule. A glyph without a shape has none.
func (f *Face) Outline(id GlyphID) []Segment {
	data, ok := f.face.GlyphData(id).(font.GlyphOutline)
	if !ok {
		return nil
	}
	if !f.embolden {
		return f.scaled(data.Segments, 0)
	}
	return append(f.scaled(data.Segments, -boldShift/2), f.scaled(data.Segments, boldShift/2)...)
}

func (f *Face) scaled(segments []ot.Segment, shift float32) []Segment {
	out := make([]Segment, len(segments))
	for i, s := range segments {
		out[i].Op = Op(s.Op)
		for j, p := range s.Args {
			out[i].Args[j] = Point{p.X/f.perEm + shift, -p.Y / f.perEm}
		}
	}
	return out
}

// Advance is how far the pen moves behind a glyph, in em, kerning aside.
func (f *Face) Advance(id GlyphID) float32 {
	return f.face.HorizontalAdvance(id) / f.perEm
}
