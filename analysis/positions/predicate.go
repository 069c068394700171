package positions

import (
	"math"
	"strings"
)

// after reads the words behind the mention: "sanctions must be lifted", "the deal was a mistake",
// "the agreement prevents war".
func (r *reader) after(m mention, right int, object bool, of float64) (reading, bool) {
	var best reading
	found := false
	if m.topic && m.from > 0 && r.scene(m.from-1) {
		return best, false // "actions in Ukraine": what follows is said of the actions
	}
	for k, c := range r.cues {
		if c.from < m.to || r.used[k] || r.free && r.obliges(k) {
			continue
		}
		if c.from >= right {
			break
		}
		gap, broken := r.words(m.to, c.from), r.breaks(m.to, c.from)
		relative := gap <= 4 && broken == clauseBreak && r.words(m.to, m.to+2) > 0
		if gap > 9 && !(gap <= 14 && r.any(must, m.to, c.from)) || broken == apartBreak || broken >= comma && !relative && gap > 2 && !r.predicate(m.to, c.from) {
			break
		}
		if broken == comma && r.startsAnew(m.to, c.from) || r.anotherSubject(m.to, c.from, broken) {
			break
		}
		if r.any(joins, m.to, c.from) && (object || broken >= comma) && !r.any(copula, m.to, c.from) {
			break // "implement the agreement and will not accept": the speaker accepts, not the agreement
		}
		switch {
		case c.class.judges() && r.worsens(k):
			r.used[k] = true
		case c.class.judges():
			if r.compounded(c, m) {
				r.used[k] = true // "the refugee crisis": its name, not what is thought of it
			} else if r.predicate(m.to, c.from) || gap <= 1 || r.free && gap <= 4 {
				r.used[k] = true
				r.judge(c, m, of)
			}
		case c.class.things():
			if r.any(copula, m.to, c.from) && gap <= 5 {
				r.used[k] = true
				r.act(reading{rule: ruleJudged, value: 0.6 * of * strengths[c.class], span: r.span(c.from, c.to), negation: r.negation(c.from, 4)}, m)
			}
		case c.class.acts():
			if broken == comma && strings.HasSuffix(r.tokens[c.from].norm, "ing") && m.from > 3 {
				return best, found // ", flouting the law": what somebody else does
			}
			r.used[k] = true
			if a, ok := r.verbAfter(k, m, gap, broken, object); ok && (!found || math.Abs(a.value) > math.Abs(best.value)) {
				best, found = a, true
			}
			if broken < clauseBreak {
				return best, found
			}
		}
	}
	return best, found
}

// obliges reports whether a cue is only the word of obligation of the act behind it: "нужно закрыть".
func (r *reader) obliges(k int) bool {
	c := r.cues[k]
	return r.is(must, c.from) && k+1 < len(r.cues) && r.cues[k+1].class.acts() && r.words(c.to, r.cues[k+1].from) <= 2 && r.breaks(c.to, r.cues[k+1].from) == together
}

// worsens reports whether a word of blame only says how a breach is done: "flagrantly violated".
func (r *reader) worsens(k int) bool {
	c := r.cues[k]
	if r.free || strengths[c.class] >= 0 || k+1 >= len(r.cues) || !strings.HasSuffix(r.tokens[c.to-1].norm, "ly") {
		return false
	}
	next := r.cues[k+1]
	return next.from == c.to && (next.class == breaches || next.class == harms)
}

// compounded reports whether a noun of trouble makes one name with the mention: "the debt crisis".
func (r *reader) compounded(c cue, m mention) bool {
	if r.free || c.from != m.to || m.toward.ill || m.toward.bad || r.is(copula, c.to) {
		return false
	}
	return troubles[r.tokens[c.from].norm]
}

// troubles are the nouns that make trouble with a thing one name with it.
var troubles = map[string]bool{
	"crisis": true, "crises": true, "challenge": true, "challenges": true, "problem": true, "problems": true, "tension": true, "tensions": true,
	"burden": true, "pressure": true, "costs": true, "cost": true,
}

// predicate reports whether a form of to be or to have stands among the tokens.
func (r *reader) predicate(from, to int) bool {
	if r.any(copula, from, to) {
		return true
	}
	for i := from; i < to; i++ {
		switch r.tokens[i].norm {
		case "has", "have", "had":
			return true
		}
	}
	return false
}

