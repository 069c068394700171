package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hexapla/analysis/phrase"
	"hexapla/app/session"
)

// command is one thing that can be done. Menus, shortcuts, the palette and the cheat sheet are made
// from the table below, so that a command exists in all of them or in none.
type command struct {
	menu  string // "File", "Edit", "View", "Review", "Help"
	name  string // in English; shown translated
	key   fyne.Shortcut
	run   func(*Desk)
	able  func(*Desk) bool   // nil: always
	label func(*Desk) string // nil: the name
}

// commands is the table, in the order of the menus. An empty name is a separator.
func commands() []command {
	return []command{
		{menu: "File", name: "New project", key: ctrl(fyne.KeyN), run: (*Desk).openNew},
		{menu: "File", name: "New window", key: ctrlShift(fyne.KeyN), run: (*Desk).newWindow},
		{menu: "File", name: "Open project…", key: ctrl(fyne.KeyO), run: (*Desk).askOpen},
		{menu: "File", name: "Open the sample", run: (*Desk).openSample},
		{menu: "File", name: "Save as…", key: ctrlShift(fyne.KeyS), run: (*Desk).askSaveAs, able: isOpen},
		{menu: "File"},
		{menu: "File", name: "Add files…", key: ctrlShift(fyne.KeyO), run: (*Desk).askFiles, able: isOpen},
		{menu: "File", name: "Add folder…", run: (*Desk).askFolder, able: isOpen},
		{menu: "File", name: "Paste an article", key: &fyne.ShortcutPaste{}, run: (*Desk).paste},
		{menu: "File", name: "Paste text…", key: ctrlShift(fyne.KeyV), run: (*Desk).askPaste},
		{menu: "File", name: "Add from an address…", run: (*Desk).askAddress, able: isOpen},
		{menu: "File"},
		{menu: "File", name: "Export report…", key: ctrl(fyne.KeyE), run: (*Desk).askReport, able: isOpen},
		{menu: "File", name: "Print…", key: ctrl(fyne.KeyP), run: (*Desk).askPrint, able: isOpen},

		{menu: "Edit", name: "Undo", key: &fyne.ShortcutUndo{}, run: (*Desk).undo, able: canUndo, label: undoLabel},
		{menu: "Edit", name: "Redo", key: &fyne.ShortcutRedo{}, run: (*Desk).redo, able: canRedo, label: redoLabel},
		{menu: "Edit"},
		{menu: "Edit", name: "Find in all versions", key: ctrl(fyne.KeyF), run: (*Desk).find, able: isOpen},
		{menu: "Edit", name: "Next place found", key: ctrlShift(fyne.KeyDown), run: func(d *Desk) { d.stepHit(+1) }, able: isOpen},
		{menu: "Edit", name: "Previous place found", key: ctrlShift(fyne.KeyUp), run: func(d *Desk) { d.stepHit(-1) }, able: isOpen},
		{menu: "Edit", name: "History…", key: ctrl(fyne.KeyH), run: (*Desk).showHistory, able: isOpen},
		{menu: "Edit", name: "Preferences…", key: ctrl(fyne.KeyComma), run: (*Desk).showPreferences},

		{menu: "View", name: "Library", key: ctrl(fyne.Key1), run: goTo(screenLibrary), able: isOpen},
		{menu: "View", name: "Compare", key: ctrl(fyne.Key2), run: goTo(screenCompare), able: isOpen},
		{menu: "View", name: "Positions", key: ctrl(fyne.Key3), run: goTo(screenPositions), able: isOpen},
		{menu: "View", name: "Statements", key: ctrl(fyne.Key4), run: goTo(screenStatements), able: isOpen},
		{menu: "View", name: "Report", key: ctrl(fyne.Key5), run: goTo(screenReport), able: isOpen},
		{menu: "View", name: "Back", key: alt(fyne.KeyLeft), run: (*Desk).back, able: isOpen},
		{menu: "View"},
		{menu: "View", name: "Mark words", run: markBy(""), able: isOpen},
		{menu: "View", name: "Mark whole sentences", run: markBy("sentences"), able: isOpen},
		{menu: "View", name: "Mark single letters", run: markBy("letters"), able: isOpen},
		{menu: "View"},
		{menu: "View", name: "Larger text", key: ctrl(fyne.KeyEqual), run: func(d *Desk) { d.scaleText(1.1) }},
		{menu: "View", name: "Smaller text", key: ctrl(fyne.KeyMinus), run: func(d *Desk) { d.scaleText(1 / 1.1) }},
		{menu: "View", name: "Light or dark", key: ctrlShift(fyne.KeyL), run: (*Desk).switchTheme},
		{menu: "View", name: "High contrast", run: func(d *Desk) { d.setTheme("contrast") }},
		{menu: "View", name: "Command palette…", key: ctrl(fyne.KeyK), run: (*Desk).showPalette},

		{menu: "Review", name: "Compare selected", key: ctrlShift(fyne.KeyReturn), run: (*Desk).compareSelected, able: isOpen},
		{menu: "Review", name: "Next difference", key: ctrl(fyne.KeyDown), run: func(d *Desk) { d.step(+1) }, able: isOpen},
		{menu: "Review", name: "Previous difference", key: ctrl(fyne.KeyUp), run: func(d *Desk) { d.step(-1) }, able: isOpen},
		{menu: "Review", name: "Confirm", key: ctrl(fyne.KeyReturn), run: judge("confirmed"), able: isOpen},
		{menu: "Review", name: "Dismiss", key: ctrl(fyne.KeyD), run: judge("dismissed"), able: isOpen},
		{menu: "Review", name: "Later", key: ctrl(fyne.KeyL), run: judge("later"), able: isOpen},
		{menu: "Review"},
		{menu: "Review", name: "Link the row for good", key: alt(fyne.KeyL), run: onRow(linkRow), able: isOpen},
		{menu: "Review", name: "Unlink the row", key: alt(fyne.KeyU), run: onRow(unlinkRow), able: isOpen},
		{menu: "Review", name: "Merge with the next row", key: alt(fyne.KeyM), run: onRow(mergeRow), able: isOpen},
		{menu: "Review", name: "Split the row", key: alt(fyne.KeyS), run: onRow(splitRow), able: isOpen},
		{menu: "Review", name: "Mark as moved", key: alt(fyne.KeyV), run: onRow(moveRow), able: isOpen},
		{menu: "Review"},
		{menu: "Review", name: "Codebook…", key: ctrl(fyne.KeyB), run: (*Desk).showCodebook, able: isOpen},
		{menu: "Review", name: "Agreement between coders…", run: (*Desk).showAgreement, able: isOpen},
		{menu: "Review", name: "Learn from corrections…", run: (*Desk).askLearning, able: isOpen},
		{menu: "Review", name: "Glossary…", key: ctrl(fyne.KeyG), run: (*Desk).showGlossary, able: isOpen},

		{menu: "Help", name: "Shortcuts", key: plain(fyne.KeyF1), run: (*Desk).showShortcuts},
		{menu: "Help", name: "Manual", run: (*Desk).showManual},
		{menu: "Help", name: "What's new", run: (*Desk).showChangelog},
		{menu: "Help", name: "About Hexapla", run: (*Desk).showAbout},
	}
}

