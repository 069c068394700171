package widgets

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"

	"hexapla/widgets/typeset"
)

const (
	tablePadX  = 9
	tablePadY  = 5
	tableLine  = 1.35
	tableHead  = 28
	boxSize    = 14
	barLength  = 42
	barHeight  = 6
	foldWidth  = 14
	cellSpace  = 6
	serifSmall = 14
	highestRow = 1600 // a table is no place to read a book in, and no texture may be too high
	sortRoom   = 12   // for the sign of the order
	fitRows    = 500  // rows whose words a column is fitted to
)

// measure brings the geometry up to date.
func (t *RowTable) measure() {
	width, scale, grain := t.Size().Width, textScale(t), grainOf(t)
	if !t.stale && t.width == width && t.scale == scale && t.grain == grain {
		return
	}
	t.stale, t.width, t.scale, t.grain = false, width, scale, grain
	t.paints++
	t.head = snap(tableHead*scale, grain)
	if t.NoHeader {
		t.head = 0
	}
	t.spread()
	t.tops = append(t.tops[:0], 0)
	top := float64(0)
	for i := range t.rows {
		top += float64(t.rowHeight(i))
		t.tops = append(t.tops, top)
	}
	t.offset = clamped(t.offset, t.bodyHeight(), t.total())
	if t.reveal && t.bodyHeight() > 0 {
		t.reveal = false
		t.Reveal(t.selected)
	}
}

func (t *RowTable) spread() {
	t.fit()
	t.lefts = t.lefts[:0]
	fixed, flex := float32(0), float32(0)
	for i, c := range t.columns {
		fixed += t.widths[i]
		flex += c.Flex
	}
	left := max(0, t.width-fixed)
	x := float32(0)
	for i, c := range t.columns {
		if flex > 0 {
			t.widths[i] += left * c.Flex / flex
		}
		t.lefts = append(t.lefts, x)
		x += t.widths[i]
	}
	if t.Mirrored {
		for i := range t.lefts {
			t.lefts[i] = t.width - t.lefts[i] - t.widths[i]
		}
	}
}

// fit finds the widths that columns ask for, and makes them narrower, then leaves out those that can be
// spared, until the rest has room. A column that is left out has no width.
func (t *RowTable) fit() {
	t.widths = t.widths[:0]
	sum, least := float32(0), float32(0)
	var leasts []float32
	for i, c := range t.columns {
		own := t.ownWidth(i)
		narrow := own
		if c.Least > 0 {
			narrow = min(own, max(c.Least*t.scale, t.needed(i)))
		}
		t.widths, leasts = append(t.widths, own), append(leasts, narrow)
		sum, least = sum+own, least+narrow
	}
	for least > t.width {
		i := t.spared()
		if i < 0 {
			break
		}
		sum, least = sum-t.widths[i], least-leasts[i]
		t.widths[i], leasts[i] = 0, 0
	}
	if over := sum - t.width; over > 0 && sum > least {
		part := min(1, over/(sum-least))
		for i := range t.widths {
			t.widths[i] -= part * (t.widths[i] - leasts[i])
		}
	}
}

// spared is the column to leave out next, -1 where all that are left must stay.
func (t *RowTable) spared() int {
	next := -1
	for i, c := range t.columns {
		if t.widths[i] > 0 && c.Spare > 0 && (next < 0 || c.Spare >= t.columns[next].Spare) {
			next = i
		}
	}
	return next
}

// shown tells whether a column has not been left out.
func (t *RowTable) shown(column int) bool { return column < len(t.widths) && t.widths[column] > 0 }

// inCell is the left edge of what stands in a cell, of a width, at a distance from where the cell
// begins.
func (t *RowTable) inCell(column int, from, width float32) float32 {
	if t.Mirrored {
		return t.lefts[column] + t.widths[column] - tablePadX - from - width
	}
	return t.lefts[column] + tablePadX + from
}

// aligned is an alignment that keeps to the table's side where it asks for none.
func (t *RowTable) aligned(a typeset.Align) typeset.Align {
	switch {
	case a != typeset.Start:
		return a
	case t.Mirrored:
		return typeset.Right
	}
	return typeset.Left
}

// ownWidth is the width that a column asks for. One that takes no share of the room grows, up to half as
// much again, until its head and every word of its first rows fit.
func (t *RowTable) ownWidth(column int) float32 {
	c := &t.columns[column]
	asked := c.Width * t.scale
	if c.Flex > 0 {
		return asked
	}
	return min(max(asked, t.needed(column)), max(asked*1.5, asked+24*t.scale))
}

// needed is the width at which the head of a column and every word of its first rows fit.
func (t *RowTable) needed(column int) float32 {
	need := engine().Widest(t.headBlock(column))
	if t.columns[column].Sortable || t.columns[column].Least == 0 {
		need += sortRoom * t.scale
	}
	if t.columns[column].Title == "" {
		need = 0
	}
	for row := range t.rows[:min(len(t.rows), fitRows)] {
		cells := t.rows[row].Cells
		if t.rows[row].Group || column >= len(cells) || cells[column].Text == "" {
			continue
		}
		need = max(need, engine().Widest(typeset.Block{
			Text: cells[column].Text, Style: typeset.Style{Family: typeset.Sans, Bold: cells[column].Strong}, Size: t.textSize(),
		})+t.indent(&cells[column]))
	}
	return need + 2*tablePadX + 1
}

