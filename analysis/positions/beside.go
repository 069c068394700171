package positions

import (
	"math"
	"slices"

	"hexapla/analysis/text"
)

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
			side := m.toward.act
			if m.blamed() {
				side = 1
			}
			r.add(ruleBreach, r.span(c.from, c.to), side*m.quality)
		}
	}
}

// instrument reads what something is done with: "solved through dialogue" is for dialogue, and "destroyed
// by war" against war. It reports whether there was anything to read.
func (r *reader) instrument(m mention) bool {
	const modifiers, far = 2, 3 // words
	if r.free || m.phrase < 0 || m.agent || m.toward.person {
		return false
	}
	for k := m.from - 1; k >= max(1, m.from-1-modifiers); k-- {
		switch r.tokens[k].norm {
		case "by", "through", "via":
		case "with", "in", "of", "to", "for", "on", "at", "and":
			return false
		default:
			if r.tokens[k].mark {
				return false
			}
			continue
		}
		for i := len(r.cues) - 1; i >= 0; i-- {
			c := r.cues[i]
			if c.to > k || !c.class.acts() {
				continue
			}
			if r.words(c.to, k) > far || r.breaks(c.to, k) != together || r.used[i] {
				return false
			}
			r.used[i] = true
			a := reading{rule: ruleWants, value: 0.8, span: r.span(c.from, m.from), negation: r.negationIn(max(0, c.from-5), k), wanted: r.any(must, max(0, c.from-6), c.from)}
			if c.class == breaches || c.class == harms || c.class == imposes {
				a.rule, a.value, a.wanted = ruleEffect, -0.9, false
			}
			r.act(a, m)
			return true
		}
		return false
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
			if v < 0 && !m.toward.bad {
				return // "a regime without human rights": a complaint, if anything
			}
			r.add(ruleAbsent, r.tokens[k].Span, v*m.toward.act*m.quality)
			return
		case r.is(negator, k) && !r.is(despite, k) && !m.toward.bad && r.tokens[k].norm == "no" && !r.any(must, 0, k) && !r.denies(k):
			return // "where there are no human rights"
		case r.is(negator, k) && !r.is(despite, k) && !r.free && r.tokens[k].norm != "no" && k+1 < m.from && !r.small(r.tokens[k+1].norm):
			return // "not intended for weapons": what is denied stands between
		case r.is(negator, k) && !r.is(despite, k):
			r.add(ruleAbsent, r.tokens[k].Span, -m.toward.act*m.quality)
			return
		}
	}
}

// denies reports whether a "no" at token k denies that there is something: "there is no alternative".
func (r *reader) denies(k int) bool {
	return k >= 2 && r.is(copula, k-1) && r.tokens[k-2].norm == "there" || k >= 1 && r.tokens[k-1].norm == "there's"
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
		if (m.blamed() || m.toward.person) && c.class.blames() {
			sum += 0.5 * math.Abs(strengths[c.class]) * m.quality // what is bad for women is a complaint on their behalf
			if at.Empty() {
				at = r.span(c.from, c.to)
			}
			continue
		}
		if c.class.things() && (m.toward.bad && !m.toward.ill || m.topic) || (c.class == breaches || c.class == ills) && !m.toward.ill {
			continue
		}
		if m.toward.ill {
			v = r.about(reading{value: v, denial: c.class == denies}, m)
		} else {
			v *= m.toward.judge * m.quality
			if !r.negationIn(max(0, c.from-3), c.from).Empty() != r.contrasted(m, c) {
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

// contrasted reports whether the sentence prefers what the word is said of: "dialogue over
// confrontation", "constructive work without zero-sum games".
func (r *reader) contrasted(m mention, c cue) bool {
	for k := m.from - 1; k >= max(0, m.from-4) && c.to <= k; k-- {
		switch w := r.tokens[k].norm; {
		case w == "over", r.is(without, k), w == "than" && k > 0 && r.tokens[k-1].norm == "rather":
			return true
		case w == "of" && k > 0 && r.tokens[k-1].norm == "instead":
			return true
		case r.is(negator, k) && !r.is(despite, k):
			return true
		case r.tokens[k].mark:
			return false
		}
	}
	return false
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
