package formats

import (
	"encoding/xml"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

var wordLayout = layout{
	text:      setOf("t"),
	paragraph: setOf("p"),
	skip:      setOf("del moveFrom instrText delText Fallback"),
	line:      setOf("br cr"),
	space:     setOf("tab ptab"),
	cell:      setOf("tc"),
	row:       setOf("tr"),
	table:     setOf("tbl"),
	isTitle: func(e xml.StartElement) bool {
		return e.Name.Local == "pStyle" && isTitleStyle(xmlAttribute(e, "val"))
	},
}

var openLayout = layout{
	paragraph: setOf("p h"),
	skip:      setOf("tracked-changes annotation note sequence-decls forms ruby-text deletion"),
	line:      setOf("line-break"),
	space:     setOf("s tab"),
	cell:      setOf("table-cell"),
	row:       setOf("table-row"),
	table:     setOf("table"),
	isTitle: func(e xml.StartElement) bool {
		return isTitleStyle(xmlAttribute(e, "style-name")) || e.Name.Local == "h" && xmlAttribute(e, "outline-level") == "1"
	},
}

// isTitleStyle knows the style of a title by its identifier in the languages of the word processors.
func isTitleStyle(id string) bool {
	switch strings.ToLower(strings.ReplaceAll(id, " ", "")) {
	case "title", "titel", "titre", "título", "ttulo", "titolo", "heading1", "berschrift1", "überschrift1", "titre1", "ttulo1", "heading_20_1", "a3", "1":
		return true
	}
	return false
}

// readDOCX reads a Word document as if all its tracked changes were accepted.
func readDOCX(in input, o Options) (found, error) {
	a, err := openArchive(in)
	if err != nil {
		return found{}, err
	}
	body := a.entry("word/document.xml")
	f, title, skipped := wordLayout.flowed(body)
	d := document{raw: in.data, format: wordDocument, encoding: "utf-8", text: f.String()}
	d.properties(a.entry("docProps/core.xml"), title)
	if skipped["del"] || skipped["moveFrom"] || strings.Contains(string(body), "<w:ins ") {
		d.note("the document has tracked changes; it was read as if all were accepted")
	}
	if a.has("word/footnotes.xml") && strings.Contains(string(body), "footnoteReference") {
		d.note("the footnotes were left out")
	}
	return d.alone(in)
}

// readODT reads an OpenDocument text.
func readODT(in input, o Options) (found, error) {
	a, err := openArchive(in)
	if err != nil {
		return found{}, err
	}
	f, title, skipped := openLayout.flowed(a.entry("content.xml"))
	d := document{raw: in.data, format: openDocument, encoding: "utf-8", text: f.String()}
	d.properties(a.entry("meta.xml"), title)
	if skipped["tracked-changes"] {
		d.note("the document has tracked changes; deleted text was left out")
	}
	if skipped["note"] {
		d.note("the footnotes were left out")
	}
	return d.alone(in)
}

// properties takes title, author and language from the text and the document's properties.
func (d *document) properties(core []byte, title text.Span) {
	if !title.Empty() {
		d.meta.Title = article.Field{Value: oneLine(title.Of(d.text)), Origin: article.FromMarkup, Span: title}
	}
	r := newXMLReader(core)
	for t := r.next(); t != nil; t = r.next() {
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "title":
			if value := r.content(nil); !strings.HasPrefix(value, "Microsoft Word") {
				offer(&d.meta.Title, markup(value))
			}
		case "creator", "initial-creator":
			f := markup(cleanAuthor(r.content(nil)))
			f.Guess, f.Why = true, "the document's properties name who made the file"
			offer(&d.meta.Author, f)
		case "language":
			offer(&d.meta.Language, markup(languageCode(r.content(nil))))
		}
	}
}

func (d *document) note(message string) {
	d.notes = append(d.notes, article.Note{Message: message})
}

// alone is the document as all that the file holds.
func (d *document) alone(in input) (found, error) {
	if strings.TrimSpace(d.text) == "" {
		return found{}, in.refuse("holds no text; if it shows pictures of text, recognise them with an OCR program")
	}
	return found{documents: []document{*d}}, nil
}
