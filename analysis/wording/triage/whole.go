package triage

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
)

// What no single row shows: one name in several spellings, a quotation that is never closed, a
// term of the glossary in other words than the glossary's, and a term in two wordings.

// whole judges the versions as wholes.
func (r *rows) whole() []Difference {
	var out []Difference
	names := make([][]spelling, len(r.in.Versions))
	for v := range r.in.Versions {
		names[v] = r.namesOf(v)
		out = append(out, r.spellings(v, names[v])...)
	}
	out = append(out, r.manyNamed(names)...)
	out = append(out, r.quotations()...)
	out = append(out, r.glossary()...)
	out = append(out, r.terms()...)
	return out
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
