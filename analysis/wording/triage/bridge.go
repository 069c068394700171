package triage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/entity"
	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// bridge is what joins the words of two sentences of two languages: numbers, dates and names of one
// value, names of one sound, and words that the bilingual lexicon gives for each other. A lexicon is
// never whole, so that a word without a counterpart says little by itself: it is runs of them that do,
// and only where the other side has no such run.
type bridge struct {
	v     *vocabulary
	a, b  *bank
	whole bool // lexicons lead both ways
}

// bank is one side of a bridge.
type bank struct {
	*sentence
	lower  string // without blanks, of languages that write none
	starts []int  // of spaceless languages: where in lower each word begins
	byKey  map[string][]int
	cover  []float64 // by word: how surely the other side has it, 0..1
	knows  []bool    // by word: the lexicon has translations of it
}

// How sure a counterpart is.
const (
	byLexicon = 1
	byMeaning = 0.7 // a translation that is used like a word of the other side
	bySound   = 0.9
	byPart    = 0.6 // of a translation in several words, one
)

// usedAlike is the likeness of use from which on a word may render another.
const usedAlike = 0.62

func (v *vocabulary) bridge(a, b *sentence, ab, ba *rendering) *bridge {
	x := &bridge{v: v, a: newBank(a), b: newBank(b), whole: ab != nil && ba != nil}
	x.mentions()
	x.words(x.a, x.b, ab)
	x.words(x.b, x.a, ba)
	x.sounds()
	return x
}

func newBank(s *sentence) *bank {
	k := &bank{sentence: s, byKey: map[string][]int{}, cover: make([]float64, len(s.words)), knows: make([]bool, len(s.words))}
	for i := range s.words {
		w := &s.words[i]
		if s.lang.Spaceless() {
			k.starts = append(k.starts, len(k.lower))
			k.lower += strings.ToLower(w.surface)
		} else if !w.punct {
			for _, key := range []string{lexicon.Key(w.norm), lexicon.Key(w.lemma)} {
				if at := k.byKey[key]; len(at) == 0 || at[len(at)-1] != i {
					k.byKey[key] = append(at, i)
				}
			}
		}
	}
	return k
}

// mentions joins what names or counts the same.
func (x *bridge) mentions() {
	for i := range x.a.words {
		m := x.a.words[i].mention
		if m < 0 {
			continue
		}
		for j := range x.b.words {
			if n := x.b.words[j].mention; n >= 0 && entity.Same(x.a.mentions[m], x.b.mentions[n]) {
				x.a.cover[i], x.b.cover[j] = byLexicon, byLexicon
			}
		}
	}
}

// words joins what the lexicon gives for the words of one side.
func (x *bridge) words(from, to *bank, r *rendering) {
	if r == nil {
		return
	}
	for i := range from.words {
		w := &from.words[i]
		if w.punct {
			continue
		}
		found := r.of(w.lexeme)
		from.knows[i] = from.knows[i] || len(found) > 0
		for _, c := range found {
			if sure, at := to.find(c); sure > 0 {
				from.cover[i] = max(from.cover[i], sure)
				for _, j := range at {
					to.cover[j] = max(to.cover[j], sure)
				}
			}
		}
		if from.cover[i] == 0 && !w.is(function) && to.lang == "en" {
			x.alike(from, to, i, found)
		}
	}
}

// alike joins a word with the English word that is used most like one of its translations.
func (x *bridge) alike(from, to *bank, i int, found []translation) {
	for j := range to.words {
		u := &to.words[j]
		if u.punct || u.vector == nil || u.is(function) || !u.content || u.mention >= 0 {
			continue
		}
		for _, c := range found {
			if len(c.words) == 1 && c.words[0].vector != nil && cosine(c.words[0].vector, u.vector) > usedAlike {
				from.cover[i] = max(from.cover[i], byMeaning)
				to.cover[j] = max(to.cover[j], byMeaning)
				break
			}
		}
	}
}

// find looks a translation up: how surely the sentence has it and at which words.
func (k *bank) find(c translation) (float64, []int) {
	if k.lang.Spaceless() {
		return k.findSigns(c.whole)
	}
	var at []int
	has := 0
	for _, l := range c.words {
		found := k.byKey[lexicon.Key(l.norm)]
		if len(found) == 0 {
			found = k.byKey[lexicon.Key(l.lemma)]
		}
		if len(found) > 0 {
			has++
			at = append(at, found...)
		}
	}
	switch {
	case has == 0:
		return 0, nil
	case has == len(c.words):
		return byLexicon, at
	}
	return byPart, at
}

// findSigns looks a word up as a stretch of signs; a single sign must be a word of its own.
func (k *bank) findSigns(word string) (float64, []int) {
	var at []int
	for from := 0; word != ""; {
		n := strings.Index(k.lower[from:], word)
		if n < 0 {
			break
		}
		n += from
		from = n + len(word)
		single := utf8.RuneCountInString(word) < 2
		for i, start := range k.starts {
			end := len(k.lower)
			if i+1 < len(k.starts) {
				end = k.starts[i+1]
			}
			if start < from && end > n && (!single || end-start == len(word)) {
				at = append(at, i)
			}
		}
	}
	if len(at) == 0 {
		return 0, nil
	}
	return byLexicon, at
}

// sounds joins names that no lexicon has by their letters.
func (x *bridge) sounds() {
	if x.a.lang.Spaceless() || x.b.lang.Spaceless() {
		return
	}
	for i := range x.a.words {
		w := &x.a.words[i]
		if x.a.cover[i] > 0 || w.punct || !w.content || utf8.RuneCountInString(w.norm) < 4 {
			continue
		}
		for j := range x.b.words {
			u := &x.b.words[j]
			if x.b.cover[j] == 0 && !u.punct && u.content && utf8.RuneCountInString(u.norm) >= 4 && entity.Likeness(w.lemma, u.lemma) > 0.82 {
				x.a.cover[i], x.b.cover[j] = bySound, bySound
			}
		}
	}
}

// rendering gives the translations of words from one language into another; it remembers them.
type rendering struct {
	v     *vocabulary
	words *lexicon.Bilingual
	to    text.Language
	known map[string][]translation
}

// translation is a word or several that may stand for a word.
type translation struct {
	whole string
	words []*lexeme // those of it that carry meaning
}

// mostTranslations bounds how many translations of one word are tried.
const mostTranslations = 24

// of returns the translations of a word, by its norm and by its base form.
func (r *rendering) of(l *lexeme) []translation {
	key := l.norm + " " + l.lemma
	if found, ok := r.known[key]; ok {
		return found
	}
	var out []translation
	for _, form := range slices.Compact([]string{l.norm, l.lemma}) {
		for _, e := range r.words.Translations(form) {
			if len(out) < mostTranslations {
				out = append(out, r.translation(e.Word))
			}
		}
	}
	r.known[key] = out
	return out
}

func (r *rendering) translation(word string) translation {
	c := translation{whole: strings.ToLower(word)}
	if r.to.Spaceless() {
		return c
	}
	parts := strings.Fields(c.whole)
	for _, part := range parts {
		if l := r.v.lexeme(part, r.to, text.Word); len(parts) == 1 || l.content && utf8.RuneCountInString(part) > 2 {
			c.words = append(c.words, l)
		}
	}
	return c
}
