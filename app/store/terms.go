package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hexapla/analysis/text"
)

// The index holds, for a run of Han characters or kana, each overlapping pair and the last
// character alone, so that a word of any length is a phrase of pairs and a single character the
// beginning of one. Other words stand as they are, folded.

// term is one condition of a search: words that follow each other.
type term struct {
	words  []word
	prefix bool // the last word may go on
}

// word is a stretch of a text in comparable form.
type word struct {
	text.Span
	folded string
	han    bool // written without blanks
}

// parse reads a query: words, and phrases in double quotes.
func parse(query string) []term {
	const quotes = `"“”„«»`
	var out []term
	phrase := false
	for rest := query; ; {
		at := strings.IndexAny(rest, quotes)
		part := rest
		if at >= 0 {
			part = rest[:at]
		}
		words := split(part)
		if phrase && len(words) > 0 {
			out = append(out, term{words: words})
		} else {
			for _, w := range words {
				out = append(out, term{words: []word{w}})
			}
		}
		if at < 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(rest[at:])
		rest, phrase = rest[at+size:], !phrase
	}
	if last, _ := utf8.DecodeLastRuneInString(query); len(out) > 0 && inWord(last) {
		out[len(out)-1].prefix = true
	}
	return out
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == zwnj || r == tatweel
}

// split cuts a text into words, leaving out all else.
func split(s string) []word {
	var out []word
	start, han := -1, false
	end := func(at int) {
		if start >= 0 {
			out = append(out, word{text.Span{Start: start, End: at}, folded(s[start:at]), han})
		}
		start = -1
	}
	for at, r := range s {
		switch {
		case inWord(r):
			if isHan := spaceless(r); start < 0 || isHan != han {
				end(at)
				start, han = at, isHan
			}
		default:
			end(at)
		}
	}
	end(len(s))
	return slices.DeleteFunc(out, func(w word) bool { return strings.TrimSpace(w.folded) == "" })
}

const (
	zwnj    = '\u200c' // parts a word from its ending in Persian
	tatweel = '\u0640'
)

func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) || r == 'ー'
}

// folded returns the comparable form of a word: small letters, compatibility forms and accents
// undone, one form of each Arabic letter.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case zwnj, tatweel:
			return -1
		case 'ي', 'ى', 'ئ':
			return 'ی'
		case 'ك':
			return 'ک'
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ؤ':
			return 'و'
		case 'ة', 'ۀ':
			return 'ه'
		case 'ё':
			return 'е'
		}
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if r == '"' {
			return ' '
		}
		return r
	}, norm.NFKD.String(strings.ToLower(s)))
}

// indexForm returns the words of a paragraph as the index holds them.
func indexForm(s string) string {
	var b strings.Builder
	for _, w := range split(s) {
		for _, piece := range pieces(w, true) {
			b.WriteString(piece)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// pieces returns what the index holds of a word: pairs and, where the run ends, the last character.
func pieces(w word, ended bool) []string {
	if !w.han {
		return []string{w.folded}
	}
	r := []rune(w.folded)
	var out []string
	for i := 0; i+1 < len(r); i++ {
		out = append(out, string(r[i:i+2]))
	}
	if len(r) > 0 && (ended || len(r) == 1) {
		out = append(out, string(r[len(r)-1]))
	}
	return out
}

// match writes the terms in the language of the index.
func match(terms []term) string {
	var out []string
	for _, t := range terms {
		var phrase []string
		for i, w := range t.words {
			phrase = append(phrase, pieces(w, w.han && i+1 < len(t.words))...)
		}
		s := `"` + strings.Join(phrase, " ") + `"`
		last := t.words[len(t.words)-1]
		if t.prefix && !last.han || last.han && utf8.RuneCountInString(last.folded) == 1 {
			s += " *"
		}
		out = append(out, s)
	}
	return strings.Join(out, " AND ")
}

// place finds the first term that stands in the paragraph; the whole of it where none does.
func place(s string, terms []term) text.Span {
	words := split(s)
	for _, t := range terms {
		for i := range words {
			if p, ok := t.at(s, words[i:]); ok {
				return p
			}
		}
	}
	return text.Span{End: len(s)}
}

// at reports whether the term begins in the first of the words, and where.
func (t term) at(s string, words []word) (text.Span, bool) {
	if len(words) < len(t.words) {
		return text.Span{}, false
	}
	for i, w := range t.words {
		have := words[i]
		if w.han && have.han && len(t.words) == 1 {
			return within(s, have, w.folded)
		}
		if have.folded != w.folded && !(t.prefix && i+1 == len(t.words) && strings.HasPrefix(have.folded, w.folded)) {
			return text.Span{}, false
		}
	}
	return words[0].Cover(words[len(t.words)-1].Span), true
}

// within finds a stretch of a run without blanks. Folding may change how many characters there are,
// then it is the whole run.
func within(s string, run word, folded string) (text.Span, bool) {
	at := strings.Index(run.folded, folded)
	if at < 0 {
		return text.Span{}, false
	}
	if run.folded != run.Of(s) {
		return run.Span, true
	}
	return text.Span{Start: run.Start + at, End: run.Start + at + len(folded)}, true
}
