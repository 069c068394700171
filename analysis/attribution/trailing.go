package attribution

import (
	"hexapla/analysis/text"
)

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
	if rest < s.end && !r.tokens[rest].mark && closing && !h.inverted && !r.quotedFirst(k, s.first) && (r.word(rest) == "that" || r.finiteAhead(rest, s.end)) && h.form&gerundForm == 0 {
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

// quotedFirst reports whether the quotation that closes at k is all that the sentence has said so far.
func (r *reading) quotedFirst(k, first int) bool {
	return r.quotes[r.tokens[k].quote].Start <= r.tokens[first].Start && r.word(k-1) != "." && !r.closesQuote(first)
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
	if j := r.nextQuote(k, s.end); quoted && j > k {
		k = j // "…, he said, but “…”"
	}
	if k < s.end {
		if r.opensQuote(k) {
			return r.quotes[r.tokens[k].quote].Span
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
		return r.quotes[r.tokens[s.end].quote].Span
	}
	return text.Span{}
}

// nextQuote is the next opening quotation mark before another word of saying, or −1.
func (r *reading) nextQuote(k, end int) int {
	for ; k < end && !(r.is(k, isCueForm) && r.finite(k)); k++ {
		if r.opensQuote(k) {
			return k
		}
	}
	return -1
}

func (r *reading) quoteAhead(k, end int) bool {
	for ; k < end; k++ {
		if r.opensQuote(k) {
			return true
		}
	}
	return false
}
