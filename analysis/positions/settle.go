package positions

import (
	"cmp"
	"slices"
	"strings"
)

// settle finds the act that the proposition wants, and whether it is on the side of good things.
func (p *proposition) settle(issue *Issue, g *grammar, stem *stemmer, s *sentence, t *Tables) {
	object := 0.0
	found := false
	if p.way.verb != "" && len(p.names) > 0 {
		p.settleDemand(issue, s)
		return
	}
	for _, about := range issue.About {
		ph := phraseOf(about, g, stem)
		if x, ok := p.read(ph); ok && !g.allPlaces(ph) {
			object = p.valence(about)
			if x != 0 {
				p.value, found = sign(x), true
				break
			}
		}
	}
	if !found {
		if at := s.first(must); at > 0 {
			object = p.valence(issue.Proposition[:s.tokens[at].Start]) // "wars should be ended by talks"
		}
		for _, c := range s.cues {
			if c.class.acts() || c.class.judges() {
				p.value = sign(strengths[c.class])
				if !(&reader{sentence: s}).negation(c.from, 4).Empty() {
					p.value = -p.value
				}
				break
			}
		}
	}
	if p.parts != nil {
		if !found {
			p.value = p.nearest(issue, g, stem, s)
		}
		p.known = object != 0
		switch {
		case object != 0:
		case s.tokens[0].norm == "there" && p.calls:
			object = cmp.Or(p.valence(issue.Proposition), 1) // "there is no way out" denies something good
		default:
			object = p.value // who asks for more of something takes it for good
		}
	}
	if object == 0 {
		object = p.valence(issue.Proposition)
	}
	if object == 0 {
		object = 1
	}
	p.good = p.value * object
}

// nearest is the value of the part of the proposition that has a word of an about phrase, that of the
// first part if none has.
func (p *proposition) nearest(issue *Issue, g *grammar, stem *stemmer, s *sentence) float64 {
	for _, about := range issue.About {
		ph := phraseOf(about, g, stem)
		if g.allPlaces(ph) {
			continue
		}
		for _, w := range ph.words {
			if v := s.like(p.parts, w); v != 0 {
				return v
			}
		}
	}
	return p.parts[0].value
}

// settleDemand reads what somebody named is to do: it is on the side of good things if it does them
// or ends bad ones; an act without a thing ("step down") is taken for good.
func (p *proposition) settleDemand(issue *Issue, s *sentence) {
	for _, c := range s.cues {
		if c.to <= s.first(must)+1 || !c.class.acts() {
			continue
		}
		p.value = sign(strengths[c.class])
		if !(&reader{sentence: s}).negation(c.from, 3).Empty() {
			p.value = -p.value
		}
		object := p.valence(issue.Proposition[s.tokens[c.to-1].End:])
		if p.good = p.value * object; object == 0 {
			p.good = 1
		}
		return
	}
}

// toward says what being for a phrase's thing means for the proposition.
func (p *proposition) toward(ph phrase) toward {
	act := p.value
	if x, ok := p.read(ph); ok && x != 0 {
		act = sign(x)
	} else if x := p.named(ph); !ok && x != 0 {
		act = x
	} else if v := p.valence(ph.text); !ok && v != 0 {
		act = v * p.good
	}
	out := toward{act: act, judge: act}
	named := p.class(ph.text)
	out.person = act > 0 && p.person(ph)
	out.ill, out.bad = named == ills, named == badThings || named == ills
	if p.way.change {
		out.judge = -act
	}
	if out.ill && p.denied {
		out.act, out.judge = 1, 1 // who takes it for harmless leaves it alone
	}
	return out
}

// named is the value of a phrase that the proposition does not have but whose noun it has, or whose noun
// is an act: who wants debts forgiven is for "debt relief". It is 0 where neither is so.
func (p *proposition) named(ph phrase) float64 {
	if p.actOf == nil {
		return 0
	}
	worth := p.valence(ph.text)
	if worth < 0 && p.gives(ph) {
		return p.shares(ph) // "weapons for the Wends" where the Wends deserve help
	}
	if v := p.actOf(ph); v != 0 || p.known || worth < 0 || worth > 0 && p.sharesPlace(ph) {
		return v
	}
	return p.shares(ph) // nothing tells whether it asks for a good or a bad thing
}

