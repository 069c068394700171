package text

import (
	"maps"
	"unicode"
	"unicode/utf8"
)

// stops is what decides whether a full stop ends a sentence in one language: the tables of
// assets/text/abbreviations.txt.
type stops struct {
	lang       Language
	never, may map[string]bool
	number     map[string]bool
	clock      map[string]bool
	after      map[string]bool
	say        map[string]bool
	mark       map[string]bool
	ordinal    bool
	starters   map[string]bool // function words in lower case
}

// newStops collects the tables of a language. English titles are known in every language; names
// keep them in translation.
func newStops(lang Language, abbreviations, words table) *stops {
	never := abbreviations.set(lang, "never")
	for _, title := range []string{"Mr", "Mrs", "Ms", "Dr", "Prof", "St"} {
		never[title] = true
	}
	return &stops{
		lang:     lang,
		never:    initials(capitals(never)),
		may:      capitals(abbreviations.set(lang, "may")),
		number:   capitals(abbreviations.set(lang, "number")),
		clock:    abbreviations.set(lang, "clock"),
		after:    abbreviations.set(lang, "after"),
		say:      abbreviations.set(lang, "say"),
		mark:     abbreviations.set(lang, "mark"),
		ordinal:  len(abbreviations[lang]["ordinal"]) > 0,
		starters: words.set(lang, ""),
	}
}

// capitals adds the forms in capitals, as headlines have them.
func capitals(set map[string]bool) map[string]bool {
	for w := range maps.Clone(set) {
		if len(w) > 1 {
			upper := []rune(w)
			for i, r := range upper {
				upper[i] = unicode.ToUpper(r)
			}
			set[string(upper)] = true
		}
	}
	return set
}

// initials adds the forms with the other case at the beginning.
func initials(set map[string]bool) map[string]bool {
	for w := range maps.Clone(set) {
		r, size := utf8.DecodeRuneInString(w)
		if utf8.RuneCountInString(w) > 2 {
			set[string(unicode.ToLower(r))+w[size:]] = true
		}
		set[string(unicode.ToUpper(r))+w[size:]] = true
	}
	return set
}

// terminator is a class of marks that may end a sentence.
type terminator uint8

const (
	none     terminator = iota
	dot                 // . which has other uses
	mark                // ! ?
	full                // 。 and other marks that need no blank after them
	trailing            // …
)

// termination classes a character.
func termination(r rune) terminator {
	switch r {
	case '.', '․', '﹒':
		return dot
	case '!', '?', '‼', '⁇', '⁈', '⁉', '‽', '՞', '՜':
		return mark
	case '。', '！', '？', '｡', '．', '؟', '۔', '।', '॥', '։', '﹖', '﹗', '︒', '။', '៕', '።', '፧':
		return full
	case '…', '⋯':
		return trailing
	}
	return none
}
