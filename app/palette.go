package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/sahilm/fuzzy"
	"hexapla/widgets"
)

// showPalette lists every command that can be run now; typing narrows the list.
func (d *Desk) showPalette() {
	var all []command
	for _, c := range commands() {
		if c.name != "" && d.able(c) {
			all = append(all, c)
		}
	}
	shown := all
	var pop *widget.PopUp
	run := func(i int) {
		if i < len(shown) {
			pop.Hide()
			d.perform(shown[i])
		}
	}
	list := widget.NewList(
		func() int { return len(shown) },
		func() fyne.CanvasObject {
			return border(nil, nil, nil, line(""), line(""))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			labels := o.(*fyne.Container).Objects
			labels[0].(*widgets.Line).SetText(d.labelOf(shown[i]))
			labels[1].(*widgets.Line).SetText(keyName(shown[i].key))
		},
	)
	list.OnSelected = run
	entry := &paletteEntry{onEscape: func() { pop.Hide() }, onDown: func() { d.window.Canvas().Focus(list) }}
	entry.ExtendBaseWidget(entry)
	entry.SetPlaceHolder(L("What do you want to do?"))
	entry.OnChanged = func(query string) {
		shown = matching(d, all, query)
		list.UnselectAll()
		list.Refresh()
		list.ScrollToTop()
	}
	entry.OnSubmitted = func(string) { run(0) }
	pop = widget.NewModalPopUp(border(entry, nil, nil, nil, list), d.window.Canvas())
	pop.Resize(fyne.NewSize(560, 420))
	pop.Show()
	d.window.Canvas().Focus(entry)
}

// matching orders the commands by how well they fit the query.
func matching(d *Desk, all []command, query string) []command {
	if query == "" {
		return all
	}
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = d.labelOf(c)
	}
	var out []command
	for _, m := range fuzzy.Find(query, names) {
		out = append(out, all[m.Index])
	}
	return out
}

// paletteEntry is an entry that escape leaves and arrow down passes on.
type paletteEntry struct {
	widget.Entry
	onEscape, onDown func()
}

// TypedKey implements fyne.Focusable.
func (e *paletteEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.onEscape()
	case fyne.KeyDown:
		e.onDown()
	default:
		e.Entry.TypedKey(k)
	}
}
