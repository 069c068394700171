package article

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hexapla/analysis/text"
)

const story = "Wang Qun said that talks resumed. Iran agreed. The United States did not."

func articles() []Article {
	title := Field{Value: "Wang Qun", Origin: FromText, Span: text.Span{Start: 0, End: 8}}
	return []Article{{ID: "a", Text: story, Meta: Meta{Title: title}}, {ID: "b", Text: story}, {ID: "c", Text: story}}
}

// logOf numbers acts from 1, all by one coder.
func logOf(acts ...Act) []Decision {
	var out []Decision
	for i, a := range acts {
		out = append(out, Decision{Seq: int64(i + 1), At: time.Unix(int64(i), 0).UTC(), Coder: "anna", Act: a})
	}
	return out
}

func at(id ID, start, end int) Anchor { return AnchorAt(id, story, text.Span{Start: start, End: end}) }

func ids(s State) []ID {
	out := []ID{}
	for _, a := range s.Articles {
		out = append(out, a.ID)
	}
	return out
}

func TestTable(t *testing.T) {
	for _, c := range []struct {
		name string
		log  []Decision
		want []ID
	}{
		{"no log", nil, []ID{"a", "b", "c"}},
		{"added in another order", logOf(AddArticle{"c"}, AddArticle{"a"}, AddArticle{"b"}), []ID{"c", "a", "b"}},
		{"added twice", logOf(AddArticle{"c"}, AddArticle{"a"}, AddArticle{"c"}, AddArticle{"b"}), []ID{"c", "a", "b"}},
		{"removed", logOf(AddArticle{"a"}, AddArticle{"b"}, AddArticle{"c"}, RemoveArticle{"b"}), []ID{"a", "c"}},
		{"removal undone", logOf(AddArticle{"a"}, AddArticle{"b"}, AddArticle{"c"}, RemoveArticle{"b"}, Undo{4}), []ID{"a", "b", "c"}},
		{"adding undone", logOf(AddArticle{"a"}, AddArticle{"b"}, AddArticle{"c"}, Undo{3}), []ID{"a", "b"}},
		{"unknown", logOf(AddArticle{"x"}, RemoveArticle{"y"}), []ID{"a", "b", "c"}},
	} {
		if got := ids(Fold(articles(), c.log)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCorrections(t *testing.T) {
	s := Fold(articles(), logOf(
		SetMeta{"a", "outlet", "TASS"}, SetMeta{"a", "outlet", "Xinhua"}, SetMeta{"a", "no such", "x"},
		EditText{"a", "Yesterday " + story},
		Group{[]ID{"a", "b"}, "Talks"}, Ungroup{[]ID{"b"}},
	))
	a, b := s.Articles[0], s.Articles[1]
	if want := (Field{Value: "Xinhua", Origin: FromUser}); a.Meta.Outlet != want {
		t.Errorf("outlet %+v, want %+v", a.Meta.Outlet, want)
	}
	if got := a.Meta.Title.Span.Of(a.Text); got != "Wang Qun" {
		t.Errorf("after the edit the title stands at %q", got)
	}
	if a.Meta.Story.Value != "Talks" || b.Meta.Story.Value != "" {
		t.Errorf("stories %q, %q", a.Meta.Story.Value, b.Meta.Story.Value)
	}
	if original := articles()[0]; original.Text != story || original.Meta.Outlet.Value != "" {
		t.Error("Fold changed the articles that it was given")
	}
}

func TestLinks(t *testing.T) {
	a1, a2, b1, b2, c1 := at("a", 0, 33), at("a", 34, 46), at("b", 0, 33), at("b", 34, 46), at("c", 0, 33)
	for _, c := range []struct {
		name        string
		acts        []Act
		pins, apart int
	}{
		{"two links", []Act{PinLink{Sides: []Anchor{a1, b1}}, PinLink{Sides: []Anchor{a2, b2}}}, 2, 0},
		{"the same link again", []Act{PinLink{Sides: []Anchor{a1, b1}}, PinLink{Sides: []Anchor{b1, a1}, Moved: true}}, 1, 0},
		{"linked elsewhere", []Act{PinLink{Sides: []Anchor{a1, b1}}, PinLink{Sides: []Anchor{a1, b2}}}, 1, 0},
		{"a third version", []Act{PinLink{Sides: []Anchor{a1, b1}}, PinLink{Sides: []Anchor{a1, c1}}}, 2, 0},
		{"linked and unlinked", []Act{PinLink{Sides: []Anchor{a1, b1}}, Unlink{Sides: []Anchor{b1, a1}}}, 0, 1},
		{"unlinked and linked", []Act{Unlink{Sides: []Anchor{a1, b1}}, PinLink{Sides: []Anchor{a1, b1}}}, 1, 0},
		{"unlinked twice", []Act{Unlink{Sides: []Anchor{a1, b1}}, Unlink{Sides: []Anchor{b1, a1}}}, 0, 1},
	} {
		s := Fold(articles(), logOf(c.acts...))
		if len(s.Pins) != c.pins || len(s.Apart) != c.apart {
			t.Errorf("%s: %d pins, %d apart, want %d, %d", c.name, len(s.Pins), len(s.Apart), c.pins, c.apart)
		}
	}
}

func TestTheLatestJudgementHolds(t *testing.T) {
	places := []Anchor{at("a", 34, 38), at("b", 34, 38)}
	moved := EditText{"a", "Well. " + story}
	now := []Anchor{places[1], AnchorAt("a", moved.Text, text.Span{Start: 40, End: 44})}
	s := Fold(articles(), logOf(
		Review{Places: places, Of: "name", Status: "confirmed"}, moved, Review{Places: now, Of: "name", Status: "dismissed"},
		Review{Places: places, Of: "tense", Status: "later"},
		JudgeStatement{Content: places, Status: "confirmed"}, JudgeStatement{Content: now, Status: "rejected"},
		Annotate{places[0], "one"}, Annotate{places[0], "two"}, Annotate{places[1], "x"}, Annotate{places[1], ""},
		Code{Content: places, Issue: "jcpoa", Stance: 1}, Code{Content: places, Issue: "jcpoa", Stance: -1, Remove: true},
		SetStatement{Content: places, Actor: "USA"}, SetStatement{Content: places, Actor: "IRN"},
		Same{A: "x", B: "y"}, Same{A: "y", B: "x"},
		Term{"a", "b", "en", "de"}, Term{"a", "c", "en", "de"}, Term{"d", "e", "en", "de"}, Term{"d", "", "en", "de"},
		SetEvent{"2022-08-08", "Vienna"}, SetEvent{"2022-08-08", "Vienna"}, SetEvent{"2022-08-09", "End"}, RemoveEvent{"2022-08-09", "End"},
		SetIssue{ID: "i", Proposition: "old"}, SetIssue{ID: "i", Proposition: "new"}, SetIssue{ID: "j"}, RemoveIssue{"j"},
	))
	if len(s.Reviews) != 2 || s.Reviews[0].Status != "dismissed" || s.Reviews[1].Of != "tense" {
		t.Errorf("reviews: %+v", s.Reviews)
	}
	if len(s.Judged) != 1 || s.Judged[0].Status != "rejected" {
		t.Errorf("judged: %+v", s.Judged)
	}
	if len(s.Notes) != 1 || s.Notes[0].Note != "two" || s.Notes[0].Coder != "anna" {
		t.Errorf("notes: %+v", s.Notes)
	}
	if len(s.Codes) != 1 || !s.Codes[0].Remove {
		t.Errorf("codes: %+v", s.Codes)
	}
	if len(s.Statements) != 1 || s.Statements[0].Actor != "IRN" {
		t.Errorf("statements: %+v", s.Statements)
	}
	if len(s.Same) != 1 || len(s.Terms) != 2 || len(s.Events) != 1 {
		t.Errorf("same %v, terms %v, events %v", s.Same, s.Terms, s.Events)
	}
	if len(s.Issues) != 1 || s.Issues[0].Proposition != "new" || !s.Dropped["j"] {
		t.Errorf("issues %v, dropped %v", s.Issues, s.Dropped)
	}
}

func TestUtterances(t *testing.T) {
	a, b, c := at("a", 0, 33), at("b", 0, 33), at("c", 0, 33)
	s := Fold(articles(), logOf(SameUtterance{[]Anchor{a, b, c}}, SplitUtterance{b}))
	if len(s.SameSaying) != 1 || !reflect.DeepEqual(s.SameSaying[0].Statements, []Anchor{a, c}) || len(s.Unlinked) != 1 {
		t.Errorf("after the split: %+v, %+v", s.SameSaying, s.Unlinked)
	}
	s = Fold(articles(), logOf(SplitUtterance{b}, SameUtterance{[]Anchor{a, b}}))
	if len(s.SameSaying) != 1 || len(s.Unlinked) != 0 {
		t.Errorf("joined after the split: %+v, %+v", s.SameSaying, s.Unlinked)
	}
}

func TestActors(t *testing.T) {
	for _, c := range []struct {
		name            string
		acts            []Act
		merged, renamed map[string]string
	}{
		{"chain", []Act{MergeActors{[]string{"A"}, "B"}, MergeActors{[]string{"B"}, "C"}}, map[string]string{"A": "C", "B": "C"}, nil},
		{"chain the other way", []Act{MergeActors{[]string{"B"}, "C"}, MergeActors{[]string{"A"}, "B"}}, map[string]string{"A": "C", "B": "C"}, nil},
		{"turned round", []Act{MergeActors{[]string{"A"}, "B"}, MergeActors{[]string{"B"}, "A"}}, map[string]string{"B": "A"}, nil},
		{"into itself", []Act{MergeActors{[]string{"A"}, "A"}}, nil, nil},
		{"split", []Act{MergeActors{[]string{"A", "B"}, "C"}, SplitActor{"A", "C"}}, map[string]string{"B": "C"}, nil},
		{"renamed twice", []Act{RenameActor{"A", "B"}, RenameActor{"B", "C"}}, nil, map[string]string{"A": "C"}},
		{"merged by its new name", []Act{RenameActor{"CHN", "China"}, MergeActors{[]string{"Wang Qun"}, "China"}},
			map[string]string{"Wang Qun": "CHN"}, map[string]string{"CHN": "China"}},
		{"renamed by a merged name", []Act{MergeActors{[]string{"A"}, "B"}, RenameActor{"A", "X"}}, map[string]string{"A": "B"}, map[string]string{"B": "X"}},
	} {
		s := Fold(nil, logOf(c.acts...))
		if len(c.merged)+len(s.Merged) > 0 && !reflect.DeepEqual(s.Merged, c.merged) {
			t.Errorf("%s: merged %v, want %v", c.name, s.Merged, c.merged)
		}
		if len(c.renamed)+len(s.Renamed) > 0 && !reflect.DeepEqual(s.Renamed, c.renamed) {
			t.Errorf("%s: renamed %v, want %v", c.name, s.Renamed, c.renamed)
		}
	}
}

// TestMergesStayFlat: whatever the order of merges, splits and renamings, no actor leads on to another.
func TestMergesStayFlat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"A", "B", "C", "D"})
		var acts []Act
		for range rapid.IntRange(0, 12).Draw(t, "acts") {
			acts = append(acts, rapid.SampledFrom([]Act{
				MergeActors{[]string{name.Draw(t, "from"), name.Draw(t, "from")}, name.Draw(t, "into")},
				SplitActor{name.Draw(t, "name"), name.Draw(t, "from")},
				RenameActor{name.Draw(t, "actor"), name.Draw(t, "as")},
			}).Draw(t, "act"))
		}
		merged := Fold(nil, logOf(acts...)).Merged
		for from, into := range merged {
			if _, on := merged[into]; on || from == into {
				t.Fatalf("%v after %v", merged, acts)
			}
		}
	})
}

