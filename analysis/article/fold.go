package article

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fold returns the state after the log. It is pure: the same log gives the same state. Undone
// decisions do not count; an Undo of an Undo does not exist, Redo is its own act. Where two
// decisions speak of the same thing the later one wins.
//
// An article that no decision mentions is on the table: a list of articles without a log is a
// project too.
func Fold(articles []Article, log []Decision) State {
	counts := effective(log)
	f := folding{articles: foldArticles(articles, counts, mentioned(log))}
	f.state.Merged, f.state.Split, f.state.Renamed = map[string]string{}, map[string]bool{}, map[string]string{}
	f.state.Dropped = map[string]bool{}
	f.texts, f.places = map[ID]string{}, map[Anchor]Anchor{}
	for _, a := range f.articles {
		f.texts[a.ID] = a.Text
	}
	for _, d := range counts {
		f.decide(d)
	}
	return f.result()
}

// effective returns the decisions that count, in the order of the log.
func effective(log []Decision) []Decision {
	at, undone := steps(log), map[int64]bool{}
	for _, d := range log {
		switch a := d.Act.(type) {
		case Undo:
			undone[at[a.Of]] = undone[at[a.Of]] || a.Of < d.Seq
		case Redo:
			delete(undone, at[a.Of])
		}
	}
	var out []Decision
	for _, d := range log {
		if !undone[d.step()] && !isStep(d.Act) {
			out = append(out, d)
		}
	}
	return out
}

// isStep reports whether the act moves along the log and decides nothing itself.
func isStep(a Act) bool {
	switch a.(type) {
	case Undo, Redo:
		return true
	}
	return false
}

// mentioned says which articles the log puts on the table or takes off, undone or not.
func mentioned(log []Decision) map[ID]bool {
	out := map[ID]bool{}
	for _, d := range log {
		switch a := d.Act.(type) {
		case AddArticle:
			out[a.Article] = true
		case RemoveArticle:
			out[a.Article] = true
		}
	}
	return out
}

// foldArticles returns the articles on the table, text and metadata as corrected.
func foldArticles(articles []Article, log []Decision, mentioned map[ID]bool) []Article {
	table := onTable(articles, log, mentioned)
	at := map[ID]int{}
	for i, a := range table {
		at[a.ID] = i
	}
	correct := func(id ID, change func(*Article)) {
		if i, ok := at[id]; ok {
			change(&table[i])
		}
	}
	for _, d := range log {
		switch a := d.Act.(type) {
		case SetMeta:
			correct(a.Article, func(x *Article) { x.Meta.set(a.Field, a.Value) })
		case EditText:
			correct(a.Article, func(x *Article) { x.retext(a.Text) })
		case Group:
			for _, id := range a.Articles {
				correct(id, func(x *Article) { x.Meta.set("story", a.Story) })
			}
		case Ungroup:
			for _, id := range a.Articles {
				correct(id, func(x *Article) { x.Meta.set("story", "") })
			}
		}
	}
	return table
}

func onTable(articles []Article, log []Decision, mentioned map[ID]bool) []Article {
	known := map[ID]Article{}
	var order []ID
	for _, a := range articles {
		known[a.ID] = a
		if !mentioned[a.ID] {
			order = append(order, a.ID)
		}
	}
	for _, d := range log {
		switch a := d.Act.(type) {
		case AddArticle:
			if !slices.Contains(order, a.Article) {
				order = append(order, a.Article)
			}
		case RemoveArticle:
			order = slices.DeleteFunc(order, func(id ID) bool { return id == a.Article })
		}
	}
	var out []Article
	for _, id := range order {
		if a, ok := known[id]; ok {
			out = append(out, a)
		}
	}
	return out
}

// set corrects a field; a name that is none changes nothing.
func (m *Meta) set(name, value string) {
	if f := m.Field(name); f != nil {
		*f = Field{Value: value, Origin: FromUser}
	}
}

