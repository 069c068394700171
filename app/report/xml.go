package report

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// xmlWriter writes elements; what is between them is escaped here and nowhere else.
type xmlWriter struct {
	*bufio.Writer
	open []string
}

func newXML(w io.Writer) *xmlWriter {
	x := &xmlWriter{Writer: bufio.NewWriter(w)}
	x.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	return x
}

// start opens an element; attributes are names and values in turn, those without a value are left out.
func (x *xmlWriter) start(name string, attributes ...string) {
	x.tag(name, attributes)
	x.WriteString(">")
	x.open = append(x.open, name)
}

// empty writes an element without content.
func (x *xmlWriter) empty(name string, attributes ...string) {
	x.tag(name, attributes)
	x.WriteString("/>")
}

func (x *xmlWriter) tag(name string, attributes []string) {
	x.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			x.WriteString(" " + attributes[i] + `="` + xmlEscape(attributes[i+1]) + `"`)
		}
	}
}

// end closes the innermost n elements.
func (x *xmlWriter) end(n int) {
	for range n {
		last := len(x.open) - 1
		x.WriteString("</" + x.open[last] + ">")
		x.open = x.open[:last]
	}
}

func (x *xmlWriter) text(s string) { x.WriteString(xmlEscape(s)) }
func (x *xmlWriter) newline()      { x.WriteString("\n") }

// element writes an element with text in it.
func (x *xmlWriter) element(name, text string, attributes ...string) {
	x.start(name, attributes...)
	x.text(text)
	x.end(1)
}

// xmlEscape makes text safe within XML 1.0: markup is escaped, characters that XML does not know are left out.
func xmlEscape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\r':
			b.WriteString("&#13;")
		case r == utf8.RuneError && size == 1:
			b.WriteRune('\uFFFD')
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// xmlID is a name that XML takes for an identifier.
func xmlID(prefix string, n string) string {
	var b strings.Builder
	b.WriteString(prefix)
	for _, r := range n {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			b.WriteRune(r)
		default:
			b.WriteByte('_')
		}
	}
	return b.String()
}
