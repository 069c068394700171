package attribution

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// script finds reported speech in a language that writes without blanks: the verb is found by its
// characters, its subject is what the clause begins with.
func (r *reading) script(t *Tables) []draft {
	var out []draft
	known := map[string]bool{}
	for n, s := range r.sentences {
		for at := s.Start; at < s.End; {
			c, ok := r.scriptCue(at, s.End)
			if !ok {
				break
			}
			at = c.End
			if d, ok := r.scriptStatement(n, c, known, t); ok {
				out = append(out, d)
				at = max(at, min(last(d.Content).End, s.End))
			}
		}
	}
	return out
}

// scriptCue finds the next verb of saying that opens its content: a comma, colon or quotation mark
// follows, or a name stands before it.
func (r *reading) scriptCue(from, end int) (text.Span, bool) {
	s := r.doc.Text
	for at := from; at < end; {
		_, size := utf8.DecodeRuneInString(s[at:])
		if verb := r.listed(s[at:end], "verbs"); verb != "" {
			p := text.Span{Start: at, End: at + len(verb)}
			if !r.partOfWord(p, end) && r.inQuote(p) < 0 {
				return p, true
			}
		}
		at += size
	}
	return text.Span{}, false
}

// listed is the longest listed phrase that s begins with.
func (r *reading) listed(s, list string) string {
	best := ""
	for _, p := range r.g.phrases[list] {
		if len(p) > len(best) && strings.HasPrefix(s, p) {
			best = p
		}
	}
	return best
}

// partOfWord reports whether the characters belong to another word: 小说, 说明, 名称.
func (r *reading) partOfWord(p text.Span, end int) bool {
	s := r.doc.Text
	for _, w := range r.g.phrases["not"] {
		for i := 0; i+p.Len() <= len(w); i++ {
			if w[i:i+p.Len()] != p.Of(s) {
				continue
			}
			start := p.Start - i
			if start >= 0 && start+len(w) <= len(s) && s[start:start+len(w)] == w {
				return true
			}
		}
	}
	return false
}

func (r *reading) inQuote(p text.Span) int {
	i := sort.Search(len(r.quotes), func(i int) bool { return r.quotes[i].Start > p.Start }) - 1
	if i >= 0 && r.quotes[i].Contains(p) {
		return i
	}
	return -1
}

func (r *reading) scriptStatement(n int, cue text.Span, known map[string]bool, t *Tables) (draft, bool) {
	s := r.sentences[n]
	txt := r.doc.Text
	d := draft{sentence: n}
	d.Cue, d.Verb = &cue, cue.Of(txt)
	clause := r.scriptClause(s, cue.Start)
	next, _ := utf8.DecodeRuneInString(txt[cue.End:s.End])
	opened := strings.ContainsRune("，,：:“「『\"", next)
	if clause.Empty() || wordless(clause.Of(txt)) {
		return d, false // a cue without subject: nothing to hold on to
	}
	if q, closed := r.quoteEndingAt(clause.Start); closed {
		if rest := strings.Trim(txt[cue.End:s.End], "。.！!？? "); rest == "" {
			source := r.scriptSource(clause)
			d.Source, d.Content, d.Rule = &source, []text.Span{q.Span}, "quote before"
			d.Confidence = t.precision(d.Rule)
			return d, !source.Empty()
		}
	}
	source := r.scriptSource(clause)
	if source.Empty() || r.g.has(source.Of(txt), isImpersonal) {
		return d, false
	}
	short := utf8.RuneCountInString(clause.Of(txt)) <= 4
	if !opened && !r.namesActor(source, t) && !known[source.Of(txt)] && !short {
		return d, false
	}
	known[source.Of(txt)] = true
	content := text.Span{Start: cue.End, End: s.End}
	for content.Start < content.End {
		c, size := utf8.DecodeRuneInString(txt[content.Start:])
		if !strings.ContainsRune("，,：: \u3000", c) {
			break
		}
		content.Start += size
	}
	if q := r.inQuoteAt(content.Start); q >= 0 && r.quotes[q].Start == content.Start {
		if r.quotes[q].End > content.End {
			content.End = r.quotes[q].End
		}
		d.Rule = "quote after"
	} else {
		d.Rule = "bare clause"
	}
	content = trimMarks(txt, content)
	if content.Empty() {
		return d, false
	}
	d.Source, d.Content, d.Confidence = &source, []text.Span{content}, t.precision(d.Rule)
	return d, true
}

func (r *reading) inQuoteAt(at int) int { return r.inQuote(text.Span{Start: at, End: at + 1}) }

// quoteEndingAt finds a quotation that ends right before the byte, marks between aside.
func (r *reading) quoteEndingAt(at int) (quote, bool) {
	for _, q := range r.quotes {
		if q.End <= at && strings.Trim(r.doc.Text[q.End:at], "，,。 ") == "" && at-q.End < 8 {
			return q, true
		}
	}
	return quote{}, false
}

// scriptClause is what stands before the cue in its clause: back to the last mark.
func (r *reading) scriptClause(s sentence, cue int) text.Span {
	txt := r.doc.Text
	start := cue
	for start > s.Start {
		c, size := utf8.DecodeLastRuneInString(txt[s.Start:start])
		if strings.ContainsRune("，,。；;：:！？!?“”「」『』\n\u3000", c) {
			break
		}
		start -= size
	}
	return trimmed(txt, text.Span{Start: start, End: cue})
}

