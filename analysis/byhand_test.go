package analysis_test

import (
	"context"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/analysis/text"
)

// derive runs the analysis over texts and acts.
func derive(t *testing.T, texts map[string]string, acts func([]article.Article) []article.Act) *analysis.Result {
	t.Helper()
	resources := shipped(t)
	var p analysis.Project
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		if s, ok := texts[name]; ok {
			got, err := formats.Read(name, []byte(s), formats.Options{Model: resources.Text})
			if err != nil {
				t.Fatal(err)
			}
			p.Articles = append(p.Articles, got.Articles...)
		}
	}
	for i, a := range p.Articles {
		p.Decisions = append(p.Decisions, article.Decision{Seq: int64(i + 1), Coder: "Ada", Act: article.AddArticle{Article: a.ID}})
	}
	if acts != nil {
		for _, act := range acts(p.Articles) {
			p.Decisions = append(p.Decisions, article.Decision{Seq: int64(len(p.Decisions) + 1), Coder: "Ada", Act: act})
		}
	}
	r, err := analysis.Run(context.Background(), p, analysis.Options{}, resources, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const interview = "Vienna, 8 August 2022. Wang Qun said that the talks must go on. Nobody knows what comes next."

func anchor(a article.Article, quote string) article.Anchor {
	for i := range a.Text {
		if len(a.Text)-i >= len(quote) && a.Text[i:i+len(quote)] == quote {
			return article.AnchorAt(a.ID, a.Text, text.Span{Start: i, End: i + len(quote)})
		}
	}
	panic("no " + quote)
}

func TestStatementAddedByHand(t *testing.T) {
	r := derive(t, map[string]string{"a.txt": interview}, func(a []article.Article) []article.Act {
		return []article.Act{article.SetStatement{
			Content: []article.Anchor{anchor(a[0], "Nobody knows what comes next")}, Speaker: "a diplomat", Actor: "DEU", Date: "2022-08-07",
		}}
	})
	last := r.Statements[len(r.Statements)-1]
	if last.Rule != analysis.ByHand || last.Actor != "DEU" || last.Date != "2022-08-07" || last.DateFrom != "user" {
		t.Errorf("the statement added reads %+v", last)
	}
	if got := last.Content[0].Of(r.Versions[0].Article.Text); got != "Nobody knows what comes next" {
		t.Errorf("its content is %q", got)
	}
}

func TestSpeakerCorrectedByHand(t *testing.T) {
	before := derive(t, map[string]string{"a.txt": interview}, nil)
	if len(before.Statements) == 0 {
		t.Fatal("no statement is found")
	}
	first := before.Statements[0]
	after := derive(t, map[string]string{"a.txt": interview}, func(a []article.Article) []article.Act {
		return []article.Act{article.SetStatement{Content: []article.Anchor{article.AnchorAt(a[0].ID, a[0].Text, first.Content[0])}, Actor: "AUT"}}
	})
	if len(after.Statements) != len(before.Statements) {
		t.Fatalf("correcting a speaker makes %d statements of %d", len(after.Statements), len(before.Statements))
	}
	got := after.Statements[0]
	if got.ID != first.ID || got.Actor != "AUT" || got.Speaker != first.Speaker || got.Rule != analysis.ByHand {
		t.Errorf("the corrected statement reads %+v", got)
	}
}

func TestSayingsGroupedByHand(t *testing.T) {
	texts := map[string]string{"a.txt": interview, "b.txt": "Berlin, 9 August 2022. Olaf Scholz said that gas is dear."}
	apart := derive(t, texts, nil)
	if len(apart.Statements) < 2 {
		t.Fatal("too few statements")
	}
	first, last := apart.Statements[0], apart.Statements[len(apart.Statements)-1]
	joined := derive(t, texts, func(a []article.Article) []article.Act {
		return []article.Act{article.SameUtterance{Statements: []article.Anchor{
			article.AnchorAt(a[0].ID, a[0].Text, first.Content[0]), article.AnchorAt(a[1].ID, a[1].Text, last.Content[0]),
		}}}
	})
	if a, b := joined.Statements[0].Utterance, joined.Statements[len(joined.Statements)-1].Utterance; a != b || a == "" {
		t.Errorf("sayings declared the same are %q and %q", a, b)
	}
}

// TestContentCorrectedByHand: what was decided about a statement goes with it where its content is
// corrected, once and again.
func TestContentCorrectedByHand(t *testing.T) {
	before := derive(t, map[string]string{"a.txt": interview}, nil)
	first := before.Statements[0]
	after := derive(t, map[string]string{"a.txt": interview}, func(a []article.Article) []article.Act {
		found := []article.Anchor{article.AnchorAt(a[0].ID, a[0].Text, first.Content[0])}
		short, long := anchor(a[0], "the talks must go on"), anchor(a[0], "the talks must go on. Nobody knows what comes next")
		cue, source := anchor(a[0], "said"), anchor(a[0], "Wang")
		return []article.Act{
			article.JudgeStatement{Content: found, Status: analysis.Confirmed},
			article.Code{Content: found, Issue: "jcpoa", Stance: 1},
			article.SetStatement{Content: []article.Anchor{short}, Was: found, Source: &source, Cue: &cue, Speaker: "Wang Qun", Actor: "CHN"},
			article.SetStatement{Content: []article.Anchor{long}, Was: []article.Anchor{short}, Actor: "AUT"},
		}
	})
	if len(after.Statements) != len(before.Statements) {
		t.Fatalf("correcting the content makes %d statements of %d", len(after.Statements), len(before.Statements))
	}
	s, txt := after.Statements[0], after.Versions[0].Article.Text
	if got := s.Content[0].Of(txt); len(s.Content) != 1 || got != "the talks must go on. Nobody knows what comes next" {
		t.Errorf("the content is %q", got)
	}
	if s.Source.Of(txt) != "Wang" || s.Cue.Of(txt) != "said" || s.Speaker != "Wang Qun" || s.Actor != "AUT" || s.ID == first.ID {
		t.Errorf("the corrected statement reads %+v", s)
	}
	if state := after.State; len(state.Judged) != 1 || state.Judged[0].Content[0].Quote != s.Content[0].Of(txt) ||
		len(state.Codes) != 1 || state.Codes[0].Content[0].Quote != s.Content[0].Of(txt) {
		t.Errorf("judged %+v, coded %+v", state.Judged, state.Codes)
	}
}
