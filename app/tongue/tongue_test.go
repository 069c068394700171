package tongue_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/phrase"
	"hexapla/app/tongue"
)

func FuzzDay(f *testing.F) {
	f.Add("2022-08-08")
	f.Add("0001-01-01")
	f.Add("9999-12-31")
	f.Add("0560-12-31")
	fa, _ := tongue.Of("fa")
	f.Fuzz(func(t *testing.T, iso string) {
		if fa.Day(iso) == "" && iso != "" {
			t.Errorf("%q becomes nothing", iso)
		}
	})
}

func TestNearest(t *testing.T) {
	for locale, want := range map[string]string{
		"zh-Hant-TW": "zh", "de-AT": "de", "pt-BR": "en", "ar-EG": "ar", "fa-AF": "fa", "": "en", "nonsense?": "en", "ru": "ru",
	} {
		if got := tongue.Nearest(locale).ID; got != want {
			t.Errorf("%q is answered in %s, want %s", locale, got, want)
		}
	}
}

var values = regexp.MustCompile(`%\+?(\[\d\])?[.\d]*[a-z]|%%`)

// A translation takes the values of the English form, in whatever order, and has as many forms as the
// language counts in.
func TestTranslationsTakeTheSameValues(t *testing.T) {
	verbs := func(s string, counted bool) string {
		found := values.FindAllString(s, -1)
		next := 0
		if counted && !strings.Contains(s, "%d") && !strings.Contains(s, "[") {
			next = 1 // "two versions"
		}
		for i, v := range found {
			if v != "%%" && !strings.Contains(v, "[") {
				next++
				plus, rest := "", v[1:]
				if v[1] == '+' {
					plus, rest = "+", v[2:]
				}
				found[i] = "%" + plus + "[" + string(rune('0'+next)) + "]" + rest
			}
		}
		slices.Sort(found)
		if counted {
			found = slices.DeleteFunc(found, func(v string) bool { return v == "%[1]d" })
		}
		return strings.Join(slices.Compact(found), " ")
	}
	for i := range tongue.All[1:] {
		own := &tongue.All[i+1]
		for english, word := range own.Words {
			forms := strings.Split(word, " | ")
			counted := strings.Contains(english, " | ") || len(forms) > 1
			if len(forms) > len(own.Forms) || len(forms) > 1 && len(forms) < len(own.Forms) {
				t.Errorf("%s has %d forms of %q, it counts in %d", own.ID, len(forms), english, len(own.Forms))
			}
			want := verbs(strings.Split(english, " | ")[0], counted)
			for _, form := range forms {
				if got := verbs(form, counted); got != want {
					t.Errorf("%s takes %q for %q, which has %q", own.ID, got, english, want)
				}
			}
		}
	}
}

func TestSay(t *testing.T) {
	why := []phrase.Phrase{phrase.Quoting("another name: %s against %s", "Iran", ""), phrase.Of("%[2]s has %[3]s | %[2]s have %[3]s", 2, phrase.Names{"A", "B"}, phrase.Words("Iraq"))}
	for id, want := range map[string]string{
		"en": "Another name: “Iran” against nothing. A and B have “Iraq”.",
		"de": "Anderer Name: „Iran“ gegenüber nichts. A und B haben „Iraq“.",
		"zh": "名称不同：“Iran”对空缺。A和B作“Iraq”。",
		"fa": "نام دیگر: «Iran» در برابر هیچ. در A و B: «Iraq».",
	} {
		own, _ := tongue.Of(id)
		if got := own.Sentences(why); got != want {
			t.Errorf("%s:\n got %s\nwant %s", id, got, want)
		}
	}
}
