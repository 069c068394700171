package positions

import (
	"strings"
)

// agent says who acts.
type agent uint8

const (
	byNobody agent = iota // a noun or participle: "implementation of"
	byAim                 // "to lift", whoever is to
	byWish                // what somebody is to do: "must lift"
	bySelf
	byOther
	byEvent
)

// agent finds who does what the cue says, among the words before it.
func (r *reader) agent(c cue) agent {
	verb := r.tokens[c.from].norm
	if r.way.wishes {
		return byWish
	}
	if r.any(self, c.from, c.to) { // "we need"
		return bySelf
	}
	if r.free {
		return r.freeAgent(c)
	}
	if r.selfAhead(c) {
		return bySelf
	}
	nounLike := r.nounlike(c) || c.class == imposes && r.noun(c)
	if r.imperative(c) {
		return byWish
	}
	finite := !nounLike && (strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss") || r.is(past, c.from))
	passive := r.any(copula, c.from-2, c.from)
	subject := false
	for i := c.from - 1; i >= max(0, c.from-10); i-- {
		t := r.tokens[i]
		switch {
		case t.mark && strings.Contains(",،", t.norm):
			if chunk := i - r.before(i); !subject && c.from-i > 2 || chunk <= 4 {
				continue
			}
			i = 0
		case t.mark, r.is(turns, i):
			i = 0
		case r.is(opens, i) && c.from-i > 1:
			i = 0
		case r.is(must, i):
			return r.wish(c, i)
		case !subject && r.is(infinite, i) && c.from-i <= 2:
			if r.selfBefore(i) {
				return bySelf
			}
			for k := i - 1; k >= max(0, i-8) && !r.tokens[k].mark && !r.is(opens, k); k-- {
				if r.third(k) && r.acting(k, c) {
					return byOther // "they try to remove"
				}
			}
			return byAim
		case r.third(i) && r.acting(i, c) && (!nounLike || c.from-i <= 2 && r.any(past, i, c.from)):
			return byOther
		case r.is(self, i) || r.own(r.tokens, i):
			if nounLike && (subject || c.from-i > 4) {
				return byEvent
			}
			return bySelf
		case !r.is(past, i) && !r.is(copula, i) && !r.is(negator, i) && !r.is(may, i) && !strings.HasSuffix(t.norm, "ly"):
			subject = true
		}
		if i == 0 {
			break
		}
	}
	switch {
	case nounLike:
		return byEvent
	case subject && (finite && !passive):
		return byOther
	case subject && !passive && !r.noun(c):
		return byOther
	}
	return byNobody
}

// selfAhead reports whether a participle opens the sentence whose subject, behind the comma, is the
// speaker: "while adhering to it, China has".
func (r *reader) selfAhead(c cue) bool {
	if c.from > 2 || !strings.HasSuffix(r.tokens[c.from].norm, "ing") {
		return false
	}
	for k := 0; k < c.from; k++ {
		switch r.tokens[k].norm {
		case "while", "by", "in", "when", "after", "before", "firmly", "also", "always", "through":
		default:
			return false
		}
	}
	for k := c.to; k+1 < len(r.tokens); k++ {
		if r.tokens[k].norm == "," && (r.is(self, k+1) || r.own(r.tokens, k+1) || k+2 < len(r.tokens) && r.own(r.tokens, k+2)) {
			return true
		}
	}
	return false
}

// imperative reports whether the sentence begins with the act in its base form: "keep up the sanctions".
func (r *reader) imperative(c cue) bool {
	verb := r.tokens[c.from].norm
	if r.nounlike(c) || strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") || r.is(past, c.from) || r.noun(c) {
		return false
	}
	return c.from == 0 || c.from <= 3 && r.tokens[c.from-1].mark
}

// acting reports whether the name at token i is the subject of the act, not part of another name such
// as "Iran deal": the act or an auxiliary follows it.
func (r *reader) acting(i int, c cue) bool {
	if !r.tokens[i].capital || i == 0 {
		return true
	}
	next := i + 1
	return next >= c.from-1 || r.is(past, next) || r.is(copula, next) || r.is(must, next) || r.is(negator, next) || r.is(may, next) ||
		r.cueAt(next) || r.tokens[next].mark || strings.HasSuffix(r.tokens[next].norm, "s") && !r.tokens[next].capital
}

// third reports whether a token names somebody else as the one who acts.
func (r *reader) third(i int) bool {
	t := r.tokens[i]
	switch t.norm {
	case "they", "he", "she", "who", "they're", "they've", "he's", "she's", "they'll":
		return true
	}
	if t.norm == "it" {
		return !expletive(r.tokens, i)
	}
	return t.capital && i > 0 && r.place(t.norm) && !r.own(r.tokens, i) && !r.scene(i-1)
}

// before is the place of the mark before token i, -1 if there is none.
func (r *reader) before(i int) int {
	for i--; i >= 0 && !r.tokens[i].mark; i-- {
	}
	return i
}

// wish is who acts where a word of obligation stands at token i.
func (r *reader) wish(c cue, i int) agent {
	if r.is(self, i-1) || r.is(self, i-2) {
		return bySelf
	}
	return byWish
}

func (r *reader) selfBefore(i int) bool {
	for k := i - 1; k >= max(0, i-5); k-- {
		if r.tokens[k].mark || r.is(opens, k) {
			return false
		}
		if r.is(self, k) || r.own(r.tokens, k) {
			return true
		}
	}
	return false
}

// noun reports whether the cue looks like a noun: an article stands before it, or "of" or "to"
// closes it.
func (r *reader) noun(c cue) bool {
	last := r.tokens[c.to-1].norm
	if last == "of" || last == "for" || last == "to" || c.to-c.from > 1 && (last == "in" || last == "on") {
		return true
	}
	for k := c.from - 1; k >= max(0, c.from-2); k-- {
		switch r.tokens[k].norm {
		case "the", "a", "an", "this", "its", "their", "his", "full", "no", "any", "and":
			return true
		}
	}
	return false
}

// nounlike reports whether a cue's first word has the form of a noun.
func (r *reader) nounlike(c cue) bool {
	verb := r.tokens[c.from].norm
	for _, ending := range []string{"ing", "ion", "ions", "ment", "ance", "ence", "al", "als", "ity", "ure"} {
		if strings.HasSuffix(verb, ending) {
			return true
		}
	}
	switch verb {
	case "support", "attack", "reform", "ban", "end":
		return r.noun(c)
	case "relief", "breach", "breaches", "abuse", "abuses", "abusers", "violators", "defenders", "exit", "collapse", "demise", "attacks":
		return true
	}
	return false
}

// freeAgent is the agent in languages whose word order does not show it.
func (r *reader) freeAgent(c cue) agent {
	if r.way.wishes {
		return byWish
	}
	for i := c.from - 1; i >= max(0, c.from-14); i-- {
		t := r.tokens[i]
		if t.mark && !strings.Contains(",،，、", t.norm) {
			break
		}
		if r.is(must, i) {
			return byWish
		}
		if r.is(self, i) || r.own(r.tokens, i) {
			return bySelf
		}
	}
	if c.class == leaves || c.class == breaches {
		return byEvent
	}
	return byNobody
}
