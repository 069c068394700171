package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
)

// toolRow is the tools of a screen beside each other. Where there is no room for all of them the last
// one stays, which is the thing to do next, and what else does not fit waits in a menu.
type toolRow struct {
	box  *fyne.Container
	more *widgets.Pill
	away []*widgets.Pill // in the menu
	desk *Desk
}

func newToolRow(d *Desk) *toolRow {
	t := &toolRow{desk: d}
	t.more = widgets.NewPill("…", t.open).Compact().Tip(L("More"))
	t.box = container.New(mirror(t), t.more)
	return t
}

// set replaces the tools.
func (t *toolRow) set(tools []fyne.CanvasObject) {
	t.box.Objects = append(append([]fyne.CanvasObject{}, tools...), t.more)
	t.box.Refresh()
}

// open shows what there was no room for.
func (t *toolRow) open() {
	var items []*fyne.MenuItem
	for _, p := range t.away {
		item := fyne.NewMenuItem(p.Text(), p.OnTapped)
		item.Disabled = p.Disabled()
		items = append(items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.more).AddXY(0, t.more.Size().Height+2)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), t.desk.window.Canvas(), at)
}

// natural is the width of all tools.
func (t *toolRow) natural() float32 {
	width := -theme.Padding()
	for _, o := range t.tools() {
		width += o.MinSize().Width + theme.Padding()
	}
	return max(0, width)
}

// tools are all but the menu.
func (t *toolRow) tools() []fyne.CanvasObject { return t.box.Objects[:len(t.box.Objects)-1] }

// MinSize implements fyne.Layout: the last tool and the menu.
func (t *toolRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := t.more.MinSize()
	if n := len(o); n > 1 {
		last := o[n-2].MinSize()
		size = fyne.NewSize(size.Width+theme.Padding()+last.Width, max(size.Height, last.Height))
	}
	return size
}

// Layout implements fyne.Layout.
func (t *toolRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	shown := t.fitting(size.Width)
	t.away = t.away[:0]
	x := float32(0)
	put := func(o fyne.CanvasObject) {
		width := o.MinSize().Width
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(x, 0))
	}
	tools := t.tools()
	for i, one := range tools {
		if i == len(tools)-1 && len(t.away) > 0 {
			put(t.more)
			x += t.more.MinSize().Width + theme.Padding()
		}
		put(one) // what is away stands where its menu opens
		visible(one, shown[i])
		if shown[i] {
			x += one.MinSize().Width + theme.Padding()
		} else if p, ok := one.(*widgets.Pill); ok {
			t.away = append(t.away, p)
		}
	}
	visible(t.more, len(t.away) > 0)
}

// fitting says which tools there is room for: the last, and of the others the first.
func (t *toolRow) fitting(width float32) []bool {
	tools := t.tools()
	shown := make([]bool, len(tools))
	if len(tools) == 0 {
		return shown
	}
	all := t.natural() <= width+0.5
	left := width - t.MinSize(t.box.Objects).Width
	for i, one := range tools {
		left -= one.MinSize().Width + theme.Padding()
		_, pill := one.(*widgets.Pill)
		shown[i] = all || left >= 0 || !pill
		if !shown[i] {
			left = -1 // none behind it, lest their order change
		}
	}
	shown[len(shown)-1] = true
	return shown
}

// barLayout sets the beginning of the toolbar beside the tools: these take what they need as long as
// that leaves the beginning its least.
type barLayout struct{ tools *toolRow }

// MinSize implements fyne.Layout.
func (l barLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	head, tools := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(head.Width+theme.Padding()+tools.Width, max(head.Height, tools.Height))
}

// Layout implements fyne.Layout.
func (l barLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	tools := min(l.tools.natural(), size.Width-theme.Padding()-o[0].MinSize().Width)
	o[0].Resize(fyne.NewSize(size.Width-theme.Padding()-tools, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(tools, size.Height))
	o[1].Move(fyne.NewPos(size.Width-tools, 0))
}
