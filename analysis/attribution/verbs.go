package attribution

// hit is a verb of saying found in a sentence.
type hit struct {
	cue
	verb       int // the token of the verb
	start, end int // tokens of the whole group: "could not resist pointing out"
	sentence   int
	passive    bool // "was told", "is said to": its subject is not the source
	infinitive bool // "to say"
	negative   bool
	quote      int // the quotation that the verb itself stands in, −1 if none

	from, to int  // tokens of its subject
	named    bool // has a subject
	inverted bool // the subject stands behind the verb
}

// hits returns the verbs of saying of a sentence, in order.
func (r *reading) hits(n int) []hit {
	s := r.sentences[n]
	var out []hit
	for i := s.first; i < s.end; i++ {
		if !r.is(i, isCueForm) || r.tokens[i].upper && i > s.first && !r.opensSentence(i) || len(out) > 0 && i < out[len(out)-1].end {
			continue
		}
		for _, c := range r.g.cues[r.tokens[i].word] {
			if h, ok := r.asVerb(n, i, c); ok {
				h.from, h.to, h.inverted, h.named = r.subject(h, out)
				out = append(out, h)
				break
			}
		}
	}
	return out
}

// opensSentence reports whether the word before is a mark behind which a capital is natural.
func (r *reading) opensSentence(i int) bool {
	return i > 0 && r.tokens[i-1].mark && r.word(i-1) != "-" && r.word(i-1) != "," && r.word(i-1) != "."
}

// asVerb decides whether the token is the verb c, and finds its group.
func (r *reading) asVerb(n, i int, c cue) (hit, bool) {
	s := r.sentences[n]
	h := hit{cue: c, verb: i, start: i, end: i + 1, sentence: n, quote: r.tokens[i].quote}
	if c.particle != "" {
		at := r.particle(i, s.end, c.particle)
		if at < 0 {
			return h, false
		}
		if at == i+1 {
			h.end = at + 1
		}
	}
	if r.g.language != "en" {
		return h, true
	}
	be, have, modal := false, false, false
	j := i - 1
	for ; j >= s.first; j-- {
		t := r.tokens[j]
		if t.class&(isAuxiliary|isModal|isNegation) == 0 && (t.class&isAdverb == 0 || t.class&isTime != 0) {
			break
		}
		if t.word == "'s" && !r.is(j-1, isPronoun) && c.form&(gerundForm|participleForm) == 0 {
			break
		}
		if t.word == "as" || t.word == "once" && j == s.first {
			break
		}
		be = be || r.isBe(t.word)
		have = have || t.word == "have" || t.word == "has" || t.word == "had" || t.word == "'ve"
		modal = modal || t.class&isModal != 0 || t.word == "do" || t.word == "does" || t.word == "did"
		h.negative = h.negative || t.class&isNegation != 0
		h.start = j
	}
	previous := r.word(j)
	if j < s.first {
		previous = ""
	}
	switch {
	case r.is(j, isDeterminer|isPossessive) && h.start == i && previous != "that" && !r.is(j, isPronoun) && j >= s.first && !pronominal(previous):
		return h, false
	case previous == "'s" && h.start == i && c.form&(baseForm|presentForm) != 0:
		return h, false
	case previous == "to" && h.start == i:
		h.infinitive = true
	}
	switch {
	case c.form&gerundForm != 0:
		if r.is(j, isPreposition) && !be && c.frames&takesClause == 0 {
			return h, false
		}
	case be && c.form&participleForm != 0 && !have || be && have && r.isBe(r.word(i-1)):
		h.passive = true
	case c.form&(pastForm|participleForm) == 0 && c.form&presentForm == 0 && !modal && !h.infinitive:
		// A base form without helper needs a plural subject right before it.
		if !r.pluralBefore(j, s.first) {
			return h, false
		}
	case c.form&presentForm != 0 && c.form&pastForm == 0 && (be || have || modal || h.infinitive):
		return h, false
	case c.form == pastForm|participleForm && !be && !have && r.is(i+1, isPreposition) && r.word(i+1) == "by":
		h.passive = true
	}
	return h, true
}

func (r *reading) isBe(w string) bool {
	switch w {
	case "be", "is", "are", "was", "were", "am", "been", "being", "'re", "'m":
		return true
	}
	return false
}

// pronominal determiners stand alone as subjects: "many say", "both said".
func pronominal(w string) bool {
	switch w {
	case "many", "some", "most", "both", "all", "several", "few", "others", "this", "these", "those", "that":
		return true
	}
	return false
}

// particle finds the particle of a verb, at most four words on: "point out", "call Tuesday for".
func (r *reading) particle(i, end int, particle string) int {
	for k := i + 1; k < end && k <= i+4; k++ {
		if r.word(k) == particle {
			return k
		}
		if r.tokens[k].mark {
			return -1
		}
	}
	return -1
}

// pluralBefore reports whether the word before could be the subject of a plural or first-person
// verb.
func (r *reading) pluralBefore(j, first int) bool {
	if j < first {
		return false
	}
	w := r.word(j)
	switch w {
	case "they", "we", "i", "you", "who", "and", "people", "which":
		return true
	}
	if r.tokens[j].class&isPronoun != 0 {
		return false
	}
	if pronominal(w) || r.tokens[j].class&isCollective != 0 {
		return true
	}
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && r.tokens[j].class&(isPreposition|isTime|isAuxiliary|isCueForm) == 0
}
