package positions

import (
	"hexapla/analysis/text"
)

// negation is the span of a negator among the n words before token i, empty if there is none or an
// even number.
func (r *reader) negation(i, n int) text.Span { return r.negationIn(max(0, i-n), i) }

func (r *reader) negationIn(from, to int) text.Span {
	var at text.Span
	count, last := 0, -1
	for k := max(0, from); k < min(to, len(r.tokens)); k++ {
		if r.is(negator, k) && !r.is(despite, k) {
			if r.free && count > 0 && r.tokens[k].Start-at.End < 24 {
				continue // никогда не: two words, one negation
			}
			if last >= 0 && r.onlySteers(last+1, k) {
				last = k
				continue // "cannot and must not": said twice, not taken back
			}
			last = k
			at = r.tokens[k].Span
			count++
		}
	}
	// Look a few words further left, up to the next act or break.
	for k, steps := from-1, 0; count == 0 && k >= 0 && steps < 7; k, steps = k-1, steps+1 {
		if r.tokens[k].mark || r.is(turns, k) || r.cueAt(k) {
			break
		}
		if r.is(negator, k) && !r.is(despite, k) {
			at = r.tokens[k].Span
			count++
		}
	}
	if count%2 == 0 || count == 1 && r.without(at) {
		return text.Span{}
	}
	return at
}

// without reports whether the sentence, before the negator, names what it takes: "without trust we
// cannot".
func (r *reader) without(at text.Span) bool {
	i := r.first(without)
	return i >= 0 && r.tokens[i].Start < at.Start && !r.tokens[i].mark
}

// onlySteers reports whether between two negators stand only a conjunction and auxiliaries.
func (r *reader) onlySteers(from, to int) bool {
	joined := false
	for k := from; k < to; k++ {
		joined = joined || r.is(joins, k) || r.tokens[k].mark
		if !r.tokens[k].mark && !r.is(joins, k) && !r.is(must, k) && !r.is(may, k) && !r.is(past, k) && !r.is(copula, k) && r.tokens[k].norm != "will" {
			return false
		}
	}
	return joined
}

func (r *reader) cueAt(i int) bool {
	for _, c := range r.cues {
		if c.from <= i && i < c.to && c.class.acts() {
			return true
		}
	}
	return false
}

// dampen takes back a part of what was seen where a condition, a question or somebody else's view
// stands around it.
func (r *reader) dampen(mentions []mention) {
	x := r.weighed()
	if x == 0 || len(mentions) == 0 {
		return
	}
	if i := r.first(withheld); i >= 0 {
		r.add(ruleWithheld, r.tokens[i].Span, -x)
		return
	}
	if i := r.theirs(); i >= 0 && i < mentions[len(mentions)-1].from {
		r.add(ruleNotShared, r.tokens[i].Span, -x)
		return
	}
	if i := r.first(whenever); i >= 0 {
		r.add(ruleConditional, r.tokens[i].Span, -x)
	}
	if r.question {
		r.add(ruleQuestion, r.tokens[len(r.tokens)-1].Span, -x)
	}
}

// theirs is the token where somebody else's view begins, -1 if none does.
func (r *reader) theirs() int {
	if i := r.first(others); i >= 0 {
		return i
	}
	for i := range r.steering[believes] {
		if !r.is(believes, i) || i > 0 && r.is(infinite, i-1) {
			continue // "help people to defend"
		}
		for k := i - 1; k >= max(0, i-6); k-- {
			if r.is(self, k) || r.own(r.tokens, k) {
				break
			}
			if r.is(somebody, k) {
				return k
			}
		}
	}
	return -1
}
