package positions_test

import (
	"context"
	"os"
	"strconv"
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

// TestLanguages codes sentences in Chinese, Russian, French and Spanish on propositions in English and
// in their own language. The sentences were written for this test, and the words of stance were
// completed with them in view: it keeps what holds, it does not measure. A wrong sign is worse than
// none.
func TestLanguages(t *testing.T) {
	tables, _, model := load(t)
	data, err := os.ReadFile("testdata/languages.yaml")
	if err != nil {
		t.Fatal(err)
	}
	book, err := positions.ReadCodebook(data)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := os.ReadFile("testdata/languages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var statements []positions.Statement
	var rows [][]string
	for i, line := range strings.Split(strings.TrimSpace(string(lines)), "\n") {
		row := strings.Split(line, "\t") // language, issue, sign, sentence
		rows = append(rows, row)
		id := strconv.Itoa(i)
		statements = append(statements, positions.Statement{
			Statement: attribution.Statement{ID: id, Article: article.ID(id), Content: []text.Span{{End: len(row[3])}}},
			Text:      row[3], Language: text.Language(row[0]),
		})
	}
	codings, err := positions.Code(context.Background(), statements, book, model, tables, nil)
	if err != nil {
		t.Fatal(err)
	}
	right := map[string]int{}
	for _, c := range codings {
		i, _ := strconv.Atoi(c.Statement)
		row, sign := rows[i], 1.0
		if row[2] == "-1" {
			sign = -1
		}
		in := ""
		switch c.Issue {
		case row[1]:
			in = "English"
		case row[0] + "-" + row[1]:
			in = row[0]
		}
		if in == "" || c.None {
			continue
		}
		if c.Stance*sign < 0 {
			t.Errorf("proposition in %s: %s is read as %+.2f", in, row[3], c.Stance)
			continue
		}
		right[row[0]+" on a proposition in "+in]++
	}
	for kind, n := range right {
		if n < 20 {
			t.Errorf("%s: %d of 22 signs", kind, n)
		}
	}
	if len(right) != 8 {
		t.Errorf("%d kinds of 8 are coded", len(right))
	}
}
