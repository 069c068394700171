package report

import (
	"fmt"
	"io"
	"strings"

	"hexapla/analysis"
)

// writeTMX writes the alignment as a translation memory, TMX 1.4: a unit per row, with its score, what was pinned,
// and a note for each difference that changes the meaning.
func writeTMX(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	x := newXML(w)
	x.WriteString("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n")
	x.start("tmx", "version", "1.4")
	x.newline()
	x.empty("header", "creationtool", "Hexapla", "creationtoolversion", strings.TrimPrefix(c.Method.Program, "Hexapla "), "segtype", "sentence",
		"o-tmf", "Hexapla", "adminlang", "en", "srclang", "*all*", "datatype", "plaintext", "creationdate", tmxDate(o.Now))
	x.newline()
	x.start("body")
	x.newline()
	for _, comparison := range c.Comparisons {
		for i, line := range comparison.Rows {
			unit(x, r, comparison, i, line)
		}
	}
	x.end(2)
	x.newline()
	return x.Flush()
}

// unit is a row; one version without the row has no variant.
func unit(x *xmlWriter, r *analysis.Result, c comparison, i int, line row) {
	of := r.Comparisons[c.index]
	x.start("tu", "tuid", line.ID)
	x.newline()
	for _, d := range c.All {
		if d.Row == line.Number && d.Shown {
			x.element("note", note3(d))
			x.newline()
		}
	}
	x.element("prop", fmt.Sprintf("%.3f", of.Rows[i].Score), "type", "x-score")
	x.element("prop", string(of.Rows[i].Origin), "type", "x-origin")
	x.element("prop", c.Story, "type", "x-story")
	x.newline()
	for column, cell := range line.Cells {
		if cell.Missing {
			continue
		}
		v := r.Versions[of.Versions[column]]
		x.start("tuv", "xml:lang", tag(string(v.Language)))
		x.element("prop", cell.Siglum, "type", "x-siglum")
		x.element("prop", v.Article.File, "type", "x-file")
		x.element("seg", joined(cell.Pieces))
		x.end(1)
		x.newline()
	}
	x.end(1)
	x.newline()
}

// note3 is a difference in three parts: kind, readings, reason.
func note3(d difference) string {
	s := d.Name + " — " + readings(d) + " — " + d.Reason
	if d.Note != "" {
		s += " — " + d.Note
	}
	return s
}

// tmxDate is a day in the short form of ISO 8601.
func tmxDate(iso string) string {
	if len(iso) != len("2022-08-08") {
		return ""
	}
	return strings.ReplaceAll(iso, "-", "") + "T000000Z"
}

// tag is a language's tag, "und" where it is not known.
func tag(language string) string {
	if language == "" {
		return "und"
	}
	return language
}
