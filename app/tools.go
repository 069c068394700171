package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
)

// toolbar is the beginning of the bar, the project's name and the search, and the tools of a screen
// behind it. Where there is no room for all tools the last one stays, which is the thing to do next,
// and what else does not fit waits in a menu. All of them are in one container: the toolkit lays out
// anew only what a thing that grows stands in.
type toolbar struct {
	bar  *fyne.Container
	head fyne.CanvasObject
	more *widgets.Pill
	away []*widgets.Pill // in the menu
	desk *Desk
}

func newToolbar(d *Desk, head fyne.CanvasObject) *toolbar {
	t := &toolbar{desk: d, head: head}
	t.more = widgets.NewPill("…", t.open).Compact().Tip(L("More"))
	t.bar = container.New(mirror(t), head, t.more)
	return t
}

// set replaces the tools.
func (t *toolbar) set(tools []fyne.CanvasObject) {
	t.bar.Objects = append(append([]fyne.CanvasObject{t.head}, tools...), t.more)
	t.bar.Refresh()
}

// open shows what there was no room for.
func (t *toolbar) open() {
	var items []*fyne.MenuItem
	for _, p := range t.away {
		item := fyne.NewMenuItem(p.Text(), p.OnTapped)
		item.Disabled = p.Disabled()
		items = append(items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.more).AddXY(0, t.more.Size().Height+2)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), t.desk.window.Canvas(), at)
}

// tools are what stands between the head and the menu.
func (t *toolbar) tools() []fyne.CanvasObject { return t.bar.Objects[1 : len(t.bar.Objects)-1] }

// natural is the width of all tools, with the gap before each.
func (t *toolbar) natural() float32 {
	width := float32(0)
	for _, o := range t.tools() {
		width += o.MinSize().Width + theme.Padding()
	}
	return width
}

// least is the width of the last tool and the menu.
func (t *toolbar) least() float32 {
	width := t.more.MinSize().Width + theme.Padding()
	if tools := t.tools(); len(tools) > 0 {
		width += tools[len(tools)-1].MinSize().Width + theme.Padding()
	}
	return min(width, t.natural())
}

// MinSize implements fyne.Layout.
func (t *toolbar) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := t.head.MinSize()
	for _, one := range o {
		size.Height = max(size.Height, one.MinSize().Height)
	}
	return size.AddWidthHeight(t.least(), 0)
}

// Layout implements fyne.Layout.
func (t *toolbar) Layout(o []fyne.CanvasObject, size fyne.Size) {
	room := min(t.natural(), size.Width-t.head.MinSize().Width)
	shown := t.fitting(room)
	room = t.taken(shown)
	t.away = t.away[:0]
	x := size.Width - room
	place := func(o fyne.CanvasObject, at float32) {
		o.Resize(fyne.NewSize(o.MinSize().Width, size.Height))
		o.Move(fyne.NewPos(at+theme.Padding(), 0))
	}
	tools := t.tools()
	for i, one := range tools {
		if i == len(tools)-1 && len(t.away) > 0 {
			place(t.more, x)
			x += t.more.MinSize().Width + theme.Padding()
		}
		place(one, x) // what is away stands where its menu opens
		visible(one, shown[i])
		if shown[i] {
			x += one.MinSize().Width + theme.Padding()
		} else if p, ok := one.(*widgets.Pill); ok {
			t.away = append(t.away, p)
		}
	}
	visible(t.more, len(t.away) > 0)
	t.head.Resize(fyne.NewSize(size.Width-room, size.Height))
	t.head.Move(fyne.NewPos(0, 0))
}

// taken is the width of the tools that are shown, and of the menu where it is needed.
func (t *toolbar) taken(shown []bool) float32 {
	width, all := float32(0), true
	for i, one := range t.tools() {
		if all = all && shown[i]; shown[i] {
			width += one.MinSize().Width + theme.Padding()
		}
	}
	if !all {
		width += t.more.MinSize().Width + theme.Padding()
	}
	return width
}

// fitting says which tools there is room for: the last, and of the others the first.
func (t *toolbar) fitting(width float32) []bool {
	tools := t.tools()
	shown := make([]bool, len(tools))
	if len(tools) == 0 {
		return shown
	}
	all := t.natural() <= width+0.5
	left := width - t.least()
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
