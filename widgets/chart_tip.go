package widgets

import (
	"fyne.io/fyne/v2"

	"hexapla/widgets/typeset"
)

// chartTip is a few lines beside a point. It is painted, as labels of the toolkit mix up right-to-left text.
type chartTip struct {
	tile   *tile
	layout *typeset.Layout
	of     fyne.Widget
}

const (
	tipWidth = 300
	tipPad   = 8
	tipLines = 6
)

func newChartTip() *chartTip {
	t := &chartTip{}
	t.tile = newTile(t.paint)
	t.tile.Hide()
	return t
}

// show puts the text beside a place of the widget, within it.
func (t *chartTip) show(of fyne.Widget, text string, at fyne.Position) {
	if text == "" {
		t.tile.Hide()
		return
	}
	s := textScale(of)
	t.of = of
	t.layout = engine().Layout(typeset.Block{
		Text: text, Style: typeset.Style{Family: typeset.Sans}, Size: 12 * s, Width: min(tipWidth*s, of.Size().Width/2), LineHeight: 1.4, MaxLines: tipLines,
	})
	size := fyne.NewSize(t.layout.Width+2*tipPad*s, t.layout.Height+2*tipPad*s)
	for i := range t.layout.Lines { // a paragraph from the right stands at the right of its column
		if t.layout.Lines[i].RightToLeft {
			size.Width = min(tipWidth*s, of.Size().Width/2) + 2*tipPad*s
		}
	}
	x, y := at.X+14*s, at.Y-size.Height-10*s
	if x+size.Width > of.Size().Width {
		x = at.X - 14*s - size.Width
	}
	if y < 0 {
		y = at.Y + 14*s
	}
	grain := grainOf(of)
	t.tile.Resize(size)
	t.tile.Move(fyne.NewPos(snap(max(0, x), grain), snap(min(y, max(0, of.Size().Height-size.Height)), grain)))
	t.tile.Show()
	t.tile.Refresh()
}

func (t *chartTip) paint(b *brush) {
	if t.of == nil {
		return
	}
	p, s := paletteOf(t.of), textScale(t.of)
	b.round(0, 0, b.w, b.h, 6, p.Panel, p.Border)
	b.text(t.layout, tipPad*s, tipPad*s, p.Ink)
}
