package report

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"

	"hexapla/analysis"
	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// writePDF writes the content as pages in print.
func writePDF(ctx context.Context, w io.Writer, r *analysis.Result, o Options) error {
	d, engine, err := newPages(ctx, r, o, stretchOf(o.Progress, 0, 50))
	if err != nil {
		return err
	}
	return scene.WritePDF(ctx, w, d, engine, stretchOf(o.Progress, 50, 100))
}

// Pages are the pages of the PDF as scenes: what a preview shows.
func Pages(ctx context.Context, r *analysis.Result, o Options) ([]scene.Scene, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	d, _, err := newPages(ctx, r, o, o.Progress)
	return d.Pages, err
}

func newPages(ctx context.Context, r *analysis.Result, o Options, tell func(done, total int)) (scene.Document, *typeset.Engine, error) {
	c, err := newContent(r, o)
	if err != nil {
		return scene.Document{}, nil, err
	}
	engine, err := o.engine()
	if err != nil {
		return scene.Document{}, nil, err
	}
	b := &book{pager: newPager(engine), progress: newProgress(ctx, c, tell), c: c, result: r, options: o}
	b.front()
	for _, part := range Parts {
		if c.Has(part) {
			b.heading(part)
			b.part(part)
		}
	}
	if err := ctx.Err(); err != nil {
		return scene.Document{}, nil, err
	}
	b.contents()
	b.numbers()
	return scene.Document{Title: c.Title, Language: c.Language, Date: o.Now, Pages: b.pages, Contents: b.marks}, engine, nil
}

// book is the pages under way.
type book struct {
	*pager
	*progress
	c        *content
	result   *analysis.Result
	options  Options
	marks    []scene.Bookmark
	listedAt float64 // where the contents stand on the first page
}

var (
	inkText    = scene.Light.Ink
	inkMuted   = scene.Light.Muted
	inkMeaning = dressInk["del"]

	bodyPrint    = print{size: 13.4, ink: inkText, own: true}
	captionPrint = print{size: 11, sans: true, ink: inkMuted, own: true}
	headPrint    = print{size: 11, sans: true, bold: true, ink: inkMuted}
	cellPrint    = print{size: 12.4, ink: inkText, lineHeight: 1.4}
)

// front is the head of the first page with the question and the contents.
func (b *book) front() {
	c := b.c
	b.logo()
	count := ""
	if len(c.Versions) > 0 {
		count = c.words.count("versions", len(c.Versions))
	}
	b.text(strings.Join(nonEmpty(c.Kicker, c.Date, count), " · "), captionPrint)
	b.text(c.Title, print{size: 27, bold: true, ink: inkText, lineHeight: 1.25, before: 4})
	if c.Question != "" {
		b.text(c.Say("question")+": "+c.Question, print{size: 14, italic: true, ink: inkText, before: 6})
	}
	b.y += 12
	b.listedAt = b.y
	parts := 0
	for _, part := range Parts {
		if c.Has(part) {
			parts++
		}
	}
	b.y += float64((parts+1)/2)*18 + 6
	b.rule(4)
}

func (b *book) logo() {
	if pictureType(b.options.Logo) == "" {
		return
	}
	img, _, err := image.Decode(bytes.NewReader(b.options.Logo))
	if err != nil || img.Bounds().Empty() {
		return
	}
	const high = 46
	wide := min(180, high*float64(img.Bounds().Dx())/float64(img.Bounds().Dy()))
	b.add(scene.Picture{Rect: scene.Rect{X: marginSide + textWide - wide, Y: marginTop - 20, W: wide, H: high}, Image: img})
}

func (b *book) heading(part Part) {
	b.skip(22)
	b.need(90)
	title := b.c.Say("part " + string(part))
	b.marks = append(b.marks, scene.Bookmark{Title: title, Page: len(b.pages) - 1, Y: b.y})
	b.text(title, print{size: 18, bold: true, ink: inkText, lineHeight: 1.3})
	b.y += 6
}

// contents lists the parts with their pages, in two columns, where front left room.
func (b *book) contents() {
	for i, m := range b.marks {
		x, y := marginSide+float64(i%2)*(textWide/2), b.listedAt+float64(i/2)*18+11
		look := scene.Look{Size: 11.5, Color: inkText}
		name := scene.Text{At: scene.Point{X: x, Y: y}, Text: m.Title, Look: look}
		page := scene.Text{At: scene.Point{X: x + textWide/2 - 24, Y: y}, Text: strconv.Itoa(m.Page + 1), Look: look, Anchor: scene.Right}
		page.Look.Color = inkMuted
		b.pages[0].Items = append(b.pages[0].Items, scene.Fit(b.engine, name, textWide/2-60), page)
	}
}

