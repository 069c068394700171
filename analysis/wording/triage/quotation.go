package triage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
)

// A quotation that is opened and never closed: the reader cannot tell where the speaker ends and the
// writer goes on. It is told of a version as a whole, as quotations run over sentences; in a list of
// sentences they end with the line.

// quotations judges the quotations that one version leaves open and another does not.
func (r *rows) quotations() []Difference {
	open := make([][]text.Span, len(r.in.Versions))
	for v, version := range r.in.Versions {
		open[v] = r.unclosed(version.Text)
	}
	var out []Difference
	for n := range r.in.Rows {
		d := Difference{Row: n, Kind: Quote}
		present := 0
		for v := range r.in.Versions {
			if !r.has(v, n) {
				continue
			}
			present++
			place := r.place(n, v)
			within := func(mark text.Span) bool { return place.Start <= mark.Start && mark.End <= place.End }
			if i := slices.IndexFunc(open[v], within); i >= 0 {
				d.Departs = append(d.Departs, v)
				d.Readings = append(d.Readings, Reading{v, open[v][i]})
			}
		}
		if len(d.Departs) > 0 && len(d.Departs) < present {
			first := d.Readings[0]
			d.Say(because("a quotation is opened and not closed"), phrase.Of("%[2]s has %[3]s | %[2]s have %[3]s",
				len(d.Departs), r.sigla(d.Departs), phrase.Words(beginning(r.in.Versions[first.Version].Text[first.Start:]))))
			d.Severity, d.Evidence = r.o.Tables.severity([]weigh{{"quote.open", 1, ""}})
			out = append(out, d)
		}
	}
	return out
}

// beginning is the first words of a text.
func beginning(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	words := strings.Fields(line)
	if len(words) <= firstWords {
		return line
	}
	return strings.Join(words[:firstWords], " ") + " …"
}

const firstWords = 4

// unclosed returns the marks of a version that open what nothing closes.
func (r *rows) unclosed(s string) []text.Span {
	if !r.in.Lines {
		return unclosed(s)
	}
	var out []text.Span
	start := 0
	for line := range strings.Lines(s) {
		for _, mark := range unclosed(line) {
			out = append(out, text.Span{Start: start + mark.Start, End: start + mark.End})
		}
		start += len(line)
	}
	return out
}

// unclosed returns the marks that open a quotation which nothing closes before the next one opens or
// the text ends. Where every paragraph of a quotation opens it anew, all versions mostly do so.
func unclosed(s string) []text.Span {
	var out []text.Span
	last := text.Span{Start: -1}
	for i, c := range s {
		mark := text.Span{Start: i, End: i + utf8.RuneLen(c)}
		switch quoteSide(s, i, c) {
		case opens:
			if last.Start >= 0 {
				out = append(out, last)
			}
			last = mark
		case closes:
			last.Start = -1
		}
	}
	if last.Start >= 0 {
		out = append(out, last)
	}
	return out
}

type quoteEnd uint8

const (
	noQuote quoteEnd = iota
	opens
	closes
)

// quoteSide tells the marks that open a quotation from those that close one; the straight one by
// what stands beside it.
func quoteSide(s string, i int, c rune) quoteEnd {
	switch c {
	case '“', '„', '«', '「', '『':
		return opens
	case '”', '»', '」', '』':
		return closes
	case '"':
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		spaceBefore := i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{-–—", before)
		spaceAfter := i+1 == len(s) || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]}-–—", after)
		switch {
		case spaceBefore && !spaceAfter:
			return opens
		case spaceAfter && !spaceBefore && !unicode.IsDigit(before):
			return closes
		}
	}
	return noQuote
}
