package widgets

import (
	"image/color"

	"hexapla/widgets/typeset"
)

// paint paints one tile of the view.
func (v *ArticleView) paint(b *brush, key tileKey) {
	p := paletteOf(v)
	switch {
	case key.row == headRow:
		v.paintHead(b, p, key.column)
	case key.row >= len(v.rows):
		b.all(p.Panel)
	case key.column == gutterColumn:
		v.paintGutter(b, p, key)
	default:
		v.paintCell(b, p, key)
	}
}

func (v *ArticleView) paintHead(b *brush, p *Palette, column int) {
	b.all(p.Background)
	b.hairBottom(p.Hairline)
	b.hairRight(p.Hairline)
	if column < 0 || column >= len(v.geometry.headers) {
		return
	}
	h, s := v.geometry.headers[column], v.geometry.scale
	y := headerPadY * s
	rtl := h.title.Lines[0].RightToLeft
	x := float32(cellPadX)
	if h.chip != nil && rtl {
		x += h.chip.Width + 20*s
	}
	b.text(h.title, x, y, p.Ink)
	if h.chip != nil {
		last := h.title.Lines[len(h.title.Lines)-1]
		w := h.chip.Width + 14*s
		at := x + last.Left + last.Width + 6*s
		if rtl {
			at = x + last.Left - w - 6*s
		}
		b.chip(h.chip, p, at, y+last.Top+(last.Height-18*s)/2, 18*s)
	}
	b.text(h.subtitle, cellPadX, y+h.title.Height, p.Muted)
	if v.gesture.kind == movingColumn && v.gesture.over == column {
		b.fill(0, 0, 3, b.h, p.Accent)
	}
}

func (v *ArticleView) paintGutter(b *brush, p *Palette, key tileKey) {
	row, s := &v.rows[key.row], v.geometry.scale
	b.all(v.groundOf(p, key.row))
	if key.row == v.selected {
		b.fill(0, 0, accentWidth, b.h, p.Accent)
	}
	if row.Heat > 0 {
		b.fill(b.w-4*s, 0, 3*s, b.h, translucent(p.Kinds[Meaning].Ink, uint8(40+200*clamp01(row.Heat))))
	}
	if key.band == 0 {
		l := engine().Layout(typeset.Block{Text: row.Label, Style: typeset.Style{Family: typeset.Sans}, Size: 11 * s, Width: b.w - 7*s, Align: typeset.Right, MaxLines: 1})
		b.text(l, 0, (cellPadY+1)*s, p.Muted)
		v.eachBadge(key.row, func(i int, x, y, w, h float32) { b.badge(row.Badges[i], p, x, y, s) })
	}
	v.rules(b, p, key)
}

// eachBadge tells where the badges of a row stand in its gutter.
func (v *ArticleView) eachBadge(row int, do func(i int, x, y, w, h float32)) {
	s := v.geometry.scale
	badges := v.rows[row].Badges
	perLine := badgesPerLine(badges)
	right := v.gutter() - 6*s
	x, y := right, (cellPadY+19)*s
	for i := range badges {
		w, h := badgeSize(badges[i].Sign, s)
		if i%perLine == 0 {
			x = right
			if i > 0 {
				y += (badgeHeight + rowGapBadges) * s
			}
		}
		x -= w
		do(i, x, y, w, h)
		x -= 3 * s
	}
}

func (v *ArticleView) groundOf(p *Palette, row int) color.NRGBA {
	if row == v.selected {
		return p.Selected
	}
	return p.Panel
}

func (v *ArticleView) rules(b *brush, p *Palette, key tileKey) {
	rest := float32(v.geometry.tops[key.row+1]-v.geometry.tops[key.row]) - float32(key.band)*bandHeight
	if rest <= bandHeight {
		b.hairBottom(p.Hairline)
	}
	b.hairRight(p.Hairline)
}

func (v *ArticleView) paintCell(b *brush, p *Palette, key tileKey) {
	row := &v.rows[key.row]
	b.all(v.groundOf(p, key.row))
	if key.column < len(row.Cells) && key.column < len(v.geometry.widths) {
		cell, s := &row.Cells[key.column], v.geometry.scale
		top := cellPadY*s - float32(key.band)*bandHeight
		if cell.Text == "" && cell.Missing != "" {
			missing(b, p, cell.Missing, top, s)
		} else {
			ink := p.Ink
			if row.Muted {
				ink = p.Muted
			}
			l := v.layout(key.row, key.column)
			b.text(l, cellPadX, top, ink, v.marks(p, key.row, key.column)...)
			v.frames(b, p, l, key, top)
		}
	}
	v.rules(b, p, key)
	if v.focused && key.row == v.selected && key.column == v.Current() && len(v.columns) > 1 {
		b.fill(cellPadX, b.h-3, min(40, b.w-2*cellPadX), 2, p.Accent)
	}
}

// missing is the dashed box in the place of a text that is not there.
func missing(b *brush, p *Palette, text string, top, scale float32) {
	ink := p.Look(Omission).Ink
	l := engine().Layout(typeset.Block{Text: text, Style: typeset.Style{Family: typeset.Serif}, Size: 13 * scale, Width: b.w - 2*cellPadX - 20*scale, MaxLines: 1})
	b.dashed(cellPadX, top, l.Width+20*scale, l.Height+6*scale, ink)
	b.text(l, cellPadX+10*scale, top+3*scale, ink)
}

// marks turns spans and what is selected into marks.
func (v *ArticleView) marks(p *Palette, row, column int) []typeset.Mark {
	marks := spanMarks(p, v.rows[row].Cells[column].Spans)
	if start, end, ok := v.selectedIn(row, column); ok {
		marks = append(marks, typeset.Mark{Start: start, End: end, Ground: p.Marked})
	}
	return marks
}

func spanMarks(p *Palette, spans []Span) []typeset.Mark {
	var marks []typeset.Mark
	for _, s := range spans {
		look := p.Look(s.Kind)
		m := typeset.Mark{Start: s.Start, End: s.End, Line: look.Line, LineColor: look.Ink, Strike: s.Strike}
		if look.Ground.A > 0 && s.Kind != Noted {
			m.Ground = look.Ground
		}
		if s.Kind == Found {
			m.Ink = LightPalette.Ink
			if p == DarkPalette {
				m.Ink = p.Ink
			}
		}
		marks = append(marks, m)
	}
	return marks
}

// frames draws a frame around the span that is current, and that under the pointer.
func (v *ArticleView) frames(b *brush, p *Palette, l *typeset.Layout, key tileKey, top float32) {
	for i := range v.rows[key.row].Cells[key.column].Spans {
		s := &v.rows[key.row].Cells[key.column].Spans[i]
		under := v.hover.Span == s
		if !s.Current && !under {
			continue
		}
		for _, r := range l.Rects(s.Start, s.End) {
			b.round(cellPadX+r.X-1, top+r.Y-1, r.W+2, r.H+2, 3, color.NRGBA{}, p.Look(s.Kind).Ink)
		}
	}
}
