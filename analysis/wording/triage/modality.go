package triage

import "strconv"

// modality judges words that say what is due, possible, sure or conditional.
func (j *judge) modality() {
	for _, class := range []struct {
		cue  cueClass
		name string
		says string
	}{
		{modal, "modal", "the strength differs: %s against %s"},
		{hedge, "hedge", "the certainty differs: %s against %s"},
		{condition, "condition", "the condition differs: %s against %s"},
		{restrict, "restrict", "the extent differs: %s against %s"},
	} {
		j.cueChanges(class.cue, class.name, class.says)
	}
}

// cueChanges judges the words of one class that are left over.
func (j *judge) cueChanges(class cueClass, name, says string) {
	j.linkMoved(class)
	for i, t := range j.p.to {
		if t < 0 || j.p.bonds[i] <= inflected || j.doneA[i] || j.doneB[t] {
			continue
		}
		if v, w := &j.p.a.words[i], &j.p.b.words[t]; v.is(class) && w.is(class) && v.value(class) != w.value(class) {
			j.find(j.kindOfCue(class, v, w), stretch{i, i + 1}, stretch{t, t + 1}, because(says, v.surface, w.surface),
				weigh{name + ".changed", step(v.value(class), w.value(class)), v.surface + " / " + w.surface})
		}
	}
	b := leftOver(j.p.b, j.p.from, j.doneB, class)
	for _, i := range leftOver(j.p.a, j.p.to, j.doneA, class) {
		x := stretch{i, i + 1}
		k := nearestIndex(b, j.p.expected(i), 8)
		if k < 0 {
			j.cueAlone(x, j.counterpart(x), &j.p.a.words[i], class, name, "lost")
			continue
		}
		y := stretch{b[k], b[k] + 1}
		b = append(b[:k:k], b[k+1:]...)
		v, w := &j.p.a.words[i], &j.p.b.words[y.from]
		j.find(j.kindOfCue(class, v, w), x, y, because(says, v.surface, w.surface), weigh{name + ".changed", step(v.value(class), w.value(class)), v.surface + " / " + w.surface})
	}
	for _, i := range b {
		at := j.placeA(i)
		j.cueAlone(stretch{at, at}, stretch{i, i + 1}, &j.p.b.words[i], class, name, "gained")
	}
}

// linkMoved links words of a class that both sides have, wherever they stand.
func (j *judge) linkMoved(class cueClass) {
	b := leftOver(j.p.b, j.p.from, j.doneB, class)
	for _, i := range leftOver(j.p.a, j.p.to, j.doneA, class) {
		for k, t := range b {
			if t >= 0 && j.p.a.words[i].lemma == j.p.b.words[t].lemma {
				j.p.link(i, t, equal)
				b[k] = -1
				break
			}
		}
	}
}

func (j *judge) cueAlone(a, b stretch, w *word, class cueClass, name, how string) {
	kind, feature := Modality, name+"."+how
	says := because("%s stands in one version only", w.surface)
	if class == modal && w.value(modal) == "6" {
		kind, feature, says = Tense, "tense.future", because("%s puts one version in the future", w.surface)
		a, b = j.withVerb(a, b)
	} else if class == modal && j.infinitiveAt(a, b) {
		feature = "modal.infinitive"
	} else if v := w.value(class); class == restrict || class == hedge {
		feature = name + " " + v + "." + how
		if class == restrict || v == "0" {
			kind = Omission
			if how == "gained" {
				kind = Addition
			}
		}
	}
	j.find(kind, a, b, says, weigh{feature, 1, w.surface})
}

// infinitiveAt reports whether the side without the modal has "to" in its place: "agreed to meet",
// "agreed that they would meet".
func (j *judge) infinitiveAt(a, b stretch) bool {
	s, links, at := j.p.a, j.p.to, a.from
	if b.empty() {
		s, links, at = j.p.b, j.p.from, b.from
	}
	for i := max(0, at-2); i < min(len(s.words), at+3); i++ {
		if links[i] < 0 && s.words[i].norm == "to" {
			return true
		}
	}
	return false
}

// withVerb widens the place of a lone auxiliary by the verb after it, on both sides.
func (j *judge) withVerb(a, b stretch) (stretch, stretch) {
	switch {
	case b.empty():
		for i := a.to; i < min(len(j.p.a.words), a.to+3); i++ {
			if t := j.p.to[i]; t >= 0 && j.p.bonds[i] == inflected {
				return stretch{a.from, i + 1}, stretch{t, t + 1}
			}
		}
	case a.empty():
		for t := b.to; t < min(len(j.p.b.words), b.to+3); t++ {
			if i := j.p.from[t]; i >= 0 && j.p.bonds[i] == inflected {
				return stretch{i, i + 1}, stretch{b.from, t + 1}
			}
		}
	}
	return a, b
}

func (j *judge) kindOfCue(class cueClass, v, w *word) Kind {
	if class == modal && (v.value(modal) == "6" && w.value(modal) == "7" || v.value(modal) == "7" && w.value(modal) == "6") {
		return Tense
	}
	return Modality
}

// step is how far two values of a class lie apart: neighbours on the scale count a half.
func step(a, b string) float64 {
	x, err := strconv.Atoi(a)
	y, err2 := strconv.Atoi(b)
	if err != nil || err2 != nil {
		return 1
	}
	switch abs(x - y) {
	case 0:
		return 0.3
	case 1:
		return 0.85
	}
	return 1
}

// leftOver lists the unexplained words of a class without a counterpart.
func leftOver(s *sentence, links []int, done []bool, class cueClass) []int {
	var out []int
	for i := range s.words {
		if links[i] < 0 && !done[i] && s.words[i].is(class) {
			out = append(out, i)
		}
	}
	return out
}

func nearestIndex(list []int, at, within int) int {
	best := -1
	for k, i := range list {
		if d := abs(i - at); d <= within {
			best, within = k, d-1
		}
	}
	return best
}
