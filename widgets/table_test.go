package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hexapla/widgets/typeset"
)

func statements() []TableRow {
	on, off := true, false
	said, fa := "the resumption of talks fully demonstrates that dialogue is the only correct way out", "مذاکرات با IAEA در سال ۱۴۰۴ ادامه دارد"
	bold := []typeset.Run{{Start: 18, End: 42, Style: typeset.Style{Family: typeset.Serif, Bold: true}}}
	return []TableRow{
		{Group: true, Cells: []TableCell{{Fold: Unfolded}, {Text: "Talks resume", Strong: true, Aside: " · 3 versions · similarity 0.91"}}},
		{Cells: []TableCell{{Check: &on}, {Text: "China", Sub: "Wang Qun", Strong: true, Actor: 1}, {Text: said, Serif: true, Bold: bold, Spans: []Span{spanOf(said, "only", Addition)}}, {Bar: &Bar{Value: 0.8}}, {Text: "confirmed", Badge: &Badge{Sign: "✓", Kind: Addition}}, {Text: "3"}}},
		{Cells: []TableCell{{Check: &off}, {Text: "Iran", Actor: 2}, {Text: fa, Serif: true, Lang: "fa", Spans: []Span{spanOf(fa, "IAEA", Substitution)}}, {Bar: &Bar{Value: 0.3, Kind: Meaning}}, {Text: "auto", Muted: true}, {Text: "12"}}},
		{Cells: []TableCell{{Check: &off}, {Text: "continues", Accent: true}, {Text: "任何企图都不可接受。", Serif: true, Lang: "zh"}, {}, {Chips: []string{"China 9", "Iran 4"}}, {Text: "4"}}},
		{Group: true, Muted: true, Cells: []TableCell{{Fold: Folded}, {Text: "Unmatched"}}},
	}
}

func statementTable() *RowTable {
	t := NewTable(TableColumn{Width: 40}, TableColumn{Title: "Actor", Width: 100, Sortable: true}, TableColumn{Title: "Content", Width: 160, Flex: 1},
		TableColumn{Title: "Confidence", Width: 80}, TableColumn{Title: "Status", Width: 140}, TableColumn{Title: "Versions", Width: 80, Align: typeset.End, Sortable: true})
	t.SetRows(statements())
	return t
}

func TestTableLooks(t *testing.T) {
	looks(t, "table", 820, 240, func() fyne.CanvasObject {
		table := statementTable()
		table.SetSorted(5, true)
		table.Select(2)
		return table
	})
}

func shownTable(t testing.TB) *RowTable {
	table := statementTable()
	inWindow(t, Light, table, 820, 300)
	return table
}

func inRow(t *RowTable, row int, x float32) *fyne.PointEvent {
	return &fyne.PointEvent{Position: fyne.NewPos(x, t.head+float32(t.tops[row]-t.offset)+t.padding()+8)}
}

func TestTableTaps(t *testing.T) {
	table := shownTable(t)
	var log []string
	table.OnSelect = func(row int) { log = append(log, fmt.Sprint("select ", row)) }
	table.OnActivate = func(row int) { log = append(log, fmt.Sprint("activate ", row)) }
	table.OnSort = func(c int, down bool) { log = append(log, fmt.Sprint("sort ", c, down)) }
	table.OnCheck = func(r, c int, on bool) { log = append(log, fmt.Sprint("check ", r, c, on)) }
	table.OnFold = func(r int) { log = append(log, fmt.Sprint("fold ", r)) }
	table.OnMenu = func(r int, _ fyne.Position) { log = append(log, fmt.Sprint("menu ", r)) }
	table.OnSpan = func(r, c int, s Span) { log = append(log, fmt.Sprint("span ", r, c, s.Start)) }
	for _, c := range []struct {
		want string
		act  func()
	}{
		{"[select 3]", func() { table.Tapped(inRow(table, 3, 500)) }},
		{"[activate 3]", func() { table.Tapped(inRow(table, 3, 500)) }},
		{"[check 2 0 true]", func() { table.Tapped(inRow(table, 2, 12)) }},
		{"[fold 0]", func() { table.Tapped(inRow(table, 0, 12)) }},
		{"[sort 1 false]", func() { table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, 10)}) }},
		{"[sort 1 true]", func() { table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, 10)}) }},
		{"[]", func() { table.Tapped(&fyne.PointEvent{Position: fyne.NewPos(300, 10)}) }},
		{"[select 1 menu 1]", func() { table.TappedSecondary(inRow(table, 1, 300)) }},
		{"[span 1 2 64]", func() {
			l := engine().Layout(table.block(1, 2))
			r := l.Caret(table.rows[1].Cells[2].Spans[0].Start + 1)
			at := fyne.NewPos(table.lefts[2]+tablePadX+r.X, table.head+float32(table.tops[1])+table.padding()+r.Y+r.H/2)
			table.Tapped(&fyne.PointEvent{Position: at})
		}},
	} {
		log = nil
		c.act()
		if got := fmt.Sprint(log); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestTableKeys(t *testing.T) {
	table := shownTable(t)
	var rows []int
	table.OnSelect = func(row int) { rows = append(rows, row) }
	press(table, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyEnd, fyne.KeyHome, fyne.KeyUp)
	if fmt.Sprint(rows) != "[0 1 4 0]" {
		t.Errorf("told of rows %v", rows)
	}
	folds, checks := 0, 0
	table.OnFold = func(int) { folds++ }
	table.OnCheck = func(_, _ int, _ bool) { checks++ }
	press(table, fyne.KeyRight)
	table.TypedRune(' ')
	press(table, fyne.KeyDown)
	table.TypedRune(' ')
	if folds != 1 || checks != 1 {
		t.Errorf("%d folds, %d checks", folds, checks)
	}
}

func TestTableSelectsSeveral(t *testing.T) {
	table := shownTable(t)
	table.Multi = true
	with := func(m fyne.KeyModifier, row int) {
		e := inRow(table, row, 500)
		table.MouseDown(&desktop.MouseEvent{PointEvent: *e, Modifier: m})
		table.Tapped(e)
	}
	with(0, 1)
	with(fyne.KeyModifierShift, 3)
	if got := fmt.Sprint(table.SelectedRows()); got != "[1 2 3]" {
		t.Errorf("with Shift %s", got)
	}
	with(0, 0)
	with(fyne.KeyModifierShortcutDefault, 2)
	if got := fmt.Sprint(table.SelectedRows()); got != "[0 2]" {
		t.Errorf("with Ctrl %s", got)
	}
}

func TestTableIsVirtual(t *testing.T) {
	table := NewTable(TableColumn{Title: "A", Flex: 1})
	rows := make([]TableRow, 20000)
	for i := range rows {
		rows[i].Cells = []TableCell{{Text: fmt.Sprint("row ", i)}}
	}
	table.SetRows(rows)
	inWindow(t, Light, table, 300, 400)
	for range 50 {
		table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -1000}})
	}
	if len(table.tiles) > 40 {
		t.Errorf("%d tiles", len(table.tiles))
	}
	table.Select(19999)
	if v := table.Viewport(); v.Last != 19999 {
		t.Errorf("the last row in view is %d", v.Last)
	}
}

