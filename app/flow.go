package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// flow sets things beside each other as row does, and goes on below where there is no more room.
func flow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(mirror(&flowLayout{}), objects...)
}

// flowLayout remembers how wide it was last: how high it must be hangs on that.
type flowLayout struct{ width float32 }

const flowGap = 4

// MinSize implements fyne.Layout.
func (f *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return fyne.NewSize(least.Width, f.place(objects, max(f.width, least.Width), nil))
}

// Layout implements fyne.Layout.
func (f *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Resize(size)
		o.Move(at)
	})
}

// place goes through the things with where they lie, and returns how high all are.
func (f *flowLayout) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			x, y = 0, y+high+flowGap
			high = 0
		}
		if put != nil {
			put(o, fyne.NewPos(x, y), size)
		}
		x, high = x+size.Width+flowGap, max(high, size.Height)
	}
	return y + high
}

// above sets a flow above the rest: it takes the height that it needs at its width.
func above(top *fyne.Container, rest fyne.CanvasObject) *fyne.Container {
	return container.New(underLayout{}, top, rest)
}

type underLayout struct{}

const underPad = 4

// MinSize implements fyne.Layout.
func (underLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	top, rest := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(top.Width+2*underPad, rest.Width), top.Height+rest.Height+2*underPad)
}

// Layout implements fyne.Layout.
func (underLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*underPad
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height)) // so that it knows its width
	height := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(width, height))
	o[0].Move(fyne.NewPos(underPad, underPad))
	o[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-height-2*underPad)))
	o[1].Move(fyne.NewPos(0, height+2*underPad))
}
