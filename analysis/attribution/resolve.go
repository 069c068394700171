package attribution

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// scene is the persons of one document while its statements are given to them.
type scene struct {
	r      *reading
	t      *Tables
	known  map[int]string
	people []*person
	names  map[string]*person // of a script without capitals
	home   string             // of a transcript: the state that gives the briefing, "-" if unknown
}

func newScene(r *reading, t *Tables, m *text.Model) *scene {
	s := &scene{r: r, t: t, known: r.knownTokens()}
	if r.g.spaceless() {
		s.names = map[string]*person{}
		return s
	}
	s.people = r.people()
	if d := r.doc; d.Headline != "" && t != nil {
		for _, p := range read(Document{Text: d.Headline, Language: d.Language}, m, t).people() {
			if samePerson(s.people, p.parts) == nil {
				s.people = append(s.people, p)
			}
		}
	}
	return s
}

// named resolves a name or code without context.
func (s *scene) named(name string) speaker {
	if k, ok := s.t.actor(name); ok {
		return speaker{name: k.name, actor: k.id, kind: k.kind}
	}
	if s.t != nil {
		if m, _ := s.t.names.scan(name, s.r.doc.Language); len(m) > 0 && m[0].Len() == len(name) {
			return s.actor(m[0].id)
		}
	}
	return speaker{name: name, actor: name, kind: "person"}
}

// actor is a state or body speaking for itself.
func (s *scene) actor(id string) speaker {
	k, _ := s.t.actor(id)
	return speaker{name: cmp.Or(k.name, id), actor: id, kind: cmp.Or(k.kind, "body")}
}

func (s *scene) turn(name string) speaker {
	if name == "reporter" {
		return speaker{name: name, kind: "unnamed"}
	}
	if s.home == "" {
		s.home = cmp.Or(s.r.home(s.t), "-")
	}
	who := s.named(name)
	if p := s.person(strings.Fields(name), len(s.r.doc.Text)); p != nil {
		who = p.speaker()
		if strings.Contains(name, " ") {
			who.name = name // the headline's words run on behind a name
		}
		who.actor = p.speaksFor
	}
	if who.kind == "person" && s.home != "-" && (who.actor == who.name || who.actor == "") {
		who.actor = s.home
	}
	return who
}

func (p *person) speaker() speaker {
	return speaker{name: p.name, actor: cmp.Or(p.speaksFor, p.name), kind: "person", role: p.role, gender: p.gender}
}

// addressee is the actor who is told or urged.
func (s *scene) addressee(p text.Span) string {
	if m := s.r.namesIn(p); len(m) > 0 {
		return m[0].id
	}
	return ""
}

// speaker resolves a source. floor is who spoke last, outer who speaks around the source.
func (s *scene) speaker(p text.Span, floor, outer speaker) speaker {
	if s.r.g.spaceless() {
		return s.scriptSpeaker(p, floor)
	}
	if s.r.g.caseless() {
		if who, ok := s.caselessSpeaker(p, floor); ok {
			return who
		}
	}
	from, end := s.r.tokensOf(p)
	if from >= end {
		return speaker{name: p.Of(s.r.doc.Text)}
	}
	if end-from == 1 {
		if who, ok := s.pronoun(from, floor, outer); ok {
			return who
		}
	}
	if who, ok := s.apposed(from, end); ok {
		return who
	}
	head := s.r.headEnd(from, end)
	runs := s.r.nameRuns(from, head, func(i int) bool { return s.known[i] != "" })
	if n := len(runs); n > 0 && runs[n-1].end == head && !s.r.is(head-1, isOrganisation) {
		parts := s.r.parts(runs[n-1])
		if who := s.person(parts, p.Start); who != nil {
			return who.speaker()
		}
		who := speaker{name: strings.Join(parts, " "), kind: "person"}
		who.actor = s.allegiance(from, runs[n-1].from)
		if who.actor == "" {
			who.actor = s.allegiance(head, end)
		}
		return who
	}
	return s.collective(from, head, end)
}

