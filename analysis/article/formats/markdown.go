package formats

import (
	"bufio"
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	goldtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// readMarkdown reads the text of a Markdown file without its markup, and its front matter.
func readMarkdown(in input, o Options) (found, error) {
	s, encoding, err := decode(in, "", o)
	if err != nil {
		return found{}, err
	}
	meta, body, _ := frontMatter(s)
	body = flush(body)
	if tangled(body) {
		return readText(in, o)
	}
	w := markdownWriter{source: []byte(body)}
	root := markdownParser().Parse(goldtext.NewReader(w.source))
	ast.Walk(root, w.visit)
	d := document{raw: in.data, format: markdown, encoding: encoding, text: w.String(), meta: meta}
	if strings.TrimSpace(d.text) == "" {
		return found{}, in.refuse("holds no text; there is nothing to read")
	}
	if !w.title.Empty() && d.meta.Title.Value == "" {
		d.meta.Title = article.Field{Value: oneLine(w.title.Of(d.text)), Origin: article.FromMarkup, Span: w.title}
	}
	return found{documents: []document{d}}, nil
}

// markdownParser knows CommonMark and tables.
func markdownParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
	)
}

// flush sets lines to the left that would be code for standing four blanks in: transcripts are full
// of them.
func flush(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if bare := strings.TrimLeft(line, " \t"); len(line)-len(bare) > 3 || strings.HasPrefix(line, "\t") {
			line = bare
		}
		b.WriteString(line)
	}
	return b.String()
}

// tangled reports whether a paragraph holds more marks than any writer makes: the parser's time grows
// with their square, with the cells of a table and with the depth of lists in lists.
func tangled(s string) bool {
	const mostMarks, mostCells, deepest = 800, 300, 100
	marks := 0
	for line := range strings.Lines(s) {
		bare := strings.TrimLeft(line, " \t>*+-0123456789.)")
		if len(line)-len(bare) > 2*deepest && strings.TrimSpace(bare) != "" || strings.Count(line, "|") > mostCells {
			return true
		}
		if strings.TrimSpace(line) == "" {
			marks = 0
		}
		for i := range len(line) {
			switch line[i] {
			case '*', '_', '[', '`', '~', '<', '!', '>':
				marks++
			}
		}
		if marks > mostMarks {
			return true
		}
	}
	return false
}

// markdownWriter collects the text of a document.
type markdownWriter struct {
	flow
	source  []byte
	heading int       // where the heading under way begins
	title   text.Span // of the first heading, if it is above all else
}

func (w *markdownWriter) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.Image, *ast.RawHTML:
		return ast.WalkSkipChildren, nil
	case *ast.HTMLBlock:
		if entering {
			w.rawBlock(n)
		}
		return ast.WalkSkipChildren, nil
	case *ast.Heading:
		w.atHeading(entering)
	case *extast.TableCell:
		if !entering {
			w.cell()
		}
	case *extast.TableRow, *extast.TableHeader:
		if !entering {
			w.endRow()
		}
	case *ast.FencedCodeBlock:
		if entering {
			for i := range n.Lines().Len() {
				at := n.Lines().At(i)
				w.write(string(at.Value(w.source)))
				w.row()
			}
		}
		w.paragraph()
	case *ast.TextBlock: // an item of a list without empty lines
		w.row()
	case *extast.Table:
		if !entering {
			w.endTable()
		}
	case *ast.Paragraph, *ast.List:
		w.paragraph()
	default:
		if entering {
			w.inline(n)
		}
	}
	return ast.WalkContinue, nil
}

func (w *markdownWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.resolved(n.Segment.Value(w.source), n.IsRaw())
		switch {
		case n.HardLineBreak():
			w.row()
		case n.SoftLineBreak():
			w.write("\n")
		}
	case *ast.String:
		w.resolved(n.Value, false)
	case *ast.AutoLink:
		w.resolved(n.Label(w.source), true)
	}
}

func (w *markdownWriter) atHeading(entering bool) {
	w.paragraph()
	if entering {
		w.heading = w.next()
	} else if w.heading == 0 && w.title.Empty() {
		w.title = w.since(0)
	}
}

// resolved writes inline text, escapes and entities resolved.
func (w *markdownWriter) resolved(s []byte, raw bool) {
	var b bytes.Buffer
	buffered := bufio.NewWriter(&b)
	if raw {
		goldhtml.DefaultWriter.RawWrite(buffered, s)
	} else {
		goldhtml.DefaultWriter.Write(buffered, s)
	}
	buffered.Flush()
	w.write(html.UnescapeString(b.String()))
}

func (w *markdownWriter) rawBlock(n *ast.HTMLBlock) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		b.Write(at.Value(w.source))
	}
	w.paragraph()
	w.write(textOfFragment(b.String()))
	w.paragraph()
}