// scriptSource is the subject of the clause: without what leads it in, up to the first word of
// time, place or manner.
func (r *reading) scriptSource(clause text.Span) text.Span {
	txt := r.doc.Text
	for {
		lead := r.listed(clause.Of(txt), "lead")
		if lead == "" {
			break
		}
		clause.Start += len(lead)
	}
	if at := strings.LastIndex(clause.Of(txt), "）电"); at >= 0 {
		clause.Start += at + len("）电")
	}
	if at := strings.LastIndex(clause.Of(txt), "电（"); at >= 0 {
		if close := strings.Index(clause.Of(txt)[at:], "）"); close >= 0 {
			clause.Start += at + close + len("）")
		}
	}
	end := clause.End
	for at := clause.Start; at < clause.End; {
		if m := r.nameAt(at); m.End > at {
			at = m.End // 维也纳 holds 也
			continue
		}
		c, size := utf8.DecodeRuneInString(txt[at:])
		stop := r.listed(txt[at:clause.End], "stop")
		if at > clause.Start && (unicode.IsDigit(c) || stop != "") {
			end = at
			break
		}
		at += size
	}
	return trimmed(txt, text.Span{Start: clause.Start, End: end})
}

// nameAt is the state or body whose name begins at the byte.
func (r *reading) nameAt(at int) text.Span {
	i := sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= at })
	if i < len(r.names) && r.names[i].Start == at {
		return r.names[i].Span
	}
	return text.Span{}
}

// namesActor reports whether a state, body, title or pronoun stands in the source.
func (r *reading) namesActor(p text.Span, t *Tables) bool {
	s := p.Of(r.doc.Text)
	if len(r.namesIn(p)) > 0 {
		return true
	}
	for _, list := range []string{"titles", "pronouns"} {
		for _, w := range r.g.phrases[list] {
			if strings.Contains(s, w) {
				return true
			}
		}
	}
	return false
}

// trimMarks drops closing full stops and blanks, not quotation marks.
func trimMarks(s string, p text.Span) text.Span {
	for p.Start < p.End {
		c, size := utf8.DecodeLastRuneInString(s[p.Start:p.End])
		if !strings.ContainsRune("。.；; \n\u3000", c) {
			break
		}
		p.End -= size
	}
	return p
}

// scriptFeatures are voiceFeatures for a language without blanks, under the same names.
func (r *reading) scriptFeatures(n int, voice *draft, since int) []string {
	s := r.sentences[n]
	txt := s.Of(r.doc.Text)
	f := []string{"bias", "after " + cmp.Or(inEnglish[voice.Rule], voice.Rule)}
	for _, list := range []string{"should", "first person", "present", "past"} {
		if slices.ContainsFunc(r.g.phrases[list], func(w string) bool { return strings.Contains(txt, w) }) {
			f = append(f, list)
		}
	}
	for _, q := range r.quotes {
		if q.Contains(s.Span) {
			f = append(f, "quoted throughout", "first person")
		}
	}
	if r.listed(txt, "opening") != "" {
		f = append(f, "opens with conjunction")
	}
	if len(r.datesIn(s.Span)) > 0 {
		f = append(f, "time", "number", "past only")
	}
	if n > 0 && r.sentences[n-1].paragraph != s.paragraph {
		f = append(f, "new paragraph")
	}
	if s.paragraph != r.sentences[voice.sentence].paragraph {
		f = append(f, "later paragraph")
	}
	if since >= 3 {
		f = append(f, "far")
	}
	return f
}

// inEnglish is how English, from which the weights are learnt, has what these languages leave unmarked.
var inEnglish = map[string]string{"bare clause": "that clause"}

// withoutLastTitle takes off the title behind a name that has an office before it already: 代表王群大使.
func (r *reading) withoutLastTitle(src string) string {
	for _, w := range r.g.phrases["titles"] {
		rest, ok := strings.CutSuffix(src, w)
		if !ok || rest == "" {
			continue
		}
		for _, office := range r.g.phrases["titles"] {
			if at := strings.LastIndex(rest, office); at >= 0 && at+len(office) < len(rest) {
				return rest
			}
		}
	}
	return src
}

// scriptSpeaker resolves a source in a script without capitals.
func (s *scene) scriptSpeaker(p text.Span, floor speaker) speaker {
	r := s.r
	src := p.Of(r.doc.Text)
	for _, w := range r.g.phrases["pronouns"] {
		if src == w {
			return floor
		}
	}
	src = r.withoutLastTitle(src)
	p.End = p.Start + len(src)
	m := r.namesIn(p)
	name := src
	if len(m) > 0 {
		name = src[m[len(m)-1].End-p.Start:]
	}
	title := ""
	for _, w := range r.g.phrases["titles"] {
		if at := strings.LastIndex(src, w); at >= 0 && at+len(w) <= len(src) && at+len(w) > len(title) {
			title = src[:at+len(w)]
		}
	}
	if title != "" && len(title) < len(src) {
		name = src[len(title):]
	}
	if title != "" && len(title) == len(src) || name == "" {
		who := speaker{name: src, kind: "unnamed"}
		if len(m) > 0 {
			who.actor, who.kind = m[0].id, s.actor(m[0].id).kind
			if m[0].Len() == len(src) {
				who.name = s.actor(m[0].id).name
			}
		}
		return who
	}
	who := s.names[name]
	if who == nil {
		for known, p := range s.names {
			if strings.HasPrefix(src, known) && (who == nil || len(known) > len(who.name)) {
				who = p
			}
		}
	}
	if who == nil {
		who = &person{name: name}
		s.names[name] = who
	}
	if who.speaksFor == "" && len(m) > 0 {
		who.speaksFor = m[0].id
	}
	if title != "" && len(title) > len(who.role) {
		who.role = title
	}
	return who.speaker()
}
