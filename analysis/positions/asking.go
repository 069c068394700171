package positions

import (
	"math"
	"slices"
	"strings"
)

// part is a stretch of a proposition and whether the proposition is for (+1) or against (−1) what
// stands there.
type part struct {
	from, to int
	value    float64
}

// asking reads what a proposition asks, in a language whose word order tells who does what: "X should be
// done", "A should do X", "X is good", "X harms Y", "do X", "no to X". Parts lie in the order of the text.
func (s *sentence) asking() []part {
	end := len(s.tokens)
	for end > 0 && s.tokens[end-1].mark {
		end--
	}
	switch must, is := s.first(must), s.firstVerb(end); {
	case end == 0:
		return nil
	case s.needs(end) > 0:
		return []part{{0, s.needs(end), 1}, {s.needs(end), end, 1}} // "no peace without justice"
	case must > 0 && s.covered(must):
		return []part{{0, must, -1}} // "the law must go"
	case must > 0:
		return s.demanded(must, is, end)
	case is > 0:
		return s.called(is, end)
	default:
		return s.done(end)
	}
}

// needs is where a sentence that denies begins to say without what there is nothing, 0 if it does not.
func (s *sentence) needs(end int) int {
	for i := range end {
		if s.is(without, i) && s.polarity(0, i) < 0 {
			return i
		}
	}
	return 0
}

// firstVerb is the first form of to be or to have, -1 if there is none.
func (s *sentence) firstVerb(end int) int {
	for i := range end {
		if has(s.tokens[i].norm) || s.is(copula, i) {
			return i
		}
	}
	return -1
}

func has(word string) bool { return word == "has" || word == "have" || word == "had" }

// covered reports whether the word of obligation belongs to an act: "the law has to go".
func (s *sentence) covered(i int) bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.class == actsAgainst && c.from <= i && i+1 < c.to })
}

// demanded reads "X should be done" and "A should do X"; is is the first form of to be.
func (s *sentence) demanded(at, is, end int) []part {
	subject := at
	if is > 0 && is < at {
		subject = is // "X is unfair and must be ended"
	}
	from := at + 1
	for from < end && (s.is(must, from) || s.is(negator, from) || s.tokens[from].norm == "have" && s.any(copula, from+1, from+3)) {
		from++
	}
	wanted := s.polarity(0, subject) * s.polarity(at, from)
	passive := from < end && (s.is(copula, from))
	if passive {
		return s.predicated(subject, from+1, end, wanted)
	}
	for from+1 < end && strings.HasSuffix(s.tokens[from].norm, "ly") {
		from++
	}
	if from < end && s.tokens[from].norm == "lose" {
		return []part{{0, subject, -wanted}, {from + 1, end, -wanted}} // "should lose its privileges"
	}
	c, found := s.act(from, end)
	if found && has(s.tokens[from].norm) && c.from > from && c.to >= end {
		return []part{{from, c.from, wanted * direction(c.class)}} // "should have its debts forgiven"
	}
	if !found || c.from > from { // "should have a seat", and other verbs
		return []part{{0, subject, wanted}, {from, end, wanted}}
	}
	wanted *= s.polarity(from, c.from) * direction(c.class)
	if c.to >= end {
		return []part{{0, subject, wanted}} // "the interference must stop"
	}
	return []part{{c.to, end, wanted}}
}

// called reads "X is a threat", "X has the right to Y", "it was wrong to do X".
func (s *sentence) called(is, end int) []part {
	return s.predicated(is, is+1, end, s.polarity(0, is))
}

