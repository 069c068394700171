package triage

import (
	"strings"
	"unicode"

	"hexapla/analysis/phrase"
)

// contraries judges opposite words in one place, before anything else makes something of them.
func (j *judge) contraries() {
	for i, t := range j.p.to {
		if t < 0 || j.doneA[i] || j.doneB[t] || j.p.bonds[i] != contrary {
			continue
		}
		v, w := &j.p.a.words[i], &j.p.b.words[t]
		if v.is(negator) != w.is(negator) {
			j.find(Negation, stretch{i, i + 1}, stretch{t, t + 1}, because("one of the words denies: %s against %s", v.surface, w.surface), weigh{"negation.one", 1, v.surface + " / " + w.surface})
			continue
		}
		feature := "antonym"
		if v.is(function) || w.is(function) {
			feature = "antonym.function"
		}
		j.find(Antonym, stretch{i, i + 1}, stretch{t, t + 1}, because("opposite words: %s against %s", v.surface, w.surface), weigh{feature, 1, v.surface + " / " + w.surface})
	}
}

// bonds judges content words that are linked though they are not the same word.
func (j *judge) bonds() {
	for i, t := range j.p.to {
		if t < 0 || j.doneA[i] || j.doneB[t] {
			continue
		}
		v, w := &j.p.a.words[i], &j.p.b.words[t]
		x, y := stretch{i, i + 1}, stretch{t, t + 1}
		words := v.surface + " / " + w.surface
		heavy := weigh{"word", max(v.weight, w.weight), words}
		switch b := j.p.bonds[i]; {
		case b > inflected && j.isLoaded(v, w):
			j.find(Loaded, x, y, because("one of the words evaluates: %s against %s", v.surface, w.surface), weigh{"loaded", 1, words})
		case b == broader:
			j.find(Term, x, y, because("a more general or more special word: %s against %s", v.surface, w.surface), weigh{"term.broader", 1 - max(0, cosine(v.vector, w.vector)), words}, heavy)
		case b == replaced:
			j.find(Wording, x, y, because("no known relation between %s and %s", v.surface, w.surface), weigh{"wording.unrelated", 1, words}, heavy)
		case b == near:
			j.find(Wording, x, y, because("words of one field, not known to mean the same: %s against %s", v.surface, w.surface), weigh{"wording.near", 1 - max(0, cosine(v.vector, w.vector)), words}, heavy)
		case b == spelled:
			j.find(Spelling, x, y, because("another spelling: %s against %s", v.surface, w.surface), weigh{"spelling.word", 1, words})
		case b == related:
			j.find(Wording, x, y, because("words of one meaning: %s against %s", v.surface, w.surface), weigh{"wording.known", 1, words})
		}
	}
}

// isLoaded reports whether one of two words evaluates what the other names plainly.
func (j *judge) isLoaded(v, w *word) bool {
	p, sign, _ := strings.Cut(v.value(loaded), " ")
	q, other, _ := strings.Cut(w.value(loaded), " ")
	return p != "" && p == q && sign != other
}

// contents judges the content words that are left over, gap by gap: words on both sides are a
// rewording, words on one side an omission or an addition.
func (j *judge) contents() {
	for _, g := range j.p.gaps() {
		a, b := j.left(j.p.a, g.a0, g.a1, j.p.to, j.doneA), j.left(j.p.b, g.b0, g.b1, j.p.from, j.doneB)
		x, y := trimmed(j.p.a, stretch{g.a0, g.a1}), trimmed(j.p.b, stretch{g.b0, g.b1})
		switch {
		case a.words > 0 && b.words > 0:
			j.find(Wording, x, y, because("another wording: %s against %s", j.wordsA(x), j.wordsB(y)),
				weigh{"wording.phrase", float64(min(3, a.words, b.words)), ""}, weigh{"wording.shorter", float64(min(4, max(0, a.words-b.words))), ""}, weigh{"wording.longer", float64(min(4, max(0, b.words-a.words))), ""}, weigh{"word", max(a.heaviest, b.heaviest), ""})
		case a.words > 0:
			j.find(Omission, x, y, because("%s has no counterpart", j.wordsA(x)), j.oneSided("omission", a, "")...)
		case b.words > 0:
			if j.repeats(y) {
				j.find(Cosmetic, x, y, because("%s is said twice", j.wordsB(y)), weigh{"cosmetic.repeated", 1, ""})
				continue
			}
			j.find(Addition, x, y, because("%s stands in one version only", j.wordsB(y)), j.oneSided("addition", b, "")...)
		case j.subject(g, j.p.a, g.a0, g.a1, j.p.to, j.doneA):
			j.find(Omission, x, y, because("%s has no counterpart", j.wordsA(x)), weigh{"omission.pronoun", 1, ""})
		case j.open(x, y) && !j.touched(x, y):
			j.find(Wording, x, y, functionWords(j.wordsA(x), j.wordsB(y)), weigh{"wording.function", 1, ""})
		}
	}
}

