package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/widgets"
	"hexapla/widgets/scene"
)

// articlePanel shows one article: what is known about it, who speaks in it, its text.
type articlePanel struct {
	desk   *Desk
	title  *widgets.Prose
	fields *fyne.Container
	actors *fyne.Container
	text   *articleText
	body   *fyne.Container
	hint   *widgets.Prose
}

// metaFields are the fields that the panel shows, with where they are and how they are named.
var metaFields = []struct {
	id, name string
	of       func(*article.Meta) article.Field
}{
	{"title", "Title", func(m *article.Meta) article.Field { return m.Title }},
	{"outlet", "Outlet", func(m *article.Meta) article.Field { return m.Outlet }},
	{"author", "Author", func(m *article.Meta) article.Field { return m.Author }},
	{"place", "Dateline", func(m *article.Meta) article.Field { return m.Place }},
	{"date", "Date", func(m *article.Meta) article.Field { return m.Date }},
	{"language", "Language", func(m *article.Meta) article.Field { return m.Language }},
	{"role", "Role", func(m *article.Meta) article.Field { return m.Role }},
	{"speaker", "Speaker", func(m *article.Meta) article.Field { return m.Speaker }},
	{"story", "Story", func(m *article.Meta) article.Field { return m.Story }},
	{"tags", "Tags", func(m *article.Meta) article.Field { return m.Tags }},
	{"label", "What it is", func(m *article.Meta) article.Field { return m.Label }},
}

func newArticlePanel(d *Desk) *articlePanel {
	p := &articlePanel{desk: d, title: widgets.NewProse(), text: newArticleText(d)}
	p.fields, p.actors = container.NewVBox(), row()
	p.hint = wrapped(L("Choose an article to see what is known about it."))
	p.body = container.NewVBox(p.title, caption(L("Known about it")), p.fields, caption(L("Actors")),
		container.NewHScroll(p.actors), caption(L("Text")), p.text.body)
	return p
}

func (p *articlePanel) content() fyne.CanvasObject {
	return scrolled(container.NewStack(p.body, p.hint))
}

// show shows the article that the view names.
func (p *articlePanel) show() {
	a, err := p.desk.session.Article(p.desk.session.View().Article)
	if err != nil {
		p.body.Hide()
		p.hint.Show()
		return
	}
	p.hint.Hide()
	p.body.Show()
	p.title.SetPassages(
		widgets.Passage{Text: titleOf(a), Bold: true, Size: 15, Language: a.Meta.Language.Value},
		widgets.Passage{Text: joinParts(a.File, a.Encoding, a.Format), Muted: true})
	p.fields.Objects = nil
	for _, f := range metaFields {
		p.fields.Add(p.field(a, f.id, f.name, f.of(&a.Meta)))
	}
	p.fields.Refresh()
	p.showActors(a.ID)
	p.text.show(a)
	p.body.Refresh()
}

// preview is the beginning of a text: the panel is not for reading books.
func preview(s string) string {
	const most = 6000
	if len(s) <= most {
		return s
	}
	return short(s[:most], most-1)
}

// field is a value that becomes an entry when it is clicked.
func (p *articlePanel) field(a article.Article, id, name string, f article.Field) fyne.CanvasObject {
	box := container.NewStack()
	words := widgets.NewProse(widgets.Passage{Text: orElse(f.Value, "–"), Language: a.Meta.Language.Value})
	switch {
	case f.Guess:
		words.SetPassages(widgets.Passage{Text: f.Value + " ?"}, widgets.Passage{Text: joinParts(L("a guess"), f.Why), Muted: true, Size: 11})
	case f.Origin != article.FromUser && f.Value != "":
		words.SetPassages(widgets.Passage{Text: f.Value}, widgets.Passage{Text: tr(string(f.Origin)), Muted: true, Size: 11})
	}
	edit := widget.NewButtonWithIcon("", theme.DocumentCreateIcon(), func() { p.edit(box, a, id, f) })
	edit.Importance = widget.LowImportance
	box.Add(border(nil, nil, nil, container.NewVBox(edit), words))
	return fact(L(name), box)
}

// edit puts an entry in the field's place; Enter or leaving it records what was typed.
func (p *articlePanel) edit(box *fyne.Container, a article.Article, id string, f article.Field) {
	e := &fieldEntry{}
	e.ExtendBaseWidget(e)
	e.SetText(f.Value)
	done := false
	e.onDone = func(keep bool) {
		if done {
			return
		}
		done = true
		if keep && e.Text != f.Value {
			p.desk.fail(p.desk.session.Do(article.SetMeta{Article: a.ID, Field: id, Value: e.Text}))
			p.desk.events.log("field %s", id)
			return
		}
		p.show()
	}
	e.OnSubmitted = func(string) { e.onDone(true) }
	box.Objects = []fyne.CanvasObject{e}
	box.Refresh()
	p.desk.window.Canvas().Focus(e)
}

// fieldEntry tells when it is left.
type fieldEntry struct {
	widget.Entry
	onDone func(keep bool)
}

// FocusLost implements fyne.Focusable.
func (e *fieldEntry) FocusLost() {
	e.Entry.FocusLost()
	e.onDone(true)
}

// TypedKey implements fyne.Focusable; escape leaves things as they were.
func (e *fieldEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.onDone(false)
		return
	}
	e.Entry.TypedKey(k)
}

// showActors counts who speaks in the article.
func (p *articlePanel) showActors(id article.ID) {
	rec := newRecord(p.desk.session.Result())
	count := map[string]int{}
	var order []string
	for _, s := range p.desk.session.Result().Statements {
		if s.Article == id && s.Actor != "" {
			if count[s.Actor] == 0 {
				order = append(order, s.Actor)
			}
			count[s.Actor]++
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return count[b] - count[a] })
	p.actors.Objects = nil
	for _, actor := range order[:min(len(order), 8)] {
		p.actors.Add(widgets.NewChip(local("%s %d", rec.name(actor), count[actor]), nil))
	}
	p.actors.Refresh()
}

// timelineOf is the articles with a date, a row an outlet, in the order of their first article.
func timelineOf(r *analysis.Result, looked article.ID) scene.Timeline {
	var line scene.Timeline
	story, dates := storyOf(r), map[int]scene.Day{}
	var dated []int
	for i, v := range r.Versions {
		if at, ok := scene.ParseDay(v.Article.Meta.Date.Value); ok {
			dates[i] = at
			dated = append(dated, i)
		}
	}
	slices.SortStableFunc(dated, func(a, b int) int { return compareFloat(float64(dates[a]), float64(dates[b])) })
	for _, i := range dated {
		a := r.Versions[i].Article
		outlet := orElse(a.Meta.Outlet.Value, L("no outlet"))
		row := slices.Index(line.Rows, outlet)
		if row < 0 {
			row = len(line.Rows)
			line.Rows = append(line.Rows, outlet)
		}
		line.Dots = append(line.Dots, scene.Dot{
			ID: string(a.ID), Row: row, At: dates[i], Story: story(i), Full: a.ID == looked, Tip: titleOf(a),
		})
	}
	return line
}
