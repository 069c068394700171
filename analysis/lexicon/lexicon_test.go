package lexicon_test

import (
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/klauspost/compress/zstd"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
	"hexapla/assets"
)

func shipped(t testing.TB) (*lexicon.Set, fs.FS) {
	t.Helper()
	fsys, err := fs.Sub(assets.Files, "lexicon")
	if err != nil {
		t.Fatal(err)
	}
	set, err := lexicon.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return set, fsys
}

func has(entries []lexicon.Entry, word string) bool {
	return slices.ContainsFunc(entries, func(e lexicon.Entry) bool { return e.Word == word })
}

// The words of the news, inflected, in both directions, by way of English, and names.
func TestTranslations(t *testing.T) {
	set, _ := shipped(t)
	for _, c := range []struct {
		from, to   text.Language
		word, want string
	}{
		{"zh", "en", "总统", "president"}, {"zh", "en", "伊朗", "iran"}, {"zh", "en", "制裁", "sanctions"},
		{"ru", "en", "президент", "president"}, {"ru", "en", "президентами", "president"}, {"ru", "en", "переговоров", "negotiation"},
		{"ru", "en", "Россия", "russia"}, {"ru", "en", "санкция", "sanction"},
		{"de", "en", "Regierungen", "government"}, {"de", "en", "Bundesregierung", "government"}, {"de", "fr", "Berg", "montagne"},
		{"fr", "en", "l'eau", "water"}, {"fr", "en", "gouvernements", "government"}, {"es", "en", "guerra", "war"},
		{"ja", "en", "大統領", "president"}, {"ar", "en", "الحرب", "war"}, {"ar", "en", "وزير", "minister"},
		{"fa", "en", "محکوم", "condemned"}, {"fa", "en", "می‌گوید", "say"}, {"fa", "en", "تحریم‌ها", "sanctions"},
		{"en", "zh", "iran", "伊朗"}, {"en", "ru", "president", "президент"}, {"en", "de", "water", "wasser"},
		{"zh", "ru", "战争", "война"}, {"uk", "en", "Київ", "kyiv"}, {"ko", "en", "이란", "iran"}, {"he", "en", "ישראל", "israel"},
		{"is", "en", "maður", "man"}, {"tr", "en", "savaş", "war"}, {"pl", "en", "wojna", "war"}, {"hi", "en", "भारत", "india"},
	} {
		if got := set.Between(c.from, c.to).Translations(c.word); !has(got, c.want) {
			t.Errorf("%s-%s %s: %v, want %s", c.from, c.to, c.word, got, c.want)
		}
	}
}

func TestTranslationsAreOrderedAndBounded(t *testing.T) {
	set, _ := shipped(t)
	for _, word := range []string{"Zug", "Schloss", "Gericht", "stellen"} {
		got := set.Between("de", "en").Translations(word)
		if len(got) == 0 || len(got) > 40 {
			t.Errorf("%s has %d translations", word, len(got))
		}
		if !sort.SliceIsSorted(got, func(i, j int) bool { return got[i].Weight > got[j].Weight }) {
			t.Errorf("%s: not in order: %v", word, got)
		}
		for _, e := range got {
			if e.Weight <= 0 || e.Weight > 1 || e.Word == "" {
				t.Errorf("%s: %v", word, e)
			}
		}
	}
}

