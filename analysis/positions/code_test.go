package positions_test

import (
	"context"
	"fmt"
	"io/fs"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
	"hexapla/assets"
)

// load reads the tables that ship with the program.
func load(t testing.TB) (*positions.Tables, positions.Codebook, *text.Model) {
	t.Helper()
	at, err := fs.Sub(assets.Files, "positions")
	if err != nil {
		t.Fatal(err)
	}
	tables, book, err := positions.Load(at)
	if err != nil {
		t.Fatal(err)
	}
	words, err := fs.Sub(assets.Files, "text")
	if err != nil {
		t.Fatal(err)
	}
	model, err := text.Load(words)
	if err != nil {
		t.Fatal(err)
	}
	return tables, book, model
}

// speech makes statements of one actor's sentences.
func speech(actor string, lang text.Language, sentences ...string) []positions.Statement {
	whole := ""
	var spans []text.Span
	for _, s := range sentences {
		spans = append(spans, text.Span{Start: len(whole), End: len(whole) + len(s)})
		whole += s + " "
	}
	out := make([]positions.Statement, len(spans))
	for i, p := range spans {
		out[i] = positions.Statement{
			Statement: attribution.Statement{
				ID: fmt.Sprintf("%s:%d", actor, p.Start), Article: article.ID(actor), Actor: actor, Content: []text.Span{p}, Date: "2020-09-24",
			},
			Text: whole, Language: lang,
		}
	}
	return out
}

func code(t testing.TB, s []positions.Statement, book positions.Codebook) []positions.Coding {
	t.Helper()
	tables, _, model := load(t)
	out, err := positions.Code(context.Background(), s, book, model, tables, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var sanctionsLifted = positions.Codebook{Issues: []positions.Issue{{
	ID: "lift", Proposition: "The sanctions on Iran should be lifted", About: []string{"sanctions"},
}, {
	ID: "keep", Proposition: "The sanctions on Iran should be kept", About: []string{"sanctions"},
}}}

// TestPropositionTurnsStance: who wants sanctions lifted is for the proposition that they be lifted
// and against the one that they be kept, to the same degree.
func TestPropositionTurnsStance(t *testing.T) {
	for _, c := range []struct {
		sentence string
		lift     float64
	}{
		{"The United States should lift the sanctions.", 1},
		{"We will maintain the sanctions until Iran complies.", -1},
		{"Sanctions must be removed at once.", 1},
		{"We oppose lifting the sanctions.", -1},
		{"These cruel and illegal sanctions hurt ordinary people.", 1},
	} {
		got := map[string]float64{}
		for _, x := range code(t, speech("X", "en", c.sentence), sanctionsLifted) {
			got[x.Issue] = x.Stance
		}
		if got["lift"]*c.lift <= 0 || got["lift"] != -got["keep"] {
			t.Errorf("%q: lift %+.2f, keep %+.2f", c.sentence, got["lift"], got["keep"])
		}
	}
}
