package report

import (
	"io"
	"maps"
	"slices"
	"strconv"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// project writes project.qde. The order of the elements is the schema's.
func (q *qdaWriter) project(w io.Writer) error {
	x := newXML(w)
	x.start("Project", "xmlns", "urn:QDA-XML:project:1.0", "name", flat(q.title), "origin", q.program)
	x.newline()
	q.writeUsers(x)
	q.writeCodes(x)
	q.writeVariables(x)
	if len(q.r.Versions) > 0 {
		x.start("Sources")
		x.newline()
		for _, v := range q.r.Versions {
			q.source(x, v)
		}
		x.end(1)
		x.newline()
	}
	q.writeNotes(x)
	q.writeLinks(x)
	if q.o.Question != "" {
		x.element("Description", q.o.Question)
	}
	x.end(1)
	x.newline()
	return x.Flush()
}

func (q *qdaWriter) writeUsers(x *xmlWriter) {
	if len(q.users) == 0 {
		return
	}
	x.start("Users")
	for _, name := range slices.Sorted(maps.Keys(q.users)) {
		x.empty("User", "guid", uid("user", name), "name", flat(name))
	}
	x.end(1)
	x.newline()
}

func (q *qdaWriter) writeCodes(x *xmlWriter) {
	if len(q.codes) == 0 {
		return
	}
	x.start("CodeBook")
	x.start("Codes")
	x.newline()
	for i, codes := range q.headings {
		if len(codes) == 0 {
			continue
		}
		x.start("Code", "guid", uid("heading", qdaHeadings[i]), "name", qdaHeadings[i], "isCodable", "false")
		x.newline()
		for _, c := range codes {
			writeCode(x, c)
		}
		x.end(1)
		x.newline()
	}
	x.end(2)
	x.newline()
}

func writeCode(x *xmlWriter, c *qdaCode) {
	x.start("Code", "guid", c.id, "name", flat(c.name), "isCodable", "true")
	if c.description != "" {
		x.element("Description", c.description)
	}
	for _, below := range c.below {
		writeCode(x, below)
	}
	x.end(1)
	x.newline()
}

// fields are the metadata that some article has.
func (q *qdaWriter) fields() []string {
	return slices.DeleteFunc(article.MetaNames(), func(name string) bool {
		return !slices.ContainsFunc(q.r.Versions, func(v analysis.Version) bool { return v.Article.Meta.Field(name).Value != "" })
	})
}

func (q *qdaWriter) writeVariables(x *xmlWriter) {
	fields := q.fields()
	if len(fields) == 0 {
		return
	}
	x.start("Variables")
	for _, name := range fields {
		x.empty("Variable", "guid", uid("variable", name), "name", name, "typeOfVariable", "Text")
	}
	x.end(1)
	x.newline()
}

func (q *qdaWriter) source(x *xmlWriter, v analysis.Version) {
	id := sourceID(v)
	x.start("TextSource", "guid", id, "name", flat(v.Article.File), "plainTextPath", "internal://"+id+".txt")
	x.newline()
	ruler := text.Measure(v.Article.Text, text.CodePoints)
	for _, s := range q.selections[v.Article.ID] {
		selection(x, s, ruler)
	}
	for _, name := range q.fields() {
		if value := v.Article.Meta.Field(name).Value; value != "" {
			x.start("VariableValue")
			x.empty("VariableRef", "targetGUID", uid("variable", name))
			x.element("TextValue", value)
			x.end(1)
			x.newline()
		}
	}
	x.end(1)
	x.newline()
}

func selection(x *xmlWriter, s qdaSelection, ruler *text.Ruler) {
	x.start("PlainTextSelection", "guid", s.id, "name", s.name, "creatingUser", s.user,
		"startPosition", strconv.Itoa(ruler.Count(s.at.Start)), "endPosition", strconv.Itoa(ruler.Count(s.at.End)))
	if s.description != "" {
		x.element("Description", s.description)
	}
	for _, code := range s.codes {
		x.start("Coding", "guid", uid("coding", s.id, code), "creatingUser", s.user)
		x.empty("CodeRef", "targetGUID", code)
		x.end(1)
	}
	for _, note := range s.notes {
		x.empty("NoteRef", "targetGUID", note)
	}
	x.end(1)
	x.newline()
}

func (q *qdaWriter) writeNotes(x *xmlWriter) {
	if len(q.notes) == 0 {
		return
	}
	x.start("Notes")
	x.newline()
	for _, n := range q.notes {
		x.start("Note", "guid", n.id, "name", shortened(n.text), "creatingUser", n.user)
		x.element("PlainTextContent", n.text)
		x.end(1)
		x.newline()
	}
	x.end(1)
	x.newline()
}

func (q *qdaWriter) writeLinks(x *xmlWriter) {
	if len(q.links) == 0 {
		return
	}
	x.start("Links")
	x.newline()
	for _, l := range q.links {
		x.empty("Link", "guid", l.id, "name", l.name, "direction", "OneWay", "originGUID", l.from, "targetGUID", l.to)
		x.newline()
	}
	x.end(1)
	x.newline()
}
