package triage

import "strings"

// marks judges punctuation, quotation marks and case.
func (j *judge) marks() {
	j.quotes()
	for i := range j.p.a.words {
		if w := &j.p.a.words[i]; w.punct && j.p.to[i] < 0 && !j.doneA[i] {
			x := stretch{i, i + 1}
			j.find(Cosmetic, x, j.counterpart(x), because("%s is missing", w.surface), weigh{"cosmetic", 1, ""})
		}
	}
	for i := range j.p.b.words {
		if w := &j.p.b.words[i]; w.punct && j.p.from[i] < 0 && !j.doneB[i] {
			at := j.placeA(i)
			j.find(Cosmetic, stretch{at, at}, stretch{i, i + 1}, because("%s is added", w.surface), weigh{"cosmetic", 1, ""})
		}
	}
	for i, t := range j.p.to {
		if t >= 0 && j.p.bonds[i] == equal && !j.doneA[i] && !j.doneB[t] && j.p.a.words[i].surface != j.p.b.words[t].surface {
			v, w := &j.p.a.words[i], &j.p.b.words[t]
			j.find(Cosmetic, stretch{i, i + 1}, stretch{t, t + 1}, because("written otherwise: %s against %s", v.surface, w.surface), weigh{"cosmetic", 1, ""})
		}
	}
}

// quotes judges a quotation that one side leaves open.
func (j *judge) quotes() {
	a, b := openQuote(j.p.a), openQuote(j.p.b)
	if (a < 0) == (b < 0) {
		return
	}
	var x, y stretch
	if a >= 0 {
		x = stretch{a, a + 1}
		y = j.counterpart(x)
	} else {
		y = stretch{b, b + 1}
		at := j.placeA(b)
		x = stretch{at, at}
		if t := j.p.from[b]; t >= 0 {
			x = stretch{t, t + 1}
		}
	}
	j.find(Quote, x, y, because("a quotation is opened and not closed"), weigh{"quote.open", 1, ""})
}

// openQuote returns the last quotation mark if their number is odd, -1 otherwise.
func openQuote(s *sentence) int {
	n, last := 0, -1
	for i := range s.words {
		if w := &s.words[i]; w.punct && w.norm == "\"" && !strings.ContainsAny(w.surface, "'’‘") {
			n++
			last = i
		}
	}
	if n%2 == 0 {
		return -1
	}
	return last
}
