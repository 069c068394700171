package attribution

import (
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// reported finds the statements that stand with words of saying.
func (r *reading) reported(t *Tables) []draft {
	var out []draft
	for n := range r.sentences {
		hits := r.hits(n)
		for i, h := range hits {
			c, ok := r.complement(h, hits, i)
			if !ok || r.ofThing(h, c) || !r.canSay(h) && !(c.rule == "that clause, thought" && r.shows(h)) {
				continue
			}
			out = append(out, r.verbStatement(h, c, t))
		}
		out = append(out, r.according(n, t)...)
		out = append(out, r.nominalCues(n, t)...)
		out = append(out, r.headline(n, t)...)
	}
	out = append(out, r.signed(t)...)
	return r.distinct(r.withoutPointers(out))
}

// withoutPointers drops "According to information on the website, Li said that …" where the phrase
// only points at the page on which Li's words stand.
func (r *reading) withoutPointers(drafts []draft) []draft {
	return slices.DeleteFunc(drafts, func(d draft) bool {
		if d.Rule != "according to" || d.Cue.Start > d.Content[0].Start {
			return false
		}
		from, end := r.tokensOf(*d.Source)
		if r.kindOf(from, end)&isPerson != 0 || r.tokens[from].upper {
			return false
		}
		return slices.ContainsFunc(drafts, func(x draft) bool {
			return x.Cue != nil && x.sentence == d.sentence && x.Source != nil && x.Cue != d.Cue && d.Content[0].Contains(*x.Cue) && !strings.Contains(x.Rule, "object")
		})
	})
}

// canSay keeps out subjects that do not speak: "the pandemic has shown that". Verbs of saying proper
// are trusted more than verbs of thinking, showing and finding.
func (r *reading) canSay(h hit) bool {
	if r.impersonal(h) {
		return false
	}
	if !h.named && r.g.dropsSubjects() {
		return h.frames&reportsLessSurely == 0
	}
	if r.g.language != "en" {
		return h.named
	}
	if h.passive && h.named {
		from, end := r.agent(h)
		return from >= end || r.kindOf(from, end) != 0
	}
	if !h.named {
		return h.frames&reportsLessSurely == 0 || h.passive
	}
	from, end := h.from, h.to
	kind := r.kindOf(from, end)
	unsure := h.frames&reportsLessSurely != 0
	if w := r.word(end - 1); w == "one" && end-from == 1 || w == "nobody" || w == "whoever" || w == "anyone" {
		return false
	}
	switch {
	case kind&(isPerson|isGroup) != 0:
		return !(unsure && r.is(from, isFirst) && end-from == 1) && !(unsure && r.word(from) == "you")
	case kind&isDocument != 0:
		return h.frames&(takesClause|takesQuote) != 0
	}
	return !unsure && h.frames&(takesClause|takesQuote|takesHearer) != 0
}

// ofThing reports whether the verb belongs to a thing and only describes it: "the first step agreed in Geneva
// halted the programme".
func (r *reading) ofThing(h hit, c complement) bool {
	if r.g.language != "en" || c.rule != "bare clause" || !h.named || h.passive || !r.is(h.end, isPreposition) {
		return false
	}
	return r.kindOf(h.from, h.to) == 0
}

// impersonal reports whether the words say that something must be said, and leave open by whom: the voice that
// was heard before goes on.
func (r *reading) impersonal(h hit) bool {
	from := max(h.start-2, r.sentences[h.sentence].first)
	if h.named && !h.inverted {
		from = h.from
	}
	for k := from; k < h.verb; k++ {
		if r.is(k, isImpersonal) {
			return true
		}
	}
	return false
}

// kindOf says what the head of a noun phrase is: a person, a group, a document or none of them.
func (r *reading) kindOf(from, end int) class {
	for end > from && (r.tokens[end-1].mark || r.word(end-1) == "'s") {
		end--
	}
	if from >= end {
		return 0
	}
	if t := r.tokens[from]; t.class&(isPronoun|isPossessive) != 0 && t.class&isIt == 0 && end-from == 1 || t.class&(isRelative|isHe|isShe|isThey|isFirst) != 0 && end-from == 1 {
		return isPerson
	}
	head := r.headEnd(from, end)
	t := r.tokens[head-1]
	kind := r.g.singular(t.word)
	var out class
	if kind&(isRole|isTitle|isCollective|isHearer|isPerson) != 0 || pronominal(t.word) {
		out |= isPerson
	}
	if kind&(isOrganisation|isGroup) != 0 || t.upper {
		out |= isGroup
	}
	return out | kind&isDocument
}

// shows reports whether something that is no person tells something all the same: "another slide shows
// that".
func (r *reading) shows(h hit) bool {
	return h.named && !h.passive && h.frames&reportsLessSurely != 0 && shown[h.lemma] && !r.is(h.from, isPronoun) && h.to-h.from > 1
}

var shown = words("show find reveal indicate prove demonstrate suggest")

func (r *reading) verbStatement(h hit, c complement, t *Tables) draft {
	d := draft{sentence: h.sentence}
	d.Content, d.Rule, d.Verb = c.content, c.rule, h.lemma
	if h.passive {
		d.Rule = "passive"
	}
	d.Content[len(d.Content)-1] = r.wholeQuote(d.Content[len(d.Content)-1])
	d.Confidence = t.precision(d.Rule)
	cue := r.span(h.start, h.end)
	d.Cue = &cue
	switch {
	case h.passive:
		if from, end := r.agent(h); from < end {
			source := r.span(from, end)
			d.Source = &source
		}
	case h.named:
		source := r.sourceSpan(h.from, h.to)
		if !source.Empty() {
			d.Source = &source
		}
	}
	if h.negative {
		d.Rule += ", denied"
	}
	d.hearer = r.hearer(h)
	return d
}

// wholeQuote stretches content that breaks off within a quotation to the quotation's end.
func (r *reading) wholeQuote(p text.Span) text.Span {
	if i := r.inQuote(text.Span{Start: p.End - 1, End: p.End}); i >= 0 {
		if q := r.quotes[i]; q.Start >= p.Start && q.End > p.End {
			p.End = q.End
		}
	}
	return p
}

// sourceSpan is the subject without a possessive ending.
func (r *reading) sourceSpan(from, end int) text.Span {
	for end > from && (r.word(end-1) == "," || r.word(end-1) == "'s" || r.word(end-1) == "'") {
		end--
	}
	p := r.span(from, end)
	return p
}

// agent finds the "by Y" of a passive.
func (r *reading) agent(h hit) (int, int) {
	s := r.around(h)
	for k := h.end; k < s.end && k < h.end+12; k++ {
		if r.word(k) == "by" {
			end := k + 1
			for end < s.end && !r.tokens[end].mark && !r.is(end, isThat|isPreposition|isSubordinator|isAuxiliary) && (end == k+1 || !r.is(end, isTime)) {
				end++
			}
			return k + 1, end
		}
		if r.tokens[k].mark {
			break
		}
	}
	return 0, 0
}

// hearer is the noun phrase that is told or urged.
func (r *reading) hearer(h hit) text.Span {
	if h.frames&(takesHearer|takesHearerTo) == 0 || h.passive {
		return text.Span{}
	}
	k := h.end
	s := r.around(h)
	if k >= s.end {
		return text.Span{}
	}
	if end := r.hearerEnd(k, s.end); end > k {
		return r.span(k, end)
	}
	return text.Span{}
}

// according finds “according to X” before or behind what X says.
func (r *reading) according(n int, t *Tables) []draft {
	s := r.sentences[n]
	var out []draft
	for k := s.first; k+2 < s.end; k++ {
		width := r.phraseAt(k, "according")
		if width == 0 || k+width >= s.end {
			continue
		}
		end := k + width
		for end < s.end && (!r.tokens[end].mark || r.innerMark(end) || r.opensQuote(end) || r.closesQuote(end)) && !r.is(end, isSubordinator|isRelative) && end < k+reach {
			end++
		}
		if r.g.caseless() {
			end = r.apposition(end, s.end)
		}
		source := r.span(k+width, end)
		if source.Empty() || r.is(k+width, isPossessive) && (r.tokens[max(0, k-1)].tag == "RB" || r.kindOf(k+width, end) == 0) {
			continue
		}
		cue := r.span(k, k+width)
		d := draft{sentence: n}
		d.Cue, d.Source, d.Rule, d.Verb = &cue, &source, "according to", r.of(k, k+1)
		if k == s.first || k == s.first+1 && r.is(s.first, isConjunction) || r.opensQuote(s.first) && k == s.first+1 {
			d.Content = []text.Span{r.span(end, s.end)}
		} else {
			from := r.accordingStart(s.first, k)
			d.Content = []text.Span{r.span(from, k)}
			if end < s.end && r.word(end) == "," && r.finiteAhead(end+1, s.end) && !r.clausal(from, k) {
				d.Content = append(d.Content, r.span(end, s.end))
			}
		}
		if d.Content[0].Empty() {
			continue
		}
		d.Confidence = t.precision(d.Rule)
		out = append(out, d)
	}
	return out
}

// accordingStart is where the clause before "according to" begins.
func (r *reading) accordingStart(first, k int) int {
	for j := k - 2; j > first && j > k-reach; j-- {
		if r.word(j) == ";" {
			return j + 1
		}
	}
	return first
}

// phraseAt returns how many tokens of a listed phrase stand at k, 0 if none.
func (r *reading) phraseAt(k int, list string) int {
	for _, p := range r.g.phrases[list] {
		if n := r.matches(k, p); n > 0 {
			return n
		}
	}
	return 0
}

func (r *reading) matches(k int, phrase string) int {
	n := 0
	for len(phrase) > 0 {
		w := r.word(k + n)
		if w == "" || len(phrase) < len(w) || phrase[:len(w)] != w {
			return 0
		}
		phrase = phrase[len(w):]
		n++
		if len(phrase) > 0 {
			if phrase[0] != ' ' {
				return 0
			}
			phrase = phrase[1:]
		}
	}
	return n
}

// distinct drops statements that another rule found with the same cue, and objects that merely
// repeat a clause.
func (r *reading) distinct(drafts []draft) []draft {
	seen := map[text.Span]bool{}
	out := drafts[:0]
	for _, d := range drafts {
		if d.Cue != nil {
			if seen[*d.Cue] {
				continue
			}
			seen[*d.Cue] = true
		}
		out = append(out, d)
	}
	return out
}
