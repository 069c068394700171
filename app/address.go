package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/app/session"
)

// askAddress asks for the address of a page to add.
func (d *Desk) askAddress() {
	address := widget.NewEntry()
	address.SetPlaceHolder("https://")
	items := []*widget.FormItem{{Text: L("Address"), Widget: address, HintText: L("Nothing is requested yet")}}
	ask := dialog.NewForm(L("Add from an address…"), L("Continue…"), L("Cancel"), items, func(ok bool) {
		if ok {
			d.confirmAddress(address.Text)
		}
	}, d.window)
	ask.Resize(fyne.NewSize(640, 220))
	ask.Show()
	d.window.Canvas().Focus(address)
}

// confirmAddress says what would be requested, and requests it if the person agrees.
func (d *Desk) confirmAddress(typed string) {
	address, err := session.CheckAddress(typed)
	if err != nil {
		d.fail(err)
		return
	}
	what := wrapped(Lf("Hexapla will request this page once:\n\n%s\n\nIts server sees that your computer asked for it. At most 5 redirects are followed, and listed afterwards. No picture, script or other page is requested, then or later.", address))
	confirm := dialog.NewCustomConfirm(L("Request this page?"), L("Request it"), L("Cancel"), what, func(ok bool) {
		if ok {
			d.events.log("requested %s", address)
			d.session.ImportURL(address, d.imported)
		}
	}, d.window)
	confirm.Resize(fyne.NewSize(640, 300))
	confirm.Show()
}