// apposed finds the person in "the representative of Kenya, John Mbeki" and in "the Minister of
// State for Foreign Affairs Hassan Al-Thani": a name that closes the phrase or stands between
// commas.
func (s *scene) apposed(from, end int) (speaker, bool) {
	r := s.r
	taken := func(i int) bool { return s.known[i] != "" }
	for start := from; start < end; {
		stop := start
		for stop < end && r.word(stop) != "," {
			stop++
		}
		runs := r.nameRuns(start, stop, taken)
		if n := len(runs); n > 0 && runs[n-1].end == stop && !r.is(stop-1, isOrganisation) {
			last := runs[n-1]
			parts := r.parts(last)
			introduced := last.from == start || r.is(last.from-1, isRole|isTitle|isField|isPerson) || (r.is(last.from-1, isOrganisation) || s.known[last.from-1] != "") && len(parts) > 1
			if introduced && (len(parts) > 1 || start == from) && !(last.from > start && r.is(last.from-1, isPreposition)) {
				if p := s.person(parts, r.tokens[last.from].Start); p != nil {
					return p.speaker(), true
				}
				who := speaker{name: strings.Join(parts, " "), kind: "person"}
				who.actor = s.allegiance(from, end)
				return who, true
			}
		}
		start = stop + 1
	}
	return speaker{}, false
}

// pronoun finds whom a pronoun stands for.
func (s *scene) pronoun(k int, floor, outer speaker) (speaker, bool) {
	r := s.r
	switch {
	case r.is(k, isFirst):
		if outer.name != "" {
			return outer, true
		}
		if r.tokens[k].quote >= 0 {
			return floor, true
		}
		return speaker{}, true
	case r.is(k, isHe|isShe) && r.g.language != "en":
		return floor, true // grammatical gender says nothing about persons
	case r.is(k, isHe|isShe):
		want := r.tokens[k].class & (isHe | isShe)
		if floor.kind == "person" && (floor.gender == 0 || floor.gender == want) {
			return floor, true
		}
		if p := s.lastPerson(r.tokens[k].Start, want); p != nil {
			return p.speaker(), true
		}
		return floor, true
	case r.is(k, isThey|isIt):
		return floor, true
	case r.is(k, isRelative|isWh) && k > 0:
		j := k
		if r.word(j-1) == "," {
			j--
		}
		first := r.sentences[max(0, r.sentenceAt(r.tokens[k].Start))].first
		if from, end := r.phraseBefore(first, j); from < end {
			return s.speaker(r.span(from, end), floor, outer), true
		}
		return speaker{}, true
	case r.is(k, isPronoun|isPossessive):
		return speaker{name: r.word(k)}, !r.is(k, isDeterminer)
	}
	return speaker{}, false
}

// lastPerson is the person named last before the byte who may be meant by a pronoun.
func (s *scene) lastPerson(at int, gender class) *person {
	var best *person
	bestAt := -1
	for _, p := range s.people {
		if p.gender != 0 && p.gender != gender {
			continue
		}
		if i := latest(p.any, at); i > bestAt {
			best, bestAt = p, i
		}
	}
	return best
}

// person finds who is meant by a full name, a surname or a given name: of several, whoever was
// named in full last before the byte.
func (s *scene) person(parts []string, at int) *person {
	if len(parts) == 0 {
		return nil
	}
	if len(parts) > 1 {
		if p := samePerson(s.people, parts); p != nil {
			return p
		}
	}
	part := parts[len(parts)-1]
	var best *person
	bestAt := -2
	for _, p := range s.people {
		if !slices.ContainsFunc(p.parts, func(x string) bool { return sameName(x, part) }) {
			continue
		}
		if len(parts) > 1 && !slices.ContainsFunc(p.parts, func(x string) bool { return strings.EqualFold(x, parts[0]) }) {
			continue
		}
		if i := latest(p.full, at+1); i > bestAt {
			best, bestAt = p, i
		}
	}
	return best
}

// allegiance is the first state or body among the tokens.
func (s *scene) allegiance(from, end int) string {
	away := false
	for k := from; k < end; k++ {
		switch s.r.word(k) {
		case "to", "for", "with", "on", "about", "against":
			away = true
		case "of", "from", "'s":
			away = false
		}
		if id := s.known[k]; id != "" && !away {
			return id
		}
	}
	return ""
}

