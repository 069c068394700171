package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
)

// The keys of preferences.
const (
	preferCoder  = "coder"
	preferTheme  = "theme" // "system", "light", "dark", "contrast"
	preferScale  = "text scale"
	preferRecent = "recent projects"
	preferWidth  = "window width"
	preferHeight = "window height"
	preferOpen   = "open reports when written"
)

// themes are the choices of appearance, as saved and as shown.
var themes = []struct{ id, name string }{
	{"system", "As the system"}, {"light", "Light"}, {"dark", "Dark"}, {"contrast", "High contrast"},
}

// showPreferences asks for what belongs to the user and not to a project.
func (d *Desk) showPreferences() {
	p := d.app.Preferences()
	coder := widget.NewEntry()
	coder.SetText(p.StringWithFallback(preferCoder, coderName()))
	var names []string
	selected := 0
	for i, t := range themes {
		names = append(names, lang.L(t.name))
		if t.id == p.StringWithFallback(preferTheme, "light") {
			selected = i
		}
	}
	appearance := widget.NewSelect(names, nil)
	appearance.SetSelectedIndex(selected)
	privacy := widget.NewLabel(lang.L("Hexapla opens no network connection."))
	items := []*widget.FormItem{
		{Text: lang.L("Your name"), Widget: coder, HintText: lang.L("Signs every decision in the log")},
		{Text: lang.L("Appearance"), Widget: appearance},
		{Text: lang.L("Privacy"), Widget: privacy},
	}
	form := dialog.NewForm(lang.L("Preferences"), lang.L("Save"), lang.L("Cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		p.SetString(preferCoder, coder.Text)
		if d.session != nil {
			d.session.SetCoder(coder.Text)
		}
		d.setTheme(themes[appearance.SelectedIndex()].id)
	}, d.window)
	form.Resize(fyne.NewSize(520, 320))
	form.Show()
}

func (d *Desk) setTheme(id string) {
	d.app.Preferences().SetString(preferTheme, id)
	d.app.Settings().SetTheme(d.theme())
	d.events.log("theme %s", id)
}

// switchTheme goes from light to dark and back.
func (d *Desk) switchTheme() {
	if d.app.Preferences().String(preferTheme) == "dark" {
		d.setTheme("light")
	} else {
		d.setTheme("dark")
	}
}

// scaleText makes all text larger or smaller, within bounds.
func (d *Desk) scaleText(factor float64) {
	p := d.app.Preferences()
	scale := min(max(p.FloatWithFallback(preferScale, 1)*factor, 0.7), 2.5)
	p.SetFloat(preferScale, scale)
	d.app.Settings().SetTheme(d.theme())
	d.events.log("text scale %.2f", scale)
}

// theme is the appearance that the preferences ask for.
func (d *Desk) theme() fyne.Theme {
	p := d.app.Preferences()
	modes := map[string]widgets.Mode{"light": widgets.Light, "dark": widgets.Dark, "contrast": widgets.HighContrast}
	return &widgets.Theme{Mode: modes[p.StringWithFallback(preferTheme, "light")], TextScale: float32(p.FloatWithFallback(preferScale, 1))}
}
