package text

import (
	"io/fs"
	"strings"
	"sync"
	"unicode"
)

// Model holds the tables of languages. The zero value, and nil, know Unicode's rules alone.
type Model struct {
	stops map[Language]*stops
	joins map[Language]*joins

	simplified func() map[rune]rune // traditional characters
	chinese    func() *wordList
	japanese   func() *wordList
}

// Load reads the tables under fsys (the folder assets/text). Those that are large are only read
// when they are first needed; a fault in one of them leaves the model without it.
func Load(fsys fs.FS) (*Model, error) {
	tables := map[string]table{}
	for _, name := range []string{"abbreviations.txt", "words.txt", "joins.txt"} {
		t, err := readTable(fsys, name)
		if err != nil {
			return nil, err
		}
		tables[name] = t
	}
	m := &Model{
		stops:      map[Language]*stops{},
		joins:      map[Language]*joins{},
		simplified: sync.OnceValue(func() map[rune]rune { return readPairs(fsys, "simplified.zst") }),
		chinese:    sync.OnceValue(func() *wordList { return readWordList(fsys, "zh.zst") }),
		japanese:   sync.OnceValue(func() *wordList { return readWordList(fsys, "ja.zst") }),
	}
	abbreviations, words := tables["abbreviations.txt"], tables["words.txt"]
	for lang := range words {
		m.stops[lang] = newStops(lang, abbreviations, words)
	}
	for lang := range abbreviations {
		if m.stops[lang] == nil {
			m.stops[lang] = newStops(lang, abbreviations, words)
		}
	}
	for lang := range tables["joins.txt"] {
		m.joins[lang] = m.newJoins(lang, tables["joins.txt"])
	}
	m.joins[""] = m.newJoins("", nil)
	return m, nil
}

// stopsOf returns the sentence rules of a language.
func (m *Model) stopsOf(lang Language) *stops {
	if m != nil && m.stops[lang] != nil {
		return m.stops[lang]
	}
	return &stops{lang: lang}
}

// joinsOf returns the word rules of a language.
func (m *Model) joinsOf(lang Language) *joins {
	switch {
	case m == nil || m.joins == nil:
		return &joins{lang: lang}
	case m.joins[lang] != nil:
		return m.joins[lang]
	default:
		rules := *m.joins[""]
		rules.lang = lang
		return &rules
	}
}

// Detect returns the language of s and a confidence from 0 to 1. prior, when not empty, is the
// language of the document that s is a part of.
func (m *Model) Detect(s string, prior Language) (Language, float64) {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			return "zh", 0.8
		case unicode.Is(unicode.Cyrillic, r):
			return "ru", 0.8
		case unicode.Is(unicode.Arabic, r):
			return "fa", 0.6
		}
	}
	if prior != "" {
		return prior, 0.5
	}
	return "en", 0.5
}

// Fold says which distinctions a norm drops.
type Fold uint32

// The folds, one for each "ignore" switch.
const (
	FoldCase        Fold = 1 << iota // upper and lower case
	FoldWidth                        // full and half width
	FoldQuotes                       // shapes of quotes and dashes
	FoldDigits                       // digits of any script; spelled-out numbers
	FoldDiacritics                   // accents, harakat, tatweel, ZWNJ; yeh and kaf
	FoldVariants                     // traditional and simplified; British and American
	FoldHyphens                      // hyphenation
	FoldInflection                   // inflection
	FoldPunctuation                  // marks are as good as absent
)

// FoldDefault is what counts as the same word unless the user says otherwise.
const FoldDefault = FoldCase | FoldWidth | FoldQuotes | FoldDigits | FoldDiacritics | FoldVariants | FoldHyphens

// Norm returns the comparable form of one token.
func (m *Model) Norm(token string, lang Language, fold Fold) string {
	if fold&FoldCase != 0 {
		token = strings.ToLower(token)
	}
	return token
}
