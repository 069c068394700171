package app

import (
	"path/filepath"
	"runtime/debug"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	tooltip "github.com/dweymouth/fyne-tooltip"
)

// office is all windows of the program. A project stands in several of them at once only as sessions
// beside each other, so that no decision of one is unknown to another.
type office struct {
	desks []*Desk // the first one opened first
}

// newDesk opens a window like one that is described. The program ends with the last window.
func (o *office) newDesk(like Desk) *Desk {
	d := &Desk{app: like.app, resources: like.resources, events: like.events, home: like.home, post: like.post, office: o}
	d.window = d.app.NewWindow("Hexapla")
	d.rest = time.AfterFunc(restful, debug.FreeOSMemory)
	d.window.Resize(d.size())
	d.window.SetOnDropped(func(_ fyne.Position, items []fyne.URI) { d.dropped(items) })
	d.window.Canvas().SetOnTypedKey(d.loneKey)
	d.window.Canvas().SetOnTypedRune(d.loneRune)
	d.window.SetOnClosed(func() {
		if err := d.close(); err != nil {
			d.events.log("error %v", err)
		}
	})
	o.desks = append(o.desks, d)
	return d
}

// leave takes a window out; false where it has left.
func (o *office) leave(d *Desk) bool {
	at := slices.Index(o.desks, d)
	if at < 0 {
		return false
	}
	o.desks = slices.Delete(o.desks, at, at+1)
	tooltip.DestroyWindowToolTipLayer(d.window.Canvas())
	return true
}

// showing is the window that shows the project of a file, nil where none does.
func (o *office) showing(path string) *Desk {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil
	}
	for _, d := range o.desks {
		if d.session != nil && d.session.Path() == absolute {
			return d
		}
	}
	return nil
}

// newWindow opens another window on the same project, or one to begin in.
func (d *Desk) newWindow() {
	other := d.office.newDesk(*d)
	other.window.Resize(d.window.Canvas().Size())
	if d.session == nil {
		other.showStart()
	} else {
		other.use(d.session.Beside())
	}
	other.window.Show()
	d.events.log("windows %d", len(d.office.desks))
}