// Every table decodes, is sorted and keyed as look-up keys words.
func TestShippedTables(t *testing.T) {
	set, fsys := shipped(t)
	if len(set.Pairs()) < 20 {
		t.Errorf("only %v", set.Pairs())
	}
	decoder, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer decoder.Close()
	for _, name := range set.Pairs() {
		data, err := fs.ReadFile(fsys, name+".zst")
		if err != nil {
			t.Fatal(err)
		}
		plain, err := decoder.DecodeAll(data, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		last := ""
		for n, line := range strings.Split(strings.TrimSuffix(string(plain), "\n"), "\n") {
			word, translations, ok := strings.Cut(line, "\t")
			if !ok || translations == "" || word <= last && n > 0 {
				t.Fatalf("%s line %d: %q after %q", name, n+1, line, last)
			}
			last = word
			if n%97 == 0 && lexicon.Key(word) != word {
				t.Errorf("%s line %d: %q is keyed %q", name, n+1, word, lexicon.Key(word))
			}
		}
	}
}

func TestHan(t *testing.T) {
	set, _ := shipped(t)
	han := set.Han()
	if got := han.Pinyin('夫'); got != "fu" {
		t.Errorf("夫 is read %q", got)
	}
	if got := han.Simplified("總統會談"); got != "总统会谈" {
		t.Errorf("got %s", got)
	}
	if got := han.Simplified("乾隆皇后"); got != "乾隆皇后" {
		t.Errorf("got %s", got)
	}
}

// Nothing is there for an unknown pair, an undetermined language, no set at all.
func TestAbsent(t *testing.T) {
	set, _ := shipped(t)
	var none *lexicon.Set
	for _, b := range []*lexicon.Bilingual{
		set.Between("en", "en"), set.Between("", "en"), set.Between("en", "tlh"), none.Between("de", "en"), new(lexicon.Set).Between("de", "en"),
	} {
		if b != nil || b.Translations("Haus") != nil || b.Has("haus") {
			t.Errorf("got %v", b)
		}
	}
	if none.Han().Pinyin('夫') != "" || none.Han().Simplified("總") != "總" {
		t.Error("a set without tables knows characters")
	}
}

func TestDamagedTableCountsAsAbsent(t *testing.T) {
	set, err := lexicon.Load(fstest.MapFS{"xx-en.zst": {Data: []byte("not zstd")}, "names.zst": {Data: []byte{0x28}}})
	if err != nil {
		t.Fatal(err)
	}
	if b := set.Between("xx", "en"); b.Translations("word") != nil {
		t.Error("a damaged table has translations")
	}
}

func TestConcurrentUse(t *testing.T) {
	set, _ := shipped(t)
	want := fmt.Sprint(set.Between("is", "en").Translations("maður"))
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			set.Between("en", []text.Language{"da", "sv"}[i%2]).Translations("house")
			if got := fmt.Sprint(set.Between("is", "en").Translations("maður")); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
	group.Wait()
}

func TestKey(t *testing.T) {
	for _, c := range []struct {
		lang       text.Language
		word, want string
	}{
		{"de", "Straße", "strasse"}, {"fr", "Écoles", "ecoles"}, {"ru", "Ещё", "еще"}, {"ru", "Йод", "йод"}, {"ar", "الرَّئِيس", "الرییس"},
		{"fa", "می‌گوید", "میگوید"}, {"fa", "كتاب", "کتاب"}, {"ja", "ｶﾞｽ", "ガス"}, {"zh", "ＡＢＣ", "abc"}, {"hi", "भारत", "भारत"}, {"el", "Λόγος", "λογοσ"}, {"tr", "İstanbul", "istanbul"},
	} {
		if got := lexicon.Key(c.word); got != c.want {
			t.Errorf("%s: %s, want %s", c.word, got, c.want)
		}
	}
}

// Inflected forms of a word share the stem.
func TestStem(t *testing.T) {
	for lang, groups := range map[text.Language][]string{
		"en": {"policy policies", "warned warning warns", "minister's minister"}, "ru": {"переговоры переговоров переговорами"},
		"de": {"regierung regierungen"}, "fr": {"l'accord accord accords"}, "fa": {"کشور کشورها کشورهای"}, "uk": {"країна країни країною"},
		"ar": {"والحرب حرب"}, "pl": {"rozmowy rozmowach rozmowami"},
	} {
		for _, group := range groups {
			words := strings.Fields(group)
			for _, w := range words[1:] {
				if a, b := lexicon.Stem(lexicon.Key(words[0]), lang), lexicon.Stem(lexicon.Key(w), lang); a != b {
					t.Errorf("%s: %s has %s, %s has %s", lang, words[0], a, w, b)
				}
			}
		}
	}
}

// The key of a key is itself, for every letter there is.
func TestKeyOfAKey(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		key := lexicon.Key(string(r))
		if again := lexicon.Key(key); again != key {
			t.Errorf("%q: %q, then %q", r, key, again)
		}
	}
}

// FuzzKey: the key of a key is itself, and no input makes look-up fail.
func FuzzKey(f *testing.F) {
	set, _ := shipped(f)
	for _, s := range []string{"Haus", "الحرب", "戦争", "ΐ", "İ", "\xff", "é\u0301", "ｶﾞ", "ﷺ"} {
		f.Add(s, "ar")
		f.Add(s, "de")
	}
	f.Fuzz(func(t *testing.T, word, lang string) {
		l := text.Language(lang)
		key := lexicon.Key(word)
		if again := lexicon.Key(key); again != key {
			t.Errorf("%q: %q, then %q", word, key, again)
		}
		lexicon.Stem(key, l)
		set.Between(l, "is").Translations(word)
	})
}

func ExampleBilingual_Translations() {
	fsys, _ := fs.Sub(assets.Files, "lexicon")
	set, _ := lexicon.Load(fsys)
	for _, e := range set.Between("fa", "en").Translations("هشدار")[:3] {
		fmt.Println(e.Word)
	}
	// Output:
	// warned
	// warning
	// warn
}

func BenchmarkTranslations(b *testing.B) {
	set, _ := shipped(b)
	german := set.Between("de", "en")
	german.Translations("Haus")
	for _, word := range []string{"haus", "regierungen", "bundesverfassungsgericht", "unbekanntes"} {
		b.Run(word, func(b *testing.B) {
			for b.Loop() {
				german.Translations(word)
			}
		})
	}
}
