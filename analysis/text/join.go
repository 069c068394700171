package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joins is what joins and parts words in one language: the tables of assets/text/joins.txt, and the
// word lists.
type joins struct {
	lang     Language
	prefixes map[string]bool // bound by a hyphen: e-mail, по-русски
	suffixes map[string]bool // bound by a hyphen: кто-то
	elisions map[string]bool // parted from the word behind the apostrophe: l'Iran
	units    map[string]bool // words of number that a hyphen joins: twenty-five
	grouped  bool            // blanks group digits by three

	chinese    func() *wordList // nil: every ideograph is a word
	japanese   func() *wordList
	simplified func() map[rune]rune
}

func (m *Model) newJoins(lang Language, t table) *joins {
	return &joins{
		lang:       lang,
		prefixes:   t.set(lang, "prefixes"),
		suffixes:   t.set(lang, "suffixes"),
		elisions:   t.set(lang, "elisions"),
		units:      t.set(lang, "units"),
		grouped:    len(t[lang]["grouped"]) > 0,
		chinese:    m.chinese,
		japanese:   m.japanese,
		simplified: m.simplified,
	}
}

// joiner turns raw tokens into the tokens of a language.
type joiner struct {
	// immutable
	s     string
	raw   []Token
	rules *joins

	out []Token
}

// join appends the token that begins at raw token i and returns the next one's number.
func (j *joiner) join(i int) int {
	t := j.raw[i]
	end := i + 1
	switch t.Kind {
	case Space:
		for end < len(j.raw) && j.raw[end].Kind == Space {
			end++
		}
	case Punct, Symbol:
		end = j.row(i)
	case Number:
		end = j.number(i)
	case Word:
		if r, _ := utf8.DecodeRuneInString(t.Of(j.s)); ideographic(r) {
			return j.ideographs(i)
		}
		if end = j.address(i); end == i+1 {
			end = j.word(i)
		}
	}
	t.End = j.raw[end-1].End
	if t.Kind == Word && j.elided(t) {
		return end
	}
	j.out = append(j.out, t)
	return end
}

// row joins equal marks: ... -- ”
func (j *joiner) row(i int) int {
	mark := j.raw[i].Of(j.s)
	if !strings.Contains(".…-–—'`*=_!?·~", mark) && mark != "’" {
		return i + 1
	}
	end := i + 1
	for end < len(j.raw) && j.raw[end].Of(j.s) == mark {
		end++
	}
	return end
}

// number joins what belongs to a number: grouped digits, fractions, times of day, percent, and Chinese
// units behind digits.
func (j *joiner) number(i int) int {
	end := i + 1
	for end+1 < len(j.raw) && j.raw[end+1].Kind == Number {
		first := end == i+1
		between, next := j.raw[end].Of(j.s), j.raw[end+1].Of(j.s)
		switch {
		case j.groupsBy(between) && len(next) == 3 && digits(next) && digits(j.raw[end-1].Of(j.s)) && (!first || j.raw[i].Len() <= 3) && !j.digitsFollow(end+2):
		case (between == ":" || between == "：") && len(next) >= 2 && digits(next[:2]) && first && j.raw[i].Len() <= 2:
		case (between == "/" || between == "⁄") && digits(next) && digits(j.raw[end-1].Of(j.s)):
		default:
			return j.percent(end)
		}
		end += 2
	}
	return j.percent(end)
}

// groupsBy reports whether a blank may group digits: a hard or thin one always, a plain one where the
// language has the custom.
func (j *joiner) groupsBy(blank string) bool {
	return blank == "\u00A0" || blank == "\u202F" || blank == "\u2009" || blank == " " && j.rules.grouped
}

// digitsFollow reports whether raw token i continues a number, so that three digits before it are no group.
func (j *joiner) digitsFollow(i int) bool {
	return i < len(j.raw) && j.raw[i].Kind == Number
}

func (j *joiner) percent(end int) int {
	if end < len(j.raw) {
		switch j.raw[end].Of(j.s) {
		case "%", "％", "‰", "٪", "°":
			return end + 1
		}
	}
	return j.myriads(end)
}

