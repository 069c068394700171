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
	engine   *typeset.Engine
	mirrored bool // the text runs from right to left, and so do columns
	pages    []scene.Scene
	y        float64
	leads    []lead // what waits for the block that it stands above
	head     func() // draws the head of the table under way
}

// lead is something that must not stand alone at the foot of a page.
type lead struct {
	height float64
	draw   func()
}

func newPager(e *typeset.Engine, mirrored bool) *pager {
	p := &pager{engine: e, mirrored: mirrored}
	p.turn()
	return p
}

// turn begins a new page, with the head of the table that goes on there.
func (p *pager) turn() {
	p.pages = append(p.pages, scene.Scene{Width: pageWide, Height: pageHigh, Ground: color.NRGBA{255, 255, 255, 255}})
	p.y = marginTop
	if p.head != nil && len(p.leads) == 0 {
		p.head()
	}
}

// lead keeps something until the next block is set, and sets both on one page.
func (p *pager) lead(height float64, draw func()) {
	p.leads = append(p.leads, lead{height, draw})
}

// place sets what waits above a block of which so much must stand on the same page.
func (p *pager) place(height float64) {
	leads := p.leads
	for _, l := range leads {
		height += l.height
	}
	if p.room() < height && p.y > marginTop {
		p.turn()
	}
	p.leads = nil
	for _, l := range leads {
		l.draw()
	}
}

// room is what is left of the page.
func (p *pager) room() float64 { return pageHigh - marginFoot - p.y }

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
	keep       bool    // with the block below
	dress      []typeset.Mark
	runs       []typeset.Run
}

// room is how wide the print may be.
func (t print) room() float64 {
	if t.width == 0 {
		return textWide - t.x
	}
	return t.width
}

func (p *pager) block(s string, t print) typeset.Block {
	family := typeset.Serif
	if t.sans {
		family = typeset.Sans
	}
	if t.lineHeight == 0 {
		t.lineHeight = 1.45
	}
	var direction typeset.Direction
	if t.own {
		direction = typeset.LeftToRight
		if p.mirrored {
			direction = typeset.RightToLeft
		}
	}
	return typeset.Block{
		Direction: direction, Text: s, Language: t.language, Style: typeset.Style{Family: family, Bold: t.bold, Italic: t.italic}, Size: t.size,
		Width: float32(t.room()), LineHeight: t.lineHeight, Align: t.align, Runs: t.runs,
	}
}

// text sets a paragraph, over as many pages as it takes.
func (p *pager) text(s string, t print) {
	layout := p.engine.Layout(p.block(s, t))
	set := func() {
		p.skip(t.before)
		p.row([]column{{x: t.x, layout: layout, print: t}})
	}
	if t.keep {
		p.lead(t.before+float64(layout.Height), set)
		return
	}
	set()
}

// column is a cell of a row.
type column struct {
	x      float64
	layout *typeset.Layout
	print  print
}

func (p *pager) item(c column, from, to int) scene.Item {
	x := c.x
	if p.mirrored {
		x = textWide - c.x - c.print.room()
	}
	return scene.Paragraph{
		At: scene.Point{X: marginSide + x, Y: p.y}, Layout: c.layout, From: from, To: to, Ink: c.print.ink, Dress: c.print.dress,
	}
}

// whole is how high a row may be that is not parted.
const whole = 220

// row sets cells side by side. What does not fit on the page goes on with its next line on the next page, a row
// that fits on one page only is not parted.
func (p *pager) row(cells []column) {
	height := 0.0
	for _, c := range cells {
		height = max(height, float64(c.layout.Height))
	}
	if p.place(min(height, whole)); height > p.room() && (height < whole || p.room() < 40) {
		p.turn()
	}
	from := make([]int, len(cells))
	for {
		used, left := 0.0, false
		for i, c := range cells {
			to, h := c.fill(from[i], p.room())
			if to > from[i] {
				p.add(p.item(c, from[i], to))
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
	p.place(s.Height)
	p.add(scene.Move(s.Items, marginSide, p.y)...)
	p.y += s.Height
}
