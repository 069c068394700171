package text

import (
	"io/fs"
	"sync"
)

// Model holds the tables of languages. The zero value, and nil, know Unicode's rules alone.
type Model struct {
	stops map[Language]*stops
	joins map[Language]*joins

	simplified func() map[rune]rune // traditional characters
	chinese    func() *wordList
	japanese   func() *wordList
	american   func() map[string]string // British spellings
	irregular  func() map[string]string // English forms
	grams      func() *gramTable        // what languages look like
	numbers    map[Language]map[string]string
	endings    map[Language]*endings
}

// Load reads the tables under fsys (the folder assets/text). Those that are large are only read
// when they are first needed; a fault in one of them leaves the model without it.
func Load(fsys fs.FS) (*Model, error) {
	tables := map[string]table{}
	for _, name := range []string{"abbreviations.txt", "words.txt", "joins.txt", "numbers.txt", "suffixes.txt", "spelling.txt"} {
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
		irregular:  sync.OnceValue(func() map[string]string { return readWords(fsys, "irregular.zst") }),
		grams:      sync.OnceValue(func() *gramTable { return readGrams(fsys, "ngrams.zst") }),
		numbers:    map[Language]map[string]string{},
		endings:    map[Language]*endings{},
	}
	m.american = sync.OnceValue(func() map[string]string {
		pairs := readWords(fsys, "spelling.zst")
		for british, american := range tables["spelling.txt"]["en"] {
			pairs[british] = american[0]
		}
		return pairs
	})
	abbreviations, words := tables["abbreviations.txt"], tables["words.txt"]
	for lang := range words {
		m.stops[lang] = newStops(lang, abbreviations, words)
	}
	for lang := range abbreviations {
		if m.stops[lang] == nil {
			m.stops[lang] = newStops(lang, abbreviations, words)
		}
	}
	for lang, keys := range tables["numbers.txt"] {
		m.numbers[lang] = map[string]string{}
		for n, spelled := range keys {
			for _, w := range spelled {
				m.numbers[lang][w] = n
			}
		}
	}
	for lang, keys := range tables["suffixes.txt"] {
		m.endings[lang] = &endings{before: keys["before"], behind: keys["endings"]}
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