// gives reports whether a phrase is a thing for somebody of whom the proposition speaks well.
func (p *proposition) gives(ph phrase) bool {
	for _, preposition := range []string{" to ", " for "} {
		if thing, whom, ok := strings.Cut(ph.text, preposition); ok && p.class(thing) == badThings {
			return p.shares(phrase{words: strings.Fields(strings.ToLower(whom))}) > 0
		}
	}
	return false
}

// settlePhrase says of a phrase what being for its thing means, and whether it is a mere place or person.
func (p *proposition) settlePhrase(ph *phrase, g *grammar) {
	ph.toward = p.toward(*ph)
	ph.agent = p.way.verb != "" && len(ph.stems) > 0
	for _, stem := range ph.stems {
		ph.agent = ph.agent && slices.Contains(p.agents, stem)
	}
	if p.asks(*ph, g) {
		ph.agent, ph.topic = true, true
		ph.toward = toward{act: -1, judge: -1, bad: true} // a demand on somebody is criticism of him
		if g.allPlaces(*ph) {
			ph.toward.act, ph.toward.bad = 0, false
		}
		return
	}
	if ph.named && !p.refused && ph.toward.act < 0 && !ph.toward.ill && p.value < 0 {
		ph.toward.foe, ph.toward.bad = true, true
	}
	if ph.named && (g.allPlaces(*ph) || p.left(*ph)) {
		ph.topic = true
		side := p.good
		if x, ok := p.read(*ph); p.calls && ok && x != 0 && p.heads(*ph) {
			side = x // "A is a threat"
		} else if p.calls && !ok {
			side = p.value
		}
		ph.toward = toward{act: side, judge: side}
	}
}

// stays are the acts that are wished to somebody rather than demanded of him.
var stays = map[string]bool{"stay": true, "remain": true, "continue": true, "survive": true, "win": true, "prevail": true}

// heads reports whether a place is what the proposition speaks of, not where something is.
func (p *proposition) heads(ph phrase) bool {
	return len(p.stems) > 0 && slices.Contains(ph.stems, p.stems[0]) || len(p.stems) > 1 && slices.Contains(ph.stems, p.stems[1]) && slices.Contains(p.names, p.stems[1])
}

// left reports whether a phrase names a place that somebody is to leave: leaving Crimea is for Crimea,
// leaving an agreement against it.
func (p *proposition) left(ph phrase) bool {
	return p.way.leaves && !ph.caps && len(ph.stems) == 1 && slices.Contains(p.names, ph.stems[0]) && !slices.Contains(p.agents, ph.stems[0])
}

// asks reports whether a phrase names whoever the proposition asks to act.
func (p *proposition) asks(ph phrase, g *grammar) bool {
	if !ph.named || len(p.agents) == 0 || p.way.verb == "" || stays[p.way.verb] {
		return false
	}
	if ph.agent {
		return true
	}
	for i, w := range ph.words {
		if slices.Contains(p.agents, ph.stems[min(i, len(ph.stems)-1)]) && slices.Contains(p.names, ph.stems[min(i, len(ph.stems)-1)]) {
			return true // another name with the same name in it
		}
		code := g.place(w)
		if i > 0 {
			code = cmp.Or(g.names[ph.words[i-1]+" "+w], code)
		}
		if p.asked[code] && g.allPlaces(ph) {
			return true
		}
	}
	return false
}

// allPlaces reports whether all words of a phrase name states.
func (g *grammar) allPlaces(p phrase) bool {
	found := false
	for i, w := range p.words {
		pair := i > 0 && g.names[p.words[i-1]+" "+w] != ""
		if g.place(w) == "" && !common[w] && !pair {
			return false
		}
		found = found || pair || g.place(w) != ""
	}
	return found
}

// has reports whether the proposition uses the noun or one of its kind.
func (p *proposition) has(stem string, s *stemmer, g *grammar) bool {
	kind := g.kind(stem, s)
	for _, w := range p.stems {
		if w == stem || kind > 0 && g.kind(w, s) == kind {
			return true
		}
	}
	return false
}
