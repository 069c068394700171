package formats

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

const (
	largestPage   = 64 << 20
	deepestMarkup = 1000
)

// readHTML reads the article of a page: its text without what stands around it, its metadata.
func readHTML(in input, o Options) (found, error) {
	if len(in.data) > largestPage {
		return found{}, in.refuse("is larger than a page can be; save the article alone")
	}
	s, encoding, err := decode(in, declaredCharset(in.data), o)
	if err != nil {
		return found{}, err
	}
	d := pageOf(s)
	if strings.TrimSpace(d.text) == "" {
		return found{}, in.refuse("holds no text; the page may build itself by script: open it, copy the text and paste it")
	}
	d.raw, d.encoding, d.format = in.data, encoding, htmlPage
	return found{documents: []document{d}}, nil
}

var charsetClaim = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([a-z0-9_-]+)`)

// declaredCharset returns the encoding that the page claims.
func declaredCharset(data []byte) string {
	if m := charsetClaim.FindSubmatch(data[:min(len(data), 8192)]); m != nil {
		return string(m[1]) + string(m[2])
	}
	return ""
}

// pageOf extracts article and metadata. A page that is nested beyond measure is read flat.
func pageOf(s string) document {
	if nesting(s) > deepestMarkup {
		return document{text: textOfFragment(s)}
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return document{text: textOfFragment(s)}
	}
	p := readPage(root)
	whole := textOf(root, true)
	main := mainOf(s, p.address())
	d := document{text: main.text, meta: p.meta(main)}
	if width(d.text) < 140 && width(whole) > 2*width(d.text) {
		d.text = whole
	}
	d.headline()
	return d
}

// mainPart is the article of a page, and what the extraction makes of its metadata.
type mainPart struct{ text, title, byline, published, site string }

// mainOf finds the article among what stands around it; it is empty where none is found.
func mainOf(s, address string) (main mainPart) {
	defer func() {
		if recover() != nil { // a page that the extraction cannot stand is read as a whole
			main = mainPart{}
		}
	}()
	at, err := url.Parse(address)
	if err != nil || address == "" {
		at = nil
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return mainPart{}
	}
	p := readability.NewParser()
	p.MaxElemsToParse = 200_000
	a, err := p.ParseAndMutate(root, at)
	if err != nil || a.Node == nil {
		return mainPart{}
	}
	main = mainPart{text: textOf(a.Node, false), title: a.Title(), byline: a.Byline(), site: a.SiteName()}
	if t, err := a.PublishedTime(); err == nil {
		main.published = t.Format(time.DateOnly)
	}
	return main
}

// headline puts the title above the text unless the text begins with it.
func (d *document) headline() {
	title := d.meta.Title.Value
	if title == "" || strings.TrimSpace(d.text) == "" {
		return
	}
	first, _, _ := strings.Cut(d.text, "\n")
	if bare, _ := cutOutlet(first); fold(bare) == fold(title) {
		d.meta.Title.Span = text.Span{End: len(first)}
		return
	}
	d.text = title + "\n\n" + d.text
	d.meta.Title.Span = text.Span{End: len(title)}
}

// implied are the elements that the next of their kind ends, so that their start says nothing of depth.
var implied = map[string]bool{"p": true, "li": true, "td": true, "th": true, "tr": true, "dt": true, "dd": true, "option": true, "thead": true, "tbody": true}

var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// nesting is how deep the elements lie in each other, at most.
func nesting(s string) int {
	deepest, depth := 0, 0
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return deepest
		case html.StartTagToken:
			name, _ := z.TagName()
			if !void[string(name)] && !implied[string(name)] {
				depth++
				deepest = max(deepest, depth)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if !implied[string(name)] {
				depth = max(0, depth-1)
			}
		}
	}
}

// textOfFragment reads markup flat, without building a tree.
func textOfFragment(s string) string {
	var f flow
	z := html.NewTokenizer(strings.NewReader(s))
	skipped := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return f.String()
		case html.TextToken:
			if skipped == "" {
				f.write(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch tag := string(name); {
			case unseen[tag] && !void[tag] && skipped == "":
				skipped = tag
			case tag == "br":
				f.line()
			case blocks[tag]:
				f.paragraph()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == skipped {
				skipped = ""
			} else if blocks[string(name)] {
				f.paragraph()
			}
		}
	}
}

// unseen are the elements whose content is not text of the page.
var unseen = setOf("script style noscript template iframe svg math head object audio video canvas button select textarea figcaption")

// around are the elements that stand around an article.
var around = setOf("nav footer aside form dialog menu")

// blocks are the elements that end a paragraph.
var blocks = setOf("p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure table thead tbody tr hr address center details summary form fieldset body")

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// textOf writes the text below a node; bare leaves out what stands around an article.
func textOf(n *html.Node, bare bool) string {
	var f flow
	f.node(n, bare, 0)
	return f.String()
}

func (f *flow) node(n *html.Node, bare bool, depth int) {
	if n.Type == html.TextNode {
		f.write(n.Data)
		return
	}
	if depth > 2*deepestMarkup || n.Type == html.ElementNode && (unseen[n.Data] || bare && around[n.Data] || hidden(n)) {
		return
	}
	switch {
	case n.Data == "br":
		f.line()
	case n.Data == "tr" || n.Data == "li":
		f.row()
	case n.Data == "tbody" || n.Data == "thead":
	case blocks[n.Data]:
		f.paragraph()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.node(c, bare, depth+1)
	}
	switch {
	case n.Data == "td" || n.Data == "th":
		f.cell()
	case n.Data == "tr":
		f.endRow()
	case n.Data == "table":
		f.endTable()
	case n.Data == "li":
		f.row()
	case n.Data == "tbody" || n.Data == "thead":
	case blocks[n.Data]:
		f.paragraph()
	}
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" ||
			a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

func markup(value string) article.Field {
	return article.Field{Value: oneLine(value), Origin: article.FromMarkup}
}
