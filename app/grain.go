package app

import (
	"fyne.io/fyne/v2"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/diff"
	"hexapla/analysis/wording/triage"
	"hexapla/app/session"
)

// grains are how much of the text a difference marks, in the order of the menu.
var grains = []struct{ id, name string }{
	{"", "Mark words"}, {"sentences", "Mark whole sentences"}, {"letters", "Mark single letters"},
}

// markBy makes the command that chooses a grain.
func markBy(grain string) func(*Desk) {
	return func(d *Desk) {
		d.session.Look(func(v *session.View) { v.Grain = grain })
		d.events.log("grain %s", grain)
	}
}

func (d *Desk) grainItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, g := range grains {
		items = append(items, checked(L(g.name), d.session.View().Grain == g.id, func() { markBy(g.id)(d) }))
	}
	return items
}

// grains are the stretches of a window that a reading marks.
func (p *page) grains(d *triage.Difference, r triage.Reading, w windowOn) []text.Span {
	switch p.view.Grain {
	case "sentences":
		return w.sentences(r.Span)
	case "letters":
		var out []text.Span
		for _, s := range p.letters(d, r) {
			out = append(out, w.places(s)...)
		}
		return out
	}
	return w.places(r.Span)
}

// sentences are the segments of the window that a span lies in.
func (w windowOn) sentences(p text.Span) []text.Span {
	var out []text.Span
	for i, s := range w.spans {
		if s.Overlaps(p) {
			out = append(out, s.Shift(w.at[i]-s.Start))
		}
	}
	return out
}

// letters are those by which a reading departs from the base's, or the base's from the first other
// one; all of it where they have little in common, or where letters are only missing.
func (p *page) letters(d *triage.Difference, r triage.Reading) []text.Span {
	own := r.Of(p.article(r.Version).Text)
	other := ""
	for _, o := range d.Readings {
		words := o.Of(p.article(o.Version).Text)
		if words != own && (other == "" || o.Version == p.base) {
			other = words
		}
	}
	var out []text.Span
	for _, change := range diff.Chars(own, other) {
		if !change.A.Empty() {
			out = append(out, change.A.Shift(r.Start))
		}
	}
	if len(out) == 0 {
		return []text.Span{r.Span}
	}
	return out
}
