package formats

import (
	"bytes"
	"encoding/xml"
	"io"

	"golang.org/x/net/html/charset"

	"hexapla/analysis/text"
)

// xmlReader reads XML leniently: no external entity, no entity of the file's own, a bounded depth.
type xmlReader struct {
	decoder *xml.Decoder
	depth   int
}

func newXMLReader(data []byte) *xmlReader {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, r) }
	return &xmlReader{decoder: d}
}

// next returns the next token, nil at the end or where the file cannot be read on.
func (r *xmlReader) next() xml.Token {
	t, err := r.decoder.Token()
	if err != nil {
		return nil
	}
	switch t.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > deepestMarkup {
			return nil
		}
	case xml.EndElement:
		r.depth--
	}
	return t
}

// skip passes over the element whose beginning was just read.
func (r *xmlReader) skip() {
	for depth := 1; depth > 0; {
		switch r.next().(type) {
		case nil:
			return
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
}

// content returns the text of the element whose beginning was just read, without the elements that
// drop names.
func (r *xmlReader) content(drop map[string]bool) string {
	var b []byte
	for depth := 1; depth > 0; {
		switch t := r.next().(type) {
		case nil:
			return string(b)
		case xml.StartElement:
			if drop[t.Name.Local] {
				r.skip()
				continue
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b = append(b, t...)
		}
	}
	return string(b)
}

func xmlAttribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// layout says what the elements of a word processor's format do to the flow of text.
type layout struct {
	text      map[string]bool // their characters are text; nil: those of paragraphs
	paragraph map[string]bool
	skip      map[string]bool
	line      map[string]bool
	space     map[string]bool
	cell      map[string]bool
	row       map[string]bool
	table     map[string]bool
	isTitle   func(xml.StartElement) bool // the element says that its paragraph is the title
}

// flowed reads the text of a document; the title is that of the first paragraph if it is marked as one.
func (l layout) flowed(data []byte) (f *flow, title text.Span, skipped map[string]bool) {
	f, skipped = &flow{}, map[string]bool{}
	r := newXMLReader(data)
	inside, start, titled := 0, 0, false
	for {
		switch t := r.next().(type) {
		case nil:
			return f, title, skipped
		case xml.StartElement:
			name := t.Name.Local
			if l.skip[name] {
				skipped[name] = true
				r.skip()
				continue
			}
			if l.paragraph[name] {
				f.paragraph()
				start, titled = f.next(), false
			}
			if l.isTitle != nil && l.isTitle(t) {
				titled = true
			}
			switch {
			case l.counts(name):
				inside++
			case l.line[name]:
				f.row()
			case l.space[name]:
				f.write(" ")
			}
		case xml.EndElement:
			name := t.Name.Local
			switch {
			case l.paragraph[name]:
				if titled && start == 0 && title.Empty() {
					title = f.since(0)
				}
				f.paragraph()
			case l.cell[name]:
				f.cell()
			case l.row[name]:
				f.endRow()
			case l.table[name]:
				f.endTable()
			}
			if l.counts(name) {
				inside--
			}
		case xml.CharData:
			if inside > 0 {
				f.write(string(t))
			}
		}
	}
}

func (l layout) counts(name string) bool {
	if l.text == nil {
		return l.paragraph[name]
	}
	return l.text[name]
}
