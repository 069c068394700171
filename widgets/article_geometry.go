package widgets

import (
	"sort"

	"fyne.io/fyne/v2"

	"hexapla/widgets/typeset"
)

// Measures of the design, in units at text scale 1.
const (
	gutterWidth   = 62
	cellPadX      = 14
	cellPadY      = 8
	rowGapBadges  = 2
	minColumn     = 180
	articleHeight = 1.55
	headerPadY    = 9
	accentWidth   = 3
	barWidth      = 10
	bandHeight    = 1024 // a cell higher than this is painted in several tiles
)

// geometry is where everything stands. It depends on content, width and text size alone.
type geometry struct {
	stale        bool
	width, scale float32
	grain        float32 // a pixel, in units: what is not on it is blurred

	widths  []float32 // of the columns
	lefts   []float32 // of the columns, from the gutter's right side
	total   float32   // of all columns
	pinned  int       // leading columns that stay in place
	header  float32   // height of the column heads
	tops    []float64 // of the rows, from the first; one more than rows
	headers []header

	reveal bool    // the selected row, as soon as there is room
	offset float64 // what is scrolled away, downward
	shift  float32 // and sideways
}

type cellKey struct{ row, column int }

// measure brings the geometry up to date and keeps the first visible row in its place.
func (v *ArticleView) measure() {
	g := &v.geometry
	width, scale, grain := v.Size().Width, textScale(v), grainOf(v)
	if !g.stale && g.width == width && g.scale == scale && g.grain == grain {
		return
	}
	anchor, into := v.anchor()
	if g.width != width || g.scale != scale {
		clear(v.layouts)
		v.paints++
	}
	g.stale, g.width, g.scale, g.grain = false, width, scale, grain
	v.spread()
	v.setHeaders()
	v.stack()
	if anchor >= 0 && anchor < len(v.rows) {
		g.offset = g.tops[anchor] + into*(g.tops[anchor+1]-g.tops[anchor])
	}
	v.clamp()
	if _, height := v.body(); g.reveal && height > 0 {
		g.reveal = false
		v.Reveal(v.selected)
	}
}

// anchor is the row at the upper edge and what part of it is scrolled away.
func (v *ArticleView) anchor() (row int, into float64) {
	g := &v.geometry
	if len(g.tops) < 2 {
		return -1, 0
	}
	row = v.rowAt(g.offset)
	if h := g.tops[row+1] - g.tops[row]; h > 0 {
		into = (g.offset - g.tops[row]) / h
	}
	return row, into
}

func (v *ArticleView) gutter() float32 { return snap(gutterWidth*v.geometry.scale, v.geometry.grain) }

// stack adds up the heights of the rows.
func (v *ArticleView) stack() {
	g := &v.geometry
	g.tops = append(g.tops[:0], 0)
	top := float64(0)
	for i := range v.rows {
		top += float64(v.rowHeight(i))
		g.tops = append(g.tops, top)
	}
}

func (v *ArticleView) rowHeight(row int) float32 {
	g := &v.geometry
	height := v.gutterHeight(row)
	for c := range v.rows[row].Cells {
		if c >= len(v.columns) {
			break
		}
		height = max(height, engine().Height(v.block(row, c)))
	}
	return snap(height+2*cellPadY*g.scale+g.grain/2, g.grain)
}

func (v *ArticleView) gutterHeight(row int) float32 {
	g := &v.geometry
	lines := (len(v.rows[row].Badges) + badgesPerLine(v.rows[row].Badges) - 1) / badgesPerLine(v.rows[row].Badges)
	return (18 + float32(lines)*(badgeHeight+rowGapBadges)) * g.scale
}

// badgesPerLine is one for few badges, as in the design, two for many.
func badgesPerLine(b []Badge) int {
	if len(b) > 3 {
		return 2
	}
	return 1
}

