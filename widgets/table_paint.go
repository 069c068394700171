package widgets

import (
	"fmt"
	"image/color"

	"hexapla/widgets/typeset"
)

func (t *RowTable) paintHead(b *brush) {
	p := paletteOf(t)
	b.all(p.Background)
	for i, c := range t.columns {
		if !t.shown(i) {
			continue
		}
		title := c.Title
		if i == t.sorted {
			title += map[bool]string{false: " ▴", true: " ▾"}[t.descending]
		}
		l := engine().Layout(typeset.Block{Text: title, Style: typeset.Style{Family: typeset.Sans}, Size: 12 * t.scale, Width: max(8, t.widths[i]-2*tablePadX), MaxLines: 1, Align: t.aligned(c.Align)})
		ink := p.Muted
		if i == t.sorted {
			ink = p.Ink
		}
		b.text(l, t.lefts[i]+tablePadX, (b.h-l.Height)/2, ink)
	}
	b.hairBottom(p.Hairline)
}

func (t *RowTable) paintRow(b *brush, row int) {
	p := paletteOf(t)
	if row >= len(t.rows) {
		b.all(p.Panel)
		return
	}
	r := &t.rows[row]
	switch {
	case row == t.selected || t.marked[row]:
		b.all(p.Selected)
	case r.Group:
		b.all(p.Background)
	case row == t.hover:
		b.all(p.Hover)
	default:
		b.all(p.Panel)
	}
	if row == t.selected {
		x := float32(0)
		if t.Mirrored {
			x = b.w - accentWidth
		}
		b.fill(x, 0, accentWidth, b.h, p.Accent)
	}
	for c := range r.Cells {
		if t.shown(c) {
			t.paintCell(b, p, row, c)
		}
	}
	b.hairBottom(p.Hairline)
}

func (t *RowTable) paintCell(b *brush, p *Palette, row, column int) {
	cell, s := &t.rows[row].Cells[column], t.scale
	x, y := float32(0), t.padding()
	at := func(width float32) float32 { return t.inCell(column, x, width) }
	first := baseText * tableLine * s // the first line, on which all that is not text is centred
	if cell.Check != nil {
		b.box(*cell.Check, p, at(boxSize*s), y+(first-boxSize*s)/2, s)
		x += (boxSize + cellSpace) * s
	}
	if cell.Fold != NoFold {
		b.fold(cell.Fold, p, at(foldWidth*s), y+first/2, s)
		x += foldWidth * s
	}
	if cell.Badge != nil {
		w, _ := badgeSize(cell.Badge.Sign, s)
		b.badge(*cell.Badge, p, at(w), y+(first-badgeHeight*s)/2, s)
		x += w + cellSpace*s
	}
	if cell.Bar != nil {
		b.bar(*cell.Bar, p, at(barLength*s), y+(first-barHeight*s)/2, barLength*s, barHeight*s)
		x += (barLength + cellSpace) * s
	}
	words := max(8, t.textWidth(row, column))
	if cell.Text != "" {
		l := engine().Layout(t.block(row, column))
		marks := spanMarks(p, cell.Spans)
		if cell.Aside != "" {
			marks = append(marks, typeset.Mark{Start: len(cell.Text), End: len(l.Text), Ink: p.Muted})
		}
		b.text(l, at(words), y, t.ink(p, row, cell), marks...)
		y += l.Height
	}
	if cell.Sub != "" {
		b.text(engine().Layout(t.subBlock(row, column)), at(words), y, p.Muted)
	}
	for _, chip := range cell.Chips {
		l := engine().Layout(typeset.Block{Text: chip, Style: typeset.Style{Family: typeset.Sans}, Size: badgeText * s})
		b.chip(l, p, at(l.Width+14*s), t.padding()+(first-18*s)/2, 18*s)
		x += l.Width + 20*s
	}
}

func (t *RowTable) ink(p *Palette, row int, cell *TableCell) color.NRGBA {
	switch {
	case cell.Actor > 0:
		ink, _ := scenePalette(t).Mark(cell.Actor - 1) // as in charts
		return readable(ink, p)
	case cell.Accent:
		return p.Accent
	case cell.Muted || t.rows[row].Muted:
		return p.Muted
	}
	return p.Ink
}

// box paints a box to tick.
func (b *brush) box(on bool, p *Palette, x, y, scale float32) {
	if !on {
		b.round(x, y, boxSize*scale, boxSize*scale, 3*scale, p.Panel, p.Muted)
		return
	}
	b.round(x, y, boxSize*scale, boxSize*scale, 3*scale, p.Accent, translucent(p.Accent, 0))
	tick := engine().Layout(typeset.Block{Text: "✓", Style: typeset.Style{Family: typeset.Sans, Bold: true}, Size: 11 * scale})
	b.text(tick, x+(boxSize*scale-tick.Width)/2, y+(boxSize*scale-tick.Height)/2, p.OnAccent)
}

// fold paints a triangle about a middle height.
func (b *brush) fold(f Fold, p *Palette, x, middle, scale float32) {
	sign := "▸"
	if f == Unfolded {
		sign = "▾"
	}
	l := engine().Layout(typeset.Block{Text: sign, Style: typeset.Style{Family: typeset.Sans}, Size: 12 * scale})
	b.text(l, x, middle-l.Height/2, p.Ink)
}

// bar paints a measure.
func (b *brush) bar(of Bar, p *Palette, x, y, w, h float32) {
	ink := p.Accent
	if of.Kind != Plain {
		ink = p.Look(of.Kind).Ink
	}
	b.round(x, y, w, h, h/2, p.Hairline, translucent(ink, 0))
	if v := clamp01(of.Value); v > 0 {
		b.round(x, y, max(h, w*v), h, h/2, ink, translucent(ink, 0))
	}
}

// CutHeads lists the heads of columns that have no room for their words.
func (t *RowTable) CutHeads() []string {
	if t.NoHeader || len(t.widths) != len(t.columns) {
		return nil
	}
	var out []string
	for i, c := range t.columns {
		l := engine().Layout(typeset.Block{Text: c.Title, Style: typeset.Style{Family: typeset.Sans}, Size: 12 * t.scale})
		if room := t.widths[i] - 2*tablePadX; c.Title != "" && t.widths[i] > 0 && l.Width > room+1 {
			out = append(out, fmt.Sprintf("%q needs %v and has %v", c.Title, l.Width, room))
		}
	}
	return out
}
