package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tick is one mark of a minimap; At is 0 at the top and 1 at the bottom.
type Tick struct {
	At   float32
	Kind Kind
}

// Minimap shows where in a long content the marks are, and what part of it is seen.
type Minimap struct {
	widget.BaseWidget
	OnJump func(at float32) // the part of the whole that should be in the middle

	ticks []Tick
	heat  []float32
	view  Viewport

	tile    *tile
	box     *canvas.Rectangle
	focused bool
}

// minimapWidth is that of the design.
const minimapWidth = 20

// NewMinimap makes an empty minimap.
func NewMinimap() *Minimap {
	m := &Minimap{}
	m.tile = newTile(m.paint)
	m.box = plain()
	m.box.StrokeWidth, m.box.CornerRadius = 1, 3
	m.ExtendBaseWidget(m)
	return m
}

// SetTicks replaces the marks; later ones lie above.
func (m *Minimap) SetTicks(ticks []Tick) {
	m.ticks = ticks
	m.Refresh()
}

// SetHeat shows how much varies along the content, 0 to 1 in equal steps; nil for none.
func (m *Minimap) SetHeat(heat []float32) {
	m.heat = heat
	m.Refresh()
}

// SetViewport moves the frame; it repaints nothing.
func (m *Minimap) SetViewport(v Viewport) {
	m.view = v
	m.place()
}

func (m *Minimap) place() {
	if m.view.Total <= 0 {
		m.box.Hide()
		return
	}
	h := float64(m.Size().Height)
	top := m.view.Offset / m.view.Total * h
	size := min(max(8, m.view.Height/m.view.Total*h), h)
	m.box.Resize(fyne.NewSize(m.Size().Width-2, float32(size)))
	m.box.Move(fyne.NewPos(1, float32(min(top, h-size))))
	m.box.Show()
}

func (m *Minimap) paint(b *brush) {
	p := paletteOf(m)
	b.all(p.Background)
	for i, v := range m.heat {
		y, next := b.h*float32(i)/float32(len(m.heat)), b.h*float32(i+1)/float32(len(m.heat))
		b.fill(1, y, b.w-2, next-y, translucent(p.Kinds[Meaning].Ink, uint8(90*clamp01(v))))
	}
	for _, t := range m.ticks {
		inset := float32(4)
		if t.Kind == Found {
			inset = 1 // hits reach further out, so that they are told from differences without colour
		}
		ink := p.Look(t.Kind).Ink
		if t.Kind == Found {
			ink = p.Look(Found).Ground
		}
		y := min(max(0, t.At*b.h-1.5), b.h-3)
		b.fill(inset, y, b.w-2*inset, 2.5, ink)
	}
	if m.focused {
		b.round(0, 0, b.w, b.h, 2, translucent(p.Accent, 0), p.Accent)
	}
}

func (m *Minimap) jump(y float32) {
	if h := m.Size().Height; h > 0 && m.OnJump != nil {
		m.OnJump(clamp01(y / h))
	}
}

func (m *Minimap) Tapped(e *fyne.PointEvent)    { m.jump(e.Position.Y) }
func (m *Minimap) Dragged(e *fyne.DragEvent)    { m.jump(e.Position.Y) }
func (m *Minimap) DragEnd()                     {}
func (m *Minimap) TypedRune(rune)               {}
func (m *Minimap) Scrolled(e *fyne.ScrollEvent) { m.step(-float64(e.Scrolled.DY)) }

func (m *Minimap) FocusGained() { m.focused = true; m.Refresh() }
func (m *Minimap) FocusLost()   { m.focused = false; m.Refresh() }

// TypedKey moves the view by a screen, or from mark to mark.
func (m *Minimap) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyPageDown:
		m.step(m.view.Height)
	case fyne.KeyPageUp:
		m.step(-m.view.Height)
	case fyne.KeyHome:
		m.to(0)
	case fyne.KeyEnd:
		m.to(1)
	case fyne.KeyDown:
		m.toTick(1)
	case fyne.KeyUp:
		m.toTick(-1)
	}
}

func (m *Minimap) to(at float32) {
	if m.OnJump != nil {
		m.OnJump(clamp01(at))
	}
}

func (m *Minimap) step(by float64) {
	if m.view.Total > 0 {
		m.to(float32((m.view.Offset + m.view.Height/2 + by) / m.view.Total))
	}
}

func (m *Minimap) toTick(direction float32) {
	if m.view.Total <= 0 {
		return
	}
	middle := float32((m.view.Offset + m.view.Height/2) / m.view.Total)
	best, found := float32(0), false
	for _, t := range m.ticks {
		if d := (t.At - middle) * direction; d > 1e-3 && (!found || d < (best-middle)*direction) {
			best, found = t.At, true
		}
	}
	if found {
		m.to(best)
	}
}

func (m *Minimap) MinSize() fyne.Size { return fyne.NewSize(minimapWidth, 40) }

func (m *Minimap) CreateRenderer() fyne.WidgetRenderer {
	m.dress()
	return &minimapRenderer{m}
}

// dress gives the colours of the palette.
func (m *Minimap) dress() {
	p := paletteOf(m)
	m.box.FillColor, m.box.StrokeColor = translucent(p.Accent, 0x18), p.Accent
}

type minimapRenderer struct{ m *Minimap }

func (r *minimapRenderer) Destroy()           {}
func (r *minimapRenderer) MinSize() fyne.Size { return r.m.MinSize() }

func (r *minimapRenderer) Layout(size fyne.Size) {
	r.m.tile.Resize(size)
	r.m.place()
}

func (r *minimapRenderer) Refresh() {
	r.m.dress()
	r.Layout(r.m.Size())
	r.m.tile.Refresh()
	r.m.box.Refresh()
}

func (r *minimapRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.tile.Raster, r.m.box}
}
