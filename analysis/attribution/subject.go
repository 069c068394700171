package attribution

import (
	"strings"
)

// reach is how many words back a subject is looked for.
const reach = 120

// around is the sentence of a verb, cut to what lies in reach of it: no text is written so, but a
// megabyte without a full stop must not take hours.
func (r *reading) around(h hit) sentence {
	s := r.sentences[h.sentence]
	s.first, s.end = max(s.first, h.start-4*reach), min(s.end, h.end+4*reach)
	return s
}

// subject finds the tokens of a verb's subject: from (included), end (excluded). ok is false where
// the sentence has none. inverted: it stands behind the verb. The subjects of the verbs before are
// known.
func (r *reading) subject(h hit, before []hit) (from, end int, inverted, ok bool) {
	s := r.around(h)
	s.first = max(s.first, h.start-reach)
	if r.g.order == "verb" {
		from, end = r.subjectBehind(h.end, s.end)
		return from, end, true, from < end
	}
	if from, end, ok = r.invertedSubject(h); ok {
		return from, end, true, true
	}
	j := h.start - 1
	if r.word(j) == "как" && j == s.first && r.g.language == "ru" {
		from, end = r.subjectBehind(h.end, s.end)
		return from, end, true, from < end
	}
	switch {
	case j < s.first:
		return 0, 0, false, false
	case h.infinitive:
		return r.controller(h, before)
	case h.form&gerundForm != 0 && !r.hasBe(h):
		return r.participleSubject(h, before)
	case r.is(j, isConjunction) || r.word(j) == "," && h.form&(pastForm|participleForm|presentForm) != 0 && r.sharedBefore(h, before):
		if from, end, ok = r.shared(h, before); ok {
			return from, end, false, true
		}
		return r.firstPhrase(s.first, j)
	case r.is(j, isRelative) && r.word(j) != "that":
		return j, j + 1, false, true
	case r.is(j, isPronoun) && !r.tokens[j].mark:
		return j, j + 1, false, true
	}
	if open := r.bracketBefore(j, s.first); open > s.first {
		if from, end = r.phraseBefore(s.first, open); from < end {
			return r.listStart(from, open, s.first), j + 1, false, true // "The E3 (France, Germany and the UK) said"
		}
	}
	if r.word(j) == "," || r.tokens[j].mark && r.word(j) != "\"" && r.word(j) != ")" && r.word(j) != "%" {
		return r.beforeComma(s.first, j)
	}
	from, end = r.phraseBefore(s.first, h.start)
	if r.g.caseless() {
		if from < end {
			end = r.beforePreposition(from, end)
		}
		if from >= end || r.is(from, isTime|isPreposition) {
			from, end = r.caselessBefore(s.first, h.start)
			return from, end, false, from < end
		}
		from = r.nameBeforeOffice(s.first, from)
	}
	return r.listStart(from, end, s.first), end, false, from < end
}

// bracketBefore is the opening bracket of the one that closes at j, −1 if none does.
func (r *reading) bracketBefore(j, first int) int {
	if r.word(j) != ")" && r.word(j) != "]" && r.word(j) != "）" {
		return -1
	}
	for k := j - 1; k >= first; k-- {
		if w := r.word(k); w == "(" || w == "[" || w == "（" {
			return k
		}
	}
	return -1
}

// bracketAfter is the next closing bracket at or behind k within a few words, k if there is none.
func (r *reading) bracketAfter(k int) int {
	for j := k; j < len(r.tokens) && j < k+6; j++ {
		if r.word(j) == ")" || r.word(j) == "]" || r.word(j) == "）" {
			return j
		}
	}
	return k
}

// listStart is where a list of names begins whose end is known: of "France, Germany and Britain" the
// phrase before the verb is only "Germany and Britain".
func (r *reading) listStart(from, end, first int) int {
	joined := false
	for k := from; k < end; k++ {
		joined = joined || r.word(k) == "and"
	}
	if !joined {
		return from
	}
	for from-2 >= first && r.word(from-1) == "," && r.tokens[from].upper {
		k := from - 2
		for k > first && r.tokens[k].upper && !r.tokens[k-1].mark && (r.tokens[k-1].upper || r.is(k-1, isDeterminer)) {
			k--
		}
		if !r.tokens[from-2].upper || r.tokens[from-2].mark || k > first && r.word(k-1) != "," && !r.is(k-1, isConjunction|isThat) {
			break
		}
		from = k
	}
	return from
}