// keyOf is the shortcut of the command of a name.
func keyOf(name string) fyne.Shortcut {
	for _, c := range commands() {
		if c.name == name {
			return c.key
		}
	}
	return nil
}

// mainMenu makes the menu; its shortcuts work wherever the focus is.
func (d *Desk) mainMenu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, c := range commands() {
		if len(menus) == 0 || menus[len(menus)-1].Label != L(c.menu) {
			menus = append(menus, fyne.NewMenu(L(c.menu)))
		}
		m := menus[len(menus)-1]
		m.Items = append(m.Items, d.menuItem(c))
	}
	return fyne.NewMainMenu(menus...)
}

func (d *Desk) menuItem(c command) *fyne.MenuItem {
	if c.name == "" {
		return fyne.NewMenuItemSeparator()
	}
	item := fyne.NewMenuItem(d.labelOf(c), func() { d.perform(c) })
	if c.key != nil {
		item.Shortcut = c.key
	}
	item.Disabled = !d.able(c)
	return item
}

// perform runs a command if it can be run now.
func (d *Desk) perform(c command) {
	if d.able(c) {
		d.events.log("command %s", c.name)
		c.run(d)
	}
}

func (d *Desk) able(c command) bool { return c.able == nil || c.able(d) }

func (d *Desk) labelOf(c command) string {
	if c.label != nil {
		return c.label(d)
	}
	return L(c.name)
}

