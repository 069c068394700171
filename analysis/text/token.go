package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

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

// Tokens returns the tokens of s in order; they join up to s.
//
// Unicode's word boundaries are the beginning. What they part is joined again where it is one word
// to a reader: U.S., e-mail, COVID-19, 1 200 000, 5%, 8:30, an address, a row of dots, a run of blanks.
// Chinese and Japanese words come from the word lists, and French and Italian articles are parted
// from the words that elision joins them to. Other hyphens part words, so that the names
// and numbers in "Iran-backed" and "13-year-old" stand alone.
func (m *Model) Tokens(s string, lang Language) []Token {
	j := joiner{s: s, rules: m.joinsOf(lang)}
	j.raw = rawTokens(s)
	j.out = make([]Token, 0, len(j.raw))
	for i := 0; i < len(j.raw); {
		i = j.join(i)
	}
	return j.out
}

// rawTokens cuts at Unicode's word boundaries, less those that would cut a grapheme.
func rawTokens(s string) []Token {
	out := make([]Token, 0, len(s)/4+1)
	it := words.FromString(s)
	for it.Next() {
		start, end := it.Start(), it.End()
		if len(out) > 0 && cutsGrapheme(s, start) {
			out[len(out)-1].End = end
			continue
		}
		out = append(out, Token{Span{start, end}, kindOf(s[start:end])})
	}
	return out
}

// cutsGrapheme reports whether a boundary between words lies within a grapheme: the rules for words know
// neither signs that precede their base nor the vowels of scripts without blanks.
func cutsGrapheme(s string, i int) bool {
	if s[i] < utf8.RuneSelf && s[i-1] < utf8.RuneSelf {
		return false
	}
	if attached(s[i:]) {
		r, _ := utf8.DecodeLastRuneInString(s[:i])
		return !unicode.IsControl(r) && r != '\u2028' && r != '\u2029'
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.Is(unicode.Prepended_Concatenation_Mark, r) || prepends(r)
}

// prepends reports whether r belongs to the grapheme after it.
func prepends(r rune) bool {
	switch r {
	case 0x0D4E, 0x113D1, 0x1193F, 0x11941, 0x11A3A, 0x11D46, 0x11F02:
		return true
	}
	return 0x111C2 <= r && r <= 0x111C3 || 0x11A84 <= r && r <= 0x11A89
}

// kindOf classes a token by its first letter or digit, or else by its first character.
func kindOf(s string) TokenKind {
	if c := s[0]; c < utf8.RuneSelf {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			return Word
		case '0' <= c && c <= '9':
			return Number
		case c == ' ' || '\t' <= c && c <= '\r':
			return Space
		}
	}
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return Word
		case unicode.IsDigit(r), unicode.Is(unicode.No, r), unicode.Is(unicode.Nl, r):
			return Number
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsSpace(r), r == '\uFEFF':
		return Space
	case unicode.IsPunct(r), r == '`', r == '´':
		return Punct
	}
	return Symbol
}
