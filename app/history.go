package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/analysis/phrase"
	"hexapla/widgets"
)

// showHistory shows the decision log, newest first, with a filter, and the decisions whose place is
// gone from the text.
func (d *Desk) showHistory() {
	all := d.historyLines()
	orphans := d.orphanLines()
	shown, lost := all, false
	list := widget.NewList(
		func() int { return len(shown) },
		func() fyne.CanvasObject {
			what := line("")
			what.Cut = true
			return border(nil, nil, nil, small(""), what)
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			parts := o.(*fyne.Container).Objects
			parts[0].(*widgets.Line).SetText(shown[i].what)
			parts[1].(*widgets.Line).SetText(shown[i].who)
		},
	)
	filter := widget.NewEntry()
	filter.SetPlaceHolder(L("Filter"))
	pick := func() {
		shown = all
		if lost {
			shown = orphans
		}
		shown = mentioning(shown, filter.Text)
		list.Refresh()
	}
	filter.OnChanged = func(string) { pick() }
	var only *widgets.Pill
	only = widgets.NewPill(Ln(len(orphans), "%d without a place | %d without a place"), func() {
		lost = !lost
		only.SetOn(lost)
		pick()
	})
	enable(only, len(orphans) > 0)
	sheet := dialog.NewCustom(L("History"), L("Close"), border(border(nil, nil, nil, only, filter), nil, nil, nil, list), d.window)
	sheet.Resize(fyne.NewSize(760, 560))
	sheet.Show()
}

// historyLine is a decision as the history shows it.
type historyLine struct{ what, who string }

// historyLines are the decisions, newest first.
func (d *Desk) historyLines() []historyLine {
	log := d.session.Log()
	var out []historyLine
	for _, one := range slices.Backward(log) {
		out = append(out, historyLine{sentence(describe(log, one)), one.Coder + " · " + moment(one.At.Local())})
	}
	return out
}

// orphanLines are the decisions that count but whose place is gone from the text.
func (d *Desk) orphanLines() []historyLine {
	var out []historyLine
	for _, o := range article.Orphans(d.session.State()) {
		file := string(o.Lost[0].Article)
		if a, err := d.session.Article(o.Lost[0].Article); err == nil {
			file = titleOf(a)
		}
		out = append(out, historyLine{sentence(inWords(article.Describe(o.Act))), short(file, 40)})
	}
	return out
}

func mentioning(lines []historyLine, query string) []historyLine {
	var out []historyLine
	for _, l := range lines {
		if strings.Contains(strings.ToLower(l.what+" "+l.who), strings.ToLower(query)) {
			out = append(out, l)
		}
	}
	return out
}

// describe says what a decision was; an undo names what it took back.
func describe(log []article.Decision, d article.Decision) string {
	find := func(seq int64) phrase.Phrase {
		var acts []article.Act
		for _, other := range article.StepOf(log, seq) {
			acts = append(acts, other.Act)
		}
		return article.DescribeStep(acts...)
	}
	switch a := d.Act.(type) {
	case article.Undo:
		return inWords(phrase.Of("undone: %s", find(a.Of)))
	case article.Redo:
		return inWords(phrase.Of("redone: %s", find(a.Of)))
	}
	return inWords(article.Describe(d.Act))
}
