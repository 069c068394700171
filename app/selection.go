package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/widgets"
)

// place is where a stretch of a cell lies in its article.
func (p *page) place(part widgets.Part) article.Anchor {
	w := p.window(part.Row, part.Column)
	a := p.article(p.columns[part.Column])
	return article.AnchorAt(a.ID, a.Text, text.Span{Start: w.back(part.Start), End: w.back(part.End)})
}

// copyParts puts selected text on the clipboard; from several versions each line has its siglum.
func (c *compare) copyParts(parts []widgets.Part) {
	columns := map[int]bool{}
	for _, part := range parts {
		columns[part.Column] = true
	}
	var lines []string
	for _, part := range parts {
		line := part.Text
		if len(columns) > 1 {
			line = c.page.comparison.Sigla[c.page.columns[part.Column]] + "\t" + line
		}
		lines = append(lines, line)
	}
	c.desk.app.Clipboard().SetContent(strings.Join(lines, "\n"))
}

// selectionItems offers what can be done with the text selected.
func (c *compare) selectionItems() []*fyne.MenuItem {
	parts := c.view.Selection()
	if len(parts) == 0 || c.page == nil {
		return nil
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(L("Copy"), func() { c.copyParts(parts) }),
		fyne.NewMenuItem(L("Note on this…"), func() { c.desk.askNote(c.page.place(parts[0]), "") }),
		fyne.NewMenuItem(L("Add as a statement…"), func() { c.desk.askStatement(article.SetStatement{Content: []article.Anchor{c.page.place(parts[0])}}) }),
		fyne.NewMenuItem(L("New issue from this…"), func() { c.desk.editIssue(issueFrom(parts[0].Text)) }),
		fyne.NewMenuItemSeparator(),
	}
}

// quotation is the beginning of a text that is asked about.
func quotation(s string) fyne.CanvasObject {
	return widgets.NewProse(widgets.Passage{Text: short(s, 160), Serif: true, Gap: 6})
}

// askNote asks for a note on a stretch of text.
func (d *Desk) askNote(place article.Anchor, words string) {
	note := widget.NewMultiLineEntry()
	note.Wrapping = fyne.TextWrapWord
	note.SetMinRowsVisible(5)
	note.SetText(words)
	items := []*widget.FormItem{{Text: L("Text"), Widget: quotation(place.Quote)}, {Text: L("Note"), Widget: note}}
	ask := dialog.NewForm(L("Note"), L("Save"), L("Cancel"), items, func(ok bool) {
		if ok && strings.TrimSpace(note.Text) != "" {
			d.fail(d.session.Do(article.Annotate{Place: place, Note: strings.TrimSpace(note.Text)}))
		}
	}, d.window)
	ask.Resize(fyne.NewSize(520, 260))
	ask.Show()
}

// askStatement asks who said something and when, and records it.
func (d *Desk) askStatement(set article.SetStatement) {
	rec := newRecord(d.session.Result())
	var actors []string
	for _, a := range d.session.Result().Actors {
		actors = append(actors, a.ID)
	}
	speaker, when := widget.NewEntry(), widget.NewEntry()
	actor := widget.NewSelectEntry(actors)
	speaker.SetText(set.Speaker)
	actor.SetText(set.Actor)
	when.SetText(set.Date)
	actor.SetPlaceHolder(L("a state's code such as CHN, an acronym or a name"))
	when.SetPlaceHolder("2022-08-08")
	items := []*widget.FormItem{
		{Text: L("Text"), Widget: quotation(set.Content[0].Quote)},
		{Text: L("Speaker"), Widget: speaker}, {Text: L("Speaks for"), Widget: actor, HintText: rec.name(set.Actor)},
		{Text: L("Said on"), Widget: when},
	}
	ask := dialog.NewForm(L("Statement"), L("Save"), L("Cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		set.Speaker, set.Actor, set.Date = strings.TrimSpace(speaker.Text), strings.TrimSpace(actor.Text), strings.TrimSpace(when.Text)
		d.fail(d.session.Do(set))
		d.events.log("statement set")
	}, d.window)
	ask.Resize(fyne.NewSize(520, 300))
	ask.Show()
}

// mergeActor asks whom the person shown is the same as, or the actor where nobody is named. Who is likely the
// same, by the sound of the name in another script, comes first.
func (p *statementPanel) mergeActor() {
	if p.shown == nil {
		return
	}
	from, names := p.shown.statement.Actor, []string(nil)
	actors := p.desk.session.Result().Actors
	for _, a := range actors {
		if a.ID == p.shown.statement.Speaker && a.Kind == "person" {
			from = a.ID
			for _, l := range a.Likely {
				names = append(names, l.ID)
			}
		}
	}
	likely := len(names)
	for _, a := range actors {
		if a.ID != from && !slices.Contains(names[:likely], a.ID) {
			names = append(names, a.ID)
		}
	}
	into := widget.NewSelectEntry(names)
	if likely > 0 {
		into.SetText(names[0])
	}
	ask := dialog.NewForm(L("Merge"), L("Merge"), L("Cancel"), []*widget.FormItem{
		{Text: L("Actor"), Widget: wrapped(p.record.name(from))}, {Text: L("The same as"), Widget: into},
	}, func(ok bool) {
		if name := strings.TrimSpace(into.Text); ok && name != "" {
			p.desk.fail(p.desk.session.Do(article.MergeActors{From: []string{from}, Into: name}))
		}
	}, p.desk.window)
	ask.Resize(fyne.NewSize(420, 180))
	ask.Show()
}
