package app

import (
	"fyne.io/fyne/v2"

	"hexapla/analysis"
	"hexapla/analysis/text"
	"hexapla/app/session"
)

// ignorable are the classes of difference that can be ignored, in the order of the menu.
var ignorable = []struct {
	fold text.Fold
	name string // in English; shown translated
}{
	{text.FoldCase, "case"}, {text.FoldPunctuation, "punctuation"}, {text.FoldQuotes, "quotes and dashes"},
	{text.FoldVariants, "spelling variants"}, {text.FoldHyphens, "hyphens"}, {text.FoldDiacritics, "accents"},
	{text.FoldDigits, "digits or words"}, {text.FoldWidth, "width of letters"}, {text.FoldInflection, "inflection"},
}

// ignoredAtFirst is what is ignored until the user says otherwise.
const ignoredAtFirst = text.FoldDefault | text.FoldPunctuation

// ignored is what the view asks to ignore: View.Unlike has the classes that are not as at first.
func ignored(v session.View) text.Fold { return ignoredAtFirst ^ text.Fold(v.Unlike) }

// analysisOf lets the analysis ignore what the view asks for.
func analysisOf(o analysis.Options, v session.View) analysis.Options {
	fold := ignored(v)
	o.Heed = ignoredAtFirst &^ fold
	o.Fold = fold&^text.FoldPunctuation | text.FoldNothing
	return o
}

// newIgnore makes the menu of the switches.
func newIgnore(d *Desk) *multiple {
	return newMultiple(d, func() []*fyne.MenuItem {
		var items []*fyne.MenuItem
		for _, c := range ignorable {
			item := fyne.NewMenuItem(L(c.name), func() { d.ignore(c.fold) })
			item.Checked = ignored(d.session.View())&c.fold != 0
			items = append(items, item)
		}
		return items
	})
}

// ignore turns one of the switches.
func (d *Desk) ignore(class text.Fold) {
	unlike := d.session.View().Unlike ^ uint32(class)
	d.session.LookAll(func(v *session.View) { v.Unlike = unlike })
	d.session.SetAnalysis(analysisOf(d.session.Analysis(), d.session.View()))
	d.events.log("ignoring %b", ignored(d.session.View()))
}

// ignoreText is what stands on the menu: the first of what is ignored.
func ignoreText(v session.View) string {
	var names []string
	for _, c := range ignorable {
		if ignored(v)&c.fold != 0 {
			names = append(names, L(c.name))
		}
	}
	switch {
	case len(names) == 0:
		return L("Ignore: nothing")
	case len(names) > 1:
		return L("Ignore: ") + names[0] + " …" // a toolbar has no room for more in every language
	}
	return L("Ignore: ") + names[0]
}
