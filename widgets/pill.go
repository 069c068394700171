package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	tooltip "github.com/dweymouth/fyne-tooltip/widget"

	"hexapla/widgets/typeset"
)

// Pill is a button of the design: outlined, or filled with the accent for the one thing to do next.
type Pill struct {
	widget.DisableableWidget
	OnTapped func()

	text, key, icon string
	primary, menu   bool
	on              bool // pressed in, such as one of several choices
	pressed, over   bool
	focused         bool
	compact         bool

	tile  *tile
	image *canvas.Image
	tip   tooltip.ToolTipWidgetExtend
}

const (
	pillHeight = 28
	pillPad    = 11
	caretWidth = 14
)

// NewPill makes an outlined button.
func NewPill(text string, tapped func()) *Pill {
	p := &Pill{text: text, OnTapped: tapped, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	p.tile = newTile(p.paint)
	p.ExtendBaseWidget(p)
	p.tip.ExtendToolTipWidget(p)
	return p
}

// NewPrimaryPill makes a filled button.
func NewPrimaryPill(text string, tapped func()) *Pill {
	p := NewPill(text, tapped)
	p.primary = true
	return p
}

// NewMenuPill makes a button that opens a menu, with a triangle that says so.
func NewMenuPill(text string, tapped func()) *Pill {
	p := NewPill(text, tapped)
	p.menu = true
	return p
}

// NewIconPill makes a button with one of the program's icons and words for assistive technology.
func NewIconPill(icon, words string, tapped func()) *Pill {
	p := NewPill(words, tapped)
	p.icon = icon
	return p.Tip(words)
}

// Tip gives words that show when the pointer rests on the button.
func (p *Pill) Tip(words string) *Pill {
	p.tip.SetToolTip(words)
	return p
}

// Keyed adds the key that does the same, framed behind the text.
func (p *Pill) Keyed(key string) *Pill {
	p.key = key
	return p
}

// Compact takes less room at the sides, for rows of short choices.
func (p *Pill) Compact() *Pill {
	p.compact = true
	return p
}

// SetText changes the text.
func (p *Pill) SetText(text string) {
	if p.text != text {
		p.text = text
		p.Refresh()
	}
}

// SetOn shows a choice as made.
func (p *Pill) SetOn(on bool) {
	if p.on != on {
		p.on = on
		p.Refresh()
	}
}

// SetPrimary fills the button, or outlines it.
func (p *Pill) SetPrimary(on bool) {
	p.primary = on
	p.Refresh()
}

// Text is what stands on the button.
func (p *Pill) Text() string { return p.text }

func (p *Pill) layouts() (text, key *typeset.Layout) {
	s := textScale(p)
	text = engine().Layout(typeset.Block{Text: p.text, Style: typeset.Style{Family: typeset.Sans}, Size: baseText * s})
	if p.key != "" {
		key = engine().Layout(typeset.Block{Text: p.key, Style: typeset.Style{Family: typeset.Sans}, Size: 10 * s})
	}
	return text, key
}

func (p *Pill) MinSize() fyne.Size {
	s := textScale(p)
	if p.icon != "" {
		return fyne.NewSize((pillHeight+4)*s, pillHeight*s)
	}
	text, key := p.layouts()
	w := text.Width + 2*p.pad()*s
	if key != nil {
		w += key.Width + 16*s
	}
	if p.menu {
		w += caretWidth * s
	}
	return fyne.NewSize(float32(int(w+0.99)), pillHeight*s)
}

func (p *Pill) pad() float32 {
	if p.compact {
		return 7
	}
	return pillPad
}

func (p *Pill) colors(of *Palette) (ground, border, ink color.NRGBA) {
	ground, border, ink = of.Panel, of.Border, of.Ink
	filled := p.primary || p.on
	switch {
	case p.Disabled():
		ink = translucent(of.Muted, 0x90)
		if filled {
			ground = of.Background
		}
	case filled:
		ground, border, ink = of.Accent, of.Accent, of.OnAccent
		if p.over || p.pressed {
			ground = mix(of.Accent, of.Ink, 0.15)
		}
	case p.pressed:
		ground = mix(of.Panel, of.Ink, 0.12)
	case p.over:
		ground = of.Hover
	}
	return ground, border, ink
}

func mix(a, b color.NRGBA, part float32) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(float32(x)*(1-part) + float32(y)*part) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 0xFF}
}

