package positions_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
	"hexapla/assets"
)

// shipped reads the tables that ship with the program.
var shipped = sync.OnceValues(func() (tables struct {
	*positions.Tables
	book  positions.Codebook
	model *text.Model
}, err error) {
	at, err := fs.Sub(assets.Files, "positions")
	if err != nil {
		return tables, err
	}
	if tables.Tables, tables.book, err = positions.Load(at); err != nil {
		return tables, err
	}
	words, err := fs.Sub(assets.Files, "text")
	if err != nil {
		return tables, err
	}
	tables.model, err = text.Load(words)
	return tables, err
})

// load returns the tables that ship with the program.
func load(t testing.TB) (*positions.Tables, positions.Codebook, *text.Model) {
	t.Helper()
	s, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return s.Tables, s.book, s.model
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

// TestMeans: what a proposition wants to use is wanted, what it does not want to use is not.
func TestMeans(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{
		{ID: "talk", Proposition: "Conflicts should be solved by dialogue", About: []string{"dialogue"}},
		{ID: "force", Proposition: "Conflicts should not be solved by military force", About: []string{"military force"}},
	}}
	for sentence, issue := range map[string]string{"We call for dialogue.": "talk", "We reject the use of military force.": "force"} {
		for _, c := range code(t, speech("X", "en", sentence), book) {
			if c.Issue == issue && c.Stance <= 0 {
				t.Errorf("%q: %+.2f on %s", sentence, c.Stance, issue)
			}
		}
	}
}

// TestEvidenceAddsUp: a stance is the sum of its evidence, cut to the scale, and every piece of evidence
// lies in the statement and belongs to a rule of the table.
func TestEvidenceAddsUp(t *testing.T) {
	tables, _, _ := load(t)
	rules := map[string]bool{}
	for _, r := range tables.Rules() {
		rules[r.ID] = true
	}
	list := readLabelled(t)
	for _, c := range codingsOf(t, list) {
		sum := 0.0
		i, _ := strconv.Atoi(c.Statement)
		for _, e := range c.Evidence {
			sum += e.Weight
			if !rules[e.Rule] || e.Start < 0 || e.End > len(list[i].sentence) || e.Empty() {
				t.Errorf("%q: evidence %+v", list[i].sentence, e)
			}
		}
		if want := max(-2, min(2, sum)); !c.None && math.Abs(want-c.Stance) > 1e-9 || c.None && c.Stance != 0 {
			t.Errorf("%q: stance %g of evidence %g", list[i].sentence, c.Stance, sum)
		}
		if c.Confidence < 0 || c.Confidence > 1 || c.Coder != positions.Machine {
			t.Errorf("%q: %+v", list[i].sentence, c)
		}
	}
}

// TestOrderOfStatementsDoesNotMatter, nor does what else is in the codebook.
func TestOrderOfStatementsDoesNotMatter(t *testing.T) {
	said := speech("IRN", "en",
		"The sanctions are illegal.", "They hurt us all.", "We thank the host.", "These sanctions must end.", "It is late.")
	want := map[string]positions.Coding{}
	for _, c := range code(t, said, sanctionsLifted) {
		want[c.Statement+c.Issue] = c
	}
	slices.Reverse(said)
	got := code(t, said, positions.Codebook{Issues: sanctionsLifted.Issues[:1]})
	if len(got)*2 != len(want) {
		t.Fatalf("%d codings on one issue, %d on two", len(got), len(want))
	}
	for _, c := range got {
		if !reflect.DeepEqual(c, want[c.Statement+c.Issue]) {
			t.Errorf("%+v became %+v", want[c.Statement+c.Issue], c)
		}
	}
}

// TestContinuation: within one speech "the agreement" and "it" go on about the issue; for another
// speaker they do not.
func TestContinuation(t *testing.T) {
	book := issues(t)
	said := speech("USA", "en", "The nuclear deal was signed in Vienna.", "It was a terrible mistake.", "That agreement must be ended.")
	stances := map[string]float64{}
	for _, c := range code(t, said, book) {
		if c.Issue == "agreement" {
			stances[c.Statement] = c.Stance
		}
	}
	if stances[said[1].ID] >= 0 || stances[said[2].ID] >= 0 {
		t.Errorf("stances: %v", stances)
	}
	said[1].Actor, said[2].Actor = "FRA", "FRA"
	for _, c := range code(t, said, book) {
		if c.Issue == "agreement" && c.Statement != said[0].ID {
			t.Errorf("another speaker's %q is coded", c.Statement)
		}
	}
}