// numbers writes the foot of every page.
func (b *book) numbers() {
	for i := range b.pages {
		look := scene.Look{Size: 10.5, Color: inkMuted}
		y := pageHigh - marginFoot/2
		title := scene.Text{At: scene.Point{X: marginSide, Y: y}, Text: b.c.Title, Look: look}
		page := scene.Text{At: scene.Point{X: marginSide + textWide, Y: y}, Text: b.c.Say("page", i+1, len(b.pages)), Look: look, Anchor: scene.Right}
		b.pages[i].Items = append(b.pages[i].Items, scene.Fit(b.engine, title, textWide-120), page)
	}
}

func (b *book) part(part Part) {
	c := b.c
	switch part {
	case Summary:
		for _, s := range c.Summary {
			t := bodyPrint
			t.before = 3
			b.text(s, t)
		}
	case Versions:
		b.versions()
	case ScoreCard:
		b.scores()
	case Meaning:
		for _, x := range c.Comparisons {
			b.meaning(x)
		}
	case Differences:
		for _, x := range c.Comparisons {
			b.apparatus(x)
		}
	case Passages:
		for _, x := range c.Comparisons {
			b.passages(x)
		}
	case Positions:
		b.positions()
	case Statements:
		b.statements()
	case Notes:
		for _, n := range c.Notes {
			t := bodyPrint
			t.before, t.x, t.own = 6, 10, false
			b.text(n.Text, t)
			small := captionPrint
			small.x = 10
			b.text(strings.Join(nonEmpty(n.Who, n.Where, n.Quote), " · "), small)
		}
	case Method:
		b.method()
	}
}

// grid is a table under way: columns as shares of the width.
type grid struct {
	*book
	at, width []float64
}

const gutter = 12.0

func (b *book) sheet(shares ...float64) grid {
	sum, x := 0.0, 0.0
	for _, s := range shares {
		sum += s
	}
	t := grid{book: b}
	for _, s := range shares {
		t.at = append(t.at, x)
		t.width = append(t.width, s/sum*textWide-gutter)
		x += s / sum * textWide
	}
	return t
}

// cell is a column of a row.
func (t grid) cell(i int, s string, p print) column {
	p.x, p.width = t.at[i], t.width[i]
	return column{x: t.at[i], layout: t.engine.Layout(p.block(s)), print: p}
}

// line sets a row of cells in one look above a hairline.
func (t grid) line(p print, cells ...string) {
	var row []column
	for i, s := range cells {
		row = append(row, t.cell(i, s, p))
	}
	t.row(row)
	t.rule(3.5)
}

func (b *book) versions() {
	c := b.c
	t := b.sheet(8, 40, 20, 13, 12, 12)
	t.line(headPrint, c.Say("column siglum"), c.Say("column text"), c.Say("column outlet"), c.Say("column date"), c.Say("column language"), c.Say("column size"))
	for _, v := range c.Versions {
		name := cellPrint
		name.language = string(v.Code)
		siglum := cellPrint
		siglum.bold = true
		plain := cellPrint
		plain.sans, plain.size = true, 11
		text := strings.Join(nonEmpty(v.Title, strings.Join(nonEmpty(v.Label, v.Role), " · ")), "\n")
		b.row([]column{
			t.cell(0, v.Siglum, siglum), t.cell(1, text, name), t.cell(2, v.Outlet, plain), t.cell(3, v.Date, plain),
			t.cell(4, v.Language, plain), t.cell(5, v.Size, plain),
		})
		b.rule(3.5)
	}
	if n := len(c.MoreVersions); n > 0 {
		b.text(c.words.sayN("more versions", n, n), captionPrint)
	}
}

func (b *book) scores() {
	c := b.c
	t := b.sheet(9, 46, 11, 11, 11, 12)
	t.line(headPrint, c.Say("column siglum"), c.Say("column type"), c.Say("column minor"), c.Say("column major"), c.Say("column critical"), c.Say("column quality"))
	for _, s := range c.ScoreCard {
		bold := cellPrint
		bold.bold = true
		t.line(bold, s.Siglum, s.Title, "", "", "", fmt.Sprintf("%.1f", s.Quality))
		for _, e := range s.Types {
			t.line(cellPrint, "", e.Type, strconv.Itoa(e.Minor), strconv.Itoa(e.Major), strconv.Itoa(e.Critical), "")
		}
	}
	b.text(c.Say("score formula"), captionPrint)
}
