package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold says which distinctions a norm drops.
type Fold uint32

// The folds, one for each "ignore" switch.
const (
	FoldCase        Fold = 1 << iota // upper and lower case
	FoldWidth                        // full and half width
	FoldQuotes                       // shapes of quotes and dashes
	FoldDigits                       // digits of any script; spelled-out numbers
	FoldDiacritics                   // accents, harakat, tatweel, ZWNJ; yeh and kaf
	FoldVariants                     // traditional and simplified; British and American; U.S. and US
	FoldHyphens                      // hyphenation
	FoldInflection                   // inflection
	FoldPunctuation                  // marks are as good as absent

	FoldNothing Fold = 1 << 31 // drops nothing: tells a fold of nothing from one that nobody chose
)

// FoldDefault is what counts as the same word unless the user says otherwise.
const FoldDefault = FoldCase | FoldWidth | FoldQuotes | FoldDigits | FoldDiacritics | FoldVariants | FoldHyphens

// Norm returns the comparable form of one token; it is empty only for marks under FoldPunctuation.
func (m *Model) Norm(token string, lang Language, fold Fold) string {
	s := token
	if fold&FoldWidth != 0 {
		s = foldWidth(s)
	}
	if fold&FoldQuotes != 0 {
		s = foldQuotes(s)
	}
	if kind := normKind(s); kind != Word && kind != Number {
		if kind == Punct && fold&FoldPunctuation != 0 {
			return ""
		}
		return s
	}
	if fold&FoldVariants != 0 {
		s = m.foldVariants(s, lang)
	}
	if fold&FoldCase != 0 {
		s = foldCase(s, lang)
	}
	if fold&FoldDigits != 0 {
		if n, ok := m.foldNumber(s, lang); ok {
			return n
		}
	}
	if fold&FoldHyphens != 0 {
		s = foldHyphens(s)
	}
	if fold&FoldInflection != 0 {
		s = m.foldInflection(s, lang)
	}
	if fold&FoldDiacritics != 0 {
		s = foldDiacritics(s)
	}
	return s
}

func normKind(s string) TokenKind {
	if s == "" {
		return Symbol
	}
	return kindOf(s)
}

// foldCase writes small letters; Turkish has a dotless i.
func foldCase(s string, lang Language) string {
	switch lang {
	case "tr", "az":
		return strings.ToLowerSpecial(unicode.TurkishCase, s)
	case "el":
		return strings.ReplaceAll(strings.ToLower(s), "ς", "σ")
	}
	return strings.ToLower(s)
}

// foldHyphens takes hyphens out of words.
func foldHyphens(s string) string {
	if strings.IndexByte(s, '-') < 0 && isASCII(s) {
		return s
	}
	out := strings.Map(func(r rune) rune {
		switch r {
		case '-', '‐', '‑', '\u00AD':
			return -1
		}
		return r
	}, s)
	if out == "" {
		return s
	}
	return out
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
