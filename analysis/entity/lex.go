package entity

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// lexeme is a run of letters, a number in digits, or a mark.
type lexeme struct {
	text.Span
	word   string  // letters in lower case, folded like a name; "" for numbers and marks
	mark   rune    // of marks
	digits string  // the number as written, digits made ASCII; "" otherwise
	value  float64 // of the digits
	plain  bool    // digits only: no separators, no decimals
	glued  bool    // no blank before it
}

func (l lexeme) isNumber() bool { return l.digits != "" }

// lex cuts s into lexemes. Letters and digits are parted ("11th", "8日").
func lex(s string, lang text.Language) []lexeme {
	out := make([]lexeme, 0, len(s)/5)
	glued := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		var l lexeme
		switch {
		case unicode.IsSpace(r):
			i += size
			glued = false
			continue
		case digitValue(r) >= 0:
			l = lexNumber(s, i, lang)
		case unicode.IsLetter(r):
			l = lexWord(s, i)
		default:
			l = lexeme{Span: text.Span{Start: i, End: i + size}, mark: r}
		}
		l.glued = glued
		out = append(out, l)
		i, glued = l.End, true
	}
	return out
}

func lexWord(s string, at int) lexeme {
	end := at
	han := false
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		isHan := unicode.Is(unicode.Han, r)
		inside := unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u200c'
		if !inside || digitValue(r) >= 0 || end > at && isHan != han {
			break
		}
		han = isHan
		end += size
		if isHan {
			break // each Han character is a lexeme
		}
	}
	span := text.Span{Start: at, End: end}
	return lexeme{Span: span, word: foldWord(span.Of(s))}
}

// foldWord is the form that words have in the tables of numbers and calendars.
func foldWord(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	return nameKey(s)
}

// digitValue returns the value of a decimal digit of any script, or -1.
func digitValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r < utf8.RuneSelf || !unicode.Is(unicode.Nd, r):
		return -1
	}
	// Decimal digits of a script are contiguous and begin at a code point that is no digit's successor.
	n := 0
	for n < 9 && unicode.Is(unicode.Nd, r-1) {
		r--
		n++
	}
	return n
}

// lexNumber reads a number with its separators: 1,200,000.5 · 1.200.000,5 · 1 200 000,5 · ۱٬۲۰۰.
func lexNumber(s string, at int, lang text.Language) lexeme {
	var digits strings.Builder
	end, last := at, at
	plain := true
	decimals := -1
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if v := digitValue(r); v >= 0 {
			digits.WriteByte(byte('0' + v))
			end += size
			last = end
			continue
		}
		if decimals >= 0 {
			break
		}
		run := digitRun(s, end+size)
		switch {
		case groups(r, lang) && run == 3 && groupedSoFar(digits.Len(), plain):
			plain = false
		case decimal(r, lang) && run > 0 || decimal(r, other(lang)) && run > 0 && run != 3 && r != ' ':
			if nextIsSeparator(s, end+size, run) {
				return numberLexeme(s, at, last, digits.String(), plain, -1) // 11.12.2021 is no decimal
			}
			decimals = digits.Len()
			plain = false
		default:
			return numberLexeme(s, at, last, digits.String(), plain, decimals)
		}
		end += size
	}
	return numberLexeme(s, at, last, digits.String(), plain, decimals)
}

func numberLexeme(s string, at, end int, digits string, plain bool, decimals int) lexeme {
	written := digits
	if decimals >= 0 && decimals < len(digits) {
		written = digits[:decimals] + "." + digits[decimals:]
	}
	v, _ := strconv.ParseFloat(written, 64)
	return lexeme{Span: text.Span{Start: at, End: end}, digits: digits, value: v, plain: plain}
}

// groupedSoFar reports whether the digits read so far can stand before a group of three.
func groupedSoFar(n int, plain bool) bool {
	if plain {
		return n <= 3
	}
	return n%3 == 0 || n > 3
}

// digitRun counts the digits from at on.
func digitRun(s string, at int) int {
	n := 0
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if digitValue(r) < 0 {
			break
		}
		at += size
		n++
	}
	return n
}

func nextIsSeparator(s string, at, run int) bool {
	for ; run > 0 && at < len(s); run-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at+1 < len(s) && s[at] == '.' && s[at+1] >= '0' && s[at+1] <= '9'
}

func groups(r rune, lang text.Language) bool {
	switch r {
	case '\u00a0', '\u202f', '\u2009', '٬', '’':
		return true
	case ',', '，':
		return !commaDecimal(lang)
	case '.':
		return lang == "de" || lang == "es" || lang == "it" || lang == "pt" || lang == "tr"
	case ' ':
		return lang == "ru" || lang == "fr" || lang == "uk"
	}
	return false
}

func decimal(r rune, lang text.Language) bool {
	switch r {
	case '٫':
		return true
	case ',':
		return commaDecimal(lang)
	case '.', '·':
		return !commaDecimal(lang)
	}
	return false
}

func commaDecimal(lang text.Language) bool {
	switch lang {
	case "de", "fr", "es", "ru", "it", "pt", "uk", "tr":
		return true
	}
	return false
}

// other is a language with the opposite habit: translators keep foreign separators.
func other(lang text.Language) text.Language {
	if commaDecimal(lang) {
		return "en"
	}
	return ""
}
