package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// wrapped is a text of as many lines as it needs.
func wrapped(s string) *widgets.Prose { return widgets.NewProse(widgets.Passage{Text: s, Gap: 6}) }

// muted is such a text that stands back.
func muted(s string) *widgets.Prose {
	return widgets.NewProse(widgets.Passage{Text: s, Gap: 6, Muted: true})
}

// line is a line of the interface. Where words begin is the interface's business, not theirs: a
// Latin name in a Persian window stands at the right.
func line(s string) *widgets.Line {
	l := widgets.NewLine(s)
	l.Align = typeset.Left
	if leftward() {
		l.Align = typeset.Right
	}
	return l
}

// heading is a line that heads a part of a screen; it is cut where there is no room.
func heading(s string) *widgets.Line {
	l := line(s)
	l.Bold, l.Cut = true, true
	return l
}

// small is a line in the margin.
func small(s string) *widgets.Line {
	l := line(s)
	l.Muted, l.Small = true, true
	return l
}

// caption heads a part of a panel.
func caption(s string) fyne.CanvasObject {
	return widgets.NewProse(widgets.Passage{Text: strings.ToUpper(s), Caps: true, Muted: true, Gap: 10})
}

// fact is a name and what it is, in two columns.
func fact(name string, value fyne.CanvasObject) fyne.CanvasObject {
	return container.New(mirror(&factLayout{}), widgets.NewProse(widgets.Passage{Text: name, Muted: true}), value)
}

// textFact is a fact in words.
func textFact(name, value string) fyne.CanvasObject {
	return fact(name, widgets.NewProse(widgets.Passage{Text: orElse(value, "–")}))
}

// factLayout gives the name a fixed column and the value the rest, both from the same height on.
type factLayout struct{}

const (
	factName = 92
	factGap  = 5
)

// MinSize implements fyne.Layout.
func (*factLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	value := o[1].MinSize()
	return fyne.NewSize(factName+value.Width, max(o[0].MinSize().Height, value.Height)+factGap)
}

// Layout implements fyne.Layout.
func (*factLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(factName-6, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(0, 2))
	o[1].Resize(fyne.NewSize(max(0, size.Width-factName), size.Height-factGap))
	o[1].Move(fyne.NewPos(factName, 0))
}

// choice is a button that shows what is chosen and opens a menu of what else can be.
type choice struct {
	pill    *widgets.Pill
	prefix  string
	desk    *Desk
	options []string
	at      int
	chosen  func(int)
}

func newChoice(d *Desk, prefix string) *choice {
	c := &choice{desk: d, prefix: prefix}
	c.pill = widgets.NewMenuPill(prefix, c.open)
	return c
}

// set shows the options, and which is chosen; -1 is none.
func (c *choice) set(options []string, at int, chosen func(int)) {
	c.options, c.at, c.chosen = options, at, chosen
	text := c.prefix
	if at >= 0 && at < len(options) {
		text += short(options[at], 22)
	}
	c.pill.SetText(text)
}

func (c *choice) open() {
	var items []*fyne.MenuItem
	for i, o := range c.options {
		item := fyne.NewMenuItem(short(o, 70), func() { c.chosen(i) })
		item.Checked = i == c.at
		items = append(items, item)
	}
	if len(items) == 0 {
		return
	}
	canvas := c.desk.window.Canvas()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.pill).AddXY(0, c.pill.Size().Height+2)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), canvas, at)
}

// emptyState says what is missing and offers what to do about it.
func emptyState(title, hint string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	text := widgets.NewProse(
		widgets.Passage{Text: title, Bold: true, Size: 20, Align: typeset.Center},
		widgets.Passage{Text: hint, Gap: 8, Align: typeset.Center})
	box := container.NewVBox(text, row(append(append([]fyne.CanvasObject{layout.NewSpacer()}, actions...), layout.NewSpacer())...))
	return container.NewStack(
		newGround(),
		container.NewCenter(container.NewGridWrap(fyne.NewSize(460, 200), box)))
}

// noteEntry is a text field that saves itself when it is left.
type noteEntry struct {
	widget.Entry
	save  func(string)
	saved string
}

func newNoteEntry(save func(string)) *noteEntry {
	e := &noteEntry{save: save}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(3)
	return e
}

// set shows a text that is saved already.
func (e *noteEntry) set(s string) {
	if e.saved == s && e.Text == s {
		return
	}
	e.saved = s
	e.SetText(s)
}

// flush saves what was typed.
func (e *noteEntry) flush() {
	if e.Text != e.saved {
		e.saved = e.Text
		e.save(e.Text)
	}
}

// FocusLost implements fyne.Focusable.
func (e *noteEntry) FocusLost() {
	e.Entry.FocusLost()
	e.flush()
}
