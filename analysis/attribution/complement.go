package attribution

import (
	"strings"

	"hexapla/analysis/text"
)

// complement is what a verb of saying introduces, with the shape that it was found in.
type complement struct {
	content []text.Span
	rule    string
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
		return complement{}, false
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

// trailing: the content stands before: “…,” said S. C, S said. C1, S said, C2.
func (r *reading) trailing(h hit, before, after, rest int) (complement, bool) {
	s := r.around(h)
	if h.frames&(takesClause|takesQuote) == 0 || h.passive || h.infinitive {
		return complement{}, false
	}
	k := before - 1
	if k < s.first {
		return r.quoteBefore(h, before, after)
	}
	closing := r.closesQuote(k) && r.tokens[k].quote != h.quote
	if !closing && (r.word(k) != "," && r.word(k) != "—" && r.word(k) != "–" || r.tokens[k].quote != h.quote) {
		return complement{}, false
	}
	// “A,” he told reporters, “B”: what lies between cue and mark must be skippable
	if rest < s.end && !r.tokens[rest].mark && !h.inverted && !closing {
		return complement{}, false
	}
	if rest < s.end && !r.tokens[rest].mark && closing && !h.inverted && (r.word(rest) == "that" || r.finiteAhead(rest, s.end)) && h.form&gerundForm == 0 {
		return complement{}, false
	}
	if h.form&gerundForm != 0 && !r.hasBe(h) {
		return complement{}, false
	}
	if !closing && r.word(min(rest, s.end-1)) == ":" {
		return complement{}, false
	}
	c := complement{rule: "clause before"}
	from := r.clauseStart(s.first, k)
	if closing {
		c.rule = "quote before"
		q := r.quotes[r.tokens[k].quote]
		start := q.Start
		if lead := r.span(from, k+1); !lead.Empty() && lead.Start < start && r.mixed(from, k) {
			start = lead.Start
		}
		c.content = append(c.content, text.Span{Start: start, End: q.End})
	} else {
		interrupted := rest+2 < s.end && r.word(rest) == "," && r.finiteAhead(rest+1, s.end) && !h.inverted
		if !r.clausal(from, k) && !interrupted {
			return complement{}, false
		}
		c.content = append(c.content, r.span(from, k))
	}
	if c.content[0].Empty() {
		return complement{}, false
	}
	if more := r.resumed(h, rest, closing); !more.Empty() {
		c.content = append(c.content, more)
	}
	return c, true
}

// quoteBefore: the quotation is a sentence of its own: “Why?” asked Li.
func (r *reading) quoteBefore(h hit, before, after int) (complement, bool) {
	k := before - 1
	if k < 0 || !r.closesQuote(k) || h.sentence == 0 || r.sentences[h.sentence-1].paragraph != r.sentences[h.sentence].paragraph {
		return complement{}, false
	}
	s := r.around(h)
	if !h.inverted && r.skip(after, s.end, h) < s.end-1 && !r.tokens[r.skip(after, s.end, h)].mark {
		return complement{}, false
	}
	q := r.quotes[r.tokens[k].quote]
	c := complement{rule: "quote before", content: []text.Span{q.Span}}
	if more := r.resumed(h, r.skip(after, s.end, h), true); !more.Empty() {
		c.content = append(c.content, more)
	}
	return c, true
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

// clauseStart is where the clause that ends at k begins: behind a semicolon or the end of another
// statement's parenthesis, else at the sentence's start.
func (r *reading) clauseStart(first, k int) int {
	for j := k - 1; j >= max(first, k-reach); j-- {
		if r.word(j) == ";" && r.tokens[j].quote < 0 {
			return j + 1
		}
	}
	return first
}

// mixed reports whether words before a closing quotation belong to what is said: He is “unfit”.
func (r *reading) mixed(from, k int) bool {
	q := r.tokens[k].quote
	n, verb := 0, false
	for j := from; j < k && r.tokens[j].quote != q; j++ {
		if r.tokens[j].mark && r.word(j) == ":" {
			return false
		}
		verb = verb || r.finite(j)
		n++
	}
	return n > 0 && (verb || n > 2) && r.word(from) != "as"
}

// clausal reports whether the words could be a statement: they hold a verb, or are quoted.
func (r *reading) clausal(from, end int) bool {
	if from >= end || r.is(from, isPreposition) && !r.mainClause(from, end) || r.is(from, isSubordinator) && !r.mainClause(from, end) {
		return false
	}
	for k := from; k < end; k++ {
		if r.finite(k) || r.tokens[k].quote >= 0 || r.is(k, isCueForm) {
			return true
		}
	}
	return false
}

// mainClause: behind an introductory phrase and its comma comes a clause with a verb.
func (r *reading) mainClause(from, end int) bool {
	for k := from; k < end; k++ {
		if r.word(k) == "," && k+2 < end {
			return r.finiteAhead(k+1, end)
		}
	}
	return false
}

// resumed is the second half of an interrupted statement: … , he said, “C2”, and what follows in
// quotation marks in the next sentences of the paragraph.
func (r *reading) resumed(h hit, rest int, quoted bool) text.Span {
	s := r.around(h)
	k := rest
	if quoted && !r.quoteAhead(k, s.end) && (h.inverted || !r.is(min(k+1, s.end-1), isConjunction)) {
		k = s.end // "…, head of the caucus.", "… after the hearing."
	}
	for k < s.end && r.tokens[k].mark && !r.opensQuote(k) {
		if r.word(k) == ":" {
			break
		}
		k++
	}
	if k < s.end {
		if r.opensQuote(k) {
			q := r.quotes[r.tokens[k].quote]
			return r.extendQuote(q)
		}
		if !quoted && r.word(k-1) == "," && r.finiteAhead(k, s.end) && !r.is(k, isSubordinator) && !r.is(k, isCueForm) {
			return r.span(k, s.end)
		}
		return text.Span{}
	}
	if !quoted || s.end >= len(r.tokens) || h.sentence+1 >= len(r.sentences) || r.sentences[h.sentence+1].paragraph != s.paragraph {
		return text.Span{}
	}
	if r.opensQuote(s.end) {
		return r.extendQuote(r.quotes[r.tokens[s.end].quote])
	}
	return text.Span{}
}

func (r *reading) quoteAhead(k, end int) bool {
	for ; k < end; k++ {
		if r.opensQuote(k) {
			return true
		}
	}
	return false
}

// extendQuote drops nothing of a quotation; one left open ends with its paragraph.
func (r *reading) extendQuote(q quote) text.Span { return q.Span }

// leading: the content follows the verb.
func (r *reading) leading(h hit, after, rest, end int) (complement, bool) {
	s := r.around(h)
	if rest >= end {
		return complement{}, false
	}
	c := complement{}
	k := rest
	colon := false
	if at := r.colonAhead(after, end); at > rest && r.thatAhead(after, at) < 0 {
		rest, k = at, at
	}
	for k < end && (r.word(k) == ":" || r.word(k) == "," || r.word(k) == "،" || r.g.language != "en" && r.is(k, isAuxiliary)) {
		colon = colon || r.word(k) == ":"
		k++
	}
	if r.g.caseless() && k < end && !colon && k == rest {
		if at := r.colonAhead(k, end); at > 0 {
			colon, k = true, at+1
		}
	}
	if k >= end {
		if colon && end == s.end && s.end < len(r.tokens) && r.opensQuote(s.end) {
			return complement{rule: "quote after", content: []text.Span{r.quotes[r.tokens[s.end].quote].Span}}, true
		}
		return c, false
	}
	that := r.thatAhead(after, end)
	switch {
	case r.opensQuote(k) && (colon || k == rest || r.word(rest) == ","):
		q := r.quotes[r.tokens[k].quote]
		span := q.Span
		if tail := r.span(k, end); q.End <= s.End && tail.End > q.End && tail.End-q.End > 2 && h.quote < 0 {
			span.End = tail.End
		}
		if h.frames&(takesClause|takesQuote) == 0 && !colon && r.word(rest) == "," {
			return c, false
		}
		c.rule, c.content = "quote after", []text.Span{span}
		return c, true
	case h.frames&(takesClause|takesQuote) == 0 && h.frames&(takesInfinitive|takesHearerTo|takesObject) == 0:
		return c, false
	case that >= 0 && h.frames&takesClause != 0:
		c.rule, c.content = "that clause", []text.Span{r.span(that, end)}
	case h.frames&takesInfinitive != 0 && r.word(rest) == "to":
		c.rule, c.content = "infinitive", []text.Span{r.span(rest, end)}
	case h.frames&takesHearerTo != 0 && r.infinitiveAhead(h.end, end) >= 0 && h.particle != "for":
		to := r.infinitiveAhead(h.end, end)
		c.rule, c.content = "hearer infinitive", []text.Span{r.span(to, end)}
	case h.passive:
		return c, false
	case r.is(k, isWh) && k == rest && h.frames&(takesClause|takesQuote) != 0:
		c.rule, c.content = "wh clause", []text.Span{r.span(k, end)}
	case colon:
		c.rule, c.content = "colon", []text.Span{r.span(k, end)}
	case h.frames&takesClause != 0 && r.word(rest) != "," && r.clauseAhead(h, rest, end):
		c.rule, c.content = "bare clause", []text.Span{r.span(rest, end)}
	case h.frames&takesObject != 0 && h.quote < 0 && r.word(h.end) != "," && r.objectAhead(h, end):
		c.rule, c.content = "object", []text.Span{r.span(h.end, r.objectEnd(h, end))}
	case h.frames&takesClause != 0 && h.frames&reportsLessSurely == 0 && r.word(rest) == "," && r.clauseAhead(h, k, end) && !r.is(k, isConjunction|isSubordinator|isRelative) && !strings.HasPrefix(r.tokens[k].tag, "V"):
		c.rule, c.content = "bare clause", []text.Span{r.span(k, end)}
	}
	if len(c.content) == 0 || c.content[0].Empty() {
		return complement{}, false
	}
	if h.frames&reportsLessSurely != 0 {
		c.rule += ", thought"
	}
	return c, true
}

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
	lenient := certain[r.word(h.verb)] != 0
	for j := k; j < end && j < k+30; j++ {
		t := r.tokens[j]
		if j > k && (r.finite(j) || r.plainVerb(j) || lenient && t.tag == "VBN") && !r.is(j-1, isRelative) {
			return true
		}
		if t.word == ";" || !lenient && (t.mark && !r.innerMark(j) && !r.opensQuote(j) && !r.closesQuote(j) || j > k && t.class&(isRelative|isSubordinator) != 0 && t.class&isPreposition == 0) {
			return false
		}
	}
	return false
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
func (r *reading) objectAhead(h hit, end int) bool {
	k := h.end
	if k >= end || r.tokens[k].mark && !r.opensQuote(k) {
		return false
	}
	t := r.tokens[k]
	if t.class&(isPreposition|isSubordinator|isConjunction|isTime|isAuxiliary|isModal) != 0 && !t.upper {
		return false
	}
	return h.named || h.form&gerundForm != 0
}

// objectEnd: "Commenting on the sanctions, Li said": the object of an opening participle ends at the
// comma.
func (r *reading) objectEnd(h hit, end int) int {
	if h.form&gerundForm == 0 || h.start > r.sentences[h.sentence].first+1 {
		return end
	}
	for k := h.end; k < end; k++ {
		if r.word(k) == "," {
			return k
		}
	}
	return end
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
			if j := from - 1; j > rest && (r.is(j, isConjunction) || r.word(j) == ",") {
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
	for j := rest + 1; j+1 < end && j < rest+reach; j++ {
		if r.word(j) == "according" && r.word(j+1) == "to" && r.word(j-1) == "," && r.tokens[j].quote == h.quote {
			return j - 1
		}
		if r.word(j) == ";" && r.tokens[j].quote == h.quote && r.tokens[rest].quote == h.quote && h.rank() > 1 {
			return j
		}
	}
	return end
}

// rank is not used to end direct speech; semicolons part clauses of verbs with a plain object.
func (h hit) rank() int {
	if h.frames&takesClause == 0 {
		return 2
	}
	return 1
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
