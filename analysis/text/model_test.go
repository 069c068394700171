package text

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// TestTables holds that every table that ships is whole: a damaged one is only missed when it is needed.
func TestTables(t *testing.T) {
	m := loaded(t)
	if m.chinese() == nil || m.japanese() == nil || m.grams() == nil {
		t.Error("a packed table is damaged")
	}
	if len(m.simplified()) < 3000 || len(m.american()) < 1000 || len(m.irregular()) < 4000 {
		t.Errorf("tables of %d, %d, %d entries", len(m.simplified()), len(m.american()), len(m.irregular()))
	}
	for _, lang := range strings.Fields("en zh ja ko ru uk ar fa he de fr es pt it tr hi") {
		if m.stops[Language(lang)] == nil {
			t.Errorf("no sentence rules for %s", lang)
		}
	}
	for _, group := range scriptGroups {
		for _, lang := range strings.Fields(group) {
			if m.stops[Language(lang)] == nil || len(m.stops[Language(lang)].starters) < 20 {
				t.Errorf("few function words for %s", lang)
			}
		}
	}
}

// TestNumbersOnce holds that no word counts two things, which would make its norm a matter of chance.
func TestNumbersOnce(t *testing.T) {
	numbers, err := readTable(tablesOf(t), "numbers.txt")
	if err != nil {
		t.Fatal(err)
	}
	for lang, keys := range numbers {
		seen := map[string]string{}
		for n, words := range keys {
			for _, w := range words {
				if other, ok := seen[w]; ok {
					t.Errorf("%s: %q is %s and %s", lang, w, n, other)
				}
				seen[w] = n
			}
		}
	}
}

func TestLoadIncomplete(t *testing.T) {
	if _, err := Load(fstest.MapFS{}); err == nil {
		t.Error("no error without tables")
	}
	damaged := fstest.MapFS{}
	for _, name := range []string{"abbreviations", "words", "joins", "numbers", "suffixes", "spelling"} {
		damaged[name+".txt"] = &fstest.MapFile{Data: []byte("[en]\nx: y\n")}
	}
	damaged["zh.zst"] = &fstest.MapFile{Data: []byte("no zstd")}
	m, err := Load(damaged)
	if err != nil {
		t.Fatal(err)
	}
	s := "中国反对。 Two five."
	checkTokens(t, s, m.Tokens(s, "zh"))
	if lang, _ := m.Detect(s, ""); lang == "" {
		t.Error("no language")
	}
	if got := m.Norm("國", "zh", FoldDefault); got != "國" {
		t.Errorf("without its table, 國 becomes %q", got)
	}
}

// TestConcurrent is for the race detector: tables are read when they are first needed, by whoever comes first.
func TestConcurrent(t *testing.T) {
	m := loaded(t)
	var group sync.WaitGroup
	results := make([]string, 8)
	for i := range results {
		group.Go(func() {
			tokens := m.Tokens("中国反对制裁。", "zh")
			lang, _ := m.Detect("Die Gespräche gehen weiter", "")
			results[i] = fmt.Sprint(tokens, lang, m.Norm("colours", "en", FoldDefault|FoldInflection))
		})
	}
	group.Wait()
	for _, r := range results {
		if r != results[0] {
			t.Errorf("%s and %s", r, results[0])
		}
	}
}

func ExampleModel_Segments() {
	var m *Model // no tables: Unicode's rules alone
	s := "Talks resumed on Monday. Nobody was surprised!"
	for _, p := range m.Segments(s, "en") {
		fmt.Println(p.Of(s))
	}
	// Output:
	// Talks resumed on Monday.
	// Nobody was surprised!
}

func ExampleModel_Norm() {
	var m *Model
	fmt.Println(m.Norm("Téhéran", "fr", FoldCase|FoldDiacritics), m.Norm("۱۲٬۰۰۰", "fa", FoldDigits))
	// Output: teheran 12000
}
