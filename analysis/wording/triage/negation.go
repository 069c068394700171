package triage

import "strings"

// negation judges whether one side denies what the other states. Negators pair off whatever their
// form (not, n't, no, never); one that is left over turns the statement round, unless the other
// side says the same by a word's meaning: "did not succeed", "failed".
func (j *judge) negation() {
	a, b := negators(j.p.a, j.p.to), negators(j.p.b, j.p.from)
	a, b = j.pairOff(a, b)
	for _, i := range a {
		if k, ok := j.denies(j.p.b, j.p.from, j.doneB); ok {
			j.find(Wording, stretch{i, i + 1}, stretch{k, k + 1}, because("%s against %s deny alike", j.p.a.words[i].surface, j.p.b.words[k].surface), weigh{"negation.alike", 1, ""})
			continue
		}
		j.negated(stretch{i, i + 1}, j.counterpart(stretch{i, i + 1}), j.p.a.words[i].surface)
	}
	for _, i := range b {
		if k, ok := j.denies(j.p.a, j.p.to, j.doneA); ok {
			j.find(Wording, stretch{k, k + 1}, stretch{i, i + 1}, because("%s against %s deny alike", j.p.a.words[k].surface, j.p.b.words[i].surface), weigh{"negation.alike", 1, ""})
			continue
		}
		at := j.placeA(i)
		j.negated(stretch{at, at}, stretch{i, i + 1}, j.p.b.words[i].surface)
	}
	j.implied()
}

func (j *judge) negated(a, b stretch, negator string) {
	if len(a.words(j.p.a)) > 0 {
		b = j.auxiliariesAt(j.p.b, b, j.p.from)
	} else {
		b = j.auxiliaries(j.p.b, b, j.p.from)
	}
	j.find(Negation, a, b, because("%s stands in one version only: the statement is turned round", negator), weigh{"negation.one", 1, negator})
}

// auxiliaries widens a stretch by the unlinked auxiliaries before it: "did not".
func (j *judge) auxiliaries(s *sentence, r stretch, links []int) stretch {
	for r.from > 0 && links[r.from-1] < 0 && s.words[r.from-1].is(function) && auxiliary[s.words[r.from-1].norm] != (tense{}) {
		r.from--
	}
	return r
}

func (j *judge) auxiliariesAt(s *sentence, r stretch, links []int) stretch { return r }

func (r stretch) words(s *sentence) []word { return s.words[r.from:max(r.from, r.to)] }

// negators lists the unlinked negators; "not only" and "no less" deny nothing.
func negators(s *sentence, links []int) []int {
	var out []int
	for i := range s.words {
		w := &s.words[i]
		if links[i] >= 0 || !w.is(negator) {
			continue
		}
		if s.lang != "en" && (w.pair&undenying != 0 || i > 0 && s.words[i-1].pair&undenying != 0) {
			continue
		}
		if i+1 < len(s.words) {
			switch s.words[i+1].norm {
			case "only", "just", "merely", "least", "nur", "solo", "seulement", "только", "仅", "只":
				continue
			}
		}
		out = append(out, i)
	}
	return out
}

// pairOff removes negators that both sides have, each with the nearest in place.
func (j *judge) pairOff(a, b []int) (restA, restB []int) {
	taken := make([]bool, len(b))
	for _, i := range a {
		best, distance := -1, len(j.p.b.words)
		for k, x := range b {
			if d := abs(x - j.p.expected(i)); !taken[k] && d < distance {
				best, distance = k, d
			}
		}
		if best < 0 {
			restA = append(restA, i)
			continue
		}
		taken[best] = true
		j.p.link(i, b[best], related)
	}
	for k, i := range b {
		if !taken[k] {
			restB = append(restB, i)
		}
	}
	return restA, restB
}

// denies finds an unexplained word that denies by its meaning or by its prefix.
func (j *judge) denies(s *sentence, links []int, done []bool) (int, bool) {
	for i := range s.words {
		w := &s.words[i]
		if done[i] || links[i] >= 0 && j.bondOf(s, i) <= inflected {
			continue
		}
		if w.is(implicit) || j.v.negativePrefix(w) || s.lang.Spaceless() && strings.ContainsAny(w.surface, "没無无未不非") && !w.is(undenying|negator) {
			return i, true
		}
	}
	return 0, false
}

func (j *judge) bondOf(s *sentence, i int) bond {
	if s == j.p.a {
		return j.p.bonds[i]
	}
	return j.p.bonds[j.p.from[i]]
}

// negativePrefix reports whether an English word is another one denied: unable, illegal, endless.
func (v *vocabulary) negativePrefix(w *word) bool {
	if v.words == nil || !w.content {
		return false
	}
	inDictionary := func(s string) bool { return len(s) > 2 && v.words.entries.Has(s) }
	for _, prefix := range negativePrefixes {
		if rest, ok := strings.CutPrefix(w.lemma, prefix); ok && inDictionary(rest) && w.entry != nil &&
			(len(prefix) > 2 || len(w.entry.antonyms) > 0) {
			return true
		}
	}
	rest, ok := strings.CutSuffix(w.lemma, "less")
	return ok && inDictionary(rest)
}

var negativePrefixes = []string{"un", "in", "im", "il", "ir", "dis", "non", "anti", "mis"}

// implied judges words that deny by their meaning and stand in one version only, before words that
// both versions have.
func (j *judge) implied() {
	for i := range j.p.a.words {
		if w := &j.p.a.words[i]; w.is(implicit) && j.p.to[i] < 0 && !j.doneA[i] && !w.is(negator) {
			x := stretch{i, i + 1}
			j.find(Negation, x, j.counterpart(x), because("%s denies what the other version states", w.surface), weigh{"negation.implicit", 1, w.surface})
		}
	}
	for i := range j.p.b.words {
		if w := &j.p.b.words[i]; w.is(implicit) && j.p.from[i] < 0 && !j.doneB[i] {
			at := j.placeA(i)
			j.find(Negation, stretch{at, at}, stretch{i, i + 1}, because("%s denies what the other version states", w.surface), weigh{"negation.implicit", 1, w.surface})
		}
	}
}

func abs(n int) int { return max(n, -n) }
