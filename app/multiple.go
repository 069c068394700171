package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
)

// multiple is a button that opens a menu of switches, made anew each time so that it shows what
// holds.
type multiple struct {
	pill  *widgets.Pill
	desk  *Desk
	items func() []*fyne.MenuItem
}

func newMultiple(d *Desk, items func() []*fyne.MenuItem) *multiple {
	m := &multiple{desk: d, items: items}
	m.pill = widgets.NewMenuPill("", m.open)
	return m
}

func (m *multiple) open() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(m.pill).AddXY(0, m.pill.Size().Height+2)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", m.items()...), m.desk.window.Canvas(), at)
}

// named is the button with words on it that stay.
func (m *multiple) named(words string) *widgets.Pill {
	m.pill.SetText(words)
	m.pill.SetPrimary(true)
	return m.pill
}