// predicated reads what is to be done with the subject, or what it is called, from token from on.
func (s *sentence) predicated(subject, from, end int, wanted float64) []part {
	if from+1 < end && leave[s.tokens[from].norm] && s.is(infinite, from+1) {
		return []part{{0, subject, wanted}, {from, end, wanted}} // "should be able to go home"
	}
	c, found := s.opinion(from, end)
	if !found {
		if s.first(must) < 0 && s.blamed(subject) && s.polarity(from, end) > 0 {
			wanted = -wanted // "crime is spreading"
		}
		return []part{{0, subject, wanted * s.polarity(from, end)}, {from, end, wanted * s.polarity(from, end)}}
	}
	wanted *= s.polarity(from, c.from)
	if s.suffers(c) || s.tokens[c.from].norm == "free" && c.to < end {
		return []part{{0, subject, wanted}, {from, c.to, wanted}, {c.to, end, -wanted}} // "threatened by", "free of"
	}
	wanted *= direction(c.class)
	called := wanted
	if c.class == bad || c.class == veryBad {
		called = -1 // who speaks of pretexts sees them as such, and says so of what is none
	}
	out := []part{{0, subject, wanted}, {from, c.to, called}}
	if c.to >= end {
		return out
	}
	rest := wanted
	if called < 0 && s.tokens[c.to].norm == "for" {
		return append(out, part{c.to, end, called}) // "no excuse for war"
	}
	switch s.tokens[c.to].norm {
	case "with", "by", "through", "via", "as":
		rest = s.polarity(from, c.from) // what it is done with
	case "than":
		rest = -wanted
	case "from":
		if strings.HasPrefix(s.tokens[c.from].norm, "protect") || strings.HasPrefix(s.tokens[c.from].norm, "sav") {
			rest = -wanted
		}
	case "in", "at", "on", "under", "within":
		rest = 1
	}
	if c.class == breaches || c.class == harms {
		rest = 1 // "a threat to peace"
	}
	return append(out, part{c.to, end, rest})
}

// blamed reports whether one of the first n tokens names something that nobody wants.
func (s *sentence) blamed(n int) bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.to <= n && (c.class == ills || c.class == bad || c.class == veryBad) })
}

// suffers reports whether the proposition pities whatever it speaks of: "democracy is under attack",
// "laws are violated".
func (s *sentence) suffers(c cue) bool {
	if c.class == breaches || c.class == harms {
		return s.first(must) < 0 && c.from > 0 && s.is(copula, c.from-1) && c.to == c.from+1 && participle(s.tokens[c.from].norm)
	}
	return c.from > 1 && c.class.blames() && plights[s.tokens[c.from].norm] && within[s.tokens[c.from-1].norm]
}

// leave are the words by which somebody is to be let do something.
var leave = map[string]bool{"able": true, "allowed": true, "permitted": true, "entitled": true, "free": true, "enabled": true}

func participle(word string) bool {
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "en")
}

// plights and within make up what befalls a thing: in danger, under threat.
var (
	plights = map[string]bool{"danger": true, "threat": true, "attack": true, "risk": true, "assault": true, "siege": true, "pressure": true, "peril": true, "jeopardy": true}
	within  = map[string]bool{"in": true, "under": true, "at": true}
)

// done reads a proposition without obligation and without to be: "stop X", "no to X", "X harms Y".
func (s *sentence) done(end int) []part {
	c, found := s.act(0, end)
	if found && (c.class == breaches || c.class == harms) && upon[s.tokens[c.to-1].norm] {
		if verb, ok := s.act(c.to, end); ok && verb.class != breaches && verb.class != harms {
			c = verb // "the crisis in the south needs a solution"
		}
	}
	if o, ok := s.brought(end); ok && !found {
		return []part{{0, o.from, sign(strengths[o.class]) * s.polarity(0, o.from)}}
	}
	if at := s.accused(end); !found && at > 0 {
		return []part{{0, end, -1}} // "the army used chemical weapons"
	}
	if !found {
		for i := range end {
			switch s.tokens[i].norm {
			case "before", "over", "than":
				return []part{{0, i, 1}, {i + 1, end, -1}} // "the nation comes before the world"
			}
		}
		return []part{{0, end, s.polarity(0, end)}}
	}
	value := direction(c.class) * s.polarity(0, c.from)
	if c.from == 0 || c.to >= end {
		return []part{{0, c.from, value}, {c.to, end, value}}
	}
	object := value
	for _, o := range s.cues {
		if o.from >= c.to && o.class.things() && s.kept(c.to, o.from) {
			break // "needs help against terrorism"
		}
		if o.from >= c.to && o.class.things() {
			if strengths[o.class] < 0 {
				object = -math.Abs(value) // an accusation: whoever condemns the deed shares it
			}
			value *= sign(strengths[o.class]) // "supports terrorism"
			break
		}
	}
	if c.class == breaches || c.class == harms {
		object = 1 // "harms the economy": value is what is said of whoever harms
	}
	return []part{{0, c.from, value}, {c.to, end, object}}
}

