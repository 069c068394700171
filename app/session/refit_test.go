package session_test

import (
	"reflect"
	"strings"
	"testing"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/app/session"
)

const dealIssue = "iran-nuclear-agreement"

// judged says of the agreement in several ways that it is good or bad.
const judgedDeal = `"The nuclear deal was a mistake," the minister said on Monday.

"The nuclear deal is dangerous," the minister added.

"The nuclear agreement is unfair," the minister said.

"The nuclear deal is flawed," the minister said.

"The nuclear agreement was an error," the minister said.
`

// machineCodings is the machine's codings on the agreement, by statement.
func machineCodings(s *session.Session) map[string]float64 {
	out := map[string]float64{}
	for _, c := range s.Result().Codings {
		if c.Coder == positions.Machine && c.Issue == dealIssue && !c.None {
			out[c.Statement] = c.Stance
		}
	}
	return out
}

// correct says of every statement that the machine coded that it is as much against as can be.
func correct(t *testing.T, s *session.Session) int {
	t.Helper()
	var acts []article.Act
	r := s.Result()
	for _, c := range r.Codings {
		if c.Coder != positions.Machine || c.Issue != dealIssue || c.None {
			continue
		}
		for _, st := range r.Statements {
			if st.ID != c.Statement {
				continue
			}
			var content []article.Anchor
			for _, p := range st.Content {
				content = append(content, article.AnchorAt(st.Article, r.Versions[0].Article.Text, p))
			}
			acts = append(acts, article.Code{Content: content, Issue: dealIssue, Stance: -2})
		}
	}
	check(t, s.Do(acts...))
	return len(acts)
}

// refit learns and waits for what comes of it.
func (l *loop) refit(s *session.Session) analysis.Refitted {
	l.t.Helper()
	var got analysis.Refitted
	s.Refit(func(r analysis.Refitted, err error) { check(l.t, err); got = r })
	l.turn(s)
	return got
}

// TestRefitIsADecision: what is learnt from corrections changes nothing before it is decided; then the
// machine codes as was foretold, an undo restores the codings bit by bit, a redo and a restart keep them.
func TestRefitIsADecision(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	s.ImportText("judged", judgedDeal)
	l.turn(s)
	shipped := machineCodings(s)
	if len(shipped) < 4 {
		t.Fatalf("only %d statements are coded", len(shipped))
	}
	corrected := correct(t, s)
	l.turn(s)

	preview := l.refit(s)
	if preview.Act.From != corrected || len(preview.Changes) == 0 || len(preview.Weights) != len(preview.Act.Weights) {
		t.Fatalf("learnt from %d of %d, %d codings change, %d weights", preview.Act.From, corrected, len(preview.Changes), len(preview.Act.Weights))
	}
	if got := machineCodings(s); !reflect.DeepEqual(got, shipped) {
		t.Errorf("a preview changed the codings: %v", got)
	}

	check(t, s.Do(preview.Act))
	l.turn(s)
	learnt := machineCodings(s)
	for _, c := range preview.Changes {
		if learnt[c.Statement] != c.After.Stance || shipped[c.Statement] != c.Before.Stance {
			t.Errorf("%s: foretold %g to %g, came %g to %g", c.Statement, c.Before.Stance, c.After.Stance, shipped[c.Statement], learnt[c.Statement])
		}
		if learnt[c.Statement] >= shipped[c.Statement] {
			t.Errorf("%s: people said -2, the machine went from %g to %g", c.Statement, shipped[c.Statement], learnt[c.Statement])
		}
	}
	if undo, _ := s.Undoable(); !strings.Contains(undo.String(), "weights") {
		t.Errorf("undo is called %q", undo)
	}
	if again := l.refit(s); len(again.Changes) > 0 {
		t.Errorf("learning the same again changes %d codings", len(again.Changes))
	}

	check(t, s.Undo())
	l.turn(s)
	if got := machineCodings(s); !reflect.DeepEqual(got, shipped) {
		t.Errorf("after undo %v, before %v", got, shipped)
	}
	check(t, s.Redo())
	l.turn(s)
	path := s.Path()
	check(t, s.Close())
	reopened, err := session.Open(path, l.options)
	check(t, err)
	defer reopened.Close()
	l.turn(reopened)
	if got := machineCodings(reopened); !reflect.DeepEqual(got, learnt) {
		t.Errorf("after a restart %v, before %v", got, learnt)
	}
	check(t, reopened.ResetWeights())
	l.turn(reopened)
	if got := machineCodings(reopened); !reflect.DeepEqual(got, shipped) {
		t.Errorf("with the program's weights %v, at first %v", got, shipped)
	}
}

// TestRefitOfNothing: without a correction there is nothing to learn.
func TestRefitOfNothing(t *testing.T) {
	l := newLoop(t)
	s := l.create()
	s.ImportText("judged", judgedDeal)
	l.turn(s)
	if got := l.refit(s); got.Act.From != 0 || len(got.Act.Weights) != 0 || len(got.Changes) != 0 {
		t.Errorf("learnt %+v", got)
	}
	if s.ResetWeights() == nil {
		t.Error("the weights of the program cannot be returned to where they stand")
	}
}
