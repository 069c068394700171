package attribution

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/entity"
)

// person is somebody named in a document.
type person struct {
	name      string   // the fullest form: "Wang Qun"
	parts     []string // "Wang", "Qun"
	speaksFor string   // actor that the person speaks for, "" if the document does not say
	role      string
	gender    class // isHe, isShe or 0
	full      []int // bytes where the name stands in full
	any       []int // and where a part of it does
}

// latest is the last of the places before a byte, −1 if there is none.
func latest(places []int, at int) int {
	if i, _ := slices.BinarySearch(places, at); i > 0 {
		return places[i-1]
	}
	return -1
}

// run is a stretch of capitalised words that may be a name.
type run struct{ from, end int }

// nameRuns finds the names among the tokens: capitalised words, joined by hyphens and particles,
// that are not function words, titles, or states.
func (r *reading) nameRuns(from, end int, taken func(i int) bool) []run {
	var out []run
	for i := from; i < end; i++ {
		if !r.namePart(i, from, taken) {
			continue
		}
		j := i + 1
		for j < end {
			switch {
			case r.namePart(j, -1, taken):
				j++
				continue
			case j+1 < end && (r.word(j) == "-" || nameParticle[r.word(j)]) && r.namePart(j+1, -1, taken):
				j += 2
				continue
			}
			break
		}
		out = append(out, run{i, j})
		i = j
	}
	return out
}

var nameParticle = words("al el bin ibn de da di van von der den la le du dos del ben abu")

// namePart reports whether token i may be part of a person's name. A capital at the start of a
// sentence says little.
func (r *reading) namePart(i, start int, taken func(i int) bool) bool {
	t := r.tokens[i]
	if !t.upper || t.mark || taken(i) || t.class&(isTitle|isRole|isTime|isOrganisation|isField) != 0 {
		return false
	}
	if t.class&(isPronoun|isDeterminer|isPreposition|isConjunction|isSubordinator|isWh|isAdverb|isThat|isPossessive|isAuxiliary|isModal|isNegation|isCollective|isNarrator) != 0 {
		return false
	}
	word := t.Of(r.doc.Text)
	if utf8.RuneCountInString(word) > 3 && strings.ToUpper(word) == word {
		return false // an acronym or a headline in capitals
	}
	return true
}

// people finds the persons that a document names in full, with their role and whom they speak for.
func (r *reading) people() []*person {
	known := r.knownTokens()
	taken := func(i int) bool { return known[i] != "" }
	var out []*person
	for _, s := range r.sentences {
		if s.headline && len(r.sentences) > 1 && s.end > s.first && !r.tokens[s.end-1].mark {
			continue // its capitals tell no names
		}
		for _, n := range r.nameRuns(s.first, s.end, taken) {
			parts := r.parts(n)
			if len(parts) > 5 || r.is(n.end, isOrganisation) {
				continue
			}
			at := r.tokens[n.from].Start
			if len(parts) == 1 && !r.introduced(n, s) {
				if p := bySurname(out, parts[0]); p != nil {
					p.any = append(p.any, at)
				}
				continue
			}
			p := samePerson(out, parts)
			if p == nil && len(parts) == 1 {
				p = bySurname(out, parts[0])
			}
			if p == nil {
				p = &person{name: strings.Join(parts, " "), parts: parts}
				out = append(out, p)
			}
			if len(parts) > len(p.parts) {
				p.name, p.parts = strings.Join(parts, " "), parts
			}
			p.full, p.any = append(p.full, at), append(p.any, at)
			r.describe(p, n, s, known)
		}
	}
	return out
}

// introduced reports whether a single name is given a role: "President Raisi", "Lahey, president of
// Iran".
func (r *reading) introduced(n run, s sentence) bool {
	if n.from == s.first {
		return r.word(n.end) == "," && (r.is(n.end+1, isRole|isTitle) || r.is(n.end+2, isRole|isTitle))
	}
	return r.is(n.from-1, isTitle|isRole) && r.tokens[n.from-1].upper || r.word(n.end) == "," && r.is(n.end+1, isRole|isTitle)
}

func bySurname(list []*person, name string) *person {
	for _, p := range list {
		if sameName(p.parts[len(p.parts)-1], name) {
			return p
		}
	}
	return nil
}

// sameName reports whether two words are one name, endings of Russian cases aside.
func sameName(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	if r := firstRune(a); r < 'А' || r > 'я' {
		return false
	}
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	stem := len(x)
	if strings.ContainsRune("аеийоуыюяь", x[stem-1]) {
		stem--
	}
	return stem >= 3 && len(y)-stem <= 2 && string(x[:stem]) == string(y[:stem])
}

func (r *reading) parts(n run) []string {
	var out []string
	for k := n.from; k < n.end; k++ {
		w := r.tokens[k].Of(r.doc.Text)
		switch {
		case r.word(k) == "-" && len(out) > 0 && k+1 < n.end:
			out[len(out)-1] += "-" + r.tokens[k+1].Of(r.doc.Text)
			k++
		case nameParticle[r.word(k)] && k+1 < n.end && r.word(k+1) != "-" && k > n.from:
			out = append(out, w+" "+r.tokens[k+1].Of(r.doc.Text))
			k++
		default:
			out = append(out, w)
		}
	}
	return out
}

