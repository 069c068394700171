package attribution

import (
	"strings"

	"hexapla/analysis/text"
)

// complement is what a verb of saying introduces, with the shape that it was found in.
type complement struct {
	rule    string
	content []text.Span
}

// complement finds the content of a verb; next is where the following verb of saying begins its own
// clause, or the end of the sentence.
func (r *reading) complement(h hit, all []hit, at int) (complement, bool) {
	s := r.around(h)
	after := h.end
	if h.inverted {
		after = h.to
	}
	rest := r.skip(after, s.end, h)
	before := h.start
	if h.named && !h.inverted && h.from < before {
		before = h.from
	}
	if h.named && !h.inverted && h.infinitive {
		before = h.start
	}
	if c, ok := r.trailing(h, before, after, rest); ok {
		return c, true
	}
	if h.inverted && r.g.order != "verb" {
		return r.asTheySay(h)
	}
	if c, ok := r.parenthetical(h, before); ok {
		return c, true
	}
	end := r.contentEnd(h, all, at, rest)
	return r.leading(h, after, rest, end)
}

// skip passes what may stand between a verb of saying and its content: adverbs, times, the hearer,
// "in a statement".
func (r *reading) skip(k, end int, h hit) int {
	limit := min(end, k+24)
	for k < limit {
		t := r.tokens[k]
		switch {
		case t.class&isTime != 0 && (t.upper || t.class&isDeterminer == 0 || r.is(k+1, isTime)):
			k++
		case t.class&isAdverb != 0 && t.class&(isPronoun|isDeterminer|isThat) == 0:
			k++
		case h.frames&(takesHearer|takesHearerTo) != 0 && k == h.end && r.hearerEnd(k, limit) > k:
			k = r.hearerEnd(k, limit)
		case t.class&isPreposition != 0 && r.occasionEnd(k, limit) > k:
			k = r.occasionEnd(k, limit)
		case t.class&isPreposition != 0 && h.frames&takesClause != 0 && r.topicEnd(k, limit) > k:
			k = r.topicEnd(k, limit)
		case isNumber(t.word) && r.is(k-1, isTime):
			k++
		default:
			return k
		}
	}
	return k
}

func isNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// hearerEnd is behind the noun phrase of whoever is told, k itself if there is none.
func (r *reading) hearerEnd(k, end int) int {
	if r.is(k, isHearer) {
		return k + 1
	}
	if !r.tokens[k].upper && !r.is(k, isDeterminer|isPossessive) {
		return k
	}
	j := k
	for j < end && j < k+9 && (!r.tokens[j].mark || r.opensQuote(j) || r.word(j) == "'" || r.closesQuote(j)) && !r.is(j, isThat|isAuxiliary|isModal) {
		if j > k && (r.is(j, isPreposition|isTime|isWh) || r.is(j, isPronoun) && !r.is(j, isPossessive) || r.is(j, isDeterminer) && !r.is(j-1, isPreposition)) {
			break
		}
		if r.opensQuote(j) && !r.quotedName(j) {
			break
		}
		j++
	}
	return j
}

// quotedName: MSNBC's “Morning Joe”, three words at most.
func (r *reading) quotedName(j int) bool {
	q := r.quotes[r.tokens[j].quote]
	return len(strings.Fields(q.Of(r.doc.Text))) <= 3 && r.tokens[min(j+1, len(r.tokens)-1)].upper
}

// occasionEnd is behind "in an interview with reporters", "on the sidelines", "to supporters"; k if
// the preposition leads no such phrase.
func (r *reading) occasionEnd(k, end int) int {
	if strings.HasPrefix(r.tag(k+1), "VB") && r.word(k) == "to" {
		return k // "wants to hire people"
	}
	last, occasion := k, false
	for j := k + 1; j < end && j < k+9; j++ {
		t := r.tokens[j]
		if t.class&(isOccasion|isHearer) != 0 && t.class&isPronoun == 0 || t.class&isTime != 0 && j > k {
			occasion, last = true, j+1
			continue
		}
		if t.mark && t.word != "-" && t.word != "'" && !r.opensQuote(j) && !r.closesQuote(j) || t.class&(isThat|isAuxiliary|isModal|isSubordinator) != 0 {
			break
		}
		if occasion && (t.class&(isPronoun|isDeterminer|isPossessive|isPreposition|isConjunction) != 0 || j > last) {
			break
		}
		if r.is(j, isPronoun) && !r.is(j, isDeterminer|isPossessive) {
			if j == k+1 {
				return j + 1
			}
			break
		}
	}
	if occasion {
		return last
	}
	return k
}

