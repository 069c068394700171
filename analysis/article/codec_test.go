package article

import (
	"reflect"
	"strings"
	"testing"
)

// samples holds an act of every kind with all its fields set.
func samples() []Act {
	a, b := at("a", 0, 8), at("b", 34, 38)
	return []Act{
		AddArticle{"a"}, RemoveArticle{"b"}, SetMeta{"a", "title", "New"}, EditText{"a", "Before. " + story},
		Group{[]ID{"a", "b"}, "Talks"}, Ungroup{[]ID{"a"}}, PinLink{[]Anchor{a, b}, true}, Unlink{[]Anchor{a, b}},
		Review{[]Anchor{a, b}, "name", "confirmed", "n", "Mistranslation", "major"}, Same{"x", "y", "en"}, Term{"s", "t", "en", "de"},
		Annotate{a, "note"}, MergeActors{[]string{"Raisi"}, "Leahy"}, SplitActor{"Raisi", "Leahy"}, RenameActor{"Leahy", "P. Leahy"},
		SetStatement{[]Anchor{a}, &b, &a, "Wang", "CHN", "2022-08-08", []Anchor{b}}, JudgeStatement{[]Anchor{a}, "rejected", "n"},
		SameUtterance{[]Anchor{a, b}}, SplitUtterance{a}, Code{Content: []Anchor{a}, Issue: "jcpoa", Stance: -1.5, None: true, Force: "demands", Certainty: "hedged", Remove: true, Note: "n"},
		SetIssue{"i", "P", []string{"x", "v", "w"}, []string{"v"}, []string{"w"}, []string{"y"}, []string{"z"}}, RemoveIssue{"i"}, SetWeights{[]Weight{{"wants", 1.2}}, 7}, SetEvent{"2022-08-08", "V"}, RemoveEvent{"2022-08-08", "V"},
	}
}

func TestActsComeBack(t *testing.T) {
	all := append(samples(), Undo{3}, Redo{4}, Foreign{Name: "of the future", JSON: []byte(`{"x":1}`)})
	if len(all) != len(kinds)+1 {
		t.Errorf("%d samples for %d kinds", len(all)-1, len(kinds))
	}
	for _, a := range all {
		data, err := EncodeAct(a)
		if err != nil {
			t.Errorf("%s: %v", a.Kind(), err)
			continue
		}
		back, err := DecodeAct(a.Kind(), data)
		if err != nil || !reflect.DeepEqual(a, back) {
			t.Errorf("%s: %+v became %+v, %v", a.Kind(), a, back, err)
		}
	}
	for kind, zero := range kinds {
		if _, err := DecodeAct(kind, []byte(`{`)); err == nil || !strings.Contains(err.Error(), kind) {
			t.Errorf("%s that is not JSON: %v", kind, err)
		}
		if back, err := DecodeAct(kind, []byte(`{}`)); err != nil || !reflect.DeepEqual(back, zero) {
			t.Errorf("%s without fields: %+v, %v", kind, back, err)
		}
	}
}

func TestDescriptionsAreApartAndShort(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range append(samples(), Undo{1}, Redo{1}) {
		d := Describe(a).String()
		if seen[d] || d == a.Kind() || len(d) > 120 {
			t.Errorf("%s is described as %q", a.Kind(), d)
		}
		seen[d] = true
	}
	if got := Describe(MergeActors{[]string{"Raisi"}, "Leahy"}).String(); got != "merge of Raisi and Leahy" {
		t.Error(got)
	}
}

func TestStepsAreNamedByWhatWeighsMost(t *testing.T) {
	for _, c := range []struct {
		want string
		acts []Act
	}{
		{"", nil},
		{"merge of Raisi and Leahy", []Act{MergeActors{[]string{"Raisi"}, "Leahy"}}},
		{"adding an article", []Act{AddArticle{"a"}, SetMeta{"a", "title", "T"}}},
		{"adding 2 articles", []Act{AddArticle{"a"}, AddArticle{"b"}, SetMeta{"a", "title", "T"}}},
		{"removal of 2 articles", []Act{RemoveArticle{"a"}, RemoveArticle{"b"}}},
		{"tags set to “x” in 2 articles", []Act{SetMeta{"a", "tags", "x"}, SetMeta{"b", "tags", "x"}}},
		{"tags set to “x” and 1 more", []Act{SetMeta{"a", "tags", "x"}, SetMeta{"b", "tags", "y"}}},
		{"edit of a text", []Act{SetMeta{"a", "title", "T"}, EditText{"a", story}}},
		{"entry of 2 terms", []Act{Term{"a", "b", "", ""}, Term{"c", "d", "", ""}}},
		{"split of Raisi from Leahy and 1 more", []Act{SplitActor{"Raisi", "Leahy"}, RenameActor{"Leahy", "P. Leahy"}}},
	} {
		if got := DescribeStep(c.acts...).String(); got != c.want {
			t.Errorf("%v is named %q, want %q", c.acts, got, c.want)
		}
	}
}

func FuzzDecodeAct(f *testing.F) {
	for _, a := range samples() {
		data, _ := EncodeAct(a)
		f.Add(a.Kind(), data)
	}
	f.Fuzz(func(t *testing.T, kind string, data []byte) {
		a, err := DecodeAct(kind, data)
		if err != nil {
			return
		}
		again, err := EncodeAct(a)
		if err != nil {
			t.Fatalf("%s was read but cannot be written: %v", kind, err)
		}
		b, err := DecodeAct(kind, again)
		if err != nil {
			t.Fatalf("%s cannot be read back: %v", again, err)
		}
		once, _ := EncodeAct(b)
		if string(once) != string(again) {
			t.Errorf("%s became %s", again, once)
		}
		log := logOf(a, a)
		s := Fold(articles(), log)
		Orphans(s)
		Undoable(log)
		_ = Describe(a).String()
	})
}
