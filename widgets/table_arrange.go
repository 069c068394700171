package widgets

import (
	"fyne.io/fyne/v2"
)

// tableTile shows one row.
type tableTile struct {
	*tile
	row, paints int
	used        bool
}

// arrange puts a tile under every row that is seen.
func (t *RowTable) arrange() {
	byRow := map[int]*tableTile{}
	first, last := 0, -1
	if len(t.rows) > 0 && len(t.tops) == len(t.rows)+1 && t.bodyHeight() > 0 {
		first, last = t.rowAt(t.offset), t.rowAt(t.offset+t.bodyHeight()-0.5)
	}
	for _, tile := range t.tiles {
		tile.used = tile.row >= first && tile.row <= last
		if tile.used {
			byRow[tile.row] = tile
		}
	}
	for row := first; row <= last; row++ {
		tile := byRow[row]
		if tile == nil {
			tile = t.recycled(row)
		}
		tile.Move(fyne.NewPos(0, t.head+snap(float32(t.tops[row]-t.offset), t.grain)))
		size := fyne.NewSize(t.width, float32(t.tops[row+1]-t.tops[row]))
		stale := tile.paints != t.paints || tile.Size() != size
		tile.paints = t.paints
		tile.Raster.Resize(size)
		tile.Show()
		if stale {
			tile.Refresh()
		}
	}
	for _, tile := range t.tiles {
		if !tile.used {
			tile.Hide()
		}
	}
	upright(t.handle, t.width, t.head, float32(t.bodyHeight()), t.offset, t.total())
}

func (t *RowTable) recycled(row int) *tableTile {
	for _, tile := range t.tiles {
		if !tile.used {
			tile.row, tile.paints, tile.used = row, -1, true
			return tile
		}
	}
	tile := &tableTile{row: row, paints: -1, used: true}
	tile.tile = newTile(func(b *brush) { t.paintRow(b, tile.row) })
	t.tiles = append(t.tiles, tile)
	t.objects = nil
	return tile
}

func (t *RowTable) CreateRenderer() fyne.WidgetRenderer {
	t.dress()
	return &tableRenderer{t}
}

// dress gives the colours of the palette.
func (t *RowTable) dress() {
	p := paletteOf(t)
	t.ground.FillColor = p.Panel
	t.handle.FillColor = translucent(p.Muted, 0x80)
	t.focus.StrokeWidth = 0
	if t.focused {
		t.focus.StrokeColor, t.focus.StrokeWidth = translucent(p.Accent, 0xB0), 1.5
	}
}

// tableRenderer holds nothing: the toolkit may drop it at any time.
type tableRenderer struct{ t *RowTable }

func (r *tableRenderer) Destroy()           {}
func (r *tableRenderer) MinSize() fyne.Size { return r.t.MinSize() }

func (r *tableRenderer) Layout(size fyne.Size) {
	t := r.t
	t.measure()
	t.offset = clamped(t.offset, t.bodyHeight(), t.total())
	t.ground.Resize(size)
	t.focus.Resize(size)
	t.headBar.Resize(fyne.NewSize(size.Width, t.head))
	t.arrange()
}

func (r *tableRenderer) Refresh() {
	t := r.t
	t.dress()
	t.paints++
	r.Layout(t.Size())
	t.headBar.Refresh()
	t.ground.Refresh()
	t.handle.Refresh()
	t.focus.Refresh()
}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	t := r.t
	if t.objects == nil {
		t.objects = append(t.objects, t.ground)
		for _, tile := range t.tiles {
			t.objects = append(t.objects, tile.Raster)
		}
		t.objects = append(t.objects, t.headBar.Raster, t.handle, t.focus)
	}
	return t.objects
}
