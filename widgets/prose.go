package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// Passage is a paragraph or more in one style.
type Passage struct {
	Text     string
	Language string
	Spans    []Span
	Runs     []typeset.Run // stretches in other styles
	Serif    bool
	Bold     bool
	Muted    bool
	Quote    bool    // on the ground of the selected row, with the accent's bar
	Caps     bool    // a heading in small letters spaced wide, such as APPARATUS
	Size     float32 // 0 for the designed one
	Gap      float32 // room above
	Align    typeset.Align
}

// Prose shows passages in any script, to be read and selected.
type Prose struct {
	widget.BaseWidget
	OnSpan func(passage int, span Span)
	OnCopy func(text string) // nil copies
	NoWrap bool              // lines as long as the paragraphs; the widget is as wide as they are

	passages []Passage
	width    float32 // that the text is set in
	longest  float32
	layouts  []*typeset.Layout
	tops     []float32
	height   float32

	tiles    []*tile // each of a part no higher than a texture may be
	from, to proseCaret
	on       bool
	focused  bool
	hover    *Span
	at       int // span that keys act on, counted through all passages
}

type proseCaret struct{ passage, offset int }

// NewText makes one line or several that do not wrap.
func NewText(passages ...Passage) *Prose {
	p := NewProse(passages...)
	p.NoWrap = true
	return p
}

// NewProse makes a block of passages.
func NewProse(passages ...Passage) *Prose {
	p := &Prose{passages: passages}
	p.ExtendBaseWidget(p)
	return p
}

// SetPassages replaces everything.
func (p *Prose) SetPassages(passages ...Passage) {
	p.passages, p.on, p.layouts, p.hover, p.at = passages, false, nil, nil, 0
	p.Refresh()
}

const (
	quotePad     = 11
	proseDefault = 260 // width that is assumed before there is one
)

func (p *Prose) inset(i int) float32 {
	if p.passages[i].Quote {
		return quotePad
	}
	return 0
}

// set lays out for the width at hand.
func (p *Prose) set() {
	width := p.Size().Width
	if width <= 0 {
		width = proseDefault
	}
	if p.layouts != nil && p.width == width {
		return
	}
	p.width, p.layouts, p.tops, p.height, p.longest = width, []*typeset.Layout{}, nil, 0, 0
	for i := range p.passages {
		l := engine().Layout(p.block(i, width))
		p.height += p.passages[i].Gap * textScale(p)
		p.tops = append(p.tops, p.height)
		p.layouts = append(p.layouts, l)
		p.height += l.Height
		p.longest = max(p.longest, l.Width+2*p.inset(i))
	}
	p.height = float32(int(p.height + 0.99))
}

func (p *Prose) block(i int, width float32) typeset.Block {
	of, s := &p.passages[i], textScale(p)
	b := typeset.Block{
		Text: of.Text, Language: of.Language, Runs: of.Runs, Align: of.Align, Width: width - 2*p.inset(i),
		Style: typeset.Style{Family: typeset.Sans, Bold: of.Bold}, Size: baseText * s, LineHeight: 1.4,
	}
	if p.NoWrap {
		b.Width = 0
	}
	if of.Serif {
		b.Style.Family, b.Size, b.LineHeight = typeset.Serif, ArticleText*s, articleHeight
	}
	if of.Caps {
		b.Style.Bold, b.Size = true, badgeText*s
	}
	if of.Size > 0 {
		b.Size = of.Size * s
	}
	return b
}

// arrange covers the widget with tiles.
func (p *Prose) arrange(size fyne.Size) {
	n := max(1, int(math.Ceil(float64(size.Height/bandHeight))))
	for i := len(p.tiles); i < n; i++ {
		p.tiles = append(p.tiles, newTile(func(b *brush) {
			b.top = float32(i) * bandHeight
			p.paint(b)
		}))
	}
	p.tiles = p.tiles[:n]
	for i, t := range p.tiles {
		top := float32(i) * bandHeight
		t.Move(fyne.NewPos(0, top))
		t.Resize(fyne.NewSize(size.Width, min(bandHeight, size.Height-top)))
	}
}

