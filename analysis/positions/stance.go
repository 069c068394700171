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
	ruleWithheld    = "withheld"
	ruleSide        = "takes a side"
)

var ruleIDs = []string{
	ruleWants, ruleOwn, ruleFavour, ruleAttack, ruleBreach, ruleJudged, ruleEffect, ruleNearby, ruleAbsent, ruleDemanded,
	rulePro, ruleCon, ruleNegated, ruleConditional, ruleQuestion, ruleNotShared, ruleWithheld, ruleSide,
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
	change bool            // its object is to be changed
	verb   string          // the act that is wanted of somebody, folded; "" if something is to be done with a thing
	sign   float64         // of that act
	leaves bool            // that act is to leave
	wishes bool            // what is read is the proposition itself: all in it is wanted
	words  map[string]bool // stems of the proposition
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
	r.named(mentions)
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

// named passes over words of praise and blame that belong to the name: the right of veto.
func (r *reader) named(mentions []mention) {
	const beside = 3 // words
	if len(mentions) == 0 {
		return
	}
	for i, c := range r.cues {
		if !c.class.judges() && !c.class.things() || distance(nearest(mentions, c), c) > beside {
			continue
		}
		inside := true
		for k := c.from; k < c.to; k++ {
			inside = inside && (r.way.words[r.stems[k]] || r.small(r.tokens[k].norm))
		}
		r.used[i] = r.used[i] || inside
	}
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
		of = done(chain)
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
	if !beforeOK && !m.topic && !r.instrument(m) {
		r.absent(m)
	}
}

// subject reports whether acts before the mention are, as a noun or an -ing form, what the sentence
// goes on to speak of: "leaving the agreement", "their withdrawal from it".
func (r *reader) subject(chain []link, a reading) bool {
	outer := chain[len(chain)-1]
	if r.free {
		return outer.from <= 1 && !a.self && !a.wanted && r.judgedAfter(chain[0].to) // "Fermer les centrales serait une erreur"
	}
	if a.self || a.wanted || !r.nounlike(outer.cue) {
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

// judgedAfter reports whether a word of praise or blame stands behind token i.
func (r *reader) judgedAfter(i int) bool {
	return slices.ContainsFunc(r.cues, func(c cue) bool { return c.from >= i && c.class.judges() && r.breaks(i, c.from) < apartBreak })
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

// judge adds what a word of praise or blame says of the mention, or by its sign of what is done to it.
func (r *reader) judge(c cue, m mention, of float64) {
	if m.toward.person && strengths[c.class] < 0 {
		r.add(ruleBreach, r.span(c.from, c.to), 0.5*m.quality)
		return
	}
	a := reading{rule: ruleJudged, value: strengths[c.class] * of, span: r.span(c.from, c.to), denial: c.class == denies}
	a.negation = r.negation(c.from, 3)
	r.act(a, m)
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
