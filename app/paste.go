package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
)

// paste adds what the clipboard holds as an article, at once: whoever copies one article after another
// from a browser wants no question about each. An empty clipboard asks for the text instead. In a
// field that is being typed in it is the ordinary paste.
func (d *Desk) paste() {
	canvas := d.window.Canvas()
	if field, ok := canvas.Focused().(fyne.Shortcutable); ok {
		field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: d.app.Clipboard()})
		return
	}
	if canvas.Overlays().Top() != nil {
		return // a dialog is open: what is pasted was meant for it
	}
	text, into := d.app.Clipboard().Content(), d.session
	go func() {
		page := richClipboard(context.Background())
		d.post(func() {
			if d.session == into {
				d.addPasted(string(page), text)
			}
		})
	}()
}

// addPasted adds what was on the clipboard as a page and as plain text; either may be empty.
func (d *Desk) addPasted(page, text string) {
	switch {
	case page == "" && strings.TrimSpace(text) == "":
		d.askPaste()
	case page == "":
		d.begun()
		d.imported(d.session.ImportText("", text))
	default:
		d.begun()
		d.imported(d.session.ImportPage(page, text))
	}
}

// begun opens a new project where none is open.
func (d *Desk) begun() {
	if d.session == nil {
		d.openNew()
	}
}