// retext replaces the text and lets everything that has a place in it find it again.
func (a *Article) retext(s string) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	for _, name := range MetaNames() {
		if f := a.Meta.Field(name); !f.Span.Empty() && f.Span.End <= len(a.Text) {
			f.Span, _ = AnchorAt(a.ID, a.Text, f.Span).Resolve(s)
		}
	}
	a.Notes = slices.Clone(a.Notes)
	for i, n := range a.Notes {
		if !n.Span.Empty() && n.Span.End <= len(a.Text) {
			a.Notes[i].Span, _ = AnchorAt(a.ID, a.Text, n.Span).Resolve(s)
		}
	}
	a.Text = s
}

// folding is a fold under way: what was decided so far, the latest on each thing.
type folding struct {
	// immutable
	articles []Article
	texts    map[ID]string

	places     map[Anchor]Anchor // moved to where they are now
	state      State             // all that the lists below do not hold
	reviews    latest[Reviewed]
	same       latest[Same]
	terms      latest[Term]
	notes      latest[Annotated]
	statements latest[SetStatement]
	judged     latest[Judged]
	sayings    latest[SameUtterance]
	unlinked   latest[SplitUtterance]
	pins       placed[PinLink]
	apart      placed[Unlink]
	codes      latest[Coded]
	issues     latest[SetIssue]
	events     latest[SetEvent]
}

func (f *folding) result() State {
	s := f.state
	s.Articles = f.articles
	s.Pins, s.Apart = f.pins.list(), f.apart.list()
	s.Reviews, s.Same, s.Terms, s.Notes = f.reviews.list(), f.same.list(), f.terms.list(), f.notes.list()
	s.Statements, s.Judged = f.statements.list(), f.judged.list()
	s.SameSaying, s.Unlinked = f.sayings.list(), f.unlinked.list()
	s.Codes, s.Issues, s.Events = f.codes.list(), f.issues.list(), f.events.list()
	return s
}

// decide takes one decision in; those about articles themselves have been dealt with.
func (f *folding) decide(d Decision) {
	switch a := d.Act.(type) {
	case PinLink:
		f.pin(a)
	case Unlink:
		f.unlink(a)
	case Review:
		f.reviews.put(f.key(a.Places...)+a.Of, Reviewed{a, d.Coder, d.At})
	case Same:
		f.same.put(strings.Join([]string{min(a.A, a.B), max(a.A, a.B), a.Language}, "\x00"), a)
	case Term:
		f.term(a)
	case Annotate:
		key := f.key(a.Place) + d.Coder
		f.notes.put(key, Annotated{a, d.Coder, d.At})
		if a.Note == "" {
			f.notes.drop(key)
		}
	case MergeActors:
		f.merge(a)
	case SplitActor:
		name := f.actor(a.Name, false)
		delete(f.state.Merged, name)
		f.state.Split[name] = true
	case RenameActor:
		f.state.Renamed[f.actor(a.Actor, true)] = a.Name
	case SetStatement:
		f.statements.put(f.key(a.Content...)+f.key(a.Was...), a)
		f.moveContent(a)
	case JudgeStatement:
		f.judged.put(f.key(a.Content...), Judged{a, d.Coder, d.At})
	case SameUtterance:
		f.sameUtterance(a)
	case SplitUtterance:
		f.splitUtterance(a)
	case Code:
		f.codes.put(strings.Join([]string{f.key(a.Content...), a.Issue, d.Coder}, "\x00"), Coded{a, d.Coder, d.At})
	case SetIssue:
		f.issues.put(a.ID, a)
		delete(f.state.Dropped, a.ID)
	case RemoveIssue:
		f.issues.drop(a.ID)
		f.state.Dropped[a.ID] = true
	case SetWeights:
		f.state.Weights = a.Weights
	case SetEvent:
		f.events.put(a.Date+"\x00"+a.Label, a)
	case RemoveEvent:
		f.events.drop(a.Date + "\x00" + a.Label)
	}
}

