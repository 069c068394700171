package app

import (
	"fyne.io/fyne/v2"

	"hexapla/widgets"
)

// headLayout sets out the beginning of the toolbar: the project's name, what belongs to it, and the
// search. The tools of a screen come first: the name and the search make do with what they leave.
type headLayout struct{}

const (
	headGap     = 4
	headTitle   = 190 // at most
	leastTitle  = 60
	headSearch  = 280 // at most
	leastSearch = 70
)

// MinSize implements fyne.Layout.
func (headLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(leastTitle+leastSearch+headGap*float32(len(o)-1), 0)
	for i, one := range o {
		size := one.MinSize()
		if i > 0 && i < len(o)-1 {
			least.Width += size.Width
		}
		least.Height = max(least.Height, size.Height)
	}
	return least
}

// Layout implements fyne.Layout.
func (h headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	free := max(0, size.Width-h.MinSize(o).Width)
	title := min(o[0].(*widgets.Line).Natural(), headTitle, leastTitle+free)
	search := min(headSearch, leastSearch+free-max(0, title-leastTitle))
	x := float32(0)
	for i, one := range o {
		width := one.MinSize().Width
		switch i {
		case 0:
			width = title
		case len(o) - 1:
			width = search
		}
		one.Resize(fyne.NewSize(width, size.Height))
		one.Move(fyne.NewPos(x, 0))
		x += width + headGap
	}
}
