package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hexapla/app/session"
	"hexapla/app/tongue"
	"hexapla/widgets"
)

// laid is something on the window and the part of the window in which it can be seen.
type laid struct {
	object fyne.CanvasObject
	at     fyne.Position
	right  float32 // where what is around it ends
}

// eachLaid tells of everything that is shown, what scrolls sideways excepted.
func eachLaid(l laid, tell func(laid)) {
	if !l.object.Visible() {
		return
	}
	tell(l)
	var within []fyne.CanvasObject
	switch o := l.object.(type) {
	case *container.Scroll:
		if o.Direction == container.ScrollHorizontalOnly || o.Direction == container.ScrollBoth && o.Content.MinSize().Width > o.Size().Width {
			return
		}
		within = []fyne.CanvasObject{o.Content}
		l.right = min(l.right, l.at.X+o.Size().Width)
	case *fyne.Container:
		within = o.Objects
	case *widget.List, *widget.Entry:
		return // rows that scroll; what a person types
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, o := range within {
		eachLaid(laid{o, l.at.Add(o.Position()), l.right}, tell)
	}
}

// cut says what of a text is not seen; "" where all of it is. Lines that may be cut, as they hold what
// people wrote, are no words of ours.
func (l laid) cut() string {
	size, need, text := l.object.Size(), l.object.MinSize(), ""
	switch o := l.object.(type) {
	case *widgets.Line:
		if o.Cut {
			return ""
		}
		text, need.Width = o.Text(), o.Natural()
	case *widgets.Pill:
		text = o.Text()
	case *widgets.Prose:
		text, need.Width = o.AccessibilityLabel(), 0
	case *widgets.NavRail:
		text = fmt.Sprint(o.Items())
	case *widgets.RowTable:
		for _, head := range o.CutHeads() {
			return head
		}
		return ""
	case *widget.Label:
		if o.Truncation != fyne.TextTruncateOff || o.Wrapping != fyne.TextWrapOff {
			return ""
		}
		text = o.Text
	case *widget.Check:
		text = o.Text
	case *widget.Select:
		text = o.Selected
	case *widget.Button:
		text = o.Text
	case *canvas.Text:
		text = o.Text
	default:
		return ""
	}
	const grain = 1 // what is snapped to pixels
	switch {
	case text == "" || size.IsZero(): // the toolkit has not laid out what stands over the window
		return ""
	case need.Width > size.Width+grain || need.Height > size.Height+grain:
		return fmt.Sprintf("%q needs %v and has %v", text, need, size)
	case l.at.X+min(need.Width, size.Width) > l.right+grain || l.at.X < -grain:
		return fmt.Sprintf("%q stands at %v to %v, what is around it ends at %v", text, l.at.X, l.at.X+size.Width, l.right)
	}
	return ""
}

// placeholder says of an entry what it asks for, if there is no room for that.
func placeholder(e *widget.Entry) string {
	room := e.Size().Width - 2*theme.InnerPadding()
	if need := fyne.MeasureText(e.PlaceHolder, theme.TextSize(), e.TextStyle).Width; e.Visible() && !e.MultiLine && need > room+1 {
		return fmt.Sprintf("%q needs %v and has %v", e.PlaceHolder, need, room)
	}
	return ""
}

// In the smallest window that the design allows for no word of the interface is cut, in no language:
// neither on a screen nor in what opens over it.
func TestNoWordIsCut(t *testing.T) {
	before := spoken.Load()
	t.Cleanup(func() { spoken.Store(before) })
	u := openSample(t)
	for i := range tongue.All {
		id := tongue.All[i].ID
		u.setLanguage(id)
		for _, s := range screens {
			u.session.Look(func(v *session.View) { v.Screen = s.id })
			if s.id == screenCompare {
				u.command("Next difference")
			}
			u.checkCut(t, id+" "+s.name, u.window.Content())
		}
		for _, name := range []string{"Preferences…", "Shortcuts", "History…", "Paste text…", "Glossary…", "Codebook…", "About Hexapla"} {
			u.command(name)
			for _, o := range u.window.Canvas().Overlays().List() {
				u.checkCut(t, id+" "+name, o)
				o.Hide()
			}
			for len(u.window.Canvas().Overlays().List()) > 0 {
				u.window.Canvas().Overlays().Remove(u.window.Canvas().Overlays().Top())
			}
		}
	}
}

// layOut lays out what the toolkit would before the next picture.
func layOut(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		for _, within := range o.Objects {
			layOut(within)
		}
	case fyne.Widget:
		r := test.WidgetRenderer(o)
		r.Layout(o.Size())
		for _, within := range r.Objects() {
			layOut(within)
		}
	}
}

func (u *person) checkCut(t *testing.T, where string, o fyne.CanvasObject) {
	t.Helper()
	texts := 0
	layOut(o)
	eachLaid(laid{o, fyne.Position{}, 1280}, func(l laid) {
		if e, ok := l.object.(*widget.Entry); ok {
			if said := placeholder(e); said != "" {
				t.Errorf("%s: %s", where, said)
			}
		}
		if said := l.cut(); said != "" {
			t.Errorf("%s: %s", where, said)
		}
		texts++
	})
	if texts < 10 {
		t.Errorf("%s: only %d things are shown", where, texts)
	}
}
