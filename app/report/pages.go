package report

import (
	"image/color"

	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// A4 in units of a scene, with its margins.
const (
	pageHigh   = 1122.5
	pageWide   = 793.7
	marginSide = 68.0
	marginTop  = 72.0
	marginFoot = 80.0
	textWide   = pageWide - 2*marginSide
)

// pager fills pages from the top down.
type pager struct {
	engine *typeset.Engine
	pages  []scene.Scene
	y      float64
}

func newPager(e *typeset.Engine) *pager {
	p := &pager{engine: e}
	p.turn()
	return p
}

// turn begins a new page.
func (p *pager) turn() {
	p.pages = append(p.pages, scene.Scene{Width: pageWide, Height: pageHigh, Ground: color.NRGBA{255, 255, 255, 255}})
	p.y = marginTop
}

// room is what is left of the page.
func (p *pager) room() float64 { return pageHigh - marginFoot - p.y }

// need turns the page unless so much is left of it.
func (p *pager) need(height float64) {
	if p.room() < height && p.y > marginTop {
		p.turn()
	}
}

func (p *pager) skip(height float64) {
	if p.y > marginTop {
		p.y += height
	}
}

func (p *pager) add(items ...scene.Item) {
	s := &p.pages[len(p.pages)-1]
	s.Items = append(s.Items, items...)
}

// print is how a paragraph of the pages looks.
type print struct {
	size       float32
	sans, bold bool
	italic     bool
	ink        color.NRGBA
	language   string
	align      typeset.Align
	lineHeight float32
	before     float64
	x, width   float64 // within the text; a width of 0 is all of it
	own        bool    // in the report's own words: its direction is the report's, whatever word it begins with
	dress      []typeset.Mark
	runs       []typeset.Run
}

func (t print) block(s string) typeset.Block {
	family := typeset.Serif
	if t.sans {
		family = typeset.Sans
	}
	if t.lineHeight == 0 {
		t.lineHeight = 1.45
	}
	width := t.width
	if width == 0 {
		width = textWide - t.x
	}
	var direction typeset.Direction
	if t.own {
		direction = typeset.LeftToRight
	}
	return typeset.Block{
		Direction: direction, Text: s, Language: t.language, Style: typeset.Style{Family: family, Bold: t.bold, Italic: t.italic}, Size: t.size,
		Width: float32(width), LineHeight: t.lineHeight, Align: t.align, Runs: t.runs,
	}
}

// text sets a paragraph, over as many pages as it takes.
func (p *pager) text(s string, t print) {
	p.skip(t.before)
	p.row([]column{{x: t.x, layout: p.engine.Layout(t.block(s)), print: t}})
}

// column is a cell of a row.
type column struct {
	x      float64
	layout *typeset.Layout
	print  print
}

func (c column) item(y float64, from, to int) scene.Item {
	return scene.Paragraph{
		At: scene.Point{X: marginSide + c.x, Y: y}, Layout: c.layout, From: from, To: to, Ink: c.print.ink, Dress: c.print.dress,
	}
}

// row sets cells side by side. What does not fit on the page goes on with its next line on the next page, a row
// that fits on one page only is not parted.
func (p *pager) row(cells []column) {
	height := 0.0
	for _, c := range cells {
		height = max(height, float64(c.layout.Height))
	}
	if height > p.room() && (height < 220 || p.room() < 40) {
		p.turn()
	}
	from := make([]int, len(cells))
	for {
		used, left := 0.0, false
		for i, c := range cells {
			to, h := c.fill(from[i], p.room())
			if to > from[i] {
				p.add(c.item(p.y, from[i], to))
			}
			used, from[i] = max(used, h), to
			left = left || to < len(c.layout.Lines)
		}
		p.y += used
		if !left {
			return
		}
		p.turn()
	}
}

// fill is how many lines fit, one at least where a page is as empty as can be.
func (c column) fill(from int, room float64) (to int, height float64) {
	lines := c.layout.Lines
	for to = from; to < len(lines); to++ {
		h := float64(lines[to].Top + lines[to].Height - lines[from].Top)
		if h > room && (to > from || room < pageHigh-marginTop-marginFoot-1) {
			return to, height
		}
		height = h
	}
	return to, height
}

// rule draws a hairline across the text.
func (p *pager) rule(gap float64) {
	p.y += gap
	p.add(scene.Polyline{
		Points: []scene.Point{{X: marginSide, Y: p.y}, {X: marginSide + textWide, Y: p.y}},
		Stroke: scene.Stroke{Color: scene.Light.Hairline, Width: 0.8},
	})
	p.y += gap
}

// picture sets a scene that is as wide as the text.
func (p *pager) picture(s scene.Scene) {
	p.need(s.Height)
	p.add(scene.Move(s.Items, marginSide, p.y)...)
	p.y += s.Height
}