// TestPropositionNamesMeans: a means that a proposition names is on its side.
func TestPropositionNamesMeans(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{{
		ID: "x", Proposition: "Wars should be ended by talks", About: []string{"peace talks", "wars"},
	}}}
	for sentence, want := range map[string]float64{"We support the peace talks.": 1, "We reject peace talks.": -1, "We must end these wars.": 1} {
		if got := code(t, speech("X", "en", sentence), book); len(got) != 1 || got[0].Stance*want <= 0 {
			t.Errorf("%q: %+v", sentence, got)
		}
	}
}

// TestDeedsOfStates: what a state does is its praise or blame; what befalls it, or is only done by it in
// passing, is not.
func TestDeedsOfStates(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{{
		ID: "x", Proposition: "France is a force for good", About: []string{"France", "French Republic"},
	}}}
	for sentence, want := range map[string]float64{
		"France has committed grave crimes in the region.":              -1,
		"France spreads chaos.":                                         -1,
		"The result was France trampling upon that treaty.":             -1,
		"The Republic of France signed off on a crime.":                 -1,
		"France is a friend that we can rely on and a source of peace.": 1,
	} {
		if got := code(t, speech("X", "en", sentence), book); len(got) != 1 || got[0].None || got[0].Stance*want <= 0 {
			t.Errorf("%q: %+v", sentence, got)
		}
	}
	for _, sentence := range []string{"The rebels supported by France took the town."} {
		if got := code(t, speech("X", "en", sentence), book); len(got) != 1 || !got[0].None {
			t.Errorf("%q: %+v", sentence, got)
		}
	}
}

func TestAcronymOfName(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{{
		ID: "x", Proposition: "The plan should be kept", About: []string{"Joint Comprehensive Plan of Action"},
	}}}
	got := code(t, speech("X", "en", "We support the JCPOA."), book)
	if len(got) != 1 || got[0].Stance <= 0 {
		t.Errorf("%+v", got)
	}
}

func TestPatternsOfCodebook(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{{
		ID: "x", Proposition: "The treaty should be kept", About: []string{"treaty"}, Pro: []string{"golden bridge"}, Con: []string{"cold soup"},
	}}}
	for sentence, want := range map[string]float64{"The treaty, a golden bridge.": 1, "The treaty, so much cold soup.": -1} {
		if got := code(t, speech("X", "en", sentence), book); len(got) != 1 || got[0].Stance*want <= 0 {
			t.Errorf("%q: %+v", sentence, got)
		}
	}
}

func TestForceAndCertainty(t *testing.T) {
	for _, c := range []struct {
		sentence  string
		force     positions.Force
		certainty positions.Certainty
	}{
		{"The sanctions are in place.", positions.States, positions.Asserted},
		{"We hope that the sanctions work.", positions.Expects, positions.Asserted},
		{"We call on all states to lift the sanctions.", positions.Urges, positions.Asserted},
		{"The sanctions must be lifted.", positions.Demands, positions.Asserted},
		{"We warn that the sanctions have grave consequences.", positions.Warns, positions.Asserted},
		{"We will not hesitate to answer the sanctions.", positions.Threatens, positions.Asserted},
		{"I have decided to lift the sanctions.", positions.Announces, positions.Asserted},
		{"The sanctions may perhaps be lifted.", positions.States, positions.Hedged},
		{"If the other side complies, the sanctions end.", positions.States, positions.Conditional},
		{"We deny that the sanctions were broken.", positions.States, positions.Denied},
	} {
		for _, got := range code(t, speech("X", "en", c.sentence), sanctionsLifted)[:1] {
			if got.Force != c.force || got.Certainty != c.certainty {
				t.Errorf("%q: %s, %s", c.sentence, got.Force, got.Certainty)
			}
		}
	}
}

// TestOddTexts: nothing in a text or a span makes coding fail.
func TestOddTexts(t *testing.T) {
	book := issues(t)
	for _, s := range []string{
		"", " ", "\xff\xfe sanctions \xff", "sanctions", "???", "not not not sanctions", strings.Repeat("sanctions", 100_000),
		strings.Repeat("制裁", 100_000), "the (((( JCPOA", "\u200c\u200d", "no sanctions no", "…. . . . sanctions . …",
	} {
		statement := positions.Statement{Text: s, Language: "en"}
		for _, spans := range [][]text.Span{nil, {{Start: 0, End: len(s)}}, {{Start: 5, End: 2}}, {{Start: -1, End: 1 << 30}}} {
			statement.Content = spans
			for _, lang := range []text.Language{"", "en", "zh", "fa", "xx"} {
				statement.Language = lang
				code(t, []positions.Statement{statement}, book)
			}
		}
	}
}

