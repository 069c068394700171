package formats

import (
	"encoding/xml"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"

	"hexapla/analysis/article"
)

// readEPUB reads a book as one text, its chapters in their order.
func readEPUB(in input, o Options) (found, error) {
	a, err := openArchive(in)
	if err != nil {
		return found{}, err
	}
	at := packageOf(a.entry("META-INF/container.xml"))
	p := readPackage(a.entry(at))
	d := document{raw: in.data, format: book, encoding: "utf-8", meta: p.meta}
	var chapters []string
	for _, id := range p.spine {
		name, err := url.PathUnescape(p.files[id])
		if err != nil || name == "" {
			continue
		}
		if s := textOfPage(a.entry(path.Join(path.Dir(at), name))); s != "" {
			chapters = append(chapters, s)
		}
	}
	d.text = strings.Join(chapters, "\n\n")
	return d.alone(in)
}

// packageOf returns where the list of the book's files lies.
func packageOf(container []byte) string {
	r := newXMLReader(container)
	for t := r.next(); t != nil; t = r.next() {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" {
			return xmlAttribute(e, "full-path")
		}
	}
	return "content.opf"
}

// bookPackage is the list of a book's files and their order.
type bookPackage struct {
	meta  article.Meta
	files map[string]string // by identifier
	spine []string
}

func readPackage(data []byte) bookPackage {
	p := bookPackage{files: map[string]string{}}
	r := newXMLReader(data)
	for t := r.next(); t != nil; t = r.next() {
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch name := e.Name.Local; name {
		case "item":
			if !strings.Contains(xmlAttribute(e, "properties"), "nav") {
				p.files[xmlAttribute(e, "id")] = xmlAttribute(e, "href")
			}
		case "itemref":
			if len(p.spine) < mostFiles {
				p.spine = append(p.spine, xmlAttribute(e, "idref"))
			}
		case "title", "creator", "publisher", "date", "language":
			setMeta(&p.meta, name, oneLine(r.content(nil)), article.FromMarkup)
		}
	}
	return p
}

// textOfPage is the text of a page of a book, all of it.
func textOfPage(data []byte) string {
	s := strings.ToValidUTF8(string(data), "\uFFFD")
	if nesting(s) > deepestMarkup {
		return textOfFragment(s)
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return ""
	}
	return textOf(root, false)
}