// kept reports whether a word by which something is kept off stands among the tokens.
func (s *sentence) kept(from, to int) bool {
	return slices.ContainsFunc(s.tokens[from:to], func(t token) bool { return t.norm == "against" || t.norm == "from" })
}

// accused is where, behind a verb and without a negation, the bad thing stands that somebody is said to
// do or use, 0 if there is none.
func (s *sentence) accused(end int) int {
	for _, c := range s.cues {
		if c.to > end || c.class != badThings && c.class != ills && c.class != bad && c.class != veryBad || s.polarity(0, c.from) < 0 {
			continue
		}
		for k := 1; k < c.from; k++ {
			if deeds[s.tokens[k].norm] {
				return c.from
			}
		}
	}
	return 0
}

// deeds are the verbs that accuse of the bad thing behind them.
var deeds = map[string]bool{
	"commit": true, "commits": true, "committed": true, "use": true, "uses": true, "used": true, "wage": true, "wages": true, "waged": true,
	"employ": true, "employs": true, "employed": true, "practise": true, "practises": true, "practised": true, "practice": true, "practices": true, "practiced": true,
	"apply": true, "applies": true, "applied": true,
	"perpetrate": true, "perpetrates": true, "perpetrated": true, "inflict": true, "inflicts": true, "inflicted": true,
}

// brought is the good or bad thing that something is said to bring: "X brings misery".
func (s *sentence) brought(end int) (cue, bool) {
	for i, c := range s.cues {
		if c.class != causes || c.from == 0 {
			continue
		}
		for _, o := range s.cues[i+1:] {
			if o.to <= end && (o.class.things() || o.class.judges()) {
				return o, true
			}
		}
	}
	return cue{}, false
}

// act is the first act from token from on.
func (s *sentence) act(from, end int) (cue, bool) {
	for _, c := range s.cues {
		if c.to > from && c.to <= end && c.class.acts() && c.class != causes && c.class != versus {
			return c, true
		}
	}
	return cue{}, false
}

// opinion is the first act, judgement or bad thing from token from on; it may begin with the form of to
// be before ("be limited").
func (s *sentence) opinion(from, end int) (cue, bool) {
	for _, c := range s.cues {
		if (c.from >= from || c.from == from-1 && c.to > from) && c.to <= end && c.class != causes && (c.class.acts() || !s.hangs(from, c.from) && (c.class.judges() || c.class.things())) {
			return c, true
		}
	}
	return cue{}, false
}

// hangs reports whether a word hangs by a preposition on words after token from: "be paid for crimes".
func (s *sentence) hangs(from, at int) bool {
	for k := from + 1; k < at; k++ {
		switch s.tokens[k].norm {
		case "for", "of", "by", "on", "with", "against", "from", "to", "in", "at":
			return true
		}
	}
	return false
}

// direction is which way a class points: a change of something is for it.
func direction(c class) float64 { return sign(strengths[c]) }

// polarity is -1 if an odd number of negators stand from token from to to.
func (s *sentence) polarity(from, to int) float64 {
	out := 1.0
	for i := max(0, from); i < min(to, len(s.tokens)); i++ {
		if s.is(negator, i) && !s.is(despite, i) && !s.inCue(i) {
			out = -out
		}
	}
	return out
}

func (s *sentence) inCue(i int) bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.from <= i && i < c.to })
}

// valueAt is what the proposition's parts say of tokens from to to: the value of their part, turned
// round by each act named between its beginning and them ("the use of X", "an end to X").
func (s *sentence) valueAt(parts []part, from, to int) (float64, bool) {
	for _, p := range parts {
		if from < p.from || from >= p.to {
			continue
		}
		value, last := p.value, -1
		for _, c := range s.cues {
			if c.from < p.from || c.to > from || !c.class.acts() || c.class == causes || c.class == changes || c.class == oversees || c.class == breaches || c.class == harms {
				continue // what is done to a thing that is harmed stands for the harm
			}
			if last >= 0 && s.any(joins, last, c.from) {
				last = c.to
				continue // "stop and reverse"
			}
			value *= direction(c.class)
			last = c.to
		}
		return value, true
	}
	return 0, false
}