func isOpen(d *Desk) bool { return d.session != nil }

func canUndo(d *Desk) bool { return !d.undoable(0).Empty() }
func canRedo(d *Desk) bool { return !d.undoable(1).Empty() }

// undoable is what undo (0) or redo (1) would act on.
func (d *Desk) undoable(which int) phrase.Phrase {
	if d.session == nil {
		return phrase.Phrase{}
	}
	undo, redo := d.session.Undoable()
	return [2]phrase.Phrase{undo, redo}[which]
}

func undoLabel(d *Desk) string { return withObject(L("Undo"), "Undo: %s", d.undoable(0)) }
func redoLabel(d *Desk) string { return withObject(L("Redo"), "Redo: %s", d.undoable(1)) }

func withObject(verb, form string, act phrase.Phrase) string {
	if act.Empty() {
		return verb
	}
	return inWords(phrase.Of(form, act))
}

func (d *Desk) undo() {
	if e, ok := d.window.Canvas().Focused().(interface{ Undo() }); ok {
		e.Undo() // of the text that is being typed
		return
	}
	d.fail(d.session.Undo())
	d.events.log("undid")
}

func (d *Desk) redo() {
	if e, ok := d.window.Canvas().Focused().(interface{ Redo() }); ok {
		e.Redo()
		return
	}
	d.fail(d.session.Redo())
	d.events.log("redid")
}

func goTo(screen string) func(*Desk) {
	return func(d *Desk) { d.session.Look(func(v *session.View) { v.Screen = screen }) }
}

func ctrl(k fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(k fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(k fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}
}

// plain is a key without a modifier. The toolkit gives such keys to the widget with the focus; those
// of ours that have no use for a key pass it on (typedKey).
func plain(k fyne.KeyName) *desktop.CustomShortcut { return &desktop.CustomShortcut{KeyName: k} }

// passed takes a key that a list has no use for: a letter of the screen's, or one of the window's.
func (d *Desk) passed(letter func(rune), k *fyne.KeyEvent, typed rune) {
	if k != nil {
		d.typedKey(k)
		return
	}
	letter(typed)
}

// keyed is a screen with something that the keys go to while nothing else has them.
type keyed interface{ keys() fyne.Focusable }

// listening is what typed keys go to while nothing has the focus; nil is nothing.
func (d *Desk) listening() fyne.Focusable {
	if d.shell == nil || d.session == nil || d.window.Canvas().Overlays().Top() != nil {
		return nil
	}
	if s, ok := d.shell.screens[d.shell.current].(keyed); ok {
		return s.keys()
	}
	return nil
}

// loneKey is a key typed while nothing has the focus.
func (d *Desk) loneKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyEnter:
		if to := d.listening(); to != nil {
			to.TypedKey(k)
		}
	default:
		d.typedKey(k)
	}
}

// loneRune is a letter typed while nothing has the focus.
func (d *Desk) loneRune(r rune) {
	if to := d.listening(); to != nil {
		to.TypedRune(r)
	}
}

// typedKey runs what a key without a modifier stands for.
func (d *Desk) typedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		if top := d.window.Canvas().Overlays().Top(); top != nil {
			top.Hide()
			d.window.Canvas().Overlays().Remove(top) // hidden but there, a dialog keeps the keys
		}
	case fyne.KeyF1:
		d.showShortcuts()
	case fyne.KeyF8:
		if d.session != nil {
			d.step(+1)
		}
	}
}
