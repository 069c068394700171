package triage

import (
	"slices"

	"hexapla/analysis/entity"
)

// quantities judges numbers, dates and times: each that has no equal on the other side is either
// changed, if another stands in its place, or lost.
func (j *judge) quantities() {
	a, b := counted(j.p.a), counted(j.p.b)
	restA, restB := unmatched(a, b, entity.Same)
	explain(j.doneA, a, restA)
	explain(j.doneB, b, restB)
	restA, restB = j.linkedElsewhere(restA, restB)
	for _, x := range restA {
		k := j.nearest(x, restB)
		if k < 0 {
			j.quantityLost(x)
			continue
		}
		y := restB[k]
		restB = append(restB[:k:k], restB[k+1:]...)
		j.quantityChanged(x, y)
	}
	for _, y := range restB {
		j.quantityGained(y)
	}
}

// place is a mention with the words that it covers.
type place struct {
	entity.Mention
	stretch
}

func counted(s *sentence) []place {
	return places(s, func(m entity.Mention) bool { return m.Kind != entity.Name })
}

func places(s *sentence, want func(entity.Mention) bool) []place {
	var out []place
	for i := 0; i < len(s.words); i++ {
		m := s.words[i].mention
		if m < 0 || !want(s.mentions[m]) {
			continue
		}
		p := place{s.mentions[m], stretch{i, i + 1}}
		for p.to < len(s.words) && s.words[p.to].mention == m {
			p.to++
		}
		i = p.to - 1
		out = append(out, p)
	}
	return out
}

// unmatched pairs off mentions that are the same and returns the rest of both sides.
func unmatched(a, b []place, same func(x, y entity.Mention) bool) (restA, restB []place) {
	taken := make([]bool, len(b))
	for _, exact := range []bool{true, false} {
		rest := a[:0:0]
		for _, x := range a {
			k := -1
			for n, y := range b {
				if !taken[n] && (exact && x.Kind == y.Kind && x.Value == y.Value || !exact && same(x.Mention, y.Mention)) {
					k = n
					break
				}
			}
			if k < 0 {
				rest = append(rest, x)
				continue
			}
			taken[k] = true
		}
		a = rest
	}
	for n, y := range b {
		if !taken[n] {
			restB = append(restB, y)
		}
	}
	return a, restB
}

// explain marks the words of the mentions that have a counterpart: "20:30" and "8:30 p.m." have
// no word in common.
func explain(done []bool, all, rest []place) {
	for _, p := range all {
		if slices.ContainsFunc(rest, func(r place) bool { return r.stretch == p.stretch }) {
			continue
		}
		for i := p.from; i < p.to; i++ {
			done[i] = true
		}
	}
}

// linkedElsewhere takes out weak numbers ("one", "first") whose words have a counterpart.
func (j *judge) linkedElsewhere(a, b []place) (restA, restB []place) {
	for _, x := range a {
		if !(x.Weak && j.p.to[x.from] >= 0 && j.p.bonds[x.from] <= related) {
			restA = append(restA, x)
		}
	}
	for _, y := range b {
		if i := j.p.from[y.from]; !(y.Weak && i >= 0 && j.p.bonds[i] <= related) {
			restB = append(restB, y)
		}
	}
	return restA, restB
}

// nearest returns which of the mentions of b stands where x stands, or -1. Kinds must agree, but
// for numbers that one side takes for a date.
func (j *judge) nearest(x place, b []place) int {
	expected := j.p.expected(x.from)
	best, distance := -1, 1+len(j.p.b.words)/3
	for k, y := range b {
		if (x.Kind == entity.Number) != (y.Kind == entity.Number) && len(b) > 1 {
			continue
		}
		d := max(y.from-expected, expected-y.from)
		if i := j.p.to[x.from]; i >= y.from && i < y.to {
			d = 0
		}
		if d < distance {
			best, distance = k, d
		}
	}
	return best
}

func kindOf(m entity.Mention) Kind {
	if m.Kind == entity.Number {
		return Number
	}
	return Date
}

func (j *judge) quantityChanged(x, y place) {
	kind, says := kindOf(x.Mention), "the numbers differ: %s against %s"
	if kind == Date || kindOf(y.Mention) == Date {
		kind, says = Date, "the dates differ: %s against %s"
	}
	feature := string(kind) + ".changed"
	if x.Weak || y.Weak {
		feature = "number.weak"
	}
	j.find(kind, x.stretch, y.stretch, because(says, j.wordsA(x.stretch), j.wordsB(y.stretch)),
		weigh{feature, 1, x.Value + " / " + y.Value})
}

func (j *judge) quantityLost(x place) {
	b := j.counterpart(x.stretch)
	j.find(kindOf(x.Mention), x.stretch, b, because("%s has no counterpart", j.wordsA(x.stretch)), lostFeature(x, "lost"))
}

func (j *judge) quantityGained(y place) {
	at := j.placeA(y.from)
	j.find(kindOf(y.Mention), stretch{at, at}, y.stretch, because("%s stands in one version only", j.wordsB(y.stretch)), lostFeature(y, "gained"))
}

func lostFeature(x place, how string) weigh {
	kind := string(kindOf(x.Mention))
	switch {
	case x.Weak:
		return weigh{kind + ".weakly " + how, 1, x.Value}
	case x.Kind == entity.Date && (x.Value[0] == 'r' || x.Value[0] == 'p'):
		return weigh{kind + ".relative " + how, 1, x.Value}
	case x.Words && x.Kind == entity.Number:
		return weigh{kind + ".word " + how, 1, x.Value}
	}
	return weigh{kind + "." + how, 1, x.Value}
}
