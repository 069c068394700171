package positions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hexapla/analysis/text"
)

// token is a word, a character of a script without blanks, or a mark.
type token struct {
	text.Span
	norm    string // folded word; the mark itself
	mark    bool
	capital bool   // begins with a capital letter
	joined  string // the word with the next, where a hyphen joins them
}

// scan returns the words and marks of p within s. Words of scripts without blanks are single
// characters, so that one kind of pattern serves all languages whatever a dictionary of words says.
func scan(s string, p text.Span) []token {
	out := make([]token, 0, p.Len()/5+1)
	hyphen := false
	for at := p.Start; at < p.End; {
		r, n := utf8.DecodeRuneInString(s[at:p.End])
		switch {
		case spaceless(r):
			out = append(out, token{Span: text.Span{Start: at, End: at + n}, norm: s[at : at+n]})
		case wordRune(r):
			n = wordLength(s[at:p.End])
			t := token{Span: text.Span{Start: at, End: at + n}, norm: fold(s[at : at+n]), capital: unicode.IsUpper(r)}
			if hyphen && len(out) > 0 {
				out[len(out)-1].joined = out[len(out)-1].norm + t.norm
			}
			out = append(out, t)
		case !unicode.IsSpace(r) && r != '-' && r != '‐' && r != '‑':
			out = append(out, token{Span: text.Span{Start: at, End: at + n}, norm: s[at : at+n], mark: true})
		}
		hyphen = (r == '-' || r == '‐' || r == '‑') && len(out) > 0 && out[len(out)-1].End == at
		at += n
	}
	return out
}

func spaceless(r rune) bool {
	return r > 0x0E00 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai))
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordLength is the length of the word that s begins with: letters, digits and marks, with
// apostrophes, points and zero width joiners where letters go on after them.
func wordLength(s string) int {
	for i, r := range s {
		if wordRune(r) && !spaceless(r) || unicode.Is(unicode.M, r) {
			continue
		}
		if i > 0 && (r == '\'' || r == '’' || r == '.' || r == '\u200c') {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			letterBefore, _ := utf8.DecodeLastRuneInString(s[:i])
			initials := r != '.' || i == 1 || s[max(0, i-2)] == '.'
			if unicode.IsLetter(next) && !spaceless(next) && unicode.IsLetter(letterBefore) && initials {
				continue
			}
		}
		return i
	}
	return len(s)
}

// fold returns the form in which words are compared: small letters without accents, possessive
// endings and articles that are written together with the word.
func fold(word string) string {
	word = strings.ReplaceAll(strings.ToLower(word), "’", "'")
	if owner, ok := strings.CutSuffix(word, "'s"); ok && !contracted[owner] {
		word = owner
	}
	word = elided(word)
	if ascii(word) {
		return word
	}
	word = norm.NFD.String(word)
	word = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ـ', r == '\u200c':
			return -1
		case r == 'ي' || r == 'ى':
			return 'ی'
		case r == 'ك':
			return 'ک'
		case r == 'ة':
			return 'ه'
		case r == 'ß':
			return 's'
		}
		return r
	}, word)
	for _, article := range []string{"وال", "بال", "لل", "ال"} {
		if rest, ok := strings.CutPrefix(word, article); ok && utf8.RuneCountInString(rest) > 2 {
			return rest
		}
	}
	return word
}

// contracted are the words behind which "'s" is a verb and no possessive ending.
var contracted = map[string]bool{"he": true, "she": true, "it": true, "that": true, "there": true, "here": true, "what": true, "who": true, "where": true, "how": true, "let": true}

// elided takes away what French writes together with the next word: l'accord, d'Iran.
func elided(word string) string {
	short, rest, ok := strings.Cut(word, "'")
	if !ok || rest == "" {
		return word
	}
	switch short {
	case "l", "d", "j", "n", "s", "c", "m", "t", "qu":
		return rest
	}
	return word
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