// beforePreposition ends a subject at the first preposition or time behind it: where the verb closes
// the clause, what it says about place and hearer stands between.
func (r *reading) beforePreposition(from, end int) int {
	for k := from + 1; k < end; k++ {
		if r.is(k, isPreposition|isTime) {
			return k
		}
	}
	return end
}

// subjectBehind is the subject of a language whose verb leads: up to the content, a mark or the
// first preposition.
func (r *reading) subjectBehind(from, end int) (int, int) {
	k := from
	for k < end && k < from+14 && !r.tokens[k].mark && !r.is(k, isThat|isPreposition|isTime|isCueForm) {
		k++
	}
	if k > from {
		k = r.apposition(k, end)
	}
	return from, k
}

func (r *reading) hasBe(h hit) bool {
	for k := h.start; k < h.verb; k++ {
		if r.isBe(r.tokens[k].word) || r.tokens[k].word == "'s" {
			return true
		}
	}
	return false
}

// invertedSubject finds the subject behind the verb: “…,” said Wang Qun.
func (r *reading) invertedSubject(h hit) (from, end int, ok bool) {
	s := r.around(h)
	if h.start != h.verb && r.g.language == "en" || h.form&(pastForm|presentForm) == 0 || h.frames&(takesClause|takesQuote) == 0 {
		return 0, 0, false
	}
	j := h.start - 1
	opens := j < s.first && j >= 0 && r.closesQuote(j)
	if !opens && (j < s.first || !(r.word(j) == "," || r.closesQuote(j) || r.word(j) == "—" || r.word(j) == "?" || r.word(j) == "!")) {
		return 0, 0, false
	}
	if !opens && r.word(j) == "," && (h.frames&takesHearer != 0 || !r.clausal(s.first, j) && !r.closesQuote(j-1)) {
		return 0, 0, false
	}
	k := h.end
	if k >= s.end || r.is(k, isThat|isPreposition|isSubordinator|isConjunction) || r.tokens[k].mark || r.is(k, isTime) && !r.tokens[k].upper {
		return 0, 0, false
	}
	noun := (opens || r.closesQuote(j)) && strings.HasPrefix(r.tokens[k].tag+" ", "N") || strings.HasPrefix(r.tokens[k].tag, "JJ")
	if !r.tokens[k].upper && !noun && !r.is(k, isDeterminer|isPossessive|isPronoun|isRole|isCollective|isTitle) {
		return 0, 0, false
	}
	from = k
	for k < s.end && (!r.tokens[k].mark || r.hyphen(k)) && !r.is(k, isThat|isSubordinator|isRelative) && (!r.is(k, isAuxiliary|isModal) || r.word(k) == "'s") {
		if r.is(k, isCueForm) && !r.tokens[k].upper && !r.is(k, isRole) && k > from {
			return 0, 0, false
		}
		if k > from && r.is(k, isTime) || r.is(k, isPreposition) && !genitive[r.word(k)] {
			break
		}
		k++
	}
	if k < s.end && r.is(k, isAuxiliary|isModal) && r.word(k) != "'s" {
		return 0, 0, false
	}
	return from, k, k > from
}

// genitive are the prepositions by which a role is tied to its house: spokesman for the ministry.
var genitive = words("of for at de del du des d la las los von vom der")

// hyphen reports whether the mark joins two parts of a word.
func (r *reading) hyphen(k int) bool {
	return r.word(k) == "-" && k > 0 && k+1 < len(r.tokens) && r.tokens[k-1].End == r.tokens[k].Start && r.tokens[k].End == r.tokens[k+1].Start
}

// controller is the subject of an infinitive or chained verb: that of the verb it hangs on.
func (r *reading) controller(h hit, before []hit) (int, int, bool, bool) {
	s := r.around(h)
	if n := len(before); n > 0 && before[n-1].sentence == h.sentence && h.start-before[n-1].end < 6 {
		p := before[n-1]
		return p.from, p.to, false, p.named
	}
	for k := h.start - 2; k >= s.first && k > h.start-8; k-- {
		if r.finite(k) {
			for k > s.first && r.is(k-1, isAuxiliary|isModal|isAdverb|isNegation) {
				k--
			}
			return r.subject(hit{verb: k, start: k, end: k + 1, sentence: h.sentence, quote: h.quote}, nil)
		}
		if r.tokens[k].mark {
			break
		}
	}
	return 0, 0, false, false
}

