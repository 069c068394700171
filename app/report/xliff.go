package report

import (
	"io"
	"strconv"
	"strings"

	"hexapla/analysis"
)

// writeXLIFF writes the alignment as XLIFF 2.0, which knows one source and one target: each version other than the
// base is a file of its own, with the base (or the original) as its source. Differences are notes of their unit. All files of a document share their two
// languages: versions in a third are left out, and a note names them.
func writeXLIFF(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	x := newXML(w)
	source, target := "und", ""
	var pairs []pair
	for _, comparison := range c.Comparisons {
		pairs = append(pairs, pairsOf(r, comparison, o.Base)...)
	}
	if len(pairs) > 0 {
		source, target = pairs[0].languages()
	}
	x.start("xliff", "xmlns", "urn:oasis:names:tc:xliff:document:2.0", "version", "2.0", "srcLang", source, "trgLang", target)
	x.newline()
	var fit []pair
	var left []string
	for _, p := range pairs {
		if s, t := p.languages(); s == source && t == target {
			fit = append(fit, p)
		} else {
			left = append(left, p.c.Columns[p.column].Siglum)
		}
	}
	for i, p := range fit {
		p.write(x, i+1, left)
		left = nil
	}
	if len(fit) == 0 { // a document without a file is not valid
		x.start("file", "id", "f1")
		x.start("unit", "id", "u1")
		x.start("segment")
		x.element("source", c.Title)
		x.end(3)
	}
	x.end(1)
	x.newline()
	return x.Flush()
}

// pair is one version against the base.
type pair struct {
	result       *analysis.Result
	c            comparison
	base, column int
}

func pairsOf(r *analysis.Result, c comparison, base int) []pair {
	base = baseOf(r, c, base)
	var out []pair
	for column := range c.Columns {
		if column != base {
			out = append(out, pair{r, c, base, column})
		}
	}
	return out
}

// baseOf is the column that the options name; the original where they name none.
func baseOf(r *analysis.Result, c comparison, base int) int {
	if base > 0 && base < len(c.Columns) {
		return base
	}
	for column, v := range r.Comparisons[c.index].Versions {
		if r.Versions[v].Article.Meta.Role.Value == "original" {
			return column
		}
	}
	return 0
}

func (p pair) languages() (source, target string) {
	return tag(string(p.c.Columns[p.base].Code)), tag(string(p.c.Columns[p.column].Code))
}

// write writes the pair as the n-th file; left names versions for which the document has no room.
func (p pair) write(x *xmlWriter, n int, left []string) {
	x.start("file", "id", "f"+strconv.Itoa(n), "original", p.c.Columns[p.column].File)
	if len(left) > 0 {
		x.start("notes")
		x.element("note", "Left out, being in other languages than the first pair: "+strings.Join(left, ", "), "category", "scope")
		x.end(1)
	}
	x.newline()
	for _, line := range p.c.Rows {
		source, target := line.Cells[p.base], line.Cells[p.column]
		if source.Missing && target.Missing {
			continue
		}
		x.start("unit", "id", line.ID)
		notes := p.notes(line)
		if len(notes) > 0 {
			x.start("notes")
			for _, d := range notes {
				x.element("note", note3(d), "category", string(d.Kind), "priority", strconv.Itoa(priority(d.Severity)))
			}
			x.end(1)
		}
		x.start("segment")
		x.element("source", joined(source.Pieces), "xml:space", "preserve")
		if !target.Missing {
			x.element("target", joined(target.Pieces), "xml:space", "preserve")
		}
		x.end(2)
		x.newline()
	}
	x.end(1)
	x.newline()
}

// notes are the differences of the row in which the version takes part.
func (p pair) notes(line row) []difference {
	var out []difference
	for _, d := range p.c.All {
		if d.Row != line.Number || !d.Shown {
			continue
		}
		for _, at := range d.places {
			if at.column == p.column {
				out = append(out, d)
				break
			}
		}
	}
	return out
}

// priority is 1 for the severest, as XLIFF counts.
func priority(severity float64) int { return max(1, min(10, 10-int(severity*10))) }
