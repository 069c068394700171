package app

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis"
	"hexapla/analysis/article"
)

// meant are the articles that a gesture on a row means: all that are ticked where the row is one of
// them, all of a story at its head, else the one of the row.
func (l *library) meant(row int) []article.ID {
	if row < 0 || row >= len(l.shown) {
		return nil
	}
	v, ok := l.version(row)
	if !ok {
		var out []article.ID
		for i := range l.shown {
			if v, ok := l.version(i); ok && l.names[i] == l.names[row] {
				out = append(out, v.Article.ID)
			}
		}
		return out
	}
	if ticked := l.selected(); slices.Contains(ticked, v.Article.ID) {
		return ticked
	}
	return []article.ID{v.Article.ID}
}

// menu offers what can be done with articles.
func (l *library) menu(row int, at fyne.Position) {
	ids := l.meant(row)
	if len(ids) == 0 {
		return
	}
	d := l.desk
	var items []*fyne.MenuItem
	if len(ids) > 1 {
		of := fyne.NewMenuItem(Ln(len(ids), "%d article | %d articles"), nil)
		of.Disabled = true
		items = append(items, of)
	}
	if v, ok := l.version(row); ok {
		items = append(items,
			fyne.NewMenuItem(L("Select or deselect"), func() { l.toggle(row) }),
			fyne.NewMenuItem(L("Mark as the original"), func() {
				d.fail(d.session.Do(article.SetMeta{Article: v.Article.ID, Field: "role", Value: "original"}))
			}))
	} else {
		items = append(items, fyne.NewMenuItem(L("Compare these"), func() { d.compareArticles(ids) }))
		if name := strings.TrimSuffix(l.names[row], eventMark); name != "" {
			items = append(items, fyne.NewMenuItem(L("Keep as a story of mine"), func() { d.fail(d.session.Do(article.Group{Articles: ids, Story: name})) }))
		}
	}
	items = append(items,
		fyne.NewMenuItem(L("Tags…"), func() { l.askTags(ids) }),
		fyne.NewMenuItem(L("Put into a story…"), func() { l.askStory(ids) }),
		fyne.NewMenuItem(L("Take out of the story"), func() { d.fail(d.session.Do(article.Ungroup{Articles: ids})) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(L("Remove from the project"), func() { d.remove(ids) }))
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), d.window.Canvas(), at)
}

// key removes what is meant by Delete and passes other keys on.
func (l *library) key(k *fyne.KeyEvent) *fyne.KeyEvent {
	if k != nil && k.Name == fyne.KeyDelete {
		if ids := l.meant(l.table.Selected()); len(ids) > 0 {
			l.desk.remove(ids)
		}
	}
	return k
}

// remove takes articles off the table in one step; Undo brings them back.
func (d *Desk) remove(ids []article.ID) {
	var acts []article.Act
	for _, id := range ids {
		acts = append(acts, article.RemoveArticle{Article: id})
	}
	d.fail(d.session.Do(acts...))
	d.say(Ln(len(ids), "%d article removed; Undo brings it back. | %d articles removed; Undo brings them back."))
	d.events.log("removed %d", len(ids))
}

// joining is who is in a story when articles join it: one that the program found becomes the user's
// with all its versions.
func joining(r *analysis.Result, ids []article.ID, story string) []article.ID {
	out := slices.Clone(ids)
	for _, c := range r.Comparisons {
		if !c.Found || c.Story != story {
			continue
		}
		for _, i := range c.Versions {
			if other := r.Versions[i].Article.ID; !slices.Contains(out, other) {
				out = append(out, other)
			}
		}
	}
	return out
}

// askStory asks for the story of articles.
func (l *library) askStory(ids []article.ID) {
	d := l.desk
	var names []string
	for _, c := range d.session.Result().Comparisons {
		names = append(names, c.Story)
	}
	entry := widget.NewSelectEntry(names)
	ask := dialog.NewForm(L("Story"), L("OK"), L("Cancel"), []*widget.FormItem{{Text: L("Name"), Widget: entry}}, func(ok bool) {
		if name := strings.TrimSpace(entry.Text); ok && name != "" {
			d.fail(d.session.Do(article.Group{Articles: joining(d.session.Result(), ids, name), Story: name}))
		}
	}, d.window)
	ask.Resize(fyne.NewSize(420, 160))
	ask.Show()
}

// askTags asks for tags to add to articles.
func (l *library) askTags(ids []article.ID) {
	entry := widget.NewEntry()
	entry.SetPlaceHolder(L("tags, parted by commas"))
	shared := l.desk.sharedTags(ids)
	entry.SetText(strings.Join(shared, ", "))
	ask := dialog.NewForm(L("Tags"), L("Save"), L("Cancel"), []*widget.FormItem{{Text: L("Tags"), Widget: entry}}, func(ok bool) {
		if ok {
			l.desk.retag(ids, shared, splitTags(entry.Text))
		}
	}, l.desk.window)
	ask.Resize(fyne.NewSize(420, 160))
	ask.Show()
	l.desk.window.Canvas().Focus(entry)
}

// sharedTags are those that all the articles have.
func (d *Desk) sharedTags(ids []article.ID) []string {
	var out []string
	for i, id := range ids {
		a, err := d.session.Article(id)
		if err != nil {
			continue
		}
		tags := tagsOf(a.Meta)
		if i == 0 {
			out = tags
		}
		out = slices.DeleteFunc(slices.Clone(out), func(t string) bool { return !slices.Contains(tags, t) })
	}
	return out
}

// retag gives articles tags in place of those that they shared; what only some of them have stays.
func (d *Desk) retag(ids []article.ID, before, after []string) {
	var acts []article.Act
	for _, id := range ids {
		a, err := d.session.Article(id)
		if err != nil {
			d.fail(errors.New(L("The article is no longer in the project.")))
			return
		}
		tags := slices.DeleteFunc(slices.Clone(tagsOf(a.Meta)), func(t string) bool {
			return slices.Contains(before, t) || slices.Contains(after, t)
		})
		value := strings.Join(append(tags, after...), ", ")
		if value != a.Meta.Tags.Value {
			acts = append(acts, article.SetMeta{Article: id, Field: "tags", Value: value})
		}
	}
	d.fail(d.session.Do(acts...))
	d.events.log("tagged %d", len(acts))
}

// tagsOf are an article's tags.
func tagsOf(m article.Meta) []string { return splitTags(m.Tags.Value) }

func splitTags(s string) []string {
	var out []string
	for _, t := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '،' || r == '，' || r == '、' }) {
		if t = strings.TrimSpace(t); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}
