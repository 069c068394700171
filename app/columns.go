package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/app/session"
)

// tableFields are what a column may hold, as read and as shown.
var tableFields = []struct{ id, name string }{
	{"text", "Text"}, {"title", "Title"}, {"date", "Date"}, {"outlet", "Outlet"}, {"author", "Author"},
	{"language", "Language"}, {"speaker", "Speaker"}, {"url", "Address"}, {"label", "Label"},
}

// askColumns asks what the columns of tables with one heading hold, unless the person said so before.
func (d *Desk) askColumns(tables []session.Table) {
	t := tables[0]
	first, rows := headingOf(t)
	key := strings.Join(first, "\t")
	read := func(columns map[string]string) {
		for _, t := range tables {
			d.session.ImportTable(t, columns, d.imported)
		}
	}
	if columns := d.tables()[key]; columns != nil {
		read(columns)
		return
	}
	form := newColumnForm(t.Heading, first)
	for i, field := range tableFields {
		if at, known := t.Known[field.id]; known {
			form.fields[i].SetSelectedIndex(at + 1)
		}
	}
	ask := dialog.NewCustomConfirm(L("What do the columns hold?"), L("Add"), L("Cancel"),
		border(form.top(t.File), nil, nil, nil, sampleOf(first, rows)), func(ok bool) {
			if !ok {
				return
			}
			columns := form.columns()
			if columns["text"] == "" {
				d.fail(errors.New(L("choose the column that holds the texts")))
				return
			}
			d.rememberTable(key, columns)
			read(columns)
		}, d.window)
	ask.Resize(fyne.NewSize(760, 620))
	ask.Show()
}

// headingOf is the heading of a table and the rows below it; where none is known as one it is the first row.
func headingOf(t session.Table) (first []string, rows [][]string) {
	if t.Heading == nil && len(t.Rows) > 0 {
		return t.Rows[0], t.Rows[1:]
	}
	return t.Heading, t.Rows
}

// byHeading groups tables of which one answer holds for all: those with the same heading.
func byHeading(tables []session.Table) [][]session.Table {
	var out [][]session.Table
	for _, t := range tables {
		at := slices.IndexFunc(out, func(g []session.Table) bool { return t.Heading != nil && slices.Equal(g[0].Heading, t.Heading) })
		if at < 0 {
			out = append(out, []session.Table{t})
			continue
		}
		out[at] = append(out[at], t)
	}
	return out
}

// columnForm is a choice of column for each field.
type columnForm struct {
	names  []string
	headed *widget.Check // nil where the heading is known as one
	fields []*widget.Select
}

func newColumnForm(heading, first []string) *columnForm {
	f := &columnForm{names: first}
	if heading == nil {
		f.headed = widget.NewCheck(L("The first row holds headings"), nil)
		f.headed.SetChecked(true)
	}
	options := []string{"—"}
	for i, name := range first {
		options = append(options, fmt.Sprintf("%d  %s", i+1, clipped(name)))
	}
	for range tableFields {
		s := widget.NewSelect(options, nil)
		s.SetSelectedIndex(0)
		f.fields = append(f.fields, s)
	}
	return f
}

func (f *columnForm) top(file string) fyne.CanvasObject {
	form := widget.NewForm()
	for i, field := range tableFields {
		form.Append(L(field.name), f.fields[i])
	}
	box := container.NewVBox(widget.NewLabel(file), form)
	if f.headed != nil {
		box.Add(f.headed)
	}
	return box
}

// columns is the choice by field. A column is named by its heading, so that its row is known as one,
// and by its number where there are no headings.
func (f *columnForm) columns() map[string]string {
	out := map[string]string{}
	for i, field := range tableFields {
		at := f.fields[i].SelectedIndex() - 1
		if at < 0 {
			continue
		}
		name := strings.TrimSpace(f.names[at])
		alone := slices.IndexFunc(f.names, func(other string) bool { return strings.TrimSpace(other) == name }) == at
		if f.headed != nil && !f.headed.Checked || name == "" || !alone {
			name = strconv.Itoa(at + 1)
		}
		out[field.id] = name
	}
	return out
}

// sampleOf shows the first rows.
func sampleOf(first []string, rows [][]string) fyne.CanvasObject {
	var lines []string
	for _, row := range append([][]string{first}, rows...) {
		var cells []string
		for _, cell := range row {
			cells = append(cells, clipped(cell))
		}
		lines = append(lines, strings.Join(cells, "  |  "))
	}
	return container.NewScroll(widget.NewLabel(strings.Join(lines, "\n")))
}

func clipped(cell string) string {
	const most = 40
	s := strings.Join(strings.Fields(cell), " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return s
}

// tables is what the person said of tables, by their heading.
func (d *Desk) tables() map[string]map[string]string {
	out := map[string]map[string]string{}
	if json.Unmarshal([]byte(d.app.Preferences().String(preferTables)), &out) != nil {
		return map[string]map[string]string{}
	}
	return out
}

// rememberTable keeps what was said; after a hundred headings it begins anew.
func (d *Desk) rememberTable(key string, columns map[string]string) {
	const most = 100
	all := d.tables()
	if len(all) >= most {
		clear(all)
	}
	all[key] = columns
	if data, err := json.Marshal(all); err == nil {
		d.app.Preferences().SetString(preferTables, string(data))
	}
}
