package collate_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/collate"
)

// witness takes every word parted by blanks for a token.
func witness(s string) collate.Witness {
	w := collate.Witness{Text: s, Language: "en", Segments: []text.Span{{Start: 0, End: len(s)}}}
	for at := 0; at < len(s); {
		end := at + strings.IndexByte(s[at:]+" ", ' ')
		if end > at {
			w.Tokens = append(w.Tokens, text.Token{Span: text.Span{Start: at, End: end}})
			w.Norms = append(w.Norms, strings.ToLower(s[at:end]))
		}
		at = end + 1
	}
	return w
}

func collated(t testing.TB, texts []string) []collate.Entry {
	t.Helper()
	var ws []collate.Witness
	row := align.Row{}
	for _, s := range texts {
		ws = append(ws, witness(s))
		row.Segments = append(row.Segments, []int{0})
	}
	entries, err := collate.Rows(context.Background(), ws, []align.Row{row}, collate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// table writes the entries as an alignment table, a line a place.
func table(entries []collate.Entry, texts []string) string {
	var b strings.Builder
	for _, e := range entries {
		for i, r := range e.Readings {
			if i > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(r.Of(texts[r.Version]))
			if len(r.Tokens) == 0 {
				b.WriteString("-")
			}
		}
		if e.Moved {
			b.WriteString(" (moved)")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestRows(t *testing.T) {
	for _, test := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"replaced", []string{"talks will resume soon", "talks may resume soon", "talks will resume"}, `
talks | talks | talks
will | may | will
resume | resume | resume
soon | soon | -
`},
		{"spelled otherwise", []string{"president Raisi said", "president Raisy said so"}, `
president | president
Raisi | Raisy
said | said
- | so
`},
		{"moved", []string{"on Monday afternoon the envoy left Vienna", "the envoy left Vienna on Monday afternoon"}, `
on | - (moved)
Monday | - (moved)
afternoon | - (moved)
the | the
envoy | envoy
left | left
Vienna | Vienna
- | on (moved)
- | Monday (moved)
- | afternoon (moved)
`},
		{"one long word moved", []string{"negotiations of the", "of the negotiations"}, `
negotiations | - (moved)
of | of
the | the
- | negotiations (moved)
`},
		{"short words move nowhere", []string{"so of the", "of the so"}, `
so | -
of | of
the | the
- | so
`},
		{"nothing", []string{"", "a b"}, `
- | a
- | b
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := "\n" + table(collated(t, test.texts), test.texts); got != test.want {
				t.Errorf("got%swant%s", got, test.want)
			}
		})
	}
}

// laws checks what holds for every collation.
func laws(t *testing.T, texts []string) {
	t.Helper()
	entries := collated(t, texts)
	next := make([]int, len(texts))
	for _, e := range entries {
		last := -1
		words := 0
		for _, r := range e.Readings {
			if r.Version <= last {
				t.Fatalf("readings are not ascending: %+v", e)
			}
			last = r.Version
			words += len(r.Tokens)
			for _, token := range r.Tokens {
				if token != next[r.Version] {
					t.Fatalf("version %d: token %d follows %d", r.Version, token, next[r.Version]-1)
				}
				next[r.Version]++
			}
		}
		if words == 0 {
			t.Fatalf("an entry without a word: %+v", e)
		}
	}
	for v, s := range texts {
		if n := len(witness(s).Tokens); next[v] != n {
			t.Fatalf("version %d: %d of %d tokens are in entries", v, next[v], n)
		}
	}
}

// pairs lists which words stand at one place, whatever the versions' order.
func pairs(texts []string, entries []collate.Entry) []string {
	var out []string
	for _, e := range entries {
		var here []string
		for _, r := range e.Readings {
			here = append(here, fmt.Sprint(texts[r.Version], r.Tokens))
		}
		sort.Strings(here)
		out = append(out, fmt.Sprint(strings.Join(here, ";"), e.Moved, e.Agree))
	}
	return out
}

func FuzzRows(f *testing.F) {
	f.Add("a b c", "a c b", "b c a", uint64(1))
	f.Add("", " ", "x", uint64(2))
	f.Add("the envoy left", "envoy the the left", "left left left", uint64(3))
	f.Add("0", strings.Repeat("0 ", 19)+" 00"+strings.Repeat(" 0", 6), "\x7f", uint64(40)) // words in a row behind the last column
	f.Fuzz(func(t *testing.T, a, b, c string, seed uint64) {
		if len(a)+len(b)+len(c) > 600 {
			return
		}
		texts := []string{a, b, c}
		laws(t, texts)
		shuffled := slices.Clone(texts)
		r := rand.New(rand.NewPCG(seed, 0))
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		want, got := pairs(texts, collated(t, texts)), pairs(shuffled, collated(t, shuffled))
		if !slices.Equal(want, got) {
			t.Errorf("the order of loading changes the entries of %q:\n%q\n%q", texts, want, got)
		}
	})
}

// versions makes n versions of a text of size words, each with a tenth of the words changed.
func versions(n, size int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	base := make([]string, size)
	for i := range base {
		base[i] = fmt.Sprintf("w%d", r.IntN(size))
	}
	out := make([]string, n)
	for v := range out {
		words := slices.Clone(base)
		for i := range words {
			if r.IntN(10) == 0 {
				words[i] = fmt.Sprintf("x%d", r.IntN(size))
			}
		}
		out[v] = strings.Join(words, " ")
	}
	return out
}

func TestLongRow(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	laws(t, versions(3, 20_000))
}

func BenchmarkManyVersions(b *testing.B) {
	texts := versions(100, 200)
	for b.Loop() {
		collated(b, texts)
	}
}

func BenchmarkRows(b *testing.B) {
	for _, size := range []int{25, 250, 1000, 2000} {
		texts := versions(12, size)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for b.Loop() {
				collated(b, texts)
			}
		})
	}
}

// Versions of one text are collated whatever language a detector takes each for.
func TestKin(t *testing.T) {
	texts := []string{"in suecia venerabilis pontifex beatus", "in suecia venerabilis pontifex sanctus", "Am Montag kam der Gesandte"}
	var ws []collate.Witness
	row := align.Row{}
	for i, language := range []text.Language{"it", "es", "de"} {
		w := witness(texts[i])
		w.Language = language
		ws = append(ws, w)
		row.Segments = append(row.Segments, []int{0})
	}
	entries, err := collate.Rows(context.Background(), ws, []align.Row{row}, collate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	together := 0
	for _, e := range entries {
		if len(e.Readings) == 2 {
			together++
		}
		if len(e.Readings) > 1 && e.Readings[1].Version == 2 {
			t.Errorf("German shares a place with Latin: %+v", e)
		}
	}
	if together != 5 {
		t.Errorf("%d places have both Latin versions, want 5", together)
	}
}