func (p *Prose) repaint() {
	for _, t := range p.tiles {
		t.Refresh()
	}
}

func (p *Prose) paint(b *brush) {
	p.set()
	of, count := paletteOf(p), 0
	for i, l := range p.layouts {
		passage := &p.passages[i]
		if p.tops[i]+l.Height < b.top || p.tops[i] > b.top+b.h {
			count += len(passage.Spans)
			continue
		}
		ink := of.Ink
		if passage.Muted || passage.Caps {
			ink = of.Muted
		}
		if passage.Quote {
			b.fill(0, p.tops[i], b.w, l.Height, of.Selected)
			b.fill(0, p.tops[i], accentWidth, l.Height, of.Accent)
		}
		marks := spanMarks(of, passage.Spans)
		if start, end, ok := p.selectedIn(i); ok {
			marks = append(marks, typeset.Mark{Start: start, End: end, Ground: of.Marked})
		}
		b.text(l, p.inset(i), p.tops[i], ink, marks...)
		p.frame(b, of, i, &count)
	}
}

// frame draws around the span that keys act on. Count is that of the spans before.
func (p *Prose) frame(b *brush, of *Palette, i int, count *int) {
	for _, s := range p.passages[i].Spans {
		if p.focused && p.OnSpan != nil && *count == p.at {
			for _, r := range p.layouts[i].Rects(s.Start, s.End) {
				b.round(p.inset(i)+r.X-1, p.tops[i]+r.Y, r.W+2, r.H, 3, color.NRGBA{}, of.Accent)
			}
		}
		*count++
	}
}

func (p *Prose) bounds() (first, last proseCaret) {
	first, last = p.from, p.to
	if last.passage < first.passage || last.passage == first.passage && last.offset < first.offset {
		first, last = last, first
	}
	return first, last
}

func (p *Prose) selectedIn(i int) (start, end int, ok bool) {
	first, last := p.bounds()
	if !p.on || i < first.passage || i > last.passage {
		return 0, 0, false
	}
	end = len(p.passages[i].Text)
	if i == first.passage {
		start = first.offset
	}
	if i == last.passage {
		end = min(end, last.offset)
	}
	return start, end, start < end
}

// SelectedIn is the stretch of a passage that the person selected, in bytes of its text.
func (p *Prose) SelectedIn(passage int) (start, end int, ok bool) {
	if passage < 0 || passage >= len(p.passages) {
		return 0, 0, false
	}
	return p.selectedIn(passage)
}

// SelectedText is what the person selected.
func (p *Prose) SelectedText() string {
	out := ""
	for i := range p.passages {
		if start, end, ok := p.selectedIn(i); ok {
			if out != "" {
				out += "\n"
			}
			out += p.passages[i].Text[start:end]
		}
	}
	return out
}

func (p *Prose) AccessibilityLabel() string {
	out := ""
	for _, passage := range p.passages {
		out += passage.Text + "\n"
	}
	return out
}

// Resize sets the text anew; a new height makes the container ask again.
func (p *Prose) Resize(size fyne.Size) {
	before := p.height
	p.BaseWidget.Resize(size)
	p.set()
	if p.height != before {
		p.Refresh()
	}
}

// MinSize is as narrow as a word or two, and as high as the text is at the present width.
func (p *Prose) MinSize() fyne.Size {
	p.set()
	if p.NoWrap {
		return fyne.NewSize(float32(int(p.longest+0.99)), p.height)
	}
	return fyne.NewSize(60, p.height)
}

func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{p} }

type proseRenderer struct{ p *Prose }

func (r *proseRenderer) Destroy()           {}
func (r *proseRenderer) MinSize() fyne.Size { return r.p.MinSize() }

func (r *proseRenderer) Layout(size fyne.Size) { r.p.arrange(size) }

func (r *proseRenderer) Refresh() {
	r.p.layouts = nil
	r.p.set()
	r.p.arrange(r.p.Size())
	r.p.repaint()
}

func (r *proseRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, t := range r.p.tiles {
		out = append(out, t.Raster)
	}
	return out
}

func (p *Prose) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
