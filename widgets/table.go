package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/typeset"
)

// TableColumn is one column of a table.
type TableColumn struct {
	Title    string
	Width    float32 // of the column, or the least one where Flex is not 0
	Flex     float32 // share of the room that is left
	Least    float32 // how narrow it may become where there is little room; 0 is Width
	Spare    int     // with too little room columns are left out, those of the highest number first; 0 never
	Align    typeset.Align
	Sortable bool
}

// TableCell is what stands in one place of a table. All of it is optional; it stands in the order of the fields.
type TableCell struct {
	Check  *bool // a box to tick; OnCheck tells of it
	Fold   Fold
	Badge  *Badge
	Text   string
	Aside  string // muted, behind Text on the same line
	Sub    string // a second, muted line
	Spans  []Span
	Bold   []typeset.Run // stretches of Text in other styles; Style's family counts
	Chips  []string
	Bar    *Bar
	Serif  bool
	Strong bool // all of Text bold
	Muted  bool
	Accent bool // in the accent's colour
	Actor  int  // 1.. for the colour of an actor, 0 for none
	Lang   string
}

// Fold is a little triangle before a group.
type Fold uint8

const (
	NoFold Fold = iota
	Folded
	Unfolded
)

// Bar is a short measure, 0 to 1.
type Bar struct {
	Value float32
	Kind  Kind // Plain is drawn in the accent
	Text  string
}

// TableRow is a row of a table; a group spans all columns with its second cell.
type TableRow struct {
	Cells []TableCell
	Group bool
	Muted bool
	ID    int // the caller's
}

// RowTable shows rows of unlike height in any script, as many as there are.
type RowTable struct {
	widget.BaseWidget

	OnSelect   func(row int)                        // by tap or key
	OnActivate func(row int)                        // Enter, or a second tap
	OnSort     func(column int, descending bool)    // a head was tapped
	OnCheck    func(row, column int, on bool)       // a box was ticked
	OnFold     func(row int)                        // the triangle of a group was tapped
	OnMenu     func(row int, at fyne.Position)      // second button or menu key
	OnSpan     func(row, column int, span Span)     // a span was tapped
	OnKey      func(key *fyne.KeyEvent, typed rune) // keys that the table has no use for

	NoHeader bool
	MaxLines int     // of a cell's text; 0 for all
	Multi    bool    // several rows can be selected, with Shift and Ctrl
	TextSize float32 // 0 for the designed one
	Padding  float32 // above and below a row; 0 for the designed one
	Mirrored bool    // the first column stands at the right

	columns    []TableColumn
	rows       []TableRow
	selected   int
	marked     map[int]bool // with Multi
	sorted     int          // column, -1 for none
	descending bool
	focused    bool
	hover      int

	width, scale float32
	grain        float32 // a pixel, in units
	stale        bool
	reveal       bool // the selected row, as soon as there is room
	widths       []float32
	lefts        []float32
	tops         []float64
	offset       float64
	head         float32

	paints  int
	tiles   []*tableTile
	headBar *tile
	ground  *canvas.Rectangle
	handle  *canvas.Rectangle
	focus   *canvas.Rectangle
	objects []fyne.CanvasObject
	grip    float32
	sliding bool
	extend  fyne.KeyModifier
}

// NewTable makes a table without rows.
func NewTable(columns ...TableColumn) *RowTable {
	t := &RowTable{columns: columns, selected: -1, sorted: -1, hover: -1, marked: map[int]bool{}}
	t.ground, t.handle, t.focus = plain(), plain(), plain()
	t.handle.CornerRadius = 3
	t.headBar = newTile(t.paintHead)
	t.ExtendBaseWidget(t)
	return t
}

// SetColumns replaces the columns.
func (t *RowTable) SetColumns(columns ...TableColumn) {
	t.columns = columns
	t.changed()
}

// SetRows replaces the rows. What was selected stays selected by its number.
func (t *RowTable) SetRows(rows []TableRow) {
	t.rows = rows
	t.selected = min(t.selected, len(rows)-1)
	clear(t.marked)
	t.changed()
}

// SetRow replaces one row.
func (t *RowTable) SetRow(i int, row TableRow) {
	if i >= 0 && i < len(t.rows) {
		t.rows[i] = row
		t.changed()
	}
}

// Rows gives what is shown.
func (t *RowTable) Rows() []TableRow { return t.rows }

// SetSorted shows by which column the caller has sorted, -1 for none.
func (t *RowTable) SetSorted(column int, descending bool) {
	t.sorted, t.descending = column, descending
	t.Refresh()
}

// Selected is the row with the accent, -1 for none.
func (t *RowTable) Selected() int { return t.selected }

// SelectedRows are all rows selected, in order.
func (t *RowTable) SelectedRows() []int {
	var out []int
	for i := range t.rows {
		if i == t.selected || t.marked[i] {
			out = append(out, i)
		}
	}
	return out
}

// Select puts the accent on a row and brings it into view; OnSelect is not called.
func (t *RowTable) Select(row int) {
	if row < -1 || row >= len(t.rows) {
		return
	}
	t.selected = row
	clear(t.marked)
	t.Reveal(row)
	t.Refresh()
}

func (t *RowTable) changed() {
	t.stale = true
	t.Refresh()
}
