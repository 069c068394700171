package app

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/positions"
)

// sieveBar is the row of filters above the table of statements.
type sieveBar struct {
	desk    *Desk
	sieve   sieve
	order   order
	changed func()

	body    *fyne.Container
	choices map[string]*choice // by the name of what is filtered
}

// sieveNames are the filters in their order.
var sieveNames = []string{"Actor: ", "Issue: ", "Stance: ", "Force: ", "Confidence: ", "Status: ", "Outlet: ", "Date: ", "Coder: ", "Sort: "}

func newSieveBar(d *Desk, changed func()) *sieveBar {
	b := &sieveBar{desk: d, changed: changed, choices: map[string]*choice{}, body: flow()}
	for _, name := range sieveNames {
		b.choices[name] = newChoice(d, tr(name))
		b.body.Add(b.choices[name].pill)
	}
	return b
}

// show offers what the record has.
func (b *sieveBar) show(rec *record) {
	actors, issues, outlets, coders, forces := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range rec.all {
		actors[s.statement.Actor], outlets[s.version.Article.Meta.Outlet.Value] = true, true
		issues[s.issue()], coders[s.coder()], forces[s.force()] = true, true, true
	}
	f := &b.sieve
	same := func(s string) string { return s }
	b.offer("Actor: ", slices.Sorted(maps.Keys(actors)), &f.actor, rec.name)
	b.offer("Issue: ", slices.Sorted(maps.Keys(issues)), &f.issue, rec.proposition)
	b.offer("Stance: ", stanceNames, &f.stance, tr)
	b.offer("Force: ", known(positions.Forces, forces), &f.force, tr)
	b.offer("Confidence: ", surenessNames, &f.sureness, tr)
	b.offer("Status: ", saidStatuses, &f.status, tr)
	b.offer("Outlet: ", slices.Sorted(maps.Keys(outlets)), &f.outlet, same)
	b.offer("Coder: ", slices.Sorted(maps.Keys(coders)), &f.coder, tr)
	b.offerDates(years(rec.all))
	orders := make([]string, len(orderNames))
	for i, o := range orderNames {
		orders[i] = tr(o)
	}
	b.choices["Sort: "].set(orders, int(b.order), func(i int) {
		b.order = order(i)
		b.changed()
	})
	b.body.Refresh()
}

// offer lets a value be chosen, or all.
func (b *sieveBar) offer(filter string, values []string, value *string, name func(string) string) {
	values = append([]string{""}, slices.DeleteFunc(slices.Clone(values), func(s string) bool { return s == "" })...)
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = name(v)
		if v == "" {
			names[i] = L("all")
		}
	}
	b.choices[filter].set(names, slices.Index(values, *value), func(i int) {
		*value = values[i]
		b.changed()
	})
}

// offerDates lets a year be chosen, or any two days.
func (b *sieveBar) offerDates(years []string) {
	f := &b.sieve
	set := func(from, to string) {
		f.from, f.to = from, to
		b.changed()
	}
	names, at := append([]string{L("all")}, years...), -1
	for i, year := range years {
		if f.from == year && f.to == year {
			at = i + 1
		}
	}
	if f.from == "" && f.to == "" {
		at = 0
	}
	names = append(names, L("From … to …"))
	if at < 0 {
		at = len(names) - 1
		names[at] = day(f.from) + " – " + day(f.to)
	}
	b.choices["Date: "].set(names, at, func(i int) {
		switch {
		case i == 0:
			set("", "")
		case i <= len(years):
			set(years[i-1], years[i-1])
		default:
			b.desk.askPeriod(f.from, f.to, set)
		}
	})
}

// askPeriod asks for two days; either may be left open.
func (d *Desk) askPeriod(from, to string, chosen func(from, to string)) {
	first, last := widget.NewEntry(), widget.NewEntry()
	first.SetText(from)
	last.SetText(to)
	first.SetPlaceHolder("2018-05-08")
	last.SetPlaceHolder("2022-08-08")
	items := []*widget.FormItem{{Text: L("From"), Widget: first}, {Text: L("To"), Widget: last}}
	ask := dialog.NewForm(L("Period"), L("OK"), L("Cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		from, to := strings.TrimSpace(first.Text), strings.TrimSpace(last.Text)
		for _, s := range []string{from, to} {
			if s != "" && !isPeriod(s) {
				d.fail(errors.New(Lf("%q is no day; write it as 2018-05-08", s)))
				return
			}
		}
		chosen(from, to)
	}, d.window)
	ask.Resize(fyne.NewSize(420, 200))
	ask.Show()
}

// isPeriod tells whether s is a day, a month or a year in the form of ISO 8601.
func isPeriod(s string) bool {
	return len(s) >= 4 && len(s) <= 10 && isDay((s + "-01-01")[:10])
}

// known are the values of a scale that occur.
func known[T ~string](scale []T, occurs map[string]bool) []string {
	var out []string
	for _, v := range scale {
		if occurs[string(v)] {
			out = append(out, string(v))
		}
	}
	return out
}