// topicEnd is behind "of Weber," before a quotation; k if none follows.
func (r *reading) topicEnd(k, end int) int {
	for j := k + 1; j < end && j < k+10; j++ {
		if r.tokens[j].mark || r.is(j, isThat) {
			if r.word(j) == "," && r.opensQuote(j+1) || r.opensQuote(j) && j > k+1 {
				return j
			}
			return k
		}
	}
	return k
}

// finiteAhead reports whether a clause with a verb follows before the next comma.
func (r *reading) finiteAhead(k, end int) bool {
	for ; k < end && !r.tokens[k].mark; k++ {
		if r.finite(k) {
			return true
		}
	}
	return false
}

// leading: the content follows the verb. after is behind the verb or its subject, rest behind what
// may stand between (see skip).
func (r *reading) leading(h hit, after, rest, end int) (complement, bool) {
	s := r.around(h)
	if rest >= end || h.passive && r.g.language == "en" && !r.hasBe(h) {
		return complement{}, false // "the concept proposed by Xi is": only a name for the concept
	}
	if r.word(end-1) == ":" && rest == end-1 && end == s.end {
		return r.block(h)
	}
	if at := r.colonAhead(after, end); at > rest && r.thatAhead(after, at) < 0 {
		rest = at
	}
	k, colon := r.pastMarks(rest, end)
	if k >= end {
		if colon && end == s.end && r.opensQuote(s.end) {
			return complement{"quote after", []text.Span{r.quotes[r.tokens[s.end].quote].Span}}, true
		}
		return complement{}, false
	}
	if r.opensQuote(k) && (colon || k == rest || r.word(rest) == ",") {
		if h.frames&(takesClause|takesQuote) == 0 && !colon && r.word(rest) == "," {
			return complement{}, false
		}
		return complement{"quote after", []text.Span{r.quotedContent(h, k, end)}}, true
	}
	c := r.clauseAfter(h, after, rest, k, end, colon)
	if len(c.content) == 0 || c.content[0].Empty() {
		return complement{}, false
	}
	if h.frames&reportsLessSurely != 0 {
		c.rule += ", thought"
	}
	return c, true
}

// pastMarks passes the marks before the content, and tells whether a colon is among them.
func (r *reading) pastMarks(rest, end int) (k int, colon bool) {
	for k = rest; k < end; k++ {
		w := r.word(k)
		if w != ":" && w != "," && w != "،" && !(r.g.language != "en" && r.is(k, isAuxiliary)) {
			break
		}
		colon = colon || w == ":"
	}
	if r.g.caseless() && k < end && !colon && k == rest {
		if at := r.colonAhead(k, end); at > 0 {
			return at + 1, true
		}
	}
	return k, colon
}

// quotedContent is the quotation that opens at k, with what of the sentence belongs to it.
func (r *reading) quotedContent(h hit, k, end int) text.Span {
	q := r.quotes[r.tokens[k].quote]
	span := q.Span
	if tail := r.span(k, end); q.End <= r.around(h).End && tail.End > q.End+2 && h.quote < 0 {
		span.End = tail.End
	}
	return span
}

