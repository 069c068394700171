package triage

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/entity"
	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
)

// What no single row shows: one name in two spellings, and a term of the glossary in other words
// than the glossary's.

// whole judges the versions as wholes.
func (r *rows) whole() []Difference {
	var out []Difference
	for v := range r.in.Versions {
		out = append(out, r.spellings(v)...)
	}
	out = append(out, r.glossary()...)
	slices.SortStableFunc(out, func(a, b Difference) int { return cmp.Compare(a.Row, b.Row) })
	return out
}

// spelling is how often a version writes a name so, and where first.
type spelling struct {
	name string
	row  int
	span text.Span
	n    int
}

// spellings judges names that one version writes in two ways: the rows' differences say which
// spellings stand for one name, and names alike in letters are one as well.
func (r *rows) spellings(v int) []Difference {
	found := r.namesOf(v)
	var out []Difference
	for i, a := range found {
		for _, b := range found[i+1:] {
			if !r.oneName(a.name, b.name) {
				continue
			}
			d := Difference{
				Row: b.row, Kind: Spelling, Departs: []int{v},
				Readings: []Reading{{v, b.span}},
			}
			d.Say(phrase.Of("%s spells one name in two ways: %s (row %d) and %s (row %d)", r.in.Versions[v].Siglum, phrase.Words(a.name), a.row+1, phrase.Words(b.name), b.row+1))
			d.Severity, d.Evidence = r.o.Tables.severity([]weigh{{"spelling.inconsistent", 1, a.name + " / " + b.name}})
			out = append(out, d)
		}
	}
	return out
}

// namesOf lists the unknown names of a version in the order of first mention, as runs of one word.
func (r *rows) namesOf(v int) []spelling {
	var out []spelling
	at := map[string]int{}
	version := r.in.Versions[v]
	if version.Language.Spaceless() || version.Language == "de" || r.in.Versions[v].Language.RightToLeft() {
		return nil
	}
	for n, row := range r.in.Rows {
		if v >= len(row.Segments) || len(row.Segments[v]) == 0 {
			continue
		}
		s := r.vocabulary.sentence(v, version, row.Segments[v])
		for i := range s.words {
			w := &s.words[i]
			if !w.isName(s) || w.mention >= 0 || w.known && w.entry != nil && r.named[w.norm] == "" || len(w.norm) < 4 {
				continue
			}
			if k, ok := at[w.norm]; ok {
				out[k].n++
				continue
			}
			at[w.norm] = len(out)
			out = append(out, spelling{name: strings.TrimSuffix(strings.TrimSuffix(w.surface, "'s"), "’s"), row: n, span: w.Span, n: 1})
		}
	}
	return out
}

// oneName reports whether two spellings are of one name: a row showed them in one place, or their
// letters are nearly the same.
func (r *rows) oneName(a, b string) bool {
	x, y := strings.ToLower(a), strings.ToLower(b)
	if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
		return false // a plural, an adjective
	}
	if g := r.named[x]; g != "" && g == r.named[y] {
		return true
	}
	return len(x) > 4 && len(y) > 4 && x[0] == y[0] && entity.Likeness(a, b) > 0.95
}

// learn notes the spellings that a row showed to be of one name.
func (r *rows) learn(spellings []string) {
	groups := map[string]bool{}
	root := ""
	for i, s := range spellings {
		s = strings.ToLower(s)
		if g := r.named[s]; g != "" {
			groups[g] = true
			s = min(s, g)
		}
		if i == 0 || s < root {
			root = s
		}
	}
	for name, g := range r.named {
		if groups[g] {
			r.named[name] = root
		}
	}
	for _, s := range spellings {
		r.named[strings.ToLower(s)] = root
	}
}

// glossary judges versions that render a term of the glossary in other words, row by row.
func (r *rows) glossary() []Difference {
	var out []Difference
	for n := range r.in.Rows {
		for i, g := range r.in.Glossary {
			if !slices.ContainsFunc(r.in.Glossary[:i], g.alike) { // other renderings of it are told of with the first
				out = append(out, r.term(n, g)...)
			}
		}
	}
	return out
}

func (r *rows) term(n int, g GlossaryEntry) []Difference {
	var out []Difference
	for from, version := range r.in.Versions {
		source := r.place(n, from)
		if version.Language != g.From || !r.has(from, n) {
			continue
		}
		at := strings.Index(strings.ToLower(source.Of(version.Text)), strings.ToLower(g.Source))
		if at < 0 {
			continue
		}
		for to, other := range r.in.Versions {
			span := r.place(n, to)
			if to == from || other.Language != g.To || !r.has(to, n) || r.renders(span.Of(other.Text), g) {
				continue
			}
			start := source.Start + at
			d := Difference{
				Row: n, Kind: Term, Departs: []int{to},
				Readings: []Reading{{from, text.Span{Start: start, End: start + len(g.Source)}}, {to, text.Span{Start: span.End, End: span.End}}},
			}
			d.Say(phrase.Of("the glossary has %s for %s; %s has it otherwise", phrase.Words(g.Target), phrase.Words(g.Source), other.Siglum))
			slices.SortFunc(d.Readings, func(a, b Reading) int { return cmp.Compare(a.Version, b.Version) })
			d.Severity, d.Evidence = r.o.Tables.severity([]weigh{{"term.glossary", 1, g.Source + " / " + g.Target}})
			out = append(out, d)
		}
	}
	return out
}

func (r *rows) has(v, n int) bool {
	row := r.in.Rows[n]
	return v < len(row.Segments) && len(row.Segments[v]) > 0
}

// alike reports whether two entries are renderings of one term in one language.
func (g GlossaryEntry) alike(h GlossaryEntry) bool {
	return strings.EqualFold(g.Source, h.Source) && g.From == h.From && g.To == h.To
}

// renders reports whether a text has the term in one of the words that the glossary allows.
func (r *rows) renders(s string, g GlossaryEntry) bool {
	return slices.ContainsFunc(r.in.Glossary, func(h GlossaryEntry) bool { return g.alike(h) && containsTerm(s, h.Target) })
}

func containsTerm(s, term string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(term))
}
