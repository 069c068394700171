package report_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/collate"
	"hexapla/analysis/wording/triage"
	"hexapla/app/report"
)

// large is twelve versions of 2,000 words with differences in every row, and 300 statements.
func large() *analysis.Result {
	const versions, rows, perRow = 12, 100, 20
	r := &analysis.Result{Codebook: positions.Codebook{Issues: []positions.Issue{{ID: "i", Proposition: "The harbour should stay open"}}}}
	c := analysis.Comparison{Story: "Large"}
	for v := range versions {
		var b strings.Builder
		version := analysis.Version{Language: "en"}
		for row := range rows {
			start := b.Len()
			for w := range perRow {
				fmt.Fprintf(&b, "word%d ", (row*perRow+w*(1+v%2))%700)
			}
			version.Segments = append(version.Segments, text.Span{Start: start, End: b.Len() - 1})
		}
		version.Article = article.Article{ID: article.ID(fmt.Sprint(v)), File: fmt.Sprint(v), Text: b.String(), Raw: []byte(b.String())}
		r.Versions = append(r.Versions, version)
		c.Versions, c.Sigla = append(c.Versions, v), append(c.Sigla, string(rune('A'+v)))
	}
	for row := range rows {
		a := align.Row{Segments: make([][]int, versions), Moved: make([]bool, versions), Score: 0.9}
		for v := range versions {
			a.Segments[v] = []int{row}
		}
		c.Rows = append(c.Rows, a)
		places := make([]int, versions)
		for w := range perRow {
			e := collate.Entry{Row: row}
			d := triage.Difference{Row: row, Kind: triage.Name, Severity: float64(w) / perRow, Reason: "One word for another.", Departs: []int{1}}
			for v := range versions {
				s, segment := r.Versions[v].Article.Text, r.Versions[v].Segments[row]
				from := segment.Start + places[v]
				end := from + strings.IndexByte(s[from:]+" ", ' ')
				places[v] = end + 1 - segment.Start
				e.Readings = append(e.Readings, collate.Reading{Version: v, Span: text.Span{Start: from, End: end}})
				d.Readings = append(d.Readings, triage.Reading{Version: v, Span: text.Span{Start: from, End: end}})
			}
			c.Entries = append(c.Entries, e)
			if w%5 == 4 {
				c.Differences = append(c.Differences, d)
			}
		}
	}
	r.Comparisons = []analysis.Comparison{c}
	for n := range 300 {
		id, date := fmt.Sprint("s", n), fmt.Sprintf("20%02d-%02d-10", 10+n/30, n%12+1)
		r.Statements = append(r.Statements, attribution.Statement{ID: id, Article: "0", Content: []text.Span{r.Versions[0].Segments[n%rows]}, Actor: fmt.Sprint("actor", n%6), Date: date, Confidence: 0.9})
		r.Codings = append(r.Codings, positions.Coding{Statement: id, Issue: "i", Stance: float64(n%5) - 2, Confidence: 0.7, Coder: "machine"})
		r.Points = append(r.Points, positions.Point{Statement: id, Utterance: id, Actor: fmt.Sprint("actor", n%6), Issue: "i", Date: date, Stance: float64(n%5) - 2, Confidence: 0.7})
	}
	r.Curves = map[string][]positions.Curve{"i": positions.Smooth(r.Points, 90)}
	r.Positions = positions.ByPeriod(r.Points, positions.Year)
	return r
}

func BenchmarkWrite(b *testing.B) {
	r := large()
	for _, f := range report.Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := report.Write(b.Context(), io.Discard, f, r, report.Options{Template: "apparatus", Parts: report.Parts}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
