package positions

import (
	"cmp"
	"slices"
	"strings"
)

// apartFrom drops mentions whose words mean something else here.
func apartFrom(mentions []mention, cues []cue) []mention {
	return slices.DeleteFunc(mentions, func(m mention) bool {
		return slices.ContainsFunc(cues, func(c cue) bool { return c.class == elsewise && c.from < m.to && m.from < c.to })
	})
}

// nameAt counts the sentences since a name of the proposition stood: 1 in its own, 0 for too long ago.
func (t *target) nameAt(tokens []token, stems []string, since int) int {
	const far = 4 // sentences
	for i := range stems {
		if tokens[i].capital && t.named(stems[i]) {
			return 1
		}
	}
	if since == 0 || since > far {
		return 0
	}
	return since + 1
}

// fitting drops mentions by words that do not name the issue's own actor where they stand beside
// another's name, or, for a single common word, far from the own: sanctions on Syria are not those on
// Russia. named counts the sentences since the own name, 1 is this one.
func (t *target) fitting(mentions []mention, tokens []token, w *work, named int) []mention {
	mentions = slices.DeleteFunc(mentions, func(m mention) bool { return t.partOfName(m, tokens) || t.prefixed(m, tokens) })
	if len(t.names) == 0 || named == 1 {
		return mentions
	}
	return slices.DeleteFunc(mentions, func(m mention) bool {
		p := t.phrases[m.phrase]
		return !p.named && (w.elsewhere(m, tokens) || len(p.stems) == 1 && named == 0 && t.mayMeanOthers(w))
	})
}

// prefixed reports whether a mention of several words stands behind a "non-" that belongs to the first:
// a non-permanent seat is another thing.
func (t *target) prefixed(m mention, tokens []token) bool {
	return m.from > 0 && tokens[m.from-1].joined != "" && tokens[m.from-1].norm == "non" && len(t.phrases[m.phrase].stems) > 1
}

// partOfName reports whether common words stand within a longer name: "human rights" in "the Human
// Rights Council". An ill in the name of what is done about it still counts.
func (t *target) partOfName(m mention, tokens []token) bool {
	if m.from == 0 || m.to >= len(tokens) || t.phrases[m.phrase].named || m.toward.ill {
		return false
	}
	return tokens[m.from].capital && tokens[m.to-1].capital && tokens[m.to].capital && !tokens[m.to].mark
}

// mayMeanOthers reports whether a common word such as "sanctions" may well mean others than the
// proposition's: in a long text, by somebody whom the proposition does not name.
func (t *target) mayMeanOthers(w *work) bool {
	const long = 2000
	if len(w.Text) < long {
		return false
	}
	return !slices.ContainsFunc(t.namedWords, func(word string) bool { return w.tongue.grammar.place(word) == w.Actor })
}

// named reports whether the stem is a form of a name in the proposition: Iran, Iranian.
func (t *target) named(stem string) bool {
	for _, n := range t.names {
		if short := min(len(n), len(stem)); short >= 4 {
			same := 0
			for same < short && n[same] == stem[same] {
				same++
			}
			if same >= max(4, short-1) {
				return true
			}
		} else if n == stem {
			return true
		}
	}
	return false
}

// elsewhere reports whether another actor's name stands close to the mention.
func (w *work) elsewhere(m mention, tokens []token) bool {
	for k := max(0, m.from-2); k < min(len(tokens), m.to+5); k++ {
		if tokens[k].mark && k >= m.to {
			return false
		}
		if place := w.tongue.grammar.place(tokens[k].norm); place != "" && tokens[k].capital && place != w.Actor {
			return true
		}
	}
	return false
}

// continued finds "the agreement" and "it" where the issue was spoken of just before.
func (t *target) continued(tokens []token, stems []string, prepared func(int) *sentence, k, since int, last toward) []mention {
	const reach, pronouns = 4, 1 // sentences
	if since == 0 || since > reach {
		return nil
	}
	s := prepared(k)
	var out []mention
	for i := range tokens {
		if side, head := t.heads[stems[i]]; head && !tokens[i].mark && t.definite(s, tokens, stems, i) {
			out = append(out, mention{from: i, to: i + 1, quality: 0.85, toward: side, phrase: -1})
		}
	}
	if len(out) > 0 || since > pronouns || last == (toward{}) {
		return out
	}
	for i := range tokens {
		if s.is(pronoun, i) && stands(s, i) {
			if s.placeBefore(i) {
				return nil // "it" is rather what was named in this sentence
			}
			return []mention{{from: i, to: i + 1, quality: pronounQuality, toward: last, phrase: -1}}
		}
	}
	return nil
}

// pronounQuality is how surely an "it" means what was spoken of.
const pronounQuality = 0.6

