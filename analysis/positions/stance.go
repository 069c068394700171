package positions

import (
	"math"
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// The rules of stance, by the names in their table.
const (
	ruleWants       = "wants"
	ruleOwn         = "own act"
	ruleFavour      = "other's favour"
	ruleAttack      = "other's attack"
	ruleBreach      = "breach"
	ruleJudged      = "judged"
	ruleEffect      = "effect"
	ruleNearby      = "nearby"
	ruleAbsent      = "absent"
	ruleDemanded    = "demanded"
	rulePro         = "pro pattern"
	ruleCon         = "con pattern"
	ruleNegated     = "negated"
	ruleConditional = "conditional"
	ruleQuestion    = "question"
	ruleNotShared   = "not shared"
	ruleSide        = "takes a side"
)

var ruleIDs = []string{
	ruleWants, ruleOwn, ruleFavour, ruleAttack, ruleBreach, ruleJudged, ruleEffect, ruleNearby, ruleAbsent, ruleDemanded,
	rulePro, ruleCon, ruleNegated, ruleConditional, ruleQuestion, ruleNotShared, ruleSide,
}

// feature is what a rule saw: the words, and how much of the rule's weight it calls for, counted
// toward the proposition.
type feature struct {
	rule  string
	span  text.Span
	value float64
}

// way is how the proposition wants what it wants.
type way struct {
	change bool    // its object is to be changed
	verb   string  // the act that is wanted of somebody, folded; "" if something is to be done with a thing
	sign   float64 // of that act
	wishes bool    // what is read is the proposition itself: all in it is wanted
}

// restates reports whether a word is a form of the act that the proposition wants.
func (w way) restates(word string) bool {
	if w.verb == "" {
		return false
	}
	n := min(5, len(w.verb))
	return strings.HasPrefix(word, w.verb[:n])
}

// reader reads the opinions of one sentence on one issue.
type reader struct {
	*sentence
	tables *Tables
	way    way
	used   []bool
	out    []feature
	blamed *mention // another's act against it was told of
}

// read returns what the rules see in the sentence about the mentions.
func (t *Tables) read(s *sentence, mentions []mention, w way) []feature {
	r := &reader{sentence: s, tables: t, way: w, used: make([]bool, len(s.cues))}
	for i, c := range s.cues {
		for _, m := range mentions {
			if c.from < m.to && m.from < c.to {
				r.used[i] = true // the words are the mention itself
			}
		}
	}
	mentions = r.measured(mentions)
	r.restated(mentions)
	for i, m := range mentions {
		left, right := 0, len(s.tokens)
		if i > 0 {
			left = mentions[i-1].to
		}
		if i+1 < len(mentions) {
			right = mentions[i+1].from
		}
		r.mention(m, left, right)
	}
	r.accused(mentions)
	if len(mentions) > 0 {
		r.nearby(mentions)
	}
	r.dampen(mentions)
	return r.out
}

func (r *reader) add(rule string, span text.Span, value float64) {
	if value != 0 {
		r.out = append(r.out, feature{rule, span, value})
	}
}

// weighed is what the features so far add up to.
func (r *reader) weighed() float64 {
	sum := 0.0
	for _, f := range r.out {
		sum += f.value * r.tables.byID[f.rule].Weight
	}
	return sum
}

// mention reads what is said of one mention between the mentions before and after it.
func (r *reader) mention(m mention, left, right int) {
	chain := r.chain(m, left)
	before, beforeOK := r.resolve(chain, m)
	whole := beforeOK && r.subject(chain, before)
	of := 1.0
	if whole {
		of = sign(before.value)
	}
	seen := len(r.out)
	after, afterOK := r.after(m, right, beforeOK, of)
	if whole && (len(r.out) > seen || afterOK && !after.object) {
		if afterOK {
			after.value *= of
			r.act(after, m)
		}
		return // "leaving the agreement was a mistake": what counts is what is said of the leaving
	}
	if beforeOK && !whole && afterOK && !after.object && after.close {
		afterOK = false // "whoever violates the agreement undermines the law"
	}
	switch {
	case afterOK && beforeOK && after.object && after.close:
		// "call for the sanctions to be lifted": what is called for is the lifting.
		before.value = math.Copysign(before.value, before.value*after.value)
		before.span = before.span.Cover(after.span)
		r.act(before, m)
	default:
		if beforeOK {
			r.act(before, m)
		}
		if afterOK {
			r.act(after, m)
		}
	}
	if !beforeOK && !m.topic {
		r.absent(m)
	}
}

// measured turns the mentions of an ill round where they are part of the name of something done about
// it: "climate change policy", "the conference on climate change".
func (r *reader) measured(mentions []mention) []mention {
	out := slices.Clone(mentions)
	for i, m := range out {
		for _, c := range r.cues {
			against := c.class == bans && m.toward.bad || (c.class == measures || c.class == goodThings) && m.toward.ill
			if against && r.beside(c, m) {
				out[i].toward = toward{act: -m.toward.act, judge: -m.toward.judge}
			}
		}
	}
	return out
}

// beside reports whether a noun forms one name with the mention: "sanctions relief", "policy on
// sanctions".
func (r *reader) beside(c cue, m mention) bool {
	if c.from >= m.to {
		return c.from == m.to
	}
	const small = 2 // of the
	return c.to < m.from && m.from-c.to <= small && r.breaks(c.to, m.from) == together &&
		!r.any(joins, c.to, m.from) && !r.cueAt(m.from-1) && !r.cueAt(c.to)
}

// restated sees the proposition's own act where it is said of the place or person that it is wanted of.
func (r *reader) restated(mentions []mention) {
	for k, c := range r.cues {
		if r.used[k] || !c.class.acts() || !r.way.restates(r.tokens[c.from].norm) {
			continue
		}
		if m := nearest(mentions, c); (m.topic || m.agent) && distance(m, c) < 12 {
			r.used[k] = true
			span := r.span(c.from, c.to)
			r.add(ruleWants, span, m.quality)
			if not := r.negationIn(c.from-5, c.from); !not.Empty() {
				r.add(ruleNegated, not, -m.quality*r.tables.byID[ruleWants].Weight)
			}
		}
	}
}

// accused sees what is named as done to a place, such as an invasion, where nothing is said of it.
func (r *reader) accused(mentions []mention) {
	for k, c := range r.cues {
		if r.used[k] || c.class != breaches {
			continue
		}
		if m := nearest(mentions, c); (m.topic || m.agent) && distance(m, c) < 8 {
			r.used[k] = true
			r.add(ruleBreach, r.span(c.from, c.to), m.toward.act*m.quality)
		}
	}
}

// subject reports whether acts before the mention are, as a noun or an -ing form, what the sentence
// goes on to speak of: "leaving the agreement", "their withdrawal from it".
func (r *reader) subject(chain []link, a reading) bool {
	outer := chain[len(chain)-1]
	if r.free || a.self || a.wanted || !r.nounlike(outer.cue) {
		return false
	}
	for i := outer.from - 1; i >= 0; i-- {
		t := r.tokens[i]
		if r.is(opens, i) || r.is(turns, i) {
			return true
		}
		if t.mark || r.is(joins, i) || outer.from-i > 5 || r.is(copula, i) || r.is(must, i) || r.is(past, i) || r.cueAt(i) {
			return false
		}
	}
	return true
}

// nounlike reports whether a cue's first word has the form of a noun.
func (r *reader) nounlike(c cue) bool {
	verb := r.tokens[c.from].norm
	for _, ending := range []string{"ing", "ion", "ions", "ment", "ance", "ence", "al", "als", "ity", "ure"} {
		if strings.HasSuffix(verb, ending) {
			return true
		}
	}
	switch verb {
	case "support", "attack", "reform", "ban", "end":
		return r.noun(c)
	case "relief", "breach", "breaches", "exit", "collapse", "demise", "attacks":
		return true
	}
	return false
}

// reading is an act for or against a mention, or an effect of it.
type reading struct {
	rule     string
	value    float64 // toward the mention
	span     text.Span
	negation text.Span // of the negator, empty if none
	object   bool      // the mention is the object of the act
	close    bool      // no break stands between mention and words
	self     bool
	wanted   bool // a word of obligation stands by
	denial   bool // says that an ill is none
}

// act adds the features of a reading.
func (r *reader) act(a reading, m mention) {
	side := m.toward.act
	if a.rule == ruleJudged || a.rule == ruleEffect {
		side = m.toward.judge
	}
	v := a.value * side * m.quality
	if m.toward.ill {
		v = r.about(a, m)
		a.negation = text.Span{}
		if a.rule == ruleAttack {
			a.rule = ruleFavour
		}
	}
	if a.rule == ruleAttack && a.value < 0 {
		r.blamed = &m
	}
	r.add(a.rule, a.span, v)
	if !a.negation.Empty() {
		r.add(ruleNegated, a.negation, -v*r.tables.byID[a.rule].Weight)
		v = -v
	}
	if a.wanted {
		r.add(ruleDemanded, a.span, sign(v)*m.quality)
	}
}

// about is what an act or judgement counts toward dealing with an ill. Nobody is for climate change:
// what is supported beside it is what is done about it, and only a denial speaks against that.
func (r *reader) about(a reading, m mention) float64 {
	const besides = 0.5
	v := math.Abs(a.value) * m.quality * -sign(m.toward.act)
	switch {
	case a.denial:
		return -v
	case a.value > 0:
		return v * besides
	}
	return v
}

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
			r.judge(c, m, 1)
		case c.class.judges() && len(out) > 0 && gap <= 1 && broken == together:
			r.used[k] = true
			last := out[len(out)-1]
			r.judge(c, m, sign(strengths[last.class]))
		case !c.class.acts() || c.class == causes:
		case len(out) == 0 && r.passive(c):
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
		case len(out) > 0 && (joined || broken == comma) && gap <= 3:
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
			out = append(out, link{c, level, len(out) > 0 && r.badBetween(c.to, pos)})
			pos = c.from
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
		switch {
		case r.is(copula, k) || r.is(must, k) || r.is(past, k):
			return false
		case r.tokens[k].norm == ",", r.is(joins, k):
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
		if r.is(opens, k) && !r.is(points, k) {
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

// judge adds what a word of praise or blame says of the mention, or by its sign of what is done to it.
func (r *reader) judge(c cue, m mention, of float64) {
	a := reading{rule: ruleJudged, value: strengths[c.class] * of, span: r.span(c.from, c.to), denial: c.class == denies}
	a.negation = r.negation(c.from, 3)
	r.act(a, m)
}

// resolve is the reading of a chain.
func (r *reader) resolve(chain []link, m mention) (reading, bool) {
	if len(chain) == 0 {
		return reading{}, false
	}
	value := 0.0
	for _, l := range chain {
		if l.level == 0 {
			v := r.strength(l.class)
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
	a := reading{value: value, object: true, close: true, span: r.span(outer.from, chain[0].to)}
	a.negation = r.negationIn(outer.from, m.from)
	who := r.agent(outer.cue)
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

// level is how deep acts are nested in acts.
func level(chain []link) int { return chain[len(chain)-1].level }

// strength is the value of acts of a class toward their object.
func (r *reader) strength(c class) float64 {
	if c == changes && !r.way.change {
		return -0.3
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

// agent says who acts.
type agent uint8

const (
	byNobody agent = iota // a noun or participle: "implementation of"
	byAim                 // "to lift", whoever is to
	byWish                // what somebody is to do: "must lift"
	bySelf
	byOther
	byEvent
)

// agent finds who does what the cue says, among the words before it.
func (r *reader) agent(c cue) agent {
	verb := r.tokens[c.from].norm
	if r.way.wishes {
		return byWish
	}
	if r.any(self, c.from, c.to) { // "we need"
		return bySelf
	}
	if r.free {
		return r.freeAgent(c)
	}
	nounLike := r.nounlike(c) || c.class == imposes && r.noun(c)
	if r.imperative(c) {
		return byWish
	}
	finite := !nounLike && (strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss") || r.is(past, c.from))
	passive := r.any(copula, c.from-2, c.from)
	subject := false
	for i := c.from - 1; i >= max(0, c.from-10); i-- {
		t := r.tokens[i]
		switch {
		case t.mark && strings.Contains(",،", t.norm):
			if chunk := i - r.before(i); !subject && c.from-i > 2 || chunk <= 4 {
				continue
			}
			i = 0
		case t.mark, r.is(turns, i):
			i = 0
		case r.is(opens, i) && c.from-i > 1:
			i = 0
		case r.is(must, i):
			return r.wish(c, i)
		case !subject && r.is(infinite, i) && c.from-i <= 2:
			if r.selfBefore(i) {
				return bySelf
			}
			for k := i - 1; k >= max(0, i-8) && !r.tokens[k].mark && !r.is(opens, k); k-- {
				if r.third(k) && r.acting(k, c) {
					return byOther // "they try to remove"
				}
			}
			return byAim
		case r.third(i) && r.acting(i, c) && (!nounLike || c.from-i <= 2 && r.any(past, i, c.from)):
			return byOther
		case r.is(self, i) || r.own(r.tokens, i):
			if nounLike && (subject || c.from-i > 4) {
				return byEvent
			}
			return bySelf
		case !r.is(past, i) && !r.is(copula, i) && !r.is(negator, i) && !r.is(may, i) && !strings.HasSuffix(t.norm, "ly"):
			subject = true
		}
		if i == 0 {
			break
		}
	}
	switch {
	case nounLike:
		return byEvent
	case subject && (finite && !passive):
		return byOther
	case subject && !passive && !r.noun(c):
		return byOther
	}
	return byNobody
}

// imperative reports whether the sentence begins with the act in its base form: "keep up the sanctions".
func (r *reader) imperative(c cue) bool {
	verb := r.tokens[c.from].norm
	if r.nounlike(c) || strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") || r.is(past, c.from) || r.noun(c) {
		return false
	}
	return c.from == 0 || c.from <= 3 && r.tokens[c.from-1].mark
}

// acting reports whether the name at token i is the subject of the act, not part of another name such
// as "Iran deal": the act or an auxiliary follows it.
func (r *reader) acting(i int, c cue) bool {
	if !r.tokens[i].capital || i == 0 {
		return true
	}
	next := i + 1
	return next >= c.from-1 || r.is(past, next) || r.is(copula, next) || r.is(must, next) || r.is(negator, next) || r.is(may, next) ||
		r.cueAt(next) || r.tokens[next].mark || strings.HasSuffix(r.tokens[next].norm, "s") && !r.tokens[next].capital
}

// third reports whether a token names somebody else as the one who acts.
func (r *reader) third(i int) bool {
	t := r.tokens[i]
	switch t.norm {
	case "they", "he", "she", "who":
		return true
	}
	if t.norm == "it" {
		return !expletive(r.tokens, i)
	}
	return t.capital && i > 0 && r.place(t.norm) && !r.own(r.tokens, i) && !r.scene(i-1)
}

// before is the place of the mark before token i, -1 if there is none.
func (r *reader) before(i int) int {
	for i--; i >= 0 && !r.tokens[i].mark; i-- {
	}
	return i
}

// wish is who acts where a word of obligation stands at token i.
func (r *reader) wish(c cue, i int) agent {
	if r.is(self, i-1) || r.is(self, i-2) {
		return bySelf
	}
	return byWish
}

func (r *reader) selfBefore(i int) bool {
	for k := i - 1; k >= max(0, i-5); k-- {
		if r.tokens[k].mark || r.is(opens, k) {
			return false
		}
		if r.is(self, k) || r.own(r.tokens, k) {
			return true
		}
	}
	return false
}

// noun reports whether the cue looks like a noun: an article stands before it, or "of" or "to"
// closes it.
func (r *reader) noun(c cue) bool {
	last := r.tokens[c.to-1].norm
	if last == "of" || last == "for" || last == "to" {
		return true
	}
	for k := c.from - 1; k >= max(0, c.from-2); k-- {
		switch r.tokens[k].norm {
		case "the", "a", "an", "this", "its", "their", "his", "full", "no", "any", "and":
			return true
		}
	}
	return false
}

// freeAgent is the agent in languages whose word order does not show it.
func (r *reader) freeAgent(c cue) agent {
	if r.way.wishes {
		return byWish
	}
	for i := c.from - 1; i >= max(0, c.from-14); i-- {
		t := r.tokens[i]
		if t.mark && !strings.Contains(",،，、", t.norm) {
			break
		}
		if r.is(must, i) {
			return byWish
		}
		if r.is(self, i) || r.own(r.tokens, i) {
			return bySelf
		}
	}
	if c.class == leaves || c.class == breaches {
		return byEvent
	}
	return byNobody
}

// after reads the words behind the mention: "sanctions must be lifted", "the deal was a mistake",
// "the agreement prevents war".
func (r *reader) after(m mention, right int, object bool, of float64) (reading, bool) {
	var best reading
	found := false
	if m.topic && m.from > 0 && r.scene(m.from-1) {
		return best, false // "actions in Ukraine": what follows is said of the actions
	}
	for k, c := range r.cues {
		if c.from < m.to || r.used[k] {
			continue
		}
		if c.from >= right {
			break
		}
		gap, broken := r.words(m.to, c.from), r.breaks(m.to, c.from)
		relative := gap <= 4 && broken == clauseBreak && r.words(m.to, m.to+2) > 0
		if gap > 9 || broken == apartBreak || broken >= comma && !relative && gap > 2 && !r.predicate(m.to, c.from) {
			break
		}
		if broken == comma && r.startsAnew(m.to, c.from) {
			break
		}
		if r.any(joins, m.to, c.from) && (object || broken >= comma) && !r.any(copula, m.to, c.from) {
			break // "implement the agreement and will not accept": the speaker accepts, not the agreement
		}
		switch {
		case c.class.judges():
			if r.predicate(m.to, c.from) || gap <= 4 {
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

// verbAfter reads an act that stands behind the mention.
func (r *reader) verbAfter(k int, m mention, gap, broken int, object bool) (reading, bool) {
	c := r.cues[k]
	a := reading{span: r.span(c.from, c.to), value: r.strength(c.class), object: true, close: broken == together && !r.any(joins, m.to, c.from)}
	a.negation = r.negationIn(max(m.to, c.from-5), c.from)
	a.wanted = r.any(must, m.to, c.from)
	switch {
	case m.agent && !r.free && !r.any(copula, m.to, c.from) && gap <= 4 && (a.wanted || r.finite(c)):
		a.rule, a.object, a.value = ruleWants, true, -1
		if sign(strengths[c.class]) == r.way.sign {
			a.value = 1
		}
		a.value *= sign(m.toward.act) // counted toward the proposition whatever the phrase means
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
	case gap == 0 && r.nounlike(c): // the agreement's implementation, sanctions relief
		a.rule, a.value = r.ruleOf(c.class, 0, byEvent, a.value, !a.negation.Empty())
		return a, true
	case (r.any(copula, max(m.to, c.from-4), c.from) || r.is(copula, c.from)) && r.participle(c):
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

// asNoun reports whether an act is used as a noun: after an article or a preposition.
func (r *reader) asNoun(c cue) bool {
	if c.from == 0 || r.free {
		return false
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
	case "now", "immediately", "as", "soon", "today", "at", "without", "before", "in":
		return true
	default:
		return strings.HasSuffix(w, "ly")
	}
}

// scene reports whether a token is a preposition that makes a place the scene of something.
func (r *reader) scene(i int) bool {
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
	for j := k + 1; j < len(r.cues) && r.words(c.to, r.cues[j].from) <= 7; j++ {
		next := r.cues[j]
		if r.breaks(c.to, next.from) >= clauseBreak {
			break
		}
		near := next.class == veryBad || next.class.judges() && r.words(c.to, next.from) <= 2
		if next.class.things() || near || next.class == breaches {
			r.used[j] = true
			a.value = sign(strengths[c.class]) * sign(strengths[next.class])
			a.span = r.span(c.from, next.to)
			return a, true
		}
	}
	switch c.class {
	case causes:
		return a, false
	case breaches, imposes, harms:
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

// negation is the span of a negator among the n words before token i, empty if there is none or an
// even number.
func (r *reader) negation(i, n int) text.Span { return r.negationIn(max(0, i-n), i) }

func (r *reader) negationIn(from, to int) text.Span {
	var at text.Span
	count := 0
	for k := max(0, from); k < min(to, len(r.tokens)); k++ {
		if r.is(negator, k) && !r.is(despite, k) {
			if r.free && count > 0 && r.tokens[k].Start-at.End < 24 {
				continue // никогда не: two words, one negation
			}
			at = r.tokens[k].Span
			count++
		}
	}
	// Look a few words further left, up to the next act or break.
	for k, steps := from-1, 0; count == 0 && k >= 0 && steps < 7; k, steps = k-1, steps+1 {
		if r.tokens[k].mark || r.is(turns, k) || r.cueAt(k) {
			break
		}
		if r.is(negator, k) && !r.is(despite, k) {
			at = r.tokens[k].Span
			count++
		}
	}
	if count%2 == 0 {
		return text.Span{}
	}
	return at
}

func (r *reader) cueAt(i int) bool {
	for _, c := range r.cues {
		if c.from <= i && i < c.to && c.class.acts() {
			return true
		}
	}
	return false
}

// absent reads "no sanctions", "without the agreement".
func (r *reader) absent(m mention) {
	for k := m.from - 1; k >= max(0, m.from-3); k-- {
		switch {
		case r.tokens[k].mark:
			return
		case r.is(without, k):
			v := -1.0
			if r.any(negator, m.to, len(r.tokens)) || r.any(negator, 0, k) {
				v = 1
			}
			r.add(ruleAbsent, r.tokens[k].Span, v*m.toward.act*m.quality)
			return
		case r.is(negator, k) && !r.is(despite, k):
			r.add(ruleAbsent, r.tokens[k].Span, -m.toward.act*m.quality)
			return
		}
	}
}

// nearby adds the judgements of the sentence that are tied to nothing. Where another's act against
// the mention was told of, blame is taken for blame of that act.
func (r *reader) nearby(mentions []mention) {
	sum, blame := 0.0, 0.0
	var at, blamedAt text.Span
	for k, c := range r.cues {
		v := r.aloof(c)
		if r.used[k] || v == 0 {
			continue
		}
		if r.blamed != nil && v < 0 {
			blame, blamedAt = blame-v, r.span(c.from, c.to)
			continue
		}
		m := nearest(mentions, c)
		if c.class.things() && (m.toward.bad && !m.toward.ill || m.topic) || (c.class == breaches || c.class == ills) && !m.toward.ill {
			continue
		}
		if m.toward.ill {
			v = r.about(reading{value: v, denial: c.class == denies}, m)
		} else {
			v *= m.toward.judge * m.quality
			if !r.negationIn(max(0, c.from-3), c.from).Empty() {
				v = -v
			}
		}
		if at.Empty() {
			at = r.span(c.from, c.to)
		}
		sum += v
	}
	r.add(ruleNearby, at, math.Tanh(sum))
	if blame > 0 {
		r.add(ruleBreach, blamedAt, math.Tanh(blame)*r.blamed.toward.act*r.blamed.quality)
	}
}

// aloof is what a word says of a mention that it is not tied to.
func (r *reader) aloof(c cue) float64 {
	const thing = 0.3
	switch {
	case c.class.judges(), c.class == breaches:
		return strengths[c.class]
	case c.class.things():
		return thing * strengths[c.class]
	}
	return 0
}

func nearest(mentions []mention, c cue) mention {
	best := mentions[0]
	for _, m := range mentions {
		if distance(m, c) < distance(best, c) {
			best = m
		}
	}
	return best
}

func distance(m mention, c cue) int {
	if c.from >= m.to {
		return c.from - m.to
	}
	return m.from - c.to
}

// dampen takes back a part of what was seen where a condition, a question or somebody else's view
// stands around it.
func (r *reader) dampen(mentions []mention) {
	x := r.weighed()
	if x == 0 || len(mentions) == 0 {
		return
	}
	if i := r.theirs(); i >= 0 && i < mentions[len(mentions)-1].from {
		r.add(ruleNotShared, r.tokens[i].Span, -x)
		return
	}
	if i := r.first(whenever); i >= 0 {
		r.add(ruleConditional, r.tokens[i].Span, -x)
	}
	if r.question {
		r.add(ruleQuestion, r.tokens[len(r.tokens)-1].Span, -x)
	}
}

// theirs is the token where somebody else's view begins, -1 if none does.
func (r *reader) theirs() int {
	if i := r.first(others); i >= 0 {
		return i
	}
	for i := range r.steering[believes] {
		if !r.is(believes, i) {
			continue
		}
		for k := i - 1; k >= max(0, i-6); k-- {
			if r.is(self, k) || r.own(r.tokens, k) {
				break
			}
			if r.is(somebody, k) {
				return k
			}
		}
	}
	return -1
}

func sign(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}
