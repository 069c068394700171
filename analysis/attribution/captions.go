package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// signed finds quotations with a name under them: “…” — Beck Pimentel.
func (r *reading) signed(t *Tables) []draft {
	var out []draft
	for _, q := range r.quotes {
		source, dash := signature(r.doc.Text, q.End)
		if source.Empty() || len(strings.Fields(q.Of(r.doc.Text))) < 3 {
			continue
		}
		d := draft{sentence: max(0, r.sentenceAt(q.Start))}
		d.Source, d.Cue, d.Content, d.Rule = &source, &dash, []text.Span{q.Span}, "signed"
		d.Confidence = t.precision(d.Rule)
		out = append(out, d)
	}
	return out
}

// signature is the name and the dash before it right behind a quotation, on the same line or the
// next but one.
func signature(s string, at int) (name, dash text.Span) {
	rest := strings.TrimLeftFunc(s[at:], unicode.IsSpace)
	if strings.Count(s[at:len(s)-len(rest)], "\n") > 2 {
		return text.Span{}, text.Span{}
	}
	mark, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("―—–", mark) {
		return text.Span{}, text.Span{}
	}
	start := len(s) - len(rest)
	dash = text.Span{Start: start, End: start + size}
	end := strings.IndexByte(s[dash.End:], '\n')
	if end < 0 {
		end = len(s) - dash.End
	}
	name = trimmed(s, text.Span{Start: dash.End, End: dash.End + end})
	name = trimMarks(s, name)
	words := strings.Fields(name.Of(s))
	if len(words) == 0 || len(words) > 7 || !unicode.IsUpper(firstRune(words[0])) || len(words) > 1 && !unicode.IsUpper(firstRune(words[1])) {
		return text.Span{}, text.Span{}
	}
	return name, dash
}

// headline finds "Poll: Voters Leave", "Pence: Flowers Won’t Be There" in a headline: who speaks
// stands before the colon.
func (r *reading) headline(n int, t *Tables) []draft {
	s := r.sentences[n]
	if n > 0 && !s.title {
		return nil
	}
	for k := s.first + 1; k < s.end && k <= s.first+4; k++ {
		if r.word(k) != ":" {
			continue
		}
		source, cue, content := r.span(s.first, k), r.tokens[k].Span, r.span(k+1, s.end)
		if source.Empty() || len(strings.Fields(content.Of(r.doc.Text))) < 3 || !r.headlineSpeaker(s.first, k) {
			return nil
		}
		d := draft{sentence: n}
		d.Source, d.Cue, d.Content, d.Rule = &source, &cue, []text.Span{content}, "headline"
		d.Confidence = t.precision(d.Rule)
		return []draft{d}
	}
	return nil
}

// headlineSpeaker: a name or a document, and no dateline.
func (r *reading) headlineSpeaker(from, end int) bool {
	for k := from; k < end; k++ {
		if t := r.tokens[k]; !t.upper || t.class&isTime != 0 || isNumber(t.word) {
			return false
		}
	}
	kind := r.g.singular(r.word(end - 1))
	return end-from == 1 && (kind&(isDocument|isPerson|isRole|isCollective) != 0 || kind&^isCueForm == 0) || kind&isDocument != 0
}

// inTitleCase reports whether nearly every word has a capital, as in headlines, where capitals tell
// no names.
func inTitleCase(s string) bool {
	words, upper := 0, 0
	for _, w := range strings.Fields(s) {
		if utf8.RuneCountInString(w) > 3 {
			words++
			if unicode.IsUpper(firstRune(strings.TrimLeft(w, "“\"‘'"))) {
				upper++
			}
		}
	}
	return words >= 4 && upper*10 >= words*8
}