// trimmed leaves out the words of grammar around the content of a stretch, if it has content.
func trimmed(s *sentence, r stretch) stretch {
	out := r
	for out.from < out.to && !(s.words[out.from].content && !s.words[out.from].is(function)) {
		out.from++
	}
	for out.to > out.from && !(s.words[out.to-1].content && !s.words[out.to-1].is(function)) {
		out.to--
	}
	if out.empty() {
		return r
	}
	return out
}

// amount is how much content a stretch has that nothing explains.
type amount struct {
	words    int
	heaviest float64
}

func (j *judge) left(s *sentence, from, to int, links []int, done []bool) amount {
	var out amount
	for i := from; i < to; i++ {
		if w := &s.words[i]; links[i] < 0 && !done[i] && w.content && !w.is(function) {
			out.words++
			out.heaviest = max(out.heaviest, w.weight)
		}
	}
	return out
}

func (j *judge) oneSided(feature string, a amount, words string) []weigh {
	out := []weigh{{feature, 0.45 + 0.55*a.heaviest, words}, {"word", a.heaviest, words}, {"more", float64(min(5, a.words-1)), words}}
	if j.p.a.lang != "en" && a.words > 2 {
		out = append(out, weigh{"run", 1, ""})
	}
	return out
}

// repeats reports whether a stretch says again what stands before it.
func (j *judge) repeats(y stretch) bool {
	for i := y.from; i < y.to; i++ {
		w := &j.p.b.words[i]
		if w.punct {
			continue
		}
		if i == 0 || !j.said(w.norm, max(0, y.from-2), y.from) && !j.said(w.norm, y.to, min(len(j.p.b.words), y.to+2)) {
			return false
		}
	}
	return true
}

func (j *judge) said(norm string, from, to int) bool {
	for i := from; i < to; i++ {
		if j.p.b.words[i].norm == norm {
			return true
		}
	}
	return false
}

// subject reports whether a stretch holds an unexplained pronoun.
func (j *judge) subject(g gap, s *sentence, from, to int, links []int, done []bool) bool {
	for i := from; i < to; i++ {
		if links[i] < 0 && !done[i] && s.words[i].is(person) && g.b0 == g.b1 {
			return true
		}
	}
	return false
}

// open reports whether a gap holds words that nothing has explained.
func (j *judge) open(x, y stretch) bool {
	for i := x.from; i < x.to; i++ {
		if !j.doneA[i] && !j.p.a.words[i].punct {
			return true
		}
	}
	for i := y.from; i < y.to; i++ {
		if !j.doneB[i] && !j.p.b.words[i].punct {
			return true
		}
	}
	return false
}

// touched reports whether something in a gap is explained already; what is left is its grammar.
func (j *judge) touched(x, y stretch) bool {
	for i := x.from; i < x.to; i++ {
		if j.doneA[i] && !j.p.a.words[i].punct {
			return true
		}
	}
	for i := y.from; i < y.to; i++ {
		if j.doneB[i] && !j.p.b.words[i].punct {
			return true
		}
	}
	return false
}

func functionWords(a, b string) phrase.Phrase {
	switch {
	case a == "":
		return because("grammar only: %s", b)
	case b == "":
		return because("grammar only: %s", a)
	}
	return because("grammar only: %s against %s", a, b)
}

