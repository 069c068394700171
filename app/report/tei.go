package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"hexapla/analysis"
)

// writeTEI writes the comparison as a TEI document with an apparatus by parallel segmentation: each place of the
// text is words on which the versions agree, or an <app> with a reading per version. Versions of other languages
// have readings of whole segments.
func writeTEI(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	x := newXML(w)
	x.start("TEI", "xmlns", "http://www.tei-c.org/ns/1.0", "xml:lang", o.Language)
	x.newline()
	teiHeader(x, c)
	x.start("text")
	x.start("body")
	x.newline()
	if len(c.Comparisons) == 0 {
		x.element("p", c.Title)
	}
	people := coders(c)
	for _, comparison := range c.Comparisons {
		x.start("div", "xml:id", comparison.ID)
		x.element("head", strings.Join(nonEmpty(comparison.Story, c.Title)[:1], ""))
		x.newline()
		for i, line := range comparison.Rows {
			teiRow(x, r, comparison, i, line, people)
		}
		x.end(1)
		x.newline()
	}
	x.end(3)
	x.newline()
	return x.Flush()
}

// teiHeader names the witnesses and how the apparatus is encoded.
func teiHeader(x *xmlWriter, c *content) {
	x.start("teiHeader")
	x.start("fileDesc")
	x.start("titleStmt")
	x.element("title", c.Title)
	for i, name := range coders(c) {
		x.start("respStmt")
		x.element("resp", c.Say("reviewer"))
		x.element("name", name, "xml:id", coderID(i))
		x.end(1)
	}
	x.end(1)
	x.start("publicationStmt")
	x.element("p", strings.Join(nonEmpty(c.Method.Program, c.Date), ", "))
	x.end(1)
	x.newline()
	x.start("sourceDesc")
	for _, comparison := range c.Comparisons {
		x.start("listWit")
		for column, v := range comparison.Columns {
			x.start("witness", "xml:id", witness(comparison, column), "xml:lang", tag(string(v.Code)), "n", v.Siglum)
			x.text(strings.Join(nonEmpty(v.Siglum, v.Title, v.Outlet, v.Date, v.File), ", "))
			x.end(1)
			x.newline()
		}
		x.end(1)
	}
	if len(c.Comparisons) == 0 {
		x.element("p", c.Title)
	}
	x.end(2)
	x.start("encodingDesc")
	x.empty("variantEncoding", "method", "parallel-segmentation", "location", "internal")
	x.end(2)
	x.newline()
}

// coders are the people whose decisions on differences are told, by name.
func coders(c *content) []string {
	var out []string
	for _, comparison := range c.Comparisons {
		for _, d := range comparison.All {
			if d.Shown && d.Coder != "" && !slices.Contains(out, d.Coder) {
				out = append(out, d.Coder)
			}
		}
	}
	slices.Sort(out)
	return out
}

func coderID(i int) string { return "coder-" + strconv.Itoa(i+1) }

// witness is the identifier of a column.
func witness(c comparison, column int) string {
	return fmt.Sprintf("%s-%d", xmlID(c.ID+"w", c.Columns[column].Siglum), column+1)
}

func teiRow(x *xmlWriter, r *analysis.Result, c comparison, i int, line row, people []string) {
	of := r.Comparisons[c.index]
	x.start("p", "xml:id", line.ID, "n", strconv.Itoa(line.Number))
	covered := make([]bool, len(c.Columns))
	for _, e := range of.Entries {
		if e.Row != i {
			continue
		}
		var columns []int
		var texts []string
		blank := ""
		for _, v := range e.Readings {
			s := r.Versions[of.Versions[v.Version]].Article.Text
			columns = append(columns, v.Version)
			texts = append(texts, v.Of(s))
			covered[v.Version] = true
			if v.End < len(s) && !v.Empty() && (s[v.End] == ' ' || s[v.End] == '\n') {
				blank = " "
			}
		}
		app(x, c, columns, texts, e.Moved)
		x.text(blank)
	}
	var columns []int
	var texts []string
	for column, cell := range line.Cells {
		if !covered[column] {
			columns = append(columns, column)
			texts = append(texts, joined(cell.Pieces))
		}
	}
	if len(columns) > 0 {
		app(x, c, columns, texts, false)
	}
	for _, d := range c.All {
		if d.Row == line.Number && d.Shown {
			resp := ""
			if i := slices.Index(people, d.Coder); i >= 0 {
				resp = "#" + coderID(i)
			}
			x.element("note", note3(d), "type", string(d.Kind), "resp", resp)
		}
	}
	x.end(1)
	x.newline()
}

// app writes readings, those with the same words together. Words on which all versions agree are no variation.
func app(x *xmlWriter, c comparison, columns []int, texts []string, moved bool) {
	if len(columns) == len(c.Columns) && !moved && !slices.ContainsFunc(texts, func(s string) bool { return s != texts[0] }) {
		x.text(texts[0])
		return
	}
	kind := ""
	if moved {
		kind = "transposition"
	}
	x.start("app", "type", kind)
	done := make([]bool, len(columns))
	for i := range columns {
		if done[i] {
			continue
		}
		wit := ""
		for k := i; k < len(columns); k++ {
			if texts[k] == texts[i] {
				done[k] = true
				wit = strings.TrimSpace(wit + " #" + witness(c, columns[k]))
			}
		}
		if texts[i] == "" {
			x.empty("rdg", "wit", wit)
		} else {
			x.element("rdg", texts[i], "wit", wit, "xml:lang", tag(string(c.Columns[columns[i]].Code)))
		}
	}
	x.end(1)
}