// clauseAfter tries the shapes of content without opening quotation mark, the surest first.
func (r *reading) clauseAfter(h hit, after, rest, k, end int, colon bool) complement {
	clause := h.frames&takesClause != 0
	shape := func(rule string, from, end int) complement {
		return complement{rule, []text.Span{r.span(from, end)}}
	}
	if h.form == adjectiveForm && (r.word(rest) == "," || r.tokens[rest].mark) {
		return complement{}
	}
	if that := r.thatAhead(after, end); that >= 0 && clause {
		return shape("that clause", that, end)
	}
	direct := h.frames&takesInfinitive != 0 && r.word(rest) == "to" && r.tag(rest+1) != "NNP" && !h.passive
	if direct && rest == h.end {
		return shape("infinitive", rest, r.coordinated(rest, end))
	}
	if to := r.infinitiveAhead(h.end, end); to >= 0 && !h.passive && h.frames&takesHearerTo != 0 && h.particle != "for" {
		return shape("hearer infinitive", h.end, end) // who is to do what: "all parties to show restraint"
	}
	if direct {
		return shape("infinitive", rest, r.coordinated(rest, end))
	}
	switch {
	case h.passive:
		return r.passive(h, end)
	case r.is(k, isWh) && k == rest && h.frames&(takesClause|takesQuote) != 0:
		return shape("wh clause", k, end)
	case colon:
		return shape("colon", k, end)
	case clause && r.word(rest) != "," && r.clauseAhead(h, rest, end):
		return shape("bare clause", rest, end)
	case h.frames&takesObject != 0 && h.quote < 0 && r.word(h.end) != "," && r.objectAhead(h, h.end, end):
		return shape("object", h.end, r.objectEnd(h, h.end, end))
	case h.frames&takesObject != 0 && h.quote < 0 && rest > h.end && r.is(rest, isDeterminer|isPossessive) && r.objectAhead(h, rest, end):
		return shape("object", rest, r.objectEnd(h, rest, end)) // "announced on Friday the arrest"
	case clause && h.frames&reportsLessSurely == 0 && r.word(rest) == "," && r.clauseAhead(h, k, end) && r.startsClause(k):
		return shape("bare clause", k, end) // "He also said, disputes should be settled"
	}
	return complement{}
}

// startsClause: no conjunction, relative or verb that would go on with the clause before.
func (r *reading) startsClause(k int) bool {
	return !r.is(k, isConjunction|isSubordinator|isRelative) && !strings.HasPrefix(r.tokens[k].tag, "V")
}

// contentEnd is where content that follows the verb must end: before the next verb of saying of the
// sentence that is coordinated with this one, a participle, "according to", a change of subject.
func (r *reading) contentEnd(h hit, all []hit, at, rest int) int {
	s := r.around(h)
	end := s.end
	if h.quote >= 0 {
		for end > h.end && r.tokens[end-1].quote != h.quote {
			end--
		}
		if end > h.end && r.closesQuote(end-1) {
			end--
		}
	}
	for _, next := range all[at+1:] {
		if next.start >= end || next.start-h.end > reach {
			break
		}
		if next.quote != h.quote || next.passive && (!next.named || r.word(next.from) == "it") {
			continue
		}
		from := next.start
		if next.named && !next.inverted && next.from > h.end && next.from < from {
			from = next.from
		}
		if next.named && !next.inverted && next.from == h.from && !next.infinitive {
			// he said X and added Y
			if j := from - 1; j > rest && (r.is(j, isConjunction) || r.word(j) == "," && r.tag(next.verb) == r.tag(h.verb)) {
				if r.is(j, isConjunction) && r.word(j-1) == "," {
					j--
				}
				return j
			}
		}
		if next.form&gerundForm != 0 && r.word(from-1) == "," && from-1 > rest {
			return from - 1
		}
		if j := from - 1; j > rest && next.named && !next.inverted && next.from > h.end && r.contrasts(j) {
			for j > rest && !(r.word(j) == "," || r.word(j) == ";") {
				j--
			}
			if j > rest {
				return j
			}
		}
	}
	if h.form&gerundForm != 0 && h.quote < 0 && h.start <= s.first+1 && h.end > h.start && !r.hasBe(h) {
		for j := rest + 1; j < end; j++ {
			if r.word(j) == "," && r.tokens[j].quote < 0 {
				end = j // "Claiming that it was late, Weber left"
			}
		}
	}
	relative := h.named && h.to-h.from == 1 && r.is(h.from, isRelative) && r.word(h.from-1) == ","
	for j := rest + 1; j+1 < end && j < rest+reach; j++ {
		if relative && r.word(j) == "," && r.finite(j+1) && r.tokens[j].quote == h.quote {
			return j // "who knew that it would fail, told"
		}
		if r.word(j) == "according" && r.word(j+1) == "to" && r.word(j-1) == "," && r.tokens[j].quote == h.quote {
			return j - 1
		}
		if r.word(j) == ";" && r.tokens[j].quote == h.quote && r.tokens[rest].quote == h.quote {
			return j
		}
	}
	return end
}

// contrasts: ", while", ", but", ", and" before another speaker's clause.
func (r *reading) contrasts(j int) bool {
	for k := j; k > j-3 && k > 0; k-- {
		switch r.word(k) {
		case "while", "whereas", "but", "although", "though", "and":
			return r.word(k-1) == "," || r.word(k) != "and"
		}
	}
	return false
}