// myriads joins the units that Chinese and Japanese write behind digits, and the ending that Russian
// joins by a hyphen: 1.2亿, 3千万, 1万2千, 1990-х.
func (j *joiner) myriads(end int) int {
	if end+1 < len(j.raw) && hyphen(j.raw[end].Of(j.s)) && cyrillicEnding(j.raw[end+1].Of(j.s)) {
		return end + 2
	}
	last := end
	for i := end; i < len(j.raw) && i < end+8; i++ {
		switch mark := j.raw[i].Of(j.s); {
		case strings.Contains("万亿萬億兆", mark):
			last = i + 1
		case strings.Contains("十百千", mark):
			if i+1 == len(j.raw) || !strings.Contains("克瓦米赫卡帕伏", j.raw[i+1].Of(j.s)) { // 千克, a kilogram
				last = i + 1
			}
		case i == last && i > end && digits(mark):
			last = i + 1
		default:
			return last
		}
	}
	return last
}

func cyrillicEnding(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return len(s) <= 6 && unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(r)
}

func digits(s string) bool {
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// address joins what looks like an address of the net.
func (j *joiner) address(i int) int {
	rest := j.s[j.raw[i].Start:]
	if !strings.HasPrefix(rest, "http") && !strings.HasPrefix(rest, "www.") {
		return i + 1
	}
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return i + 1
	}
	stop := strings.IndexFunc(rest, func(r rune) bool {
		return r <= ' ' || r >= utf8.RuneSelf || strings.ContainsRune(`"<>()[]{}`, r)
	})
	if stop < 0 {
		stop = len(rest)
	}
	stop = j.raw[i].Start + len(strings.TrimRight(rest[:stop], ".,;:!?'"))
	end := i + 1
	for end < len(j.raw) && j.raw[end].End <= stop {
		end++
	}
	return end
}

// word joins the stop of an acronym and the parts of a bound compound.
func (j *joiner) word(i int) int {
	end := i + 1
	first := j.raw[i].Of(j.s)
	if end < len(j.raw) && j.raw[end].Of(j.s) == "." && dotted(first) {
		return end + 1
	}
	if end+1 < len(j.raw) && j.linked(first, j.raw[end].Of(j.s), j.raw[end+1].Of(j.s)) {
		end += 2
	}
	for end+1 < len(j.raw) && hyphen(j.raw[end].Of(j.s)) && j.raw[end+1].Kind <= Number && j.binds(j.raw[end-1].Of(j.s), j.raw[end+1].Of(j.s)) {
		end += 2
	}
	return end
}

// linked reports whether a mark makes one word of two: R&D, name@example.org.
func (j *joiner) linked(left, mark, right string) bool {
	switch mark {
	case "&":
		return len(left) <= 3 && len(right) <= 3 && strings.ToUpper(left) == left && strings.ToUpper(right) == right && kindOf(right) == Word
	case "@":
		return strings.Contains(right, ".")
	}
	return false
}

func hyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// binds reports whether a hyphen makes one word of two parts.
func (j *joiner) binds(left, right string) bool {
	r, size := utf8.DecodeRuneInString(left)
	l := strings.ToLower(left)
	switch {
	case digits(right):
		return codename(left) && len(right) <= 4
	case size == len(left) && unicode.Is(unicode.Latin, r): // e-mail, T-shirt, but not "U" of a list
		return true
	case j.rules.units[l] && j.rules.units[strings.ToLower(right)]:
		return true
	}
	return j.rules.prefixes[l] || j.rules.suffixes[strings.ToLower(right)]
}

// codename reports whether a word in capitals makes a name with the number behind its hyphen: COVID-19, MiG-29.
func codename(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && utf8.RuneCountInString(s) <= 6 && (strings.ToUpper(s) == s || utf8.RuneCountInString(s) <= 3)
}

// elided parts an elided article from its word.
func (j *joiner) elided(t Token) bool {
	s := t.Of(j.s)
	if len(j.rules.elisions) == 0 {
		return false
	}
	i := strings.IndexAny(s, "'’")
	if i <= 0 || !j.rules.elisions[strings.ToLower(s[:i])] {
		return false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	if i+size == len(s) || attached(s[i+size:]) {
		return false
	}
	j.out = append(j.out, Token{Span{t.Start, t.Start + i + size}, Word})
	rest := Token{Span{t.Start + i + size, t.End}, Word}
	if !j.elided(rest) {
		j.out = append(j.out, rest)
	}
	return true
}
