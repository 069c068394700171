package analysis

import (
	"fmt"
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

// ByHand is the rule of statements that a person added or whose spans or speaker a person set.
const ByHand = "by hand"

// setByHand applies what people said about statements: a decision about the content of a statement
// that was found changes that statement, any other adds one. Later decisions win.
func setByHand(result *Result) {
	for _, set := range result.State.Statements {
		v, content, ok := located(result, set.Content)
		if !ok {
			continue
		}
		at := statementAt(result, v.Article.ID, content)
		if _, was, ok := located(result, set.Was); ok && at < 0 {
			at = statementAt(result, v.Article.ID, was)
		}
		s := attribution.Statement{
			ID: fmt.Sprintf("%s:%d-%d", v.Article.ID, content[0].Start, content[len(content)-1].End), Article: v.Article.ID, Content: content,
			Date: v.Article.Meta.Date.Value, DateFrom: "publication",
		}
		if at >= 0 {
			id := s.ID
			s = result.Statements[at]
			if !slices.Equal(s.Content, content) {
				rename(result, s.ID, id)
				s.ID, s.Content = id, content
			}
		}
		s.Rule, s.Confidence, s.Continues = ByHand, 1, false
		s.Source, s.Cue = spanOf(v, set.Source, s.Source), spanOf(v, set.Cue, s.Cue)
		if set.Speaker != "" {
			s.Speaker = set.Speaker
		}
		if set.Actor != "" {
			s.Actor = set.Actor
		}
		if set.Date != "" {
			s.Date, s.DateFrom = set.Date, "user"
		}
		if at >= 0 {
			result.Statements[at] = s
		} else {
			result.Statements = append(result.Statements, s)
		}
	}
	inOrder(result)
}

// statementAt is the statement of the article with that content, −1 if there is none.
func statementAt(result *Result, id article.ID, content []text.Span) int {
	return slices.IndexFunc(result.Statements, func(s attribution.Statement) bool {
		return s.Article == id && slices.Equal(s.Content, content)
	})
}

// rename lets what is nested in a statement follow its new name.
func rename(result *Result, from, to string) {
	for i := range result.Statements {
		if s := &result.Statements[i]; s.Within == from {
			s.Within = to
		}
	}
}

// located finds the article and the places of anchors, which must all lie in one article.
func located(result *Result, anchors []article.Anchor) (Version, []text.Span, bool) {
	for _, v := range result.Versions {
		if len(anchors) == 0 || v.Article.ID != anchors[0].Article {
			continue
		}
		var places []text.Span
		for _, a := range anchors {
			p, ok := a.Resolve(v.Article.Text)
			if !ok || p.Empty() || a.Article != v.Article.ID {
				return v, nil, false
			}
			places = append(places, p)
		}
		return v, places, true
	}
	return Version{}, nil, false
}

// spanOf is where an anchor lies; without one, or where it is lost, what was there before.
func spanOf(v Version, a *article.Anchor, before *text.Span) *text.Span {
	if a == nil {
		return before
	}
	if p, ok := a.Resolve(v.Article.Text); ok {
		return &p
	}
	return before
}

// inOrder sorts statements by article, then by place.
func inOrder(result *Result) {
	order := map[article.ID]int{}
	for i, v := range result.Versions {
		order[v.Article.ID] = i
	}
	slices.SortStableFunc(result.Statements, func(a, b attribution.Statement) int {
		if a.Article != b.Article {
			return order[a.Article] - order[b.Article]
		}
		return a.Content[0].Start - b.Content[0].Start
	})
}

// groupByHand applies what people said about which statements report one saying.
func groupByHand(result *Result) {
	utteranceAt := func(a article.Anchor) (int, bool) {
		_, places, ok := located(result, []article.Anchor{a})
		if !ok {
			return 0, false
		}
		at := slices.IndexFunc(result.Statements, func(s attribution.Statement) bool {
			return s.Article == a.Article && s.Content[0] == places[0]
		})
		return at, at >= 0
	}
	for _, same := range result.State.SameSaying {
		into := ""
		for _, a := range same.Statements {
			i, ok := utteranceAt(a)
			if !ok {
				continue
			}
			s := &result.Statements[i]
			if into == "" {
				into = s.Utterance
				if into == "" {
					into = s.ID
				}
			}
			s.Utterance = into
		}
	}
	for _, split := range result.State.Unlinked {
		if i, ok := utteranceAt(split.Statement); ok {
			result.Statements[i].Utterance = result.Statements[i].ID
		}
	}
}