// startsAnew reports whether a conjunction among the tokens leads to another subject: ", and they must".
func (r *reader) startsAnew(from, to int) bool {
	for i := from; i < to; i++ {
		if r.is(joins, i) {
			return i+1 < to && !r.is(must, i+1) && !r.is(copula, i+1) && !r.is(past, i+1) && !r.is(negator, i+1)
		}
	}
	return false
}

// anotherSubject reports whether a pronoun among the tokens begins to speak of somebody else: "NATO,
// should they choose", "the regime, it is urgent".
func (r *reader) anotherSubject(from, to, broken int) bool {
	if r.free || broken == clauseBreak {
		return false
	}
	for i := from; i < to; i++ {
		switch r.tokens[i].norm {
		case "i", "we", "they", "he", "she", "you", "there":
			return true
		case "it":
			if i > from && r.tokens[i-1].mark {
				return true
			}
		}
	}
	return false
}

// verbAfter reads an act that stands behind the mention.
func (r *reader) verbAfter(k int, m mention, gap, broken int, object bool) (reading, bool) {
	c := r.cues[k]
	a := reading{span: r.span(c.from, c.to), value: r.strength(c.class), object: true, close: broken == together && !r.any(joins, m.to, c.from)}
	a.negation = r.negationIn(max(m.to, c.from-5), c.from)
	a.wanted = r.any(must, m.to, c.from)
	switch {
	case m.blamed() && (m.topic || m.toward.foe) && !r.free && a.wanted && !r.any(copula, m.to, c.from) && a.negation.Empty():
		a.rule, a.value = ruleWants, -sign(m.toward.judge) // what somebody is told to do is in line with the demand
		a.value = 1
		if m.toward.act != 0 {
			a.value = sign(m.toward.act)
		}
		return a, m.toward.act != 0
	case m.agent && !r.free && c.class != causes && !r.any(copula, m.to, c.from) && gap <= 4 && (a.wanted || r.finite(c)):
		a.rule, a.object, a.value = ruleWants, true, -1
		if sign(strengths[c.class]) == r.way.sign {
			a.value = 1
		}
		a.value *= sign(m.toward.act) // counted toward the proposition whatever the phrase means
		return a, true
	case !r.free && gap <= 4 && broken == clauseBreak && r.any(self, m.to, c.from): // "the help that we are providing"
		a.rule, a.object, a.self = ruleOwn, true, true
		return a, true
	case !r.free && gap <= 2 && c.to-c.from == 2 && r.is(infinite, c.from) && c.class == actsAgainst: // "hold the regime to account"
		a.rule, a.object = ruleWants, true
		return a, true
	case r.free && c.class != causes && (r.last || a.wanted || r.any(copula, m.to, c.from)):
		who := r.freeAgent(c)
		a.self = who == bySelf
		a.wanted = a.wanted || who == byWish
		if a.negation.Empty() {
			a.negation = r.negationIn(c.to, min(c.to+3, len(r.tokens)))
		}
		a.rule, a.value = r.ruleOf(c.class, 0, who, a.value, !a.negation.Empty())
		return a, true
	case gap == 0 && r.nounlike(c) && !(m.topic && r.doing(c)): // the agreement's implementation, sanctions relief
		a.rule, a.value = r.ruleOf(c.class, 0, byEvent, a.value, !a.negation.Empty())
		return a, true
	case c.class == causes && (r.any(copula, max(m.to, c.from-4), c.from)) && r.participle(c):
		return a, false // "crimes are committed": news
	case (r.any(copula, max(m.to, c.from-4), c.from) || r.is(copula, c.from)) && r.participle(c) && !r.asNoun(c):
		who := byNobody
		if a.wanted {
			who = byWish
		} else if c.class != breaches && r.any(past, max(m.to, c.from-4), c.from) {
			who = byOther
			a.value /= 4 // "it was concluded": news more than praise
		}
		a.rule, a.value = r.ruleOf(c.class, 0, who, a.value, !a.negation.Empty())
		return a, true
	case gap == 0 && r.postnominal(c): // the deal concluded in Vienna
		return a, false
	}
	if c.from > 0 && r.is(infinite, c.from-1) {
		return a, object && r.endsHere(c) && !m.topic // "we want the war to end"; but not "weapons to defend ourselves"
	}
	if r.asNoun(c) && !r.any(copula, m.to, c.from) {
		return a, false
	}
	return r.effect(k, a)
}

