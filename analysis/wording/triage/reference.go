package triage

// persons judges pronouns and words of sex that point at somebody else.
func (j *judge) persons() {
	b := leftOver(j.p.b, j.p.from, j.doneB, person)
	for _, i := range leftOver(j.p.a, j.p.to, j.doneA, person) {
		k := nearestIndex(b, j.p.expected(i), 4)
		if k < 0 {
			continue
		}
		t := b[k]
		b = append(b[:k:k], b[k+1:]...)
		v, w := &j.p.a.words[i], &j.p.b.words[t]
		feature := "person.changed"
		switch x, y := v.value(person), w.value(person); {
		case x == y:
			j.find(Wording, stretch{i, i + 1}, stretch{t, t + 1}, because("another form of one pronoun: %s against %s", v.surface, w.surface), weigh{"person.form", 1, ""})
			continue
		case x == "3m" && y == "3f" || x == "3f" && y == "3m":
			feature = "person.sex"
		}
		j.find(Reference, stretch{i, i + 1}, stretch{t, t + 1}, because("another person: %s against %s", v.surface, w.surface), weigh{feature, 1, v.value(person) + " / " + w.value(person)})
	}
	for i, t := range j.p.to {
		if t < 0 || j.doneA[i] || j.doneB[t] {
			continue
		}
		v, w := &j.p.a.words[i], &j.p.b.words[t]
		if v.is(gender) && w.is(gender) && v.value(gender) != w.value(gender) {
			j.find(Reference, stretch{i, i + 1}, stretch{t, t + 1}, because("another sex: %s against %s", v.surface, w.surface), weigh{"person.sex", 1, ""})
		}
	}
}
