package triage

import (
	"math"
	"strings"
	"unicode"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// What the original has is evidence where versions part: through numbers, dates and names, whose
// values know no language, and through the bilingual lexicon.

// says returns the words of the original that stand for a reading, "" if none are known.
func (o *original) says(s *sentence, at stretch) string {
	if o == nil {
		return ""
	}
	best, score := "", 0.0
	for i := at.from; i < at.to && i < len(s.words); i++ {
		m := s.words[i].mention
		if m < 0 || s.mentions[m].Weak {
			continue
		}
		place := float64(i) / float64(len(s.words))
		for k, n := range o.mentions {
			if !entity.Same(s.mentions[m], n) {
				continue
			}
			near := 2 - math.Abs(place-float64(k)/float64(len(o.mentions)))
			if n.Role == s.mentions[m].Role || n.Role <= entity.Short && s.mentions[m].Role <= entity.Short {
				near++
			}
			if near > score {
				best, score = n.Of(o.text), near
			}
		}
	}
	return best
}

// original is the original's side of a row.
type original struct {
	*sentence
	lower   string
	lexicon func(word string, from text.Language) []string
}

// verdict is what the original says of a stretch of words: how many of its content words are
// known to the lexicon, and how many of those it has.
type verdict struct {
	known, present int
	words          string // a word of the original
}

// translated looks each content word of a stretch up in the original.
func (o *original) translated(s *sentence, at stretch) verdict {
	var v verdict
	if o == nil || o.lexicon == nil {
		return v
	}
	for i := at.from; i < at.to && i < len(s.words); i++ {
		w := &s.words[i]
		if !w.content || w.is(function) || w.mention >= 0 {
			continue
		}
		candidates := append(o.lexicon(w.norm, s.lang), o.lexicon(w.lemma, s.lang)...)
		if len(candidates) == 0 {
			continue
		}
		v.known++
		for _, c := range candidates {
			if o.contains(c) {
				v.present++
				v.words = c
				break
			}
		}
	}
	return v
}

// contains reports whether the original has a word: as a stretch of signs in languages without
// blanks, elsewhere as a word or a word's beginning.
func (o *original) contains(word string) bool {
	word = strings.ToLower(word)
	if o.lang.Spaceless() {
		return len([]rune(word)) > 1 && strings.Contains(o.lower, word)
	}
	for i := range o.words {
		w := &o.words[i]
		if w.norm == word || w.lemma == word || len(word) > 6 && strings.HasPrefix(w.norm, word[:len(word)-len(lastRune(word))]) {
			return true
		}
	}
	return false
}

func lastRune(s string) string {
	r := []rune(s)
	return string(r[len(r)-1:])
}

// originalOf returns the side of the row that the others render, nil if no version is marked as
// the original; then the only version of its language, among several of another, counts as one.
func (r *rows) originalOf(byLanguage map[text.Language][]*sentence) *original {
	var found *sentence
	for lang, group := range byLanguage {
		for _, s := range group {
			if r.in.Versions[s.version].Original {
				found = s
			}
		}
		if found == nil && len(group) == 1 && len(byLanguage) == 2 {
			for other, rest := range byLanguage {
				if other != lang && len(rest) > 1 {
					found = group[0]
				}
			}
		}
	}
	if found == nil {
		return nil
	}
	o := &original{sentence: found, lower: strings.ToLower(strings.Map(dropBlanks(found.lang), found.span.Of(found.text)))}
	if r.o.Lexicons != nil {
		o.lexicon = func(word string, from text.Language) []string {
			b := r.o.Lexicons.Between(from, found.lang)
			if b == nil {
				return nil
			}
			var out []string
			for _, e := range b.Translations(word) {
				out = append(out, e.Word)
			}
			return out
		}
	}
	return o
}

func dropBlanks(lang text.Language) func(rune) rune {
	return func(r rune) rune {
		if lang.Spaceless() && unicode.IsSpace(r) {
			return -1
		}
		return r
	}
}
