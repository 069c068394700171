package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers returns the end of the quotes and brackets that close at i.
func (v *view) closers(i int, quoted *bool) int {
	for i < v.End {
		r, size := utf8.DecodeRuneInString(v.s[i:v.End])
		switch {
		case v.closes(r, i, i+size):
			*quoted = *quoted || unicode.Is(unicode.Quotation_Mark, r)
			i += size
		case r == '[' && noteLength(v.s[i:v.End]) > 0:
			i += noteLength(v.s[i:v.End])
		case unicode.IsSpace(r):
			size := v.lateCloser(i)
			if size == 0 {
				return i
			}
			*quoted = true
			i += size
		default:
			return i
		}
	}
	return i
}

// closes reports whether r, which stands at [i, after) behind a mark or another closer, closes.
func (v *view) closes(r rune, i, after int) bool {
	switch {
	case r == '"':
		return v.gapAfter(after) || v.opened('"', i)
	case r == '\'':
		return v.gapAfter(after) || v.s[i-1] == '\'' || after < v.End && v.s[after] == '\'' // or typed twice for one
	case r == '«' || r == '‹':
		return v.stops.opensRight() && v.gapAfter(after)
	case r == '»' || r == '›': // closing in Switzerland, too
		return !v.stops.opensRight() || v.gapAfter(after)
	case r == '“' || r == '‘': // closing in German and its neighbours
		return !v.stops.lang.Spaceless() && v.gapAfter(after)
	}
	return unicode.In(r, unicode.Pe, unicode.Pf)
}

// lateCloser returns the length of blanks and a quote that closes behind them, as French sets it and as
// careless typing leaves it.
func (v *view) lateCloser(i int) int {
	rest := strings.TrimLeft(v.s[i:min(v.End, i+16)], " \t\u00A0\u202F\u3000")
	at := min(v.End, i+16) - len(rest)
	r, size := utf8.DecodeRuneInString(rest)
	switch r {
	case '»':
		if v.stops.opensRight() {
			return 0
		}
	case '”', '」', '』':
		if r == '”' && !v.stops.lang.Spaceless() && !v.gapAfter(at+size) {
			return 0
		}
	default:
		return 0
	}
	return at + size - i
}

// opensRight reports whether the language writes »so«.
func (t *stops) opensRight() bool {
	switch t.lang {
	case "de", "da", "cs", "sk", "hu", "sr", "hr", "sl":
		return true
	}
	return false
}

func (v *view) gapAfter(i int) bool {
	if i >= v.End {
		return true
	}
	r, _ := utf8.DecodeRuneInString(v.s[i:v.End])
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune(`"'”’,;:.!?…)]，、`, r)
}

// opened reports whether a straight quote at i closes one that was opened in the paragraph, where
// no blank tells: in scripts without blanks.
func (v *view) opened(quote byte, i int) bool {
	const near = 600 // bytes; a longer look would make long paragraphs slow
	return v.stops.lang.Spaceless() && strings.Count(v.s[max(v.Start, i-near):i], string(quote))%2 == 1
}

// noteLength returns the length of a reference such as [12].
func noteLength(s string) int {
	end := strings.IndexByte(s[:min(len(s), 6)], ']')
	if end < 2 || strings.Trim(s[1:end], "0123456789") != "" {
		return 0
	}
	return end + 1
}