// definite reports whether the noun at token i points back: "the agreement", "this historic deal",
// but not "the Arms Trade Treaty".
func (t *target) definite(s *sentence, tokens []token, stems []string, i int) bool {
	if s.free {
		return i == 0 || !tokens[i-1].capital || tokens[i].capital
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		switch {
		case s.is(points, k):
			follows := i+1 >= len(tokens) || !tokens[i+1].capital
			return follows && (stems[i] == tokens[i].norm || tokens[k].norm != "the" && tokens[k].norm != "that")
		case tokens[k].mark:
			return false
		case tokens[k].capital && !t.named(stems[k]):
			return false
		}
	}
	return false
}

// stands reports whether the pronoun at token i may stand for what was spoken of: an "it" that
// means something, or a "that" that opens the sentence.
func stands(s *sentence, i int) bool {
	if s.is(points, i) && !s.free {
		return false // "that" is mostly what was said, not what was spoken of
	}
	return !expletive(s.tokens, i)
}

// expletive reports whether an "it" means nothing: "it is time", "it is essential that".
func expletive(tokens []token, i int) bool {
	is := i + 1
	if tokens[i].norm == "it's" {
		is = i
	} else if tokens[i].norm != "it" || is >= len(tokens) || tokens[is].norm != "is" {
		return false
	}
	for _, t := range tokens[is+1 : min(len(tokens), is+5)] {
		if t.norm == "to" || t.norm == "that" || strings.HasPrefix(t.norm, "time") {
			return true
		}
	}
	return false
}

// turn turns mentions round whose words are only a part of the opposite's name: "non-interference",
// "Taiwan separatists".
func (s *sentence) turn(mentions []mention) {
	for i, m := range mentions {
		if m.from > 0 && s.tokens[m.from-1].joined != "" {
			if prefixes[s.tokens[m.from-1].norm] {
				mentions[i].toward = toward{act: -m.toward.act, judge: -m.toward.act}
			}
		}
		if !m.topic || m.toward.judge < 0 || s.free {
			continue
		}
		if to := s.compound(m.to); to > m.to {
			mentions[i].to = to
			mentions[i].toward = toward{act: -m.toward.act, judge: -m.toward.judge, bad: true}
			mentions[i].topic = false
		}
	}
}

// compound is the end of a noun of blame that follows token i at most two nouns later, i if none does.
func (s *sentence) compound(i int) int {
	const longest = 3
	for _, c := range s.cues {
		if c.from < i || c.from >= i+longest || c.class != badThings && c.class != ills && c.class != bad {
			continue
		}
		if slices.ContainsFunc(s.cues, func(v cue) bool { return v.class.acts() && v.from >= i && v.to <= c.from }) {
			return i // "France spreads chaos"
		}
		for k := i; k < c.from; k++ {
			if s.tokens[k].mark || s.small(s.tokens[k].norm) || s.is(copula, k) || s.is(past, k) || s.is(opens, k) || s.is(joins, k) || s.is(negator, k) {
				return i
			}
		}
		return c.to
	}
	return i
}

// brings reports whether a sentence says of a mention that it does or causes what a cue names.
func (s *sentence) brings(m mention, c cue) bool {
	const far = 8 // tokens
	return !s.free && m.to < c.from && c.from-m.to <= far && slices.ContainsFunc(s.cues, func(v cue) bool {
		does := v.class == causes || strengths[c.class] < 0 && (v.class == actsFor || v.class == imposes)
		return does && v.from >= m.to && v.to <= c.from && !s.apart(m.to, c.from)
	})
}

// apart reports whether a mark or a word that opens a clause stands among the tokens.
func (s *sentence) apart(from, to int) bool {
	for k := from; k < to; k++ {
		if s.tokens[k].mark || s.is(opens, k) && !s.is(points, k) {
			return true
		}
	}
	return false
}

// around adds to mentions of a place or person the good and bad things that the sentence names beside
// them: of "the war in Ukraine", what is said of the war is what counts.
func (t *target) around(s *sentence, mentions []mention) []mention {
	for _, m := range mentions {
		if !m.topic {
			return mentions
		}
	}
	if mentions[0].blamed() {
		return mentions
	}
	const besides = 0.6
	out := slices.Clone(mentions)
	for _, c := range s.cues {
		apart := !slices.ContainsFunc(mentions, func(m mention) bool { return c.from < m.to && m.from < c.to || s.brings(m, c) })
		if c.class.things() && apart && !t.way.restates(s.tokens[c.from].norm) {
			side := sign(strengths[c.class]) * t.good
			out = append(out, mention{from: c.from, to: c.to, quality: besides, toward: toward{act: side, judge: side, bad: side != t.good, ill: c.class == ills}, phrase: -1})
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return cmp.Compare(a.from, b.from) })
	return out
}
