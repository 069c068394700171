package widgets

import (
	"fyne.io/fyne/v2"

	"hexapla/widgets/typeset"
)

// header is a column's head, set.
type header struct{ title, subtitle, chip *typeset.Layout }

// spread gives each column its width.
func (v *ArticleView) spread() {
	g := &v.geometry
	least := v.MinColumnWidth
	if least == 0 {
		least = minColumn
	}
	room := g.width - v.gutter()
	fixed, free := float32(0), 0
	for _, c := range v.columns {
		if c.Width > 0 {
			fixed += max(c.Width, 80)
		} else {
			free++
		}
	}
	share := least
	if free > 0 {
		share = max(least, (room-fixed)/float32(free))
	}
	g.widths, g.lefts, g.total = g.widths[:0], g.lefts[:0], 0
	for _, c := range v.columns {
		w := share
		if c.Width > 0 {
			w = max(c.Width, 80)
		}
		w = snap(w-g.grain/2+0.001, g.grain) // downward, lest the sum be a pixel too wide
		g.lefts = append(g.lefts, g.total)
		g.widths = append(g.widths, w)
		g.total += w
	}
	if last := len(g.widths) - 1; last >= 0 && g.total < room {
		g.widths[last] += snap(room-g.total, g.grain)
		g.total = g.lefts[last] + g.widths[last]
	}
	v.pin(room)
}

// pin counts the leading columns that stay in place; they may take half of the room.
func (v *ArticleView) pin(room float32) {
	g := &v.geometry
	before := g.pinned
	g.pinned = 0
	for i, c := range v.columns {
		if !c.Pinned || g.lefts[i]+g.widths[i] > room/2 {
			break
		}
		g.pinned = i + 1
	}
	if g.pinned != before {
		v.pool.layers, v.pool.byKey, v.pool.objects = [4][]*viewTile{}, nil, nil
	}
}

func (v *ArticleView) setHeaders() {
	g := &v.geometry
	g.headers, g.header = g.headers[:0], 0
	bold := typeset.Style{Family: typeset.Sans, Bold: true}
	for i, c := range v.columns {
		room := g.widths[i] - 2*cellPadX
		h := header{}
		taken := float32(0)
		if c.Chip != "" {
			h.chip = engine().Layout(typeset.Block{Text: c.Chip, Style: bold, Size: badgeText * g.scale})
			taken = h.chip.Width + 20*g.scale
		}
		h.title = engine().Layout(typeset.Block{Text: c.Title, Language: c.Language, Style: bold, Size: baseText * g.scale, Width: max(40, room-taken), MaxLines: 2, LineHeight: 1.4, Direction: c.Direction})
		h.subtitle = engine().Layout(typeset.Block{Text: c.Subtitle, Language: c.Language, Style: typeset.Style{Family: typeset.Sans}, Size: baseText * g.scale, Width: max(40, room), MaxLines: 2, LineHeight: 1.4, Direction: c.Direction})
		g.headers = append(g.headers, h)
		height := h.title.Height + 2*headerPadY*g.scale
		if c.Subtitle != "" {
			height += h.subtitle.Height
		}
		g.header = max(g.header, snap(height, g.grain))
	}
}

// pinnedWidth is the room of the columns that stay in place.
func (v *ArticleView) pinnedWidth() float32 {
	if n := v.geometry.pinned; n > 0 {
		return v.geometry.lefts[n-1] + v.geometry.widths[n-1]
	}
	return 0
}

// columnX is where a column begins in the widget.
func (v *ArticleView) columnX(column int) float32 {
	g := &v.geometry
	x := v.gutter() + g.lefts[column]
	if column >= g.pinned {
		x -= snap(g.shift, g.grain)
	}
	return x
}

// fromLeft is where something stands, counted from the left: columns are counted from the side of the
// gutter, which is the right one in a mirror.
func (v *ArticleView) fromLeft(x, width float32) float32 {
	if v.Mirrored {
		return v.geometry.width - x - width
	}
	return x
}

// fromGutter is a place of the widget counted from the side of the gutter.
func (v *ArticleView) fromGutter(at fyne.Position) fyne.Position {
	return fyne.NewPos(v.fromLeft(at.X, 0), at.Y)
}

// columnSeen tells whether any of a column is seen.
func (v *ArticleView) columnSeen(column int) bool {
	g := &v.geometry
	x := v.columnX(column)
	return x < g.width && (column < g.pinned || x+g.widths[column] > v.gutter()+v.pinnedWidth())
}

// columnAt is the column under a place of the widget, -1 where there is none.
func (v *ArticleView) columnAt(x float32) int {
	x -= v.gutter()
	if x >= v.pinnedWidth() {
		x += snap(v.geometry.shift, v.geometry.grain)
	}
	for i, left := range v.geometry.lefts {
		if x >= left && x < left+v.geometry.widths[i] {
			return i
		}
	}
	return -1
}

// RevealColumn scrolls sideways until a column is seen.
func (v *ArticleView) RevealColumn(column int) {
	v.measure()
	g := &v.geometry
	if column < 0 || column >= len(g.lefts) {
		return
	}
	shift, room := g.shift, g.width-v.gutter()
	if column < g.pinned {
		return
	}
	if right := g.lefts[column] + g.widths[column]; right > shift+room {
		shift = right - room
	}
	v.scroll(g.offset, min(shift, g.lefts[column]-v.pinnedWidth()))
}
