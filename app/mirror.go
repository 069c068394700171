package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"hexapla/widgets"
)

// Where the interface is written from right to left, what stands beside each other changes sides. The
// toolkit has no notion of it: its own forms, menus and dialogs keep their labels at the left, and its
// labels order mixed text from the left. So whatever mixes scripts is set by our own widgets, and
// what is ours is laid out by the functions here.

// mirrored lays out as another layout does, seen in a mirror.
type mirrored struct{ of fyne.Layout }

// mirror is the layout as the language reads: itself, or mirrored.
func mirror(l fyne.Layout) fyne.Layout {
	if leftward() {
		return mirrored{l}
	}
	return l
}

// MinSize implements fyne.Layout.
func (m mirrored) MinSize(objects []fyne.CanvasObject) fyne.Size { return m.of.MinSize(objects) }

// Layout implements fyne.Layout.
func (m mirrored) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m.of.Layout(objects, size)
	for _, o := range objects {
		at := o.Position()
		o.Move(fyne.NewPos(size.Width-at.X-o.Size().Width, at.Y))
	}
}

// row sets things beside each other, the first one where reading begins.
func row(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(mirror(layout.NewHBoxLayout()), objects...)
}

// border sets things around a middle; first stands where reading begins, last where it ends.
func border(top, bottom, first, last, middle fyne.CanvasObject) *fyne.Container {
	objects := []fyne.CanvasObject{middle}
	for _, o := range []fyne.CanvasObject{top, bottom, first, last} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return container.New(mirror(layout.NewBorderLayout(top, bottom, first, last)), objects...)
}

// beside parts two things by a bar that can be moved; share is that of the one read first.
func beside(first, second fyne.CanvasObject, share float64) *container.Split {
	if leftward() {
		first, second, share = second, first, 1-share
	}
	split := container.NewHSplit(first, second)
	split.SetOffset(share)
	return split
}

// scrolled is a panel that scrolls, with room beside its words for the bar, which the toolkit draws at
// the right in every language.
func scrolled(content fyne.CanvasObject) *container.Scroll {
	pad := theme.Padding()
	bar := pad
	if leftward() {
		bar += theme.ScrollBarSize()
	}
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(pad, pad, pad, bar), content))
}

// newTable is a table whose first column stands where reading begins.
func newTable(columns ...widgets.TableColumn) *widgets.RowTable {
	t := widgets.NewTable(columns...)
	t.Mirrored = leftward()
	return t
}
