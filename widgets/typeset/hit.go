package typeset

import (
	"math"
	"sort"
	"unicode"
)

// Rect is a rectangle in the layout's units.
type Rect struct{ X, Y, W, H float32 }

// Index gives the byte offset of the caret nearest to a place.
func (l *Layout) Index(x, y float32) int {
	line := l.LineAt(y)
	best, distance := line.Start, math.Inf(1)
	for _, c := range l.clusters(line) {
		start, end := c.left, c.right
		if c.rtl {
			start, end = end, start
		}
		if d := math.Abs(float64(start - x)); d < distance {
			best, distance = c.start, d
		}
		if d := math.Abs(float64(end - x)); d < distance {
			best, distance = c.end, d
		}
	}
	return best
}

// At gives the byte offset of the character under a place, false where there is none.
func (l *Layout) At(x, y float32) (int, bool) {
	if y < 0 || y >= l.Height {
		return 0, false
	}
	for _, c := range l.clusters(l.LineAt(y)) {
		if c.left <= x && x < c.right {
			return c.start, true
		}
	}
	return 0, false
}

// LineAt is the line at a height, the first or the last one beyond them. There always is one.
func (l *Layout) LineAt(y float32) *Line {
	i := sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Top > y }) - 1
	return &l.Lines[min(max(i, 0), len(l.Lines)-1)]
}

// Caret is where a caret before the byte stands; its width is 0.
func (l *Layout) Caret(offset int) Rect {
	line := l.lineOf(offset)
	r := l.band(line)
	r.X = line.Left
	if line.RightToLeft {
		r.X = line.Left + line.Width
	}
	nearest := -1
	for _, c := range l.clusters(line) {
		start, end := c.left, c.right
		if c.rtl {
			start, end = end, start
		}
		switch {
		case c.start <= offset && offset < c.end:
			r.X = start
			return r
		case c.end <= offset && c.end > nearest:
			r.X, nearest = end, c.end
		}
	}
	return r
}

// Rects are the rectangles that cover a stretch of the text, as high as its letters; one for each line
// where the text runs in one direction.
func (l *Layout) Rects(start, end int) []Rect {
	var out []Rect
	if start >= end {
		return nil
	}
	for i := l.lineIndex(start); i < len(l.Lines) && l.Lines[i].Start < end; i++ {
		line := &l.Lines[i]
		open := false
		for _, c := range l.clusters(line) {
			if c.end <= start || c.start >= end || c.left == c.right {
				open = open && c.left == c.right
				continue
			}
			if last := len(out) - 1; open && out[last].X+out[last].W > c.left-0.5 {
				out[last].W = c.right - out[last].X
				continue
			}
			r := l.band(line)
			r.X, r.W = c.left, c.right-c.left
			out, open = append(out, r), true
		}
	}
	return out
}

// band is the part of a line that letters take.
func (l *Layout) band(line *Line) Rect {
	return Rect{Y: line.Baseline - l.ascent, H: l.ascent + l.descent}
}

func (l *Layout) lineOf(offset int) *Line { return &l.Lines[l.lineIndex(offset)] }

// lineIndex is the number of the line that holds a byte.
func (l *Layout) lineIndex(offset int) int {
	return max(0, sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Start > offset })-1)
}

// cluster is what a caret does not enter: its bytes, and where it stands.
type cluster struct {
	start, end  int
	left, right float32
	rtl         bool
}

// clusters are those of a line from left to right.
func (l *Layout) clusters(line *Line) []cluster {
	var out []cluster
	for _, p := range line.pieces {
		left, rtl := line.Left+p.x, p.level%2 == 1
		if p.shape == nil || len(p.shape.glyphs) == 0 {
			out = append(out, cluster{p.start, p.end, left, left + p.width, rtl})
			continue
		}
		if p.start == p.end {
			continue // an ellipsis stands for nothing
		}
		out = p.appendClusters(out, l.Text, left, rtl)
	}
	return out
}

func (p piece) appendClusters(out []cluster, text string, left float32, rtl bool) []cluster {
	unit := p.width / max(p.shape.advance, 1e-6)
	first := len(out)
	for _, g := range p.shape.glyphs {
		at, right := p.start+int(g.cluster), left+g.advance*unit
		if n := len(out); n > first && out[n-1].start == at {
			out[n-1].right = right
		} else {
			out = append(out, cluster{start: at, left: left, right: right, rtl: rtl})
		}
		left = right
	}
	own := out[first:]
	for i := range own { // each ends where the next of the text begins
		switch {
		case rtl && i > 0:
			own[i].end = own[i-1].start
		case !rtl && i+1 < len(own):
			own[i].end = own[i+1].start
		default:
			own[i].end = p.end
		}
	}
	return append(out[:first], spread(own, text)...)
}

// spread gives the letters of a ligature equal parts of it, so that a caret can stand between them. What has
// no width by itself belongs to its neighbour.
func spread(own []cluster, text string) []cluster {
	var out []cluster
	for i := 0; i < len(own); i++ {
		c := own[i]
		for i+1 < len(own) && (c.left == c.right || own[i+1].left == own[i+1].right) {
			i++
			c.start, c.end, c.right = min(c.start, own[i].start), max(c.end, own[i].end), own[i].right
		}
		out = appendLetters(out, c, text)
	}
	return out
}

func appendLetters(out []cluster, c cluster, text string) []cluster {
	var starts []int
	for i, r := range text[c.start:c.end] {
		if i == 0 || unicode.In(r, unicode.Latin, unicode.Arabic, unicode.Hebrew) && !unicode.In(r, unicode.Mn, unicode.Cf) {
			starts = append(starts, c.start+i)
		}
	}
	if len(starts) < 2 {
		return append(out, c)
	}
	width := (c.right - c.left) / float32(len(starts))
	parts := make([]cluster, len(starts))
	for i, start := range starts {
		part := cluster{start: start, end: c.end, left: c.left + width*float32(i), rtl: c.rtl}
		if i+1 < len(starts) {
			part.end = starts[i+1]
		}
		at := i
		if c.rtl {
			at = len(starts) - 1 - i
		}
		part.left = c.left + width*float32(at)
		part.right = part.left + width
		parts[at] = part
	}
	return append(out, parts...)
}
