package scene

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/vector"

	"hexapla/widgets/typeset"
)

// Painter paints scenes into images. It keeps what is dear between two paintings (sprites of marks, masks of
// glyphs), so a chart that is dragged has one for its life. It belongs to one goroutine.
type Painter struct {
	engine  *typeset.Engine
	sprites map[spriteKey]*image.RGBA
	filler  vector.Rasterizer
	cover   []uint8 // scratch of the line painter
	crowd   map[crowdKey]uint8
}

// NewPainter makes a painter; without an engine it leaves text out.
func NewPainter(engine *typeset.Engine) *Painter {
	return &Painter{engine: engine, sprites: map[spriteKey]*image.RGBA{}, crowd: map[crowdKey]uint8{}}
}

// Paint paints a scene whose unit is scale pixels of the image.
func (p *Painter) Paint(dst *image.RGBA, s Scene, scale float64) {
	draw.Draw(dst, dst.Bounds(), image.NewUniform(s.Ground), image.Point{}, draw.Src)
	p.items(dst, s.Items, scale)
}

func (p *Painter) items(dst *image.RGBA, items []Item, scale float64) {
	for _, i := range items {
		switch i := i.(type) {
		case Polyline:
			p.polyline(dst, i.Points, i.Stroke, scale)
		case Area:
			p.fill(dst, i.Points, i.Fill, scale)
		case Box:
			p.box(dst, i, scale)
		case Marks:
			p.marks(dst, i, scale)
		case Text:
			p.text(dst, i, scale)
		case Paragraph:
			p.paragraph(dst, i, scale)
		case Picture:
			xdraw.BiLinear.Scale(dst, pixels(i.Rect, scale), i.Image, i.Image.Bounds(), draw.Over, nil)
		case Clip:
			if inner, ok := dst.SubImage(pixels(i.Rect, scale)).(*image.RGBA); ok && !inner.Bounds().Empty() {
				p.items(inner, i.Items, scale)
			}
		}
	}
}

func pixels(r Rect, scale float64) image.Rectangle {
	round := func(v float64) int { return int(math.Round(v * scale)) }
	return image.Rect(round(r.X), round(r.Y), round(r.Right()), round(r.Bottom()))
}

// fill paints the inside of a polygon by the non-zero rule.
func (p *Painter) fill(dst *image.RGBA, points []Point, c color.NRGBA, scale float64) {
	if len(points) < 3 || c.A == 0 {
		return
	}
	box := bounds(points, scale, 1).Intersect(dst.Bounds())
	if box.Empty() {
		return
	}
	p.filler.Reset(box.Dx(), box.Dy())
	at := func(q Point) (float32, float32) {
		return float32(q.X*scale) - float32(box.Min.X), float32(q.Y*scale) - float32(box.Min.Y)
	}
	p.filler.MoveTo(at(points[0]))
	for _, q := range points[1:] {
		p.filler.LineTo(at(q))
	}
	p.filler.ClosePath()
	p.filler.Draw(dst, box, image.NewUniform(c), image.Point{})
}

func bounds(points []Point, scale, margin float64) image.Rectangle {
	low, high := points[0], points[0]
	for _, q := range points[1:] {
		low.X, low.Y = min(low.X, q.X), min(low.Y, q.Y)
		high.X, high.Y = max(high.X, q.X), max(high.Y, q.Y)
	}
	const far = 1 << 20 // what lies beyond is in no picture, and an int must hold it
	edge := func(v float64) int { return int(max(-far, min(far, v))) }
	return image.Rect(
		edge(math.Floor(low.X*scale-margin)), edge(math.Floor(low.Y*scale-margin)),
		edge(math.Ceil(high.X*scale+margin)), edge(math.Ceil(high.Y*scale+margin)))
}

func (p *Painter) box(dst *image.RGBA, b Box, scale float64) {
	if b.Fill.A > 0 {
		if b.Radius == 0 {
			draw.Draw(dst, pixels(b.Rect, scale), image.NewUniform(b.Fill), image.Point{}, draw.Over)
		} else {
			p.fill(dst, rounded(b.Rect, b.Radius), b.Fill, scale)
		}
	}
	if b.Stroke.Width > 0 {
		outline := rounded(b.Rect, b.Radius)
		p.polyline(dst, append(outline, outline[0]), b.Stroke, scale)
	}
}

// rounded is the outline of a rectangle with round corners.
func rounded(r Rect, radius float64) []Point {
	radius = max(0, min(radius, r.W/2, r.H/2))
	if radius == 0 {
		return []Point{{r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Bottom()}, {r.X, r.Bottom()}}
	}
	centres := [4]Point{
		{r.Right() - radius, r.Y + radius}, {r.Right() - radius, r.Bottom() - radius},
		{r.X + radius, r.Bottom() - radius}, {r.X + radius, r.Y + radius},
	}
	const steps = 6
	var out []Point
	for corner, c := range centres {
		for i := range steps + 1 {
			sin, cos := math.Sincos(math.Pi / 2 * (float64(corner) - 1 + float64(i)/steps))
			out = append(out, Point{c.X + radius*cos, c.Y + radius*sin})
		}
	}
	return out
}

func (p *Painter) text(dst *image.RGBA, t Text, scale float64) {
	if p.engine == nil || t.Text == "" {
		return
	}
	l, at := set(p.engine, t)
	if !t.Turned {
		p.engine.Paint(dst, l, float32(at.X), float32(at.Y), float32(scale), t.Look.Color, nil)
		return
	}
	w, h := int(math.Ceil(float64(l.Width)*scale)), int(math.Ceil(float64(l.Height)*scale))
	flat := image.NewRGBA(image.Rect(0, 0, w, h))
	p.engine.Paint(flat, l, 0, 0, float32(scale), t.Look.Color, nil)
	up := image.NewRGBA(image.Rect(0, 0, h, w))
	for y := range h {
		for x := range w {
			up.SetRGBA(y, w-1-x, flat.RGBAAt(x, y))
		}
	}
	// Turned about its anchor: what lay to the right of it lies above it now.
	left, top := t.At.X+(at.Y-t.At.Y), t.At.Y-(at.X-t.At.X)-float64(l.Width)
	corner := image.Pt(int(math.Round(left*scale)), int(math.Round(top*scale)))
	draw.Draw(dst, up.Bounds().Add(corner), up, image.Point{}, draw.Over)
}

func (p *Painter) paragraph(dst *image.RGBA, g Paragraph, scale float64) {
	lines := g.Lines()
	if p.engine == nil || len(lines) == 0 {
		return
	}
	part := *g.Layout
	part.Lines = lines
	y := g.At.Y - float64(lines[0].Top)
	p.engine.Paint(dst, &part, float32(g.At.X), float32(y), float32(scale), g.Ink, g.Dress)
}