func (t *RowTable) headBlock(column int) typeset.Block {
	return typeset.Block{Text: t.columns[column].Title, Style: typeset.Style{Family: typeset.Sans}, Size: 12 * t.scale}
}

func (t *RowTable) padding() float32 {
	if t.Padding > 0 {
		return t.Padding * t.scale
	}
	return tablePadY * t.scale
}

func (t *RowTable) rowHeight(row int) float32 {
	height := baseText * tableLine * t.scale
	for c := range t.rows[row].Cells {
		if t.shown(c) {
			height = max(height, t.cellHeight(row, c))
		}
	}
	return snap(min(height+2*t.padding()+1+t.grain/2, highestRow), t.grain)
}

func (t *RowTable) cellHeight(row, column int) float32 {
	cell := &t.rows[row].Cells[column]
	height := float32(0)
	if cell.Text != "" {
		height = engine().Height(t.block(row, column))
	}
	if cell.Sub != "" {
		height += engine().Height(t.subBlock(row, column))
	}
	if len(cell.Chips) > 0 {
		height = max(height, 20*t.scale)
	}
	if cell.Badge != nil {
		height = max(height, badgeHeight*t.scale)
	}
	return height
}

// block is the text of a cell as it is to be set.
func (t *RowTable) block(row, column int) typeset.Block {
	cell := &t.rows[row].Cells[column]
	b := typeset.Block{
		Text: cell.Text, Language: cell.Lang, Style: typeset.Style{Family: typeset.Sans, Bold: cell.Strong}, Runs: cell.Bold,
		Size: t.textSize(), LineHeight: tableLine, Align: t.columns[column].Align, MaxLines: t.MaxLines,
		Width: max(8, t.textWidth(row, column)),
	}
	if cell.Aside != "" {
		b.Text += cell.Aside
		b.Runs = append(slices.Clone(cell.Bold), typeset.Run{Start: len(cell.Text), End: len(b.Text), Style: typeset.Style{Family: typeset.Sans}})
	}
	if !cell.Serif {
		b.Align = t.aligned(b.Align) // labels keep to the table's side; only article text keeps to its own
	}
	if cell.Serif {
		b.Style.Family, b.Size, b.LineHeight = typeset.Serif, t.textSize()*serifSmall/baseText, 1.5
	}
	return b
}

func (t *RowTable) subBlock(row, column int) typeset.Block {
	b := t.block(row, column)
	b.Text, b.Runs, b.Style = t.rows[row].Cells[column].Sub, nil, typeset.Style{Family: typeset.Sans}
	b.Size, b.LineHeight = t.textSize(), tableLine
	return b
}

func (t *RowTable) textSize() float32 {
	if t.TextSize > 0 {
		return t.TextSize * t.scale
	}
	return baseText * t.scale
}

func (t *RowTable) textWidth(row, column int) float32 {
	w := t.widths[column]
	if t.rows[row].Group && column > 0 {
		w = t.width - t.lefts[column]
		if t.Mirrored {
			w = t.lefts[column] + t.widths[column]
		}
	}
	return w - 2*tablePadX - t.indent(&t.rows[row].Cells[column])
}

// indent is the room of what stands before the text.
func (t *RowTable) indent(c *TableCell) float32 {
	x := float32(0)
	if c.Check != nil {
		x += (boxSize + cellSpace) * t.scale
	}
	if c.Fold != NoFold {
		x += foldWidth * t.scale
	}
	if c.Badge != nil {
		w, _ := badgeSize(c.Badge.Sign, t.scale)
		x += w + cellSpace*t.scale
	}
	if c.Bar != nil && c.Text != "" {
		x += (barLength + cellSpace) * t.scale
	}
	return x
}

func (t *RowTable) bodyHeight() float64 { return float64(max(0, t.Size().Height-t.head)) }

func (t *RowTable) total() float64 {
	if len(t.tops) == 0 {
		return 0
	}
	return t.tops[len(t.tops)-1]
}

func (t *RowTable) rowAt(y float64) int {
	return max(0, min(len(t.rows)-1, sort.Search(len(t.tops), func(i int) bool { return t.tops[i] > y })-1))
}

// Reveal scrolls as little as it takes to see a row.
func (t *RowTable) Reveal(row int) {
	t.measure()
	if row < 0 || row >= len(t.rows) || t.bodyHeight() <= 0 {
		t.reveal = t.bodyHeight() <= 0
		return
	}
	offset := t.offset
	if bottom := t.tops[row+1]; bottom > offset+t.bodyHeight() {
		offset = bottom - t.bodyHeight()
	}
	t.scroll(min(offset, t.tops[row]))
}

// ScrollTo brings an offset to the upper edge.
func (t *RowTable) ScrollTo(offset float64) {
	t.measure()
	t.scroll(offset)
}

// Viewport tells what is seen.
func (t *RowTable) Viewport() Viewport {
	v := Viewport{Offset: t.offset, Height: t.bodyHeight(), Total: t.total(), First: -1, Last: -1}
	if len(t.rows) > 0 && len(t.tops) > 0 {
		v.First, v.Last = t.rowAt(v.Offset), t.rowAt(v.Offset+v.Height)
	}
	return v
}

func (t *RowTable) scroll(offset float64) {
	before := t.offset
	t.offset = clamped(offset, t.bodyHeight(), t.total())
	if t.offset != before {
		t.arrange()
	}
}

// MinSize shows a few rows.
func (t *RowTable) MinSize() fyne.Size { return fyne.NewSize(160, 90) }
