package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the size of a logo
	_ "image/png"
	"io"
	"strconv"
	"strings"

	"hexapla/analysis"
	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// writeDOCX writes the content as a document of Word: headings by style, tables, charts as pictures, versions in the
// base's language as tracked changes of it, differences and notes as comments.
func writeDOCX(ctx context.Context, w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	engine, err := o.engine()
	if err != nil {
		return err
	}
	d := &docx{progress: newProgress(ctx, c, stretchOf(o.Progress, 0, 99)), result: r, options: o, c: c, engine: engine}
	document, err := d.document()
	if err := errors.Join(err, ctx.Err()); err != nil {
		return err
	}
	parts := []part{
		{"[Content_Types].xml", []byte(docxTypes)},
		{"_rels/.rels", []byte(docxRoot)},
		{"docProps/core.xml", d.properties()},
		{"word/document.xml", document},
		{"word/styles.xml", []byte(docxStyles)},
		{"word/settings.xml", []byte(docxSettings)},
		{"word/footer1.xml", []byte(docxFooter)},
		{"word/comments.xml", d.commentPart()},
		{"word/_rels/document.xml.rels", d.relations()},
	}
	for i, p := range d.pictures {
		parts = append(parts, part{pictureName(i, p), p})
	}
	if err := writeZip(stoppable{ctx, w}, parts); err != nil {
		return err
	}
	if o.Progress != nil {
		o.Progress(100, 100)
	}
	return nil
}

// docx is a document under way.
type docx struct {
	*progress
	result   *analysis.Result
	options  Options
	c        *content
	engine   *typeset.Engine
	pictures [][]byte
	comments []comment
	changes  int
}

type comment struct{ who, text string }

func (d *docx) document() ([]byte, error) {
	var b bytes.Buffer
	x := newXML(&b)
	x.start("w:document", "xmlns:w", wordNS, "xmlns:r", relationNS, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
		"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main", "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture")
	x.start("w:body")
	p := d.text(x)
	if kind := pictureType(d.options.Logo); kind != "" {
		if size, _, err := image.DecodeConfig(bytes.NewReader(d.options.Logo)); err == nil && size.Width > 0 && size.Height > 0 {
			height := 48.0
			d.picture(p, d.options.Logo, height*float64(size.Width)/float64(size.Height), height, "")
		}
	}
	p.paragraph("Kicker", "", strings.Join(nonEmpty(d.c.Kicker, d.c.Date), " · "))
	p.paragraph("Title", "", d.c.Title)
	if d.c.Question != "" {
		p.paragraph("", "", d.c.Say("question")+": "+d.c.Question)
	}
	for _, part := range Parts {
		if !d.c.Has(part) {
			continue
		}
		p.paragraph("Heading1", "", d.c.Say("part "+string(part)))
		if err := d.part(p, part); err != nil {
			return nil, err
		}
	}
	x.start("w:sectPr")
	x.empty("w:footerReference", "w:type", "default", "r:id", "rIdFooter")
	x.empty("w:pgSz", "w:w", "11906", "w:h", "16838")
	x.empty("w:pgMar", "w:top", "1134", "w:right", "1020", "w:bottom", "1134", "w:left", "1020", "w:header", "567", "w:footer", "567", "w:gutter", "0")
	x.end(3)
	err := x.Flush()
	return b.Bytes(), err
}

func (d *docx) part(p docxText, part Part) error {
	c := d.c
	switch part {
	case Summary:
		for _, s := range c.Summary {
			p.paragraph("", "", s)
		}
	case Versions:
		t := p.table([]int{8, 38, 20, 12, 12, 10}, c.Say("column siglum"), c.Say("column text"), c.Say("column outlet"), c.Say("column date"), c.Say("column language"), c.Say("column size"))
		for _, v := range c.Versions {
			t.startRow()
			t.cell(0, "", func() { p.run(v.Siglum, runLook{bold: true}) })
			t.cell(1, v.Code, func() {
				p.run(v.Title, runLook{language: v.Code})
				if about := strings.Join(nonEmpty(v.Label, v.Role), " · "); about != "" {
					p.close()
					p.open("Cell", "")
					p.run(about, runLook{color: "69707A"})
				}
			})
			for i, s := range []string{v.Outlet, v.Date, v.Language, v.Size} {
				t.cell(i+2, "", func() { p.run(s, runLook{}) })
			}
			t.endRow()
		}
		t.finish()
		if n := len(c.MoreVersions); n > 0 {
			p.paragraph("Caption", "", c.words.sayN("more versions", n, n))
		}
	case ScoreCard:
		t := p.table([]int{10, 44, 11, 11, 11, 13}, c.Say("column siglum"), c.Say("column type"), c.Say("column minor"), c.Say("column major"), c.Say("column critical"), c.Say("column quality"))
		for _, s := range c.ScoreCard {
			t.row(s.Siglum, s.Title, "", "", "", c.Figure("%.1f", s.Quality))
			for _, e := range s.Types {
				t.row("", c.MQM(e.Type), c.Figure("%d", e.Minor), c.Figure("%d", e.Major), c.Figure("%d", e.Critical), "")
			}
		}
		t.finish()
		p.paragraph("Caption", "", c.Say("score formula"))
	case Meaning:
		for _, x := range c.Comparisons {
			d.meaning(p, x)
		}
	case Differences:
		t := p.table([]int{8, 20, 60, 12}, c.Say("column row"), c.Say("column kind"), c.Say("column readings"), c.Say("column severity"))
		for _, x := range c.Comparisons {
			for _, e := range x.All {
				if !d.step() {
					break
				}
				t.row(c.Figure("%d", e.Row), e.Badge+" "+e.Name, readings(e), c.Figure("%.2f", e.Severity))
			}
		}
		t.finish()
	case Passages:
		for _, x := range c.Comparisons {
			d.passages(p, x)
		}
	case Positions:
		return d.positions(p)
	case Agreement:
		if err := d.chart(p, scene.HeatMap(c.Agreement, scene.View{Width: 640, Calendar: c.words.calendar, Engine: d.engine})); err != nil {
			return err
		}
		p.paragraph("Caption", "", c.Say("agreement caption"))
		for _, s := range c.Near {
			p.paragraph("", "", s)
		}
	case Statements:
		t := p.table([]int{14, 18, 44, 24}, c.Say("column date"), c.Say("column actor"), c.Say("column statement"), c.Say("column position"))
		for _, s := range c.Statements {
			if !d.step() {
				break
			}
			t.row(strings.Join(nonEmpty(s.Date, s.Outlet), "\n"), strings.Join(nonEmpty(s.Actor, other(s.Speaker, s.Actor)), "\n"), joined(s.Sentence), stances(s))
		}
		t.finish()
		if n := len(c.MoreStatements); n > 0 {
			p.paragraph("Caption", "", c.words.sayN("more statements", n, n))
		}
	case Notes:
		for _, n := range c.Notes {
			p.paragraph("Quote", "", n.Text)
			p.paragraph("Caption", "", strings.Join(nonEmpty(n.Who, n.Where, n.Quote), " · "))
		}
	case Method:
		d.method(p)
	}
	return nil
}