func TestCancelledCoding(t *testing.T) {
	tables, book, model := load(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := positions.Code(ctx, speech("X", "en", "We support the JCPOA."), book, model, tables, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func FuzzCode(f *testing.F) {
	tables, book, model := load(f)
	for _, l := range readLabelled(f) {
		f.Add(l.sentence, string(l.language))
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		statement := positions.Statement{Text: s, Language: text.Language(lang)}
		statement.Content = []text.Span{{End: len(s)}}
		got, err := positions.Code(context.Background(), []positions.Statement{statement}, book, model, tables, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range got {
			if !(c.Stance >= -2 && c.Stance <= 2) || !(c.Confidence >= 0 && c.Confidence <= 1) {
				t.Errorf("%+v", c)
			}
			for _, e := range c.Evidence {
				if e.Start < 0 || e.End > len(s) || e.Start >= e.End {
					t.Errorf("%+v in %d bytes", e, len(s))
				}
			}
		}
	})
}

func BenchmarkCode10000(b *testing.B) {
	tables, _, model := load(b)
	book := issues(b)
	book.Issues = append(book.Issues, sanctionsLifted.Issues[0])
	list := readLabelled(b)
	var statements []positions.Statement
	for i := range 10_000 {
		s := statementsOf(list[i%len(list) : i%len(list)+1])[0]
		s.ID = strconv.Itoa(i)
		statements = append(statements, s)
	}
	b.ResetTimer()
	for range b.N {
		if _, err := positions.Code(context.Background(), statements, book, model, tables, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// TestConfidenceIsPrecision: where one rule decides, the confidence is that rule's measured precision,
// and every rule says on how many statements it was measured, and where.
func TestConfidenceIsPrecision(t *testing.T) {
	tables, _, _ := load(t)
	precision := map[string]float64{}
	for _, r := range tables.Rules() {
		precision[r.ID] = r.Precision
		if r.Measured == "" || r.N < 0 || r.Precision <= 0 || r.Precision >= 1 {
			t.Errorf("%s: precision %g on %d, measured %q", r.ID, r.Precision, r.N, r.Measured)
		}
	}
	book := positions.Codebook{Issues: []positions.Issue{{ID: "i", Proposition: "The treaty should be kept", About: []string{"treaty"}}}}
	for sentence, rule := range map[string]string{"The treaty was a mistake.": "judged", "We reject the treaty.": "own act"} {
		list := code(t, speech("X", "en", sentence), book)
		if len(list) != 1 || math.Abs(list[0].Confidence-precision[rule]) > 1e-9 {
			t.Errorf("%s: %+v, want the confidence %g of %s", sentence, list, precision[rule], rule)
		}
	}
}

// TestEffectKeptOff: what keeps a bad thing away is good, and what does not is not.
func TestEffectKeptOff(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{{
		ID: "x", Proposition: "The harbour treaty should be kept", About: []string{"harbour treaty"},
	}}}
	for sentence, want := range map[string]float64{
		"The harbour treaty protects our children from violence.":  1,
		"The harbour treaty would not keep the rebels from bombs.": -1,
		"The harbour treaty is an error of historic proportions.":  -1,
		"The harbour treaty is a historic mistake.":                -1,
	} {
		if got := code(t, speech("X", "en", sentence), book); len(got) != 1 || got[0].None || got[0].Stance*want <= 0 {
			t.Errorf("%q: %+v", sentence, got)
		}
	}
}

// TestOpinionOfADecision: who regrets a decision to leave is for staying, and a decision that is only told
// of says nothing.
func TestOpinionOfADecision(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{{
		ID: "x", Proposition: "The harbour treaty should be kept", About: []string{"harbour treaty"},
	}}}
	for sentence, want := range map[string]float64{
		"We regretted the decision of the council to leave the harbour treaty.":        1,
		"We were deeply disappointed by its decision to leave the harbour treaty.":     1,
		"We welcome the decision of the council to leave the harbour treaty.":          -1,
		"We do not regret the decision of the council to leave the harbour treaty.":    -1,
		"They took note with regret of the council's plan to quit the harbour treaty.": 1,
	} {
		if got := code(t, speech("X", "en", sentence), book); len(got) != 1 || got[0].None || got[0].Stance*want <= 0 {
			t.Errorf("%q: %+v", sentence, got)
		}
	}
	told := "He spoke of the decision of the council to leave the harbour treaty."
	if got := code(t, speech("X", "en", told), book); len(got) != 1 || !got[0].None {
		t.Errorf("%q: %+v", told, got)
	}
}
