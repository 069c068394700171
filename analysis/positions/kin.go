package positions

import (
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// actOf is what a proposition says of a phrase that it does not have, by the phrase's noun: the value of
// the noun where the proposition has it or a form of it, of the deed where the proposition has its verb,
// or, where the noun is an act itself, what the proposition wants for what it is done to; 0 where
// nothing tells. wanted is what is asked for the proposition's object, worth the value of other words.
func (s *sentence) actOf(parts []part, wanted float64, ph phrase, g *grammar, worth func(string) float64) float64 {
	if ph.named && g.allPlaces(ph) || len(ph.words) == 0 {
		return 0
	}
	head := ph.words[min(ph.head, len(ph.words)-1)]
	turn := 1.0
	if first := ph.words[0]; prefixes[first] && !s.says(first) || s.contrasts(ph) {
		turn = -1
	}
	if v := s.deed(head); v != 0 {
		return v * turn
	}
	if v := s.like(parts, head); v != 0 && !s.modifies(head) {
		return v * turn
	}
	if partings[head] && s.belongs() {
		return -1
	}
	return s.doing(parts, wanted, ph, head, g, worth)
}

// doing reads a phrase whose noun is an act: what it does, times what the proposition wants for the
// thing that it is done to. A thing of which the proposition does not speak counts by its own worth.
func (s *sentence) doing(parts []part, wanted float64, ph phrase, head string, g *grammar, worth func(string) float64) float64 {
	tokens := scan(ph.text, text.Span{End: len(ph.text)})
	at := slices.IndexFunc(tokens, func(t token) bool { return t.norm == head })
	for _, c := range g.opinions.finder().find(tokens) {
		if c.to <= at || c.from > at {
			continue
		}
		object := 0.0
		for _, t := range tokens[c.to:] {
			if v := s.like(parts, t.norm); v != 0 {
				object = v
				break
			}
		}
		switch c.class {
		case bans:
			return -wanted
		case breaches, harms:
			return -object
		case leaves:
			if v := s.leaving(parts); v != 0 {
				return v
			}
			return -wanted
		case actsFor, actsStronglyFor, actsAgainst, actsStronglyAgainst:
			around := ph.text[tokens[c.to-1].End:]
			if c.to == len(tokens) {
				around = ph.text[:tokens[c.from].Start]
			}
			if v := worth(around); v != 0 && object == 0 && !s.knows(parts, ph) {
				return v * direction(c.class) // "return to democracy", "emission reductions"
			}
			return wanted * direction(c.class)
		}
	}
	return 0
}

// knows reports whether the proposition has any word of a phrase.
func (s *sentence) knows(parts []part, ph phrase) bool {
	return slices.ContainsFunc(ph.words, func(w string) bool { return s.like(parts, w) != 0 })
}

// leaving is what the proposition says of an act of leaving that it names, 0 if it names none.
func (s *sentence) leaving(parts []part) float64 {
	for _, c := range s.cues {
		if c.class == leaves {
			v, _ := s.valueAt(parts, c.from, c.from+1)
			return v
		}
	}
	return 0
}

// deed is whether the proposition wants done (+1) or undone (−1) what a noun or verb names as one of its
// own verbs does ("a waiver" where patents are to be waived), 0 if it has none of its kin.
func (s *sentence) deed(word string) float64 {
	for i, c := range s.cues {
		if c.class == causes || c.class == versus || strengths[c.class] == 0 || c.class.things() || c.to <= s.first(must)+1 || s.first(must) < 0 && c.from > 0 {
			continue
		}
		if !slices.ContainsFunc(s.tokens[c.from:c.to], func(t token) bool {
			return t.norm+"s" == word || len(t.norm) >= 4 && !s.small(t.norm) && akin(t.norm, word)
		}) {
			continue
		}
		value, last := s.polarity(0, c.from), -1
		for _, before := range s.cues[:i] {
			if !before.class.acts() || before.class == causes || last >= 0 && s.any(joins, last, before.from) {
				continue
			}
			value *= direction(before.class)
			last = before.to
		}
		return value
	}
	return 0
}

// like is the value of a word of the proposition that is a form of the given one, turned round where it
// is the word's undoing ("denuclearized" for nuclear); 0 if it has none.
func (s *sentence) like(parts []part, word string) float64 {
	for i, t := range s.tokens {
		if t.mark || s.small(t.norm) {
			continue
		}
		turn := 1.0
		switch undone, ok := strings.CutPrefix(t.norm, "de"); {
		case t.norm == word, t.norm == word+"s", t.norm+"s" == word, len(word) >= 5 && len(t.norm) >= 5 && t.norm[:5] == word[:5] && akin(t.norm, word):
		case ok && len(word) >= 5 && len(undone) >= 5 && undone[:5] == word[:5] && akin(undone, word):
			turn = -1
		default:
			continue
		}
		if v, ok := s.valueAt(parts, i, i+1); ok {
			return v * turn
		}
	}
	return 0
}

// modifies reports whether a word stands in the sentence before a noun of praise or blame only: trade
// barriers are no trade.
func (s *sentence) modifies(word string) bool {
	found := false
	for i, t := range s.tokens {
		if !akin(t.norm, word) {
			continue
		}
		if found = true; !slices.ContainsFunc(s.cues, func(c cue) bool { return c.from == i+1 && (c.class.things() || c.class.judges()) }) {
			return false
		}
	}
	return found
}

// akin reports whether two words differ in their endings only.
func akin(a, b string) bool {
	a, b = strings.TrimSuffix(a, "s"), strings.TrimSuffix(b, "s")
	ending := 4 // letters at most
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	if same == min(len(a), len(b)) {
		ending++ // nation, nationalism
	}
	return len(a)-same <= ending && len(b)-same <= ending && 2*same >= max(len(a), len(b))
}

// prefixes are the words that turn round the noun with which a hyphen joins them.
var prefixes = map[string]bool{"non": true, "anti": true, "counter": true}

// says reports whether the sentence has a word.
func (s *sentence) says(word string) bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return t.norm == word })
}

// contrasts reports whether a phrase names the peaceful way where the sentence names the way of force, or
// the other way round: a political solution is none of arms.
func (s *sentence) contrasts(ph phrase) bool {
	way := func(word string) float64 {
		switch {
		case peaceable[word]:
			return 1
		case forcible[word]:
			return -1
		}
		return 0
	}
	ours, theirs := 0.0, 0.0
	for _, w := range ph.words {
		ours += way(w)
	}
	for _, t := range s.tokens {
		theirs += way(t.norm)
	}
	return ours*theirs < 0
}

// peaceable and forcible tell two ways to an end apart.
var (
	peaceable = map[string]bool{"political": true, "diplomatic": true, "peaceful": true, "negotiated": true}
	forcible  = map[string]bool{"military": true, "armed": true, "violent": true, "forcible": true}
)

// belongs reports whether the sentence says that something is part of something else.
func (s *sentence) belongs() bool {
	for i, t := range s.tokens {
		if i+1 < len(s.tokens) && (t.norm == "part" && s.tokens[i+1].norm == "of" || (t.norm == "belongs" || t.norm == "belong") && s.tokens[i+1].norm == "to") {
			return true
		}
	}
	return false
}

// partings are the nouns for what a part does that does not want to be one, or is made to be another's.
var partings = map[string]bool{"independence": true, "secession": true, "separatism": true, "separatists": true, "annexation": true, "partition": true}