func (d *docx) method(p docxText) {
	c := d.c
	for _, s := range c.Method.Paragraphs {
		p.paragraph("", "", s)
	}
	t := p.table([]int{40, 60}, c.Say("settings"), "")
	for _, s := range c.Method.Settings {
		t.row(s[0], s[1])
	}
	t.finish()
	for _, list := range []struct {
		title string
		rules []rule
	}{{"rules differences", c.Method.Rules}, {"rules codings", c.Method.Codes}} {
		if len(list.rules) == 0 {
			continue
		}
		p.paragraph("Heading2", "", c.Say(list.title))
		t := p.table([]int{60, 16, 24}, c.Say("column rule"), c.Say("column times"), c.Say("column weight"))
		for _, r := range list.rules {
			t.row(r.Name, c.Figure("%d", r.Times), c.words.calendar.Number(r.Weight()))
		}
		t.finish()
	}
	p.paragraph("Heading2", "", c.Say("inputs"))
	t = p.table([]int{30, 70}, c.Say("column file"), "SHA-256")
	for _, i := range c.Method.Inputs {
		t.row(i.File, i.Hash)
	}
	t.finish()
	p.paragraph("Caption", "", strings.Join(nonEmpty(c.Method.Digest, c.Method.Program), " · "))
}

func (d *docx) positions(p docxText) error {
	const width = 640
	for _, i := range d.c.Issues {
		s := scene.WithLegend(i.Chart, scene.View{Width: width, Height: width * 0.42, MarkSize: 6.5, Calendar: d.c.words.calendar, Engine: d.engine})
		if err := d.chart(p, s); err != nil {
			return err
		}
		p.paragraph("Caption", "", i.Caption)
	}
	if len(d.c.Grid.Rows) > 0 && len(d.c.Grid.Columns) > 0 {
		if err := d.chart(p, scene.HeatMap(d.c.Grid, scene.View{Width: width, Calendar: d.c.words.calendar, Engine: d.engine})); err != nil {
			return err
		}
		p.paragraph("Caption", "", d.c.Say("heat map caption"))
	}
	return nil
}

func (d *docx) chart(p docxText, s scene.Scene) error {
	var b bytes.Buffer
	if err := scene.WritePNG(&b, s, chartResolution, d.engine); err != nil {
		return err
	}
	d.picture(p, b.Bytes(), s.Width*0.75, s.Height*0.75, s.Title)
	return nil
}

// picture places a picture of a size in points.
func (d *docx) picture(p docxText, data []byte, width, height float64, title string) {
	d.pictures = append(d.pictures, data)
	n := strconv.Itoa(len(d.pictures))
	const emu = 12700 // in a point
	cx, cy := strconv.Itoa(int(width*emu)), strconv.Itoa(int(height*emu))
	p.open("", "")
	for _, e := range [][]string{
		{"w:r"}, {"w:drawing"}, {"wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0"},
	} {
		p.start(e[0], e[1:]...)
	}
	p.empty("wp:extent", "cx", cx, "cy", cy)
	p.empty("wp:docPr", "id", n, "name", "picture "+n, "descr", title)
	for _, e := range [][]string{
		{"a:graphic"}, {"a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture"}, {"pic:pic"}, {"pic:nvPicPr"},
	} {
		p.start(e[0], e[1:]...)
	}
	p.empty("pic:cNvPr", "id", n, "name", "picture "+n)
	p.empty("pic:cNvPicPr")
	p.end(1)
	p.start("pic:blipFill")
	p.empty("a:blip", "r:embed", "rIdPicture"+n)
	p.start("a:stretch")
	p.empty("a:fillRect")
	p.end(2)
	p.start("pic:spPr")
	p.start("a:xfrm")
	p.empty("a:off", "x", "0", "y", "0")
	p.empty("a:ext", "cx", cx, "cy", cy)
	p.end(1)
	p.start("a:prstGeom", "prst", "rect")
	p.empty("a:avLst")
	p.end(8)
	p.close()
}

func pictureName(i int, data []byte) string {
	ending := "png"
	if pictureType(data) == "image/jpeg" {
		ending = "jpeg"
	}
	return fmt.Sprintf("word/media/picture%d.%s", i+1, ending)
}
