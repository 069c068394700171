package triage_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/triage"
)

// linked returns the links of two sentences as "word=word" and where each stands.
func linked(t testing.TB, lang text.Language, a, b string) ([]string, []triage.Link) {
	t.Helper()
	in := triage.Input{
		Versions: []triage.Version{version("A", lang, a), version("B", lang, b)},
		Rows:     []align.Row{{Segments: [][]int{{0}, {0}}}},
	}
	rows, err := triage.Links(context.Background(), in, 0, 1, load(t))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, l := range rows[0] {
		words = append(words, l.A.Of(in.Versions[0].Text)+"="+l.B.Of(in.Versions[1].Text))
	}
	return words, rows[0]
}

// Pairs of sentences with the unlike words that stand for each other, labelled by hand: at least 85
// of 100 are found, and 85 of 100 found are right.
func TestLinksOfLabelledPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/links.tsv")
	if err != nil {
		t.Fatal(err)
	}
	right, wanted, found := 0, 0, 0
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 3 {
			t.Fatalf("line %q has %d fields, want 3", line, len(fields))
		}
		want := strings.Fields(fields[2])
		got, _ := linked(t, "en", fields[0], fields[1])
		got = slices.DeleteFunc(got, func(s string) bool { a, b, _ := strings.Cut(s, "="); return strings.EqualFold(a, b) })
		for _, w := range want {
			if slices.Contains(got, w) {
				right++
			} else {
				t.Logf("missing %s in %q", w, fields[0])
			}
		}
		for _, g := range got {
			if !slices.Contains(want, g) {
				t.Logf("wrong %s in %q", g, fields[0])
			}
		}
		wanted += len(want)
		found += len(got)
	}
	if 20*right < 17*wanted || 20*right < 17*found {
		t.Errorf("%d of %d links found, %d of %d found are right", right, wanted, right, found)
	}
}

func TestLinksCrossAndRepeat(t *testing.T) {
	a, b := "On Monday the envoy of the northern state left the port.", "The envoy of the northern state left the port on Monday."
	words, links := linked(t, "en", a, b)
	if len(words) != 12 {
		t.Errorf("%d links, want each word and mark linked: %q", len(words), words)
	}
	for i, w := range words {
		x, y, _ := strings.Cut(w, "=")
		if !strings.EqualFold(x, y) {
			t.Errorf("%s is linked at %v", w, links[i])
		}
	}
}

func TestLinksOfTwoLanguages(t *testing.T) {
	in := triage.Input{
		Versions: []triage.Version{version("A", "en", "The envoy left."), version("B", "de", "Der Gesandte ging.")},
		Rows:     []align.Row{{Segments: [][]int{{0}, {0}}}},
	}
	rows, err := triage.Links(context.Background(), in, 0, 1, load(t))
	if err != nil || len(rows) != 1 || len(rows[0]) != 0 {
		t.Errorf("links %v, error %v, want one row without links", rows, err)
	}
}

// Links lie in their sentences, and changing sides turns them round.
func FuzzLinks(f *testing.F) {
	f.Add("A satisfactory deal might be reached.", "A good agreement may be reached.")
	f.Add("the the the", "The, the")
	f.Add("0", "A-A-0 0!1")
	f.Add("set up \xff up", "established US-led")
	f.Add("南海 的 船", "船 在 南海")
	linked(f, "en", "a", "b") // reads the thesaurus, for which the time of one input may not be enough
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 400 || strings.ContainsAny(a+b, "\n") {
			return
		}
		_, there := linked(t, "en", a, b)
		_, back := linked(t, "en", b, a)
		var turned []string
		for _, l := range back {
			turned = append(turned, fmt.Sprint(l.B, l.A, l.Tie))
		}
		slices.Sort(turned)
		var straight []string
		for _, l := range there {
			if l.A.Empty() || l.B.Empty() || l.A.Start < 0 || l.A.End > len(a) || l.B.Start < 0 || l.B.End > len(b) || l.Tie == "" {
				t.Errorf("link %+v of %q and %q", l, a, b)
			}
			straight = append(straight, fmt.Sprint(l.A, l.B, l.Tie))
		}
		slices.Sort(straight)
		if a != b && !slices.Equal(straight, turned) {
			t.Errorf("%q and %q: links %q one way, %q the other", a, b, straight, turned)
		}
	})
}

func BenchmarkLinks(b *testing.B) {
	sides := [2]triage.Version{}
	var rows []align.Row
	for i := range 100 {
		rows = append(rows, align.Row{Segments: [][]int{{i}, {i}}})
	}
	for k, line := range [2]string{
		"The foreign minister said on Tuesday that a satisfactory agreement might be reached after the talks if all sanctions against his country were lifted.",
		"If every sanction on the country is removed, a good deal could follow the negotiations, the minister of foreign affairs declared Tuesday.",
	} {
		sides[k] = version("A", "en", slices.Repeat([]string{line}, 100)...)
	}
	in := triage.Input{Versions: sides[:], Rows: rows}
	o := load(b)
	for b.Loop() {
		if _, err := triage.Links(context.Background(), in, 0, 1, o); err != nil {
			b.Fatal(err)
		}
	}
}
