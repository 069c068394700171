package align

import (
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/text"
	"hexapla/assets"
)

// manuals are sentences of the manual by language: real texts in many scripts.
func manuals(t *testing.T) (*text.Model, map[text.Language][]string) {
	t.Helper()
	tables, err := fs.Sub(assets.Files, "text")
	if err != nil {
		t.Fatal(err)
	}
	m, err := text.Load(tables)
	if err != nil {
		t.Fatal(err)
	}
	out := map[text.Language][]string{}
	for _, lang := range []text.Language{"en", "zh", "fa", "ru", "ar", "de", "es", "fr"} {
		name := "manual/manual." + string(lang) + ".md"
		if lang == "en" {
			name = "manual/manual.md"
		}
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range m.Segments(string(data), lang) {
			line := strings.Join(strings.Fields(s.Of(string(data))), " ")
			if len(wordsOf(m, line, lang)) >= 6 && !slices.Contains(out[lang], line) {
				out[lang] = append(out[lang], line)
			}
		}
	}
	return m, out
}

// wordsOf finds the words of a line, without marks.
func wordsOf(m *text.Model, line string, lang text.Language) []text.Token {
	return slices.DeleteFunc(m.Tokens(line, lang), func(x text.Token) bool { return x.Kind != text.Word })
}

// otherWords changes three in ten words of a line for words of other lines.
func otherWords(m *text.Model, lines []string, lang text.Language) func(line string, r *rand.Rand) string {
	return func(line string, r *rand.Rand) string {
		var out strings.Builder
		at := 0
		for _, x := range wordsOf(m, line, lang) {
			out.WriteString(line[at:x.Start])
			at = x.End
			word := x.Of(line)
			if r.IntN(10) < 3 {
				other := lines[r.IntN(len(lines))]
				others := wordsOf(m, other, lang)
				word = others[r.IntN(len(others))].Of(other)
			}
			out.WriteString(word)
		}
		return out.String() + line[at:]
	}
}

// In every script, of sentences and paragraphs that were carried elsewhere, with three in ten words
// changed for others of the same text, nearly all are found and hardly anything else is said to have
// moved.
func TestShuffledInManyScripts(t *testing.T) {
	m, texts := manuals(t)
	for lang, lines := range texts {
		var all moves
		for seed := range uint64(8) {
			for _, how := range []shuffle{{3, 1}, {1, 4}} {
				all.shuffle(t, lines, lang, Options{Model: m}, how, rand.New(rand.NewPCG(seed, 71)), otherWords(m, lines, lang))
			}
		}
		t.Logf("%s: %d sentences, %+v", lang, len(lines), all)
		if all.found*10 < all.moved*9 || all.wrong*50 > all.others || all.marked*50 > all.others {
			t.Errorf("%s: found %d of %d that moved; of %d others %d are wrong, %d marked as moved", lang, all.found, all.moved, all.others, all.wrong, all.marked)
		}
	}
}
