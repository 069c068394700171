package positions_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

// labelled is a sentence written for this test with the stance that its writer gave it.
type labelled struct {
	issue    string
	language text.Language
	stance   float64
	none     bool
	sentence string
}

// readLabelled reads testdata/labelled.tsv: issue, language, stance or "none", sentence.
func readLabelled(t testing.TB) []labelled {
	t.Helper()
	data, err := os.ReadFile("testdata/labelled.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		f := strings.Split(lines.Text(), "\t")
		if len(f) != 4 {
			t.Fatalf("%q has %d fields", lines.Text(), len(f))
		}
		l := labelled{issue: f[0], language: text.Language(f[1]), none: f[2] == "none", sentence: f[3]}
		if !l.none {
			if l.stance, err = strconv.ParseFloat(f[2], 64); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, l)
	}
	return out
}

func labelledID(i int) string { return fmt.Sprintf("%03d", i) }

// statementsOf makes an article of its own of every labelled sentence.
func statementsOf(list []labelled) []positions.Statement {
	out := make([]positions.Statement, len(list))
	for i, l := range list {
		out[i] = positions.Statement{Statement: attribution.Statement{
			ID: labelledID(i), Article: article.ID(labelledID(i)), Content: []text.Span{{End: len(l.sentence)}},
		}, Text: l.sentence, Language: l.language}
	}
	return out
}

// issues reads testdata/issues.yaml.
func issues(t testing.TB) positions.Codebook {
	t.Helper()
	data, err := os.ReadFile("testdata/issues.yaml")
	if err != nil {
		t.Fatal(err)
	}
	book, err := positions.ReadCodebook(data)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// codingsOf are the machine's codings of the labelled sentences on any issue.
func codingsOf(t testing.TB, list []labelled) []positions.Coding {
	t.Helper()
	return code(t, statementsOf(list), issues(t))
}

// codeWith returns the stances on each sentence's own issue, NaN for none.
func codeWith(t testing.TB, tables *positions.Tables, list []labelled) []float64 {
	t.Helper()
	_, _, model := load(t)
	codings, err := positions.Code(context.Background(), statementsOf(list), issues(t), model, tables, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]float64, len(list))
	for i := range out {
		out[i] = math.NaN()
	}
	for _, c := range codings {
		i, _ := strconv.Atoi(c.Statement)
		if c.Issue == list[i].issue && !c.None {
			out[i] = c.Stance
		}
	}
	return out
}

// TestLabelled measures the machine against the writer's labels. The bounds are floors that a change
// of the tables must not break through; what was measured is logged.
func TestLabelled(t *testing.T) {
	list := readLabelled(t)
	tables, _, _ := load(t)
	got := codeWith(t, tables, list)
	right, all := map[text.Language]int{}, map[text.Language]int{}
	var codings []positions.Coding
	for i, l := range list {
		id := strconv.Itoa(i)
		codings = append(codings,
			positions.Coding{Statement: id, Issue: l.issue, Stance: l.stance, None: l.none, Coder: "writer"},
			positions.Coding{Statement: id, Issue: l.issue, Stance: or(got[i], 0), None: math.IsNaN(got[i]), Coder: positions.Machine})
		all[l.language]++
		if l.none && math.IsNaN(got[i]) || !l.none && got[i]*l.stance > 0 {
			right[l.language]++
			continue
		}
		t.Logf("%s %s %+.0f, machine %+.2f: %s", l.issue, l.language, l.stance, got[i], l.sentence)
	}
	sum := 0
	for _, lang := range []text.Language{"en", "zh", "ru", "fa", "ar", "de", "fr", "es"} {
		t.Logf("%s: %d of %d signs right", lang, right[lang], all[lang])
		sum += right[lang]
		if float64(right[lang]) < 0.7*float64(all[lang]) {
			t.Errorf("%s: only %d of %d signs right", lang, right[lang], all[lang])
		}
	}
	alpha := positions.Alpha(codings, positions.Ordinal)
	t.Logf("%d of %d signs right, ordinal alpha %.2f over %d statements", sum, len(list), alpha.Alpha, alpha.Units)
	if float64(sum) < 0.9*float64(len(list)) || alpha.Alpha < 0.67 {
		t.Errorf("%d of %d signs right, alpha %.2f", sum, len(list), alpha.Alpha)
	}
}

func or(x, otherwise float64) float64 {
	if math.IsNaN(x) {
		return otherwise
	}
	return x
}
