package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
)

// showHistory shows the decision log, newest first, with a filter.
func (d *Desk) showHistory() {
	log := d.session.Log()
	shown := filterLog(log, "")
	list := widget.NewList(
		func() int { return len(shown) },
		func() fyne.CanvasObject {
			who := widget.NewLabel("")
			who.Importance = widget.LowImportance
			return border(nil, nil, nil, who, widget.NewLabel(""))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			parts := o.(*fyne.Container).Objects
			parts[0].(*widget.Label).SetText(sentence(describe(log, shown[i])))
			parts[1].(*widget.Label).SetText(shown[i].Coder + " · " + moment(shown[i].At.Local()))
		},
	)
	filter := widget.NewEntry()
	filter.SetPlaceHolder(L("Filter"))
	filter.OnChanged = func(query string) {
		shown = filterLog(log, query)
		list.Refresh()
	}
	sheet := dialog.NewCustom(L("History"), L("Close"), border(filter, nil, nil, nil, list), d.window)
	sheet.Resize(fyne.NewSize(760, 560))
	sheet.Show()
}

// filterLog returns the decisions that mention the query, newest first.
func filterLog(log []article.Decision, query string) []article.Decision {
	var out []article.Decision
	for i := len(log) - 1; i >= 0; i-- {
		text := describe(log, log[i]) + " " + log[i].Coder
		if strings.Contains(strings.ToLower(text), strings.ToLower(query)) {
			out = append(out, log[i])
		}
	}
	return out
}

// describe says what a decision was; an undo names what it took back.
func describe(log []article.Decision, d article.Decision) string {
	find := func(seq int64) string {
		for _, other := range log {
			if other.Seq == seq {
				return article.Describe(other.Act)
			}
		}
		return ""
	}
	switch a := d.Act.(type) {
	case article.Undo:
		return "undid " + find(a.Of)
	case article.Redo:
		return "redid " + find(a.Of)
	}
	return article.Describe(d.Act)
}
