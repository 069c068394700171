package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// foldWidth writes full-width letters and half-width kana the common way.
func foldWidth(s string) string {
	if isASCII(s) {
		return s
	}
	return norm.NFC.String(width.Fold.String(s))
}

// foldQuotes writes all quotes and dashes as typewriters do.
func foldQuotes(s string) string {
	if isASCII(s) && s != "``" && s != "''" && s != "--" && s != "---" && s != "`" {
		return s
	}
	switch s {
	case "``", "''", "‘‘", "’’":
		return `"`
	case "--", "---", "——", "――":
		return "-"
	case "……", "...", "。。。":
		return "…"
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '〝', '〞', '〟', '＂', '″', '״', '《', '》', '〈', '〉':
			return '"'
		case '‘', '’', '‚', '‛', '‹', '›', 'ʼ', '`', '´', '＇', '′', '׳', 'ʹ':
			return '\''
		case '–', '—', '―', '−', '‒', '‐', '‑', '－', '⸺':
			return '-'
		}
		return r
	}, s)
}

// foldDiacritics takes off accents of the alphabets, vowel signs of Arabic and Hebrew, and what else does not
// make a word another in these scripts. In scripts where marks are letters (Devanagari, kana,
// the breve of й) they stay.
func foldDiacritics(s string) string {
	if isASCII(s) {
		return s
	}
	var out strings.Builder
	var base rune
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			if !idle(base, r) {
				out.WriteRune(r)
			}
			continue
		}
		base = r
		if plain, ok := plainLetters[r]; ok {
			out.WriteString(plain)
		} else {
			out.WriteRune(r)
		}
	}
	if out.Len() == 0 {
		return s
	}
	return norm.NFC.String(out.String())
}

// idle reports whether a mark on a letter only tells how to say it.
func idle(base, mark rune) bool {
	switch {
	case base < utf8.RuneSelf, unicode.In(base, unicode.Latin, unicode.Greek, unicode.Arabic, unicode.Hebrew):
		return base != 0
	case unicode.Is(unicode.Cyrillic, base):
		return mark == '\u0301' || mark == '\u0300' || mark == '\u0308' && (base == 'е' || base == 'Е')
	}
	return false
}

// plainLetters are letters that do not decompose.
var plainLetters = map[rune]string{
	'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L",
	'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "Th", 'ı': "i",
	'ي': "ی", 'ى': "ی", 'ك': "ک", 'ة': "ه", 'ە': "ه", 'ٱ': "ا",
	'\u0640': "", '\u200C': "", '\u200D': "", '\u200E': "", '\u200F': "", '\u2060': "", '\u00AD': "",
}

// foldVariants writes simplified characters, American spelling and acronyms without stops.
func (m *Model) foldVariants(s string, lang Language) string {
	if !isASCII(s) {
		return m.simplify(s)
	}
	switch {
	case lang == "en" && s == "US", lang == "en" && (s == "U.S." || s == "U.S" || s == "u.s"):
		return "u.s" // not the pronoun
	case dotted(s):
		if strings.ToUpper(s) == s {
			return strings.ReplaceAll(s, ".", "")
		}
		return strings.TrimSuffix(s, ".")
	case lang == "en" && m != nil && m.american != nil:
		return m.americanize(s)
	}
	return s
}

// simplify writes traditional characters as simplified ones.
func (m *Model) simplify(s string) string {
	if m == nil || m.simplified == nil || strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) < 0 {
		return s
	}
	pairs := m.simplified()
	return strings.Map(func(r rune) rune {
		if to, ok := pairs[r]; ok {
			return to
		}
		return r
	}, s)
}

// americanize writes a British spelling the American way and keeps the capital.
func (m *Model) americanize(s string) string {
	lower := strings.ToLower(s)
	word, ok := m.american()[lower]
	switch {
	case !ok:
		return s
	case lower == s:
		return word
	case strings.ToUpper(s) == s:
		return strings.ToUpper(word)
	default:
		return strings.ToUpper(word[:1]) + word[1:]
	}
}
