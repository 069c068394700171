package analysis_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
)

// TestMemoIsKept: a result from a memo that was written and read is the result derived, and nothing
// of it is derived again.
func TestMemoIsKept(t *testing.T) {
	resources := shipped(t)
	var p analysis.Project
	for id, s := range map[article.ID]string{
		"a": "Wang Qun said that the talks resumed in Vienna after five months. An agreement must be reached soon.\n\nIran did not answer.",
		"b": "Wang Qun warned that the talks resumed in Vienna after four months. An agreement may be reached.",
	} {
		p.Articles = append(p.Articles, article.Article{ID: id, Text: s, Meta: article.Meta{Story: article.Field{Value: "Talks"}}})
	}
	run := func(memo *analysis.Memo) string {
		r, err := analysis.Run(context.Background(), p, analysis.Options{}, resources, memo, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Comparisons) != 1 || len(r.Comparisons[0].Differences) == 0 || len(r.Statements) == 0 {
			t.Fatal("the sample gives nothing to keep")
		}
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(string(data), "null", "[]")
	}
	first := &analysis.Memo{}
	want := run(first)
	if !first.Fresh() {
		t.Error("a memo that was filled is not fresh")
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for range 3 { // a busy reviewer's derivations, overtaken before they began
		_, _ = analysis.Run(stopped, p, analysis.Options{}, resources, first, nil)
	}
	var kept bytes.Buffer
	if err := first.Write(&kept); err != nil {
		t.Fatal(err)
	}
	second := &analysis.Memo{}
	if err := second.Read(bytes.NewReader(kept.Bytes())); err != nil {
		t.Fatal(err)
	}
	if got := run(second); got != want {
		t.Errorf("from the kept memo:\n%s\nderived:\n%s", got, want)
	}
	if second.Fresh() {
		t.Error("with all kept something was derived again")
	}
	for cut := range kept.Len() {
		if (&analysis.Memo{}).Read(bytes.NewReader(kept.Bytes()[:cut])) == nil {
			t.Fatalf("%d bytes of %d are read as a memo", cut, kept.Len())
		}
		if cut > 200 {
			break
		}
	}
}
