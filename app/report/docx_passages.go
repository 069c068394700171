package report

import (
	"strconv"
	"strings"
)

// meaning lists the differences that change the meaning.
func (d *docx) meaning(p docxText, x comparison) {
	if len(x.Meaning) == 0 {
		p.paragraph("Caption", "", d.c.Say("found nothing"))
	}
	for _, e := range x.Meaning {
		if !d.step() {
			break
		}
		p.open("Difference", "")
		p.run(e.Badge+" "+e.Name, runLook{bold: true, color: "C23B12"})
		p.run("  "+d.c.Say("row", e.Row)+" · "+d.c.Figure("%.2f", e.Severity)+status(e), runLook{color: "69707A"})
		p.close()
		p.open("", "")
		p.run(e.Reason, runLook{})
		p.close()
		if e.Note != "" {
			p.paragraph("Quote", "", e.Note)
		}
		t := p.table([]int{8, 92})
		for _, v := range e.Readings {
			t.startRow()
			t.cell(0, "", func() { p.run(v.Siglum, runLook{bold: true}) })
			t.cell(1, v.Language, func() { d.reading(p, e, v) })
			t.endRow()
		}
		t.finish()
	}
	if n := len(x.More); n > 0 {
		p.paragraph("Caption", "", d.c.words.sayN("more differences", n, n))
	}
}

func (d *docx) reading(p docxText, e difference, v reading) {
	look := runLook{language: v.Language}
	p.run(flat(v.Before), look)
	marked := look
	marked.fill = fills[e.Dress]
	if v.Missing {
		p.run("∅ "+d.c.Say("no counterpart"), runLook{italic: true, color: "69707A"})
	} else {
		p.run(flat(v.Text), marked)
	}
	p.run(flat(v.After), look)
}

// passages are rows side by side where they fit on the page; versions in the base's language are tracked changes.
func (d *docx) passages(p docxText, x comparison) {
	base := baseOf(d.result, x, d.options.Base)
	if x.Columns[base].Code == "" || !sameLanguage(x, base) {
		base = firstOfMany(x, base)
	}
	widths := []int{6}
	heads := []string{""}
	for _, v := range x.Columns {
		widths = append(widths, 94/len(x.Columns))
		heads = append(heads, strings.Join(nonEmpty(v.Siglum, v.Outlet, v.Language), " · "))
	}
	if x.Stacked {
		widths, heads = []int{8, 92}, []string{"", d.c.Say("column text")}
	}
	t := p.table(widths, heads...)
	for i, line := range x.Rows {
		if !d.step() {
			break
		}
		about := d.about(x, line)
		if x.Stacked {
			for column := range line.Cells {
				t.startRow()
				t.cell(0, "", func() { p.run(d.c.Figure("%d", line.Number)+" "+line.Cells[column].Siglum, runLook{color: "69707A"}) })
				t.cell(1, line.Cells[column].Language, func() { d.version(p, x, i, base, column, about(column)) })
				t.endRow()
			}
			continue
		}
		t.startRow()
		t.cell(0, "", func() { p.run(d.c.Figure("%d", line.Number), runLook{color: "69707A"}) })
		for column := range line.Cells {
			t.cell(column+1, line.Cells[column].Language, func() { d.version(p, x, i, base, column, about(column)) })
		}
		t.endRow()
	}
	t.finish()
}

// sameLanguage reports whether another column has the base's language.
func sameLanguage(x comparison, base int) bool {
	for column, v := range x.Columns {
		if column != base && v.Code == x.Columns[base].Code {
			return true
		}
	}
	return false
}

// firstOfMany is the first column whose language another one has, too; else the base.
func firstOfMany(x comparison, base int) int {
	for column := range x.Columns {
		if sameLanguage(x, column) {
			return column
		}
	}
	return base
}

// about says what comments a cell gets: each difference stands at the version that departs, once.
func (d *docx) about(x comparison, line row) func(column int) []comment {
	return func(column int) []comment {
		var out []comment
		for _, e := range x.All {
			if e.Row != line.Number || !e.Shown || home(e) != column {
				continue
			}
			s := e.Badge + " " + e.Name + " (" + d.c.Figure("%.2f", e.Severity) + "): " + e.Reason
			out = append(out, comment{"Hexapla", s})
			if e.Note != "" {
				out = append(out, comment{e.Coder, e.Note})
			}
		}
		return out
	}
}

// home is the column at which a difference is told.
func home(e difference) int {
	if len(e.departs) > 0 {
		return e.departs[0]
	}
	if len(e.places) > 0 {
		return e.places[0].column
	}
	return 0
}

// version writes a cell: as it stands, or as changes of the base.
func (d *docx) version(p docxText, x comparison, i, base, column int, about []comment) {
	first := len(d.comments)
	for n := range about {
		p.empty("w:commentRangeStart", "w:id", strconv.Itoa(first+n))
	}
	cell := x.Rows[i].Cells[column]
	look := runLook{language: cell.Language}
	switch {
	case cell.Missing && column != base && !x.Rows[i].Cells[base].Missing && x.Columns[column].Code == x.Columns[base].Code, !cell.Missing && column != base && x.Columns[column].Code == x.Columns[base].Code:
		for _, change := range tracked(d.result, x, i, base, column) {
			d.change(p, change, look)
		}
	case cell.Missing:
		p.run(d.c.Say("no counterpart"), runLook{italic: true, color: "69707A"})
	default:
		for _, piece := range cell.Pieces {
			dressed := look
			dressed.fill = fills[piece.Dress]
			p.run(flat(piece.Text), dressed)
		}
	}
	for n, a := range about {
		p.empty("w:commentRangeEnd", "w:id", strconv.Itoa(first+n))
		p.start("w:r")
		p.empty("w:commentReference", "w:id", strconv.Itoa(first+n))
		p.end(1)
		d.comments = append(d.comments, a)
	}
}

func (d *docx) change(p docxText, c change, look runLook) {
	if c.Kind == kept {
		p.run(flat(c.Text), look)
		return
	}
	d.changes++
	element := "w:ins"
	if c.Kind == deleted {
		element, look.deleted = "w:del", true
	}
	p.start(element, "w:id", strconv.Itoa(10000+d.changes), "w:author", "Hexapla", "w:date", stamp(d.options))
	p.run(flat(c.Text), look)
	p.end(1)
}

// fills are the grounds of the kinds.
var fills = map[string]string{"sub": "FFEFC6", "add": "D5F0E8", "del": "FBE0DA", "mov": "E8E0FA"}

// chartResolution is that of pictures in the document: sharp in print, small in mail.
const chartResolution = 192
