package app

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"hexapla/app/session"
)

// chooseFile asks for a file with one of the endings, or with any where there is none.
func (d *Desk) chooseFile(use func(path string), endings ...string) {
	ask := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			d.fail(err)
			return
		}
		r.Close()
		use(r.URI().Path())
	}, d.window)
	if len(endings) > 0 {
		ask.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	d.showFileDialog(ask)
}

// chooseName asks for the name of a file to write; the dialog makes an empty one of that name.
func (d *Desk) chooseName(name string, use func(path string)) {
	ask := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			d.fail(err)
			return
		}
		w.Close()
		use(w.URI().Path())
	}, d.window)
	ask.SetFileName(name)
	d.showFileDialog(ask)
}

// askOpen asks for a project file and opens it.
func (d *Desk) askOpen() { d.chooseFile(d.open, projectSuffix) }

// askSaveAs asks for a name and goes on working in that file.
func (d *Desk) askSaveAs() { d.chooseName(filepath.Base(d.session.Path()), d.saveAs) }

func (d *Desk) saveAs(path string) {
	if !strings.EqualFold(filepath.Ext(path), projectSuffix) {
		os.Remove(path) // what the dialog made
		path += projectSuffix
	}
	if err := d.session.SaveAs(path); err != nil {
		d.fail(err)
		return
	}
	d.remember(path)
	d.events.log("saved %s", filepath.Base(path))
}

// askFiles asks for a file to add.
func (d *Desk) askFiles() {
	d.chooseFile(func(path string) { d.importFiles([]string{path}) })
}

// askFolder asks for a folder whose files are added.
func (d *Desk) askFolder() {
	ask := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
		if err != nil || l == nil {
			d.fail(err)
			return
		}
		d.importFiles([]string{l.Path()})
	}, d.window)
	d.showFileDialog(ask)
}

// askPaste asks for a text, filled with what the clipboard holds.
func (d *Desk) askPaste() {
	d.begun()
	name := widget.NewEntry()
	name.SetPlaceHolder(L("A name for it (optional)"))
	body := widget.NewMultiLineEntry()
	body.Wrapping = fyne.TextWrapWord
	body.SetPlaceHolder(L("Paste the article here"))
	body.SetMinRowsVisible(14)
	if clip := d.app.Clipboard().Content(); len(clip) < maxPastedPreview {
		body.SetText(clip)
	}
	form := border(name, nil, nil, nil, body)
	ask := dialog.NewCustomConfirm(L("Paste text"), L("Add"), L("Cancel"), form, func(ok bool) {
		if ok {
			d.imported(d.session.ImportText(name.Text, body.Text))
		}
	}, d.window)
	ask.Resize(fyne.NewSize(720, 520))
	ask.Show()
	d.window.Canvas().Focus(body)
}

// maxPastedPreview bounds what is put into an entry by itself: entries are slow with long texts.
const maxPastedPreview = 200_000

// importFiles adds files and folders beside the window.
func (d *Desk) importFiles(paths []string) {
	if len(paths) > 0 && d.session != nil {
		d.session.Import(paths, d.imported)
	}
}

// imported tells what became of an import, if not all went well.
func (d *Desk) imported(got session.Imported) {
	d.events.log("imported %d known %d failed %d", len(got.Added), len(got.Known), len(got.Failures))
	if len(got.Added) > 0 {
		d.session.Look(func(v *session.View) {
			v.Screen, v.Article = screenLibrary, got.Added[0]
			v.Selected = append(v.Selected, got.Added...)
		})
	}
	for _, tables := range byHeading(got.Tables) {
		d.askColumns(tables)
	}
	if len(got.Failures)+len(got.Notes) == 0 && (len(got.Added) > 0 || len(got.Known) == 0) {
		return
	}
	summary := Lf("%d added, %d already in the project, %d could not be read.", len(got.Added), len(got.Known), len(got.Failures))
	var list strings.Builder
	for _, lines := range [][]string{got.Failures, got.Notes, got.Remarks} {
		for _, line := range lines {
			list.WriteString("• " + failed(line) + "\n")
		}
	}
	box := border(line(summary), nil, nil, nil, scrolled(wrapped(strings.TrimSuffix(list.String(), "\n"))))
	note := dialog.NewCustom(L("Import"), L("Close"), box, d.window)
	note.Resize(fyne.NewSize(640, 320))
	note.Show()
}

// write writes to a file that the user chose, and says where.
func (d *Desk) write(path string, f func(io.Writer) error) {
	err := writeFile(path, func(file *os.File) error { return f(file) })
	if err != nil {
		d.fail(fmt.Errorf("%s could not be written: %w", filepath.Base(path), err))
		return
	}
	d.events.log("wrote %s", filepath.Base(path))
	d.say(Lf("Written: %s", path))
}

func (d *Desk) showFileDialog(ask *dialog.FileDialog) {
	ask.Show() // before it is shown the toolkit's dialog has no size
	ask.Resize(fyne.NewSize(960, 640))
}