func (p *Pill) paint(b *brush) {
	of, s := paletteOf(p), textScale(p)
	ground, border, ink := p.colors(of)
	h := min(b.h, pillHeight*s)
	top := (b.h - h) / 2
	b.round(0, top, b.w, h, 6, ground, border)
	if p.focused {
		b.round(1.5, top+1.5, b.w-3, h-3, 5, translucent(of.Accent, 0), focusInk(of, p.primary || p.on))
	}
	if p.icon != "" {
		return
	}
	text, key := p.layouts()
	room := text.Width
	if key != nil {
		room += key.Width + 16*s
	}
	if p.menu {
		room += caretWidth * s
	}
	x := (b.w - room) / 2
	b.text(text, x, top+(h-text.Height)/2, ink)
	x += text.Width
	if key != nil {
		b.round(x+6*s, top+6*s, key.Width+10*s, h-12*s, 3*s, translucent(ground, 0), ink)
		b.text(key, x+11*s, top+(h-key.Height)/2, ink)
	}
	if p.menu {
		b.triangle(x+caretWidth/2*s+2*s, top+h/2, 3.5*s, ink)
	}
}

func focusInk(of *Palette, filled bool) color.NRGBA {
	if filled {
		return of.OnAccent
	}
	return of.Accent
}

// triangle points down, about a place.
func (b *brush) triangle(x, y, r float32, c color.NRGBA) {
	top, rows := b.px(y-r*0.6), b.px(r*1.2)
	for i := range rows {
		half := r * (1 - float32(i)/float32(max(1, rows)))
		left, right := (x-half)*b.scale, (x+half)*b.scale
		for px := int(left); px <= int(right); px++ {
			b.blend(px, top+i, c, clamp01(min(float32(px)+1-left, right-float32(px))))
		}
	}
}

func (p *Pill) Tapped(*fyne.PointEvent) { p.act() }

func (p *Pill) act() {
	p.tip.MouseOut() // it would stay above what opens
	if p.OnTapped != nil && !p.Disabled() {
		p.OnTapped()
	}
}

// MouseIn lights the button up and, after a while, shows its tip.
func (p *Pill) MouseIn(e *desktop.MouseEvent) {
	p.over = true
	p.Refresh()
	p.tip.MouseIn(e)
}

func (p *Pill) MouseMoved(e *desktop.MouseEvent) { p.tip.MouseMoved(e) }

// MouseOut takes light and tip away.
func (p *Pill) MouseOut() {
	p.over, p.pressed = false, false
	p.Refresh()
	p.tip.MouseOut()
}

func (p *Pill) MouseDown(*desktop.MouseEvent) { p.pressed = true; p.Refresh() }
func (p *Pill) MouseUp(*desktop.MouseEvent)   { p.pressed = false; p.Refresh() }
func (p *Pill) FocusGained()                  { p.focused = true; p.Refresh() }
func (p *Pill) FocusLost()                    { p.focused = false; p.Refresh() }
func (p *Pill) TypedRune(rune)                {}
func (p *Pill) AccessibilityLabel() string    { return p.text }

// TypedKey presses the button by Enter or the space bar.
func (p *Pill) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.act()
	}
}

func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	p.dress()
	return &pillRenderer{p}
}

// dress gives the icon its colour.
func (p *Pill) dress() {
	if p.icon != "" {
		_, _, ink := p.colors(paletteOf(p))
		p.image.Resource = tinted(p.icon, ink)
	}
}

type pillRenderer struct{ p *Pill }

func (r *pillRenderer) Destroy()           {}
func (r *pillRenderer) MinSize() fyne.Size { return r.p.MinSize() }

func (r *pillRenderer) Layout(size fyne.Size) {
	r.p.tile.Resize(size)
	s := textScale(r.p)
	r.p.image.Resize(fyne.NewSize(16*s, 16*s))
	r.p.image.Move(fyne.NewPos((size.Width-16*s)/2, (size.Height-16*s)/2))
}

func (r *pillRenderer) Refresh() {
	r.Layout(r.p.Size())
	r.p.tile.Refresh()
	if r.p.icon != "" {
		r.p.dress()
		r.p.image.Refresh()
	}
}

func (r *pillRenderer) Objects() []fyne.CanvasObject {
	if r.p.icon == "" {
		return []fyne.CanvasObject{r.p.tile.Raster}
	}
	return []fyne.CanvasObject{r.p.tile.Raster, r.p.image}
}

func (p *Pill) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
