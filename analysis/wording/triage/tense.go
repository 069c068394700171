package triage

// tense is what a form of a verb says of time.
type tense struct {
	time     byte // p past, n now, f future
	aspect   byte // p perfect, g progressive
	subjunct byte
}

// auxiliary holds the forms of be, have and do, and what each says of time.
var auxiliary = map[string]tense{
	"am": {time: 'n'}, "is": {time: 'n'}, "are": {time: 'n'}, "was": {time: 'p'}, "were": {time: 'p'},
	"'s": {time: 'n'}, "'re": {time: 'n'}, "'m": {time: 'n'}, "'ve": {time: 'n', aspect: 'p'},
	"be": {subjunct: 'b'}, "been": {aspect: 'p'}, "being": {aspect: 'g'},
	"has": {time: 'n', aspect: 'p'}, "have": {time: 'n', aspect: 'p'}, "had": {time: 'p', aspect: 'p'}, "having": {aspect: 'g'},
	"do": {time: 'n'}, "does": {time: 'n'}, "did": {time: 'p'},
}

// tenses judges forms of one verb that put it in another time, and auxiliaries that do.
func (j *judge) tenses() {
	if j.p.a.lang != "en" {
		return
	}
	for i, t := range j.p.to {
		if t < 0 || j.p.bonds[i] != inflected || j.doneA[i] || j.doneB[t] {
			continue
		}
		j.inflection(i, t)
	}
	j.auxiliariesLeft()
}

// inflection judges two forms of one word: of a verb, with the auxiliaries before it; of a noun, its
// number.
func (j *judge) inflection(i, t int) {
	v, w := &j.p.a.words[i], &j.p.b.words[t]
	x, y := stretch{i, i + 1}, stretch{t, t + 1}
	if !j.isVerb(j.p.a, i) && !j.isVerb(j.p.b, t) {
		if (v.form == thirdForm) != (w.form == thirdForm) {
			j.find(Reference, x, y, because("one or several: %s against %s", v.surface, w.surface), weigh{"number of noun", 1, ""})
			return
		}
		j.find(Wording, x, y, because("another form: %s against %s", v.surface, w.surface), weigh{"wording.form", 1, ""})
		return
	}
	x, y = j.verbGroup(j.p.a, x, j.p.to), j.verbGroup(j.p.b, y, j.p.from)
	p, q := j.timeOf(j.p.a, x), j.timeOf(j.p.b, y)
	if p == q {
		j.find(Wording, x, y, because("another form: %s against %s", j.wordsA(x), j.wordsB(y)), weigh{"wording.form", 1, ""})
		return
	}
	j.find(Tense, x, y, because("another tense: %s against %s", j.wordsA(x), j.wordsB(y)), weigh{"tense.changed", 1, ""})
}

// isVerb reports whether a word can be a verb here: no article or preposition before it.
func (j *judge) isVerb(s *sentence, i int) bool {
	w := &s.words[i]
	if w.entry == nil {
		return false
	}
	verb := false
	for _, part := range w.entry.parts {
		verb = verb || part == 'v'
	}
	if !verb {
		return false
	}
	if w.form == pastForm || w.form == participleForm || w.form == ingForm {
		return true
	}
	if i > 0 {
		switch s.words[i-1].norm {
		case "the", "a", "an", "of", "this", "these", "those", "his", "her", "their", "its", "our", "in", "on", "for", "by", "with":
			return false
		}
	}
	return w.entry.parts[0] == 'v' || i > 0 && (s.words[i-1].is(person|modal) || s.words[i-1].norm == "to" || w.form == thirdForm && w.entry.parts[0] != 'n')
}

// verbGroup widens a verb by its auxiliaries, over negators and adverbs between them.
func (j *judge) verbGroup(s *sentence, r stretch, links []int) stretch {
	for k := r.from - 1; k >= max(0, r.from-4); k-- {
		w := &s.words[k]
		if _, ok := auxiliary[w.norm]; ok || w.is(modal) && w.is(function) {
			r.from = k
		} else if !w.is(negator) && !hasSuffixLy(w.norm) && w.norm != "also" {
			break
		}
	}
	return r
}

