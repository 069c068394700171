package report

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// dressInk and dressGround are the colours of the kinds in print.
var (
	dressInk = map[string]color.NRGBA{
		"sub": {0xB2, 0x6A, 0x00, 255}, "add": {0x0B, 0x7A, 0x5C, 255}, "del": {0xC2, 0x3B, 0x12, 255}, "mov": {0x67, 0x41, 0xC7, 255},
		"gap": {0xC2, 0x3B, 0x12, 255},
	}
	dressGround = map[string]color.NRGBA{
		"sub": {0xFF, 0xEF, 0xC6, 255}, "add": {0xD5, 0xF0, 0xE8, 255}, "del": {0xFB, 0xE0, 0xDA, 255}, "mov": {0xE8, 0xE0, 0xFA, 255},
	}
	dressLine = map[string]typeset.Underline{"sub": typeset.Solid, "add": typeset.Solid, "del": typeset.Dashed, "mov": typeset.Dotted}
)

// mark is the highlight of a kind.
func mark(start, end int, dress string, meaning bool) typeset.Mark {
	m := typeset.Mark{Start: start, End: end, Line: dressLine[dress]}
	if ink, ok := dressInk[dress]; ok {
		m.LineColor = ink
	}
	if ground, ok := dressGround[dress]; ok && meaning {
		m.Ground = ground
	}
	return m
}

// dressed is the text of pieces with their highlights.
func dressed(pieces []piece) (string, []typeset.Mark) {
	var b strings.Builder
	var marks []typeset.Mark
	for _, p := range pieces {
		start := b.Len()
		if p.Dress == "gap" {
			b.WriteString("∅")
		} else {
			b.WriteString(flat(p.Text))
		}
		if p.Dress != "" && p.Dress != "said" {
			marks = append(marks, mark(start, b.Len(), p.Dress, p.Meaning))
		}
	}
	return b.String(), marks
}

// meaning lists the differences that change the meaning.
func (b *book) meaning(x comparison) {
	c := b.c
	if len(x.Meaning) == 0 {
		b.text(c.Say("found nothing"), captionPrint)
	}
	for _, d := range x.Meaning {
		if !b.step() {
			return
		}
		b.need(76)
		b.rule(3)
		head := print{size: 12, sans: true, bold: true, ink: inkMeaning}
		about := fmt.Sprintf("  %s · %.2f%s", c.Say("row", d.Row), d.Severity, status(d))
		name := d.Badge + " " + d.Name
		head.runs = []typeset.Run{{Start: len(name), End: len(name) + len(about), Style: typeset.Style{Family: typeset.Sans}}}
		b.text(name+about, head)
		reason := bodyPrint
		reason.size = 12.8
		b.text(d.Reason, reason)
		if d.Note != "" {
			b.text(d.Note, print{size: 12.4, italic: true, ink: inkText, x: 10})
		}
		t := b.sheet(7, 93)
		for _, v := range d.Readings {
			siglum := print{size: 11, sans: true, bold: true, ink: inkMuted}
			if v.Departs {
				siglum.ink = inkMeaning
			}
			words := cellPrint
			words.language = string(v.Language)
			text := "∅ " + c.Say("no counterpart")
			before := flat(v.Before)
			if !v.Missing {
				text = flat(v.Text)
				words.dress = []typeset.Mark{mark(len(before), len(before)+len(text), d.Dress, true)}
			} else {
				words.dress = []typeset.Mark{mark(len(before), len(before)+len("∅"), "gap", false)}
				if v.Before+v.After != "" {
					text = "∅"
				}
			}
			b.row([]column{t.cell(0, v.Siglum, siglum), t.cell(1, before+text+flat(v.After), words)})
		}
		b.y += 3
	}
	if n := len(x.More); n > 0 {
		b.text(c.words.sayN("more differences", n, n), captionPrint)
	}
}

func (b *book) apparatus(x comparison) {
	t := b.sheet(7, 22, 61, 10)
	t.line(headPrint, b.c.Say("column row"), b.c.Say("column kind"), b.c.Say("column readings"), b.c.Say("column severity"))
	small := cellPrint
	small.size = 11.5
	for _, d := range x.All {
		if !b.step() {
			return
		}
		t.line(small, strconv.Itoa(d.Row), d.Badge+" "+d.Name, readings(d), fmt.Sprintf("%.2f", d.Severity))
	}
}

