package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// tight sets the toolkit's boxes to tick below each other without the wide gaps that it gives them.
func tight(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(tightLayout{}, objects...)
}

type tightLayout struct{}

const tightBy = 9 // what each box is too high by

// MinSize implements fyne.Layout.
func (tightLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height - tightBy
	}
	return size.AddWidthHeight(0, tightBy)
}

// Layout implements fyne.Layout.
func (tightLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height - tightBy
	}
}
