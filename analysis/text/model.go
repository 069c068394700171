package text

import (
	"io/fs"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// Model holds the tables of languages. The zero value, and nil, know Unicode's rules alone.
type Model struct {
	stops map[Language]*stops
}

// Load reads the tables under fsys (the folder assets/text).
func Load(fsys fs.FS) (*Model, error) {
	abbreviations, err := readTable(fsys, "abbreviations.txt")
	if err != nil {
		return nil, err
	}
	words, err := readTable(fsys, "words.txt")
	if err != nil {
		return nil, err
	}
	m := &Model{stops: map[Language]*stops{}}
	for lang := range words {
		m.stops[lang] = newStops(lang, abbreviations, words)
	}
	for lang := range abbreviations {
		if m.stops[lang] == nil {
			m.stops[lang] = newStops(lang, abbreviations, words)
		}
	}
	return m, nil
}

// stopsOf returns the sentence rules of a language.
func (m *Model) stopsOf(lang Language) *stops {
	if m != nil && m.stops[lang] != nil {
		return m.stops[lang]
	}
	return &stops{lang: lang}
}

// TokenKind says what a token is.
type TokenKind uint8

// The kinds of token.
const (
	Word TokenKind = iota
	Number
	Punct
	Space
	Symbol
)

// Token is a word, number, mark or blank; the tokens of a text join up to it.
type Token struct {
	Span
	Kind TokenKind
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

// Tokens returns the tokens of s in order; they join up to s.
func (m *Model) Tokens(s string, lang Language) []Token {
	var out []Token
	it := words.FromString(s)
	for it.Next() {
		out = append(out, Token{Span{it.Start(), it.End()}, kindOf(it.Value())})
	}
	return out
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

func kindOf(s string) TokenKind {
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return Word
		case unicode.IsDigit(r):
			return Number
		}
	}
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			return Space
		case unicode.IsPunct(r):
			return Punct
		}
	}
	return Symbol
}
