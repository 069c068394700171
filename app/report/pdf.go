package report

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"io"
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
	var b *book
	for _, size := range sizes {
		if c.Template == "briefing" {
			c.cut(size)
		}
		b = &book{pager: newPager(engine, c.Direction == "rtl"), progress: newProgress(ctx, c, tell), c: c, options: o}
		tell = nil // of the first try, which takes longest
		b.set()
		if c.Template != "briefing" || len(b.pages) <= briefing || ctx.Err() != nil {
			break
		}
	}
	b.contents()
	b.numbers()
	return scene.Document{Title: c.Title, Language: c.Language, Date: o.Now, Pages: b.pages, Contents: b.marks}, engine, ctx.Err()
}

// briefing is how many pages a briefing has, unless even its shortest lists take more.
const briefing = 2

// set fills the pages.
func (b *book) set() {
	b.front()
	for _, part := range Parts {
		if b.c.Has(part) {
			b.heading(part)
			b.part(part)
		}
	}
}

// book is the pages under way.
type book struct {
	*pager
	*progress
	c        *content
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
	headPrint    = print{size: 11, sans: true, bold: true, ink: inkMuted, own: true}
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
	b.text(c.Title, print{size: 27, bold: true, ink: inkText, lineHeight: 1.25, before: 4, align: b.start()})
	if c.Question != "" {
		b.text(c.Say("question")+": "+c.Question, print{size: 14, italic: true, ink: inkText, before: 6, own: true})
	}
	if c.Template == "briefing" {
		b.rule(8)
		return
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

// start is the side where the report's lines begin, for texts that may run the other way.
func (b *book) start() typeset.Align {
	if b.mirrored {
		return typeset.Right
	}
	return typeset.Left
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
	x := marginSide + textWide - wide
	if b.mirrored {
		x = marginSide
	}
	b.add(scene.Picture{Rect: scene.Rect{X: x, Y: marginTop - 20, W: wide, H: high}, Image: img})
}

func (b *book) heading(part Part) {
	title := b.c.Say("part " + string(part))
	b.lead(60, func() {
		b.skip(20)
		b.marks = append(b.marks, scene.Bookmark{Title: title, Page: len(b.pages) - 1, Y: b.y})
		b.text(title, print{size: 18, bold: true, ink: inkText, lineHeight: 1.3, own: true})
		b.y += 6
	})
}

// contents lists the parts with their pages, in two columns, where front left room.
func (b *book) contents() {
	if b.listedAt == 0 {
		return
	}
	for i, m := range b.marks {
		x, y := float64(i%2)*(textWide/2), b.listedAt+float64(i/2)*18+11
		b.line(&b.pages[0], y, x, textWide/2-24, m.Title, b.c.Figure("%d", m.Page+1), 11.5, inkText)
	}
}

// line writes two texts at the two ends of a line that begins at x within the text.
func (b *book) line(page *scene.Scene, y, x, width float64, first, last string, size float64, ink color.NRGBA) {
	look, muted := scene.Look{Size: size, Color: ink}, scene.Look{Size: size, Color: inkMuted}
	left, right := scene.Left, scene.Right
	from, to := marginSide+x, marginSide+x+width
	if b.mirrored {
		left, right = right, left
		from, to = pageWide-from, pageWide-to
	}
	head := scene.Text{At: scene.Point{X: from, Y: y}, Text: first, Look: look, Anchor: left, Language: b.c.Language}
	foot := scene.Text{At: scene.Point{X: to, Y: y}, Text: last, Look: muted, Anchor: right, Language: b.c.Language}
	page.Items = append(page.Items, scene.Fit(b.engine, head, width-70), foot)
}

// numbers writes the foot of every page.
func (b *book) numbers() {
	for i := range b.pages {
		b.line(&b.pages[i], pageHigh-marginFoot/2, 0, textWide, b.c.Title, b.c.Say("page", i+1, len(b.pages)), 10.5, inkMuted)
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
	case Agreement:
		b.agreement()
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

// table sets a table whose head stands above its first row and on every page on which it goes on.
func (b *book) table(shares []float64, heads []string, fill func(t grid)) {
	t := b.sheet(shares...)
	if len(heads) > 0 {
		head := func() { t.line(headPrint, heads...) }
		b.lead(26, head)
		b.head = head
	}
	fill(t)
	b.head, b.leads = nil, nil
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
	return column{x: t.at[i], layout: t.engine.Layout(t.block(s, p)), print: p}
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

// With more than a few versions a briefing gives each of them one line.
const few, oneLineOfTitle = 5, 34

func (b *book) versions() {
	c := b.c
	heads := []string{c.Say("column siglum"), c.Say("column text"), c.Say("column outlet"), c.Say("column date"), c.Say("column language"), c.Say("column size")}
	b.table([]float64{9, 37, 18, 13, 12, 14}, heads, func(t grid) {
		for _, v := range c.Versions {
			name, plain := cellPrint, cellPrint
			name.language = string(v.Code)
			plain.sans, plain.size, plain.align = true, 11, b.start()
			text := v.Title
			if c.Template == "briefing" && len(c.Versions) > few {
				text = short(text, oneLineOfTitle)
			}
			if c.Template != "briefing" {
				text = strings.Join(nonEmpty(v.Title, strings.Join(nonEmpty(v.Label, v.Role), " · ")), "\n")
			}
			name.align = b.start()
			siglum := plain
			siglum.bold = true
			t.row([]column{
				t.cell(0, v.Siglum, siglum), t.cell(1, text, name), t.cell(2, v.Outlet, plain), t.cell(3, v.Date, plain),
				t.cell(4, v.Language, plain), t.cell(5, v.Size, plain),
			})
			b.rule(3.5)
		}
	})
	if n := len(c.MoreVersions); n > 0 {
		b.text(c.words.sayN("more versions", n, n), captionPrint)
	}
}

func (b *book) scores() {
	c := b.c
	heads := []string{c.Say("column siglum"), c.Say("column type"), c.Say("column minor"), c.Say("column major"), c.Say("column critical"), c.Say("column quality")}
	b.table([]float64{9, 46, 11, 11, 11, 12}, heads, func(t grid) {
		for _, s := range c.ScoreCard {
			bold := cellPrint
			bold.bold = true
			t.line(bold, s.Siglum, s.Title, "", "", "", b.c.Figure("%.1f", s.Quality))
			for _, e := range s.Types {
				t.line(cellPrint, "", c.MQM(e.Type), b.c.Figure("%d", e.Minor), b.c.Figure("%d", e.Major), b.c.Figure("%d", e.Critical), "")
			}
		}
	})
	b.text(c.Say("score formula"), captionPrint)
}
