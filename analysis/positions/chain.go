package positions

import (
	"math"
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// link is a cue of a chain before a mention: outer cues say what is to become of inner acts.
type link struct {
	cue
	level  int  // 0 is done to the mention, 1 to what level 0 does
	turned bool // a bad word stands between it and the next level: overcoming the impasse in …
}

// chain walks left from the mention and collects the acts that bear upon it: in "oppose lifting the
// sanctions", lifting is done to the sanctions, and opposing to lifting them. Judgements beside
// the mention or an act are added on the way.
func (r *reader) chain(m mention, left int) []link {
	var out []link
	pos, level := m.from, 0
	for pos > left && r.is(points, pos-1) {
		pos-- // the "that" of "that deal" opens no clause
	}
	pos = r.spelledOut(pos, left)
	reach := 9
	if r.listed(pos) {
		reach = 16
	}
	for k := len(r.cues) - 1; k >= 0; k-- {
		c := r.cues[k]
		if c.to > m.from || r.used[k] {
			continue
		}
		if c.from < left || m.topic && r.aside(c, m) {
			break
		}
		gap, broken := r.words(c.to, pos), r.breaks(c.to, pos)
		joined := r.any(joins, c.to, pos)
		if broken >= apartBreak || broken == clauseBreak && !(c.class.acts() && r.onlyThat(c.to, pos)) {
			break
		}
		limit := 4
		if len(out) == 0 {
			limit = reach
		}
		switch {
		case c.class.judges() && len(out) == 0 && gap <= 3 && broken == together:
			r.used[k] = true
			if strengths[c.class] < 0 && m.toward.act > 0 && r.nounlike(c) && c.to < m.from && r.tokens[c.to].norm == "of" {
				c.class = breaches // "reject the politicization of": what is rejected is what is done to it
				out = append(out, link{c, level, false})
				pos = c.from
			} else if !r.modifies(m) {
				r.judge(c, m, 1)
			}
		case c.class.judges() && len(out) > 0 && gap <= 1 && broken == together:
			r.used[k] = true
			if !r.worsens(k) {
				r.judge(c, m, done(out))
			}
		case !c.class.acts() || c.class == causes:
		case len(out) == 0 && (r.passive(c) || r.doneBy(c, m)):
			return out
		case len(out) > 0 && out[len(out)-1].class == versus && gap <= 1 && strengths[c.class] < 0:
			r.used[k] = true
			out = append(out, link{c, level, false}) // "the fight against"
			pos = c.from
		case broken == comma && len(out) == 0 && r.listed(pos):
			r.used[k] = true
			out = append(out, link{c, level, false})
			pos = c.from
		case broken == comma && len(out) == 0 && gap <= 14 && r.enumerated(c, m):
			r.used[k] = true
			out = append(out, link{c, level, false})
			pos = c.from
		case broken == comma && !joined && (len(out) == 0 || gap > 1) || gap > limit:
			return out
		case len(out) > 0 && (joined || broken == comma) && gap <= 2:
			r.used[k] = true
			out = append(out, link{c, level, false}) // "reject and condemn"
			pos = c.from
		case broken == comma && gap > 3 || joined && len(out) > 0:
			return out
		default:
			r.used[k] = true
			if len(out) > 0 {
				level++
			}
			turned := len(out) > 0 && r.badBetween(c.to, pos) || len(out) == 0 && r.troubled(c.to, m)
			out = append(out, link{c, level, turned})
			pos = c.from
		}
	}
	return out
}

// modifies reports whether a name stands before the noun that the words before it mean: "an
// extraordinary NATO summit" says nothing of NATO.
func (r *reader) modifies(m mention) bool {
	if r.free || m.phrase < 0 || !r.tokens[m.to-1].capital || m.to >= len(r.tokens) {
		return false
	}
	next := r.tokens[m.to]
	for _, c := range []class{copula, must, may, past, negator, joins, opens, infinite, turns, points, self, pronoun, whenever} {
		if r.is(c, m.to) {
			return false
		}
	}
	return !next.mark && !next.capital && len(next.norm) > 3 && !strings.HasSuffix(next.norm, "ly") && !r.cueAt(m.to) && !r.small(next.norm)
}

// done is what the acts so far do to the mention, as a sign: "vital to achieve a ban on".
func done(chain []link) float64 {
	out := sign(strengths[chain[0].class])
	for i, l := range chain[1:] {
		if l.level != chain[i].level && strengths[l.class] < 0 {
			out = -out
		}
	}
	return out
}

// enumerated reports whether the mention is an item of a list that the act bears upon: commas stand
// before and behind it, and no verb in between.
func (r *reader) enumerated(c cue, m mention) bool {
	for k := c.to; k < m.from; k++ {
		if r.is(copula, k) || r.is(must, k) || r.is(past, k) || r.is(self, k) || r.is(opens, k) {
			return false
		}
	}
	for k := m.to; k < min(len(r.tokens), m.to+8); k++ {
		if !r.is(joins, k) && k > m.to && r.words(c.to, m.from) > 2 && r.cueAt(k) {
			return false
		}
		switch {
		case r.is(copula, k) || r.is(must, k) || r.is(past, k):
			return false
		case r.tokens[k].norm == ",", r.is(joins, k) && r.words(c.to, m.from) <= 6:
			return c.from > 0
		}
	}
	return false
}

// listed reports whether what stands at token i is one of a list: "problems such as climate change".
func (r *reader) listed(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		switch r.tokens[k].norm {
		case "including", "like":
			return true
		case "as":
			return k > 0 && r.tokens[k-1].norm == "such"
		}
	}
	return false
}

