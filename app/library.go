package app

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// library is the screen of the articles: when they appeared, which are versions of one story, and
// what is known about each.
type library struct {
	desk     *Desk
	caption  *widgets.Line // of the timeline
	timeline *widgets.TimelineView
	table    *widgets.RowTable
	panel    *articlePanel
	filter   *widget.Entry
	choose   *widgets.Pill
	body     *fyne.Container
	empty    fyne.CanvasObject

	shown  []int           // by row of the table: version, −1 for a story's head
	names  []string        // by row: the ID of its group
	folded map[string]bool // stories
	sorted int
	down   bool
}

func newLibrary(d *Desk) *library {
	l := &library{desk: d, folded: map[string]bool{}, sorted: -1}
	l.timeline = widgets.NewTimelineView()
	l.timeline.SetCalendar(calendar())
	l.timeline.OnDot = func(id string) { l.look(article.ID(id)) }
	l.table = newTable(
		widgets.TableColumn{Width: 34},
		widgets.TableColumn{Title: L("Title"), Width: 220, Flex: 3, Sortable: true},
		widgets.TableColumn{Title: L("Outlet"), Width: 120, Flex: 1, Sortable: true},
		widgets.TableColumn{Title: L("Language"), Width: 80, Sortable: true},
		widgets.TableColumn{Title: L("Date"), Width: 95, Sortable: true},
		widgets.TableColumn{Title: L("Length"), Width: 90},
		widgets.TableColumn{Title: L("Role"), Width: 90, Sortable: true},
		widgets.TableColumn{Title: L("Statements"), Width: 90},
	)
	l.table.OnSelect = func(row int) { l.lookAtRow(row) }
	l.table.OnCheck = func(row, _ int, on bool) { l.tick(row, on) }
	l.table.OnFold = l.fold
	l.table.OnActivate = func(row int) { l.toggle(row) }
	l.table.OnMenu = l.menu
	l.table.OnKey = func(k *fyne.KeyEvent, typed rune) { d.passed(func(rune) {}, l.key(k), typed) }
	l.table.OnSort = func(column int, descending bool) {
		l.sorted, l.down = column, descending
		l.fill()
	}
	l.panel = newArticlePanel(d)
	l.filter = widget.NewEntry()
	l.filter.SetPlaceHolder(L("Filter"))
	l.filter.OnChanged = func(string) { l.fill() }
	l.choose = widgets.NewPrimaryPill("", d.compareSelected)
	drop := line(L("Drop articles here: text, Markdown, web pages, documents, tables, archives, whole folders"))
	drop.Muted, drop.Cut, drop.Align = true, true, typeset.Center
	l.empty = emptyState(L("No articles yet"), L("Add files, drop them on the window, or paste a text."),
		widgets.NewPill(L("Add files…"), d.askFiles), widgets.NewPill(L("Paste an article"), d.paste))
	articles := border(l.filter, drop, nil, nil, l.table)
	l.caption = small("")
	l.caption.Cut = true
	left := container.NewVSplit(card(border(l.caption, nil, nil, nil, l.timeline)), card(articles))
	left.SetOffset(0.28)
	main := beside(left, l.panel.content(), 0.76)
	l.body = container.NewStack(main, l.empty)
	return l
}

// card sets a part of a screen off from its ground.
func card(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newGround(), container.NewPadded(o))
}

func (l *library) content() fyne.CanvasObject { return l.body }

func (l *library) tools() []fyne.CanvasObject {
	d := l.desk
	return []fyne.CanvasObject{
		widgets.NewPill(L("Add files…"), d.askFiles),
		widgets.NewPill(L("Add folder…"), d.askFolder),
		widgets.NewPill(L("Paste an article"), d.paste).Tip(keyName(&fyne.ShortcutPaste{})),
		l.choose,
	}
}

func (l *library) status() (left, right string) {
	r := l.desk.session.Result()
	languages := map[string]bool{}
	for _, v := range r.Versions {
		languages[string(v.Language)] = true
	}
	return joinParts(
		Ln(len(r.State.Articles), "%d article | %d articles"),
		Ln(len(r.Comparisons), "%d story | %d stories"),
		Ln(len(languages), "%d language | %d languages")), l.desk.session.Coder()
}

// span says what the timeline shows.
func (l *library) span() string {
	r := l.desk.session.Result()
	return joinParts(L("Timeline"), Ln(len(r.Versions), "%d article | %d articles"), Ln(len(r.Comparisons), "%d story | %d stories"),
		L("one row per outlet, linked dots are versions of one story"))
}

func (l *library) show(session.Change) {
	if len(l.desk.session.State().Articles) == 0 {
		l.empty.Show()
	} else {
		l.empty.Hide()
	}
	l.caption.SetText(l.span())
	l.timeline.SetTimeline(timelineOf(l.desk.session.Result(), l.desk.session.View().Article))
	l.fill()
	l.panel.show()
}

