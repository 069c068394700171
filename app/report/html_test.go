package report_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/app/report"
)

func write(t testing.TB, f report.Format, o report.Options) []byte {
	t.Helper()
	return writeOf(t, f, fixture(t), o)
}

func writeOf(t testing.TB, f report.Format, r *analysis.Result, o report.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(t.Context(), &b, f, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHTML reads the page as a browser does and looks for what a reader must find.
func TestHTML(t *testing.T) {
	out := string(write(t, report.HTML, report.Options{Question: "What do the translations disagree on?", Now: "2021-05-04", Parts: report.Parts}))
	page := visible(t, out)
	for _, want := range []string{
		"The harbour of Linden", "4 May 2021", "3 versions", "What do the translations disagree on?",
		"Of 5 differences 4 change the meaning", "B departs most, in 4 places", "not is missing in B", "B turns the order round.",
		"市长表示", "no counterpart", "The harbour of Linden should stay open", "Ask the harbour master.", "Row 3 agrees in meaning",
		"Storm", "2 May 2019", "should+about",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(page, "%!") {
		t.Errorf("a phrase and its values do not fit: %.80s", page[strings.Index(page, "%!"):])
	}
	leads(t, out)
}

// leads checks that every link of a page leads to a place of it.
func leads(t *testing.T, page string) {
	t.Helper()
	for _, link := range fragments(t, page) {
		if !strings.Contains(page, `id="`+link+`"`) {
			t.Errorf("#%s leads nowhere", link)
		}
	}
}

// visible is the text of a page.
func visible(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	for _, token := range tokens(t, page) {
		if token.Type == html.TextToken {
			b.WriteString(token.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func fragments(t *testing.T, page string) []string {
	t.Helper()
	var out []string
	for _, token := range tokens(t, page) {
		for _, a := range token.Attr {
			if a.Key == "href" {
				out = append(out, strings.TrimPrefix(a.Val, "#"))
			}
		}
	}
	return out
}

func tokens(t *testing.T, page string) []html.Token {
	t.Helper()
	var out []html.Token
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		out = append(out, z.Token())
	}
	return out
}

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)> javascript:alert(3) ]]> =1+1 \x00 {{.}}`

// poisoned is the fixture with hostile text wherever an input or a person can put text.
func poisoned(t testing.TB) *analysis.Result { return poisonedWith(t, hostile) }

func poisonedWith(t testing.TB, hostile string) *analysis.Result {
	r := fixture(t)
	bad := article.Field{Value: hostile, Guess: true, Why: hostile}
	for i := range r.Versions {
		v := &r.Versions[i]
		v.Article.File = hostile
		v.Article.Meta = article.Meta{Title: bad, Outlet: bad, Author: bad, Date: bad, Role: bad, Label: bad, URL: bad}
		at := v.Segments[0]
		v.Article.Text = v.Article.Text[:at.Start] + (hostile + strings.Repeat("x", 200))[:at.Len()] + v.Article.Text[at.End:]
	}
	c := &r.Comparisons[0]
	c.Story = hostile
	for i := range c.Sigla {
		c.Sigla[i] = hostile
	}
	for i := range c.Differences {
		c.Differences[i].Reason = hostile
		c.Differences[i].Evidence[0].Feature, c.Differences[i].Evidence[0].Words = hostile, hostile
	}
	for i := range r.Actors {
		r.Actors[i].Name = hostile
	}
	for i := range r.Statements {
		r.Statements[i].Speaker = hostile
	}
	for i := range r.Codebook.Issues {
		r.Codebook.Issues[i].Proposition = hostile
	}
	r.State.Events[0].Label = hostile
	r.State.Reviews[0].Note, r.State.Reviews[0].Coder = hostile, hostile
	r.State.Notes[0].Note = hostile
	r.Notes[0].Message = hostile
	return r
}

// TestHTMLIsSafe: nothing in a page runs or fetches, whatever the articles hold.
func TestHTMLIsSafe(t *testing.T) {
	checkSafe(t, string(writeOf(t, report.HTML, poisoned(t), report.Options{Title: hostile, Question: hostile, Parts: report.Parts})))
}

// checkSafe looks for elements and attributes that run or fetch.
func checkSafe(t *testing.T, page string) {
	t.Helper()
	allowed := " html head meta title style body main header p h1 h2 h3 b nav ol ul li a section table thead tbody tr th td small br div article dl dt dd mark details summary span bdi figure figcaption blockquote footer svg rect path g circle text "
	for _, token := range tokens(t, page) {
		if token.Type != html.StartTagToken && token.Type != html.SelfClosingTagToken {
			continue
		}
		if !strings.Contains(allowed, " "+token.Data+" ") {
			t.Errorf("element %s", token.Data)
		}
		for _, a := range token.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("<%s %s=%q>", token.Data, a.Key, a.Val)
			}
		}
	}
}

// TestTemplates: every template and part can be written; an unknown one is refused.
func TestTemplates(t *testing.T) {
	all, err := report.Templates(report.Style(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, template := range all {
		name := template.Name
		if out := write(t, report.HTML, report.Options{Template: name, Include: report.Include{Folded: true}}); bytes.Contains(out, []byte("%!")) {
			t.Errorf("%s: a phrase and its values do not fit", name)
		} else {
			leads(t, string(out))
		}
	}
	if err := report.Write(t.Context(), &bytes.Buffer{}, report.HTML, fixture(t), report.Options{Template: "poem"}); err == nil {
		t.Error("a template that does not exist is written")
	}
	if err := report.Write(t.Context(), &bytes.Buffer{}, "poem", fixture(t), report.Options{}); err == nil {
		t.Error("a format that does not exist is written")
	}
	empty := writeOf(t, report.HTML, &analysis.Result{}, report.Options{})
	if !bytes.Contains(empty, []byte("<h1")) {
		t.Error("no report of an empty result")
	}
}

// TestSameBytes: the same result and options give the same bytes in every format.
func TestSameBytes(t *testing.T) {
	for _, f := range report.Formats() {
		if a, b := write(t, f, report.Options{}), write(t, f, report.Options{}); !bytes.Equal(a, b) {
			t.Errorf("two reports as %s differ", f)
		}
	}
}

// TestReviewedOnly: what nobody confirmed is left out.
func TestReviewedOnly(t *testing.T) {
	page := visible(t, string(write(t, report.HTML, report.Options{Include: report.Include{ReviewedOnly: true}})))
	if strings.Contains(page, "five → four") || !strings.Contains(page, "not is missing in B") {
		t.Error("the report does not hold just what was confirmed")
	}
}

func TestFormatOf(t *testing.T) {
	if f, err := report.FormatOf("/tmp/My.Report.HTML"); err != nil || f != report.HTML {
		t.Errorf("got %q, %v", f, err)
	}
	if _, err := report.FormatOf("report.exe"); err == nil {
		t.Error("an unknown ending is taken")
	}
}