// passages stand side by side; with more columns than a page holds, one below the other. A briefing leaves out the
// rows that agree in meaning.
func (b *book) passages(x comparison) {
	c := b.c
	shares := []float64{5}
	if x.Stacked {
		shares = append(shares, 9, 86)
	} else {
		for range x.Columns {
			shares = append(shares, 95/float64(len(x.Columns)))
		}
	}
	t := b.sheet(shares...)
	if !x.Stacked {
		heads := []string{""}
		for _, v := range x.Columns {
			heads = append(heads, strings.Join(nonEmpty(v.Siglum, v.Outlet, v.Language), " · "))
		}
		t.line(headPrint, heads...)
	}
	for _, g := range x.Groups() {
		if g.Folded && c.Template == "briefing" {
			b.text(c.words.sayN("rows folded", len(g.Rows), g.First(), g.Last()), captionPrint)
			b.rule(3)
			continue
		}
		for _, line := range g.Rows {
			if !b.step() {
				return
			}
			b.passage(t, x, line)
		}
	}
}

func (b *book) passage(t grid, x comparison, line row) {
	number := print{size: 10.5, sans: true, ink: inkMuted}
	if line.Meaning {
		number.ink, number.bold = inkMeaning, true
	}
	cells := []column{t.cell(0, strconv.Itoa(line.Number), number)}
	for i, cell := range line.Cells {
		words := cellPrint
		words.language = string(cell.Language)
		text, marks := dressed(cell.Pieces)
		words.dress = marks
		if cell.Missing {
			text, words.italic, words.ink = b.c.Say("no counterpart"), true, inkMuted
		}
		if !x.Stacked {
			cells = append(cells, t.cell(i+1, text, words))
			continue
		}
		b.row(append(cells, t.cell(1, cell.Siglum, print{size: 11, sans: true, bold: true, ink: inkMuted}), t.cell(2, text, words)))
		cells = nil
	}
	if !x.Stacked {
		b.row(cells)
	}
	b.rule(3.5)
}

func (b *book) positions() {
	for _, i := range b.c.Issues {
		view := scene.View{Width: textWide, Height: textWide * 0.4, MarkSize: 6.5, TextSize: 10, Calendar: b.c.words.calendar, Engine: b.engine}
		b.picture(scene.WithLegend(i.Chart, view))
		b.text(i.Caption, captionPrint)
		b.y += 10
	}
	if g := b.c.Grid; len(g.Rows) > 0 && len(g.Columns) > 0 {
		b.picture(scene.HeatMap(g, scene.View{Width: textWide, TextSize: 10, Engine: b.engine}))
		b.text(b.c.Say("heat map caption"), captionPrint)
	}
}

func (b *book) statements() {
	c := b.c
	t := b.sheet(15, 19, 42, 24)
	t.line(headPrint, c.Say("column date"), c.Say("column actor"), c.Say("column statement"), c.Say("column position"))
	small := print{size: 11, sans: true, ink: inkText, lineHeight: 1.4}
	for _, s := range c.Statements {
		if !b.step() {
			return
		}
		words := cellPrint
		words.language = string(s.Language)
		b.row([]column{
			t.cell(0, strings.Join(nonEmpty(s.Date, s.Outlet), "\n"), small),
			t.cell(1, strings.Join(nonEmpty(s.Actor, other(s.Speaker, s.Actor)), "\n"), small),
			t.cell(2, joined(s.Sentence), words), t.cell(3, stances(s), small),
		})
		b.rule(3.5)
	}
	if n := len(c.MoreStatements); n > 0 {
		b.text(c.words.sayN("more statements", n, n), captionPrint)
	}
}

func (b *book) method() {
	c := b.c
	small := print{size: 12, ink: inkText, before: 3}
	for _, s := range c.Method.Paragraphs {
		b.text(s, small)
	}
	table := func(title string, shares []float64, rows [][]string) {
		if len(rows) == 0 {
			return
		}
		b.skip(10)
		b.need(60)
		b.text(title, headPrint)
		b.y += 3
		t := b.sheet(shares...)
		for _, r := range rows {
			t.line(print{size: 11, sans: true, ink: inkText, lineHeight: 1.35}, r...)
		}
	}
	var settings, inputs [][]string
	for _, s := range c.Method.Settings {
		settings = append(settings, []string{s[0], s[1]})
	}
	for _, i := range c.Method.Inputs {
		inputs = append(inputs, []string{i.File, i.Hash})
	}
	table(c.Say("settings"), []float64{40, 60}, settings)
	table(c.Say("rules differences"), []float64{60, 15, 25}, ruleRows(c.Method.Rules))
	table(c.Say("rules codings"), []float64{60, 15, 25}, ruleRows(c.Method.Codes))
	table(c.Say("inputs"), []float64{30, 70}, inputs)
	b.skip(8)
	b.text(c.Method.Program, captionPrint)
}

func ruleRows(rules []rule) [][]string {
	var out [][]string
	for _, r := range rules {
		out = append(out, []string{r.Name, strconv.Itoa(r.Times), r.Weight()})
	}
	return out
}
