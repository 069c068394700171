package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
	"hexapla/app/session"
	"hexapla/widgets"
)

// filter says which of the differences shown are listed; the zero value lists all.
type filter struct {
	kind    triage.Kind
	departs string // siglum
	actor   string // in whose words
	status  string
	least   float64 // severity
}

// of lists the differences shown that fit, in the order of the text.
func (f filter) of(p *page) []int {
	var out []int
	for _, d := range p.shown {
		if f.fits(p, d) {
			out = append(out, d)
		}
	}
	return out
}

func (f filter) fits(p *page, difference int) bool {
	d := &p.comparison.Differences[difference]
	departs := f.departs == "" || slices.ContainsFunc(d.Departs, func(c int) bool { return p.comparison.Sigla[c] == f.departs })
	return departs &&
		(f.kind == "" || d.Kind == f.kind) &&
		(f.status == "" || p.reviews[difference].Status == f.status) &&
		(f.actor == "" || slices.Contains(p.speakersOf(difference), f.actor)) &&
		d.Severity >= f.least
}

// narrows reports whether the menu's filters leave anything out; the kind has buttons of its own.
func (f filter) narrows() bool { return f != filter{kind: f.kind} }

// text says what the menu's filters ask for.
func (f filter) text() string {
	if !f.narrows() {
		return L("Filter")
	}
	least := ""
	if f.least > 0 {
		least = local("≥ %.1f", f.least)
	}
	return L("Filter") + ": " + short(joinParts(f.departs, f.actor, tr(f.status), least), 30)
}

// toggled is v, or nothing where v is chosen already.
func toggled[T comparable](chosen, v T) T {
	if chosen == v {
		var nothing T
		return nothing
	}
	return v
}

// speakersOf lists the actors in whose words a difference lies.
func (p *page) speakersOf(difference int) []string {
	if p.speakers == nil {
		p.speakers = map[int][]string{}
		said := map[article.ID][]*attribution.Statement{}
		for i := range p.result.Statements {
			s := &p.result.Statements[i]
			said[s.Article] = append(said[s.Article], s)
		}
		for i := range p.comparison.Differences {
			for _, r := range p.comparison.Differences[i].Readings {
				for _, s := range said[p.article(r.Version).ID] {
					if s.Actor != "" && !slices.Contains(p.speakers[i], s.Actor) && slices.ContainsFunc(s.Content, holds(r.Span)) {
						p.speakers[i] = append(p.speakers[i], s.Actor)
					}
				}
			}
		}
	}
	return p.speakers[difference]
}

// holds reports of a span whether another lies in it in part, or at its place if empty.
func holds(other text.Span) func(text.Span) bool {
	return func(s text.Span) bool { return s.Overlaps(other) || other.Empty() && s.Contains(other) }
}

// set changes the filters.
func (l *differenceList) set(change func(*filter)) {
	change(&l.filter)
	l.show(l.page)
	l.compare.desk.events.log("listed %d", len(l.listed))
}

// statuses are those that differences can be filtered by.
var statuses = []string{analysis.Open, analysis.Confirmed, analysis.Dismissed, analysis.Later}

// filterItems are the menu of the filters.
func (l *differenceList) filterItems() []*fyne.MenuItem {
	p := l.page
	if p == nil {
		return nil
	}
	rec := newRecord(p.result)
	var versions, actors, status, least []*fyne.MenuItem
	for _, siglum := range p.comparison.Sigla {
		versions = append(versions, checked(siglum, l.filter.departs == siglum, func() {
			l.set(func(f *filter) { f.departs = toggled(f.departs, siglum) })
		}))
	}
	for _, actor := range p.actors() {
		actors = append(actors, checked(rec.name(actor), l.filter.actor == actor, func() {
			l.set(func(f *filter) { f.actor = toggled(f.actor, actor) })
		}))
	}
	for _, s := range statuses {
		status = append(status, checked(tr(s), l.filter.status == s, func() {
			l.set(func(f *filter) { f.status = toggled(f.status, s) })
		}))
	}
	for _, n := range []float64{0.3, 0.5, 0.7, 0.9} {
		least = append(least, checked(local("≥ %.1f", n), l.filter.least == n, func() {
			l.set(func(f *filter) { f.least = toggled(f.least, n) })
		}))
	}
	items := []*fyne.MenuItem{
		under(L("Departs"), versions), under(L("In the words of"), actors), under(L("Status"), status), under(L("Severity"), least),
		fyne.NewMenuItemSeparator(), under(L("Highlight"), l.highlightItems()),
	}
	if l.filter != (filter{}) {
		items = append(items, fyne.NewMenuItem(L("List all"), func() { l.set(func(f *filter) { *f = filter{} }) }))
	}
	return items
}

// actors lists in whose words the differences shown lie, the most frequent first.
func (p *page) actors() []string {
	count := map[string]int{}
	var out []string
	for _, d := range p.shown {
		for _, actor := range p.speakersOf(d) {
			if count[actor] == 0 {
				out = append(out, actor)
			}
			count[actor]++
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return count[b] - count[a] })
	return out[:min(len(out), 20)]
}

// highlights are the classes of what is dressed in the text, in the order of the menu.
var highlights = []struct {
	kind     widgets.Kind
	id, name string
}{
	{widgets.Substitution, "substitution", "other words"}, {widgets.Addition, "addition", "additions"},
	{widgets.Omission, "omission", "omissions"}, {widgets.Transposition, "transposition", "moves"},
	{widgets.Soft, "appearance", "appearance"}, {widgets.Noted, "notes", "notes"},
}

// highlightOf is the class of a kind of dress, as a view names it.
func highlightOf(k widgets.Kind) string {
	for _, h := range highlights {
		if h.kind == k {
			return h.id
		}
	}
	return ""
}

func (l *differenceList) highlightItems() []*fyne.MenuItem {
	d := l.compare.desk
	var items []*fyne.MenuItem
	for _, h := range highlights {
		plain := slices.Contains(d.session.View().Plain, h.id)
		items = append(items, checked(L(h.name), !plain, func() { d.highlight(h.id, plain) }))
	}
	return append(append(items, fyne.NewMenuItemSeparator()), d.grainItems()...)
}

// highlight dresses a class of differences in the text, or leaves it plain.
func (d *Desk) highlight(class string, on bool) {
	d.session.Look(func(v *session.View) {
		v.Plain = slices.DeleteFunc(slices.Clone(v.Plain), func(c string) bool { return c == class })
		if !on {
			v.Plain = append(v.Plain, class)
		}
	})
	d.events.log("plain %v", d.session.View().Plain)
}

func checked(name string, on bool, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(name, do)
	item.Checked = on
	return item
}

// under is an item with a menu of its own; without anything in it, it cannot be chosen.
func under(name string, items []*fyne.MenuItem) *fyne.MenuItem {
	item := fyne.NewMenuItem(name, nil)
	item.Disabled = len(items) == 0
	item.ChildMenu = fyne.NewMenu("", items...)
	return item
}
