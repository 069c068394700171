package collate_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/collate"
)

// collatedLines collates versions of several lines, line by line.
func collatedLines(t testing.TB, versions ...[]string) []collate.Entry {
	t.Helper()
	rows := make([]align.Row, len(versions[0]))
	var ws []collate.Witness
	for _, lines := range versions {
		w := witness(strings.Join(lines, " "))
		w.Segments = nil
		at := 0
		for i, line := range lines {
			w.Segments = append(w.Segments, text.Span{Start: at, End: at + len(line)})
			at += len(line) + 1
			rows[i].Segments = append(rows[i].Segments, []int{i})
		}
		ws = append(ws, w)
	}
	entries, err := collate.Rows(context.Background(), ws, rows, collate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// moved lists the words that are marked, by version.
func moved(entries []collate.Entry, versions ...[]string) []string {
	out := make([]string, len(versions))
	for _, e := range entries {
		for _, r := range e.Readings {
			if e.Moved && len(r.Tokens) > 0 {
				out[r.Version] += r.Of(strings.Join(versions[r.Version], " ")) + " "
			}
		}
	}
	return out
}

func TestMoved(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b []string
		want string // of a
	}{
		{"clause",
			[]string{"after five months of silence the delegations met in Vienna"},
			[]string{"the delegations met in Vienna after five months of silence"}, "after five months of silence "},
		{"edited clause",
			[]string{"after seven bitter months of silence the delegations of both capitals met in Vienna again"},
			[]string{"the delegations of both capitals met in Vienna again after seven long months of silence"}, "after seven bitter months of silence "},
		{"to another row",
			[]string{"speaking through an interpreter the envoy welcomed progress", "he left the hotel at noon"},
			[]string{"the envoy welcomed progress", "he left the hotel at noon speaking through an interpreter"}, "speaking through an interpreter "},
		{"short common words",
			[]string{"it was up to the envoy to go", "he is at it now"},
			[]string{"the envoy had to go and it was", "up to now he is at it"}, ""},
		{"short words in Russian",
			[]string{"он был там и она была у нас", "мы не так и не там"},
			[]string{"и она была у нас там он был", "не там мы и не так"}, ""},
		{"short words in Persian",
			[]string{"او به ما از آن که بود گفت", "و این را در آن دید"},
			[]string{"از آن که او به ما گفت بود", "در آن این را و دید"}, ""},
		{"common words between telling ones",
			[]string{"what does not change is folded away by the program"},
			[]string{"is folded away by the program what does not change"}, "what does not change "},
		{"one name in two rows",
			[]string{"Teheran agreed at once", "the others waited for days"},
			[]string{"they agreed at once", "the others waited for Teheran"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := moved(collatedLines(t, test.a, test.b), test.a, test.b)[0]; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Of clauses moved to the other end of their sentence, with a share of the words changed everywhere,
// most are found and hardly anything else is.
func TestShuffledClauses(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	word := func() string {
		return fmt.Sprintf("%c%c%cword%d", 'a'+r.IntN(26), 'a'+r.IntN(26), 'a'+r.IntN(26), r.IntN(10))
	}
	changed := func(words []string) []string {
		words = slices.Clone(words)
		for i := range words {
			if r.IntN(100) < 30 {
				words[i] = word()
			}
		}
		return words
	}
	var a, b []string
	var isMoved []bool
	for i := range 300 {
		var sentence []string
		for n := range 18 {
			if n%3 == 2 {
				sentence = append(sentence, []string{"the", "of", "to", "and", "in"}[r.IntN(5)])
			} else {
				sentence = append(sentence, word())
			}
		}
		other := changed(sentence)
		isMoved = append(isMoved, i%3 == 0)
		if i%3 == 0 {
			other = slices.Concat(other[6:], other[:6])
		}
		a, b = append(a, strings.Join(sentence, " ")), append(b, strings.Join(other, " "))
	}
	marked := make([]bool, len(a))
	for _, e := range collatedLines(t, a, b) {
		marked[e.Row] = marked[e.Row] || e.Moved
	}
	found, wrong, all := 0, 0, 0
	for i := range marked {
		switch {
		case isMoved[i] && marked[i]:
			found++
		case marked[i]:
			wrong++
		}
		if isMoved[i] {
			all++
		}
	}
	if found*10 < all*9 || wrong*50 > len(a) {
		t.Errorf("found %d of %d, %d wrong", found, all, wrong)
	}
}

// Of single long words carried elsewhere in their sentence, with a share of the others changed, most
// are found and hardly anything else is.
func TestShuffledWords(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	word := func() string {
		w := ""
		for range 4 {
			w += string("bcdfgklmnprstv"[r.IntN(14)]) + string("aeiou"[r.IntN(5)])
		}
		return w
	}
	var a, b, carried []string
	for i := range 300 {
		var sentence []string
		for n := range 18 {
			if n%3 == 2 {
				sentence = append(sentence, []string{"the", "of", "to", "and", "in"}[r.IntN(5)])
			} else {
				sentence = append(sentence, word())
			}
		}
		other, at := slices.Clone(sentence), 3*r.IntN(3)
		for k := range other {
			if k != at && r.IntN(100) < 30 {
				other[k] = word()
			}
		}
		moved := ""
		if i%3 == 0 {
			moved = other[at]
			other = slices.Insert(slices.Delete(other, at, at+1), at+8+r.IntN(17-at-8), moved)
		}
		carried = append(carried, moved)
		a, b = append(a, strings.Join(sentence, " ")), append(b, strings.Join(other, " "))
	}
	text := strings.Join(a, " ")
	found, wrong, all := 0, 0, 0
	for _, e := range collatedLines(t, a, b) {
		for _, reading := range e.Readings {
			if reading.Version == 0 && len(reading.Tokens) > 0 {
				moved := reading.Of(text) == carried[e.Row]
				all++
				found += truth(moved && e.Moved)
				wrong += truth(!moved && e.Moved)
			}
		}
	}
	if found*10 < 100*9 || wrong*50 > all {
		t.Errorf("found %d of 100 words that moved, %d of %d wrong", found, wrong, all)
	}
}
