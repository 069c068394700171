package analysis

import (
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

const twoSentences = "We support the deal. We reject the sanctions."

// spoken is a result of two statements, coded by the machine.
func spoken() *Result {
	a := article.Article{ID: "a", Text: twoSentences}
	said := func(id string, start, end int) attribution.Statement {
		return attribution.Statement{
			ID: id, Article: "a", Actor: "X", Date: "2020-01-02", Confidence: 0.5, Content: []text.Span{{Start: start, End: end}},
		}
	}
	machine := func(id string, stance float64) positions.Coding {
		return positions.Coding{Statement: id, Issue: "deal", Stance: stance, Confidence: 0.8, Coder: positions.Machine}
	}
	return &Result{
		Versions:   []Version{{Article: a}},
		Statements: []attribution.Statement{said("s1", 0, 20), said("s2", 21, 45)},
		Codings:    []positions.Coding{machine("s1", 1), machine("s2", -1)},
	}
}

func anchor(start, end int) []article.Anchor {
	return []article.Anchor{article.AnchorAt("a", twoSentences, text.Span{Start: start, End: end})}
}

func TestPersonOverrulesMachine(t *testing.T) {
	r := spoken()
	r.State.Codes = []article.Coded{
		{Code: article.Code{Content: anchor(0, 20), Issue: "deal", Stance: -2}, Coder: "Ada"},
		{Code: article.Code{Content: anchor(3, 19), Issue: "deal", Stance: 0}, Coder: "Bo"},
		{Code: article.Code{Content: anchor(21, 45), Issue: "deal", Stance: 2, Remove: true}, Coder: "Ada"},
	}
	r.Codings = append(r.Codings, peoplesCodings(r)...)
	got := map[string]float64{}
	for _, p := range points(r) {
		got[p.Statement+p.Coder] = p.Stance
	}
	if len(got) != 3 || got["s1Ada"] != -2 || got["s2machine"] != -1 {
		t.Errorf("points: %v", got)
	}
	if _, zero := got["s1Bo"]; !zero {
		t.Error("a stance of nought is a position")
	}
}

func TestNoPositionHasNoPoint(t *testing.T) {
	r := spoken()
	r.State.Codes = []article.Coded{{Code: article.Code{Content: anchor(0, 20), Issue: "deal", None: true}, Coder: "Ada"}}
	r.Codings = append(r.Codings, peoplesCodings(r)...)
	if got := points(r); len(got) != 1 || got[0].Statement != "s2" {
		t.Errorf("points: %+v", got)
	}
}

func TestRejectedStatementHasNoPoint(t *testing.T) {
	r := spoken()
	r.State.Judged = []article.Judged{
		{JudgeStatement: article.JudgeStatement{Content: anchor(21, 45), Status: Rejected}},
		{JudgeStatement: article.JudgeStatement{Content: anchor(0, 20), Status: Confirmed}, Coder: "Ada"},
	}
	if got := points(r); len(got) != 1 || got[0].Statement != "s1" || got[0].Confidence != 0.4 {
		t.Errorf("points: %+v", got)
	}
}

func TestDecisionOnOtherTextMakesNoCoding(t *testing.T) {
	r := spoken()
	r.State.Codes = []article.Coded{{Code: article.Code{Content: []article.Anchor{{Article: "a", Start: 0, End: 30, Quote: "words that stand nowhere in it."}}, Issue: "deal"}, Coder: "Ada"}}
	if got := peoplesCodings(r); len(got) != 0 {
		t.Errorf("codings: %+v", got)
	}
}

func TestConfirmingIsReadingAsTheMachineDoes(t *testing.T) {
	r := spoken()
	r.State.Judged = []article.Judged{
		{JudgeStatement: article.JudgeStatement{Content: anchor(0, 20), Status: Confirmed}, Coder: "Ada"},
		{JudgeStatement: article.JudgeStatement{Content: anchor(21, 45), Status: Confirmed}, Coder: "Ada"},
	}
	r.State.Codes = []article.Coded{{Code: article.Code{Content: anchor(21, 45), Issue: "deal", Stance: 2}, Coder: "Ada"}}
	r.Codings = append(r.Codings, peoplesCodings(r)...)
	got := map[string]float64{}
	for _, c := range r.Readings() {
		got[c.Statement+c.Coder] = c.Stance
	}
	if len(got) != 4 || got["s1Ada"] != 1 || got["s2Ada"] != 2 {
		t.Errorf("readings: %v", got)
	}
	r.State.Judged[0].Status = Rejected
	if n := len(r.Readings()); n != 3 {
		t.Errorf("after a rejection there are %d readings", n)
	}
}
