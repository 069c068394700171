package typeset

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// maskKey is a glyph at a size and a quarter of a pixel.
type maskKey struct {
	face    *Face
	id      GlyphID
	size    float32
	quarter uint8
}

// mask is how a glyph covers pixels around its origin; a nil alpha is a glyph without a shape.
type mask struct {
	alpha *image.Alpha
	at    image.Point
}

// maxMasks is how many masks an engine keeps before it starts anew, about 10 MB at the size of an article.
const maxMasks = 1 << 15

func (e *Engine) stamp(dst *image.RGBA, f *Face, id GlyphID, size, x, y float32, src *image.Uniform) {
	left := float32(math.Floor(float64(x)))
	quarter := uint8((x - left) * 4)
	m := e.mask(maskKey{f, id, size, quarter})
	if m.alpha == nil {
		return
	}
	box := m.alpha.Bounds().Add(image.Pt(int(left), int(math.Round(float64(y)))).Add(m.at))
	draw.DrawMask(dst, box, src, image.Point{}, m.alpha, image.Point{}, draw.Over)
}

func (e *Engine) mask(key maskKey) *mask {
	if m := e.masks[key]; m != nil {
		return m
	}
	if len(e.masks) >= maxMasks {
		clear(e.masks)
	}
	m := rasterize(key.face.Outline(key.id), key.size, float32(key.quarter)/4)
	e.masks[key] = m
	return m
}

func rasterize(outline []Segment, size, shift float32) *mask {
	if len(outline) == 0 || size <= 0 {
		return &mask{}
	}
	minX, minY, maxX, maxY := bounds(outline)
	left, top := int(math.Floor(float64(minX*size+shift))), int(math.Floor(float64(minY*size)))
	w := int(math.Ceil(float64(maxX*size+shift))) - left
	h := int(math.Ceil(float64(maxY*size))) - top
	if w <= 0 || h <= 0 || w > 4096 || h > 4096 {
		return &mask{}
	}
	r := vector.NewRasterizer(w, h)
	at := func(p Point) (float32, float32) { return p.X*size + shift - float32(left), p.Y*size - float32(top) }
	for i, s := range outline {
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		x2, y2 := at(s.Args[2])
		switch s.Op {
		case MoveTo:
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(x0, y0)
		case LineTo:
			r.LineTo(x0, y0)
		case QuadTo:
			r.QuadTo(x0, y0, x1, y1)
		case CubeTo:
			r.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	r.ClosePath()
	m := &mask{alpha: image.NewAlpha(image.Rect(0, 0, w, h)), at: image.Pt(left, top)}
	r.Draw(m.alpha, m.alpha.Bounds(), image.Opaque, image.Point{})
	return m
}

func bounds(outline []Segment) (minX, minY, maxX, maxY float32) {
	minX, minY = math.MaxFloat32, math.MaxFloat32
	maxX, maxY = -math.MaxFloat32, -math.MaxFloat32
	for _, s := range outline {
		points := 1
		switch s.Op {
		case QuadTo:
			points = 2
		case CubeTo:
			points = 3
		}
		for _, p := range s.Args[:points] {
			minX, minY = min(minX, p.X), min(minY, p.Y)
			maxX, maxY = max(maxX, p.X), max(maxY, p.Y)
		}
	}
	return minX, minY, maxX, maxY
}
