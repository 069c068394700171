package app

import (
	"hexapla/analysis/wording/triage"
	"hexapla/widgets"
)

// kindLook is how a kind of difference is shown, its sign aside: its name and the dress of its words.
type kindLook struct {
	name string // in English; shown translated
	text widgets.Kind
}

// kindLooks is the table of the kinds, in the order in which filters list them.
var kindOrder = []triage.Kind{
	triage.Number, triage.Date, triage.Name, triage.Negation, triage.Modality, triage.Attribution, triage.Agent,
	triage.Antonym, triage.Loaded, triage.Reference, triage.Tense, triage.Mood, triage.Omission, triage.Addition,
	triage.Transposition, triage.Term, triage.Untranslated, triage.Spelling, triage.Quote, triage.Wording, triage.Cosmetic,
}

var kindLooks = map[triage.Kind]kindLook{
	triage.Number:        {"Number changed", widgets.Substitution},
	triage.Date:          {"Date changed", widgets.Substitution},
	triage.Name:          {"Another name", widgets.Substitution},
	triage.Negation:      {"Negation", widgets.Substitution},
	triage.Modality:      {"Obligation or certainty", widgets.Substitution},
	triage.Attribution:   {"Who says it, and how", widgets.Substitution},
	triage.Agent:         {"Who does it to whom", widgets.Substitution},
	triage.Antonym:       {"Opposite word", widgets.Substitution},
	triage.Loaded:        {"Evaluative word", widgets.Substitution},
	triage.Reference:     {"Who is meant", widgets.Substitution},
	triage.Tense:         {"Tense", widgets.Substitution},
	triage.Mood:          {"Question or statement", widgets.Substitution},
	triage.Omission:      {"Left out", widgets.Omission},
	triage.Addition:      {"Added", widgets.Addition},
	triage.Transposition: {"Moved", widgets.Transposition},
	triage.Term:          {"Term", widgets.Substitution},
	triage.Untranslated:  {"Left in another language", widgets.Substitution},
	triage.Spelling:      {"Spelling", widgets.Substitution},
	triage.Quote:         {"Quotation marks", widgets.Substitution},
	triage.Wording:       {"Other wording", widgets.Substitution},
	triage.Cosmetic:      {"Appearance only", widgets.Soft},
}

// lookOf returns the look of a kind; one that the table lacks is shown by its identifier.
func lookOf(k triage.Kind) kindLook {
	if look, ok := kindLooks[k]; ok {
		return look
	}
	return kindLook{string(k), widgets.Substitution}
}

// badgeKind is the ground of a difference's badge: what changes the meaning stands out.
func badgeKind(d *triage.Difference) widgets.Kind {
	look := lookOf(d.Kind)
	switch {
	case look.text == widgets.Addition || look.text == widgets.Transposition:
		return look.text
	case d.Severity >= triage.Shown:
		return widgets.Meaning
	}
	return widgets.Substitution
}
