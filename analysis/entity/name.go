package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// thing is what a known name stands for.
type thing struct {
	value string
	role  Role
	upper bool // written in capitals throughout: an acronym, "US" but not "us"
	title bool // begins with a capital: "Turkey" but not "turkey"
}

// nameIndex finds known names in running text, the longest first.
type nameIndex map[text.Language]*names

type names struct {
	byKey   map[string]thing
	firsts  map[string]bool // first words of the keys
	longest int             // words, or characters in languages without blanks
}

func (x nameIndex) add(lang text.Language, name string, t thing) {
	n := x[lang]
	if n == nil {
		n = &names{byKey: map[string]thing{}, firsts: map[string]bool{}}
		x[lang] = n
	}
	first, _ := utf8.DecodeRuneInString(name)
	t.title = unicode.IsUpper(first)
	t.upper = t.title && strings.ToUpper(name) == name
	key, length := name, utf8.RuneCountInString(name)
	if !lang.Spaceless() {
		key = indexKey(name, lang)
		length = strings.Count(key, " ") + 1
		first, _, _ := strings.Cut(key, " ")
		n.firsts[first] = true
	}
	if old, ok := n.byKey[key]; ok && (t.role == NoRole || old.role != NoRole && old.role <= t.role) {
		old.upper = old.upper && t.upper
		old.title = old.title && t.title
		n.byKey[key] = old
		return
	}
	n.byKey[key] = t
	n.longest = max(n.longest, length)
}

func indexKey(name string, lang text.Language) string {
	key := nameKey(name)
	if k := inflectionKey(key, lang); k != "" {
		return k[len(lang)+1:]
	}
	return key
}

// known returns the names of the table that stand in s, without overlaps.
func (x nameIndex) known(s string, lang text.Language) []Mention {
	n := x[lang]
	switch {
	case n == nil:
		return nil
	case lang.Spaceless():
		return n.inCharacters(s)
	}
	return n.inWords(s, lang)
}

func (n *names) inWords(s string, lang text.Language) []Mention {
	ws := splitWords(s)
	keys := make([]string, len(ws))
	for i, w := range ws {
		keys[i] = indexKey(w.Of(s), lang)
	}
	var out []Mention
	for i := 0; i < len(ws); i++ {
		if !n.firsts[keys[i]] {
			continue
		}
		for k := min(n.longest, len(ws)-i); k > 0; k-- {
			t, ok := n.byKey[strings.Join(keys[i:i+k], " ")]
			span := text.Span{Start: ws[i].Start, End: ws[i+k-1].End}
			if ok && t.writtenAs(span.Of(s)) {
				out = append(out, Mention{Span: span, Kind: Name, Value: t.value, Role: t.role})
				i += k - 1
				break
			}
		}
	}
	return out
}

func (t thing) writtenAs(s string) bool {
	if i := strings.LastIndexAny(s, "'’"); i > 0 && len(s)-i <= 4 {
		s = s[:i] // the possessive's s is no part of an acronym
	}
	if t.upper {
		return strings.ToUpper(s) == s
	}
	first, _ := utf8.DecodeRuneInString(s)
	return !t.title || unicode.IsUpper(first)
}

func (n *names) inCharacters(s string) []Mention {
	var out []Mention
	for i := 0; i < len(s); {
		span, t := n.longestAt(s, i)
		if span.Empty() || t.role == Short && !shortAllowed(s, span) {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		out = append(out, Mention{Span: span, Kind: Name, Value: t.value, Role: t.role})
		i = span.End
	}
	return out
}

func (n *names) longestAt(s string, at int) (best text.Span, t thing) {
	end := at
	for k := 0; k < n.longest && end < len(s); k++ {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
		if found, ok := n.byKey[s[at:end]]; ok {
			best, t = text.Span{Start: at, End: end}, found
		}
	}
	return best, t
}

// shortAllowed keeps one-character signs of states out of ordinary words: 美国 is longer and found
// first, 美丽 ("beautiful") names nobody. A sign counts before 方, after 对 驻 访 赴 and beside
// another sign.
func shortAllowed(s string, p text.Span) bool {
	if utf8.RuneCountInString(p.Of(s)) > 1 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:p.Start])
	after, _ := utf8.DecodeRuneInString(s[p.End:])
	const signs = "中美俄英法德日韩朝伊以欧乌印巴"
	return strings.ContainsRune("对驻访赴援抗涉", before) || strings.ContainsRune("方", after) ||
		strings.ContainsRune(signs, before) || strings.ContainsRune(signs, after)
}

// splitWords returns the words of s: runs of letters, digits, marks, and the dots and apostrophes
// inside them. A hyphen parts words.
func splitWords(s string) []text.Span {
	var out []text.Span
	start := -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, text.Span{Start: start, End: end})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u200c':
			if start < 0 {
				start = i
			}
		case start >= 0 && (r == '.' || r == '\'' || r == '’') && inWord(s, i):
		default:
			flush(i)
		}
	}
	flush(len(s))
	return out
}

// inWord reports whether the mark at i stands between letters.
func inWord(s string, i int) bool {
	_, size := utf8.DecodeRuneInString(s[i:])
	next, _ := utf8.DecodeRuneInString(s[i+size:])
	return unicode.IsLetter(next)
}