// block is the text of a cell, as it is to be set.
func (v *ArticleView) block(row, column int) typeset.Block {
	g := &v.geometry
	c, cell := &v.columns[column], &v.rows[row].Cells[column]
	size := c.TextSize
	if size == 0 {
		size = v.TextSize
	}
	if size == 0 {
		size = ArticleText
	}
	lineHeight := v.LineHeight
	if lineHeight == 0 {
		lineHeight = articleHeight
	}
	family := typeset.Serif
	if c.Sans {
		family = typeset.Sans
	}
	return typeset.Block{
		Text: cell.Text, Language: c.Language, Direction: c.Direction, Style: typeset.Style{Family: family},
		Size: size * g.scale, LineHeight: lineHeight, Width: g.widths[column] - 2*cellPadX,
	}
}

// layout sets a cell, or finds it set.
func (v *ArticleView) layout(row, column int) *typeset.Layout {
	key := cellKey{row, column}
	l := v.layouts[key]
	if l == nil {
		if len(v.layouts) > 2000 {
			clear(v.layouts)
		}
		l = engine().Layout(v.block(row, column))
		v.layouts[key] = l
	}
	return l
}

// rowAt is the row at a distance from the top of the first.
func (v *ArticleView) rowAt(y float64) int {
	tops := v.geometry.tops
	return max(0, min(len(v.rows)-1, sort.Search(len(tops), func(i int) bool { return tops[i] > y })-1))
}

// body is the part of the widget that rows scroll in.
func (v *ArticleView) body() (top, height float32) {
	top = v.geometry.header
	return top, max(0, v.Size().Height-top)
}

func (v *ArticleView) height() float64 {
	if n := len(v.geometry.tops); n > 0 {
		return v.geometry.tops[n-1]
	}
	return 0
}

func (v *ArticleView) clamp() {
	_, height := v.body()
	g := &v.geometry
	g.offset = clamped(g.offset, float64(height), v.height())
	g.shift = max(0, min(g.shift, g.total-(g.width-v.gutter())))
}

// Viewport tells what is seen.
func (v *ArticleView) Viewport() Viewport {
	_, height := v.body()
	view := Viewport{Offset: v.geometry.offset, Height: float64(height), Total: v.height(), First: -1, Last: -1}
	if len(v.rows) > 0 && len(v.geometry.tops) > 0 {
		view.First, view.Last = v.rowAt(view.Offset), v.rowAt(view.Offset+view.Height)
	}
	return view
}

// ScrollTo brings an offset to the upper edge.
func (v *ArticleView) ScrollTo(offset float64) {
	v.measure()
	v.scroll(offset, v.geometry.shift)
}

// Reveal scrolls as little as it takes to see a row.
func (v *ArticleView) Reveal(row int) {
	v.measure()
	_, height := v.body()
	if row < 0 || row >= len(v.rows) || height <= 0 {
		v.geometry.reveal = height <= 0 // as soon as there is room
		return
	}
	top, bottom := v.geometry.tops[row], v.geometry.tops[row+1]
	offset := v.geometry.offset
	if bottom > offset+float64(height) {
		offset = bottom - float64(height)
	}
	if top < offset {
		offset = top
	}
	v.scroll(offset, v.geometry.shift)
}

// Positions gives the middle of each row as a part of the whole, for a minimap.
func (v *ArticleView) Positions() []float32 {
	v.measure()
	out := make([]float32, len(v.rows))
	total := max(v.height(), 1)
	for i := range out {
		out[i] = float32((v.geometry.tops[i] + v.geometry.tops[i+1]) / 2 / total)
	}
	return out
}

func (v *ArticleView) scroll(offset float64, shift float32) {
	before, beside := v.geometry.offset, v.geometry.shift
	v.geometry.offset, v.geometry.shift = offset, shift
	v.clamp()
	if v.geometry.offset != before || v.geometry.shift != beside {
		v.tip.tile.Hide()
		v.arrange()
	}
}

func (v *ArticleView) MinSize() fyne.Size { return fyne.NewSize(320, 160) }
