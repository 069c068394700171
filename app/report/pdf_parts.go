package report

import (
	"fmt"
	"image/color"
	"slices"
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
	b.story(x)
	if len(x.Meaning) == 0 {
		b.text(c.Say("found nothing"), captionPrint)
	}
	if c.Template == "briefing" {
		b.briefly(x.Meaning)
	}
	for i, d := range x.Meaning {
		if c.Template == "briefing" || !b.step() {
			break
		}
		if i > 0 {
			b.y += 3
		}
		b.lead(8, func() { b.rule(4) })
		b.difference(d)
	}
	if n := len(x.More); n > 0 {
		b.skip(4)
		b.text(c.words.sayN("more differences", n, n), captionPrint)
	}
}

// briefly tells each difference in a line of a table: its kind, how the versions read, and why it matters.
func (b *book) briefly(differences []difference) {
	kind := print{size: 11, sans: true, ink: inkMeaning, lineHeight: 1.4, align: b.start()}
	words := print{size: 12, ink: inkText, lineHeight: 1.4, align: b.start()}
	reason := print{size: 12, ink: inkText, lineHeight: 1.4, own: true}
	b.table([]float64{19, 36, 45}, nil, func(t grid) {
		for _, d := range differences {
			if !b.step() {
				return
			}
			name := d.Badge + " " + d.Name
			kind.runs = []typeset.Run{{Start: 0, End: len(name), Style: typeset.Style{Family: typeset.Sans, Bold: true}}}
			kind.dress = []typeset.Mark{{Start: 0, End: len(name), Ground: dressGround["del"]}}
			var text string
			text, words.dress, words.runs = listed(d)
			b.row([]column{
				t.cell(0, fmt.Sprintf("%s\n%s · %.2f%s", name, b.c.Say("row", d.Row), d.Severity, status(d)), kind),
				t.cell(1, text, words), t.cell(2, strings.Join(nonEmpty(d.Reason, d.Note), "\n"), reason),
			})
			b.rule(3.5)
		}
	})
}

// listed is how the versions read, a line each, those with the same words together.
func listed(d difference) (string, []typeset.Mark, []typeset.Run) {
	var b strings.Builder
	var marks []typeset.Mark
	var runs []typeset.Run
	for i, group := range alike(d.Readings) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if i == mostReadings {
			b.WriteString("…")
			break
		}
		sigla, text, dress := "", "∅", "gap"
		for _, v := range group {
			sigla = strings.TrimSpace(sigla + " " + v.Siglum)
		}
		if !group[0].Missing {
			text, dress = short(flat(strings.TrimSpace(group[0].Text)), 70), d.Dress
		}
		runs = append(runs, typeset.Run{Start: b.Len(), End: b.Len() + len(sigla), Style: typeset.Style{Family: typeset.Sans, Bold: true}})
		b.WriteString(sigla + "  ")
		marks = append(marks, mark(b.Len(), b.Len()+len(text), dress, group[0].Departs))
		b.WriteString(text)
	}
	return b.String(), marks, runs
}

// mostReadings is how many wordings a line of a briefing shows.
const mostReadings = 5

// alike groups readings that have the same words and depart alike.
func alike(readings []reading) [][]reading {
	var out [][]reading
	for _, v := range readings {
		at := slices.IndexFunc(out, func(g []reading) bool {
			return g[0].Text == v.Text && g[0].Missing == v.Missing && g[0].Departs == v.Departs
		})
		if at < 0 {
			out = append(out, []reading{v})
			continue
		}
		out[at] = append(out[at], v)
	}
	return out
}

// story is the head of a comparison where there is more than one.
func (b *book) story(x comparison) {
	if len(b.c.Comparisons) > 1 && x.Story != "" {
		b.text(x.Story, print{size: 13.4, bold: true, ink: inkText, before: 8, keep: true, align: b.start()})
	}
}

// difference tells what differs, why it matters, and how each version reads.
func (b *book) difference(d difference) {
	c := b.c
	head := print{size: 11.5, sans: true, bold: true, ink: inkMeaning, own: true, keep: true}
	name := d.Badge + " " + d.Name
	about := fmt.Sprintf("   %s · %.2f%s", c.Say("row", d.Row), d.Severity, status(d))
	head.runs = []typeset.Run{{Start: len(name), End: len(name) + len(about), Style: typeset.Style{Family: typeset.Sans}}}
	head.dress = []typeset.Mark{{Start: 0, End: len(name), Ground: dressGround["del"]}, {Start: len(name), End: len(name) + len(about), Ink: inkMuted}}
	b.text(name+about, head)
	b.text(d.Reason, print{size: 12.8, ink: inkText, own: true, keep: true})
	if d.Note != "" {
		b.text(d.Note, print{size: 12.4, italic: true, ink: inkText, x: 10, keep: true})
	}
	t := b.sheet(7, 93)
	for i, v := range d.Readings {
		siglum := print{size: 11, sans: true, bold: true, ink: inkMuted, align: b.start()}
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
		cells := []column{t.cell(0, v.Siglum, siglum), t.cell(1, before+text+flat(v.After), words)}
		if i+1 < len(d.Readings) && len(d.Readings) <= together {
			b.lead(float64(cells[1].layout.Height), func() { b.row(cells) })
			continue
		}
		b.row(cells)
	}
}

// together is how many readings a difference may have that stands on one page.
const together = 8