// fill fills the table: stories with their versions, then what belongs to none.
func (l *library) fill() {
	r, v := l.desk.session.Result(), l.desk.session.View()
	l.shown, l.names = nil, nil
	var rows []widgets.TableRow
	said := map[article.ID]int{}
	for _, s := range r.Statements {
		said[s.Article]++
	}
	selected := -1
	copyOf := relate(r).copyOf
	for _, g := range l.groups(r) {
		rows = append(rows, g.head(l.folded[g.id()]))
		l.shown, l.names = append(l.shown, -1), append(l.names, g.id())
		if l.folded[g.id()] {
			continue
		}
		for _, i := range g.versions {
			a := r.Versions[i].Article
			if a.ID == v.Article {
				selected = len(rows)
			}
			original := ""
			if of, ok := copyOf[i]; ok {
				original = titleOf(r.Versions[of].Article)
			}
			rows = append(rows, articleRow(r.Versions[i], slices.Contains(v.Selected, a.ID), said[a.ID], original))
			l.shown, l.names = append(l.shown, i), append(l.names, g.id())
		}
	}
	l.table.SetRows(rows)
	l.table.Select(selected)
	l.choose.SetText(Lf("Compare selected (%d)", len(l.selected())))
	enable(l.choose, len(l.selected()) > 1)
}

// sortVersions sorts by the column that the user chose; without one, what belongs to no story is by
// date and versions keep the order of loading.
func (l *library) sortVersions(r *analysis.Result, versions []int) {
	field := func(i int) string {
		v := r.Versions[i]
		switch l.sorted {
		case 1:
			return strings.ToLower(titleOf(v.Article))
		case 2:
			return strings.ToLower(v.Article.Meta.Outlet.Value)
		case 3:
			return string(v.Language)
		case 4:
			return v.Article.Meta.Date.Value
		case 6:
			return v.Article.Meta.Role.Value
		}
		return ""
	}
	slices.SortStableFunc(versions, func(a, b int) int {
		c := strings.Compare(field(a), field(b))
		if l.down {
			return -c
		}
		return c
	})
}

func articleRow(v analysis.Version, ticked bool, statements int, copyOf string) widgets.TableRow {
	m := v.Article.Meta
	if copyOf != "" {
		copyOf = Lf("copy of %s", copyOf)
	}
	return widgets.TableRow{Cells: []widgets.TableCell{
		{Check: &ticked},
		{Text: titleOf(v.Article), Sub: joinParts(copyOf, m.Label.Value), Chips: tagsOf(m), Lang: string(v.Language)},
		{Text: m.Outlet.Value, Lang: string(v.Language)},
		{Text: languageName(v.Language), Lang: string(v.Language)},
		{Text: date(m.Date)},
		{Text: sizeOf(v)},
		{Text: roleName(m.Role.Value)},
		{Text: local("%d", statements)},
	}}
}

// version is the version in a row, false for a story's head.
func (l *library) version(row int) (analysis.Version, bool) {
	if row < 0 || row >= len(l.shown) || l.shown[row] < 0 {
		return analysis.Version{}, false
	}
	return l.desk.session.Result().Versions[l.shown[row]], true
}

func (l *library) lookAtRow(row int) {
	if v, ok := l.version(row); ok {
		l.look(v.Article.ID)
	}
}

func (l *library) look(id article.ID) {
	l.desk.session.Look(func(v *session.View) { v.Article = id })
}

// tick puts an article among the selected ones or takes it out; a story's head ticks all its versions.
func (l *library) tick(row int, on bool) {
	var ids []article.ID
	for i := range l.shown {
		if v, ok := l.version(i); ok && (i == row || l.shown[row] < 0 && l.names[i] == l.names[row]) {
			ids = append(ids, v.Article.ID)
		}
	}
	l.desk.session.Look(func(v *session.View) {
		chosen := slices.DeleteFunc(slices.Clone(v.Selected), func(id article.ID) bool { return slices.Contains(ids, id) })
		if on {
			chosen = append(chosen, ids...)
		}
		v.Selected = chosen
	})
}

func (l *library) toggle(row int) {
	if v, ok := l.version(row); ok {
		l.tick(row, !slices.Contains(l.desk.session.View().Selected, v.Article.ID))
	}
}

func (l *library) fold(row int) {
	l.folded[l.names[row]] = !l.folded[l.names[row]]
	l.fill()
}

// selected lists the ticked articles that are still there.
func (l *library) selected() []article.ID { return l.desk.selectedArticles() }

func (d *Desk) selectedArticles() []article.ID {
	var out []article.ID
	for _, a := range d.session.State().Articles {
		if slices.Contains(d.session.View().Selected, a.ID) {
			out = append(out, a.ID)
		}
	}
	return out
}

// compareSelected makes the ticked articles one story, if they are not, and shows it.
func (d *Desk) compareSelected() {
	d.compareArticles(d.selectedArticles())
}

// compareArticles makes articles one story, if they are not, and shows it.
func (d *Desk) compareArticles(ids []article.ID) {
	if len(ids) < 2 {
		d.say(L("Tick two or more articles first."))
		return
	}
	story, same := "", true
	for _, id := range ids {
		a, _ := d.session.Article(id)
		if story == "" {
			story = a.Meta.Story.Value
		}
		same = same && a.Meta.Story.Value == story && story != ""
	}
	if !same {
		first, _ := d.session.Article(ids[0])
		story = freshStory(d.session.State().Articles, short(titleOf(first), 60))
		d.fail(d.session.Do(article.Group{Articles: ids, Story: story}))
	}
	d.session.Look(func(v *session.View) { v.Screen, v.Story, v.Selected = screenCompare, story, nil })
}

// freshStory is a name that no story has.
func freshStory(articles []article.Article, name string) string {
	taken := func(s string) bool {
		return slices.ContainsFunc(articles, func(a article.Article) bool { return a.Meta.Story.Value == s })
	}
	fresh := name
	for n := 2; taken(fresh); n++ {
		fresh = fmt.Sprintf("%s (%d)", name, n)
	}
	return fresh
}
