package text

import (
	"fmt"
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	m := loaded(t)
	var right, all int
	cases(t, "testdata/languages.txt", func(lang Language, line string) {
		all++
		got, p := m.Detect(line, "")
		if p < 0 || p > 1 {
			t.Errorf("confidence %v in %q", p, line)
		}
		if got == lang {
			right++
			return
		}
		t.Logf("%q is %s, taken for %s (%.2f)", line, lang, got, p)
		if again, _ := m.Detect(line, lang); again != lang {
			t.Errorf("%q in a document of %s is taken for %s", line, lang, again)
		}
	})
	t.Logf("%d of %d", right, all)
	if right*100 < all*95 {
		t.Errorf("%d of %d right, want 95 %%", right, all)
	}
}

func TestDetectOdd(t *testing.T) {
	m := loaded(t)
	for _, s := range []string{"", "123 456", "?!…", "\xff\xfe", "🙂"} {
		if lang, p := m.Detect(s, "fa"); lang != "fa" || p != 0 {
			t.Errorf("%q: %s, %v, want the prior language and no confidence", s, lang, p)
		}
	}
	if lang, _ := m.Detect("伊朗外长阿卜杜拉希扬（Hossein Amir-Abdollahian）会见王毅", ""); lang != "zh" {
		t.Errorf("a Chinese sentence with a name in Latin letters is taken for %s", lang)
	}
	var zero *Model
	if lang, p := zero.Detect("Привет, мир", ""); lang != "ru" || p > 0.5 {
		t.Errorf("without tables: %s, %v", lang, p)
	}
}

// TestDetectLong holds that a text of many sentences is told for certain, however long it is.
func TestDetectLong(t *testing.T) {
	m := loaded(t)
	texts := map[Language]string{}
	cases(t, "testdata/languages.txt", func(lang Language, line string) { texts[lang] += line + "\n" })
	for lang, s := range texts {
		for _, n := range []int{1, 2000} {
			if got, p := m.Detect(strings.Repeat(s, n), ""); got != lang || p < 0.5 {
				t.Errorf("%d times %q is taken for %s (%.2f)", n, s, got, p)
			}
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("Russia bombs Gori", "en")
	m := loaded(f)
	f.Fuzz(func(t *testing.T, s, prior string) {
		if _, p := m.Detect(s, Language(prior)); p < 0 || p > 1 || p != p {
			t.Fatalf("confidence %v", p)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	m := loaded(b)
	for _, n := range []int{1, 10, 100, 10_000} {
		s := strings.Repeat("Sanctions must be lifted first, Tehran says. ", n)
		b.Run(fmt.Sprint(len(s)), func(b *testing.B) {
			for b.Loop() {
				m.Detect(s, "")
			}
		})
	}
}
