package text

import (
	"bufio"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"hexapla/assets"
)

// loaded returns the model with the tables that ship with the program.
func loaded(t testing.TB) *Model {
	t.Helper()
	m, err := Load(tablesOf(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func tablesOf(t testing.TB) fs.FS {
	t.Helper()
	dir, err := fs.Sub(assets.Files, "text")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// cases calls f for each line of a file of cases, under the language that its section names.
func cases(t *testing.T, file string, f func(lang Language, line string)) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var lang Language
	lines := bufio.NewScanner(strings.NewReader(string(data)))
	for lines.Scan() {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			lang = Language(line[1 : len(line)-1])
		default:
			f(lang, line)
		}
	}
}

func TestSegments(t *testing.T) {
	m := loaded(t)
	cases(t, "testdata/segments.txt", func(lang Language, line string) {
		parts := strings.Split(line, "‖")
		s := strings.Join(parts, "")
		for i, p := range parts {
			parts[i] = strings.TrimSpace(p)
		}
		want := strings.Join(parts, " ‖ ")
		if got := joined(s, m.Segments(s, lang)); got != want {
			t.Errorf("%s:\n got %s\nwant %s", lang, got, want)
		}
	})
}

func joined(s string, spans []Span) string {
	var out []string
	for _, p := range spans {
		out = append(out, p.Of(s))
	}
	return strings.Join(out, " ‖ ")
}

func TestSegmentsLines(t *testing.T) {
	for _, c := range []struct{ name, s, want string }{
		{"headline", "Talks fail\n\nThe talks failed. Nobody won.\r\nMore soon", "Talks fail ‖ The talks failed. ‖ Nobody won. ‖ More soon"},
		{"list", "Demands:\n- end the war\n- free the men\n1. Peace\n2. Bread", "Demands: ‖ - end the war ‖ - free the men ‖ 1. Peace ‖ 2. Bread"},
		{"broken", "We are also dealing with many things\nin Europe.\nThe next", "We are also dealing with many things\nin Europe. ‖ The next"},
		{"transcript", "MS. PSAKI: Hello.\nMR. PRICE: Hi.", "MS. PSAKI: Hello. ‖ MR. PRICE: Hi."},
		{"blank", " \n\t\u3000\n", ""},
		{"empty", "", ""},
	} {
		if got := joined(c.s, loaded(t).Segments(c.s, "en")); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSegmentsWrapped(t *testing.T) {
	s := `THE TALKS

The foreign ministers of the six powers met for the third
time in a year and failed to agree on the text of a treaty
that all of them had wanted. The next round will be held in
June, diplomats said.

Nobody expects it to be the last, although the ministers of
the six powers have less to disagree about than they had at
the start.
`
	want := []string{"THE TALKS", "The foreign ministers", "The next round", "Nobody expects"}
	got := loaded(t).Segments(s, "en")
	if len(got) != len(want) {
		t.Fatalf("got %d sentences: %s", len(got), joined(s, got))
	}
	for i, p := range got {
		if !strings.HasPrefix(p.Of(s), want[i]) {
			t.Errorf("sentence %d is %q", i, p.Of(s))
		}
	}
}

// TestZeroModel holds the zero value to Unicode's rules.
func TestZeroModel(t *testing.T) {
	var m *Model
	s := "One day. Two days! 三天。四天？"
	if got := joined(s, m.Segments(s, "")); got != "One day. ‖ Two days! ‖ 三天。 ‖ 四天？" {
		t.Error(got)
	}
}

func checkSegments(t *testing.T, s string, spans []Span) {
	t.Helper()
	at := 0
	for _, p := range spans {
		if p.Empty() || p.Start < at || !blank(s[at:p.Start]) {
			t.Fatalf("%q: span %v after %d is empty, overlaps or leaves text out", s, p, at)
		}
		at = p.End
	}
	if !blank(s[at:]) {
		t.Fatalf("%q: nothing covers %q", s, s[at:])
	}
	checkGraphemes(t, s, spans)
}

// checkGraphemes reports spans that cut a grapheme; in broken UTF-8, which has none, a character.
func checkGraphemes(t *testing.T, s string, spans []Span) {
	t.Helper()
	bounds := map[int]bool{0: true}
	if !utf8.ValidString(s) {
		for i := range s {
			bounds[i] = true
		}
		bounds[len(s)] = true
	}
	it := graphemes.FromString(s)
	for it.Next() {
		bounds[it.End()] = true
	}
	for _, p := range spans {
		if !bounds[p.Start] || !bounds[p.End] {
			t.Fatalf("%q: %v cuts a grapheme", s, p)
		}
	}
}

func FuzzSegments(f *testing.F) {
	data, err := os.ReadFile("testdata/segments.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		f.Add(line, "en")
		f.Add(strings.ReplaceAll(line, "‖", "\u0301"), "zh")
	}
	f.Add("a. \u0301b.\r\n \u200d.\xff.\xe3\x80 x", "de")
	f.Add("\u06dd ", "ar")
	m := loaded(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		checkSegments(t, s, m.Segments(s, Language(lang)))
	})
}

// hostile are texts that break what is not careful about size or form.
func hostile() map[string]string {
	return map[string]string{
		"no blank":      strings.Repeat("abcdefghij", 100_000),
		"no blank, han": strings.Repeat("制裁决议", 80_000),
		"same lines":    strings.Repeat("The same line.\n", 100_000),
		"stops":         strings.Repeat(".", 300_000),
		"stops apart":   strings.Repeat(". ", 300_000),
		"quotes":        strings.Repeat(`."`, 200_000),
		"brackets":      strings.Repeat("?)[1]", 100_000),
		"initials":      strings.Repeat("J. ", 200_000),
		"pauses":        strings.Repeat("……我", 80_000),
		"both ways":     strings.Repeat("abc אבג 123 سلام. ", 30_000),
		"broken":        strings.Repeat("a\xff\xc3.\xe3\x80 ", 100_000),
		"marks":         strings.Repeat("\u0301", 300_000),
		"joiners":       strings.Repeat("👩\u200d", 50_000),
		"flags":         strings.Repeat("🇮🇷", 50_000),
		"blanks":        strings.Repeat(" \u00a0", 300_000),
		"kana":          strings.Repeat("ねこ", 80_000),
	}
}

func TestSegmentsHostile(t *testing.T) {
	m := loaded(t)
	for name, s := range hostile() {
		for _, lang := range []Language{"en", "zh"} {
			spans := m.Segments(s, lang)
			if utf8.ValidString(s) && len(spans) == 0 && !blank(s) {
				t.Errorf("%s: no sentence", name)
			}
		}
	}
}

func BenchmarkSegments(b *testing.B) {
	m := loaded(b)
	for _, c := range []struct {
		name, unit string
		lang       Language
	}{
		{"en", "Gen. Smith told the U.S. Senate on Aug. 8 that 3.5 million \"people\" had fled. Nobody answered. ", "en"},
		{"ru", "Президент В. В. Путин заявил, что в 2008 г. Россия ввела войска. Никто не ответил. ", "ru"},
		{"zh", "外交部发言人表示反对。他说：“我们不会让步。”记者问为什么？", "zh"},
	} {
		s := strings.Repeat(c.unit, 1_000_000/len(c.unit))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				m.Segments(s, c.lang)
			}
		})
	}
}
