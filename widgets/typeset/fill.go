package typeset

import "github.com/go-text/typesetting/segmenter"

// fill breaks units into lines no wider than width, in em, and returns the number of the unit after the
// last one of each line. A unit that is too wide by itself must have been split before.
func fill(units []unit, width float32, ends []int) []int {
	ends = ends[:0]
	first, x := 0, float32(0)
	permitted := -1 // unit after which the line may end
	for i := 0; i < len(units); i++ {
		u := &units[i]
		if width > 0 && x+u.advance > width && i > first {
			end := i
			if permitted >= first {
				end = permitted + 1
			}
			ends = append(ends, end)
			first, x, permitted = end, 0, -1
			for j := first; j < i; j++ {
				x += units[j].advance + units[j].blank
				if units[j].breakAfter {
					permitted = j
				}
			}
			if x+u.advance > width && i > first {
				i-- // what was carried over leaves no room either
				continue
			}
		}
		x += u.advance + u.blank
		if u.breakAfter {
			permitted = i
		}
	}
	return append(ends, len(units))
}

// split replaces units wider than a line by their characters.
func (e *Engine) split(b Block, p paragraph, units []unit, width float32) []unit {
	wide := false
	for _, u := range units {
		wide = wide || u.advance > width
	}
	if width <= 0 || !wide {
		return units
	}
	var out []unit
	for _, u := range units {
		if u.advance <= width {
			out = append(out, u)
			continue
		}
		for _, end := range graphemes(b.Text[u.start:u.end]) {
			c := unit{start: u.start, end: u.start, next: u.start, breakAfter: true}
			if len(out) > 0 {
				if last := out[len(out)-1]; last.next > u.start && last.next < u.end {
					c.start = last.next
				}
			}
			c.end, c.next = u.start+end, u.start+end
			c.shape, c.advance = e.measureCut(b, p, c)
			out = append(out, c)
		}
		last := &out[len(out)-1]
		last.next, last.blank, last.breakAfter = u.next, u.blank, u.breakAfter
	}
	return out
}

// graphemes gives the byte offset after each character as a reader counts them.
func graphemes(text string) []int {
	var seg segmenter.Segmenter
	seg.InitWithString(text)
	starts := make([]int, 0, len(text)+1)
	for i := range text {
		starts = append(starts, i)
	}
	starts = append(starts, len(text))
	var ends []int
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		ends = append(ends, starts[g.Offset+len(g.Text)])
	}
	return ends
}

// Lines is the number of lines that a block takes, found without setting it.
func (e *Engine) Lines(b Block) int {
	lines := 0
	var ends []int
	width := b.lineWidth()
	e.paragraphs(b, func(p paragraph, units []unit) bool {
		ends = fill(e.split(b, p, units, width), width, ends)
		lines += len(ends)
		return b.MaxLines == 0 || lines < b.MaxLines
	})
	if b.MaxLines > 0 {
		lines = min(lines, b.MaxLines)
	}
	return lines
}

// Widest is the width of the widest stretch that no line may break.
func (e *Engine) Widest(b Block) float32 {
	widest := float32(0)
	e.paragraphs(b, func(_ paragraph, units []unit) bool {
		for _, u := range units {
			widest = max(widest, u.advance*b.Size)
		}
		return true
	})
	return widest
}

// Height is the height that Layout would give a block, found without setting it.
func (e *Engine) Height(b Block) float32 {
	return float32(e.Lines(b)) * e.lineHeight(b)
}

func (e *Engine) lineHeight(b Block) float32 {
	if b.LineHeight > 0 {
		return b.LineHeight * b.Size
	}
	s := e.setter(b.Style, b.Language)
	return (s.ascent + s.descent) * b.Size
}

// lineWidth is the width of a line in em; a hair is added so that text set in its own width fits.
func (b Block) lineWidth() float32 {
	if b.Width <= 0 || b.Size <= 0 {
		return 0
	}
	return b.Width/b.Size + 1e-3
}
