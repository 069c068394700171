package triage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/entity"
)

// Numbers, dates and names have values that know no language. What is judged is what one side has
// more often than the other.

// quantities judges numbers, dates and times.
func (x *crosser) quantities() {
	strong := func(s *sentence) []place {
		return slices.DeleteFunc(counted(s), func(p place) bool { return p.Weak || inName(s, p) })
	}
	restA, restB := unmatched(strong(x.a), strong(x.b), entity.Same)
	restA, restB = append(restA, pairs(x.a, x.b, restB)...), append(restB, pairs(x.b, x.a, restA)...)
	for _, p := range restA {
		if said(p, x.b) {
			continue
		}
		k := slices.IndexFunc(restB, func(q place) bool { return kindOf(q.Mention) == kindOf(p.Mention) && !said(q, x.a) })
		if k < 0 {
			x.find(kindOf(p.Mention), p.stretch, x.place(x.a, x.b, p.from), because("%s has no counterpart", p.Of(x.a.text)), lostFeature(p, "lost"))
			continue
		}
		q := restB[k]
		restB = slices.Delete(slices.Clone(restB), k, k+1)
		x.find(kindOf(p.Mention), p.stretch, q.stretch, because("%s against %s are not the same", p.Of(x.a.text), q.Of(x.b.text)), weigh{string(kindOf(p.Mention)) + ".changed", 1, p.Value + " / " + q.Value})
	}
	for _, q := range restB {
		if !said(q, x.a) {
			x.find(kindOf(q.Mention), x.place(x.b, x.a, q.from), q.stretch, because("%s stands in one version only", q.Of(x.b.text)), lostFeature(q, "gained"))
		}
	}
}

// pairs lists a "two" that the other side has not, if it has another number without a counterpart.
func pairs(s, other *sentence, rest []place) []place {
	if !slices.ContainsFunc(rest, func(p place) bool { return p.Kind == entity.Number && p.Words }) {
		return nil
	}
	return slices.DeleteFunc(counted(s), func(p place) bool { return !p.Weak || p.Ordinal || p.Value != "2" || said(p, other) })
}

// said reports whether a sentence has a quantity, be it once where the other has it twice.
func said(p place, in *sentence) bool {
	return slices.ContainsFunc(counted(in), func(q place) bool { return entity.Same(p.Mention, q.Mention) })
}

// inName reports whether a number in digits is the end of a name: COVID-19, Nord Stream 2, B12.
func inName(s *sentence, p place) bool {
	if p.Kind != entity.Number || p.Words || p.from == 0 || p.to-p.from > 1 {
		return false
	}
	before := &s.words[p.from-1]
	if before.norm == "-" && p.from > 1 && before.Start == s.words[p.from-2].End {
		before = &s.words[p.from-2]
		return before.content && before.mention < 0 && hasLetter(before.surface)
	}
	return before.capital && !before.opening && before.content && before.mention < 0 && len(p.Value) < 3 && s.lang != "de"
}

// names judges names of the tables: a state that one side names and the other does not, in any role.
func (x *crosser) names() {
	a, b := namesOf(x.a), namesOf(x.b)
	lost, gained := missing(a, b), missing(b, a)
	lost, gained = x.explained(lost, x.bridge.a, x.b, gained), x.explained(gained, x.bridge.b, x.a, lost)
	for _, p := range append(lost, fewer(a, b)...) {
		k := slices.IndexFunc(gained, func(q place) bool { return (q.Role == entity.NoRole) == (p.Role == entity.NoRole) })
		if k >= 0 {
			q := gained[k]
			gained = slices.Delete(slices.Clone(gained), k, k+1)
			x.find(Name, p.stretch, q.stretch, because("another name: %s against %s", p.Of(x.a.text), q.Of(x.b.text)), weigh{"name.other", 1, p.Value + " / " + q.Value})
		} else if !present(p, b) {
			x.find(Name, p.stretch, x.place(x.a, x.b, p.from), because("the name %s has no counterpart", p.Of(x.a.text)), weigh{"name.lost across", directly(p), p.Value})
		}
	}
	for _, q := range gained {
		x.find(Name, x.place(x.b, x.a, q.from), q.stretch, because("the name %s stands in one version only", q.Of(x.b.text)), weigh{"name.gained across", directly(q), q.Value})
	}
}

// directly is how much a name counts: a capital is often named where another language has the state.
func directly(p place) float64 {
	if p.Role == entity.Capital || p.Role == entity.Seat {
		return 0.8
	}
	return 1
}

func namesOf(s *sentence) []place {
	return places(s, func(m entity.Mention) bool { return m.Kind == entity.Name })
}

func present(p place, in []place) bool {
	return slices.ContainsFunc(in, func(q place) bool { return q.Value == p.Value })
}

// missing lists the first mention of each name that the other side has not.
func missing(from, in []place) []place {
	var out []place
	for _, p := range from {
		if !present(p, in) && !present(p, out) {
			out = append(out, p)
		}
	}
	return out
}

// fewer lists the names that the other side has, but less often.
func fewer(from, in []place) []place {
	var out []place
	count := func(p place, list []place) int {
		n := 0
		for _, q := range list {
			if q.Value == p.Value {
				n++
			}
		}
		return n
	}
	for _, p := range from {
		if n := count(p, in); n > 0 && n < count(p, from) && !present(p, out) {
			out = append(out, p)
		}
	}
	return out
}

// explained leaves out names that the other side has in other words: those of a body or a treaty,
// most of whose words it has, and those that a name of the other side has within.
func (x *crosser) explained(names []place, k *bank, other *sentence, others []place) []place {
	return slices.DeleteFunc(slices.Clone(names), func(p place) bool {
		covered, content := 0, 0
		for i := p.from; i < p.to; i++ {
			if w := &k.words[i]; !w.punct && !w.is(function) {
				content++
				if k.cover[i] > 0 {
					covered++
				}
			}
		}
		if content > 0 && (covered == content || p.Role == entity.NoRole && 2*covered >= content) {
			return true
		}
		if other.lang == "zh" && x.signs(p, other) {
			return true
		}
		return slices.ContainsFunc(others, func(q place) bool {
			return (p.Role == entity.NoRole) != (q.Role == entity.NoRole) && x.within(p, q)
		})
	})
}

// signs reports whether Chinese may write a state by the first sign of its name: 塞 for 塞浦路斯.
func (x *crosser) signs(p place, in *sentence) bool {
	first, _ := utf8.DecodeRuneInString(x.tables.entities.StateName(p.Value, "zh"))
	if !unicode.Is(unicode.Han, first) {
		return false
	}
	return slices.ContainsFunc(in.words, func(w word) bool { return strings.HasPrefix(w.surface, string(first)) && w.mention < 0 })
}

// within reports whether one of two names is a part of the other: Iran, the Iranian nuclear deal.
func (x *crosser) within(p, q place) bool {
	body, state := p, q
	if p.Role != entity.NoRole {
		body, state = q, p
	}
	return slices.Contains(x.tables.entities.Within(body.Value), state.Value)
}

func hasLetter(s string) bool { return strings.ToLower(s) != strings.ToUpper(s) }
