package app

import (
	"fmt"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hexapla/assets"
)

// showShortcuts shows the cheat sheet, made from the table of commands.
func (d *Desk) showShortcuts() {
	grid := container.NewGridWithColumns(2)
	for _, c := range commands() {
		if c.key != nil {
			key := widget.NewLabel(keyName(c.key))
			key.TextStyle.Monospace = true
			grid.Add(line(L(c.name)))
			grid.Add(key)
		}
	}
	d.showSheet(L("Shortcuts"), grid)
}

// showChangelog shows what is new.
func (d *Desk) showChangelog() { d.showMarkdown(L("What's new"), "CHANGELOG.md") }

func (d *Desk) showAbout() {
	text := widget.NewRichTextFromMarkdown(fmt.Sprintf(aboutText, version()))
	text.Wrapping = fyne.TextWrapWord
	d.showSheet(L("About Hexapla"), text)
}

// version is the program's, as built.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "development"
}

const aboutText = `# Hexapla

Version %s

Compare versions of a news story, follow actors' positions, hand the findings on.

Free software under the GNU General Public License, version 3 or later. The origin and licence of
everything it embeds stand in NOTICE.md.

Nothing leaves this machine.`

func (d *Desk) showMarkdown(title, file string) {
	data, err := assets.Files.ReadFile(file)
	if err != nil {
		d.fail(err)
		return
	}
	text := widget.NewRichTextFromMarkdown(string(data))
	text.Wrapping = fyne.TextWrapWord
	d.showSheet(title, text)
}

// showSheet shows something to read.
func (d *Desk) showSheet(title string, content fyne.CanvasObject) {
	sheet := dialog.NewCustom(title, L("Close"), container.NewVScroll(content), d.window)
	sheet.Resize(fyne.NewSize(680, 560))
	sheet.Show()
}

// keyName writes a shortcut as people read it: "Ctrl+Shift+Z".
func keyName(s fyne.Shortcut) string {
	var k desktop.CustomShortcut
	switch s := s.(type) {
	case nil:
		return ""
	case *fyne.ShortcutUndo:
		k = *ctrl(fyne.KeyZ)
	case *fyne.ShortcutRedo:
		k = *ctrl(fyne.KeyY)
	case *fyne.ShortcutPaste:
		k = *ctrl(fyne.KeyV)
	case *desktop.CustomShortcut:
		k = *s
	}
	var parts []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{
		{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"},
	} {
		if k.Modifier&m.modifier != 0 {
			parts = append(parts, m.name)
		}
	}
	names := map[fyne.KeyName]string{
		fyne.KeyReturn: "Enter", fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyComma: ",", fyne.KeyDown: "↓", fyne.KeyUp: "↑",
	}
	name := string(k.KeyName)
	if n, ok := names[k.KeyName]; ok {
		name = n
	}
	return strings.Join(append(parts, name), "+")
}