// samePerson finds the person with this first and last name, middle names aside.
func samePerson(list []*person, parts []string) *person {
	for _, p := range list {
		if len(p.parts) == 1 && len(parts) > 1 && strings.EqualFold(p.parts[0], parts[len(parts)-1]) {
			return p // "President Raisi", in full only later
		}
		if (len(p.parts) == 1) == (len(parts) == 1) && strings.EqualFold(p.parts[0], parts[0]) && strings.EqualFold(p.parts[len(p.parts)-1], parts[len(parts)-1]) {
			return p
		}
	}
	return nil
}

// knownTokens says for each token which state or body its name is part of. A name that also is a
// person's ("Michael Jordan") is none behind another part of that name.
func (r *reading) knownTokens() map[int]string {
	out := map[int]string{}
	k := 0
	for _, m := range r.names {
		for k < len(r.tokens) && r.tokens[k].Start < m.Start {
			k++
		}
		alone := k+1 >= len(r.tokens) || r.tokens[k+1].Start >= m.End
		if alone && m.role == entity.Country && k > 0 && r.tokens[k-1].End+1 == r.tokens[k].Start && out[k-1] == "" && r.givenName(k-1) {
			continue
		}
		for j := k; j < len(r.tokens) && r.tokens[j].Start < m.End; j++ {
			out[j] = m.id
		}
	}
	return out
}

// givenName reports whether the word looks like the first part of a person's name.
func (r *reading) givenName(k int) bool {
	return r.namePart(k, -1, func(int) bool { return false }) && !(r.is(k-1, isPossessive) || r.word(k-1) == "'s") && r.sentences[r.sentenceAt(r.tokens[k].Start)].Start != r.tokens[k].Start
}

// describe learns role and allegiance from what stands around a name: "China's permanent
// representative Wang Qun", "Wang Qun, a Chinese negotiator".
func (r *reading) describe(p *person, n run, s sentence, known map[int]string) {
	if r.is(n.from-1, isTitle) {
		switch r.word(n.from - 1) {
		case "mr", "mr.", "sir", "lord", "king", "prince":
			p.gender = isHe
		case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "madam":
			p.gender = isShe
		}
	}
	from := n.from
	for from > s.first && from > n.from-12 {
		k := from - 1
		if r.tokens[k].mark && r.word(k) != "-" || r.finite(k) && r.word(k) != "'s" || r.is(k, isThat|isSubordinator|isConjunction) && r.word(k) != "and" || r.is(k, isPronoun) && !r.is(k, isPossessive) {
			break
		}
		from = k
	}
	if r.hasRole(from, n.from) {
		r.learn(p, from, n.from, known)
	}
	if of := n.end; r.word(of) == "of" { // "Wang Yi of China"
		if r.is(of+1, isDeterminer) {
			of++
		}
		if id := known[of+1]; id != "" && p.speaksFor == "" {
			p.speaksFor = id
		}
	}
	if comma := n.from - 1; comma > s.first && r.word(comma) == "," { // "the Iranian president, Ebrahim Raisi,"
		from := comma
		for from > s.first && from > comma-12 && !r.tokens[from-1].mark && !r.is(from-1, isThat|isSubordinator) && !r.finite(from-1) {
			from--
		}
		if r.hasRole(from, comma) {
			r.learn(p, from, comma, known)
		}
	}
	if r.word(n.end) == "," {
		end := n.end + 1
		for end < s.end && end < n.end+24 && r.word(end) != "," && !(r.finite(end) && !r.is(end, isRole)) {
			end++
		}
		if r.hasRole(n.end+1, end) {
			r.learn(p, n.end+1, end, known)
		}
	}
	if r.word(n.end) == "(" {
		end := n.end + 1
		for end < s.end && end < n.end+24 && r.word(end) != ")" {
			end++
		}
		if r.hasRole(n.end+1, end) || known[n.end+1] != "" && known[n.end+1] == known[end-1] { // "Wang Qun (China)"
			r.learn(p, n.end+1, end, known)
		}
	}
}

func (r *reading) hasRole(from, end int) bool {
	for k := from; k < end; k++ {
		if r.is(k, isRole|isTitle) {
			return true
		}
	}
	return false
}

// learn takes the role's words, and the state or body in them that the person belongs to rather
// than is sent to: not the one behind "to", "for", "with" or "on".
func (r *reading) learn(p *person, from, end int, known map[int]string) {
	from, end = r.trimRole(from, end)
	if role := r.of(from, end); len(role) > len(p.role) && end-from > 1 {
		p.role = role
	}
	if p.speaksFor != "" {
		return
	}
	away := false
	for k := from; k < end; k++ {
		switch r.word(k) {
		case "to", "for", "with", "on", "about", "against":
			away = true
		case "of", "from", "'s":
			away = false
		}
		if id := known[k]; id != "" && !away {
			p.speaksFor = id
			return
		}
	}
}

func (r *reading) trimRole(from, end int) (int, int) {
	for from < end && (r.tokens[from].mark || r.is(from, isPreposition|isConjunction|isDeterminer|isAdverb)) {
		from++
	}
	for end > from && r.tokens[end-1].mark {
		end--
	}
	return from, end
}
