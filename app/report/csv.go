package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"hexapla/analysis"
)

// writeCSV writes one table: that of the options, or the first of Tables with something in it. It begins with a
// byte order mark, without which spreadsheets take UTF-8 for something else.
func writeCSV(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	if o.Table != "" && !slices.Contains(Tables, o.Table) {
		return fmt.Errorf("no table %q; there are %s", o.Table, strings.Join(Tables, ", "))
	}
	var t table
	for _, name := range Tables {
		if o.Table == "" || o.Table == name {
			if t = newTable(name, r, c, o); len(t.Rows) > 0 {
				break
			}
		}
	}
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := make([]string, len(t.Head))
	for i, name := range t.Head {
		head[i] = Cell(name)
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			switch v := cell.(type) {
			case string:
				cells[i] = Cell(v)
			case int:
				cells[i] = strconv.Itoa(v)
			case float64:
				cells[i] = strconv.FormatFloat(v, 'f', -1, 64)
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
