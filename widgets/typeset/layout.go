package typeset

// Layout is a block that has been set. It does not change.
type Layout struct {
	Text          string
	Lines         []Line
	Width, Height float32 // Width is that of the longest line
	Truncated     bool    // by MaxLines

	size            float32
	ascent, descent float32
}

// Line is one line of a layout. Start and End count bytes of the text, blanks at the end included.
type Line struct {
	Start, End  int
	Top, Height float32
	Baseline    float32
	Left, Width float32
	RightToLeft bool

	pieces []piece // from left to right
}

// piece is a stretch of one level and style as it stands on its line; a nil shape is a blank.
type piece struct {
	start, end int
	shape      *shape
	level      uint8
	x, width   float32
}

const ellipsis = "…"

// Layout sets a block.
func (e *Engine) Layout(b Block) *Layout {
	first := e.setter(b.Style, b.Language)
	l := &Layout{Text: b.Text, size: b.Size, ascent: first.ascent * b.Size, descent: first.descent * b.Size}
	height, width := e.lineHeight(b), b.lineWidth()
	var ends []int
	e.paragraphs(b, func(p paragraph, units []unit) bool {
		units = e.split(b, p, units, width)
		ends = fill(units, width, ends)
		from := 0
		for k, to := range ends {
			line := Line{Start: p.start, End: p.end, Top: float32(len(l.Lines)) * height, Height: height, RightToLeft: p.base%2 == 1}
			if from > 0 {
				line.Start = units[from].start
			}
			if to < len(units) {
				line.End = units[to].start
			}
			line.Baseline = line.Top + (height-l.ascent-l.descent)/2 + l.ascent
			pieces := e.pieces(b, p, units[from:to])
			last := b.MaxLines > 0 && len(l.Lines)+1 == b.MaxLines
			if last && (k+1 < len(ends) || p.end < len(b.Text)) {
				pieces = e.shorten(b, p, pieces, b.Width)
				l.Truncated = true
			}
			line.place(pieces, p.base)
			l.Lines = append(l.Lines, line)
			l.Width = max(l.Width, line.Width)
			if last {
				return false
			}
			from = to
		}
		return true
	})
	l.Height = float32(len(l.Lines)) * height
	room := b.Width
	if room <= 0 {
		room = l.Width
	}
	for i := range l.Lines {
		l.Lines[i].shift(b.Align, room)
	}
	return l
}

// pieces sets the units of one line, in the order of the text. Blanks at its end have no width.
func (e *Engine) pieces(b Block, p paragraph, units []unit) []piece {
	var out []piece
	for i, u := range units {
		if u.shape != nil {
			out = append(out, piece{start: u.start, end: u.end, shape: u.shape, width: u.shape.advance * b.Size})
		} else {
			e.cut(b, p, u.start, u.end, func(start, end int, shaped *shape, level uint8) {
				out = append(out, piece{start: start, end: end, shape: shaped, level: level, width: shaped.advance * b.Size})
			})
		}
		if u.next > u.end {
			blank := piece{start: u.end, end: u.next, level: p.level(u.end), width: u.blank * b.Size}
			if i == len(units)-1 {
				blank.level, blank.width = p.base, 0 // L1 of UAX #9
			}
			out = append(out, blank)
		}
	}
	return out
}

// shorten drops what does not fit beside an ellipsis, and adds it.
func (e *Engine) shorten(b Block, p paragraph, pieces []piece, room float32) []piece {
	mark := e.setter(b.Style, b.Language).shape(ellipsis, false)
	width := mark.advance * b.Size
	for _, c := range pieces {
		width += c.width
	}
	for room > 0 && width > room && len(pieces) > 0 {
		last := pieces[len(pieces)-1]
		pieces = pieces[:len(pieces)-1]
		width -= last.width
		if last.shape == nil || width > room {
			continue
		}
		ends := graphemes(b.Text[last.start:last.end])
		for i := len(ends) - 2; i >= 0; i-- {
			style, _ := b.styleAt(last.start)
			part := e.setter(style, b.Language).shape(b.Text[last.start:last.start+ends[i]], last.level%2 == 1)
			if w := part.advance * b.Size; width+w <= room {
				pieces = append(pieces, piece{start: last.start, end: last.start + ends[i], shape: part, level: last.level, width: w})
				width += w
				break
			}
		}
		break
	}
	for len(pieces) > 0 && pieces[len(pieces)-1].shape == nil {
		pieces = pieces[:len(pieces)-1]
	}
	at := p.start
	if len(pieces) > 0 {
		at = pieces[len(pieces)-1].end
	}
	return append(pieces, piece{start: at, end: at, shape: mark, level: p.base, width: mark.advance * b.Size})
}

// place puts the pieces in visual order.
func (l *Line) place(pieces []piece, base uint8) {
	mixed := base > 0
	for _, c := range pieces {
		mixed = mixed || c.level > 0
	}
	if mixed {
		levels := make([]uint8, len(pieces))
		for i, c := range pieces {
			levels[i] = c.level
		}
		ordered := make([]piece, len(pieces))
		for i, k := range visualOrder(levels) {
			ordered[i] = pieces[k]
		}
		pieces = ordered
	}
	x := float32(0)
	for i := range pieces {
		pieces[i].x = x
		x += pieces[i].width
	}
	l.pieces, l.Width = pieces, x
}

func (l *Line) shift(align Align, room float32) {
	switch {
	case align == Center:
		l.Left = (room - l.Width) / 2
	case align == Right, align == Start && l.RightToLeft, align == End && !l.RightToLeft:
		l.Left = room - l.Width
	}
}