func hasSuffixLy(s string) bool { return len(s) > 4 && s[len(s)-2:] == "ly" }

// timeOf sums up what the words of a verb group say of time.
func (j *judge) timeOf(s *sentence, r stretch) tense {
	var out tense
	for i := r.from; i < r.to; i++ {
		w := &s.words[i]
		a, ok := auxiliary[w.norm]
		switch {
		case w.is(modal):
			a = tense{time: 'f'}
		case ok:
		case w.form == pastForm && i == r.from:
			a = tense{time: 'p'}
		case w.form == ingForm:
			a = tense{aspect: 'g'}
		case (w.form == noForm || w.form == thirdForm) && i == r.from:
			a = tense{time: 'n'}
		}
		if out.time == 0 {
			out.time = a.time
		}
		if a.aspect != 0 && out.aspect != 'g' {
			out.aspect = a.aspect
		}
	}
	return out
}

// auxiliariesLeft judges auxiliaries without a counterpart.
func (j *judge) auxiliariesLeft() {
	b := leftAuxiliaries(j.p.b, j.p.from, j.doneB)
	for _, i := range leftAuxiliaries(j.p.a, j.p.to, j.doneA) {
		x := stretch{i, i + 1}
		v := auxiliary[j.p.a.words[i].norm]
		k := nearestIndex(b, j.p.expected(i), 3)
		if k < 0 {
			if v.aspect != 0 {
				j.find(Tense, x, j.counterpart(x), because("%s stands in one version only", j.p.a.words[i].surface), weigh{"tense.auxiliary", 1, ""})
			}
			continue
		}
		y := stretch{b[k], b[k] + 1}
		b = append(b[:k:k], b[k+1:]...)
		w := auxiliary[j.p.b.words[y.from].norm]
		if v == w || v.time == w.time && (v.subjunct|w.subjunct) != 0 {
			continue
		}
		j.find(Tense, x, y, because("another tense: %s against %s", j.wordsA(x), j.wordsB(y)), weigh{"tense.changed", 1, ""})
	}
	for _, i := range b {
		if auxiliary[j.p.b.words[i].norm].aspect != 0 {
			at := j.placeA(i)
			j.find(Tense, stretch{at, at}, stretch{i, i + 1}, because("%s stands in one version only", j.p.b.words[i].surface), weigh{"tense.auxiliary", 1, ""})
		}
	}
}

func leftAuxiliaries(s *sentence, links []int, done []bool) []int {
	var out []int
	for i := range s.words {
		if _, ok := auxiliary[s.words[i].norm]; ok && links[i] < 0 && !done[i] {
			out = append(out, i)
		}
	}
	return out
}

// mood judges a question that the other side states. The inversion that goes with it is part of it.
func (j *judge) mood() {
	a, b := question(j.p.a), question(j.p.b)
	if (a < 0) == (b < 0) {
		return
	}
	x, y := stretch{len(j.p.a.words), len(j.p.a.words)}, stretch{b, b + 1}
	says := because("a question against a statement")
	if a >= 0 {
		x, y = stretch{a, a + 1}, stretch{len(j.p.b.words), len(j.p.b.words)}
	}
	j.find(Mood, x, y, says, weigh{"mood.question", 1, ""})
	for i := range j.p.a.words {
		if _, ok := auxiliary[j.p.a.words[i].norm]; ok && j.p.to[i] < 0 {
			j.doneA[i] = true
		}
	}
	for i := range j.p.b.words {
		if _, ok := auxiliary[j.p.b.words[i].norm]; ok && j.p.from[i] < 0 {
			j.doneB[i] = true
		}
	}
	for i, t := range j.p.to {
		if t >= 0 && j.p.bonds[i] == inflected {
			j.doneA[i], j.doneB[t] = true, true
		}
	}
}

// question returns the mark of a question that ends a sentence, -1 if there is none.
func question(s *sentence) int {
	for i := len(s.words) - 1; i >= 0; i-- {
		if s.words[i].norm == "?" && (i+1 == len(s.words) || s.words[i+1].norm == "\"" || s.words[i+1].capital && s.words[i+1].opening) {
			return i
		}
	}
	return -1
}