// spelledOut steps back over the name that an acronym in brackets stands for.
func (r *reader) spelledOut(pos, left int) int {
	if pos-1 <= left || r.tokens[pos-1].norm != "(" {
		return pos
	}
	at := pos - 1
	for k := at - 1; k >= left; k-- {
		switch {
		case r.tokens[k].capital:
			at = k
		case r.tokens[k].mark || at-k > 2:
			return at
		}
	}
	return at
}

// troubled reports whether an act is done to something bad within the mention or about it, not to the
// mention: "prevent an arms race in outer space", "the answer to the housing crisis".
func (r *reader) troubled(from int, m mention) bool {
	if r.free || m.toward.bad || m.toward.ill || m.topic {
		return false
	}
	if m.to < len(r.tokens) && troubles[r.tokens[m.to].norm] {
		return true
	}
	at := m.from - 1
	if at > from && r.tokens[at].norm == "the" {
		at--
	}
	switch r.tokens[at].norm {
	case "in", "on", "across", "throughout", "within", "among":
	default:
		return false
	}
	return slices.ContainsFunc(r.cues, func(c cue) bool {
		return c.from >= from && c.to <= at && (c.class == badThings || c.class == ills)
	})
}

// badBetween reports whether a word of blame stands among the tokens.
func (r *reader) badBetween(from, to int) bool {
	for _, c := range r.cues {
		if c.from >= from && c.to <= to && (c.class == bad || c.class == veryBad) {
			return true
		}
	}
	return false
}

// passive reports whether an act is told in the passive, so that nothing behind it is its object.
func (r *reader) passive(c cue) bool {
	switch r.tokens[c.to-1].norm {
	case "to", "on", "for", "of":
		return false
	}
	return !r.free && r.participle(c) && r.any(copula, c.from-2, c.from)
}

// doneBy reports whether the mention is who does what the cue says, not whom it is done to: "the rebels
// supported by France".
func (r *reader) doneBy(c cue, m mention) bool {
	if r.free || c.class == breaches || c.class == harms || !r.participle(c) {
		return false
	}
	for k := max(c.to-1, m.from-3); k < m.from; k++ {
		if r.tokens[k].norm == "by" {
			return true
		}
	}
	return false
}

// aside reports whether what is done has the place or person only as its scene: "withdraw from
// Ukraine", "fight terrorism in Syria".
func (r *reader) aside(c cue, m mention) bool {
	if c.class == leaves || !c.class.acts() && !c.class.judges() {
		return true
	}
	for k := c.to - 1; k < m.from; k++ {
		switch r.tokens[k].norm {
		case "from", "in", "on", "about", "at", "over", "across", "between":
			return true
		}
	}
	return false
}

// onlyThat reports whether the only opener of a clause among the tokens is one that acts open what
// they want with: "ensure that".
func (r *reader) onlyThat(i, j int) bool {
	for k := i; k < j; k++ {
		if r.is(opens, k) && !r.is(points, k) || r.is(whenever, k) {
			return false
		}
	}
	for k := i; k < j; k++ {
		if r.tokens[k].mark {
			return false
		}
	}
	return r.words(i, j) <= 6
}

