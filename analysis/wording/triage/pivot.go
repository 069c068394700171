package triage

import "hexapla/analysis/text"

// Only English has a thesaurus here. Words of another language are related through it: two words that
// a bilingual lexicon renders by one English word mean the same, two whose first renderings are
// opposites are opposites.

// mostUsual is how many renderings of a word count: the usual ones stand first.
const mostUsual = 4

// throughEnglish returns how two words of one language other than English are related.
func (v *vocabulary) throughEnglish(x, y *lexeme, lang text.Language) (bond, float64) {
	if v.english == nil || lang == "en" || x.lemma == y.lemma {
		return noBond, 0
	}
	switch {
	case v.tables.opposed(x, y, lang):
		return contrary, 0.7
	case x.is(saying) && y.is(saying) && x.value(saying) == y.value(saying):
		return related, 0.8
	}
	r := v.english(lang)
	if r == nil {
		return noBond, 0
	}
	a, b := usual(r.of(x)), usual(r.of(y))
	if v.opposite(a, b) {
		return contrary, 0.5
	}
	for i, c := range a {
		for k, d := range b {
			if c.whole == d.whole && i+k < mostUsual {
				return related, 0.8
			}
		}
	}
	for _, c := range a[:min(2, len(a))] {
		for _, d := range b[:min(2, len(b))] {
			if len(c.words) == 1 && len(d.words) == 1 && cosine(c.words[0].vector, d.words[0].vector) > usedAlike {
				return near, 0.6
			}
		}
	}
	return noBond, 0
}

func usual(found []translation) []translation { return found[:min(mostUsual, len(found))] }

// opposite reports whether the first rendering of one word is an opposite of a usual one of the other,
// and the words share none.
func (v *vocabulary) opposite(a, b []translation) bool {
	if v.words == nil || len(a) == 0 || len(b) == 0 {
		return false
	}
	for i, c := range a {
		for k, d := range b {
			if c.whole == d.whole {
				return false
			}
			if i > 2 || k > 2 || len(c.words) != 1 || len(d.words) != 1 {
				continue
			}
			p, q := c.words[0], d.words[0]
			if p.entry != nil && q.entry != nil && v.words.relate(p.entry, q.entry, p.lemma, q.lemma) == opposite {
				return true
			}
		}
	}
	return false
}