// TestUndoIsAsIfNever: undoing the latest step gives the state without it, redoing it the state with
// it, however often and however many decisions it is of.
func TestUndoIsAsIfNever(t *testing.T) {
	all := samples()
	rapid.Check(t, func(t *rapid.T) {
		var log []Decision
		push := func(acts ...Act) {
			first := int64(len(log) + 1)
			for i, a := range acts {
				d := Decision{Seq: first + int64(i), Coder: "anna", Act: a}
				if len(acts) > 1 {
					d.Step = first
				}
				log = append(log, d)
			}
		}
		var states []State // after each decision that counts
		redone := []State{Fold(articles(), log)}
		states, redone = append(states, redone[0]), nil
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			undo, redo := Undoable(log)
			if (len(undo) > 0) != (len(states) > 1) || (len(redo) > 0) != (len(redone) > 0) {
				t.Fatalf("undo %v, redo %v after %d decisions and %d undone", undo, redo, len(states)-1, len(redone))
			}
			step := rapid.IntRange(0, 3).Draw(t, "step")
			switch {
			case step == 0 && len(undo) > 0:
				push(Undo{rapid.SampledFrom(undo).Draw(t, "of").Seq})
				redone = append(redone, states[len(states)-1])
				states = states[:len(states)-1]
			case step == 1 && len(redo) > 0:
				push(Redo{rapid.SampledFrom(redo).Draw(t, "of").Seq})
				states = append(states, redone[len(redone)-1])
				redone = redone[:len(redone)-1]
			default:
				push(rapid.SliceOfN(rapid.SampledFrom(all), 1, 3).Draw(t, "acts")...)
				states, redone = append(states, Fold(articles(), log)), nil
			}
			want := states[len(states)-1]
			if got := Fold(articles(), log); !sameState(got, want) {
				t.Fatalf("the state after %v is not what it was", log)
			}
		}
	})
}

