package report_test

import (
	"bytes"
	"context"
	"math"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/analysis/text"
	"hexapla/app/exchange"
	"hexapla/app/report"
)

// TestDNARoundTrip reads back texts, who says what where, and each stance; the same bytes come twice.
func TestDNARoundTrip(t *testing.T) {
	r := fixture(t)
	r.Statements, r.Codings = r.Statements[:5], r.Codings[:4]
	r.Codings[1].Coder = "reader"
	r.Codings[2].None = true
	data := writeOf(t, report.DNA, r, report.Options{})
	if !bytes.Equal(data, writeOf(t, report.DNA, r, report.Options{})) {
		t.Error("not the same bytes twice")
	}
	in, err := exchange.Read(context.Background(), "linden.dna", data, formats.Options{})
	if err != nil || len(in.Articles) != len(r.Versions) {
		t.Fatalf("%d articles, %v", len(in.Articles), err)
	}
	for i, v := range r.Versions {
		a := in.Articles[i]
		if a.Text != v.Article.Text || a.Meta.Title.Value != v.Article.Meta.Title.Value || a.Meta.Date.Value != v.Article.Meta.Date.Value || a.Meta.Outlet.Value != v.Article.Meta.Outlet.Value {
			t.Errorf("%s reads %+v", v.Article.File, a.Meta)
		}
	}
	statements, codes := map[text.Span]article.SetStatement{}, map[text.Span]article.Code{}
	for _, act := range in.Acts {
		switch a := act.(type) {
		case article.SetStatement:
			statements[text.Span{Start: a.Content[0].Start, End: a.Content[0].End}] = a
		case article.Code:
			codes[text.Span{Start: a.Content[0].Start, End: a.Content[0].End}] = a
		}
	}
	for i, s := range r.Statements {
		if set := statements[s.Content[0]]; set.Actor != report.ActorName(r, s.Actor) || set.Speaker != s.Speaker {
			t.Errorf("statement %d is %+v", i, set)
		}
		if i == len(r.Codings) {
			break
		}
		code, want := codes[s.Content[0]], r.Codings[i]
		if code.Issue != want.Issue || code.None != want.None || !want.None && math.Abs(code.Stance-want.Stance) > 1e-9 {
			t.Errorf("coding %d is %+v, want %+v", i, code, want)
		}
	}
	if len(statements) != 5 || len(codes) != 4 || codes[r.Statements[1].Content[0]].Note != "coded by reader" {
		t.Errorf("%d statements, %d codings", len(statements), len(codes))
	}
	writeOf(t, report.DNA, poisoned(t), report.Options{})
}
