package diff

import (
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hexapla/analysis/text"
	"hexapla/assets"
)

var update = flag.Bool("update", false, "write the goldens anew")

func model(t testing.TB) *text.Model {
	t.Helper()
	dir, err := fs.Sub(assets.Files, "text")
	if err != nil {
		t.Fatal(err)
	}
	m, err := text.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sideOf cuts and folds a text; blanks are left out.
func sideOf(m *text.Model, s string, lang text.Language, fold text.Fold) Side {
	side := Side{Text: s}
	for _, token := range m.Tokens(s, lang) {
		if token.Kind != text.Space {
			side.Tokens = append(side.Tokens, token)
			side.Norms = append(side.Norms, m.Norm(token.Of(s), lang, fold))
		}
	}
	return side
}

// TestWordsGolden shows how changes read: [old|new].
func TestWordsGolden(t *testing.T) {
	const file = "testdata/words.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m := model(t)
	for i, f := range archive.Files {
		lang, _, _ := strings.Cut(f.Name, "/")
		lines := strings.SplitN(string(f.Data), "\n", 3)
		a, b := sideOf(m, lines[0], text.Language(lang), text.FoldDefault), sideOf(m, lines[1], text.Language(lang), text.FoldDefault)
		changes, _ := Words(a, b)
		got := marked(a.Text, b.Text, changes)
		if *update {
			archive.Files[i].Data = []byte(lines[0] + "\n" + lines[1] + "\n" + got + "\n")
		} else if want := strings.TrimSuffix(lines[2], "\n"); got != want {
			t.Errorf("%s:\n got %s\nwant %s", f.Name, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func marked(a, b string, changes []Change) string {
	var out strings.Builder
	at := 0
	for _, c := range changes {
		fmt.Fprintf(&out, "%s[%s|%s]", a[at:c.ASpan.Start], c.ASpan.Of(a), c.BSpan.Of(b))
		at = c.ASpan.End
	}
	return out.String() + a[at:]
}

func checkWords(t *testing.T, a, b Side) {
	t.Helper()
	changes, _ := Words(a, b)
	var edits []Edit
	for _, c := range changes {
		edits = append(edits, c.Edit)
	}
	if got := Apply(a.Norms, b.Norms, edits); !slices.Equal(got, b.Norms) {
		t.Fatalf("%q to %q: applying the changes gives %q", a.Norms, b.Norms, got)
	}
	back, _ := Words(b, a)
	for i, c := range changes {
		if back[i] != (Change{Edit{c.B, c.A}, c.BSpan, c.ASpan}) {
			t.Fatalf("%q and %q: %v, exchanged %v", a.Text, b.Text, changes, back)
		}
	}
	if again, _ := Words(a, a); len(again) > 0 {
		t.Fatalf("%q differs from itself: %v", a.Text, again)
	}
	if len(changes) == 0 && !slices.Equal(a.Norms, b.Norms) {
		t.Fatalf("%q and %q: no change", a.Text, b.Text)
	}
}

func FuzzWords(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/words.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		lines := strings.Split(string(file.Data), "\n")
		f.Add(lines[0], lines[1], file.Name[:2])
	}
	f.Add("a b a b", "b a b a", "en")
	m := model(f)
	f.Fuzz(func(t *testing.T, a, b, lang string) {
		for _, fold := range []text.Fold{0, text.FoldDefault | text.FoldPunctuation} {
			checkWords(t, sideOf(m, a, text.Language(lang), fold), sideOf(m, b, text.Language(lang), fold))
		}
	})
}

func TestChars(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"Iran", "Iraq", "Ira[n|q]"},
		{"1,200", "1,300", "1,[2|3]00"},
		{"договором", "договора", "договор[ом|а]"},
		{"秦刚", "秦岗", "秦[刚|岗]"},
		{"cafe\u0301s", "cafe\u0300s", "caf[e\u0301|e\u0300]s"},
		{"dog", "cat", "dog"},
		{"same", "same", "same"},
		{"\xffabc", "abc", "\xffabc"},
	} {
		var out strings.Builder
		at := 0
		for _, change := range Chars(c.a, c.b) {
			fmt.Fprintf(&out, "%s[%s|%s]", c.a[at:change.A.Start], change.A.Of(c.a), change.B.Of(c.b))
			at = change.A.End
		}
		if got := out.String() + c.a[at:]; got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func FuzzChars(f *testing.F) {
	f.Add("договором", "договора")
	f.Add("e\u0301a", "ea\u0301")
	f.Fuzz(func(t *testing.T, a, b string) {
		changes := Chars(a, b)
		back := Chars(b, a)
		i, j := 0, 0
		for n, c := range changes {
			if a[i:c.A.Start] != b[j:c.B.Start] {
				t.Fatalf("%q, %q: %v leaves a difference before change %d", a, b, changes, n)
			}
			if back[n] != (CharChange{c.B, c.A}) {
				t.Fatalf("%q, %q: exchanged %v", a, b, back)
			}
			i, j = c.A.End, c.B.End
		}
		if len(changes) > 0 && a[i:] != b[j:] {
			t.Fatalf("%q, %q: %v leaves a difference at the end", a, b, changes)
		}
	})
}

// TestTidySize holds that tidying costs little where the edits are scattered.
func TestTidySize(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	pair := edited(r, prose(r, 5000), 0.05, 0)
	m := model(t)
	var sides [2]Side
	for i, words := range pair {
		var s strings.Builder
		for _, w := range words {
			fmt.Fprintf(&s, "w%dx ", w)
		}
		sides[i] = sideOf(m, s.String(), "en", 0)
	}
	changes, _ := Words(sides[0], sides[1])
	tidied := 0
	for _, c := range changes {
		tidied += c.A.Len() + c.B.Len()
	}
	raw, _ := Edits(pair[0], pair[1])
	if shortest := Size(raw); tidied < shortest || tidied > shortest*5/4 {
		t.Errorf("tidied %d, shortest %d", tidied, shortest)
	}
}

func BenchmarkWords(b *testing.B) {
	m := model(b)
	r := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{100, 1_000, 10_000, 100_000} {
		pair := edited(r, prose(r, n), 0.1, 0)
		var sides [2]Side
		for i, words := range pair {
			var s strings.Builder
			for _, w := range words {
				fmt.Fprintf(&s, "w%d ", w)
			}
			sides[i] = sideOf(m, s.String(), "en", 0)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Words(sides[0], sides[1])
			}
		})
	}
}
