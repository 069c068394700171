package attribution

import "strings"

// objectEnd is where a noun phrase ends: before a clause, a time, or the speaker's next deed.
// "Commenting on the sanctions, Li said": the object of an opening participle ends at the comma.
func (r *reading) objectEnd(h hit, from, end int) int {
	opening := h.form&gerundForm != 0 && h.start <= r.sentences[h.sentence].first+1
	end = r.coordinated(from, end)
	for k := from + 1; k < end; k++ {
		if r.tokens[k].quote >= 0 {
			continue
		}
		switch {
		case r.word(k) == "," && k+1 < end && (opening || r.endsObject(k+1)):
			return k
		case r.g.language != "en":
		case r.is(k, isTime) && r.tokens[k].upper, r.is(k, isPreposition) && r.is(k+1, isTime) && !genitive[r.word(k)]:
			return k // when it was said, not what
		case adverbial[r.word(k)] && r.finiteAhead(k+1, end):
			return k
		}
	}
	return end
}

// endsObject reports whether what opens behind a comma is no part of a noun phrase.
func (r *reading) endsObject(k int) bool {
	return r.is(k, isRelative|isSubordinator) || r.tag(k) == "VBG" || r.word(k) == "even" || r.word(k) == "but" ||
		r.is(k, isHe|isShe|isThey|isFirst) && r.is(k, isPronoun) || r.tag(k) == "NNP" && (r.finite(k+1) || r.tag(k+1) == "NNP" && r.finite(k+2))
}

// adverbial are the words that open a clause beside an object.
var adverbial = words("when while after since before because although though until unless if")

// coordinated is where the speaker's next deed begins: "opposes the law and voted against it". Content
// itself has no finite verb there.
func (r *reading) coordinated(from, end int) int {
	if r.g.language != "en" {
		return end
	}
	for k := from + 1; k+1 < end; k++ {
		if !r.is(k, isConjunction) || r.tokens[k].quote >= 0 {
			continue
		}
		next := k + 1
		for next < end && r.tag(next) == "RB" {
			next++
		}
		if tag := r.tag(next); next < end && (tag == "VBD" || tag == "VBZ" || tag == "MD") && !strings.HasPrefix(r.tag(k-1), "V") && !r.clauseBetween(from, k) {
			if r.word(k-1) == "," {
				k--
			}
			return k
		}
	}
	return end
}

// clauseBetween reports whether a relative clause or "that" clause stands open before k: then what is
// coordinated may be its.
func (r *reading) clauseBetween(from, k int) bool {
	for j := from; j < k; j++ {
		if r.is(j, isRelative|isWh|isThat) || r.is(j, isPronoun) && r.finite(j+1) {
			return true
		}
	}
	return false
}
