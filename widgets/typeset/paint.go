package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// Underline is a line below text; kinds are told by it as well as by colour.
type Underline uint8

const (
	NoLine Underline = iota
	Solid
	Dashed
	Dotted
)

// Mark dresses a stretch of text, in bytes; what is zero is left as it is. Of marks that overlap, the
// later one wins.
type Mark struct {
	Start, End int
	Ink        color.Color
	Ground     color.Color
	Line       Underline
	LineColor  color.Color
	Strike     bool
}

// Paint draws a layout into an image whose pixels are 1/scale units wide, with the layout's left top corner at
// (x, y) in units. What lies outside the image costs nothing.
func (e *Engine) Paint(dst *image.RGBA, l *Layout, x, y, scale float32, ink color.Color, marks []Mark) {
	c := canvas{engine: e, dst: dst, layout: l, x: x, y: y, scale: scale}
	from, to := c.visible()
	for _, m := range marks {
		if m.Ground != nil {
			c.grounds(m)
		}
	}
	for _, line := range l.Lines[from:to] {
		c.line(line, ink, marks)
	}
	for _, m := range marks {
		c.rules(m, ink)
	}
}

// canvas is an image with the place of a layout on it.
type canvas struct {
	engine      *Engine
	dst         *image.RGBA
	layout      *Layout
	x, y, scale float32
}

// visible are the lines that touch the image.
func (c *canvas) visible() (from, to int) {
	b := c.dst.Bounds()
	top, bottom := float32(b.Min.Y)/c.scale-c.y, float32(b.Max.Y)/c.scale-c.y
	lines := c.layout.Lines
	for from < len(lines) && lines[from].Top+2*lines[from].Height < top {
		from++
	}
	to = from
	for to < len(lines) && lines[to].Top-lines[to].Height < bottom {
		to++
	}
	return from, to
}

func (c *canvas) line(line Line, ink color.Color, marks []Mark) {
	plain := image.NewUniform(ink)
	inks := map[color.Color]*image.Uniform{}
	baseline := int(math.Round(float64((c.y + line.Baseline) * c.scale)))
	for _, p := range line.pieces {
		if p.shape == nil {
			continue
		}
		marked := overlapping(marks, p.start, p.end)
		x := (c.x + line.Left + p.x) * c.scale
		size := c.layout.size * c.scale
		for _, g := range p.shape.glyphs {
			src := plain
			for _, m := range marked {
				if at := p.start + int(g.cluster); m.Ink != nil && m.Start <= at && at < m.End {
					if inks[m.Ink] == nil {
						inks[m.Ink] = image.NewUniform(m.Ink)
					}
					src = inks[m.Ink]
				}
			}
			c.engine.stamp(c.dst, g.face, g.id, size, x+g.dx*size, float32(baseline)+g.dy*size, src)
			x += g.advance * size
		}
	}
}

func overlapping(marks []Mark, start, end int) []Mark {
	var out []Mark
	for _, m := range marks {
		if m.Start < end && start < m.End && m.Ink != nil {
			out = append(out, m)
		}
	}
	return out
}

func (c *canvas) grounds(m Mark) {
	for _, r := range c.layout.Rects(m.Start, m.End) {
		box := c.pixels(r)
		src := image.NewUniform(m.Ground)
		// Corners of one pixel are left out: the eye takes it for rounding.
		draw.Draw(c.dst, image.Rect(box.Min.X+1, box.Min.Y, box.Max.X-1, box.Max.Y), src, image.Point{}, draw.Over)
		draw.Draw(c.dst, image.Rect(box.Min.X, box.Min.Y+1, box.Min.X+1, box.Max.Y-1), src, image.Point{}, draw.Over)
		draw.Draw(c.dst, image.Rect(box.Max.X-1, box.Min.Y+1, box.Max.X, box.Max.Y-1), src, image.Point{}, draw.Over)
	}
}

func (c *canvas) rules(m Mark, ink color.Color) {
	if m.Line == NoLine && !m.Strike {
		return
	}
	if m.Ink != nil {
		ink = m.Ink
	}
	lineInk := m.LineColor
	if lineInk == nil {
		lineInk = ink
	}
	thick := max(1, int(math.Round(float64(c.scale*c.layout.size/8.5))))
	for _, r := range c.layout.Rects(m.Start, m.End) {
		box := c.pixels(r)
		if m.Line != NoLine {
			c.rule(box.Min.X, box.Max.X, box.Max.Y-thick, thick, m.Line, lineInk)
		}
		if m.Strike {
			middle := box.Min.Y + (box.Max.Y-box.Min.Y)*11/20
			c.rule(box.Min.X, box.Max.X, middle, max(1, thick/2), Solid, ink)
		}
	}
}

func (c *canvas) rule(from, to, y, thick int, kind Underline, ink color.Color) {
	src := image.NewUniform(ink)
	on, off := to-from, 0
	switch kind {
	case Dashed:
		on, off = 3*thick, 2*thick
	case Dotted:
		on, off = thick, thick
	}
	for x := from; x < to; x += max(1, on+off) {
		draw.Draw(c.dst, image.Rect(x, y, min(x+on, to), y+thick), src, image.Point{}, draw.Over)
	}
}

func (c *canvas) pixels(r Rect) image.Rectangle {
	round := func(v float32) int { return int(math.Round(float64(v * c.scale))) }
	return image.Rect(round(c.x+r.X), round(c.y+r.Y), round(c.x+r.X+r.W), round(c.y+r.Y+r.H))
}
