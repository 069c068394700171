package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hexapla/analysis/text"
)

// nameKey folds what spellings of one name differ in: case, accents, dots, the possessive, the
// shapes of yeh and kaf, ё. Words are parted by single blanks.
func nameKey(name string) string {
	if lowerLetters(name) {
		return name
	}
	var b strings.Builder
	blank := false
	for _, r := range norm.NFKC.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.' || r == '\u200c' || r == '\u0640':
			continue
		case r == '-' || r == '‐' || r == '‑' || unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(foldLetter(r))
	}
	key := b.String()
	if s, ok := strings.CutSuffix(key, "'s"); ok {
		return s
	}
	return strings.TrimSuffix(key, "'")
}

// lowerLetters reports whether a name is its own key: most words of running text are.
func lowerLetters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func foldLetter(r rune) rune {
	switch r {
	case 'ي', 'ى', 'ئ':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ة', 'ۀ':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'ё':
		return 'е'
	case '’', '`', '‘':
		return '\''
	}
	if r > unicode.MaxASCII && unicode.Is(unicode.Latin, r) {
		if base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); base < unicode.MaxASCII {
			return base
		}
	}
	return r
}

// inflectionKey is a key that the case forms of a name share, "" where the language has none that
// matter or the name is too short to tell.
func inflectionKey(key string, lang text.Language) string {
	words := strings.Fields(key)
	if len(words) == 0 {
		return ""
	}
	for i, w := range words {
		switch lang {
		case "ru":
			words[i] = stripEnding(w, russianEndings...)
		case "de":
			words[i] = stripEnding(w, germanEndings...)
		case "ar":
			words[i] = stripArticle(w)
		default:
			return ""
		}
	}
	return string(lang) + " " + strings.Join(words, " ")
}

// The endings of cases, the longest first. A stemmer for running text takes parts of names for
// endings of verbs (the -an of Tegeran), so names have lists of their own.
var (
	russianEndings = strings.Fields("ыми ими ами ями ого его ому ему ый ий ой ей ая яя ое ее ую юю ые ие ых их ым им ом ем ам ям ах ях ов ев ью а я о е и ы у ю ь й")
	germanEndings  = strings.Fields("en er es em e s n")
)

func stripEnding(w string, endings ...string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(s) >= min(4, 2+utf8.RuneCountInString(e)) {
			return s
		}
	}
	return w
}

// stripArticle removes conjunction, preposition and article as Arabic writes them before a name.
func stripArticle(w string) string {
	for _, p := range []string{"وال", "بال", "لل", "ال", "و", "ب", "ل"} {
		if s, ok := strings.CutPrefix(w, p); ok && len(s) >= 6 {
			return s
		}
	}
	return w
}
