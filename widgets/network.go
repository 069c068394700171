package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/scene"
)

// Network shows how near actors stand to each other: a line between two is the wider the more they
// agree. The pointer on an actor keeps that one's lines only; a tap on an actor or a line opens it.
type Network struct {
	widget.BaseWidget

	OnActor func(actor int)
	OnPair  func(a, b int)

	net     scene.Agreement
	lit     scene.NetworkHit // under the pointer or the keys
	focused bool
	tile    *tile
	tip     *chartTip
	painter *scene.Painter
}

// NewNetwork makes an empty network.
func NewNetwork() *Network {
	n := &Network{painter: scene.NewPainter(engine()), tip: newChartTip(), lit: scene.NoHit}
	n.tile = newTile(n.paint)
	n.ExtendBaseWidget(n)
	return n
}

// SetAgreement replaces what is shown.
func (n *Network) SetAgreement(a scene.Agreement) {
	n.net, n.lit = a, scene.NoHit
	n.tip.tile.Hide()
	n.Refresh()
}

// Agreement is what is shown.
func (n *Network) Agreement() scene.Agreement { return n.net }

func (n *Network) view() scene.View {
	s := float64(textScale(n))
	return scene.View{
		Width: float64(n.Size().Width), Height: max(1, float64(n.Size().Height)), TextSize: 11 * s, Palette: scenePalette(n), Engine: engine(),
	}
}

func (n *Network) paint(b *brush) {
	n.painter.Paint(b.img, scene.LitNetwork(n.net, n.view(), n.lit), float64(b.scale))
}

// light emphasises an actor or a pair and says what it is.
func (n *Network) light(h scene.NetworkHit, at fyne.Position) {
	if h == n.lit {
		return
	}
	n.lit = h
	n.tile.Refresh()
	n.tip.show(n, n.net.Tip(h), at)
}

func (n *Network) under(at fyne.Position) scene.NetworkHit {
	return n.net.Under(n.view(), scenePoint(at))
}

func (n *Network) MouseIn(e *desktop.MouseEvent)    { n.MouseMoved(e) }
func (n *Network) MouseMoved(e *desktop.MouseEvent) { n.light(n.under(e.Position), e.Position) }
func (n *Network) MouseOut()                        { n.light(scene.NoHit, fyne.Position{}) }

// Cursor says that an actor or a line can be tapped.
func (n *Network) Cursor() desktop.Cursor {
	if n.lit != scene.NoHit {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (n *Network) Tapped(e *fyne.PointEvent) { n.open(n.under(e.Position)) }

func (n *Network) open(h scene.NetworkHit) {
	switch {
	case h.B >= 0 && n.OnPair != nil:
		n.OnPair(h.A, h.B)
	case h.B < 0 && h.A >= 0 && n.OnActor != nil:
		n.OnActor(h.A)
	}
}

func (n *Network) FocusGained()   { n.focused = true }
func (n *Network) FocusLost()     { n.focused = false; n.light(scene.NoHit, fyne.Position{}) }
func (n *Network) TypedRune(rune) {}

// TypedKey walks round the actors.
func (n *Network) TypedKey(e *fyne.KeyEvent) {
	count := len(n.net.Actors)
	if count == 0 {
		return
	}
	at := n.lit.A
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		at++
	case fyne.KeyLeft, fyne.KeyUp:
		at = max(at, 0) - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		n.open(n.lit)
		return
	default:
		return
	}
	at = (at + count) % count
	place := n.net.Place(n.view(), at)
	n.light(scene.NetworkHit{A: at, B: -1}, fyne.NewPos(float32(place.X), float32(place.Y)))
}

// MinSize has room for the names around the circle.
func (n *Network) MinSize() fyne.Size {
	n.ExtendBaseWidget(n)
	s := textScale(n)
	return fyne.NewSize(280*s, 150*s)
}

func (n *Network) AccessibilityLabel() string { return n.net.Title }

func (n *Network) CreateRenderer() fyne.WidgetRenderer {
	return &overlaid{painted{of: n, tile: n.tile}, n.tip}
}
