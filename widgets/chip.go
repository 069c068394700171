package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// chip paints a word on the soft accent, round at both ends.
func (b *brush) chip(l *typeset.Layout, p *Palette, x, y, h float32) {
	b.round(x, y, l.Width+14*h/18, h, h/2, p.SoftAccent, translucent(p.Accent, 0))
	b.text(l, x+7*h/18, y+(h-l.Height)/2, p.Accent)
}

// Chip is a word on a soft ground: an actor with a count, an error type.
type Chip struct {
	widget.BaseWidget
	OnTapped func()

	text     string
	language string
}

// NewChip makes a chip; tapped may be nil.
func NewChip(text string, tapped func()) *Chip {
	c := &Chip{text: text, OnTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// SetText changes the word.
func (c *Chip) SetText(text string) {
	c.text = text
	c.Refresh()
}

func (c *Chip) layout() *typeset.Layout {
	return engine().Layout(typeset.Block{Text: c.text, Language: c.language, Style: typeset.Style{Family: typeset.Sans}, Size: badgeText * textScale(c)})
}

func (c *Chip) MinSize() fyne.Size {
	s := textScale(c)
	return fyne.NewSize(c.layout().Width+14*s, 18*s)
}

func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

func (c *Chip) Cursor() desktop.Cursor {
	if c.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (c *Chip) AccessibilityLabel() string { return c.text }

func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	return newPainted(c, func(b *brush) {
		h := 18 * textScale(c)
		b.chip(c.layout(), paletteOf(c), 0, (b.h-h)/2, h)
	})
}

func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