// sameState compares all but what putting an article on the table leaves behind when it is undone:
// an article that the log mentions is there only by its decisions.
func sameState(a, b State) bool {
	a.Articles, b.Articles = nil, nil
	return reflect.DeepEqual(a, b)
}

func TestOrphansAreListed(t *testing.T) {
	gone := at("a", 34, 46)
	log := logOf(
		Annotate{gone, "n"}, Annotate{at("b", 34, 46), "kept"}, Review{Places: []Anchor{gone, at("b", 0, 8)}, Of: "name", Status: "confirmed"},
		EditText{"a", "Nothing of the kind."},
	)
	s := Fold(articles(), log)
	orphans := Orphans(s)
	if len(orphans) != 2 || len(s.Notes) != 2 || len(s.Reviews) != 1 {
		t.Fatalf("orphans %+v of %+v", orphans, s)
	}
	for _, o := range orphans {
		if !reflect.DeepEqual(o.Lost, []Anchor{gone}) {
			t.Errorf("%s lost %v", Describe(o.Act), o.Lost)
		}
	}
	if orphans := Orphans(Fold(articles(), append(log, Decision{Seq: 5, Act: Undo{4}}))); len(orphans) != 0 {
		t.Errorf("with the edit undone: %v", orphans)
	}
}

func TestAffected(t *testing.T) {
	log := logOf(MergeActors{[]string{"A"}, "B"}, Undo{1}, Redo{1}, Undo{9})
	for i, want := range []Affects{AffectsStatements | AffectsWording, AffectsStatements | AffectsWording, AffectsStatements | AffectsWording, AffectsNothing} {
		if got := Affected(log, log[i]); got != want {
			t.Errorf("decision %d affects %b, want %b", i+1, got, want)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	const n = 5000
	lines := strings.Repeat("A line of some words that somebody said.\n", n)
	var acts []Act
	for i := range n {
		p := text.Span{Start: i * 41, End: i*41 + 40}
		acts = append(acts, PinLink{Sides: []Anchor{AnchorAt("a", lines, p), AnchorAt("b", lines, p)}},
			Review{Places: []Anchor{AnchorAt("a", lines, p)}, Of: "name", Status: "confirmed"})
	}
	log := logOf(acts...)
	for b.Loop() {
		if s := Fold([]Article{{ID: "a", Text: lines}, {ID: "b", Text: lines}}, log); len(s.Pins) != n || len(s.Reviews) != n {
			b.Fatalf("%d pins, %d reviews", len(s.Pins), len(s.Reviews))
		}
	}
}
