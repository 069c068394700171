package triage

// marks judges punctuation and case.
func (j *judge) marks() {
	for i := range j.p.a.words {
		if w := &j.p.a.words[i]; w.punct && j.p.to[i] < 0 && !j.doneA[i] {
			x := stretch{i, i + 1}
			j.find(Cosmetic, x, j.counterpart(x), because("%s is missing", w.surface), weigh{"cosmetic", 1, ""})
		}
	}
	for i := range j.p.b.words {
		if w := &j.p.b.words[i]; w.punct && j.p.from[i] < 0 && !j.doneB[i] {
			at := j.placeA(i)
			j.find(Cosmetic, stretch{at, at}, stretch{i, i + 1}, because("%s is added", w.surface), weigh{"cosmetic", 1, ""})
		}
	}
	for i, t := range j.p.to {
		if t >= 0 && j.p.bonds[i] == equal && !j.doneA[i] && !j.doneB[t] && j.p.a.words[i].surface != j.p.b.words[t].surface {
			v, w := &j.p.a.words[i], &j.p.b.words[t]
			j.find(Cosmetic, stretch{i, i + 1}, stretch{t, t + 1}, because("written otherwise: %s against %s", v.surface, w.surface), weigh{"cosmetic", 1, ""})
		}
	}
}
