package attribution

import (
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// caselessSpeaker resolves a source in a script without capitals, Persian or Arabic: what is neither
// office nor state is the name, behind the office or before it. A name alone is a person's where it has
// two parts or was introduced before.
func (s *scene) caselessSpeaker(p text.Span, floor speaker) (speaker, bool) {
	r := s.r
	from, end := r.tokensOf(p)
	for from < end && r.is(from, isConjunction|isAdverb) {
		from++
	}
	if from >= end || end-from == 1 && r.is(from, isPronoun|isPossessive) {
		return floor, from < end
	}
	name, role := s.nameAndOffice(from, end)
	if name.from >= name.end || name.end-name.from > 5 {
		return speaker{}, false
	}
	parts := make([]string, 0, name.end-name.from)
	for k := name.from; k < name.end; k++ {
		if !r.tokens[k].mark {
			parts = append(parts, r.tokens[k].Of(r.doc.Text))
		}
	}
	who := s.introducedAs(parts)
	if who == nil && (role.from < role.end || len(parts) > 1) && !slices.ContainsFunc(parts, func(w string) bool { return r.g.has(w, isCollective) }) {
		who = &person{name: strings.Join(parts, " "), parts: parts}
		s.people = append(s.people, who)
	}
	if who == nil {
		return speaker{}, false
	}
	if role.from < role.end {
		if who.speaksFor == "" {
			who.speaksFor = s.allegiance(role.from, role.end)
		}
		if words := r.of(role.from, role.end); len(words) > len(who.role) {
			who.role = words
		}
	}
	return who.speaker(), true
}

// introducedAs finds the person of whose name these are the parts, or the last one.
func (s *scene) introducedAs(parts []string) *person {
	for _, p := range slices.Backward(s.people) {
		if slices.Equal(p.parts, parts) || p.parts[len(p.parts)-1] == parts[len(parts)-1] && (len(parts) == 1 || len(p.parts) == 1 || p.parts[0] == parts[0]) {
			return p
		}
	}
	return nil
}

// nameAndOffice parts the tokens of a source: the name is what stands behind the last word of the
// office, or before its first one.
func (s *scene) nameAndOffice(from, end int) (name, office run) {
	first, last := -1, -1
	for k := from; k < end; k++ {
		if s.ofOffice(k, last == k-1 && last >= 0) {
			if first < 0 {
				first = k
			}
			last = k
		}
	}
	trim := func(a, b int) run {
		for a < b && (s.r.tokens[a].mark || s.r.is(a, isConjunction)) {
			a++
		}
		for b > a && s.r.tokens[b-1].mark {
			b--
		}
		return run{a, b}
	}
	switch {
	case first < 0:
		return trim(from, end), run{}
	case first > from:
		return trim(from, first), trim(first, end)
	}
	return trim(last+1, end), run{first, last + 1}
}

// ofOffice reports whether a word belongs to an office or to whom it is of. In Arabic what has the
// article and follows the office describes it: the general director.
func (s *scene) ofOffice(k int, follows bool) bool {
	r := s.r
	if s.known[k] != "" || r.is(k, isRole|isTitle|isOrganisation|isField) {
		return true
	}
	return follows && r.g.language == "ar" && strings.HasPrefix(r.word(k), "ال")
}

// caselessBefore is the subject that a comma parts from its verb at the end: the name, and the office
// behind it in commas.
func (r *reading) caselessBefore(first, verb int) (int, int) {
	start := first
	for k := first; k < verb; k++ {
		if r.is(k, isThat) || r.word(k) == ":" || r.word(k) == "؛" {
			start = k + 1
		}
	}
	for start < verb && (r.is(start, isConjunction|isAdverb|isTime) || r.tokens[start].mark) {
		start++
	}
	end := start
	for end < verb && !r.tokens[end].mark {
		end++
	}
	if end >= verb || r.is(start, isPreposition) {
		return 0, 0
	}
	return start, r.apposition(end, verb)
}

// nameBeforeOffice is where a subject begins that starts with an office: at the name before it, which a comma
// parts from it.
func (r *reading) nameBeforeOffice(first, office int) int {
	if w := r.word(office - 1); office-2 < first || w != "،" && w != "," || !r.is(office, isRole|isTitle) {
		return office
	}
	start := office - 1
	for start > first && !r.tokens[start-1].mark && !r.is(start-1, isConjunction|isThat|isAdverb) {
		start--
	}
	if start == office-1 || office-1-start > 4 || r.is(start, isPreposition|isTime|isPronoun) {
		return office
	}
	return start
}

// apposition is where an office ends that follows a name in commas; k, the place of the comma, where
// none follows.
func (r *reading) apposition(k, limit int) int {
	if w := r.word(k); w != "،" && w != "," || !r.is(k+1, isRole|isTitle) {
		return k
	}
	for j := k + 1; j < min(limit, k+16); j++ {
		if w := r.word(j); w == "،" || w == "," || r.is(j, isThat) || r.is(j, isCueForm) && !r.is(j, isRole) {
			return j
		}
	}
	return k
}
