package app

import (
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
)

// fail shows a failure: what went wrong in a sentence, the rest folded away.
func (d *Desk) fail(err error) {
	if err == nil {
		return
	}
	d.events.log("error %v", err)
	details := d.detailsOf(err)
	report := widgets.NewProse(widgets.Passage{Text: details})
	clip := widgets.NewPill(L("Copy"), func() { d.app.Clipboard().SetContent(details) })
	fold := widget.NewAccordion(widget.NewAccordionItem(L("Details"), container.NewVBox(report, row(clip))))
	box := border(wrapped(failed(err.Error())), nil, nil, nil, container.NewVScroll(fold))
	note := dialog.NewCustom(L("That did not work"), L("Close"), box, d.window)
	note.Resize(fyne.NewSize(520, 260))
	note.Show()
}

// failed says in the language of the interface what went wrong.
func failed(message string) string { return sentence(spoken.Load().Failure(message)) }

// detailsOf is what whoever looks into a failure wants to know: each cause with its type, the
// project, the version.
func (d *Desk) detailsOf(err error) string {
	lines := causes(err)
	if d.session != nil {
		lines = append(lines, d.session.Path())
	}
	return strings.Join(append(lines, "Hexapla "+version()), "\n")
}

// causes lists an error and what it wraps, outermost first.
func causes(err error) []string {
	var out []string
	for ; err != nil; err = errors.Unwrap(err) {
		out = append(out, fmt.Sprintf("%T: %v", err, err))
		if several, ok := err.(interface{ Unwrap() []error }); ok {
			for _, cause := range several.Unwrap() {
				out = append(out, causes(cause)...)
			}
		}
	}
	return out
}
