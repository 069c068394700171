package positions

import (
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"hexapla/analysis/text"
	"hexapla/assets"
)

// tablesForPropositions are the tables and the model that ship with the program.
var tablesForPropositions = sync.OnceValues(func() (*Tables, *text.Model) {
	at, _ := fs.Sub(assets.Files, "positions")
	t, _, err := Load(at)
	if err != nil {
		panic(err)
	}
	words, _ := fs.Sub(assets.Files, "text")
	m, err := text.Load(words)
	if err != nil {
		panic(err)
	}
	return t, m
})

// read is the target of an English codebook's issue.
func readIssue(proposition string, about ...string) *target {
	t, m := tablesForPropositions()
	return t.target(&Issue{ID: "x", Proposition: proposition, About: about}, t.grammar("en"), newStemmer(m, "en"))
}

// TestPropositions: for propositions of many shapes, whether being for an about phrase's thing is being
// for the proposition (+) or against it (-).
func TestPropositions(t *testing.T) {
	data, err := os.ReadFile("testdata/propositions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		for _, field := range fields[1:] {
			about, want := field[1:], 1.0
			if field[0] == '-' {
				want = -1
			}
			for _, p := range readIssue(fields[0], about).phrases[:1] {
				if p.toward.act*want <= 0 {
					t.Errorf("%s: %s counts %+.0f", fields[0], about, p.toward.act)
				}
			}
		}
	}
}

// TestNegatedProposition: a negation turns every phrase of a proposition round.
func TestNegatedProposition(t *testing.T) {
	for _, verb := range []string{"lifted", "kept", "banned", "promoted", "tolerated", "reformed", "made easier"} {
		yes := readIssue("The wide nets should be "+verb, "wide nets").phrases[0].toward.act
		no := readIssue("The wide nets should not be "+verb, "wide nets").phrases[0].toward.act
		if yes == 0 || yes != -no {
			t.Errorf("%s: %+.0f, negated %+.0f", verb, yes, no)
		}
	}
}

// FuzzProposition: any proposition is read, and every phrase is on one side or neutral.
func FuzzProposition(f *testing.F) {
	for _, s := range []string{"X should be kept", "Stop X", "must", "X is", "must go", "No", "X should have", "X can be", "need to be", "要", "¿X debe?"} {
		f.Add(s, "X")
	}
	f.Fuzz(func(t *testing.T, proposition, about string) {
		for _, p := range readIssue(proposition, about, "nuclear arms").phrases {
			if v := p.toward.act; v != 0 && v != 1 && v != -1 {
				t.Errorf("%q: %q counts %g", proposition, p.text, v)
			}
		}
	})
}
