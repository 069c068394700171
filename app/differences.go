package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis"
	"hexapla/analysis/wording/triage"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// differenceList is the list below the columns: what differs, what matters most first.
type differenceList struct {
	compare *compare
	table   *widgets.RowTable
	count   *widgets.Line
	kinds   *fyne.Container
	filters *multiple
	order   *choice
	page    *page
	listed  []int // differences in the order of the rows
	filter  filter
	byPlace bool
}

func newDifferenceList(c *compare) *differenceList {
	l := &differenceList{compare: c}
	l.table = newTable(
		widgets.TableColumn{Title: "¶", Width: 60},
		widgets.TableColumn{Title: L("Kind"), Width: 190},
		widgets.TableColumn{Title: L("Wording"), Width: 240, Flex: 1},
		widgets.TableColumn{Title: L("Departs"), Width: 70},
		widgets.TableColumn{Title: L("Severity"), Width: 80},
		widgets.TableColumn{Title: L("Status"), Width: 90},
	)
	l.table.NoHeader = true
	l.table.MaxLines = 2
	l.table.OnSelect = func(row int) {
		if row >= 0 && row < len(l.listed) {
			c.lookAt(l.listed[row])
		}
	}
	l.table.OnKey = func(k *fyne.KeyEvent, typed rune) { c.desk.passed(c.listKey, k, typed) }
	l.count = line("")
	l.count.Bold = true
	l.kinds = row()
	l.filters = newMultiple(c.desk, l.filterItems)
	l.order = newChoice(c.desk, L("Sort: "))
	l.setOrder(0)
	return l
}

// setOrder sorts by severity (0) or by place (1).
func (l *differenceList) setOrder(i int) {
	l.byPlace = i == 1
	l.order.set([]string{L("severity"), L("place")}, i, l.setOrder)
	l.show(l.page)
}

func (l *differenceList) content() fyne.CanvasObject {
	head := border(nil, nil, l.count, row(l.filters.pill, l.order.pill), container.NewHScroll(l.kinds))
	return border(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil, l.table)
}

// show lists the differences of a page.
func (l *differenceList) show(p *page) {
	l.page = p
	if p == nil {
		return
	}
	l.listed = l.listed[:0]
	for _, d := range p.shown {
		if l.filter.fits(p, d) {
			l.listed = append(l.listed, d)
		}
	}
	if !l.byPlace {
		slices.SortStableFunc(l.listed, func(a, b int) int {
			return compareFloat(p.comparison.Differences[b].Severity, p.comparison.Differences[a].Severity)
		})
	}
	rows := make([]widgets.TableRow, len(l.listed))
	for i, d := range l.listed {
		rows[i] = p.listRow(d)
	}
	l.table.SetRows(rows)
	l.selectDifference(l.compare.current)
	l.count.SetText(Lf("Differences %d", len(p.shown)))
	if len(l.listed) < len(p.shown) {
		l.count.SetText(Lf("Differences %d of %d", len(l.listed), len(p.shown)))
	}
	l.filters.pill.SetText(l.filter.text())
	l.filters.pill.SetOn(l.filter.narrows())
	l.showKinds()
}

// showKinds offers the kinds that there are, with their counts, as filters.
func (l *differenceList) showKinds() {
	count := map[triage.Kind]int{}
	for _, d := range l.page.shown {
		count[l.page.comparison.Differences[d].Kind]++
	}
	l.kinds.Objects = nil
	for _, k := range kindOrder {
		if count[k] == 0 {
			continue
		}
		b := widgets.NewPill(local("%s %d", k.Sign(), count[k]), func() {
			l.set(func(f *filter) { f.kind = toggled(f.kind, k) })
		}).Compact()
		b.SetOn(l.filter.kind == k)
		l.kinds.Add(b)
	}
	l.kinds.Refresh()
}

func (l *differenceList) selectDifference(d int) { l.table.Select(slices.Index(l.listed, d)) }

