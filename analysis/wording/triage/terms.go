package triage

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
)

// One thing under two names within one version: a term of the glossary in two of the words that the
// glossary allows, or a special word of another version that the lexicon finds rendered now by one of
// its translations, now by another. Common words are rendered as the sentence asks; only words that
// are long for their language and stand in one row once are held to one rendering.

// rendered is a term in a row and how a version renders it.
type rendered struct {
	term, as string
	row      int
	span     text.Span // of the rendering
	presumed bool      // by the lexicon alone
}

// terms judges how consistently each version renders the terms of another.
func (r *rows) terms() []Difference {
	var out []Difference
	for to := range r.in.Versions {
		from, ok := r.measureOf(to)
		if !ok {
			continue
		}
		found := append(r.glossaryTerms(from, to), r.specialWords(from, to)...)
		told := map[string]bool{}
		for i, a := range found {
			for _, b := range found[i+1:] {
				if a.term != b.term || a.presumed != b.presumed || r.oneLemma(to, a.as, b.as) || told[a.term] || r.saysIn(to, a.row, b.as) || r.saysIn(to, b.row, a.as) {
					continue
				}
				told[a.term] = true
				d := Difference{Row: b.row, Kind: Term, Departs: []int{to}, Readings: []Reading{{to, b.span}}}
				d.Say(phrase.Of("%s renders %s in two ways: %s (row %d) and %s (row %d)", r.in.Versions[to].Siglum, phrase.Words(a.term), phrase.Words(a.as), a.row+1, phrase.Words(b.as), b.row+1))
				feature := "term.inconsistent"
				if a.presumed {
					feature = "term.presumed inconsistent"
				}
				d.Severity, d.Evidence = r.o.Tables.severity([]weigh{{feature, 1, a.as + " / " + b.as}})
				out = append(out, d)
			}
		}
	}
	return out
}

// oneLemma reports whether two renderings are one word in two forms.
func (r *rows) oneLemma(v int, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	lang := r.in.Versions[v].Language
	return !strings.ContainsAny(a+b, " ") && r.vocabulary.lexeme(a, lang, text.Word).lemma == r.vocabulary.lexeme(b, lang, text.Word).lemma
}

// measureOf returns the version whose terms another is held to: the original, or the first of another
// language where two languages are compared.
func (r *rows) measureOf(to int) (int, bool) {
	var other []int
	for v, version := range r.in.Versions {
		if version.Language == r.in.Versions[to].Language {
			continue
		}
		if version.Original {
			return v, true
		}
		other = append(other, v)
	}
	if r.in.Versions[to].Original || len(other) != 1 || len(r.in.Versions) == 2 && to == 0 {
		return 0, false
	}
	return other[0], true
}

// glossaryTerms lists the terms of the glossary with the allowed rendering that each row has.
func (r *rows) glossaryTerms(from, to int) []rendered {
	var out []rendered
	for n := range r.in.Rows {
		for _, g := range r.in.Glossary {
			if g.From != r.in.Versions[from].Language || g.To != r.in.Versions[to].Language || !r.saysIn(from, n, g.Source) || !r.has(to, n) {
				continue
			}
			place := r.place(n, to)
			if at := strings.Index(strings.ToLower(place.Of(r.in.Versions[to].Text)), strings.ToLower(g.Target)); at >= 0 && at+len(g.Target) <= place.Len() {
				out = append(out, rendered{term: g.Source, as: g.Target, row: n, span: text.Span{Start: place.Start + at, End: place.Start + at + len(g.Target)}})
			}
		}
	}
	return out
}

// saysIn reports whether a version has words in a row.
func (r *rows) saysIn(v, n int, words string) bool {
	return r.has(v, n) && containsTerm(r.place(n, v).Of(r.in.Versions[v].Text), words)
}

// specialWords lists the special words of a version with the translation that each row has.
func (r *rows) specialWords(from, to int) []rendered {
	ab := r.rendering(r.in.Versions[from].Language, r.in.Versions[to].Language)
	if ab == nil || r.in.Versions[to].Language.Spaceless() {
		return nil
	}
	var out []rendered
	for n, row := range r.in.Rows {
		if !r.has(from, n) || !r.has(to, n) {
			continue
		}
		s := r.vocabulary.sentence(from, r.in.Versions[from], row.Segments[from])
		var bank *bank
		for i := range s.words {
			if !special(s, i) {
				continue
			}
			if bank == nil {
				bank = newBank(r.vocabulary.sentence(to, r.in.Versions[to], row.Segments[to]))
			}
			if as, at, ok := bank.soleRendering(ab.of(s.words[i].lexeme)); ok {
				out = append(out, rendered{term: s.words[i].surface, as: as, row: n, span: at, presumed: true})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b rendered) int { return cmp.Compare(a.row, b.row) })
	return out
}

// special reports whether a word is long enough for a term and the only one of its kind in its row.
func special(s *sentence, i int) bool {
	w := &s.words[i]
	long := 9
	if s.lang.Spaceless() {
		long = 3
	}
	if w.punct || !w.content || w.mention >= 0 || w.is(function|modal|saying|negator|hedge|implicit) || utf8.RuneCountInString(w.norm) < long {
		return false
	}
	if w.entry != nil && (w.entry.parts == "" || w.entry.parts[0] != 'n') {
		return false
	}
	for k := range s.words {
		if k != i && s.words[k].lemma == w.lemma {
			return false
		}
	}
	return true
}

// soleRendering returns the one noun that the sentence has of a word's translations; false where it
// has none or several.
func (k *bank) soleRendering(found []translation) (as string, at text.Span, ok bool) {
	lemma := ""
	for _, c := range found {
		if len(c.words) != 1 {
			continue
		}
		sure, places := k.find(c)
		if sure < byLexicon {
			continue
		}
		w := &k.words[places[0]]
		if w.is(function) || !w.content || w.entry != nil && w.entry.parts != "" && w.entry.parts[0] != 'n' {
			continue
		}
		if ok && lemma != w.lemma {
			return "", at, false
		}
		as, lemma, at, ok = strings.ToLower(w.surface), w.lemma, w.Span, true
	}
	return as, at, ok
}
