package typeset

// Glyph is one glyph of a layout: draw Face.Outline(ID), times Size, at (X, Y), the place of its origin
// on the baseline. Offset is the byte of the text it stands for.
type Glyph struct {
	Face   *Face
	ID     GlyphID
	Size   float32
	X, Y   float32
	Offset int
}

// Glyphs gives every glyph of the layout, line by line, from left to right.
func (l *Layout) Glyphs() []Glyph {
	var out []Glyph
	for _, line := range l.Lines {
		out = l.appendGlyphs(out, line)
	}
	return out
}

func (l *Layout) appendGlyphs(out []Glyph, line Line) []Glyph {
	for _, p := range line.pieces {
		if p.shape == nil {
			continue
		}
		x := line.Left + p.x
		for _, g := range p.shape.glyphs {
			out = append(out, Glyph{
				Face: g.face, ID: g.id, Size: l.size, Offset: p.start + int(g.cluster),
				X: x + g.dx*l.size, Y: line.Baseline + g.dy*l.size,
			})
			x += g.advance * l.size
		}
	}
	return out
}
