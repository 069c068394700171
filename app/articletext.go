package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/widgets"
)

// articleText is the text in the article panel: to read, or to edit in place.
type articleText struct {
	desk    *Desk
	prose   *widgets.Prose
	entry   *widget.Entry // nil unless the text is being edited
	change  *widgets.Pill
	renew   *widgets.Pill
	body    *fyne.Container
	showing article.Article
}

func newArticleText(d *Desk) *articleText {
	t := &articleText{desk: d, prose: widgets.NewProse()}
	t.change = widgets.NewPill(L("Edit the text…"), t.edit)
	t.renew = widgets.NewPrimaryPill(L("The file has changed: read it again"), t.reimport)
	t.renew.Hide()
	t.body = container.NewVBox()
	t.read()
	return t
}

// show shows an article's text; one that is being edited stays.
func (t *articleText) show(a article.Article) {
	if t.showing.ID == a.ID && t.showing.Text == a.Text {
		return
	}
	t.showing = a
	t.prose.SetPassages(widgets.Passage{Text: preview(a.Text), Serif: true, Language: a.Meta.Language.Value})
	enable(t.change, len(a.Text) < maxPastedPreview)
	t.renew.Hide()
	t.desk.session.Changed(a.ID, func() {
		if t.showing.ID == a.ID {
			t.renew.Show()
			t.body.Refresh()
			t.desk.events.log("changed file")
		}
	})
	t.read()
}

func (t *articleText) read() {
	t.entry = nil
	t.body.Objects = []fyne.CanvasObject{t.renew, t.prose, row(t.change)}
	t.body.Refresh()
}

// edit puts an entry in the place of the text.
func (t *articleText) edit() {
	t.entry = widget.NewMultiLineEntry()
	t.entry.Wrapping = fyne.TextWrapWord
	t.entry.SetMinRowsVisible(18)
	t.entry.SetText(t.showing.Text)
	t.body.Objects = []fyne.CanvasObject{
		row(widgets.NewPrimaryPill(L("Save"), t.save), widgets.NewPill(L("Cancel"), t.read)),
		t.entry,
		wrapped(L("Decisions about the text find their places again; those that cannot are listed in the history.")),
	}
	t.body.Refresh()
	t.desk.window.Canvas().Focus(t.entry)
}

// save records the text as edited; the file that it came from stays as it is.
func (t *articleText) save() {
	words := strings.TrimRight(strings.ReplaceAll(t.entry.Text, "\r\n", "\n"), "\n") + "\n"
	before := t.showing
	t.read()
	if words == before.Text || strings.TrimRight(before.Text, "\n")+"\n" == words {
		return
	}
	t.desk.fail(t.desk.session.Do(article.EditText{Article: before.ID, Text: words}))
	t.desk.events.log("text edited")
}

func (t *articleText) reimport() {
	t.renew.Hide()
	t.desk.fail(t.desk.session.Reimport(t.showing.ID))
	t.desk.events.log("read again")
}
