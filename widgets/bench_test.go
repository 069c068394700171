package widgets

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// book is three columns of about n words each.
func book(n int) ([]Column, []Row) {
	words := strings.Fields("pro lumin grecon ised mentaka erdment ison tion alvert quson rimiet noka the ofian underus grest nogreri kamivelen lumindertion verconsta menteri edisno")
	var rows []Row
	for i := 0; n > 0; i++ {
		size := 8 + i*7%30
		row := Row{Label: fmt.Sprintf("¶%d", i)}
		for c := range 3 {
			var text []string
			for k := range size {
				text = append(text, words[(i*31+k*17+k*k*c)%len(words)]+words[(i+k*5)%len(words)])
			}
			cell := Cell{Text: strings.Join(text, " ") + "."}
			for k := 1 + i%3; k < size; k += 9 {
				at := strings.Index(cell.Text, text[k])
				cell.Spans = append(cell.Spans, Span{Start: at, End: at + len(text[k]), Kind: Substitution + Kind((i+k)%4)})
			}
			row.Cells = append(row.Cells, cell)
		}
		if i%4 == 0 {
			row.Badges = []Badge{{Sign: "◇", Kind: Meaning}, {Sign: "≈", Kind: Substitution}}
		}
		rows = append(rows, row)
		n -= size
	}
	return []Column{{Title: "A", Language: "en"}, {Title: "B", Language: "en"}, {Title: "C", Language: "en"}}, rows
}

// paintNew paints the tiles that the driver would paint in the next frame.
func paintNew(v *ArticleView, painted map[*viewTile]tileKey) {
	for _, t := range v.pool.byKey {
		if t.used && painted[t] != t.key {
			painted[t] = t.key
			size := t.Size()
			sink = t.generate(int(size.Width), int(size.Height))
		}
	}
}

var sink image.Image

func BenchmarkScroll(b *testing.B) {
	for _, words := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(words), func(b *testing.B) {
			v := NewArticleView()
			v.SetContent(book(words))
			inWindow(b, Light, v, 1590, 890)
			painted := map[*viewTile]tileKey{}
			paintNew(v, painted)
			down := float32(-40)
			for b.Loop() {
				if view := v.Viewport(); view.Offset >= view.Total-view.Height || view.Offset <= 0 && down > 0 {
					down = -down
				}
				v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: down}})
				paintNew(v, painted)
			}
		})
	}
}

func BenchmarkFirstLayout100k(b *testing.B) {
	columns, rows := book(100_000)
	v := NewArticleView()
	inWindow(b, Light, v, 1590, 890)
	for b.Loop() {
		v.SetContent(columns, rows)
	}
}

func BenchmarkAnotherWidth100k(b *testing.B) {
	v := NewArticleView()
	v.SetContent(book(100_000))
	inWindow(b, Light, v, 1590, 890)
	width := float32(1590)
	for b.Loop() {
		width = 2990 - width
		v.Resize(fyne.NewSize(width, 890))
	}
}

func BenchmarkTable(b *testing.B) {
	table := NewTable(TableColumn{Title: "A", Width: 100}, TableColumn{Title: "B", Flex: 1})
	_, texts := book(30_000)
	rows := make([]TableRow, len(texts))
	for i, r := range texts {
		rows[i].Cells = []TableCell{{Text: r.Label}, {Text: r.Cells[0].Text, Serif: true}}
	}
	table.SetRows(rows)
	inWindow(b, Light, table, 1200, 800)
	painted := map[*tableTile]int{}
	for b.Loop() {
		if v := table.Viewport(); v.Offset >= v.Total-v.Height {
			table.ScrollTo(0)
		}
		table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -40}})
		for _, t := range table.tiles {
			if t.used && painted[t] != t.row+1 {
				painted[t] = t.row + 1
				sink = t.generate(1200, int(t.Size().Height))
			}
		}
	}
}
