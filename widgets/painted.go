package widgets

import "fyne.io/fyne/v2"

// painted renders a widget as one tile.
type painted struct {
	of   fyne.Widget
	tile *tile
}

func newPainted(of fyne.Widget, paint func(*brush)) *painted {
	return &painted{of: of, tile: newTile(paint)}
}

func (r *painted) Layout(size fyne.Size)        { r.tile.Resize(size) }
func (r *painted) MinSize() fyne.Size           { return r.of.MinSize() }
func (r *painted) Refresh()                     { r.tile.Resize(r.of.Size()); r.tile.Refresh() }
func (r *painted) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.tile.Raster} }
func (r *painted) Destroy()                     {}
