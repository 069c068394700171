package report

import (
	"maps"
	"slices"

	"hexapla/analysis/wording/triage"
)

// look is how a kind of difference is shown: its badge, and the dress of its words.
type look struct{ badge, dress string }

// looks is the table of the kinds.
var looks = map[triage.Kind]look{
	triage.Number: {"№", "sub"}, triage.Date: {"№", "sub"}, triage.Name: {"@", "sub"}, triage.Negation: {"¬", "sub"},
	triage.Modality: {"◇", "sub"}, triage.Attribution: {"❝", "sub"}, triage.Agent: {"⇄", "sub"}, triage.Antonym: {"±", "sub"},
	triage.Loaded: {"±", "sub"}, triage.Reference: {"☞", "sub"}, triage.Tense: {"⏱", "sub"}, triage.Mood: {"⏱", "sub"},
	triage.Omission: {"−", "del"}, triage.Addition: {"+", "add"}, triage.Transposition: {"↕", "mov"}, triage.Term: {"T", "sub"},
	triage.Untranslated: {"文", "sub"}, triage.Spelling: {"a", "sub"}, triage.Quote: {"a", "sub"}, triage.Wording: {"≈", "sub"},
	triage.Cosmetic: {"·", "soft"},
}

// lookOf returns the look of a kind; one that the table lacks is shown by its identifier.
func lookOf(k triage.Kind) look {
	if l, ok := looks[k]; ok {
		return l
	}
	return look{"?", "sub"}
}

// mqm is the type of error, after the MQM core typology, that a kind of difference most often is.
var mqm = map[triage.Kind]string{
	triage.Number: "Accuracy/Mistranslation", triage.Date: "Accuracy/Mistranslation", triage.Name: "Accuracy/Mistranslation",
	triage.Negation: "Accuracy/Mistranslation", triage.Modality: "Accuracy/Mistranslation",
	triage.Attribution: "Accuracy/Mistranslation", triage.Agent: "Accuracy/Mistranslation",
	triage.Antonym: "Accuracy/Mistranslation", triage.Loaded: "Style", triage.Reference: "Accuracy/Mistranslation",
	triage.Tense: "Accuracy/Mistranslation", triage.Mood: "Accuracy/Mistranslation", triage.Omission: "Accuracy/Omission",
	triage.Addition: "Accuracy/Addition", triage.Transposition: "Fluency/Grammar", triage.Term: "Terminology",
	triage.Untranslated: "Accuracy/Untranslated", triage.Spelling: "Fluency/Spelling", triage.Quote: "Fluency/Punctuation",
	triage.Wording: "Style", triage.Cosmetic: "Fluency/Punctuation",
}

// otherError is the type of an error of which nothing is known.
const otherError = "Other"

// ErrorTypes lists the types of error that differences are counted as.
func ErrorTypes() []string {
	return append(slices.Compact(slices.Sorted(maps.Values(mqm))), otherError)
}
