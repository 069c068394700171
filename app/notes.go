package app

import (
	"fyne.io/fyne/v2"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
	"hexapla/widgets"
)

// noteID marks spans that are notes: note n of the state has the ID noteID − n, below all that
// differences and hits have.
const noteID = -2

// noteSpans are the notes of a column within a window on it.
func (p *page) noteSpans(column int, w windowOn) []widgets.Span {
	var out []widgets.Span
	a := p.article(column)
	for n, note := range p.result.State.Notes {
		if note.Place.Article != a.ID {
			continue
		}
		place, ok := note.Place.Resolve(a.Text)
		if !ok {
			continue
		}
		for _, s := range w.places(place) {
			out = append(out, widgets.Span{Start: s.Start, End: s.End, Kind: widgets.Noted, ID: noteID - n})
		}
	}
	return out
}

// noteAt is the note at a place of the comparison.
func (c *compare) noteAt(spot widgets.Spot) (article.Annotated, bool) {
	if spot.Row < 0 || spot.Column < 0 || spot.Column >= len(c.page.columns) {
		return article.Annotated{}, false
	}
	w := c.page.window(spot.Row, spot.Column)
	notes := c.page.result.State.Notes
	for _, s := range c.page.noteSpans(c.page.columns[spot.Column], w) {
		if n := noteID - s.ID; (text.Span{Start: s.Start, End: s.End + 1}).Contains(text.Span{Start: spot.Offset, End: spot.Offset}) && n < len(notes) {
			return notes[n], true
		}
	}
	return article.Annotated{}, false
}

// noteItems offers to change or remove the note at a place.
func (c *compare) noteItems(spot widgets.Spot) []*fyne.MenuItem {
	note, ok := c.noteAt(spot)
	if !ok {
		return nil
	}
	d := c.desk
	change := fyne.NewMenuItem(L("Change the note…"), func() { d.askNote(note.Place, note.Note) })
	remove := fyne.NewMenuItem(L("Remove the note"), func() { d.removeNote(note) })
	change.Disabled, remove.Disabled = !d.owns(note), !d.owns(note)
	return []*fyne.MenuItem{change, remove, fyne.NewMenuItemSeparator()}
}

// owns reports whether a note is the coder's own: those of others stay as they are.
func (d *Desk) owns(note article.Annotated) bool { return note.Coder == d.session.Coder() }

// notesOn are the notes that share a place with a difference.
func (p *page) notesOn(d *triage.Difference) []article.Annotated {
	var out []article.Annotated
	for _, note := range p.result.State.Notes {
		for _, r := range d.Readings {
			a := p.article(r.Version)
			if place, ok := note.Place.Resolve(a.Text); ok && note.Place.Article == a.ID && place.Overlaps(r.Span) {
				out = append(out, note)
				break
			}
		}
	}
	return out
}

// tapped goes to what was tapped in the text: a difference or a note.
func (c *compare) tapped(spot widgets.Spot) {
	if spot.Span.ID > noteID {
		c.lookAt(spot.Span.ID)
		return
	}
	if n := noteID - spot.Span.ID; n < len(c.page.result.State.Notes) {
		c.lookAtRow(spot.Row)
		c.inspector.showNote(c.page.result.State.Notes[n])
		c.desk.events.log("note %d", n)
	}
}

// showNote shows a note with who made it.
func (in *inspector) showNote(note article.Annotated) {
	d := in.compare.desk
	in.body.Hide()
	in.hint.Hide()
	change := widgets.NewPill(L("Change the note…"), func() { d.askNote(note.Place, note.Note) })
	remove := widgets.NewPill(L("Remove the note"), func() { d.removeNote(note) })
	enable(change, d.owns(note))
	enable(remove, d.owns(note))
	in.noted.Objects = []fyne.CanvasObject{
		heading(L("Note")),
		widgets.NewProse(widgets.Passage{Text: short(note.Place.Quote, 300), Serif: true}),
		widgets.NewProse(widgets.Passage{Text: note.Note}),
		widgets.NewProse(widgets.Passage{Text: joinParts(note.Coder, moment(note.At.Local())), Muted: true}),
		row(change, remove),
	}
	in.noted.Refresh()
	in.noted.Show()
}

// removeNote takes a note away; the history keeps it.
func (d *Desk) removeNote(note article.Annotated) {
	d.fail(d.session.Do(article.Annotate{Place: note.Place}))
	d.events.log("note removed")
}