// participleSubject: "…, saying that": the subject of the main clause.
func (r *reading) participleSubject(h hit, before []hit) (int, int, bool, bool) {
	s := r.around(h)
	j := h.start - 1
	if j >= s.first && !r.tokens[j].mark && !r.is(j, isPreposition|isConjunction|isSubordinator|isAdverb|isCueForm) {
		// "a letter saying", "supporters chanting": what stands right before it speaks
		from, end := r.phraseBefore(s.first, h.start)
		if from < end {
			return from, end, false, true
		}
	}
	if from, end, ok := r.shared(h, before); ok {
		return from, end, false, true
	}
	return r.firstPhrase(s.first, j)
}

func (r *reading) sharedBefore(h hit, before []hit) bool {
	return len(before) > 0 && before[len(before)-1].sentence == h.sentence && before[len(before)-1].quote == h.quote
}

// shared is the subject of the verb of saying before this one in the sentence.
func (r *reading) shared(h hit, before []hit) (int, int, bool) {
	for _, tense := range []bool{true, false} {
		if from, end, ok := r.sharedIn(h, before, tense); ok {
			return from, end, true
		}
	}
	return 0, 0, false
}

// sharedIn looks for the shared subject, with tense only among verbs in the same tense: "said they
// want peace, but pledged".
func (r *reading) sharedIn(h hit, before []hit, tense bool) (int, int, bool) {
	tag := r.tag(h.verb)
	for n := len(before) - 1; n >= max(0, len(before)-8) && before[n].sentence == h.sentence; n-- {
		if before[n].quote != h.quote || tense && (tag == "" || tag != r.tag(before[n].verb)) {
			continue
		}
		if r.word(h.start-1) == "," && before[n].named && before[n].to-before[n].from == 1 && r.is(before[n].from, isRelative) {
			continue // "Weber, who knew it, said": who said it stands before the comma
		}
		if before[n].named {
			return before[n].from, before[n].to, true
		}
	}
	return 0, 0, false
}

// firstPhrase is the subject of the sentence's first finite verb.
func (r *reading) firstPhrase(first, limit int) (int, int, bool, bool) {
	for k := first + 1; k < limit; k++ {
		if r.finite(k) && !r.is(k-1, isRelative|isPreposition) {
			if r.word(k-1) == "," {
				if from, end, _, ok := r.beforeComma(first, k-1); ok {
					return from, end, false, true
				}
			}
			if from, end := r.phraseBefore(first, k); from < end {
				return from, end, false, true
			}
		}
	}
	return 0, 0, false, false
}

// finite guesses whether the token is a finite verb.
func (r *reading) finite(k int) bool {
	t := r.tokens[k]
	if t.mark {
		return false
	}
	switch t.tag {
	case "":
	case "VBD", "VBP", "VBZ", "MD":
		return true
	default:
		return t.class&isCueForm != 0 && certain[t.word]
	}
	if t.word == "'s" {
		return r.is(k-1, isPronoun)
	}
	if t.class&(isAuxiliary|isModal) != 0 {
		return true
	}
	if r.g.language != "en" {
		return t.class&isCueForm != 0
	}
	if t.upper || t.class&(isDeterminer|isPronoun|isPreposition|isConjunction|isSubordinator|isAdverb|isRole) != 0 {
		return false
	}
	if t.class&isCueForm != 0 {
		for _, c := range r.g.cues[t.word] {
			if c.form&pastForm != 0 {
				return true
			}
			if c.form&presentForm != 0 && !r.is(k-1, isDeterminer|isPossessive|isPreposition) {
				return true
			}
		}
		return false
	}
	return strings.HasSuffix(t.word, "ed") && len(t.word) > 4 && !r.is(k-1, isDeterminer|isPossessive) || irregularPast[t.word]
}

// irregularPast are frequent past forms that do not end in -ed.
var irregularPast = words("was were had did went came took made held began left met gave got kept brought fell led sent spent stood won lost " +
	"built caught chose cut drew drove ended fought grew hit knew paid ran rose sat saw sold shot spoke stole struck swore threw wore broke became")

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}
