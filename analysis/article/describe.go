package article

import (
	"fmt"
	"slices"
	"strings"
)

// Describe names an act in a few words, to stand after "Undo" or in the history: "merge of Raisi
// and Leahy".
func Describe(a Act) string {
	switch a := a.(type) {
	case Undo:
		return fmt.Sprintf("undo of decision %d", a.Of)
	case Redo:
		return fmt.Sprintf("redo of decision %d", a.Of)
	case AddArticle:
		return "adding an article"
	case RemoveArticle:
		return "removal of an article"
	case SetMeta:
		return strings.ReplaceAll(a.Field, "_", " ") + " set to " + quoted(a.Value)
	case EditText:
		return "edit of a text"
	case Group:
		return fmt.Sprintf("grouping of %s as %s", plural(len(a.Articles), "article"), quoted(a.Story))
	case Ungroup:
		return fmt.Sprintf("ungrouping of %s", plural(len(a.Articles), "article"))
	case PinLink:
		return "link of " + places(a.Sides)
	case Unlink:
		return "unlinking of " + places(a.Sides)
	case Review:
		return describeReview(a)
	case Same:
		return fmt.Sprintf("taking %s and %s for the same", quoted(a.A), quoted(a.B))
	case Term:
		return fmt.Sprintf("term %s = %s", quoted(a.Source), quoted(a.Target))
	case Annotate:
		return "note on " + quoted(a.Place.Quote)
	}
	return describeStatements(a)
}

// DescribeStep names what the person did in one go, by its acts: what all of them do to several
// things, else what weighs most among them.
func DescribeStep(acts ...Act) string {
	switch first := lead(acts).(type) {
	case nil:
		return ""
	case AddArticle:
		if n := count[AddArticle](acts); n > 1 {
			return "adding " + plural(n, "article")
		}
		return Describe(first)
	case RemoveArticle:
		if n := count[RemoveArticle](acts); n > 1 {
			return "removal of " + plural(n, "article")
		}
		return Describe(first)
	case SetMeta:
		if len(acts) > 1 && allSet(acts, first) {
			return Describe(first) + " in " + plural(len(acts), "article")
		}
	case EditText:
		return Describe(first) // a file read anew may bring metadata, too
	case Term:
		if n := count[Term](acts); n > 1 && n == len(acts) {
			return "entry of " + plural(n, "term")
		}
	}
	if len(acts) > 1 {
		return fmt.Sprintf("%s and %d more", Describe(lead(acts)), len(acts)-1)
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

func describeReview(a Review) string {
	what := a.Of + " at " + places(a.Places)
	switch a.Status {
	case "confirmed":
		return "confirmation of " + what
	case "dismissed":
		return "dismissal of " + what
	case "later":
		return "putting off of " + what
	}
	return "reopening of " + what
}

func describeStatements(a Act) string {
	switch a := a.(type) {
	case MergeActors:
		return "merge of " + list(append(append([]string{}, a.From...), a.Into))
	case SplitActor:
		return fmt.Sprintf("split of %s from %s", a.Name, a.From)
	case RenameActor:
		return fmt.Sprintf("renaming of %s to %s", a.Actor, a.Name)
	case SetStatement:
		return fmt.Sprintf("statement of %s: %s", a.Speaker, places(a.Content))
	case JudgeStatement:
		return fmt.Sprintf("marking of %s as %s", places(a.Content), a.Status)
	case SameUtterance:
		return fmt.Sprintf("joining of %s", plural(len(a.Statements), "statement"))
	case SplitUtterance:
		return "separation of " + quoted(a.Statement.Quote)
	case Code:
		if a.Remove {
			return fmt.Sprintf("removal of %s from %s", a.Issue, places(a.Content))
		}
		if a.None {
			return fmt.Sprintf("coding of %s as no position on %s", places(a.Content), a.Issue)
		}
		return fmt.Sprintf("coding of %s as %+g on %s", places(a.Content), a.Stance, a.Issue)
	case SetIssue:
		return "issue " + a.ID
	case RemoveIssue:
		return "removal of the issue " + a.ID
	case SetEvent:
		return fmt.Sprintf("event %s on %s", quoted(a.Label), a.Date)
	case RemoveEvent:
		return fmt.Sprintf("removal of the event %s on %s", quoted(a.Label), a.Date)
	}
	return a.Kind()
}

// quoted shortens a text to what fits a menu.
func quoted(s string) string {
	const most = 30
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = strings.TrimSpace(string(r[:most])) + "…"
	}
	return "“" + s + "”"
}

// places quotes the first place; the others lie beside it.
func places(anchors []Anchor) string {
	for _, a := range anchors {
		if a.Quote != "" {
			return quoted(a.Quote)
		}
	}
	return "a gap"
}

func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// list joins names: "A", "A and B", "A, B and C".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
