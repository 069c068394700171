package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// Badge is a sign on a coloured ground, such as № for a number that differs.
type Badge struct {
	Sign string
	Kind Kind
	Tip  string // said in words, for tooltips and assistive technology
	ID   int    // the caller's
}

const (
	badgeHeight = 18
	badgePad    = 6
	badgeText   = 11
	badgeMin    = 22
)

func badgeLayout(sign string, scale float32) *typeset.Layout {
	return engine().Layout(typeset.Block{Text: sign, Style: typeset.Style{Family: typeset.Sans, Bold: true}, Size: badgeText * scale})
}

func badgeSize(sign string, scale float32) (w, h float32) {
	return max(badgeMin*scale, badgeLayout(sign, scale).Width+2*badgePad*scale), badgeHeight * scale
}

// badge paints a badge with its left top corner at (x, y).
func (b *brush) badge(of Badge, p *Palette, x, y, scale float32) (w float32) {
	look := p.Look(of.Kind)
	l := badgeLayout(of.Sign, scale)
	w, h := badgeSize(of.Sign, scale)
	b.round(x, y, w, h, 4*scale, look.Ground, translucent(look.Ink, 0))
	b.text(l, x+(w-l.Width)/2, y+(h-l.Height)/2, look.Ink)
	return w
}

// BadgeView shows a badge, with a count behind the sign where there is one to tell.
type BadgeView struct {
	widget.BaseWidget
	OnTapped func()

	badge Badge
}

// NewBadge makes a badge that can stand in any container.
func NewBadge(b Badge) *BadgeView {
	v := &BadgeView{badge: b}
	v.ExtendBaseWidget(v)
	return v
}

// SetBadge changes what is shown.
func (v *BadgeView) SetBadge(b Badge) {
	v.badge = b
	v.Refresh()
}

func (v *BadgeView) MinSize() fyne.Size {
	return fyne.NewSize(badgeSize(v.badge.Sign, textScale(v)))
}

func (v *BadgeView) Tapped(*fyne.PointEvent) {
	if v.OnTapped != nil {
		v.OnTapped()
	}
}

func (v *BadgeView) AccessibilityLabel() string { return v.badge.Tip }

func (v *BadgeView) CreateRenderer() fyne.WidgetRenderer {
	return newPainted(v, func(b *brush) {
		_, h := badgeSize(v.badge.Sign, textScale(v))
		b.badge(v.badge, paletteOf(v), 0, (b.h-h)/2, textScale(v))
	})
}

func (v *BadgeView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
