package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

var noon = time.Date(2022, 8, 8, 12, 0, 0, 123, time.FixedZone("", 3600))

func create(t *testing.T) *Project {
	t.Helper()
	p, err := Create(filepath.Join(t.TempDir(), "a #1? 100%.hexapla"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func reopen(t *testing.T, p *Project) *Project {
	t.Helper()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := Open(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func sample(id article.ID, s string) article.Article {
	return article.Article{
		ID: id, File: string(id) + ".txt", Path: "/x/" + string(id) + ".txt", Format: "text", Encoding: "gb18030",
		Raw: []byte(s), Text: s, Lines: true,
		Meta:  article.Meta{Title: article.Field{Value: "T", Origin: article.FromText, Guess: true, Why: "w", Span: text.Span{Start: 0, End: 1}}},
		Notes: []article.Note{{Article: id, Span: text.Span{Start: 1, End: 2}, Message: "odd"}},
	}
}

func TestWhatIsStoredComesBack(t *testing.T) {
	p := create(t)
	a, b := sample("a", "Text of a."), sample("b", "")
	made, err := p.Add("anna", noon, []article.Article{a, b, a})
	if err != nil {
		t.Fatal(err)
	}
	more, err := p.Append("ben", noon, article.SetMeta{Article: "a", Field: "title", Value: "Titel"}, article.RemoveArticle{Article: "b"})
	if err != nil {
		t.Fatal(err)
	}
	want := append(made, more...)
	if len(want) != 4 || want[3].Seq != 4 || !want[0].At.Equal(noon) {
		t.Fatalf("decisions made: %v", want)
	}
	p = reopen(t, p)
	got, err := p.Log()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, got, want)
	articles, err := p.Articles()
	if err != nil {
		t.Fatal(err)
	}
	equal(t, articles[0], a)
	b.Raw = nil
	equal(t, articles[1], b)
}

func TestAddPutsBackWhatWasRemoved(t *testing.T) {
	p := create(t)
	a := sample("a", "x")
	for i, want := range []int{1, 0} {
		made, err := p.Add("anna", noon, []article.Article{a})
		if err != nil || len(made) != want {
			t.Fatalf("Add no. %d made %v, %v", i, made, err)
		}
	}
	if _, err := p.Append("anna", noon, article.RemoveArticle{Article: "a"}); err != nil {
		t.Fatal(err)
	}
	if made, err := p.Add("anna", noon, []article.Article{a}); err != nil || len(made) != 1 {
		t.Fatalf("Add after removal made %v, %v", made, err)
	}
}

func TestTheLogOnlyGrows(t *testing.T) {
	p := create(t)
	if _, err := p.Append("anna", noon, article.RemoveIssue{ID: "x"}); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{`DELETE FROM decisions`, `UPDATE decisions SET coder = 'eve'`} {
		if _, err := p.db.Exec(statement); err == nil {
			t.Errorf("%s was allowed", statement)
		}
	}
}

func TestAppendIsAllOrNothing(t *testing.T) {
	p := create(t)
	if _, err := p.Append("anna", noon, article.RemoveIssue{ID: "x"}, article.Code{Stance: nan()}); err == nil {
		t.Error("a coding without a number was saved")
	}
	if log, err := p.Log(); err != nil || len(log) != 0 {
		t.Errorf("after a failed Append the log holds %v, %v", log, err)
	}
}

func TestViewAndCache(t *testing.T) {
	p := create(t)
	if v, err := p.View("row"); v != "" || err != nil {
		t.Errorf("an empty view holds %q, %v", v, err)
	}
	for _, v := range []string{"1", "2"} {
		if err := p.SetView("row", v); err != nil {
			t.Fatal(err)
		}
		if err := p.SetCached("k", []byte(v)); err != nil {
			t.Fatal(err)
		}
	}
	p = reopen(t, p)
	v, err := p.View("row")
	c, cErr := p.Cached("k")
	if v != "2" || string(c) != "2" || err != nil || cErr != nil {
		t.Errorf("view %q, %v; cache %q, %v", v, err, c, cErr)
	}
}

func TestSaveAs(t *testing.T) {
	p := create(t)
	if _, err := p.Add("anna", noon, []article.Article{sample("a", "Peace talks resume.")}); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "copy.hexapla")
	for range 2 { // the second time it replaces the first
		if err := p.SaveAs(other); err != nil {
			t.Fatal(err)
		}
	}
	q, err := Open(other)
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	log, err := q.Log()
	if err != nil || len(log) != 1 {
		t.Errorf("the copy's log: %v, %v", log, err)
	}
	if hits, err := q.Search(context.Background(), "peace", 9); err != nil || len(hits) != 1 {
		t.Errorf("search in the copy: %v, %v", hits, err)
	}
	if err := p.SaveAs(p.Path()); err == nil {
		t.Error("a project was saved over itself")
	}
	rest, err := os.ReadDir(filepath.Dir(other))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range rest {
		if !strings.HasPrefix(e.Name(), "copy.hexapla") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestErrorsNameFileAndRemedy(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	project := func(name string, change string) string {
		path := filepath.Join(dir, name)
		p, err := Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Add("anna", noon, []article.Article{sample("a", strings.Repeat("long ", 20000))}); err != nil {
			t.Fatal(err)
		}
		if _, err := p.db.Exec(change); err != nil {
			t.Fatal(err)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		return path
	}
	damaged := project("damaged.hexapla", "SELECT 1")
	data, err := os.ReadFile(damaged)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(data) && i < 40960; i++ {
		data[i] ^= 0x5A
	}
	file("damaged.hexapla", string(data))
	file("cut.hexapla", string(data[:5000]))
	for _, c := range []struct{ path, says string }{
		{filepath.Join(dir, "none.hexapla"), "does not exist; check"},
		{dir, "is a folder"},
		{file("text.hexapla", "Dear diary"), "is not a Hexapla project"},
		{file("empty.hexapla", ""), "is not a Hexapla project"},
		{project("other.hexapla", "PRAGMA application_id = 7"), "is not a Hexapla project"},
		{project("newer.hexapla", "PRAGMA user_version = 99"), "made by a newer version of Hexapla; update"},
		{damaged, "is damaged; open a copy"},
		{filepath.Join(dir, "cut.hexapla"), "is damaged; open a copy"},
	} {
		p, err := Open(c.path)
		if err == nil {
			p.Close()
			t.Errorf("%s was opened", c.path)
			continue
		}
		if !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("%s: %v", c.path, err)
		}
	}
	if _, err := Create(damaged); err == nil || !strings.Contains(err.Error(), "exists already; open it") {
		t.Errorf("Create over a file: %v", err)
	}
	if _, err := Create(filepath.Join(dir, "no", "such.hexapla")); err == nil || !strings.Contains(err.Error(), "choose another folder") {
		t.Errorf("Create in no folder: %v", err)
	}
	bad := project("bad.hexapla", `INSERT INTO decisions VALUES (2, '2022-08-08T12:00:00Z', 'x', 'undo', 'no JSON', 0)`)
	p, err := Open(bad)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := p.Log(); err == nil || !strings.Contains(err.Error(), "is damaged; open a copy") {
		t.Errorf("a decision that is no JSON: %v", err)
	}
}

func TestLockedFileIsNamed(t *testing.T) {
	p := create(t)
	q, err := Open(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	if _, err := q.db.Exec(`PRAGMA busy_timeout = 20`); err != nil {
		t.Fatal(err)
	}
	if _, err := p.db.Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	_, err = q.Append("ben", noon, article.RemoveIssue{ID: "x"})
	if err == nil || !strings.Contains(err.Error(), "is in use by another program; close it there") {
		t.Errorf("Append to a locked file: %v", err)
	}
}
