package attribution

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// voiceFeatures are what tells a speaker's sentence from the narrator's.
func (r *reading) voiceFeatures(n int, voice *draft, since int) []string {
	s := r.sentences[n]
	f := []string{"bias"}
	add := func(name string, when bool) {
		if when {
			f = append(f, name)
		}
	}
	past, present, modal, should, first, time, number, quoted, names, rhetoric := 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
	for k := s.first; k < s.end; k++ {
		t := r.tokens[k]
		switch {
		case t.quote >= 0:
			quoted++
			continue
		case t.class&(isModal|isImpersonal) != 0:
			modal++
			if t.class&isImpersonal != 0 || t.word == "should" || t.word == "must" || t.word == "shall" {
				should++
			}
		case t.word == "was" || t.word == "were" || t.word == "had" || t.word == "did":
			past++
		case t.word == "is" || t.word == "are" || t.word == "has" || t.word == "have" || t.word == "do" || t.word == "does":
			present++
		case r.past(k):
			past++
		case t.tag == "VBP" || t.tag == "VBZ" || r.g.language != "en" && t.class&isAuxiliary != 0:
			present++
		}
		if t.class&isFirst != 0 && t.word != "us" || t.word == "us" && !t.upper {
			first++
		}
		if t.class&isTime != 0 && t.upper && t.word != "may" {
			time++
		}
		if t.class&isRhetoric != 0 {
			rhetoric++
		}
		if isNumber(t.word) {
			number++
		}
		if t.upper && k > s.first {
			names++
		}
	}
	whole := quoted > 0 && s.end > s.first && r.tokens[s.first].quote >= 0 && quoted >= s.end-s.first-2
	add("names the speaker", voice.Source != nil && r.namesSpeaker(s, *voice.Source))
	add("quoted throughout", whole)
	add("quoted in part", quoted > 0 && !whole)
	add("past", past > 0)
	add("past only", past > 0 && present+modal == 0)
	add("present", present > 0)
	add("modal", modal > 0)
	add("should", should > 0)
	add("first person", first > 0)
	add("time", time > 0)
	add("number", number > 0)
	add("rhetoric", rhetoric > 0)
	add("much rhetoric", rhetoric > 1)
	add("many names", names*4 > s.end-s.first)
	add("new paragraph", n > 0 && r.sentences[n-1].paragraph != s.paragraph)
	add("later paragraph", s.paragraph != r.sentences[voice.sentence].paragraph)
	add("far", since >= 3)
	add("very far", since >= 7)
	add("opens with "+r.opening(s), true)
	add("after "+strings.TrimSuffix(voice.Rule, ", denied"), true)
	add("after quotation", voice.Rule == "quote before" || voice.Rule == "quote after")
	add("narrator", r.is(s.first, isNarrator))
	return f
}

// past reports whether the token is a verb that tells what happened. English is tagged; elsewhere the verb is
// listed or has an ending that few other words have.
func (r *reading) past(k int) bool {
	t := r.tokens[k]
	if r.g.language == "en" {
		return t.tag == "VBD" || t.tag == "" && r.finite(k)
	}
	switch {
	case t.mark:
		return false
	case t.class&isPreterite != 0:
		return true
	case t.class&isAuxiliary != 0: // "s'est achevé"
		return r.endsAs(k+1, "participle")
	}
	return !t.upper && utf8.RuneCountInString(t.word) > 5 && r.endsAs(k, "preterite")
}

// endsAs reports whether the word has one of the endings that are listed under a name.
func (r *reading) endsAs(k int, name string) bool {
	return slices.ContainsFunc(r.g.phrases[name+" endings"], func(ending string) bool { return strings.HasSuffix(r.word(k), ending) })
}

// namesSpeaker reports whether the sentence speaks of the speaker by name: then somebody else does.
func (r *reading) namesSpeaker(s sentence, source text.Span) bool {
	from, end := r.tokensOf(source)
	for k := s.first; k < s.end; k++ {
		if t := r.tokens[k]; t.upper && t.quote < 0 && t.tag == "NNP" && t.class&(isRole|isTitle|isField|isOrganisation) == 0 {
			for j := from; j < end; j++ {
				if r.tokens[j].word == t.word {
					return true
				}
			}
		}
	}
	return false
}

// opening classes the first word of a sentence.
func (r *reading) opening(s sentence) string {
	k := s.first
	for k < s.end && r.tokens[k].mark {
		k++
	}
	switch {
	case k >= s.end:
		return "nothing"
	case r.is(k, isNarrator):
		return "narrator"
	case r.is(k, isFirst):
		return "first person"
	case r.is(k, isHe|isShe):
		return "he"
	case r.is(k, isIt):
		return "it"
	case r.is(k, isConjunction):
		return "conjunction"
	case r.word(k) == "if" || r.word(k) == "only" || r.word(k) == "any" || r.word(k) == "no":
		return "if"
	case r.is(k, isSubordinator):
		return "subordinator"
	case r.is(k, isPronoun|isDeterminer) && r.word(k) != "the" && r.word(k) != "a":
		return "pronoun"
	case r.is(k, isTime):
		return "time"
	case r.is(k, isPreposition):
		return "preposition"
	case r.word(k) == "the":
		return "the"
	}
	return "other"
}

// style is features of the whole document: agency copy reports speeches at length, in the first
// person and with few quotation marks.
func (r *reading) style(drafts []draft) []string {
	var out []string
	if r.plainFirstPerson() {
		out = append(out, "document: first person")
	}
	quoted, formal, sure := 0, 0, 0
	for _, d := range drafts {
		if strings.Contains(d.Rule, "thought") || strings.Contains(d.Rule, "object") {
			continue
		}
		sure++
		if strings.Contains(d.Rule, "quote") {
			quoted++
		}
		if r.g.has(d.Verb, isFormal) {
			formal++
		}
	}
	if quoted*4 > sure {
		out = append(out, "document: quotes")
	}
	if formal*3 > sure {
		out = append(out, "document: formal")
	}
	if len(r.sentences) > 0 && r.dateline(r.sentences[0]) {
		out = append(out, "document: dateline")
	}
	return out
}

func (r *reading) plainFirstPerson() bool {
	for _, t := range r.tokens {
		if t.class&isFirst != 0 && t.quote < 0 && t.word != "us" && t.word != "i" {
			return true
		}
	}
	return false
}

// dateline reports whether the sentence opens with place and day: "MOSCOW, May 20.", "Seoul, 1 December (…) --",
// "柏林8月8日电".
func (r *reading) dateline(s sentence) bool {
	if r.g.spaceless() {
		return slices.ContainsFunc(r.datesIn(s.Span), func(m entity.Mention) bool { return r.listed(r.doc.Text[m.End:s.End], "wired") != "" })
	}
	for k := s.first; k < s.end && k < s.first+14; k++ {
		if w := r.word(k); w == ":" || w == "--" || w == "—" || w == "–" || w == "-" || w == "." {
			return slices.ContainsFunc(r.dates, func(m entity.Mention) bool { return m.Start >= s.Start && m.End <= r.tokens[k].End })
		}
		if r.finite(k) {
			return false
		}
	}
	return false
}