// resolve is the reading of a chain.
func (r *reader) resolve(chain []link, m mention) (reading, bool) {
	if len(chain) == 0 {
		return reading{}, false
	}
	value := 0.0
	if c := chain[0].cue; c.class == versus && m.toward.act > 0 && r.blameBefore(c) {
		return reading{rule: ruleBreach, value: 1, object: true, close: true, span: r.span(c.from, c.to)}, true // "violence against women"
	}
	for _, l := range chain {
		if l.level == 0 {
			v := r.strength(l.class)
			if l.turned {
				v = -v
			}
			if math.Abs(v) > math.Abs(value) {
				value = v
			}
		}
	}
	outer := chain[len(chain)-1]
	complaint := false
	for i, l := range chain {
		if l.level == 0 || chain[i-1].level == l.level {
			continue
		}
		s := strengths[l.class]
		if l.turned {
			s = -s
		}
		switch {
		case l.class == fails, l.class == breaches && i == len(chain)-1:
			complaint = true // whoever fails to keep it is blamed for that
		case s < 0:
			value = -value
		}
	}
	if m.toward.bad && strings.HasPrefix(r.tokens[outer.from].norm, "progress") {
		value = -math.Abs(value) // progress with a bad thing is made against it
	}
	a := reading{value: value, object: true, close: true, span: r.span(outer.from, chain[0].to)}
	a.negation = r.negationIn(outer.from, m.from)
	who := r.agent(outer.cue)
	if who == bySelf && outer.class == breaches && level(chain) == 0 && r.noun(outer.cue) {
		who = byOther // "we are seeing a decline in": nobody confesses
	}
	if at := r.decision(outer.cue); at > 1 && level(chain) == 0 { // what begins with "the decision to" is judged by the verb before it
		if opinion, ok := r.opinionOn(at); ok {
			value *= opinion // "regrets their decision to leave"
			who = byWish
		} else if !r.is(self, at-1) {
			who = byOther
		}
	}
	if who == byAim && level(chain) == 0 && r.wrongTo(outer.cue) {
		value = -value // "it is wrong to impose"
		who = byWish
	}
	if who == byAim && !m.toward.bad && !r.way.wishes {
		who = byWish
	}
	a.self = who == bySelf
	a.wanted = who != byOther && r.any(must, outer.from-6, m.from)
	a.rule, a.value = r.ruleOf(outer.class, outer.level, who, value, !a.negation.Empty())
	if a.rule == ruleFavour && a.value > 0 && !a.negation.Empty() && !m.toward.bad {
		a.rule, a.span, a.negation = ruleBreach, a.span.Cover(a.negation), text.Span{} // "they do not honour it"
	}
	if m.toward.bad && a.rule == ruleAttack && a.value < 0 && !m.topic {
		a.rule = ruleFavour // whoever ends a bad thing is rarely blamed for it
	}
	if m.topic && a.value < 0 && (who == byOther || who == byEvent) && level(chain) == 0 {
		a.rule, a.value = ruleBreach, -a.value // whoever destroys a country is blamed for it
	}
	switch blamed := m.toward.bad && value > 0 && !a.self && who != byWish && !r.way.wishes; {
	case blamed && (outer.level == 0 || complaint):
		a.rule, a.value = ruleFavour, -0.6*value // whoever builds weapons is blamed for it
	case complaint && who != bySelf:
		a.rule, a.value, a.negation = ruleBreach, value, text.Span{}
	}
	return a, true
}

// blameBefore reports whether a word of blame stands just before the cue.
func (r *reader) blameBefore(c cue) bool {
	return slices.ContainsFunc(r.cues, func(b cue) bool { return b.class.blames() && b.to <= c.from && c.from-b.to <= 1 })
}

// level is how deep acts are nested in acts.
func level(chain []link) int { return chain[len(chain)-1].level }

// strength is the value of acts of a class toward their object.
func (r *reader) strength(c class) float64 {
	switch {
	case c == changes && !r.way.change:
		return -0.3
	case c == oversees && !r.way.change:
		return 0
	}
	return strengths[c]
}

// ruleOf says which rule an act falls under, by who does it.
func (r *reader) ruleOf(c class, level int, who agent, value float64, denied bool) (string, float64) {
	switch {
	case who == bySelf:
		return ruleOwn, value
	case level > 0 && who != byOther:
		return ruleWants, value
	case c == breaches && !denied:
		return ruleBreach, -value
	case c == fails && level == 0:
		return ruleBreach, -value
	case c == imposes && (who == byOther || who == byEvent):
		return ruleFavour, -0.4 * value
	case c == leaves && who != byWish:
		return ruleAttack, value
	case who == byNobody && level == 0:
		return ruleWants, 0.75 * value // "efforts for": nobody in particular
	case who == byNobody || who == byWish || who == byAim:
		return ruleWants, value
	case value < 0 && level == 0 && who == byOther:
		return ruleAttack, value
	case who == byOther:
		return ruleFavour, value
	case who == byEvent && value < 0 && level == 0:
		return ruleWants, 0.4 * value // "the lifting of": told rather than wished
	}
	return ruleWants, value
}
