package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// Column is one version beside others.
type Column struct {
	Title, Subtitle string
	Chip            string // a word on a soft ground, such as "Base"
	Language        string // BCP 47; chooses the forms of Han characters and the quotation marks
	Direction       typeset.Direction
	Width           float32 // 0 for an equal share of what is left
	TextSize        float32 // 0 for the view's
	Sans            bool    // article text without serifs
	Pinned          bool    // stays when others scroll sideways; only leading columns can
}

// Row is what stands beside each other. Every row has a cell per column.
type Row struct {
	Label  string // such as ¶2·1
	Badges []Badge
	Cells  []Cell
	Heat   float32 // how much its versions vary, 0 to 1: a strip beside the gutter
	Muted  bool    // set in the muted ink, for a row that is not of the comparison
}

// Cell is the text of one version in one row.
type Cell struct {
	Text    string
	Spans   []Span
	Missing string // said in a dashed box where the text is empty, such as "no counterpart in this version"
}

// Span dresses a stretch of a cell, in bytes. Spans may overlap; a later one lies above.
type Span struct {
	Start, End int
	Kind       Kind
	ID         int  // the caller's; told back on a tap
	Current    bool // framed: the one that the person is looking at
	Strike     bool
}

// Spot is a place in an article view.
type Spot struct {
	Row, Column int // -1 outside of rows, in the gutter
	Offset      int // byte of the cell's text
	Span        *Span
	Badge       *Badge // of the gutter
}

// Part is a stretch of one cell that is selected.
type Part struct {
	Row, Column int
	Start, End  int
	Text        string
}

// ArticleView shows columns of aligned rows under one scroll offset. The zero value of its exported
// fields is useful; a function that is nil is not called.
type ArticleView struct {
	widget.BaseWidget

	Mirrored bool // the gutter and the first column stand at the right

	OnSelectRow func(row int)                        // by tap or key
	OnSpan      func(spot Spot)                      // a span was tapped
	OnBadge     func(row, badge int)                 // a badge of the gutter was tapped
	OnHover     func(spot Spot, at fyne.Position)    // absolute position; Row is -1 when the pointer leaves
	OnMenu      func(spot Spot, at fyne.Position)    // second button or menu key
	OnHeader    func(column int, at fyne.Position)   // second button on a column's head
	OnActivate  func(row int)                        // Enter
	OnCopy      func(parts []Part)                   // Ctrl+C; nil copies the plain text
	OnReorder   func(from, to int)                   // a column's head was dragged over another
	OnResize    func(widths []float32)               // a column's border was dragged
	OnNext      func()                               // n
	OnPrevious  func()                               // p
	OnKey       func(key *fyne.KeyEvent, typed rune) // keys that the view has no use for
	OnScrolled  func(view Viewport)                  // also when content or size change
	OnSelection func(parts []Part)                   // text selected by the mouse

	TextSize       float32 // of articles; 0 for the designed one
	LineHeight     float32 // 0 for the designed one
	MinColumnWidth float32 // 0 for the designed one

	columns  []Column
	rows     []Row
	selected int
	current  int // column that keys act on
	focused  bool
	shift    bool // held down
	hover    Spot

	geometry geometry
	pick     selection
	gesture  gesture
	paints   int // counts content changes; a tile of an older count is repainted
	pool     pool
	layouts  map[cellKey]*typeset.Layout
	tip      *chartTip
}

// NewArticleView makes an empty view.
func NewArticleView() *ArticleView {
	v := &ArticleView{selected: -1, layouts: map[cellKey]*typeset.Layout{}, tip: newChartTip()}
	v.hover.Row = -1
	v.ExtendBaseWidget(v)
	return v
}

// SetContent replaces everything. The row selected and the offset stay where they can.
func (v *ArticleView) SetContent(columns []Column, rows []Row) {
	v.columns, v.rows = slices.Clone(columns), rows // widths change under the hand
	v.selected = min(v.selected, len(rows)-1)
	v.pick = selection{}
	v.changed()
}

// SetRows replaces the rows, such as after a switch that changes spans only.
func (v *ArticleView) SetRows(rows []Row) { v.SetContent(v.columns, rows) }

// SetRow replaces one row.
func (v *ArticleView) SetRow(i int, row Row) {
	if i < 0 || i >= len(v.rows) {
		return
	}
	v.rows[i] = row
	v.changed()
}

// Columns and Rows give what is shown.
func (v *ArticleView) Columns() []Column { return v.columns }
func (v *ArticleView) Rows() []Row       { return v.rows }

// Selected is the row with the accent, -1 for none.
func (v *ArticleView) Selected() int { return v.selected }

// Current is the column that keys act on.
func (v *ArticleView) Current() int { return min(v.current, max(0, len(v.columns)-1)) }

// SetCurrent chooses the column that keys act on, and brings it into view.
func (v *ArticleView) SetCurrent(column int) {
	v.current = max(0, min(column, len(v.columns)-1))
	v.RevealColumn(v.current)
	v.repaint(v.selected)
}

// Word is the word at a spot, such as for a dictionary.
func (v *ArticleView) Word(s Spot) Part {
	if s.Row < 0 || s.Row >= len(v.rows) || s.Column < 0 || s.Column >= len(v.rows[s.Row].Cells) {
		return Part{Row: -1}
	}
	text := v.rows[s.Row].Cells[s.Column].Text
	start, end := engine().WordAt(text, s.Offset)
	return Part{s.Row, s.Column, start, end, text[start:end]}
}

// Select puts the accent on a row and brings it into view; OnSelectRow is not called.
func (v *ArticleView) Select(row int) {
	if row < -1 || row >= len(v.rows) {
		return
	}
	v.selected = row
	v.paints++
	if row >= 0 {
		v.Reveal(row)
	}
	v.Refresh()
}

// ShowTip says something beside an absolute position, until the pointer moves on or the view scrolls;
// "" hides it.
func (v *ArticleView) ShowTip(text string, at fyne.Position) {
	v.tip.show(v, text, at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(v)))
	if v.pool.ground != nil {
		v.pool.ground.Refresh() // what was never seen does not make the toolkit paint a frame
	}
}

// Selection is the text selected by the mouse, in the order of rows, then of columns.
func (v *ArticleView) Selection() []Part { return v.parts() }

// ClearSelection forgets what was selected by the mouse.
func (v *ArticleView) ClearSelection() {
	v.pick = selection{}
	v.paints++
	v.Refresh()
}

// changed measures anew and repaints.
func (v *ArticleView) changed() {
	v.paints++
	clear(v.layouts)
	v.geometry.stale = true
	v.Refresh()
}
