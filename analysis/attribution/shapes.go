package attribution

import "hexapla/analysis/text"

// parenthetical: "The school was closed, as police have said." The content is the clause before.
func (r *reading) parenthetical(h hit, before int) (complement, bool) {
	s := r.around(h)
	as := before - 1
	if r.g.language != "en" || !h.named || h.frames&takesClause == 0 || r.word(as) != "as" || as <= s.first+1 || r.word(as-1) != "," {
		return complement{}, false
	}
	if end := r.skip(h.end, s.end, h); end < s.end && !r.tokens[end].mark {
		return complement{}, false
	}
	if !r.clausal(s.first, as-1) {
		return complement{}, false
	}
	return complement{"clause before", []text.Span{r.span(r.clauseStart(s.first, as-1), as-1)}}, true
}

// asTheySay: "Как отметила Захарова, время пришло": the content stands behind the comma.
func (r *reading) asTheySay(h hit) (complement, bool) {
	s := r.around(h)
	k := h.to
	for k < s.end && !r.tokens[k].mark {
		k++
	}
	if r.word(h.start-1) != "как" || k+2 >= s.end || r.word(k) != "," {
		return complement{}, false
	}
	content := r.span(k+1, s.end)
	return complement{"bare clause", []text.Span{content}}, !content.Empty()
}

// block: a sentence that ends in a colon introduces the paragraph that follows.
func (r *reading) block(h hit) (complement, bool) {
	n := h.sentence + 1
	if h.frames&(takesClause|takesQuote) == 0 || n >= len(r.sentences) {
		return complement{}, false
	}
	first := r.sentences[n]
	if r.opensQuote(first.first) {
		return complement{"quote after", []text.Span{r.quotes[r.tokens[first.first].quote].Span}}, true
	}
	end := first.End
	for n++; n < len(r.sentences) && r.sentences[n].paragraph == first.paragraph && first.paragraph != r.sentences[h.sentence].paragraph; n++ {
		end = r.sentences[n].End
	}
	return complement{"colon", []text.Span{trimMarks(r.doc.Text, text.Span{Start: first.Start, End: end})}}, true
}

// passive: what is said stands as the subject. With an agent ("is supported by many") it is the
// subject alone; without one ("is expected to fall", "is considered a hero") it goes on behind the verb.
func (r *reading) passive(h hit, end int) complement {
	if r.g.language != "en" || !h.named || h.quote >= 0 && r.tokens[h.from].quote != h.quote || r.is(h.from, isIt) {
		return complement{}
	}
	subject := r.span(h.from, h.to)
	if from, _ := r.agent(h); from > 0 && h.frames&takesObject != 0 {
		return complement{"passive object", []text.Span{subject}}
	}
	if h.end >= end || !reputed[h.lemma] {
		return complement{}
	}
	k := h.end
	if r.word(k) != "to" && r.word(k) != "as" && !r.is(k, isDeterminer) && r.tag(k) != "JJ" {
		return complement{}
	}
	return complement{"passive", []text.Span{subject, r.span(k, end)}}
}

// reputed are the verbs whose passive says what people think without saying who: "is expected to".
var reputed = words("expect consider believe think say report see regard view know describe rumour rumor allege deem suppose understand judge rate assume call accuse label")
