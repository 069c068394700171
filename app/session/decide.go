package session

import (
	"errors"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/phrase"
)

// Do records decisions in one transaction, applies them and derives again what they touch; Undo takes
// them back together. After a crash nothing that Do returned from is lost.
func (s *Session) Do(acts ...article.Act) error {
	if len(acts) == 0 {
		return nil
	}
	added, err := s.project.Append(s.options.Coder, s.options.Now().UTC(), acts...)
	if err != nil {
		return err
	}
	s.decided(added)
	return nil
}

// Undo takes back the last step that stands, Redo makes the last undone one again. Both are
// decisions of the log and work across restarts.
func (s *Session) Undo() error {
	undo, _ := article.Undoable(s.log)
	if len(undo) == 0 {
		return errors.New("there is nothing to undo")
	}
	return s.Do(article.Undo{Of: undo[0].Seq})
}

// Redo makes the last undone step again.
func (s *Session) Redo() error {
	_, redo := article.Undoable(s.log)
	if len(redo) == 0 {
		return errors.New("there is nothing to redo")
	}
	return s.Do(article.Redo{Of: redo[0].Seq})
}

// Undoable names what Undo and Redo would act on; empty where there is nothing.
func (s *Session) Undoable() (undo, redo phrase.Phrase) {
	u, r := article.Undoable(s.log)
	return nameOf(u), nameOf(r)
}

func nameOf(step []article.Decision) phrase.Phrase {
	var acts []article.Act
	for _, d := range step {
		acts = append(acts, d.Act)
	}
	return article.DescribeStep(acts...)
}

// decided applies decisions that are saved.
func (s *Session) decided(added []article.Decision) {
	s.log = append(s.log, added...)
	s.state = article.Fold(s.imported, s.log)
	if s.affects(added) == article.AffectsNothing {
		s.result = s.result.WithState(s.state)
		s.changed(Decisions)
		return
	}
	s.derive()
	s.changed(Decisions | Derived)
}

// affects says what the decisions invalidate; an undo invalidates what the step undone does.
func (s *Session) affects(added []article.Decision) article.Affects {
	all := article.AffectsNothing
	for _, d := range added {
		all |= article.Affected(s.log, d)
	}
	return all
}

// Review records a judgement on one difference of a comparison.
func (s *Session) Review(c *analysis.Comparison, difference int, change func(*article.Review)) error {
	d := &c.Differences[difference]
	review := s.result.Reviews(c)[difference].Review
	review.Places = s.result.Places(c, d)
	review.Of = string(d.Kind)
	change(&review)
	return s.Do(review)
}
