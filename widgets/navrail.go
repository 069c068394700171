package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// NavItem is one screen to go to.
type NavItem struct {
	Icon  string // name of one of the program's icons
	Label string
	Tip   string
}

// NavRail is the column of screens at the left edge.
type NavRail struct {
	widget.BaseWidget
	OnSelect func(item int)

	items    []NavItem
	selected int
	hover    int
	focused  bool
	at       int // with the keyboard

	tile  *tile
	icons []*canvas.Image
}

const (
	railWidth  = 64
	railItem   = 56
	railMargin = 10
	railIcon   = 20
)

// NewNavRail makes a rail with the first item selected.
func NewNavRail(items ...NavItem) *NavRail {
	n := &NavRail{items: items, hover: -1}
	n.tile = newTile(n.paint)
	for range items {
		img := &canvas.Image{FillMode: canvas.ImageFillContain}
		n.icons = append(n.icons, img)
	}
	n.ExtendBaseWidget(n)
	return n
}

// SetItems changes labels and icons, such as in another language; their number stays.
func (n *NavRail) SetItems(items ...NavItem) {
	copy(n.items, items)
	n.Refresh()
}

// Select shows an item as selected; OnSelect is not called.
func (n *NavRail) Select(item int) {
	n.selected, n.at = item, item
	n.Refresh()
}

// Items are what can be gone to.
func (n *NavRail) Items() []NavItem { return n.items }

// Place is the middle of an item.
func (n *NavRail) Place(item int) fyne.Position {
	s := textScale(n)
	return fyne.NewPos(n.Size().Width/2, (railMargin+(float32(item)+0.5)*railItem)*s)
}

// Selected is the item shown.
func (n *NavRail) Selected() int { return n.selected }

func (n *NavRail) itemAt(y float32) int {
	s := textScale(n)
	i := int((y - railMargin*s) / (railItem * s))
	if y < railMargin*s || i >= len(n.items) {
		return -1
	}
	return i
}

func (n *NavRail) paint(b *brush) {
	p, s := paletteOf(n), textScale(n)
	b.all(p.Panel)
	for i, item := range n.items {
		top := railMargin*s + float32(i)*railItem*s
		ink := p.Muted
		switch {
		case i == n.selected:
			b.round(4, top, b.w-8, railItem*s-4, 6, p.SoftAccent, translucent(p.Accent, 0))
			ink = p.Accent
		case i == n.hover:
			b.round(4, top, b.w-8, railItem*s-4, 6, p.Hover, translucent(p.Accent, 0))
		}
		if n.focused && i == n.at {
			b.round(4, top, b.w-8, railItem*s-4, 6, translucent(p.Accent, 0), p.Accent)
		}
		l := engine().Layout(typeset.Block{Text: item.Label, Style: typeset.Style{Family: typeset.Sans}, Size: badgeText * s, Width: b.w - 4, MaxLines: 1, Align: typeset.Center})
		b.text(l, 2, top+32*s, ink)
	}
	b.hairRight(p.Hairline)
}

func (n *NavRail) choose(item int) {
	if item < 0 || item >= len(n.items) {
		return
	}
	changed := item != n.selected
	n.Select(item)
	if changed && n.OnSelect != nil {
		n.OnSelect(item)
	}
}

func (n *NavRail) Tapped(e *fyne.PointEvent)        { n.choose(n.itemAt(e.Position.Y)) }
func (n *NavRail) MouseIn(e *desktop.MouseEvent)    { n.MouseMoved(e) }
func (n *NavRail) MouseMoved(e *desktop.MouseEvent) { n.setHover(n.itemAt(e.Position.Y)) }
func (n *NavRail) MouseOut()                        { n.setHover(-1) }
func (n *NavRail) FocusGained()                     { n.focused = true; n.Refresh() }
func (n *NavRail) FocusLost()                       { n.focused = false; n.Refresh() }
func (n *NavRail) TypedRune(rune)                   {}
func (n *NavRail) Cursor() desktop.Cursor           { return desktop.PointerCursor }

func (n *NavRail) setHover(item int) {
	if item != n.hover {
		n.hover = item
		n.tile.Refresh()
	}
}

// TypedKey moves the focus, Enter and the space bar go.
func (n *NavRail) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		n.at = min(n.at+1, len(n.items)-1)
		n.Refresh()
	case fyne.KeyUp:
		n.at = max(n.at-1, 0)
		n.Refresh()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		n.choose(n.at)
	}
}

func (n *NavRail) AccessibilityLabel() string {
	if n.at < len(n.items) {
		return n.items[n.at].Label
	}
	return ""
}

func (n *NavRail) MinSize() fyne.Size {
	s := textScale(n)
	w := railWidth * s
	for _, item := range n.items {
		label, _, _ := engine().Measure(item.Label, "", typeset.Style{Family: typeset.Sans}, badgeText*s)
		w = max(w, min(label+8, 110*s))
	}
	return fyne.NewSize(w, 2*railMargin*s+float32(len(n.items))*railItem*s)
}

func (n *NavRail) CreateRenderer() fyne.WidgetRenderer {
	n.dress()
	return &railRenderer{n}
}

// dress gives the icons their colours.
func (n *NavRail) dress() {
	p := paletteOf(n)
	for i, icon := range n.icons {
		ink := p.Muted
		if i == n.selected {
			ink = p.Accent
		}
		icon.Resource = tinted(n.items[i].Icon, ink)
	}
}

type railRenderer struct{ n *NavRail }

func (r *railRenderer) Destroy()           {}
func (r *railRenderer) MinSize() fyne.Size { return r.n.MinSize() }

func (r *railRenderer) Layout(size fyne.Size) {
	r.n.tile.Resize(size)
	s := textScale(r.n)
	for i, icon := range r.n.icons {
		icon.Resize(fyne.NewSize(railIcon*s, railIcon*s))
		icon.Move(fyne.NewPos((size.Width-railIcon*s)/2, railMargin*s+float32(i)*railItem*s+8*s))
	}
}

func (r *railRenderer) Refresh() {
	n := r.n
	n.dress()
	for _, icon := range n.icons {
		icon.Refresh()
	}
	r.Layout(n.Size())
	n.tile.Refresh()
}

func (r *railRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.n.tile.Raster}
	for _, icon := range r.n.icons {
		out = append(out, icon)
	}
	return out
}

func (n *NavRail) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
