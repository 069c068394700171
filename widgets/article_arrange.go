package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tileKey names what a tile shows: a cell, the gutter (column -1) or a column's head (row -1).
type tileKey struct{ row, column, band int }

const gutterColumn, headRow = -1, -1

// viewTile is a tile of the view. The same image is used for one cell after the other.
type viewTile struct {
	*tile
	key    tileKey
	paints int
	used   bool
}

// pool keeps the images of what is seen. Those of the gutter, of pinned columns and of heads lie above those of cells, because
// cells scroll beneath them; the corner where both meet is a layer of its own.
type pool struct {
	layers  [4][]*viewTile // cells; gutter and pinned cells; heads; corner and pinned heads
	byKey   map[tileKey]*viewTile
	objects []fyne.CanvasObject // nil when a tile was added

	ground, focus    *canvas.Rectangle
	thumb, sideThumb *canvas.Rectangle
}

func (v *ArticleView) layerOf(key tileKey) int {
	switch {
	case key.row == headRow && key.column < v.geometry.pinned:
		return 3
	case key.row == headRow:
		return 2
	case key.column < v.geometry.pinned:
		return 1
	}
	return 0
}

// arrange puts a tile wherever something is seen, and hides the rest.
func (v *ArticleView) arrange() {
	p := &v.pool
	if p.byKey == nil {
		p.byKey = map[tileKey]*viewTile{}
	}
	for _, layer := range p.layers {
		for _, t := range layer {
			t.used = false
		}
	}
	wanted := v.wanted()
	for _, w := range wanted { // first those that stay, so that none of them is taken for another
		if t := p.byKey[w.key]; t != nil {
			t.used = true
		}
	}
	for _, w := range wanted {
		v.put(w)
	}
	for _, layer := range p.layers {
		for _, t := range layer {
			if !t.used {
				t.Hide()
			}
		}
	}
	v.arrangeBars()
	if v.OnScrolled != nil {
		v.OnScrolled(v.Viewport())
	}
}

// placed is a tile with its place in the widget.
type placed struct {
	key        tileKey
	x, y, w, h float32
}

func (v *ArticleView) wanted() []placed {
	g := &v.geometry
	var out []placed
	top, height := v.body()
	gutter := v.gutter()
	if len(v.rows) > 0 && len(g.tops) == len(v.rows)+1 {
		for row := v.rowAt(g.offset); row < len(v.rows) && g.tops[row] < g.offset+float64(height); row++ {
			y := top + snap(float32(g.tops[row]-g.offset), g.grain)
			h := float32(g.tops[row+1] - g.tops[row])
			for band := 0; float32(band)*bandHeight < h; band++ {
				at := y + float32(band)*bandHeight
				part := min(bandHeight, h-float32(band)*bandHeight)
				if at+part <= top || at >= top+height {
					continue
				}
				out = append(out, placed{tileKey{row, gutterColumn, band}, 0, at, gutter, part})
				for c := range v.columns {
					if v.columnSeen(c) {
						out = append(out, placed{tileKey{row, c, band}, v.columnX(c), at, g.widths[c], part})
					}
				}
			}
		}
	}
	out = append(out, placed{tileKey{headRow, gutterColumn, 0}, 0, 0, gutter, g.header})
	for c := range v.columns {
		if v.columnSeen(c) {
			out = append(out, placed{tileKey{headRow, c, 0}, v.columnX(c), 0, g.widths[c], g.header})
		}
	}
	return out
}

func (v *ArticleView) put(w placed) {
	p := &v.pool
	t := p.byKey[w.key]
	if t == nil {
		t = v.recycled(w.key)
	}
	t.used = true
	t.Move(fyne.NewPos(v.fromLeft(w.x, w.w), w.y))
	size := fyne.NewSize(w.w, w.h)
	stale := t.paints != v.paints || t.Size() != size
	t.paints = v.paints
	t.Raster.Resize(size)
	t.Show()
	if stale {
		t.Refresh()
	}
}

// recycled takes a tile that is out of sight, or makes one.
func (v *ArticleView) recycled(key tileKey) *viewTile {
	p := &v.pool
	layer := v.layerOf(key)
	var t *viewTile
	for _, free := range p.layers[layer] {
		if !free.used {
			t = free
			delete(p.byKey, t.key)
			break
		}
	}
	if t == nil {
		t = &viewTile{}
		t.tile = newTile(func(b *brush) { v.paint(b, t.key) })
		p.layers[layer] = append(p.layers[layer], t)
		p.objects = nil
	}
	t.key, t.paints = key, -1
	p.byKey[key] = t
	return t
}

// repaint paints the tiles of some rows anew, such as after the pointer has moved.
func (v *ArticleView) repaint(rows ...int) {
	for key, t := range v.pool.byKey {
		for _, row := range rows {
			if key.row == row && t.used {
				t.Refresh()
			}
		}
	}
}

func (v *ArticleView) arrangeBars() {
	p, g := &v.pool, &v.geometry
	if p.thumb == nil {
		return
	}
	top, height := v.body()
	upright(p.thumb, v.fromLeft(g.width-barWidth, barWidth)+barWidth, top, height, g.offset, v.height())
	room := g.width - v.gutter()
	if x, w, ok := thumb(float64(g.shift), float64(room), float64(g.total)); ok {
		stand(p.sideThumb, v.fromLeft(v.gutter()+x, w), v.Size().Height-barWidth+2, w, barWidth-4)
	} else {
		p.sideThumb.Hide()
	}
}

func (v *ArticleView) CreateRenderer() fyne.WidgetRenderer {
	p := &v.pool
	if p.ground == nil {
		p.ground, p.focus, p.thumb, p.sideThumb = plain(), plain(), plain(), plain()
		p.thumb.CornerRadius, p.sideThumb.CornerRadius = 3, 3
	}
	v.dress()
	return &articleRenderer{v}
}

// plain is a rectangle that is not seen yet.
func plain() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }

// dress gives the colours of the palette.
func (v *ArticleView) dress() {
	palette, p := paletteOf(v), &v.pool
	p.ground.FillColor = palette.Panel
	p.thumb.FillColor, p.sideThumb.FillColor = translucent(palette.Muted, 0x80), translucent(palette.Muted, 0x80)
	p.focus.StrokeWidth = 0
	if v.focused {
		p.focus.StrokeColor, p.focus.StrokeWidth = translucent(palette.Accent, 0xB0), 1.5
	}
}

// articleRenderer holds nothing: the toolkit may drop it at any time.
type articleRenderer struct{ v *ArticleView }

func (r *articleRenderer) Destroy()           {}
func (r *articleRenderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *articleRenderer) Layout(size fyne.Size) {
	v := r.v
	v.measure()
	v.clamp()
	v.pool.ground.Resize(size)
	v.pool.focus.Resize(size)
	v.arrange()
}

func (r *articleRenderer) Refresh() {
	v := r.v
	p := &v.pool
	v.dress()
	v.paints++
	r.Layout(v.Size())
	for _, o := range []fyne.CanvasObject{p.ground, p.focus, p.thumb, p.sideThumb} {
		o.Refresh()
	}
}

func (r *articleRenderer) Objects() []fyne.CanvasObject {
	p := &r.v.pool
	if p.objects == nil {
		p.objects = append(p.objects, p.ground)
		for _, layer := range p.layers {
			for _, t := range layer {
				p.objects = append(p.objects, t.Raster)
			}
		}
		p.objects = append(p.objects, p.thumb, p.sideThumb, p.focus, r.v.tip.tile.Raster)
	}
	return p.objects
}