// foreign judges words of another language that the other side has in its own.
func (j *judge) foreign() {
	if j.p.a.lang != "en" {
		return
	}
	for i := range j.p.b.words {
		if t := j.p.from[i]; (t < 0 || j.p.bonds[t] > related) && j.isForeign(&j.p.b.words[i], t, j.p.a) {
			y := j.foreignRun(j.p.b, i)
			x := j.facingOf(y)
			j.find(Untranslated, x, y, because("%s is left in another language", j.wordsB(y)), weigh{j.v.foreignness(&j.p.b.words[i]), 1, j.wordsB(y)})
		}
	}
	for i := range j.p.a.words {
		if t := j.p.to[i]; !j.doneA[i] && (t < 0 || j.p.bonds[i] > related) && j.isForeign(&j.p.a.words[i], t, j.p.b) {
			x := j.foreignRun(j.p.a, i)
			j.find(Untranslated, x, j.counterpart(x), because("%s is left in another language", j.wordsA(x)), weigh{j.v.foreignness(&j.p.a.words[i]), 1, j.wordsA(x)})
		}
	}
}

// foreignness tells letters that English has not from words that no dictionary has.
func (v *vocabulary) foreignness(w *word) string {
	if v.words == nil || otherScript(w.norm) || hasAccent(w.norm) {
		return "untranslated"
	}
	return "untranslated.unknown"
}

func (j *judge) foreignRun(s *sentence, i int) stretch {
	r := stretch{i, i + 1}
	for r.to < len(s.words) && otherScript(s.words[r.to].norm) && !s.words[r.to].punct {
		r.to++
	}
	return r
}

// facingOf returns the words of a that stand where words of b stand.
func (j *judge) facingOf(y stretch) stretch {
	at := j.placeA(y.from)
	x := stretch{at, at}
	for x.to < len(j.p.a.words) && (j.p.to[x.to] < 0 || j.p.to[x.to] >= y.from && j.p.to[x.to] < y.to) && x.to-x.from < y.to-y.from {
		x.to++
	}
	return x
}

// isForeign reports whether a word of English text is none: written in another script, or in lower
// case, in no dictionary, and no slip of a word of the other side.
func (j *judge) isForeign(w *word, linked int, other *sentence) bool {
	if w.punct || w.mention >= 0 {
		return false
	}
	if otherScript(w.norm) {
		return true
	}
	if w.known || w.capital && (linked < 0 || other.words[linked].capital || !other.words[linked].known) || len(w.norm) < 4 || j.v.familiar(w.norm) || strings.ContainsAny(w.norm, "0123456789-") {
		return false
	}
	if hasAccent(w.norm) {
		return true
	}
	for k := range other.words {
		if k+2 < len(other.words) && other.words[k+1].norm == "-" && other.words[k].norm+other.words[k+2].norm == w.norm {
			return false
		}
		if o := &other.words[k]; !o.punct && (o.norm == w.norm || likeSpelled(w, o) || strings.Contains(o.norm, w.norm)) {
			return false
		}
	}
	return true
}

func hasAccent(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
}

func otherScript(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return true
		}
	}
	return false
}

// familiar reports whether a word is built from a known one by the commonest affixes.
func (v *vocabulary) familiar(norm string) bool {
	if v.words == nil {
		return true
	}
	known := func(w string) bool {
		return v.words.entries.Has(w) || v.words.ranks.Has(w)
	}
	for _, prefix := range []string{"un", "re", "non", "pre", "anti", "over", "co", "mis", "post", "inter", "multi", "sub", "super", "out"} {
		if rest, ok := strings.CutPrefix(norm, prefix); ok && len(rest) > 3 && known(rest) {
			return true
		}
	}
	for _, suffix := range []string{"ness", "ly", "er", "ers", "ise", "ised", "ises", "ising", "isation", "ize", "ized", "izing", "ization", "able", "ment", "less", "ful", "like", "ism", "ist", "ists", "ity", "ish", "ship", "wise"} {
		if rest, ok := strings.CutSuffix(norm, suffix); ok && len(rest) > 2 && (known(rest) || known(rest+"e")) {
			return true
		}
	}
	for i := 3; i+3 <= len(norm); i++ {
		if known(norm[:i]) && known(norm[i:]) && v.words.usual(norm[:i]) && v.words.usual(norm[i:]) {
			return true
		}
	}
	return false
}
