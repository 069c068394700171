package typeset

import "unicode/utf8"

// Align says where the lines of a block stand.
type Align uint8

const (
	Start Align = iota // left, or right where the paragraph runs from right to left
	Center
	End
	Left
	Right
)

// Block is text to be set. A line feed ends a paragraph.
type Block struct {
	Text       string
	Language   string // BCP 47, empty when unknown
	Style      Style
	Size       float32 // of the em
	Runs       []Run   // stretches in other styles, in order, not overlapping
	Width      float32 // of the lines; 0 for lines as long as the paragraphs
	LineHeight float32 // as a multiple of Size; 0 for what the font asks
	Direction  Direction
	Align      Align
	MaxLines   int // 0 for all; the last line ends in an ellipsis where text is left out
}

// Run sets a stretch of a block, in bytes, in another style.
type Run struct {
	Start, End int
	Style      Style
}

// unit is a chunk with the blanks behind it; lengths in em.
type unit struct {
	start, end, next int // next includes the blanks
	advance, blank   float32
	shape            *shape // nil where levels or styles cut the chunk
	breakAfter       bool
}

// paragraph is what the units of one paragraph share.
type paragraph struct {
	start, end int
	levels     []uint8 // by byte of the paragraph; nil when all are 0
	base       uint8
}

// paragraphs calls do for each paragraph of a block with its units, until do returns false. The units
// are valid until do returns.
func (e *Engine) paragraphs(b Block, do func(paragraph, []unit) bool) {
	for start := 0; start <= len(b.Text); {
		end := start
		for end < len(b.Text) && b.Text[end] != '\n' {
			end++
		}
		p := paragraph{start: start, end: end}
		if b.Direction == RightToLeft || needsBidi(b.Text[start:end]) {
			p.levels, p.base = byteLevels(b.Text[start:end], b.Direction)
		}
		e.units = e.collect(b, p, e.units[:0])
		if !do(p, e.units) {
			return
		}
		start = end + 1
	}
}

func byteLevels(text string, base Direction) ([]uint8, uint8) {
	byRune, paragraph := levels([]rune(text), base)
	byByte := make([]uint8, len(text))
	n := 0
	for i := 0; i < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[i:])
		for range size {
			byByte[i] = byRune[n]
			i++
		}
	}
	return byByte, paragraph
}

// collect cuts a paragraph into units.
func (e *Engine) collect(b Block, p paragraph, units []unit) []unit {
	s := e.setter(b.Style, b.Language)
	for at := p.start; at < p.end; {
		start := at
		for at < p.end && !isBlank(b.Text[at]) {
			at++
		}
		stop := at
		blank := float32(0)
		for at < p.end && isBlank(b.Text[at]) {
			blank += s.blank(b.Text[at])
			at++
		}
		if start == stop { // blanks at the beginning
			units = append(units, unit{start: start, end: start, next: at, blank: blank})
			continue
		}
		w := s.word(b.Text[start:stop])
		if n := len(units); n > 0 && w.gluesBefore {
			units[n-1].breakAfter = false
		}
		for _, c := range w.chunks {
			u := unit{start: start + c.start, end: start + c.end, next: start + c.end, shape: c.shape, advance: c.shape.advance, breakAfter: true}
			if p.levels != nil || len(b.Runs) > 0 {
				u.shape, u.advance = e.measureCut(b, p, u)
			}
			units = append(units, u)
		}
		last := &units[len(units)-1]
		last.next, last.blank, last.breakAfter = at, blank, !w.gluesAfter
	}
	return units
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

func (s *setter) blank(c byte) float32 {
	switch c {
	case '\t':
		return 4 * s.space
	case '\r':
		return 0
	}
	return s.space
}

// measureCut is the width of a chunk that levels or styles may cut; it returns a nil shape.
func (e *Engine) measureCut(b Block, p paragraph, u unit) (*shape, float32) {
	advance := float32(0)
	e.cut(b, p, u.start, u.end, func(_, _ int, shaped *shape, _ uint8) { advance += shaped.advance })
	return nil, advance
}

// cut calls do for each stretch of one level and one style, in the order of the text.
func (e *Engine) cut(b Block, p paragraph, from, to int, do func(start, end int, shaped *shape, level uint8)) {
	for from < to {
		level := p.level(from)
		style, until := b.styleAt(from)
		end := from + 1
		for end < min(to, until) && p.level(end) == level {
			end++
		}
		for end < to && !utf8.RuneStart(b.Text[end]) {
			end++ // a run that cuts a character
		}
		s := e.setter(style, b.Language)
		do(from, end, s.shape(b.Text[from:end], level%2 == 1), level)
		from = end
	}
}

func (p paragraph) level(at int) uint8 {
	if p.levels == nil {
		return p.base
	}
	return p.levels[at-p.start]
}

// styleAt is the style at a place, and where it ends.
func (b Block) styleAt(at int) (Style, int) {
	until := len(b.Text)
	for _, r := range b.Runs {
		if r.Start <= at && at < r.End {
			return r.Style, r.End
		}
		if r.Start > at {
			return b.Style, r.Start
		}
	}
	return b.Style, until
}
