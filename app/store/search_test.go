package store

import (
	"context"
	"encoding/json"
	"math"
	"testing"

	"hexapla/analysis/article"
)

func nan() float64 { return math.NaN() }

// equal compares by JSON, which shows what differs.
func equal(t *testing.T, got, want any) {
	t.Helper()
	g, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	w, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if string(g) != string(w) {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

func TestSearch(t *testing.T) {
	p := create(t)
	articles := []article.Article{
		sample("en", "Talks in Vienna resumed.\n\nThe sanctions on Iran stay, Zürich hears; the U.S. envoy left."),
		sample("zh", "新华社德黑兰12月11日电\n伊朗外交部发言人说，谈判取得进展。"),
		sample("ru", "МЕДВЕДЕВ заявил, что СВПД жив; ещё раз."),
		sample("fa", "سخنگوی وزارت خارجه گفت مذاكرات ادامه مي‌یابد"),
	}
	if _, err := p.Add("anna", noon, articles); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ query, article, found string }{
		{"vienna", "en", "Vienna"},
		{"zurich", "en", "Zürich"},
		{"iran sanctions", "en", "Iran"},
		{`"sanctions on iran"`, "en", "sanctions on Iran"},
		{"sanct", "en", "sanctions"},
		{"外交", "zh", "外交"},
		{"外交部", "zh", "外交部"},
		{"交部发言", "zh", "交部发言"},
		{"电", "zh", "电"},
		{"伊", "zh", "伊"},
		{"12月11日", "zh", "12"},
		{"медведев", "ru", "МЕДВЕДЕВ"},
		{"еще", "ru", "ещё"},
		{"مذاکرات", "fa", "مذاكرات"},
		{"می‌یابد", "fa", "مي‌یابد"},
	} {
		hits, err := p.Search(context.Background(), c.query, 10)
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		if len(hits) != 1 {
			t.Errorf("%s: %d hits, want one", c.query, len(hits))
			continue
		}
		for _, a := range articles {
			if a.ID == hits[0].Article && (string(a.ID) != c.article || hits[0].Span.Of(a.Text) != c.found) {
				t.Errorf("%s: found %q in %s, want %q in %s", c.query, hits[0].Span.Of(a.Text), a.ID, c.found, c.article)
			}
		}
	}
	for _, query := range []string{"", " ", `"`, "交外", "sanctioned", `"iran on"`, "* OR", "NEAR(", "vienna sanctions"} {
		if hits, err := p.Search(context.Background(), query, 10); err != nil || len(hits) != 0 {
			t.Errorf("%q: %v, %v, want nothing", query, hits, err)
		}
	}
}

func TestSearchFollowsTheDecisions(t *testing.T) {
	p := create(t)
	if _, err := p.Add("anna", noon, []article.Article{sample("a", "old words"), sample("b", "old hat")}); err != nil {
		t.Fatal(err)
	}
	count := func(query string) int {
		hits, err := p.Search(context.Background(), query, 10)
		if err != nil {
			t.Fatal(err)
		}
		return len(hits)
	}
	if n := count("old"); n != 2 {
		t.Errorf("%d hits before the edit, want 2", n)
	}
	made, err := p.Append("anna", noon, article.EditText{Article: "a", Text: "new words"}, article.RemoveArticle{Article: "b"})
	if err != nil {
		t.Fatal(err)
	}
	if old, new := count("old"), count("new"); old != 0 || new != 1 {
		t.Errorf("after the edit %d old, %d new", old, new)
	}
	if _, err := p.Append("anna", noon, article.Undo{Of: made[0].Seq}, article.Undo{Of: made[1].Seq}); err != nil {
		t.Fatal(err)
	}
	if old, new := count("old"), count("new"); old != 2 || new != 0 {
		t.Errorf("after undo %d old, %d new", old, new)
	}
}

func TestSearchStops(t *testing.T) {
	p := create(t)
	if _, err := p.Add("anna", noon, []article.Article{sample("a", "words")}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Search(ctx, "words", 10); err == nil {
		t.Error("a cancelled search found something")
	}
}

func FuzzQuery(f *testing.F) {
	f.Add("外交部 \"a b\" ﷺ", "外交部发言人 a b ﷺ")
	f.Add("\u0301 ª ½", "½")
	p, err := Create(f.TempDir() + "/p.hexapla")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, query, s string) {
		for _, w := range split(s) {
			_ = w.Of(s)
		}
		terms := parse(query)
		if len(terms) == 0 {
			return
		}
		if at := place(s, terms); at.Start < 0 || at.End > len(s) || at.Start > at.End {
			t.Errorf("%q in %q: %v", query, s, at)
		}
		rows, err := p.db.Query(`SELECT rowid FROM words WHERE words MATCH ?`, match(terms))
		if err != nil {
			t.Fatalf("%q became %q: %v", query, match(terms), err)
		}
		for rows.Next() {
		}
		if err := rows.Err(); err != nil {
			t.Fatalf("%q became %q: %v", query, match(terms), err)
		}
		rows.Close()
	})
}
