package phrase_test

import (
	"fmt"
	"strings"
	"testing"

	"hexapla/analysis/phrase"
)

func Example() {
	why := []phrase.Phrase{
		phrase.Quoting("another name: %s against %s", "Iran", "Iraq"),
		phrase.Of("%s", phrase.Clauses{
			phrase.Of("%d of %d has %s | %d of %d have %s", 10, 12, phrase.Words("Iran")),
			phrase.Of("%[2]s has %[3]s | %[2]s have %[3]s", 2, phrase.Names{"A", "F"}, phrase.Words("")),
		}),
	}
	fmt.Println(phrase.Tongue{}.Sentences(why))
	// Output: Another name: “Iran” against “Iraq”. 10 of 12 have “Iran”, A and F have nothing.
}

func TestNamesAreListed(t *testing.T) {
	for n, want := range []string{"", "A", "A and B", "A, B and C", "A, B, C and D"} {
		if got := phrase.Of("%s", phrase.Names(strings.Split("ABCD", "")[:n])).String(); got != want {
			t.Errorf("%d names: %q, want %q", n, got, want)
		}
	}
}

// A table that translates every form by bracketing it sees every form of a phrase.
func TestEveryFormIsAskedFor(t *testing.T) {
	asked := map[string]bool{}
	german := phrase.Tongue{Form: func(english string, n int) string {
		asked[english] = true
		return phrase.English(english, n)
	}}
	why := phrase.Of("seen on %s: %s", phrase.Day("2022-08-08"), phrase.Clauses{phrase.Of("a"), phrase.Of("%s", phrase.Names{"b", "c", "d"}), phrase.Quoting("%s", "", "e")})
	german.Sentences([]phrase.Phrase{why, why})
	for _, form := range []string{why.Form, "a", phrase.Nothing, phrase.Quote, phrase.Pair, phrase.Comma, phrase.Sentence, phrase.Row} {
		if !asked[form] {
			t.Errorf("%q was not asked for", form)
		}
	}
}

// Whatever the words are, they stand in what is said as they are.
func FuzzWords(f *testing.F) {
	f.Add("Iran", "100 %d | %s")
	f.Add("", "\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		got := phrase.Tongue{}.Sentences([]phrase.Phrase{phrase.Quoting("x: %s against %s", a, b)})
		for _, w := range []string{a, b} {
			if want := "“" + w + "”"; w != "" && !strings.Contains(got, want) {
				t.Errorf("%q lacks %q", got, want)
			}
		}
		_ = phrase.Of(a).String()
	})
}