// collective resolves states, bodies, ministries, groups and unnamed persons.
func (s *scene) collective(from, head, end int) speaker {
	r := s.r
	definite := r.word(from) != "a" && r.word(from) != "an"
	for from < head && r.is(from, isDeterminer) && head-from > 1 {
		from++
	}
	if definite && head-from == 1 && end == head && r.is(from, isRole) {
		if p := s.inRole(r.word(from), r.tokens[from].Start); p != nil {
			return p.speaker() // "the minister"
		}
	}
	name := r.of(from, head)
	who := speaker{name: name, kind: "unnamed"}
	if id := s.together(from, end); id != "" {
		return s.actor(id)
	}
	if who.actor = s.allegiance(from, end); who.actor == "" {
		for k := from; k < end; k++ {
			if who.actor = s.known[k]; who.actor != "" {
				break
			}
		}
	}
	if who.actor != "" {
		if k, ok := s.t.actor(who.actor); ok {
			who.kind = k.kind
			if side(r.word(head-1)) || s.country(from, head) || s.longer(from, head, end) {
				who.name = k.name
			}
		}
		return who
	}
	if r.is(head-1, isOrganisation) || head > from && r.tokens[head-1].upper {
		who.kind = "body"
	}
	return who
}

// together is the group that several states named in a row make up: "France, Germany and the United
// Kingdom (the E3)", with or without its name.
func (s *scene) together(from, end int) string {
	states := map[string]bool{}
	for k := from; k < end; k++ {
		id := s.known[k]
		if id == "" || s.t == nil {
			continue
		}
		if known, ok := s.t.actor(id); ok && known.kind != "state" && len(states) > 1 && s.r.bracketBefore(s.r.bracketAfter(k), from) >= 0 {
			return id
		}
		states[id] = true
	}
	if len(states) == 3 && states["FRA"] && states["DEU"] && states["GBR"] {
		return "E3"
	}
	return ""
}

// inRole is the person named last before the byte whose role has the word.
func (s *scene) inRole(role string, at int) *person {
	var best *person
	bestAt := -1
	for _, p := range s.people {
		if i := latest(p.any, at); i > bestAt && strings.Contains(strings.ToLower(p.role), role) {
			best, bestAt = p, i
		}
	}
	return best
}

// country reports whether the tokens are just the name of a state or body, not of its capital.
func (s *scene) country(from, head int) bool {
	for _, m := range s.r.namesIn(s.r.span(from, head)) {
		return m.Start == s.r.tokens[from].Start && m.End >= s.r.tokens[head-1].End && m.role <= entity.Short
	}
	return false
}

// longer reports whether a known name opens the phrase and goes on behind its head: Group of Seven.
func (s *scene) longer(from, head, end int) bool {
	m := s.r.namesIn(s.r.span(from, end))
	return len(m) > 0 && m[0].Start == s.r.tokens[from].Start && m[0].End > s.r.tokens[head-1].End
}

func side(w string) bool { return w == "side" || w == "government" }

// tokensOf is the tokens within a span.
func (r *reading) tokensOf(p text.Span) (int, int) {
	from, _ := slices.BinarySearchFunc(r.tokens, p.Start, func(t token, at int) int { return cmp.Compare(t.Start, at) })
	end := from
	for end < len(r.tokens) && r.tokens[end].End <= p.End {
		end++
	}
	return from, end
}

// dash are the marks that join words when they touch them, and part phrases when they do not.
var dash = words("- – — --")

// headEnd is where the head of a noun phrase ends: before the comma, preposition or relative clause
// behind it.
func (r *reading) headEnd(from, end int) int {
	for k := from + 1; k < end; k++ {
		if r.tokens[k].mark && (!r.innerMark(k) || dash[r.word(k)] && !r.hyphen(k)) || r.word(k) == "(" || r.is(k, isPreposition|isRelative|isThat) && !nameParticle[r.word(k)] {
			return k
		}
		if tag := r.tag(k); (tag == "VBN" || tag == "VBG") && strings.HasPrefix(r.tag(k-1), "NN") && k+1 < end {
			return k // "a report published last year"
		}
	}
	return end
}
