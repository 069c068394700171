package report_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/analysis/text"
	"hexapla/app/report"
)

// TestQDARoundTrip reads back what is written: texts, metadata, issues, who says what where, each
// stance, sources and cues, notes.
func TestQDARoundTrip(t *testing.T) {
	r := fixture(t)
	r.Statements, r.Codings = r.Statements[:5], r.Codings[:5]
	r.Codings[1].Coder = "reader"
	r.Codings[2].None = true
	in, err := formats.Read("linden.qdpx", writeOf(t, report.QDA, r, report.Options{}), formats.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Articles) != len(r.Versions) {
		t.Fatalf("%d articles", len(in.Articles))
	}
	for i, v := range r.Versions {
		a := in.Articles[i]
		if a.Text != v.Article.Text {
			t.Errorf("%s reads %q", v.Article.File, a.Text)
		}
		for _, name := range []string{"title", "outlet", "role", "date", "language"} {
			if got, want := a.Meta.Field(name).Value, v.Article.Meta.Field(name).Value; got != want {
				t.Errorf("%s: %s is %q, want %q", v.Article.File, name, got, want)
			}
		}
	}
	issues, statements, codes, notes := map[string]string{}, map[text.Span]article.SetStatement{}, map[text.Span]article.Code{}, 0
	for _, act := range in.Acts {
		switch a := act.(type) {
		case article.SetIssue:
			issues[a.ID] = a.Proposition
		case article.SetStatement:
			statements[text.Span{Start: a.Content[0].Start, End: a.Content[0].End}] = a
		case article.Code:
			codes[text.Span{Start: a.Content[0].Start, End: a.Content[0].End}] = a
		case article.Annotate:
			if notes++; a.Note != "Ask the harbour master. (reader)" || a.Place.Quote != "harbour of Linden" {
				t.Errorf("note %q on %q", a.Note, a.Place.Quote)
			}
		}
	}
	for _, i := range r.Codebook.Issues {
		if issues[i.ID] != i.Proposition {
			t.Errorf("issue %s is %q", i.ID, issues[i.ID])
		}
	}
	for i, s := range r.Statements {
		set, code, want := statements[s.Content[0]], codes[s.Content[0]], r.Codings[i]
		if set.Actor != s.Actor || set.Speaker != s.Speaker || set.Date != s.Date || set.Cue == nil || set.Cue.Start != s.Cue.Start {
			t.Errorf("statement %d is %+v", i, set)
		}
		if code.Issue != want.Issue || code.None != want.None || !want.None && math.Abs(code.Stance-want.Stance) > 1e-9 || code.Force != string(want.Force) {
			t.Errorf("coding %d is %+v, want %+v", i, code, want)
		}
	}
	if codes[r.Statements[1].Content[0]].Note != "coded by reader" || notes != 1 || len(statements) != 5 || len(codes) != 5 {
		t.Errorf("%d statements, %d codings, %d notes, coder %q", len(statements), len(codes), notes, codes[r.Statements[1].Content[0]].Note)
	}
}

// TestQDASchema has a validator that is not ours check the project, with hostile texts too.
func TestQDASchema(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("no xmllint")
	}
	for name, data := range map[string][]byte{"own": write(t, report.QDA, report.Options{Question: "Who moved?"}), "hostile": writeOf(t, report.QDA, poisoned(t), report.Options{Title: hostile})} {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := z.Open("project.qde")
		if err != nil {
			t.Fatal(err)
		}
		project, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "project.qde")
		if err := os.WriteFile(path, project, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(lint, "--nonet", "--noout", "--schema", "testdata/schemas/refi-qda.xsd", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", name, out)
		}
	}
}