// doing reports whether whoever stands before the act is told to do harm: "France bombing a village".
func (r *reader) doing(c cue) bool {
	if r.free || c.class != breaches && c.class != harms || !strings.HasSuffix(r.tokens[c.from].norm, "ing") || c.to >= len(r.tokens) {
		return false
	}
	return !r.tokens[c.to].mark && !r.is(copula, c.to) && !r.is(must, c.to) && !r.is(past, c.to) && !r.is(opens, c.to)
}

// asNoun reports whether an act is used as a noun: after an article or a preposition.
func (r *reader) asNoun(c cue) bool {
	if c.from == 0 || r.free {
		return false
	}
	if r.is(self, c.from-1) && c.to == c.from+1 && !r.is(opens, c.from-2) {
		return true // "our fight"
	}
	switch r.tokens[c.from-1].norm {
	case "the", "a", "an", "in", "of", "for", "with", "by", "despite", "its", "their", "on", "under", "from", "at":
		return true
	}
	return false
}

// endsHere reports whether an act has no object behind it.
func (r *reader) endsHere(c cue) bool {
	if c.to >= len(r.tokens) || r.tokens[c.to].mark || r.is(joins, c.to) {
		return true
	}
	switch w := r.tokens[c.to].norm; w {
	case "now", "immediately", "on", "by", "once", "and", "forever", "as", "soon", "today", "at", "without", "before", "in":
		return true
	default:
		return strings.HasSuffix(w, "ly")
	}
}

// scene reports whether a token is a preposition that makes a place the scene of something.
func (r *reader) scene(i int) bool {
	if r.tokens[i].norm == "of" && i > 0 && i+1 < len(r.tokens) && r.tokens[i-1].capital && r.tokens[i+1].capital {
		return false // "the United States of America"
	}
	switch r.tokens[i].norm {
	case "from", "in", "on", "about", "at", "over", "across", "between", "throughout", "inside", "of":
		return true
	}
	return false
}

// effect reads an act that the mention itself does, by what it is done to.
func (r *reader) effect(k int, a reading) (reading, bool) {
	c := r.cues[k]
	a.rule, a.object = ruleEffect, false
	if c.class == breaches || c.class == harms {
		a.value = -0.9 // "fuels the war", "destroys jobs": never good
		return a, true
	}
	doing, at := sign(strengths[c.class]), c.to
	for j := k + 1; j < len(r.cues) && r.words(at, r.cues[j].from) <= 7; j++ {
		next := r.cues[j]
		if r.breaks(at, next.from) >= clauseBreak {
			break
		}
		if next.class.acts() && next.class != breaches {
			if next.class != versus || doing > 0 {
				doing *= sign(strengths[next.class]) // "helps to prevent suffering"
			}
			at = next.to
			continue
		}
		near := next.class == veryBad || next.class.judges() && r.words(at, next.from) <= 2
		if next.class.things() || near || next.class == breaches {
			r.used[j] = true
			if doing > 0 && r.kept(at, next.from) {
				doing = -doing
			}
			a.value = doing * sign(strengths[next.class])
			a.span = r.span(c.from, next.to)
			return a, true
		}
	}
	switch c.class {
	case causes:
		a.value = 0.5 * doing
		return a, at > c.to // "makes a contribution to"
	case imposes:
		a.value = -0.9
	case fails:
		a.value = -0.8
	case actsFor, actsStronglyFor:
		a.value = 0.3
	default:
		a.value = 0.5
		return a, !a.negation.Empty() // "it does not solve anything"
	}
	return a, true
}

// postnominal reports whether a participle describes the noun before it and is not its verb.
func (r *reader) postnominal(c cue) bool {
	if !strings.HasSuffix(r.tokens[c.from].norm, "ed") || c.to >= len(r.tokens) {
		return false
	}
	switch r.tokens[c.to].norm {
	case "in", "by", "with", "at", "between", "under", "on", "among", "during", "upon", "last", "this":
		return true
	}
	return false
}

func (r *reader) finite(c cue) bool {
	verb := r.tokens[c.from].norm
	return strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") || r.is(past, c.from)
}

func (r *reader) participle(c cue) bool {
	verb := r.tokens[c.to-1].norm
	if c.to-c.from > 1 && !r.is(copula, c.from) {
		verb = r.tokens[c.from].norm
	}
	for _, ending := range []string{"ed", "en", "wn", "ght", "pt", "lt", "ld", "st", "ne", "ung", "un", "ut", "oken", "cked", "nt", "ft"} {
		if strings.HasSuffix(verb, ending) {
			return true
		}
	}
	return false
}