func TestTableColumnsFitTheirWords(t *testing.T) {
	table := NewTable(TableColumn{Title: "Confidence", Width: 60}, TableColumn{Width: 40}, TableColumn{Title: "C", Flex: 1, Width: 50})
	table.SetRows([]TableRow{{Cells: []TableCell{{Text: "x"}, {Text: "announces"}, {Text: "announces"}}}})
	inWindow(t, Light, table, 600, 200)
	if head := engine().Widest(table.headBlock(0)); table.widths[0] < head+2*tablePadX {
		t.Errorf("the head takes %v, its column is %v wide", head, table.widths[0])
	}
	if table.widths[1] <= 40 || table.widths[1] > 64 {
		t.Errorf("a column of 40 is %v wide", table.widths[1])
	}
	if sum := table.widths[0] + table.widths[1] + table.widths[2]; sum < 599 || sum > 601 {
		t.Errorf("all columns are %v wide", sum)
	}
}

func TestMirroredTable(t *testing.T) {
	test.NewTempApp(t)
	on := false
	plain := NewTable(TableColumn{Width: 40}, TableColumn{Title: "Title", Width: 100, Flex: 1}, TableColumn{Title: "Date", Width: 80})
	mirrored := NewTable(TableColumn{Width: 40}, TableColumn{Title: "Title", Width: 100, Flex: 1}, TableColumn{Title: "Date", Width: 80})
	mirrored.Mirrored = true
	for _, table := range []*RowTable{plain, mirrored} {
		table.SetRows([]TableRow{{Cells: []TableCell{{Check: &on}, {Text: "Talks resume"}, {Text: "8 Aug 2022"}}}})
		table.Resize(fyne.NewSize(600, 200))
		table.measure()
	}
	for i := range plain.lefts {
		if got, want := mirrored.lefts[i], 600-plain.lefts[i]-plain.widths[i]; got != want {
			t.Errorf("column %d begins at %v, want %v", i, got, want)
		}
	}
	ticked := -1
	mirrored.OnCheck = func(row, column int, _ bool) { ticked = column }
	mirrored.tapRow(0, 0, fyne.NewPos(mirrored.lefts[0]+mirrored.widths[0]-tablePadX-boxSize/2, mirrored.head+10))
	if ticked != 0 {
		t.Errorf("the box at the right ticks column %d", ticked)
	}
}

// In a narrow table columns become narrower, then those that can be spared go; what is left has room.
func TestNarrowTableFits(t *testing.T) {
	table := NewTable(
		TableColumn{Title: "Date", Width: 90, Least: 60}, TableColumn{Title: "Content", Width: 200, Flex: 1},
		TableColumn{Title: "Force", Width: 80, Spare: 1}, TableColumn{Title: "Reports", Width: 80, Spare: 2},
	)
	table.SetRows([]TableRow{{Cells: []TableCell{{Text: "8 Aug"}, {Text: "words"}, {Text: "urges"}, {Text: "3"}}}})
	inWindow(t, Light, table, 600, 200)
	for _, c := range []struct {
		width float32
		shown string
	}{
		{600, "[true true true true]"}, {430, "[true true true true]"}, {400, "[true true true false]"},
		{345, "[true true true false]"}, {330, "[true true false false]"}, {100, "[true true false false]"},
	} {
		table.Resize(fyne.NewSize(c.width, 200))
		table.measure()
		var shown []bool
		sum := float32(0)
		for i := range table.columns {
			shown = append(shown, table.shown(i))
			sum += table.widths[i]
		}
		if got := fmt.Sprint(shown); got != c.shown {
			t.Errorf("at %v columns are shown %s, want %s", c.width, got, c.shown)
		}
		if c.width >= 260 && (sum > c.width+0.5 || table.widths[1] < 199.5) {
			t.Errorf("at %v columns take %v, the content %v", c.width, sum, table.widths[1])
		}
	}
}
