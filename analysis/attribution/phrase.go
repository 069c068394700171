package attribution

import (
	"strings"
)

// phraseBefore is the noun phrase that ends before token end.
func (r *reading) phraseBefore(first, end int) (int, int) {
	from := end
	for from > first {
		k := from - 1
		t := r.tokens[k]
		if t.mark && !r.innerMark(k) || t.class&(isThat|isSubordinator|isRelative) != 0 && !(t.class&isPreposition != 0 && t.word != "as" && t.word != "after" && t.word != "before") {
			break
		}
		if t.class&isWh != 0 || t.class&isPronoun != 0 && t.word == "one" && k+1 < end && r.tag(k) == "CD" {
			if t.class&isWh == 0 {
				from = k
			}
			break
		}
		if t.class&isPronoun != 0 && t.class&isPossessive == 0 && k+1 < end && !pronominal(t.word) {
			break
		}
		if t.class&isConjunction != 0 && !r.joinsNames(k, first) {
			break
		}
		if k < end-1 && r.finite(k) && !(t.word == "'s") && !r.reduced(k, first) {
			break
		}
		from = k
	}
	return r.trimPhrase(from, end)
}

// reduced reports whether a participle that looks like a past form goes with the noun before it:
// "a report published last year found".
func (r *reading) reduced(k, first int) bool {
	if k-1 < first || r.tag(k) != "VBD" || !strings.HasPrefix(r.tag(k-1), "NN") || r.isBe(r.word(k)) || r.is(k, isAuxiliary) {
		return false
	}
	for _, c := range r.g.cues[r.word(k)] {
		if c.form&participleForm == 0 {
			return false
		}
	}
	return r.is(k+1, isPreposition) || r.is(k+1, isTime) || r.word(k) != "said" && r.word(k+1) == "last"
}

// innerMark: hyphens, brackets and quotes inside a name do not end the phrase.
func (r *reading) innerMark(k int) bool {
	switch r.word(k) {
	case "-", "–", "/", "&", "(", ")", "%", "$", "'", ".":
		return true
	}
	return false
}

// joinsNames reports whether a conjunction stands between two noun phrases rather than two clauses.
func (r *reading) joinsNames(k, first int) bool {
	if w := r.word(k); w != "and" && w != "or" || k <= first {
		return false
	}
	for j := k - 1; j >= first && !r.tokens[j].mark; j-- {
		if r.finite(j) || r.is(j, isCueForm) && !r.tokens[j].upper && !r.is(j, isRole) {
			return false
		}
	}
	return k-first < 12
}

// trimPhrase drops what leads into a phrase but does not belong to it: adverbs, times, a
// prepositional phrase before the subject proper.
func (r *reading) trimPhrase(from, end int) (int, int) {
	for from < end {
		t := r.tokens[from]
		switch {
		case t.mark, t.class&isConjunction != 0, t.class&isAdverb != 0 && !t.upper && t.class&isDeterminer == 0, t.class&isAdverb != 0 && end-from > 1 && t.class&(isDeterminer|isPronoun) == 0:
			from++
			continue
		case t.class&isPreposition != 0:
			from = r.afterPrepositional(from, end)
			return from, end
		case t.class&isTime != 0 && end-from > 1 && !(r.is(from+1, isPreposition)):
			from++
			continue
		}
		break
	}
	return from, end
}

// afterPrepositional: of "In a statement the ministry" the last phrase that does not hang on a
// preposition.
func (r *reading) afterPrepositional(from, end int) int {
	for k := end - 1; k > from; k-- {
		t := r.tokens[k]
		if t.class&isPronoun != 0 && t.class&isPossessive == 0 {
			return k
		}
		if t.class&(isDeterminer|isPossessive) != 0 && !r.is(k-1, isPreposition) && k-1 > from {
			return k
		}
		if t.class&isTime != 0 && k+1 < end {
			return k + 1
		}
		if t.upper && !r.tokens[k-1].upper && !r.is(k-1, isPreposition|isDeterminer|isPossessive|isConjunction) && k-1 > from {
			return k
		}
	}
	return end
}

// beforeComma finds the subject that an apposition or parenthesis parts from its verb:
// "Wang Qun, a Chinese negotiator, said".
func (r *reading) beforeComma(first, comma int) (int, int, bool, bool) {
	start := comma
	for start > first {
		w := r.word(start - 1)
		if w == ";" || w == ":" || r.opensQuote(start-1) || r.closesQuote(start-1) && comma-start > 1 || r.is(start-1, isThat) && r.word(start-1) == "that" {
			break
		}
		start--
	}
	from := start
	for k := start; k <= comma; k++ {
		if k < comma && r.word(k) != "," {
			continue
		}
		if a, b := r.trimPhrase(from, k); a < b && r.nominal(a, b) {
			return a, comma, false, true
		}
		from = k + 1
	}
	return 0, 0, false, false
}

// nominal reports whether the tokens look like a noun phrase and not like a clause.
func (r *reading) nominal(from, end int) bool {
	t := r.tokens[from]
	if t.class&(isSubordinator|isPreposition|isTime|isWh|isThat) != 0 && !t.upper || t.class&isSubordinator != 0 || t.class&isPreposition != 0 {
		return false
	}
	if !t.upper && t.class&(isDeterminer|isPossessive|isPronoun|isRole|isCollective) == 0 {
		return false
	}
	for k := from + 1; k < end; k++ {
		if r.finite(k) && !r.is(k-1, isRelative) {
			return false
		}
	}
	return true
}
