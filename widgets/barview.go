package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// BarView shows a measure with its figure, such as a severity.
type BarView struct {
	widget.BaseWidget
	bar Bar
}

// NewBar makes a bar that can stand in any container.
func NewBar(b Bar) *BarView {
	v := &BarView{bar: b}
	v.ExtendBaseWidget(v)
	return v
}

// SetBar changes what is shown.
func (v *BarView) SetBar(b Bar) {
	v.bar = b
	v.Refresh()
}

func (v *BarView) layout() *typeset.Layout {
	return engine().Layout(typeset.Block{Text: v.bar.Text, Style: typeset.Style{Family: typeset.Sans}, Size: baseText * textScale(v)})
}

func (v *BarView) MinSize() fyne.Size {
	s, l := textScale(v), v.layout()
	w := barLength * s
	if v.bar.Text != "" {
		w += cellSpace*s + l.Width
	}
	return fyne.NewSize(w, l.Height)
}

func (v *BarView) AccessibilityLabel() string { return v.bar.Text }

func (v *BarView) CreateRenderer() fyne.WidgetRenderer {
	return newPainted(v, func(b *brush) {
		s, p, l := textScale(v), paletteOf(v), v.layout()
		b.bar(v.bar, p, 0, (b.h-barHeight*s)/2, barLength*s, barHeight*s)
		b.text(l, (barLength+cellSpace)*s, (b.h-l.Height)/2, p.Ink)
	})
}

func (v *BarView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
