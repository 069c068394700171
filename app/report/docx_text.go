package report

import (
	"strconv"
	"strings"
	"unicode"

	"hexapla/analysis/text"
)

// docxText writes paragraphs, runs and tables of WordprocessingML.
type docxText struct {
	*xmlWriter
	leftward bool // text in no language named, the report's own, runs from right to left
}

func (d *docx) text(x *xmlWriter) docxText { return docxText{x, d.c.words.tongue.Leftward} }

// isLeftward reports whether text of a language runs from right to left.
func (p docxText) isLeftward(l text.Language) bool { return l.RightToLeft() || l == "" && p.leftward }

// runLook is how a run of text is drawn.
type runLook struct {
	bold, italic, deleted bool
	color, fill           string // hexadecimal; "" for none
	language              text.Language
}

// paragraph writes a paragraph of one run.
func (p docxText) paragraph(style string, language text.Language, s string) {
	p.open(style, language)
	p.run(s, runLook{language: language})
	p.close()
}

func (p docxText) open(style string, language text.Language) {
	p.start("w:p")
	p.start("w:pPr")
	if style != "" {
		p.empty("w:pStyle", "w:val", style)
	}
	if p.isLeftward(language) {
		p.empty("w:bidi")
	}
	p.end(1)
}

func (p docxText) close() {
	p.end(1)
	p.newline()
}

// run writes text in one look; line feeds are line breaks.
func (p docxText) run(s string, look runLook) {
	if s == "" {
		return
	}
	p.start("w:r")
	p.start("w:rPr")
	if look.bold {
		p.empty("w:b")
		p.empty("w:bCs")
	}
	if look.italic {
		p.empty("w:i")
	}
	if look.color != "" {
		p.empty("w:color", "w:val", look.color)
	}
	if look.fill != "" {
		p.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", look.fill)
	}
	if p.isLeftward(look.language) && runsLeft(s) {
		p.empty("w:rtl")
	}
	languageOf(p, look.language)
	p.end(1)
	element := "w:t"
	if look.deleted {
		element = "w:delText"
	}
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			p.empty("w:br")
		}
		p.element(element, line, "xml:space", "preserve")
	}
	p.end(1)
}

// runsLeft reports whether a run has letters that run from right to left: names and figures among
// them keep their own order.
func runsLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
	})
}

// languageOf names the language in the attribute of its script.
func languageOf(p docxText, l text.Language) {
	switch {
	case l == "":
	case l.RightToLeft():
		p.empty("w:lang", "w:bidi", string(l))
	case l.Spaceless() || l == "ko":
		p.empty("w:lang", "w:eastAsia", string(l))
	default:
		p.empty("w:lang", "w:val", string(l))
	}
}

// docxTable is a table under way; widths are hundredths of the page.
type docxTable struct {
	docxText
	widths []int
}

// pageWidth is that of the text on a page, in twentieths of a point.
const pageWidth = 11906 - 2*1020

// table opens a table, with a head row where heads are given.
func (p docxText) table(widths []int, heads ...string) docxTable {
	t := docxTable{p, widths}
	t.start("w:tbl")
	t.start("w:tblPr")
	t.empty("w:tblStyle", "w:val", "Lines")
	if p.leftward {
		t.empty("w:bidiVisual")
	}
	t.empty("w:tblW", "w:w", "5000", "w:type", "pct")
	t.empty("w:tblLayout", "w:type", "fixed")
	t.end(1)
	t.start("w:tblGrid")
	for i := range widths {
		t.empty("w:gridCol", "w:w", t.width(i))
	}
	t.end(1)
	t.newline()
	if len(heads) > 0 {
		t.start("w:tr")
		t.start("w:trPr")
		t.empty("w:cantSplit")
		t.empty("w:tblHeader")
		t.end(1)
		for i, h := range heads {
			t.cell(i, "", func() { t.run(h, runLook{bold: true, color: "69707A"}) })
		}
		t.endRow()
	}
	return t
}

func (t docxTable) width(i int) string { return strconv.Itoa(pageWidth * t.widths[i] / 100) }

func (t docxTable) row(cells ...string) {
	t.startRow()
	for i, c := range cells {
		t.cell(i, "", func() { t.run(c, runLook{}) })
	}
	t.endRow()
}

func (t docxTable) startRow() { t.start("w:tr") }

func (t docxTable) endRow() {
	t.end(1)
	t.newline()
}

func (t docxTable) cell(i int, language text.Language, write func()) {
	t.start("w:tc")
	t.start("w:tcPr")
	t.empty("w:tcW", "w:w", t.width(i), "w:type", "dxa")
	t.end(1)
	t.open("Cell", language)
	write()
	t.end(2)
}

// finish closes the table; a paragraph parts it from the next one, which would be joined to it otherwise.
func (t docxTable) finish() {
	t.end(1)
	t.paragraph("Gap", "", "")
}
