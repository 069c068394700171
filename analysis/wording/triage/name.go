package triage

import (
	"strings"

	"hexapla/analysis/entity"
)

// names judges names without a counterpart: another name in the same place is another entity; none
// at all is a name lost. A name that the other side has elsewhere is not lost.
func (j *judge) names() {
	a, b := j.nameRuns(j.p.a, j.p.to, j.doneA), j.nameRuns(j.p.b, j.p.from, j.doneB)
	for _, x := range a {
		y, ok := j.nameInPlace(x, b)
		if !ok {
			y, ok = j.openingNameB(x)
		}
		switch {
		case ok:
			j.nameChanged(x, y)
		case !j.hasName(j.p.b, j.p.a, x):
			j.find(Name, x, j.counterpart(x), because("the name %s has no counterpart", j.wordsA(x)), weigh{nameFeature(j.p.a, x, "lost"), 1, j.wordsA(x)})
		}
	}
	for _, y := range b {
		if !j.doneB[y.from] && !j.hasName(j.p.a, j.p.b, y) {
			x, ok := j.otherName(y)
			if !ok {
				x, ok = j.openingName(y)
			}
			if ok {
				j.nameChanged(x, y)
				continue
			}
			at := j.placeA(y.from)
			j.find(Name, stretch{at, at}, y, because("the name %s stands in one version only", j.wordsB(y)), weigh{nameFeature(j.p.b, y, "gained"), 1, j.wordsB(y)})
		}
	}
}

// nameFeature tells names of the tables, names, and common words written with a capital apart.
func nameFeature(s *sentence, x stretch, how string) string {
	if known(s, x) != nil {
		return "name.known " + how
	}
	for i := x.from; i < x.to; i++ {
		if w := &s.words[i]; w.content && !w.is(function) && (!w.known || w.entry == nil) {
			return "name." + how
		}
	}
	return "name.word " + how
}

// nameRuns returns the runs of names that have no counterpart, or one that is no likeness of them.
func (j *judge) nameRuns(s *sentence, links []int, done []bool) []stretch {
	open := func(i int) bool {
		if done[i] || !s.words[i].isName(s) {
			return false
		}
		if links[i] < 0 {
			return true
		}
		at := i
		if s == j.p.b {
			at = links[i]
		}
		return j.p.bonds[at] == replaced || j.p.bonds[at] == near || j.p.bonds[at] == broader || j.p.bonds[at] == contrary
	}
	var out []stretch
	for i := 0; i < len(s.words); i++ {
		if !open(i) {
			continue
		}
		run := stretch{i, i + 1}
		for next := run.to; next < min(len(s.words), run.to+3); next++ {
			if open(next) {
				run.to = next + 1
			} else if links[next] >= 0 || !s.words[next].is(function) {
				break
			}
		}
		out = append(out, run)
		i = run.to
	}
	return out
}

// nameInPlace finds the name of b that stands where x stands.
func (j *judge) nameInPlace(x stretch, b []stretch) (stretch, bool) {
	c := j.counterpart(x)
	for _, y := range b {
		if j.doneB[y.from] {
			continue
		}
		if y.from < c.to && c.from < y.to || c.empty() && c.from == y.from || j.facing(x, y) {
			return y, true
		}
	}
	return stretch{}, false
}

// otherName finds a known name of a beside the counterpart of a neighbour of y, though it is linked
// elsewhere: a text that names one state often is compared with one that names it there and
// another here.
func (j *judge) otherName(y stretch) (stretch, bool) {
	n := known(j.p.b, y)
	if n == nil {
		return stretch{}, false
	}
	for _, i := range []int{j.beside(y.from-1, 1), j.beside(y.to, -1)} {
		if i < 0 || i >= len(j.p.a.words) || j.doneA[i] {
			continue
		}
		if m := known(j.p.a, stretch{i, i + 1}); m != nil && !entity.Same(*m, *n) {
			return stretch{i, i + 1}, true
		}
	}
	return stretch{}, false
}

// openingName finds the word that begins a where the name y begins b: there a capital tells no name.
func (j *judge) openingName(y stretch) (stretch, bool) {
	at, ok := opensWith(j.p.a, j.p.to, j.doneA)
	return stretch{at, at + 1}, ok && j.begins(j.p.b, y.from)
}

func (j *judge) openingNameB(x stretch) (stretch, bool) {
	at, ok := opensWith(j.p.b, j.p.from, j.doneB)
	return stretch{at, at + 1}, ok && j.begins(j.p.a, x.from)
}

