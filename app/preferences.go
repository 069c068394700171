package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/app/tongue"
	"hexapla/widgets"
)

// The keys of preferences.
const (
	preferCoder    = "coder"
	preferLanguage = "language" // "" is the system's
	preferTheme    = "theme"    // "system", "light", "dark", "contrast"
	preferScale    = "text scale"
	preferRecent   = "recent projects"
	preferWidth    = "window width"
	preferHeight   = "window height"
	preferOpen     = "open reports when written"
	preferLogo     = "logo of reports"
	preferStyle    = "folder of the reports' style"
	preferTables   = "columns of tables" // JSON: what columns hold, by the heading row
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
		names = append(names, L(t.name))
		if t.id == p.StringWithFallback(preferTheme, "light") {
			selected = i
		}
	}
	appearance := widget.NewSelect(names, nil)
	appearance.SetSelectedIndex(selected)
	languages := []string{L("As the system")}
	for _, t := range tongue.All {
		languages = append(languages, t.Name)
	}
	tongueAt := 1 + slices.IndexFunc(tongue.All, func(t tongue.Tongue) bool { return t.ID == p.String(preferLanguage) })
	speech := widget.NewSelect(languages, nil)
	speech.SetSelectedIndex(tongueAt)
	privacy := wrapped(L("Hexapla opens no network connection unless you add an address and confirm it."))
	items := []*widget.FormItem{
		{Text: L("Your name"), Widget: coder, HintText: L("Signs every decision in the log")},
		{Text: L("Language"), Widget: speech},
		{Text: L("Appearance"), Widget: appearance},
		{Text: L("Privacy"), Widget: privacy},
	}
	form := dialog.NewForm(L("Preferences"), L("Save"), L("Cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		p.SetString(preferCoder, coder.Text)
		if d.session != nil {
			d.session.SetCoder(coder.Text)
		}
		d.setTheme(themes[appearance.SelectedIndex()].id)
		if at := speech.SelectedIndex(); at == 0 {
			d.setLanguage("")
		} else {
			d.setLanguage(tongue.All[at-1].ID)
		}
	}, d.window)
	form.Resize(fyne.NewSize(520, 360))
	form.Show()
}

// setLanguage switches the interface to a language, "" for the system's. Everything that was made in
// the other one is made anew; what is looked at and half done stays.
func (d *Desk) setLanguage(id string) {
	d.app.Preferences().SetString(preferLanguage, id)
	before := spoken.Load()
	if speak(id); spoken.Load() == before {
		return
	}
	if now, ours := d.app.Settings().Theme().(*widgets.Theme); ours && *now != *preferredTheme(d.app.Preferences()) {
		d.app.Settings().SetTheme(d.theme()) // with the scripts that this language needs
	}
	d.events.log("language %s", spoken.Load().ID)
	for _, d := range d.office.desks {
		d.speakAgain()
	}
}

// speakAgain makes what the window shows anew, in the language that is current.
func (d *Desk) speakAgain() {
	if d.session == nil {
		d.showStart()
		return
	}
	d.shell = d.shell.again()
	d.show()
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

// lastCyrillic ends the scripts that the toolkit's own fonts have.
const lastCyrillic = '\u052F'

// theme is the appearance that the preferences ask for.
func (d *Desk) theme() fyne.Theme { return preferredTheme(d.app.Preferences()) }

func preferredTheme(p fyne.Preferences) *widgets.Theme {
	modes := map[string]widgets.Mode{"light": widgets.Light, "dark": widgets.Dark, "contrast": widgets.HighContrast}
	return &widgets.Theme{
		Mode:      modes[p.StringWithFallback(preferTheme, "light")],
		TextScale: float32(p.FloatWithFallback(preferScale, 1)),
		WorldBold: strings.ContainsFunc(L("Close"), func(r rune) bool { return r > lastCyrillic }),
	}
}
