package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// endsDot decides whether a full stop, with a blank behind it and no small letter following, ends
// the sentence.
func (v *view) endsDot(e ending) bool {
	if v.dateline(e) {
		return false
	}
	before := v.abbreviation(e)
	after := v.wordAfter(e.next)
	starter := v.stops.starts(after)
	first, _ := utf8.DecodeRuneInString(after)
	number := unicode.IsDigit(first)
	switch {
	case before == "":
		return true
	case e.end > e.close && e.quoted: // a stop within quotes closes more than an abbreviation
		return !v.stops.never[before]
	case v.stops.never[before]:
		return false
	case v.stops.number[before] && (number || roman(after)):
		return false
	case v.stops.clock[before]:
		return unicode.IsUpper(first) && !v.stops.after[strings.TrimRight(after, ".")]
	case v.stops.may[before]:
		return starter && !number
	case dotted(before):
		return starter
	case initial(before):
		return starter && !dotted(after) || number && !unicode.IsUpper([]rune(before)[0])
	case v.stops.ordinal && ordinal(before):
		return starter
	}
	return true
}

// abbreviation returns the word that the stop follows, without an article that elision joins to
// it, and with the letter before it where the tables know the two: the "B" of "z. B." gives "z.B".
func (v *view) abbreviation(e ending) string {
	word := v.wordBefore(e)
	if joined := v.spelledApart(e, word); v.stops.never[joined] || v.stops.may[joined] || v.stops.clock[joined] {
		return joined
	}
	if i := strings.LastIndexAny(word, "'’"); i >= 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		if tail := word[i+size:]; v.stops.never[tail] || v.stops.number[tail] || v.stops.may[tail] && !v.stops.may[word] {
			return tail
		}
	}
	return word
}

// wordBefore returns the word that the mark follows, with the stops, apostrophes and hyphens in it.
func (v *view) wordBefore(e ending) string {
	const longest = 40
	part := v.s[max(e.start, e.stop-longest):e.stop]
	i := strings.LastIndexFunc(part, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune(".-'’\"״&", r)
	})
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(part[i:])
		part = part[i+size:]
	}
	return strings.Trim(part, `-'’"`)
}

// wordAfter returns the word at i, behind quotes and brackets that open there, with the stops in it.
func (v *view) wordAfter(i int) string {
	const longest = 60
	rest := v.s[i:min(v.End, i+longest)]
	rest = strings.TrimLeftFunc(rest, func(r rune) bool {
		return unicode.In(r, unicode.P, unicode.Zs, unicode.Sm)
	})
	end := strings.IndexFunc(rest, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && r != '.' && r != '\'' && r != '’'
	})
	if end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimRight(rest, "'’")
}

// spelledApart joins a short word with the letter and stop before it.
func (v *view) spelledApart(e ending, before string) string {
	front := v.s[e.start : e.stop-len(before)]
	trimmed := strings.TrimRight(front, " \u00A0\u202F")
	if len(trimmed) == len(front) || !strings.HasSuffix(trimmed, ".") || utf8.RuneCountInString(before) > 2 {
		return ""
	}
	r, size := utf8.DecodeLastRuneInString(trimmed[:len(trimmed)-1])
	if !unicode.IsLetter(r) {
		return ""
	}
	return trimmed[len(trimmed)-1-size:] + before
}

// dateline reports whether e lies in the line that a dispatch begins with:
// "MOSCOW, November 5. /TASS/." or "ТЕГЕРАН, 8 авг - РИА Новости."
func (v *view) dateline(e ending) bool {
	const longest = 90
	if e.end-v.Start > longest || blankTo(v.s, v.Start, e.start) != e.start {
		return false
	}
	place, rest, found := strings.Cut(v.s[e.start:e.stop], ",")
	if !found || utf8.RuneCountInString(place) < 3 || strings.IndexFunc(place, unicode.IsLower) >= 0 || !hasUpper(place) {
		return false
	}
	dated := false
	for i, w := range strings.Fields(rest) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsDigit(r):
			dated = true
		case i > 2 && unicode.IsLower(r): // no date and agency any more
			return false
		}
	}
	return dated
}

// blankTo returns the first place from i on that is not white space, at most end.
func blankTo(s string, i, end int) int {
	return end - len(strings.TrimLeftFunc(s[i:end], unicode.IsSpace))
}

// dotted reports whether a word is letters with stops between: U.S, т.е.
func dotted(word string) bool {
	parts := strings.Split(word, ".")
	if len(parts) < 2 {
		return false
	}
	for i, p := range parts {
		n := utf8.RuneCountInString(p)
		if n > 2 || n == 0 && i < len(parts)-1 || strings.IndexFunc(p, unicode.IsDigit) >= 0 {
			return false
		}
	}
	return true
}

// initial reports whether a word is a single letter, or two joined by a hyphen as in J.-P.
func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsLetter(r) && !wide(r)
}

// ordinal reports whether a word may be an ordinal written with a stop: 8, 21, XIV.
func ordinal(word string) bool {
	return len(word) <= 2 && strings.Trim(word, "0123456789") == "" || roman(word)
}

func roman(word string) bool {
	return word != "" && strings.Trim(word, "IVXLCDM") == ""
}