// opensWith returns the first word of a sentence if it is a noun without a counterpart.
func opensWith(s *sentence, links []int, done []bool) (int, bool) {
	for i := range s.words {
		w := &s.words[i]
		if w.punct || w.is(function) {
			continue
		}
		noun := w.entry == nil || w.entry.parts[0] == 'n'
		return i, noun && w.opening && w.capital && w.content && links[i] < 0 && !done[i]
	}
	return 0, false
}

// begins reports whether nothing but small words stands before word i.
func (j *judge) begins(s *sentence, i int) bool {
	for k := range i {
		if w := &s.words[k]; !w.punct && !w.is(function) {
			return false
		}
	}
	return true
}

// beside returns the word of a next to the counterpart of a word of b, -1 if it has none.
func (j *judge) beside(b, step int) int {
	if b < 0 || b >= len(j.p.from) || j.p.from[b] < 0 {
		return -1
	}
	return j.p.from[b] + step
}

// facing reports whether two unlinked stretches have the same neighbours on a side.
func (j *judge) facing(x, y stretch) bool {
	left := x.from > 0 && y.from > 0 && j.p.to[x.from-1] == y.from-1
	right := x.to < len(j.p.to) && y.to < len(j.p.from) && j.p.to[x.to] == y.to
	return left || right
}

func (j *judge) nameChanged(x, y stretch) {
	m, n := known(j.p.a, x), known(j.p.b, y)
	words := j.wordsA(x) + " / " + j.wordsB(y)
	a, b := j.wordsA(x), j.wordsB(y)
	switch {
	case m != nil && n != nil && entity.Same(*m, *n):
		j.find(Wording, x, y, because("%s against %s name the same", a, b), weigh{"wording.known", 1, words})
	case m != nil && n != nil:
		j.find(Name, x, y, because("another name: %s against %s", a, b), weigh{"name.other", 1, words})
	case j.spelledAlike(x, y, m != nil || n != nil):
		j.find(Spelling, x, y, because("one name, two spellings: %s against %s", a, b), weigh{"spelling.name", 1, words})
	default:
		j.find(Name, x, y, because("another name: %s against %s", a, b), weigh{"name.replaced", 1, words})
	}
}

// spelledAlike reports whether two names may be one, written by ear. A name that the tables know is
// hardly ever written so that they do not.
func (j *judge) spelledAlike(x, y stretch, listed bool) bool {
	limit := 0.75
	if listed {
		limit = 0.9
	}
	return entity.Likeness(j.wordsA(x), j.wordsB(y)) > limit
}

// known returns the mention in the tables that a stretch is a part of.
func known(s *sentence, x stretch) *entity.Mention {
	for i := x.from; i < x.to; i++ {
		if m := s.words[i].mention; m >= 0 && s.mentions[m].Kind == entity.Name {
			return &s.mentions[m]
		}
	}
	return nil
}

// hasName reports whether a sentence names what a stretch of the other names: the same entity, a
// word of the name, or its initials.
func (j *judge) hasName(in, of *sentence, x stretch) bool {
	if m := known(of, x); m != nil {
		for _, n := range in.mentions {
			if entity.Same(*m, n) {
				return true
			}
		}
	}
	initials := ""
	for i := x.from; i < x.to; i++ {
		w := &of.words[i]
		initials += strings.ToLower(w.surface[:min(1, len(w.surface))])
		for k := range in.words {
			if o := &in.words[k]; !o.punct && (o.lemma == w.lemma || len(w.norm) > 3 && entity.Likeness(o.surface, w.surface) > 0.85) {
				return true
			}
		}
	}
	for k := range in.words {
		if o := &in.words[k]; len(initials) > 1 && allCapitals(o.surface) && o.norm == initials {
			return true
		}
		if x.to-x.from == 1 && allCapitals(of.words[x.from].surface) && initialsAt(in, k, of.words[x.from].norm) {
			return true
		}
	}
	return false
}

// initialsAt reports whether the words from k on begin with the letters of an acronym.
func initialsAt(s *sentence, k int, acronym string) bool {
	for _, r := range acronym {
		for k < len(s.words) && (s.words[k].is(function) || s.words[k].punct) {
			k++
		}
		if k >= len(s.words) || !strings.HasPrefix(s.words[k].norm, string(r)) {
			return false
		}
		k++
	}
	return len(acronym) > 1
}
