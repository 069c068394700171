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

// meaning lists the differences that change the meaning.
func (d *docx) meaning(p docxText, x comparison) {
	if len(x.Meaning) == 0 {
		p.paragraph("Caption", "", d.c.Say("found nothing"))
	}
	for _, e := range x.Meaning {
		if !d.step() {
			break
		}
		p.open("Difference", "")
		p.run(e.Badge+" "+e.Name, runLook{bold: true, color: "C23B12"})
		p.run("  "+d.c.Say("row", e.Row)+" · "+d.c.Figure("%.2f", e.Severity)+status(e), runLook{color: "69707A"})
		p.close()
		p.open("", "")
		p.run(e.Reason, runLook{})
		p.close()
		if e.Note != "" {
			p.paragraph("Quote", "", e.Note)
		}
		t := p.table([]int{8, 92})
		for _, v := range e.Readings {
			t.startRow()
			t.cell(0, "", func() { p.run(v.Siglum, runLook{bold: true}) })
			t.cell(1, v.Language, func() { d.reading(p, e, v) })
			t.endRow()
		}
		t.finish()
	}
	if n := len(x.More); n > 0 {
		p.paragraph("Caption", "", d.c.words.sayN("more differences", n, n))
	}
}

func (d *docx) reading(p docxText, e difference, v reading) {
	look := runLook{language: v.Language}
	p.run(flat(v.Before), look)
	marked := look
	marked.fill = fills[e.Dress]
	if v.Missing {
		p.run("∅ "+d.c.Say("no counterpart"), runLook{italic: true, color: "69707A"})
	} else {
		p.run(flat(v.Text), marked)
	}
	p.run(flat(v.After), look)
}

// passages are rows side by side where they fit on the page; versions in the base's language are tracked changes.
func (d *docx) passages(p docxText, x comparison) {
	base := baseOf(d.result, x, d.options.Base)
	if x.Columns[base].Code == "" || !sameLanguage(x, base) {
		base = firstOfMany(x, base)
	}
	widths := []int{6}
	heads := []string{""}
	for _, v := range x.Columns {
		widths = append(widths, 94/len(x.Columns))
		heads = append(heads, strings.Join(nonEmpty(v.Siglum, v.Outlet, v.Language), " · "))
	}
	if x.Stacked {
		widths, heads = []int{8, 92}, []string{"", d.c.Say("column text")}
	}
	t := p.table(widths, heads...)
	for i, line := range x.Rows {
		if !d.step() {
			break
		}
		about := d.about(x, line)
		if x.Stacked {
			for column := range line.Cells {
				t.startRow()
				t.cell(0, "", func() { p.run(d.c.Figure("%d", line.Number)+" "+line.Cells[column].Siglum, runLook{color: "69707A"}) })
				t.cell(1, line.Cells[column].Language, func() { d.version(p, x, i, base, column, about(column)) })
				t.endRow()
			}
			continue
		}
		t.startRow()
		t.cell(0, "", func() { p.run(d.c.Figure("%d", line.Number), runLook{color: "69707A"}) })
		for column := range line.Cells {
			t.cell(column+1, line.Cells[column].Language, func() { d.version(p, x, i, base, column, about(column)) })
		}
		t.endRow()
	}
	t.finish()
}

// sameLanguage reports whether another column has the base's language.
func sameLanguage(x comparison, base int) bool {
	for column, v := range x.Columns {
		if column != base && v.Code == x.Columns[base].Code {
			return true
		}
	}
	return false
}

// firstOfMany is the first column whose language another one has, too; else the base.
func firstOfMany(x comparison, base int) int {
	for column := range x.Columns {
		if sameLanguage(x, column) {
			return column
		}
	}
	return base
}

// about says what comments a cell gets: each difference stands at the version that departs, once.
func (d *docx) about(x comparison, line row) func(column int) []comment {
	return func(column int) []comment {
		var out []comment
		for _, e := range x.All {
			if e.Row != line.Number || !e.Shown || home(e) != column {
				continue
			}
			s := e.Badge + " " + e.Name + " (" + d.c.Figure("%.2f", e.Severity) + "): " + e.Reason
			out = append(out, comment{"Hexapla", s})
			if e.Note != "" {
				out = append(out, comment{e.Coder, e.Note})
			}
		}
		return out
	}
}

// home is the column at which a difference is told.
func home(e difference) int {
	if len(e.departs) > 0 {
		return e.departs[0]
	}
	if len(e.places) > 0 {
		return e.places[0].column
	}
	return 0
}

// version writes a cell: as it stands, or as changes of the base.
func (d *docx) version(p docxText, x comparison, i, base, column int, about []comment) {
	first := len(d.comments)
	for n := range about {
		p.empty("w:commentRangeStart", "w:id", strconv.Itoa(first+n))
	}
	cell := x.Rows[i].Cells[column]
	look := runLook{language: cell.Language}
	switch {
	case cell.Missing && column != base && !x.Rows[i].Cells[base].Missing && x.Columns[column].Code == x.Columns[base].Code, !cell.Missing && column != base && x.Columns[column].Code == x.Columns[base].Code:
		for _, change := range tracked(d.result, x, i, base, column) {
			d.change(p, change, look)
		}
	case cell.Missing:
		p.run(d.c.Say("no counterpart"), runLook{italic: true, color: "69707A"})
	default:
		for _, piece := range cell.Pieces {
			dressed := look
			dressed.fill = fills[piece.Dress]
			p.run(flat(piece.Text), dressed)
		}
	}
	for n, a := range about {
		p.empty("w:commentRangeEnd", "w:id", strconv.Itoa(first+n))
		p.start("w:r")
		p.empty("w:commentReference", "w:id", strconv.Itoa(first+n))
		p.end(1)
		d.comments = append(d.comments, a)
	}
}

func (d *docx) change(p docxText, c change, look runLook) {
	if c.Kind == kept {
		p.run(flat(c.Text), look)
		return
	}
	d.changes++
	element := "w:ins"
	if c.Kind == deleted {
		element, look.deleted = "w:del", true
	}
	p.start(element, "w:id", strconv.Itoa(10000+d.changes), "w:author", "Hexapla", "w:date", stamp(d.options))
	p.run(flat(c.Text), look)
	p.end(1)
}

// fills are the grounds of the kinds.
var fills = map[string]string{"sub": "FFEFC6", "add": "D5F0E8", "del": "FBE0DA", "mov": "E8E0FA"}

// chartResolution is that of pictures in the document: sharp in print, small in mail.
const chartResolution = 192

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
