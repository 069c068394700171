package attribution

import "hexapla/analysis/text"

// nominalCues finds nouns of saying and wanting: “X’s claim that …”, “his demand for”, “their plan to”.
func (r *reading) nominalCues(n int, t *Tables) []draft {
	s := r.sentences[n]
	var out []draft
	for k := s.first; k+1 < s.end; k++ {
		c, ok := r.g.nouns[r.word(k)]
		if !ok || r.tokens[k].upper && k > s.first && !s.headline {
			continue
		}
		d := draft{sentence: n}
		from, end := 0, 0
		switch next := k + 1; {
		case r.word(next) == "that" && !(r.finite(next+1) && !r.is(next+1, isDeterminer)) && c.frames&takesClause != 0:
			d.Rule, d.Content = "noun that", []text.Span{r.span(next, r.nounContentEnd(next, s.end))}
			from, end = r.owner(k, s.first)
		case r.g.language != "en" || r.tokens[k].tag != "" && r.tokens[k].tag[0] == 'V':
			continue
		default:
			content := r.nounObject(k, s.end, c)
			from, end = r.possessor(k, s.first)
			if content.Empty() || from >= end {
				continue
			}
			d.Rule, d.Content = "noun of", []text.Span{content}
		}
		cue := r.span(k, k+1)
		d.Cue, d.Verb = &cue, c.lemma
		if from < end {
			source := r.sourceSpan(from, end)
			d.Source = &source
		}
		if d.Content[0].Empty() {
			continue
		}
		d.Confidence = t.precision(d.Rule)
		out = append(out, d)
	}
	return out
}

func (r *reading) nounContentEnd(k, end int) int {
	for j := k; j < end && j < k+reach; j++ {
		if r.word(j) == "," && r.tokens[j].quote == r.tokens[k].quote && j > k+3 {
			return j
		}
	}
	return min(end, k+reach)
}

// nounObject is what the noun is about: "criticism of the court", "plan to close the port", up to the
// verb of the sentence or a mark.
func (r *reading) nounObject(k, end int, c cue) text.Span {
	next := k + 1
	infinitive := c.frames&takesInfinitive != 0 && r.word(next) == "to" && r.tag(next+1) == "VB"
	about := c.frames&takesObject != 0 && r.is(next, isPreposition) && topical[r.word(next)] && !r.is(next+1, isTime) && !(r.word(next) == "to" && r.tag(next+1) == "VB")
	if !infinitive && !about {
		return text.Span{}
	}
	from := next
	if about {
		from++
	}
	j := from
	for j < end && j < k+40 && (!r.tokens[j].mark || r.innerMark(j) || r.opensQuote(j) || r.closesQuote(j)) {
		if j > from && (r.finite(j) && !r.is(j-1, isRelative|isPronoun) && !r.reduced(j, from) || r.is(j, isSubordinator) && !r.is(j, isPreposition)) {
			break
		}
		j++
	}
	return r.span(from, j)
}

// topical are the prepositions between a noun of saying and what it is about.
var topical = words("of for about on against over to toward towards regarding with in")

// possessor is who holds the noun: "X's criticism", "his plan", "the criticism by X" aside.
func (r *reading) possessor(k, first int) (int, int) {
	j := k - 1
	for j > first && j > k-5 && !r.tokens[j].mark && !r.is(j, isDeterminer|isPossessive|isPreposition) && r.word(j) != "'s" && r.word(j) != "'" && !r.finite(j) {
		j--
	}
	switch {
	case j < first:
		return 0, 0
	case r.word(j) == "'s" && r.tag(j) == "POS" || r.word(j) == "'" && j > first && !r.opensQuote(j):
		return r.phraseBefore(first, j)
	case r.is(j, isPossessive) && r.word(j) != "its" && (!r.is(j, isPronoun) || r.word(j) == "her"):
		return j, j + 1
	}
	return 0, 0
}

// owner is who holds the noun: "X's claim", "his claim", "the claim by X", else the subject of the
// sentence's verb before it.
func (r *reading) owner(k, first int) (int, int) {
	if from, end := r.possessor(k, first); from < end {
		return from, end
	}
	from, end, _, ok := r.firstPhrase(max(first, k-reach), k)
	if !ok || end-from == 1 && r.tag(from) == "EX" {
		return 0, 0
	}
	return from, end
}
