package report_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"hexapla/app/report"
)

// FuzzHostile: whatever texts, names and notes hold, a page runs and fetches nothing, XML is well-formed, a table has
// no formula.
func FuzzHostile(f *testing.F) {
	for _, s := range []string{hostile, "</style><style>@import 'x'", "{{.}}", "\x00\xff]]>", "&lt;script&gt;", "<!--", "\u202e<svg onload=x>", "=cmd|' /C calc'!A0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 300 { // each stands in hundreds of places
			t.Skip()
		}
		r := poisonedWith(t, s)
		r.Statements, r.Codings, r.Points, r.Curves = r.Statements[:4], r.Codings[:4], r.Points[:4], nil // or it takes too long
		o := report.Options{Title: s, Question: s, Parts: report.Parts, Template: "apparatus"}
		checkSafe(t, string(writeOf(t, report.HTML, r, o)))
		elements(t, report.TMX, writeOf(t, report.TMX, r, o))
		o.Table = report.Tables[0]
		checkCells(t, writeOf(t, report.CSV, r, o))
	})
}

// TestHostileTables: no table has a formula.
func TestHostileTables(t *testing.T) {
	for _, s := range []string{hostile, "=cmd|' /C calc'!A0", " +1", "\u200b@x"} {
		for _, table := range report.Tables {
			checkCells(t, writeOf(t, report.CSV, poisonedWith(t, s), report.Options{Table: table}))
		}
	}
}

func checkCells(t *testing.T, data []byte) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Error(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			begin := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
			if begin == "" || !strings.ContainsRune("=+@＝＋＠", []rune(begin)[0]) {
				continue
			}
			t.Errorf("a formula: %q", cell)
		}
	}
}

// FuzzCell: the text of a cell is what it was, behind an apostrophe at most.
func FuzzCell(f *testing.F) {
	f.Add("=1+1")
	f.Fuzz(func(t *testing.T, s string) {
		if got := report.Cell(s); got != s && got != "'"+s {
			t.Errorf("%q became %q", s, got)
		}
	})
}
