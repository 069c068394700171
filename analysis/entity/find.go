package entity

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// Kind is what sort of thing a mention is.
type Kind uint8

// The kinds of mention.
const (
	Number Kind = iota
	Date        // a day, month or year, as far as the text gives it
	Time        // of the clock
	Name        // of a state, people, body or region in the tables
)

// Mention is a stretch of text that names or counts something.
type Mention struct {
	text.Span
	Kind    Kind
	Value   string // comparable across languages; Same compares two
	Role    Role   // of names: how it points at a state
	Ordinal bool   // of numbers: third
	Weak    bool   // of numbers: one, first; often no number at all
	Words   bool   // of numbers: spelled out
}

// Find returns the numbers, dates, times and known names of s in order, without overlaps. Spans
// are within s.
func (t *Tables) Find(s string, lang text.Language) []Mention {
	if t == nil {
		t = &Tables{}
	}
	out := t.counted(s, lang)
	if found := t.names.known(s, lang); len(found) > 0 {
		out = merge(out, found)
	}
	return out
}

// counted returns the numbers, dates and times.
func (t *Tables) counted(s string, lang text.Language) []Mention {
	ls := lex(s, lang)
	var out []Mention
	for i := 0; i < len(ls); {
		if ls[i].mark != 0 || !t.mayCount(ls[i], lang) {
			i++
			continue
		}
		if m, n := t.calendarAt(ls, i, s, lang); n > 0 {
			m.Span = text.Span{Start: ls[i].Start, End: ls[i+n-1].End}
			out = append(out, m)
			i += n
			continue
		}
		if q := t.numberAt(ls, i, lang); q.n > 0 {
			out = append(out, Mention{
				Span: text.Span{Start: ls[i].Start, End: ls[i+q.n-1].End}, Kind: Number,
				Value: q.Value(), Ordinal: q.ordinal, Weak: q.weak, Words: q.words,
			})
			i += q.n
			continue
		}
		i++
	}
	shareSign(out, s)
	return out
}

// shareSign gives the first number of a range the sign of the second: from 3 to 4 percent.
func shareSign(ms []Mention, s string) {
	for i := 0; i+1 < len(ms); i++ {
		a, b := &ms[i], &ms[i+1]
		if a.Kind != Number || b.Kind != Number || !strings.HasSuffix(b.Value, "%") || strings.HasSuffix(a.Value, "%") || strings.HasSuffix(a.Value, "+") || a.Ordinal || a.Words != b.Words {
			continue
		}
		if ranging[strings.ToLower(strings.TrimSpace(s[a.End:b.Start]))] {
			a.Value += "%"
		}
	}
}

// ranging are what stands between the two numbers of a range.
var ranging = map[string]bool{
	"to": true, "-": true, "–": true, "—": true, "до": true, "至": true, "到": true, "升至": true, "降至": true, "bis": true, "auf": true, "à": true, "al": true, "a": true, "به": true, "تا": true, "إلى": true, "下调至": true, "上调至": true, "下调到": true,
}

// mayCount spares most words the look at every reading of a date.
func (t *Tables) mayCount(l lexeme, lang text.Language) bool {
	if l.isNumber() || lang.Spaceless() || lang == "ar" {
		return true
	}
	if _, ok := t.calendar[lang][l.word]; ok {
		return true
	}
	if lang == "en" {
		switch l.word {
		case "this", "last", "next", "same", "that":
			return true
		}
	}
	_, ok := lookUp(t.numbers[lang], l.word, lang)
	return ok
}

// merge joins two ordered lists; where they overlap the longer mention stays, the first on a tie.
func merge(a, b []Mention) []Mention {
	all := append(slices.Clone(a), b...)
	slices.SortStableFunc(all, func(x, y Mention) int { return cmp.Compare(x.Start, y.Start) })
	out := all[:0]
	for _, m := range all {
		if n := len(out); n > 0 && out[n-1].Overlaps(m.Span) {
			if m.Len() > out[n-1].Len() {
				out[n-1] = m
			}
			continue
		}
		out = append(out, m)
	}
	return out
}