// key names the places that the anchors mean in the texts as they are now, whatever their order, so
// that decisions on one place meet even when the text was edited between them.
func (f *folding) key(anchors ...Anchor) string {
	keys := make([]string, len(anchors))
	for i, a := range anchors {
		a = f.now(a)
		keys[i] = fmt.Sprintf("%s %d %d %s", a.Article, a.Start, a.End, a.Quote)
	}
	slices.Sort(keys)
	return strings.Join(keys, "\x00") + "\x01"
}

// now moves an anchor to its place in the text as it is; one that has none stays as it was.
func (f *folding) now(a Anchor) Anchor {
	if now, ok := f.places[a]; ok {
		return now
	}
	now, s := a, f.texts[a.Article]
	if p, ok := a.Resolve(s); ok {
		now = AnchorAt(a.Article, s, p)
	}
	f.places[a] = now
	return now
}

// term adds an entry to the glossary; one without a target takes the entries of its source out.
func (f *folding) term(a Term) {
	of := func(t Term) bool { return t.Source == a.Source && t.From == a.From && t.To == a.To }
	if a.Target == "" {
		f.terms.dropFunc(of)
		return
	}
	f.terms.put(strings.Join([]string{a.Source, a.From, a.To, a.Target}, "\x00"), a)
}

// sameUtterance joins statements; whoever was said to be apart no longer is.
func (f *folding) sameUtterance(a SameUtterance) {
	for _, s := range a.Statements {
		f.unlinked.drop(f.key(s))
	}
	f.sayings.put(f.key(a.Statements...), a)
}

// splitUtterance takes the statement out of all that it was joined to.
func (f *folding) splitUtterance(a SplitUtterance) {
	gone := f.key(a.Statement)
	for _, s := range f.sayings.list() {
		rest := slices.DeleteFunc(slices.Clone(s.Statements), func(x Anchor) bool { return f.key(x) == gone })
		if len(rest) == len(s.Statements) {
			continue
		}
		f.sayings.drop(f.key(s.Statements...))
		if len(rest) > 1 {
			f.sayings.put(f.key(rest...), SameUtterance{rest})
		}
	}
	f.unlinked.put(gone, a)
}

// moveContent lets what people decided about a statement follow its content where they correct that.
func (f *folding) moveContent(a SetStatement) {
	if len(a.Was) == 0 {
		return
	}
	was := f.key(a.Was...)
	for _, j := range f.judged.list() {
		if f.key(j.Content...) == was {
			f.judged.drop(was)
			j.Content = a.Content
			f.judged.put(f.key(a.Content...), j)
		}
	}
	for _, c := range f.codes.list() {
		if f.key(c.Content...) == was {
			f.codes.drop(strings.Join([]string{was, c.Issue, c.Coder}, "\x00"))
			c.Content = a.Content
			f.codes.put(strings.Join([]string{f.key(a.Content...), c.Issue, c.Coder}, "\x00"), c)
		}
	}
}

// merge lets names be one actor. Merged stays flat: no actor that a name leads to leads on.
func (f *folding) merge(a MergeActors) {
	into := f.actor(a.Into, true)
	from := make([]string, len(a.From))
	for i, name := range a.From {
		from[i] = f.actor(name, false)
	}
	if slices.Contains(from, into) {
		into = cmp.Or(f.shown(a.Into), a.Into) // was merged the other way round before
	}
	delete(f.state.Merged, into)
	for _, name := range from {
		if name == into {
			continue
		}
		for other, to := range f.state.Merged {
			if to == name {
				f.state.Merged[other] = into
			}
		}
		f.state.Merged[name] = into
		delete(f.state.Split, name)
	}
}

// actor returns the actor whom a name as shown means, followed through the merges if asked.
func (f *folding) actor(name string, merged bool) string {
	name = cmp.Or(f.shown(name), name)
	if into, ok := f.state.Merged[name]; ok && merged {
		return into
	}
	return name
}

// shown returns the actor that was renamed to name, "" where there is none or more than one.
func (f *folding) shown(name string) string {
	found := ""
	for actor, as := range f.state.Renamed {
		if _, away := f.state.Merged[actor]; as == name && !away {
			if found != "" {
				return ""
			}
			found = actor
		}
	}
	return found
}