// listRow is one difference in the list.
func (p *page) listRow(i int) widgets.TableRow {
	d := &p.comparison.Differences[i]
	look := lookOf(d.Kind)
	words, bold := p.excerpt(d)
	status := p.reviews[i].Status
	return widgets.TableRow{ID: i, Muted: status == analysis.Dismissed, Cells: []widgets.TableCell{
		{Text: p.label(d.Row), Muted: true},
		{Badge: &widgets.Badge{Sign: d.Kind.Sign(), Kind: badgeKind(d)}, Text: tr(look.name)},
		{Text: words, Bold: bold},
		{Text: p.sigla(d.Departs), Muted: true},
		{Bar: &widgets.Bar{Value: float32(d.Severity), Kind: badgeKind(d)}},
		{Text: tr(status), Muted: true},
	}}
}

// excerpt is "base reading → departing reading", the words in bold within a little context.
func (p *page) excerpt(d *triage.Difference) (string, []typeset.Run) {
	groups := p.readings(d)
	if len(groups) > 2 {
		groups = groups[:3]
	}
	var b strings.Builder
	var bold []typeset.Run
	for i, g := range groups {
		if i > 0 {
			b.WriteString(" → ")
		}
		if g.words == "" {
			b.WriteString("∅")
			continue
		}
		before, after := p.context(d, g.columns[0])
		b.WriteString("“" + before)
		start := b.Len()
		b.WriteString(short(g.words, 90))
		bold = append(bold, typeset.Run{Start: start, End: b.Len(), Style: typeset.Style{Bold: true}})
		b.WriteString(after + "”")
	}
	return b.String(), bold
}

// context is a few words before and after a reading, within its row.
func (p *page) context(d *triage.Difference, column int) (before, after string) {
	const words = 3
	v := p.version(column)
	for _, r := range d.Readings {
		if r.Version != column {
			continue
		}
		for _, s := range p.comparison.Rows[d.Row].Segments[column] {
			segment := v.Segments[s]
			if !segment.Contains(r.Span) || v.Language.Spaceless() {
				continue
			}
			left := strings.Fields(v.Article.Text[segment.Start:r.Start])
			right := strings.Fields(v.Article.Text[r.End:segment.End])
			if n := len(left); n > 0 {
				before = strings.Join(left[max(0, n-words):], " ") + " "
			}
			if len(right) > 0 {
				after = " " + strings.Join(right[:min(words, len(right))], " ")
			}
		}
	}
	return before, after
}

// ticks are the differences and hits in the minimap.
func (p *page) ticks(view *widgets.ArticleView) []widgets.Tick {
	at := view.Positions()
	var out []widgets.Tick
	for _, i := range p.shown {
		d := &p.comparison.Differences[i]
		if p.reviews[i].Status != analysis.Dismissed {
			out = append(out, widgets.Tick{At: at[d.Row], Kind: badgeKind(d)})
		}
	}
	for column, spans := range p.hits {
		for row, r := range p.comparison.Rows {
			if len(r.Segments[column]) == 0 {
				continue
			}
			w := newWindowOn(p.version(column), r.Segments[column])
			for _, s := range spans {
				if len(w.places(s)) > 0 {
					out = append(out, widgets.Tick{At: at[row], Kind: widgets.Found})
				}
			}
		}
	}
	return out
}

// heat is how much each row varies: the share of the places at which its versions part.
func (p *page) heat() []float32 {
	parts, places := make([]float32, len(p.comparison.Rows)), make([]float32, len(p.comparison.Rows))
	for _, e := range p.comparison.Entries {
		places[e.Row]++
		if !e.Agree {
			parts[e.Row]++
		}
	}
	for i := range parts {
		if places[i] > 0 {
			parts[i] /= places[i]
		}
	}
	return parts
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// listKey lets the reviewer judge from the list by single keys.
func (c *compare) listKey(typed rune) {
	switch typed {
	case 'n':
		c.step(+1)
	case 'p':
		c.step(-1)
	case 'c':
		c.judge(analysis.Confirmed)
	case 'd':
		c.judge(analysis.Dismissed)
	case 'l':
		c.judge(analysis.Later)
	}
}