func (b *book) apparatus(x comparison) {
	c := b.c
	b.story(x)
	heads := []string{c.Say("column row"), c.Say("column kind"), c.Say("column readings"), c.Say("column severity")}
	b.table([]float64{7, 22, 61, 10}, heads, func(t grid) {
		small := cellPrint
		small.size = 11.5
		for _, d := range x.All {
			if !b.step() {
				return
			}
			t.line(small, b.c.Figure("%d", d.Row), d.Badge+" "+d.Name, readings(d), b.c.Figure("%.2f", d.Severity))
		}
	})
}

// passages stand side by side; with more columns than a page holds, one below the other. A briefing leaves out the
// rows that agree in meaning.
func (b *book) passages(x comparison) {
	c := b.c
	b.story(x)
	shares, heads := []float64{5}, []string{""}
	if x.Stacked {
		shares, heads = append(shares, 9, 86), nil
	} else {
		for _, v := range x.Columns {
			shares = append(shares, 95/float64(len(x.Columns)))
			heads = append(heads, strings.Join(nonEmpty(v.Siglum, v.Outlet, v.Language), " · "))
		}
	}
	b.table(shares, heads, func(t grid) {
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
	})
}

func (b *book) passage(t grid, x comparison, line row) {
	number := print{size: 10.5, sans: true, ink: inkMuted, align: b.start()}
	if line.Meaning {
		number.ink, number.bold = inkMeaning, true
	}
	cells := []column{t.cell(0, b.c.Figure("%d", line.Number), number)}
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

// chartHeight is that of a chart in parts of its width: lower where pages are few.
func (b *book) chartHeight() float64 {
	if b.c.Template == "briefing" {
		return 0.32
	}
	return 0.4
}

func (b *book) positions() {
	for _, i := range b.c.Issues {
		view := scene.View{Width: textWide, Height: textWide * b.chartHeight(), MarkSize: 6.5, TextSize: 10, Calendar: b.c.words.calendar, Engine: b.engine}
		b.picture(scene.WithLegend(i.Chart, view))
		b.text(i.Caption, captionPrint)
		b.y += 10
	}
	if g := b.c.Grid; len(g.Rows) > 0 && len(g.Columns) > 0 && !b.c.withoutGrid {
		b.picture(scene.HeatMap(g, scene.View{Width: textWide, TextSize: 10, Calendar: b.c.words.calendar, Engine: b.engine}))
		b.text(b.c.Say("heat map caption"), captionPrint)
	}
}

func (b *book) agreement() {
	b.picture(scene.HeatMap(b.c.Agreement, scene.View{Width: textWide, TextSize: 10, Calendar: b.c.words.calendar, Engine: b.engine}))
	b.text(b.c.Say("agreement caption"), captionPrint)
	for _, s := range b.c.Near {
		b.text(s, bodyPrint)
	}
}

func (b *book) statements() {
	c := b.c
	heads := []string{c.Say("column date"), c.Say("column actor"), c.Say("column statement"), c.Say("column position")}
	b.table([]float64{14, 18, 46, 22}, heads, func(t grid) {
		small := print{size: 11, sans: true, ink: inkText, lineHeight: 1.4, align: b.start()}
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
	})
	if n := len(c.MoreStatements); n > 0 {
		b.text(c.words.sayN("more statements", n, n), captionPrint)
	}
}

func (b *book) method() {
	c := b.c
	if c.Template == "briefing" {
		b.brief()
		return
	}
	for _, s := range c.Method.Paragraphs {
		b.text(s, print{size: 12, ink: inkText, before: 3, own: true})
	}
	list := func(title string, shares []float64, heads []string, rows [][]string) {
		if len(rows) == 0 {
			return
		}
		b.skip(10)
		b.text(title, print{size: 11.5, sans: true, bold: true, ink: inkText, own: true, keep: true})
		b.table(shares, heads, func(t grid) {
			for _, r := range rows {
				t.line(print{size: 11, sans: true, ink: inkText, lineHeight: 1.35, align: b.start()}, r...)
			}
		})
	}
	var settings, inputs [][]string
	for _, s := range c.Method.Settings {
		settings = append(settings, []string{s[0], s[1]})
	}
	for _, i := range c.Method.Inputs {
		inputs = append(inputs, []string{i.File, i.Hash})
	}
	rules := []string{c.Say("column rule"), c.Say("column times"), c.Say("column weight")}
	list(c.Say("settings"), []float64{40, 60}, nil, settings)
	list(c.Say("rules differences"), []float64{60, 15, 25}, rules, ruleRows(c, c.Method.Rules))
	list(c.Say("rules codings"), []float64{60, 15, 25}, rules, ruleRows(c, c.Method.Codes))
	list(c.Say("inputs"), []float64{30, 70}, []string{c.Say("column file"), "SHA-256"}, inputs)
	b.skip(8)
	b.text(strings.Join(nonEmpty(c.Method.Digest, c.Method.Program), " · "), captionPrint)
}

// brief is the method in small print: how it was computed, from which bytes.
func (b *book) brief() {
	c := b.c
	small := print{size: 10.4, sans: true, ink: inkMuted, lineHeight: 1.4, own: true}
	b.text(c.paragraph(c.Method.Paragraphs), small)
	small.before = 3
	b.text(strings.Join(nonEmpty(c.Method.Digest, c.Method.Program), " · "), small)
}

func ruleRows(c *content, rules []rule) [][]string {
	var out [][]string
	for _, r := range rules {
		out = append(out, []string{r.Name, c.Figure("%d", r.Times), c.words.calendar.Number(r.Weight())})
	}
	return out
}
