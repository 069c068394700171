package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ground is a plain surface in the colour of the window. The toolkit's rectangle keeps the colour that
// it was made with; this one follows the theme.
type ground struct{ widget.BaseWidget }

func newGround() *ground {
	g := &ground{}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return &groundRenderer{canvas.NewRectangle(theme.Color(theme.ColorNameBackground))}
}

type groundRenderer struct{ surface *canvas.Rectangle }

func (r *groundRenderer) Layout(size fyne.Size)        { r.surface.Resize(size) }
func (r *groundRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.surface} }
func (r *groundRenderer) Destroy()                     {}

func (r *groundRenderer) Refresh() {
	r.surface.FillColor = theme.Color(theme.ColorNameBackground)
	r.surface.Refresh()
}
