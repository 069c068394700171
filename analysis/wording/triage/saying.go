package triage

// sayings judges who says it and how: a verb of saying of another force, a saying or a speaker
// that is lost.
func (j *judge) sayings() {
	for i, t := range j.p.to {
		if t < 0 || j.doneA[i] {
			continue
		}
		v, w := &j.p.a.words[i], &j.p.b.words[t]
		if v.lemma != w.lemma && v.is(saying) && w.is(saying) && v.value(saying) != w.value(saying) {
			j.find(Attribution, stretch{i, i + 1}, stretch{t, t + 1}, because("the verb of saying has another force: %s against %s", v.surface, w.surface),
				weigh{"saying.force", 1, v.value(saying) + " / " + w.value(saying)})
		}
	}
	b := leftOver(j.p.b, j.p.from, j.doneB, saying)
	for _, i := range leftOver(j.p.a, j.p.to, j.doneA, saying) {
		k := nearestIndex(b, j.p.expected(i), 8)
		if k < 0 {
			continue
		}
		t := b[k]
		b = append(b[:k:k], b[k+1:]...)
		if v, w := &j.p.a.words[i], &j.p.b.words[t]; v.value(saying) != w.value(saying) {
			j.find(Attribution, stretch{i, i + 1}, stretch{t, t + 1}, because("the verb of saying has another force: %s against %s", v.surface, w.surface),
				weigh{"saying.force", 1, v.value(saying) + " / " + w.value(saying)})
		}
	}
	j.doubled()
	j.speakers()
}

// doubled judges a verb of force that one side sets beside the plain one: "warned, saying".
func (j *judge) doubled() {
	for _, i := range leftOver(j.p.a, j.p.to, j.doneA, saying) {
		if w := &j.p.a.words[i]; forceful[w.value(saying)] && saidBeside(j.p.a, j.p.to, i) {
			x := stretch{i, i + 1}
			j.find(Attribution, x, j.counterpart(x), because("only one version says %s", w.surface), weigh{"saying.force", 1, w.surface})
		}
	}
	for _, i := range leftOver(j.p.b, j.p.from, j.doneB, saying) {
		if w := &j.p.b.words[i]; forceful[w.value(saying)] && saidBeside(j.p.b, j.p.from, i) {
			at := j.placeA(i)
			j.find(Attribution, stretch{at, at}, stretch{i, i + 1}, because("only one version says %s", w.surface), weigh{"saying.force", 1, w.surface})
		}
	}
}

// saidBeside reports whether a linked verb of saying stands beside word i.
func saidBeside(s *sentence, links []int, i int) bool {
	for _, k := range []int{i - 1, i + 1, i + 2} {
		if k >= 0 && k < len(s.words) && links[k] >= 0 && s.words[k].is(saying) {
			return true
		}
	}
	return false
}

// speakers judges a speaker before a colon, as headlines and transcripts have it, that the other
// side has not.
func (j *judge) speakers() {
	endA, endB := speakerEnd(j.p.a), speakerEnd(j.p.b)
	if endA > 0 && endB == 0 && !hasSaying(j.p.b, j.p.from) && j.unaccounted(j.p.a, j.p.to, endA) {
		j.find(Attribution, stretch{0, endA + 1}, j.counterpartStart(), because("the speaker %s is lost", j.p.a.surfaceOf(0, endA)), weigh{"speaker.lost", 1, j.p.a.surfaceOf(0, endA)})
	}
	if endB > 0 && endA == 0 && !hasSaying(j.p.a, j.p.to) && j.unaccounted(j.p.b, j.p.from, endB) {
		j.find(Attribution, stretch{}, stretch{0, endB + 1}, because("only one version names the speaker %s", j.p.b.surfaceOf(0, endB)), weigh{"speaker.lost", 1, j.p.b.surfaceOf(0, endB)})
	}
}

func (j *judge) counterpartStart() stretch { return stretch{} }

// speakerEnd returns the colon after at most six words that name somebody; 0 if there is none.
func speakerEnd(s *sentence) int {
	for i := 1; i < min(len(s.words), 8); i++ {
		w := &s.words[i]
		switch {
		case w.norm == ":" && !hasSaying(&sentence{words: s.words[:i]}, nil):
			for k := range i {
				if s.words[k].capital || s.lang.Spaceless() {
					return i
				}
			}
			return 0
		case w.punct && w.norm != "." && w.norm != "-":
			return 0
		}
	}
	return 0
}

func hasSaying(s *sentence, links []int) bool {
	for i := range s.words {
		if s.words[i].is(saying) && (links == nil || links[i] < 0) {
			return true
		}
	}
	return false
}

// unaccounted reports whether a content word before end has no counterpart.
func (j *judge) unaccounted(s *sentence, links []int, end int) bool {
	for i := range end {
		if s.words[i].content && !s.words[i].is(function) && links[i] < 0 {
			return true
		}
	}
	return false
}
