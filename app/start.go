package app

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// showStart shows what to begin with: the sample, a new project, one of the last.
func (d *Desk) showStart() {
	title := widget.NewLabelWithStyle("Hexapla", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameHeadingText
	about := widgets.NewProse(widgets.Passage{Text: L("Compare versions of a news story, follow actors' positions, write reports."), Align: typeset.Center})
	sample := widget.NewButton(L("Open the sample"), d.openSample)
	sample.Importance = widget.HighImportance
	actions := container.NewGridWithColumns(2,
		sample,
		widget.NewButton(L("Paste an article"), d.paste),
		widget.NewButton(L("New project"), d.openNew),
		widget.NewButton(L("Open project…"), d.askOpen),
	)
	box := container.NewVBox(title, about, actions)
	if recent := d.recentThere(); len(recent) > 0 {
		box.Add(caption(L("Recent projects")))
		for _, path := range recent {
			b := widget.NewButton(strings.TrimSuffix(filepath.Base(path), projectSuffix)+"  ·  "+filepath.Dir(path), func() { d.open(path) })
			b.Alignment = widget.ButtonAlignLeading
			b.Importance = widget.LowImportance
			box.Add(b)
		}
	}
	box.Add(widgets.NewProse(widgets.Passage{Text: L("Or drop files and folders on this window."), Muted: true, Gap: 8, Align: typeset.Center}))
	d.window.SetContent(container.NewCenter(row(layout.NewSpacer(), container.NewGridWrap(fyne.NewSize(620, 420), box), layout.NewSpacer())))
	d.window.SetMainMenu(d.mainMenu())
}

// recentThere lists the recent projects whose files are still there.
func (d *Desk) recentThere() []string {
	var out []string
	for _, path := range d.recent() {
		if _, err := os.Stat(path); err == nil {
			out = append(out, path)
		}
	}
	return out
}
