package report

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"hexapla/analysis"
)

// longest is how many characters a cell of a spreadsheet holds.
const longest = 32767

// writeXLSX writes a sheet per table. Text is typed as text, so nothing in it is a formula; dates and numbers are
// typed as such.
func writeXLSX(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	book := excelize.NewFile()
	defer book.Close()
	styles, err := newStyles(book)
	if err != nil {
		return err
	}
	if err := summarySheet(book, c, styles); err != nil {
		return err
	}
	for _, name := range Tables {
		if t := newTable(name, r, c, o); len(t.Rows) > 0 {
			if err := sheet(book, t, styles); err != nil {
				return err
			}
		}
	}
	if err := book.SetDocProps(&excelize.DocProperties{Title: c.Title, Creator: "Hexapla", Created: stamp(o), Modified: stamp(o)}); err != nil {
		return err
	}
	return packed(w, book)
}

// stamp is the report's day as a time; the epoch of the format where it has none.
func stamp(o Options) string {
	if t, err := time.Parse(time.DateOnly, o.Now); err == nil {
		return t.Format(time.RFC3339)
	}
	return "1980-01-01T00:00:00Z"
}

type styles struct{ head, date, number, wrap int }

func newStyles(book *excelize.File) (styles, error) {
	var s styles
	for _, x := range []struct {
		to    *int
		style *excelize.Style
	}{
		{&s.head, &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E3EFF9"}}}},
		{&s.date, &excelize.Style{NumFmt: 14}},
		{&s.number, &excelize.Style{NumFmt: 2}},
		{&s.wrap, &excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		var err error
		if *x.to, err = book.NewStyle(x.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// summarySheet is the first sheet: what the report says in sentences.
func summarySheet(book *excelize.File, c *content, s styles) error {
	name := "summary"
	if err := book.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	out, err := book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := out.SetColWidth(1, 1, 110); err != nil {
		return err
	}
	lines := append([]string{c.Title, c.Kicker, c.Date, c.Question}, c.Summary...)
	lines = append(append(lines, ""), c.Method.Paragraphs...)
	for i, line := range append(lines, c.Method.Program) {
		style := s.wrap
		if i == 0 {
			style = s.head
		}
		if err := out.SetRow(at(1, i+1), []any{excelize.Cell{StyleID: style, Value: plainText(line)}}); err != nil {
			return err
		}
	}
	return out.Flush()
}

func sheet(book *excelize.File, t table, s styles) error {
	if _, err := book.NewSheet(t.Name); err != nil {
		return err
	}
	out, err := book.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	for i, name := range t.Head {
		width := 12.0
		switch name {
		case "reason", "content", "note", "reading":
			width = 50
		case "title", "outlet", "name", "statements":
			width = 24
		}
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(t.Head))
	for i, name := range t.Head {
		head[i] = excelize.Cell{StyleID: s.head, Value: plainText(name)}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	for n, row := range t.Rows {
		cells := make([]any, len(row))
		for i, v := range row {
			cells[i] = typed(v, s)
		}
		if err := out.SetRow(at(1, n+2), cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// typed is a cell: ISO days are dates, everything else is what it is.
func typed(v any, s styles) any {
	switch v := v.(type) {
	case string:
		if day, err := time.Parse(time.DateOnly, v); err == nil && day.Year() > 1900 {
			return excelize.Cell{StyleID: s.date, Value: day}
		}
		return plainText(v)
	case float64:
		return excelize.Cell{StyleID: s.number, Value: v}
	}
	return v
}

// plainText is text that a cell can hold: control characters are left out, the rest is cut where a cell ends.
func plainText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if len(s) <= longest || utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest-1]) + "…"
}

func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // the numbers are counted above
	}
	return name
}
