package formats

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"hexapla/analysis/article"
)

// readPage walks over a page once and keeps what it says of itself.
func readPage(root *html.Node) *page {
	p := &page{named: map[string]string{}}
	p.walk(root, 0)
	for _, block := range p.linked {
		linkedData(&p.said, block)
	}
	return p
}

// address is where the page says that it stands, "" where it says nothing.
func (p *page) address() string {
	for _, a := range []string{p.first("canonical", "og:url"), p.said.URL.Value} {
		if isAddress(a) {
			return a
		}
	}
	return ""
}

// meta weighs what the page says: JSON-LD first, then meta elements, then what the extraction found,
// then title, headings and address.
func (p *page) meta(main mainPart) article.Meta {
	m := p.said
	offer(&m.URL, markup(p.address()))
	inAddress := ""
	if u, err := url.Parse(m.URL.Value); err == nil {
		offer(&m.Outlet, markup(outlets.at(u.Hostname())))
		if d := dateInPath.FindStringSubmatch(u.Path); d != nil {
			inAddress = day(atoi(d[1]), atoi(d[2]), atoi(d[3]))
		}
	}
	offer(&m.Author, markup(cleanAuthor(p.first("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"))))
	offer(&m.Author, markup(cleanByline(main.byline)))
	offer(&m.Date, markup(isoDay(p.first(
		"article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
		"dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "sailthru.date", "parsely-pub-date", "time"))))
	offer(&m.Date, markup(isoDay(main.published)))
	offer(&m.Date, markup(inAddress))
	offer(&m.Language, markup(languageCode(p.first("lang", "og:locale", "content-language", "dc.language"))))
	offer(&m.Outlet, markup(knownOutlet(p.first("og:site_name", "application-name", "dc.publisher"))))
	offer(&m.Outlet, markup(knownOutlet(oneLine(main.site))))
	p.entitle(&m, main)
	return m
}

var dateInPath = regexp.MustCompile(`/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:/|$|_)`)

// entitle chooses the title and cuts the outlet off its end.
func (p *page) entitle(m *article.Meta, main mainPart) {
	title := ""
	for _, value := range []string{m.Title.Value, p.first("og:title", "twitter:title", "dc.title", "parsely-title"), main.title, p.h1, p.title} {
		if title == "" {
			title = oneLine(value)
		}
	}
	bare, outlet := cutOutlet(title)
	if parts := tail.FindStringSubmatch(bare); parts != nil && m.Outlet.Value != "" && strings.HasPrefix(fold(m.Outlet.Value), fold(parts[2])) {
		bare = parts[1]
	}
	m.Title = article.Field{}
	offer(&m.Title, markup(bare))
	if outlet == "" {
		_, outlet = cutOutlet(oneLine(p.title))
	}
	offer(&m.Outlet, markup(outlet))
}

func knownOutlet(name string) string {
	if known := outlets.named(name); known != "" {
		return known
	}
	return name
}

var by = regexp.MustCompile(`^(?i:by|von|par|por|автор:?|记者|作者)[\s:：]+`)

// cleanAuthor drops "By" and what is no name.
func cleanAuthor(s string) string {
	s = by.ReplaceAllString(oneLine(s), "")
	if isAddress(s) || len(s) > 120 || nobody[strings.ToLower(s)] {
		return ""
	}
	return s
}

// cleanByline drops what no name of a person is: a date, a number of comments, a sentence.
func cleanByline(s string) string {
	s = cleanAuthor(s)
	if len(s) > 80 || strings.ContainsAny(s, "0123456789@|") {
		return ""
	}
	return s
}

// nobody are the names that programs give to whom they do not know.
var nobody = map[string]bool{"unknown": true, "unknown author": true, "admin": true, "administrator": true, "user": true, "anonymous": true, "author": true, "username": true}

// page is what a walk over a page found.
type page struct {
	named     map[string]string // meta elements by name or property; "time", "lang", "canonical"
	linked    []string          // blocks of JSON-LD
	title, h1 string
	said      article.Meta // in JSON-LD
}

func (p *page) first(names ...string) string {
	for _, n := range names {
		if v := strings.TrimSpace(p.named[n]); v != "" {
			return v
		}
	}
	return ""
}

func (p *page) walk(n *html.Node, depth int) {
	if depth > 2*deepestMarkup {
		return
	}
	if n.Type == html.ElementNode {
		p.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c, depth+1)
	}
}

func (p *page) element(n *html.Node) {
	set := func(key, value string) {
		if key = strings.ToLower(strings.TrimSpace(key)); key != "" && p.named[key] == "" {
			p.named[key] = value
		}
	}
	switch n.Data {
	case "html":
		set("lang", attribute(n, "lang"))
	case "meta":
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			set(attribute(n, key), attribute(n, "content"))
		}
	case "link":
		if attribute(n, "rel") == "canonical" {
			set("canonical", attribute(n, "href"))
		}
	case "time":
		if attribute(n, "itemprop") == "datePublished" || attribute(n, "pubdate") != "" || p.named["time"] == "" {
			set("time", attribute(n, "datetime"))
		}
	case "script":
		if strings.HasPrefix(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil && len(p.linked) < 16 {
			p.linked = append(p.linked, n.FirstChild.Data)
		}
	case "title":
		if p.title == "" {
			p.title = oneLine(textOf(n, false))
		}
	case "h1":
		if p.h1 == "" {
			p.h1 = oneLine(textOf(n, false))
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// linkedData takes what a block of JSON-LD says of an article.
func linkedData(m *article.Meta, block string) {
	var value any
	if json.Unmarshal([]byte(block), &value) != nil {
		return
	}
	for _, o := range objects(value, 0) {
		if !strings.Contains(stringIn(o["@type"]), "Article") && !strings.Contains(stringIn(o["@type"]), "Posting") {
			continue
		}
		offer(&m.Title, markup(html.UnescapeString(stringIn(o["headline"]))))
		offer(&m.Date, markup(isoDay(stringIn(o["datePublished"]))))
		offer(&m.Author, markup(cleanAuthor(namesIn(o["author"]))))
		offer(&m.Outlet, markup(knownOutlet(namesIn(o["publisher"]))))
		offer(&m.Language, markup(languageCode(stringIn(o["inLanguage"]))))
		if address := stringIn(o["url"]); isAddress(address) {
			offer(&m.URL, markup(address))
		}
	}
}

// objects returns the objects of a block, those of a list and of "@graph" too.
func objects(value any, depth int) []map[string]any {
	if depth > 4 {
		return nil
	}
	var out []map[string]any
	switch v := value.(type) {
	case map[string]any:
		out = append(out, v)
		out = append(out, objects(v["@graph"], depth+1)...)
	case []any:
		for _, x := range v {
			out = append(out, objects(x, depth+1)...)
		}
	}
	return out
}

// stringIn returns a text, or the first of a list of texts.
func stringIn(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return stringIn(v[0])
		}
	case map[string]any:
		return stringIn(v["name"])
	}
	return ""
}

// namesIn returns the names of a person or organisation, or of several.
func namesIn(value any) string {
	list, ok := value.([]any)
	if !ok {
		return stringIn(value)
	}
	var out []string
	for _, x := range list {
		if name := stringIn(x); name != "" {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}
