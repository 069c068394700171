package analysis

import (
	"context"
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/positions"
)

// Refitted is what the machine would learn from people's corrections. Nothing is decided by it: Act is
// the decision that makes it so, and its undo brings back what was.
type Refitted struct {
	Act     article.SetWeights
	Weights []WeightChange // every rule, in the order of their table
	Changes []CodingChange // the codings that would come out otherwise, in the order of the statements

	// How far machine and people agree (Krippendorff's alpha, ordinal) as it is and as it would be, on
	// the statements that people coded. What was learnt from them is measured on them too, so that the
	// second figure flatters.
	Before, After positions.Reliability
}

// WeightChange is a rule's weight as shipped, as it is and as it would be.
type WeightChange struct {
	Rule, About            string
	Shipped, Before, After float64
}

// CodingChange is a coding by the machine as it is and as it would be.
type CodingChange struct {
	Statement, Issue string
	Before, After    positions.Coding
}

// Refit learns weights from the corrections in a result and says what would change. Refitted.Act
// holds no weights where nobody corrected anything.
func Refit(ctx context.Context, result *Result, r *Resources, progress Progress) (Refitted, error) {
	now := weighing(r.Positions, result.State.Weights)
	then, learnt := positions.Refit(now, result.Codings)
	out := Refitted{Act: article.SetWeights{Weights: []article.Weight{}, From: learnt}}
	shipped, before, after := r.Positions.Rules(), now.Rules(), then.Rules()
	for i, rule := range before {
		out.Weights = append(out.Weights, WeightChange{rule.ID, rule.About, shipped[i].Weight, rule.Weight, after[i].Weight})
		if learnt > 0 {
			out.Act.Weights = append(out.Act.Weights, article.Weight{Rule: rule.ID, Weight: after[i].Weight})
		}
	}
	out.Before = positions.Alpha(result.Codings, positions.Ordinal)
	out.After = out.Before
	if learnt == 0 {
		return out, ctx.Err()
	}
	stage := func(done, total int) {
		if progress != nil {
			progress("coding", done, total)
		}
	}
	again, err := positions.Code(ctx, codable(result), result.Codebook, r.Text, then, stage)
	if err != nil {
		return Refitted{}, err
	}
	out.Changes = changedCodings(result.Codings, again)
	out.After = positions.Alpha(append(again, byPeople(result.Codings)...), positions.Ordinal)
	return out, nil
}

// byPeople is the codings that are not the machine's.
func byPeople(codings []positions.Coding) []positions.Coding {
	return slices.DeleteFunc(slices.Clone(codings), func(c positions.Coding) bool { return c.Coder == positions.Machine })
}

// changedCodings pairs the machine's codings that differ in stance. Which statements it codes on which
// issue does not hang on the weights, but for an "it" that meant nothing.
func changedCodings(before, after []positions.Coding) []CodingChange {
	type unit struct{ statement, issue string }
	was := map[unit]positions.Coding{}
	for _, c := range before {
		if c.Coder == positions.Machine {
			was[unit{c.Statement, c.Issue}] = c
		}
	}
	out := []CodingChange{}
	for _, c := range after {
		old, ok := was[unit{c.Statement, c.Issue}]
		if ok && (old.Stance != c.Stance || old.None != c.None) {
			out = append(out, CodingChange{c.Statement, c.Issue, old, c})
		}
	}
	return out
}
