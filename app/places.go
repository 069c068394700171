package app

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
)

// A test that works like a person looks for a button by its words and clicks where it stands. It
// cannot see, so the log of events tells it: "at Export… 1396 47", in pixels, whenever a button moved.

// placesEvery is how often the places of buttons are looked at.
const placesEvery = 100 * time.Millisecond

// tellPlaces logs where buttons are, until the returned function is called. Without a log of events it
// does nothing.
func (d *Desk) tellPlaces() (stop func()) {
	if d.events == nil {
		return func() {}
	}
	told := map[string]string{}
	done := make(chan struct{})
	ticks := time.NewTicker(placesEvery)
	go func() {
		for {
			select {
			case <-done:
				return
			case <-ticks.C:
				d.post(func() { d.tellMoved(told) })
			}
		}
	}()
	return func() {
		ticks.Stop()
		close(done)
	}
}

// tellMoved logs the buttons that are elsewhere than told.
func (d *Desk) tellMoved(told map[string]string) {
	scale := d.window.Canvas().Scale()
	now := map[string]string{}
	buttons(d.window.Content(), func(name string, at fyne.Position) {
		now[name] = fmt.Sprintf("%.0f %.0f", at.X*scale, at.Y*scale)
	})
	for name, at := range now {
		if told[name] != at {
			d.events.log("at %s %s", name, at)
		}
	}
	clear(told)
	for name, at := range now {
		told[name] = at
	}
}

// buttons visits the middle of every button that is seen under o.
func buttons(o fyne.CanvasObject, visit func(name string, at fyne.Position)) {
	if o == nil || !o.Visible() {
		return
	}
	middle := func(name string) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		visit(name, at.AddXY(o.Size().Width/2, o.Size().Height/2))
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			buttons(child, visit)
		}
	case *container.Split:
		buttons(o.Leading, visit)
		buttons(o.Trailing, visit)
	case *container.Scroll:
		buttons(o.Content, visit)
	case *widgets.Pill:
		middle(o.Text())
	case *widget.Button:
		middle(o.Text)
	case *widgets.NavRail:
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		for i, item := range o.Items() {
			visit(item.Label, at.Add(o.Place(i)))
		}
	}
}
