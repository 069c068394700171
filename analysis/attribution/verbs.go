package attribution

import "strings"

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
		if !r.is(i, isCueForm) || r.tokens[i].upper && i > s.first && !r.opensSentence(i) && !s.headline || len(out) > 0 && i < out[len(out)-1].end {
			continue
		}
		if r.g.caseless() && r.phraseAt(i-1, "according") > 1 {
			continue // "in the words of"
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

// aside reports whether only times and adverbs stand between a verb and its particle: "spoke on
// Tuesday about".
func (r *reading) aside(from, end int) bool {
	for k := from; k < end; k++ {
		if r.tag(k) != "RP" && !r.is(k, isTime|isAdverb) && !(r.is(k, isPreposition) && r.is(k+1, isTime)) {
			return false
		}
	}
	return true
}

// predicate reports whether an adjective says what its subject thinks: it stands behind "be" or a verb
// like it.
func (r *reading) predicate(be bool, j int, h *hit) bool {
	if be {
		return true
	}
	if linking[r.word(j)] && j == h.start-1 {
		h.start = j
		return true
	}
	return false
}

// linking are verbs that stand between somebody and his state of mind.
var linking = words("remain remains remained remaining feel feels felt seem seems seemed become becomes became grow grew sound sounded appear appeared")

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
		if at == i+1 || r.aside(i+1, at) {
			h.end = at + 1
		}
	}
	be, have, j := r.helpers(i, s.first, &h)
	if r.g.language != "en" {
		return h, true
	}
	tag := r.tokens[i].tag
	if c.form == adjectiveForm {
		return h, r.predicate(be, j, &h)
	}
	if !r.verbal(i) && !(h.start < i && (c.form&(participleForm|baseForm|gerundForm)) != 0) {
		return h, false
	}
	switch {
	case j >= s.first && r.is(j, isDeterminer|isPossessive) && h.start == i && !pronominal(r.word(j)) && !r.is(j, isPronoun):
		return h, false
	case j >= s.first && r.word(j) == "to" && h.start == i:
		h.infinitive = true
	}
	switch {
	case h.start == i && r.participle(i):
		return h, false
	case c.form&gerundForm != 0 && tag == "VBG":
		return h, !r.is(j, isPreposition) || be || c.frames&takesClause != 0
	case be && (tag == "VBN" || c.form&participleForm != 0 && !have):
		h.passive = !have || r.isBe(r.word(i-1))
	case (tag == "VBN" || tag == "VBD") && !be && !have && r.word(i+1) == "by":
		h.passive = true
	case h.infinitive && h.frames&(takesClause|takesHearerTo) == 0 && !r.chained(j, s.first):
		return h, false // "met to discuss" is no saying yet
	}
	return h, true
}

// participle reports whether the word stands with a noun rather than for a clause: behind another verb, "wanted
// written guarantees", or at the head of one, "that maintaining it was a duty".
func (r *reading) participle(i int) bool {
	switch r.tag(i) {
	case "VBG":
		return r.word(i-1) == "that"
	case "VBN", "VBD":
		before := r.tag(i - 1)
		return (before == "VBD" || before == "VBZ" || before == "VBP") && !r.is(i-1, isAuxiliary|isModal) && strings.HasPrefix(r.tag(i+1), "NN")
	}
	return false
}

// chained reports whether the "to" at j hangs on a verb that adds no event of its own: "continued
// to", "wants to".
func (r *reading) chained(j, first int) bool {
	for k := j - 1; k >= first && k >= j-2; k-- {
		switch w := r.word(k); {
		case strings.HasPrefix(w, "continu"), strings.HasPrefix(w, "began"), strings.HasPrefix(w, "want"), strings.HasPrefix(w, "try"), w == "tried",
			w == "going", w == "expected", w == "used", w == "refused", w == "declined", w == "failed", w == "came", w == "goes", w == "went":
			return true
		}
	}
	return false
}

// certain are forms that are verbs of saying whatever the tagger thinks.
var certain = words("said says told tells tweeted added warned urged stressed emphasized reiterated")

// verbal reports whether the tagger takes the word for a verb, or it can be nothing else.
func (r *reading) verbal(i int) bool {
	t := r.tokens[i]
	return t.tag == "" || t.tag[0] == 'V' || certain[t.word] || r.misread(i)
}

// misread reports whether a word that the tagger takes for a noun in the plural is a verb: a noun
// that speaks stands before it, and a clause or infinitive, or nothing at all, behind: "a voice in
// the film asks", "and plans to leave".
func (r *reading) misread(i int) bool {
	if r.tag(i) != "NNS" || !(strings.HasPrefix(r.tag(i-1), "N") || r.is(i-1, isConjunction|isRelative|isPronoun) || r.word(i-1) == ",") {
		return false
	}
	next := i + 1
	switch {
	case r.word(next) == "to":
		return r.tag(next+1) == "VB" && (r.tag(i-1) != "NNP" || !r.is(i-1, isOrganisation))
	case next >= len(r.tokens) || r.word(next) == "." || r.word(next) == "that" || r.is(next, isWh):
		return r.tag(i-1) != "NN" || r.word(next) != "that"
	}
	return r.opensQuote(next) || r.is(next, isPreposition) && r.is(next+2, isWh)
}

// helpers walks back over auxiliaries, negation and adverbs to the start of the verb's group, and
// returns the token before it.
func (r *reading) helpers(i, first int, h *hit) (be, have bool, j int) {
	for j = i - 1; j >= first; j-- {
		t := r.tokens[j]
		if t.class&(isAuxiliary|isModal|isNegation) == 0 && (t.class&isAdverb == 0 || t.class&isTime != 0) && t.tag != "RB" {
			break
		}
		if t.word == "'s" && t.tag == "POS" || t.mark || t.word == "as" || t.class&(isPronoun|isSubordinator|isDeterminer) != 0 {
			break
		}
		be = be || r.isBe(t.word)
		have = have || t.word == "have" || t.word == "has" || t.word == "had" || t.word == "'ve"
		h.negative = h.negative || t.class&isNegation != 0
		h.start = j
	}
	return be, have, j
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
