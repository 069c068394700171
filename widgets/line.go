package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// Line is one line of the interface in any mixture of scripts, in the middle of the height that it
// gets. The toolkit's label would set the words of mixed text in the wrong order.
type Line struct {
	widget.BaseWidget
	Bold, Muted, Small bool
	Cut                bool // ends in an ellipsis where there is no room, and asks for none
	Align              typeset.Align

	text string
}

// linePad is the room at every side, the toolkit's around a label.
const linePad = 6

// NewLine makes a line.
func NewLine(text string) *Line {
	l := &Line{text: text}
	l.ExtendBaseWidget(l)
	return l
}

// SetText changes the words.
func (l *Line) SetText(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// Text is what it says.
func (l *Line) Text() string { return l.text }

// layout sets the words into a width; 0 is as wide as they are.
func (l *Line) layout(width float32) *typeset.Layout {
	size := float32(baseText)
	if l.Small {
		size = badgeText
	}
	b := typeset.Block{Text: l.text, Style: typeset.Style{Family: typeset.Sans, Bold: l.Bold}, Size: size * textScale(l), Align: l.Align}
	if width > 0 {
		b.Width, b.MaxLines = width, 1
	}
	return engine().Layout(b)
}

// Natural is the width of the whole text.
func (l *Line) Natural() float32 { return float32(int(l.layout(0).Width+0.99)) + 2*linePad }

func (l *Line) MinSize() fyne.Size {
	height := l.layout(0).Height + linePad
	if l.Cut {
		return fyne.NewSize(4*linePad, height)
	}
	return fyne.NewSize(l.Natural(), height)
}

func (l *Line) AccessibilityLabel() string { return l.text }

func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	return newPainted(l, func(b *brush) {
		p := paletteOf(l)
		ink := p.Ink
		if l.Muted {
			ink = p.Muted
		}
		set := l.layout(max(1, b.w-2*linePad))
		b.text(set, linePad, (b.h-set.Height)/2, ink)
	})
}
