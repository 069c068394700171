package attribution

import "strings"

// colonAhead finds the colon of "stated about the talks:", or −1.
func (r *reading) colonAhead(k, end int) int {
	for j := k; j < end && j < k+20; j++ {
		if r.word(j) == ":" {
			return j
		}
		if r.tokens[j].mark && r.word(j) != "-" || r.finite(j) {
			return -1
		}
	}
	return -1
}

// thatAhead finds the conjunction that opens the content, or −1.
func (r *reading) thatAhead(k, end int) int {
	for j := k; j < end && j < k+20; j++ {
		if r.is(j, isThat) && !(r.word(j) == "that" && (r.is(j-1, isPreposition) || r.is(j+1, isTime) || r.word(j+1) == "day")) {
			return j
		}
		if j > k && r.finite(j) && !r.is(j-1, isRelative) || r.opensQuote(j) || r.word(j) == ":" || r.word(j) == ";" {
			return -1
		}
	}
	return -1
}

// infinitiveAhead finds the "to" of "urged all parties to", or −1.
func (r *reading) infinitiveAhead(k, end int) int {
	for j := k; j < end && j < k+12; j++ {
		if r.word(j) == "to" && j > k && !r.tokens[min(j+1, end-1)].upper && !r.is(j+1, isDeterminer|isPossessive) {
			return j
		}
		if r.finite(j) || r.tokens[j].mark && !r.innerMark(j) || r.is(j, isThat) {
			return -1
		}
	}
	return -1
}

// clauseAhead reports whether a clause begins at k: a noun phrase and a finite verb.
func (r *reading) clauseAhead(h hit, k, end int) bool {
	if r.is(k, isPreposition) && !r.tokens[k].upper && r.word(k) != "in" && r.word(k) != "after" && r.word(k) != "with" && r.word(k) != "despite" {
		return false
	}
	if r.g.language != "en" { // verbs are not known by their form
		return end-k > 2
	}
	lenient := certain[r.word(h.verb)] || r.sentences[h.sentence].headline
	sure := h.frames&(reportsLessSurely|takesObject) == 0 && h.frames&takesClause != 0
	inserted := false
	for j := k; j < end && j < k+30; j++ {
		t := r.tokens[j]
		if j > k && (r.finite(j) || r.plainVerb(j) || lenient && t.tag == "VBN") && !r.is(j-1, isRelative) {
			return true
		}
		if sure && t.word == "," && (r.inserted(j+1) || inserted && r.finite(j+1)) {
			inserted = true
			continue
		}
		if t.word == ";" || !lenient && (t.mark && !r.innerMark(j) && !r.opensQuote(j) && !r.closesQuote(j) || j > k && t.class&(isRelative|isSubordinator) != 0 && t.class&isPreposition == 0) {
			return false
		}
	}
	return false
}

// inserted reports whether behind a comma something stands that parts a subject from its verb: "the
// fund, run by the ministry, has paid".
func (r *reading) inserted(k int) bool {
	tag := r.tag(k)
	return tag == "VBN" || tag == "VBG" || r.is(k, isPreposition) || r.is(k, isRelative) && r.word(k) != "that"
}

// plainVerb guesses a present-tense verb that is in no list: "the deal serves".
func (r *reading) plainVerb(j int) bool {
	t := r.tokens[j]
	if t.tag != "" {
		return t.tag == "VBZ" || t.tag == "VBP"
	}
	if t.mark || t.upper || t.class&(isDeterminer|isPreposition|isPronoun|isRole|isTime|isPossessive|isConjunction) != 0 {
		return false
	}
	if r.is(j-1, isPronoun) && r.word(j-1) != "it" {
		return true
	}
	return strings.HasSuffix(t.word, "s") && !strings.HasSuffix(t.word, "ss") && !strings.HasSuffix(t.word, "us") &&
		(r.tokens[j-1].upper || r.word(j-1) == "it" || r.word(j-1) == "he" || r.word(j-1) == "she")
}

// objectAhead: a noun phrase follows the verb.
func (r *reading) objectAhead(h hit, k, end int) bool {
	if k >= end || r.tokens[k].mark && !r.opensQuote(k) {
		return false
	}
	t := r.tokens[k]
	if t.class&(isPreposition|isSubordinator|isConjunction|isTime|isAuxiliary|isModal) != 0 && !t.upper {
		return false
	}
	return h.named || h.form&gerundForm != 0
}
