package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends decides whether a sentence ends at e, where more text follows in the paragraph.
func (v *view) ends(e ending) bool {
	next, _ := utf8.DecodeRuneInString(v.s[e.next:v.End])
	switch {
	case attached(v.s[e.end:v.End]) || attached(v.s[e.next:v.End]):
		return false // would cut a grapheme
	case e.stop-e.start < 12 && numbersItem(v.s[e.start:e.stop]):
		return false
	case e.next == e.end && v.termination(next) != none: // (really?).
		return false
	case strings.ContainsRune(",;:，、；：،؛)]}", next) || unicode.In(next, unicode.Pe) && e.next == e.end:
		return false
	case e.kind == full:
		return v.endsFull(e, next)
	case e.kind == trailing && (wide(next) || v.stops.lang.Spaceless() && next >= utf8.RuneSelf):
		return v.endsTrailing(e, next)
	case e.next == e.end:
		return (e.kind == mark || e.quoted) && (wide(next) || unicode.In(next, unicode.Pi, unicode.Ps)) && v.stops.lang.Spaceless()
	case v.goesOnSmall(e.next):
		return false
	case e.quoted && e.kind != dot && v.saidAfter(e.next):
		return false
	case e.kind == mark:
		return !v.stops.mark[v.wordBefore(e)] && !parenthetical(v.s[:e.stop])
	case e.kind == dot:
		return v.endsDot(e)
	}
	return true
}

// numbersItem reports whether a sentence is but the number of a list's item so far.
func numbersItem(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) < 8 && s != "" && s[0] < utf8.RuneSelf && enumerator(strings.TrimLeft(s, "("))
}

// wide reports whether r is of a script without blanks.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 <= r && r < 0x3040 || 0xFF00 <= r && r < 0xFFF0
}

// parenthetical reports whether a mark stands alone in brackets: (!), (?).
func parenthetical(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.Is(unicode.Ps, r)
}

// endsFull decides about marks that need no blank. What closes a quote may be followed by the rest of the
// sentence around it.
func (v *view) endsFull(e ending, next rune) bool {
	if parenthetical(v.s[:e.stop]) {
		return false
	}
	if e.end == e.close {
		return next != 'と' && next != 'っ'
	}
	if v.stops.lang == "ja" || v.stops.lang == "" {
		if unicode.Is(unicode.Hiragana, next) && e.next == e.end {
			return false
		}
	}
	if !wide(next) {
		return !v.goesOnSmall(e.next) || e.next == e.end
	}
	return !strings.ContainsRune(goesOn, next) && !v.saidWide(e)
}

// endsTrailing decides about …… between characters of scripts without blanks: it is a pause after a few
// characters, and an end after more, or before a quote opens.
func (v *view) endsTrailing(e ending, next rune) bool {
	switch {
	case e.end > e.close:
		return !v.saidWide(e)
	case unicode.In(next, unicode.Pi, unicode.Ps):
		return true
	case unicode.Is(unicode.Hiragana, next) || strings.ContainsRune(goesOn, next):
		return false
	}
	const few = 6
	clause := v.s[max(e.start, e.stop-3*few):e.stop]
	if i := strings.LastIndexFunc(clause, unicode.IsPunct); i >= 0 {
		_, size := utf8.DecodeRuneInString(clause[i:])
		clause = clause[i+size:]
	}
	return utf8.RuneCountInString(clause) >= few
}

// goesOn are characters that go on with a sentence behind a quote.
const goesOn = "的地得了着等和与與及或是在"

// saidWide reports whether a short clause with a verb of saying follows a closed quote: “……？”他说。
func (v *view) saidWide(e ending) bool {
	if !e.quoted {
		return false
	}
	const short = 12 * 3 // bytes
	clause := v.s[e.next:min(v.End, e.next+short)]
	end := strings.IndexAny(clause, "。，：:,！？")
	if end < 0 || strings.HasPrefix(clause[end:], "：") || clause[end] == ':' { // a colon introduces what comes
		return false
	}
	clause = clause[:end]
	if strings.ContainsAny(clause, "没沒不未") { // nobody said anything
		return false
	}
	for say := range v.stops.say {
		if strings.HasSuffix(clause, say) {
			return true
		}
	}
	return false
}

// goesOnSmall reports whether the first letter from i on is a small one, so that the sentence goes
// on. A dash before a capital begins a new one.
func (v *view) goesOnSmall(i int) bool {
	if v.caseless {
		return false
	}
	rest := strings.TrimLeftFunc(v.s[i:min(v.End, i+32)], func(r rune) bool {
		return unicode.In(r, unicode.P, unicode.Zs) || r == '\t'
	})
	r, size := utf8.DecodeRuneInString(rest)
	if !unicode.IsLower(r) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(rest[size:])
	return !unicode.IsUpper(second) // iPhone
}

// saidAfter reports whether the next few words are a name and a verb of saying: "…?" Ms. Smith asked.
func (v *view) saidAfter(i int) bool {
	const reach, most = 60, 4
	words := strings.Fields(v.s[i:min(v.End, i+reach)])
	for n, w := range words[:min(most, len(words))] {
		w = strings.TrimRight(w, ".,:;!?")
		if v.stops.say[w] {
			return n > 0
		}
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || n == 0 && v.stops.starts(w) && !pronoun(w) {
			return false
		}
	}
	return false
}

func pronoun(w string) bool {
	switch w {
	case "He", "She", "They", "I", "We", "You":
		return true
	}
	return false
}

// starts reports whether a word with a capital is one that mostly has it for beginning a sentence.
func (t *stops) starts(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return t.starters[string(unicode.ToLower(r))+word[size:]] || t.starters[strings.ToLower(word)]
}
