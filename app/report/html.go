package report

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"

	"hexapla/analysis"
	"hexapla/widgets/scene"
)

// page is the content as the template sees it.
type page struct {
	*content
	Style                template.CSS
	Logo                 template.URL
	Sections             []section
	Issues, MorePictures []picture
	HeatMap, Nearness    template.HTML
}

type section struct{ ID, Title string }

type picture struct {
	issue
	Picture template.HTML
}

// passed is a value on its way into a named template, with the report it belongs to.
type passed struct {
	Report *page
	Value  any
}

// With joins a value and the report.
func (p *page) With(value any) passed { return passed{p, value} }

// Count is "3 versions".
func (p *page) Count(key string, n int) string { return p.words.count(key, n) }

// SayN is a phrase in the form for n; without values n is the value.
func (p *page) SayN(key string, n int, args ...any) string {
	if len(args) == 0 {
		args = []any{n}
	}
	return p.words.sayN(key, n, args...)
}

// writeHTML writes one self-contained file. Everything but the style sheet and the pictures, which are ours, is
// escaped by html/template.
func writeHTML(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	t, err := template.ParseFS(o.Templates, "report.html")
	if err != nil {
		return fmt.Errorf("the template of the report: %w", err)
	}
	style, err := fs.ReadFile(o.Templates, "report.css")
	if err != nil {
		return fmt.Errorf("the style of the report: %w", err)
	}
	p := &page{content: c, Style: template.CSS(style), Logo: logo(o.Logo)}
	for _, part := range Parts {
		if c.Has(part) {
			p.Sections = append(p.Sections, section{string(part), c.Say("part " + string(part))})
		}
	}
	listed := map[string]bool{}
	if c.Has(Statements) {
		for _, s := range append(c.Statements[:len(c.Statements):len(c.Statements)], c.MoreStatements...) {
			listed["#s-"+s.ID] = true
		}
	}
	for _, i := range c.Issues {
		p.Issues = append(p.Issues, picture{i, inline(chartScene(i, listed, c.words, 900))})
	}
	for _, i := range c.MoreIssues {
		p.MorePictures = append(p.MorePictures, picture{i, inline(chartScene(i, listed, c.words, 900))})
	}
	if c.Has(Agreement) {
		p.Nearness = inline(scene.HeatMap(c.Agreement, scene.View{Width: 900, Calendar: c.words.calendar}))
	}
	if len(c.Grid.Rows) > 0 && len(c.Grid.Columns) > 0 {
		p.HeatMap = inline(scene.HeatMap(c.Grid, scene.View{Width: 900, Calendar: c.words.calendar}))
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return fmt.Errorf("the template of the report: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}

// chartScene is the chart of an issue; links to statements that are not listed are left out.
func chartScene(i issue, listed map[string]bool, w words, width float64) scene.Scene {
	for s := range i.Chart.Series {
		for p := range i.Chart.Series[s].Points {
			if point := &i.Chart.Series[s].Points[p]; !listed[point.Link] {
				point.Link = ""
			}
		}
	}
	return scene.WithLegend(i.Chart, scene.View{Width: width, Height: width * 0.38, MarkSize: 7, Calendar: w.calendar})
}

// inline is a picture as a part of the page: SVG that package scene wrote and escaped.
func inline(s scene.Scene) template.HTML {
	var b strings.Builder
	if err := scene.WriteSVG(&b, s, scene.SVG{Fragment: true}); err != nil {
		return "" // a strings.Builder does not fail
	}
	return template.HTML(b.String())
}

// logo is a picture as an address; what is neither PNG nor JPEG is left out.
func logo(data []byte) template.URL {
	kind := pictureType(data)
	if kind == "" {
		return ""
	}
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data))
}

// pictureType is the media type of PNG and JPEG, "" for anything else.
func pictureType(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	}
	return ""
}

// group is a run of rows that stand or are folded together.
type group struct {
	Rows   []row
	Folded bool
}

// First and Last are the numbers of its rows.
func (g group) First() int { return g.Rows[0].Number }
func (g group) Last() int  { return g.Rows[len(g.Rows)-1].Number }

// Groups folds the rows that agree in meaning, unless nothing would be left.
func (c comparison) Groups() []group {
	any := false
	for _, r := range c.Rows {
		any = any || r.Meaning
	}
	var out []group
	for _, r := range c.Rows {
		folded := any && !r.Meaning
		if len(out) == 0 || out[len(out)-1].Folded != folded {
			out = append(out, group{Folded: folded})
		}
		g := &out[len(out)-1]
		g.Rows = append(g.Rows, r)
	}
	return out
}
