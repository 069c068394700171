package formats

import (
	"encoding/xml"
	"slices"
	"strings"

	"hexapla/analysis/article"
)

// readTEI reads an encoded text: as one article, or as an article for each witness where it has an
// apparatus in parallel segmentation.
func readTEI(in input, o Options) (found, error) {
	t := teiReader{r: newXMLReader(in.data)}
	t.read()
	var f found
	for i, flow := range t.flows {
		d := document{raw: []byte(flow.String()), format: encodedText, encoding: "utf-8", text: flow.String(), meta: t.meta}
		if len(t.witnesses) > 0 {
			d.part = t.witnesses[i]
			d.meta.Label = markup(t.labels[t.witnesses[i]])
			d.meta.Story = markup(stem(in.name))
		}
		if strings.TrimSpace(d.text) != "" {
			f.documents = append(f.documents, d)
		}
	}
	return f, nil
}

var (
	teiParagraphs = setOf("p ab head l div lg list item sp speaker stage quote q said byline dateline closer opener trailer u")
	teiSkipped    = setOf("note fw figDesc del sic orig expan back standOff")
)

// teiReader collects the text of each witness.
type teiReader struct {
	r         *xmlReader
	meta      article.Meta
	witnesses []string // identifiers; none: one text
	labels    map[string]string
	flows     []*flow
}

func (t *teiReader) read() {
	t.labels = map[string]string{}
	for {
		switch e := t.r.next().(type) {
		case nil:
			return
		case xml.StartElement:
			switch e.Name.Local {
			case "TEI", "TEI.2":
				offer(&t.meta.Language, markup(languageCode(xmlAttribute(e, "lang"))))
			case "teiHeader":
				t.header()
			case "witness":
				t.witness(e)
			case "text":
				offer(&t.meta.Language, markup(languageCode(xmlAttribute(e, "lang"))))
				t.body()
			}
		}
	}
}

// header reads the description of the file.
func (t *teiReader) header() {
	for {
		switch e := t.r.next().(type) {
		case nil:
			return
		case xml.StartElement:
			switch e.Name.Local {
			case "title":
				setMeta(&t.meta, "title", oneLine(t.r.content(nil)), article.FromMarkup)
			case "author":
				setMeta(&t.meta, "author", oneLine(t.r.content(nil)), article.FromMarkup)
			case "publisher":
				setMeta(&t.meta, "outlet", oneLine(t.r.content(nil)), article.FromMarkup)
			case "date":
				when := xmlAttribute(e, "when")
				if value := t.r.content(nil); when == "" {
					when = value
				}
				setMeta(&t.meta, "date", when, article.FromMarkup)
			case "witness":
				t.witness(e)
			}
		case xml.EndElement:
			if e.Name.Local == "teiHeader" {
				return
			}
		}
	}
}

func (t *teiReader) witness(e xml.StartElement) {
	const most = 64
	id := xmlAttribute(e, "id")
	label := oneLine(t.r.content(nil))
	if id != "" && len(t.witnesses) < most && !slices.Contains(t.witnesses, id) {
		t.witnesses = append(t.witnesses, id)
		t.labels[id] = label
	}
}

func (t *teiReader) body() {
	if t.flows == nil {
		for range max(1, len(t.witnesses)) {
			t.flows = append(t.flows, &flow{})
		}
	}
	all := func(do func(*flow)) {
		for _, f := range t.flows {
			do(f)
		}
	}
	for {
		switch e := t.r.next().(type) {
		case nil:
			return
		case xml.StartElement:
			switch name := e.Name.Local; {
			case name == "app":
				t.apparatus()
			case name == "lb":
				all((*flow).row)
			case teiSkipped[name]:
				t.r.skip()
			case teiParagraphs[name]:
				all((*flow).paragraph)
			}
		case xml.EndElement:
			if e.Name.Local == "text" {
				return
			}
			if teiParagraphs[e.Name.Local] {
				all((*flow).paragraph)
			}
		case xml.CharData:
			all(func(f *flow) { f.write(string(e)) })
		}
	}
}

// apparatus gives each witness its reading; one that is not named has the lemma's.
func (t *teiReader) apparatus() {
	lemma := ""
	readings := map[string]string{}
	for done := false; !done; {
		switch e := t.r.next().(type) {
		case nil:
			done = true
		case xml.StartElement:
			if e.Name.Local != "lem" && e.Name.Local != "rdg" {
				continue
			}
			s := t.r.content(teiSkipped)
			if e.Name.Local == "lem" {
				lemma = s
			}
			for _, w := range strings.Fields(xmlAttribute(e, "wit")) {
				readings[strings.TrimPrefix(w, "#")] = s
			}
		case xml.EndElement:
			done = e.Name.Local == "app"
		}
	}
	for i, f := range t.flows {
		s := lemma
		if len(t.witnesses) > 0 {
			if own, ok := readings[t.witnesses[i]]; ok {
				s = own
			}
		}
		f.write(s)
	}
}

// readFODT reads an OpenDocument text that is one file of XML.
func readFODT(in input, o Options) (found, error) {
	f, title, _ := openLayout.flowed(in.data)
	d := document{raw: in.data, format: openFlat, encoding: "utf-8", text: f.String()}
	d.properties(nil, title)
	return d.alone(in)
}

// readXML reads the characters of any other file of XML: a sentence, paragraph or line an element.
func readXML(in input, o Options) (found, error) {
	l := layout{paragraph: setOf("p para paragraph head title headline h1 h2 h3 div body text"), line: setOf("br lb s seg segment l line sentence")}
	l.text = l.paragraph
	f, title, _ := l.flowed(in.data)
	if strings.TrimSpace(f.String()) == "" {
		l.text = nil
		f = everything(in.data)
	}
	d := document{raw: in.data, format: otherXML, encoding: "utf-8", text: f.String()}
	d.properties(nil, title)
	d.note("the file is XML of a kind that is not known; its text was read in order")
	return d.alone(in)
}

// everything is all characters of a file of XML, a line an element.
func everything(data []byte) *flow {
	var f flow
	r := newXMLReader(data)
	for {
		switch t := r.next().(type) {
		case nil:
			return &f
		case xml.EndElement:
			f.row()
		case xml.CharData:
			f.write(string(t))
		}
	}
}
