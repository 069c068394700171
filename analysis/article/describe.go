package article

import (
	"slices"
	"strings"

	"hexapla/analysis/phrase"
)

// Describe names an act in a few words, to stand after "Undo" or in the history: "merge of Raisi
// and Leahy".
func Describe(a Act) phrase.Phrase {
	switch a := a.(type) {
	case Undo:
		return phrase.Of("undo of decision %d", int(a.Of))
	case Redo:
		return phrase.Of("redo of decision %d", int(a.Of))
	case AddArticle:
		return phrase.Of("adding an article")
	case RemoveArticle:
		return phrase.Of("removal of an article")
	case SetMeta:
		return phrase.Of("%s set to %s", phrase.Of(strings.ReplaceAll(a.Field, "_", " ")), brief(a.Value))
	case EditText:
		return phrase.Of("edit of a text")
	case Group:
		return phrase.Of("grouping of %d article as %s | grouping of %d articles as %s", len(a.Articles), brief(a.Story))
	case Ungroup:
		return phrase.Of("ungrouping of %d article | ungrouping of %d articles", len(a.Articles))
	case PinLink:
		return phrase.Of("link of %s", places(a.Sides))
	case Unlink:
		return phrase.Of("unlinking of %s", places(a.Sides))
	case Review:
		return describeReview(a)
	case Same:
		return phrase.Of("taking %s and %s for the same", brief(a.A), brief(a.B))
	case Term:
		return phrase.Of("term %s = %s", brief(a.Source), brief(a.Target))
	case Annotate:
		return phrase.Of("note on %s", brief(a.Place.Quote))
	}
	return describeStatements(a)
}

// DescribeStep names what the person did in one go, by its acts: what all of them do to several
// things, else what weighs most among them.
func DescribeStep(acts ...Act) phrase.Phrase {
	switch first := lead(acts).(type) {
	case nil:
		return phrase.Phrase{}
	case AddArticle:
		if n := count[AddArticle](acts); n > 1 {
			return phrase.Of("adding %d article | adding %d articles", n)
		}
		return Describe(first)
	case RemoveArticle:
		if n := count[RemoveArticle](acts); n > 1 {
			return phrase.Of("removal of %d article | removal of %d articles", n)
		}
		return Describe(first)
	case SetMeta:
		if len(acts) > 1 && allSet(acts, first) {
			return phrase.Of("%[2]s in %[1]d article | %[2]s in %[1]d articles", len(acts), Describe(first))
		}
	case EditText:
		return Describe(first) // a file read anew may bring metadata, too
	case Term:
		if n := count[Term](acts); n > 1 && n == len(acts) {
			return phrase.Of("entry of %d term | entry of %d terms", n)
		}
	}
	if len(acts) > 1 {
		return phrase.Of("%[2]s and %[1]d more", len(acts)-1, Describe(lead(acts)))
	}
	return Describe(lead(acts))
}

// lead is the act that names a step: an article that comes, goes or changes, else the first.
func lead(acts []Act) Act {
	for _, is := range []func(Act) bool{is[AddArticle], is[RemoveArticle], is[EditText]} {
		if i := slices.IndexFunc(acts, is); i >= 0 {
			return acts[i]
		}
	}
	if len(acts) == 0 {
		return nil
	}
	return acts[0]
}

func is[T Act](a Act) bool { _, ok := a.(T); return ok }

func count[T Act](acts []Act) (n int) {
	for _, a := range acts {
		if is[T](a) {
			n++
		}
	}
	return n
}

// allSet reports whether all acts set one field to one value.
func allSet(acts []Act, to SetMeta) bool {
	return !slices.ContainsFunc(acts, func(a Act) bool {
		set, ok := a.(SetMeta)
		return !ok || set.Field != to.Field || set.Value != to.Value
	})
}

func describeReview(a Review) phrase.Phrase {
	what := phrase.Of("%s at %s", phrase.Of(a.Of), places(a.Places))
	switch a.Status {
	case "confirmed":
		return phrase.Of("confirmation of %s", what)
	case "dismissed":
		return phrase.Of("dismissal of %s", what)
	case "later":
		return phrase.Of("putting off of %s", what)
	}
	return phrase.Of("reopening of %s", what)
}

func describeStatements(a Act) phrase.Phrase {
	switch a := a.(type) {
	case MergeActors:
		return phrase.Of("merge of %s", phrase.Names(append(append([]string{}, a.From...), a.Into)))
	case SplitActor:
		return phrase.Of("split of %s from %s", a.Name, a.From)
	case RenameActor:
		return phrase.Of("renaming of %s to %s", a.Actor, a.Name)
	case SetStatement:
		return phrase.Of("statement of %s: %s", a.Speaker, places(a.Content))
	case JudgeStatement:
		return phrase.Of("marking of %s as %s", places(a.Content), phrase.Of(a.Status))
	case SameUtterance:
		return phrase.Of("joining of %d statement | joining of %d statements", len(a.Statements))
	case SplitUtterance:
		return phrase.Of("separation of %s", brief(a.Statement.Quote))
	case Code:
		if a.Remove {
			return phrase.Of("removal of %s from %s", a.Issue, places(a.Content))
		}
		if a.None {
			return phrase.Of("coding of %s as no position on %s", places(a.Content), a.Issue)
		}
		return phrase.Of("coding of %s as %+g on %s", places(a.Content), a.Stance, a.Issue)
	case SetIssue:
		return phrase.Of("issue %s", a.ID)
	case RemoveIssue:
		return phrase.Of("removal of the issue %s", a.ID)
	case SetWeights:
		if len(a.Weights) == 0 {
			return phrase.Of("return to the weights of the program")
		}
		return phrase.Of("weights learnt from %d correction | weights learnt from %d corrections", a.From)
	case SetEvent:
		return phrase.Of("event %s on %s", brief(a.Label), phrase.Day(a.Date))
	case RemoveEvent:
		return phrase.Of("removal of the event %s on %s", brief(a.Label), phrase.Day(a.Date))
	}
	return phrase.Of(a.Kind())
}

// brief shortens a text to what fits a menu.
func brief(s string) phrase.Words {
	const most = 30
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = strings.TrimSpace(string(r[:most])) + "…"
	}
	return phrase.Words(s)
}

// places quotes the first place; the others lie beside it.
func places(anchors []Anchor) any {
	for _, a := range anchors {
		if a.Quote != "" {
			return brief(a.Quote)
		}
	}
	return phrase.Of("a gap")
}
