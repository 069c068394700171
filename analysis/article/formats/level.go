package formats

import (
	"strings"
	"unicode"
)

// level makes texts of several scripts alike for the patterns, rune by rune, so that places stay
// the same counted in runes: digits of any script and full-width forms become ASCII, odd blanks a
// blank, dashes and Arabic letters one form each.
func level(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80 && r != '\t':
			return r
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		switch r {
		case '\t', '\u00a0', '\u2002', '\u2003', '\u2009', '\u202f', '\u3000':
			return ' '
		case '—', '―', '‒', '‑', '─', '−':
			return '–'
		case 'ي', 'ى':
			return 'ی'
		case 'ك':
			return 'ک'
		case '،':
			return ','
		case '’', 'ʼ':
			return '\''
		}
		return r
	}, s)
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	})
}

func hasArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// runeStarts returns where the n-th rune of s begins, for each n; one more for the end.
func runeStarts(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}
