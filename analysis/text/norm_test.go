package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// same lists words that a fold makes equal, and different ones that it leaves apart.
var same = []struct {
	lang  Language
	fold  Fold
	words string
}{
	{"en", FoldCase, "Iran IRAN iran"},
	{"tr", FoldCase, "IĞDIR ığdır"},
	{"el", FoldCase, "ΛΌΓΟΣ λόγος"},
	{"zh", FoldWidth, "ＡＢＣ ABC"},
	{"ja", FoldWidth, "ｲﾗﾝ イラン"},
	{"en", FoldQuotes, "“ ” \" „ « ``"},
	{"en", FoldQuotes, "– — - --"},
	{"en", FoldQuotes, "can't can’t"},
	{"en", FoldDigits, "5 five Five ٥ ۵ ５ 五"},
	{"en", FoldDigits, "1,234,567 1234567 1٬234٬567"},
	{"en", FoldDigits, "25 twenty-five"},
	{"en", FoldDigits, "1st first"},
	{"de", FoldDigits, "1.234,5 1234,5 1234.5"},
	{"ru", FoldDigits, "1\u00A0200\u00A0000 1200000 120万"},
	{"zh", FoldDigits, "3200000 三百二十万 320万 ３２０万"},
	{"zh", FoldDigits, "2008 二〇〇八 ２００８"},
	{"zh", FoldDigits, "120000000 1.2亿 一亿二千万"},
	{"zh", FoldDigits, "15 十五"},
	{"zh", FoldDigits, "5% 百分之五 ５％"},
	{"ja", FoldDigits, "12000 1万2千 一万二千 12,000"},
	{"zh", FoldDigits, "1000000000000 一万亿 1万亿"},
	{"fa", FoldDigits, "12.5% ۱۲٫۵٪"},
	{"de", FoldDigits, "5 fünf"},
	{"ru", FoldDigits, "5 пять пяти"},
	{"ar", FoldDigits, "5 خمسة ٥"},
	{"hi", FoldDigits, "5 पांच ५"},
	{"fr", FoldDiacritics, "élève eleve"},
	{"de", FoldDiacritics, "Straße Strasse"},
	{"ru", FoldDiacritics, "ещё еще"},
	{"fa", FoldDiacritics, "کتاب كتاب کتــاب"},
	{"fa", FoldDiacritics, "می\u200cگوید ميگوید"},
	{"ar", FoldDiacritics, "مُحَمَّد محمد"},
	{"ar", FoldDiacritics, "أحمد احمد"},
	{"he", FoldDiacritics, "שָׁלוֹם שלום"},
	{"zh", FoldVariants, "國際 国际"},
	{"en", FoldVariants, "colour color"},
	{"en", FoldVariants, "Programme Program"},
	{"en", FoldVariants, "organised organized"},
	{"en", FoldVariants, "U.S. US"},
	{"en", FoldVariants, "U.N. UN"},
	{"en", FoldHyphens, "e-mail email e‑mail"},
	{"en", FoldInflection | FoldCase, "agree agreed agrees Agreeing"},
	{"en", FoldInflection, "say said says saying"},
	{"en", FoldInflection, "talk talks talked talking"},
	{"en", FoldInflection, "make makes made making"},
	{"en", FoldInflection, "stop stops stopped stopping"},
	{"en", FoldInflection, "country countries country's"},
	{"en", FoldInflection, "sanction sanctions sanctioned"},
	{"en", FoldInflection, "child children"},
	{"ru", FoldInflection, "санкции санкций санкциями"},
	{"uk", FoldInflection, "санкції санкцій санкціями"},
	{"de", FoldInflection, "Sanktion Sanktionen"},
	{"fr", FoldInflection, "sanction sanctions"},
	{"ar", FoldInflection, "الرئيس رئيس والرئيس"},
	{"fa", FoldInflection, "تحریم تحریم‌ها تحریمها"},
	{"ko", FoldInflection, "대통령은 대통령이 대통령"},
	{"en", FoldPunctuation, ", . ;"},
}

var different = []struct {
	lang  Language
	fold  Fold
	words string
}{
	{"en", 0, "Iran iran"},
	{"en", FoldDefault, "US us"},
	{"en", FoldDefault, "am a.m."},
	{"en", FoldDefault, "agree agreed"},
	{"en", FoldDefault, "Iran Iraq"},
	{"en", FoldDefault | FoldInflection, "universe university"},
	{"en", FoldDefault | FoldInflection, "minister ministry"},
	{"en", FoldDefault | FoldInflection, "thing th"},
	{"en", FoldDefault, "5 50 5%"},
	{"de", FoldDefault, "1 eine"}, // an article as well
	{"ru", FoldDefault, "мой мои"},
	{"ja", FoldDefault, "か が"},
	{"hi", FoldDefault, "की का"},
	{"zh", FoldDefault, "国际 国家"},
	{"zh", FoldDefault, "万一 1"},
	{"en", FoldDefault, ", ."},
}

func TestNormSame(t *testing.T) {
	m := loaded(t)
	for _, c := range same {
		words := strings.Split(c.words, " ")
		want := m.Norm(words[0], c.lang, c.fold)
		for _, w := range words[1:] {
			if got := m.Norm(w, c.lang, c.fold); got != want {
				t.Errorf("%s, fold %b: %s becomes %q, but %s becomes %q", c.lang, c.fold, w, got, words[0], want)
			}
		}
	}
}

func TestNormDifferent(t *testing.T) {
	m := loaded(t)
	for _, c := range different {
		seen := map[string]string{}
		for _, w := range strings.Split(c.words, " ") {
			n := m.Norm(w, c.lang, c.fold)
			if other, ok := seen[n]; ok {
				t.Errorf("%s, fold %b: %s and %s both become %q", c.lang, c.fold, w, other, n)
			}
			seen[n] = w
		}
	}
}

// TestNormOneByOne holds each fold to its own distinction: what another fold equates, it does not.
func TestNormOneByOne(t *testing.T) {
	m := loaded(t)
	for _, pair := range []struct {
		fold Fold
		a, b string
		lang Language
	}{
		{FoldCase, "Iran", "iran", "en"},
		{FoldWidth, "Ａ", "A", "en"},
		{FoldQuotes, "can't", "can’t", "en"},
		{FoldDigits, "five", "5", "en"},
		{FoldDiacritics, "é", "e", "fr"},
		{FoldVariants, "國", "国", "zh"},
		{FoldHyphens, "e-mail", "email", "en"},
		{FoldInflection, "talks", "talk", "en"},
		{FoldPunctuation, ",", ";", "en"},
	} {
		for fold := FoldCase; fold <= FoldPunctuation; fold <<= 1 {
			same := m.Norm(pair.a, pair.lang, fold) == m.Norm(pair.b, pair.lang, fold)
			if same != (fold == pair.fold) {
				t.Errorf("fold %b on %s and %s: same is %v", fold, pair.a, pair.b, same)
			}
		}
	}
}

func FuzzNorm(f *testing.F) {
	for _, c := range same {
		for _, w := range strings.Split(c.words, " ") {
			f.Add(w, string(c.lang), uint32(c.fold))
		}
	}
	f.Add("'s", "en", uint32(FoldInflection))
	f.Add("''s", "en", uint32(FoldInflection|FoldDiacritics))
	m := loaded(f)
	f.Fuzz(func(t *testing.T, s, lang string, fold uint32) {
		n := m.Norm(s, Language(lang), Fold(fold))
		if n == "" && s != "" && Fold(fold)&FoldPunctuation == 0 {
			t.Fatalf("%q vanishes", s)
		}
		if utf8.ValidString(s) && !utf8.ValidString(n) {
			t.Fatalf("%q becomes broken: %q", s, n)
		}
	})
}

func BenchmarkNorm(b *testing.B) {
	m := loaded(b)
	words := strings.Fields("The United States and Iran resumed negotiations on five organised programmes yesterday")
	for _, fold := range []Fold{FoldDefault, FoldDefault | FoldInflection} {
		b.Run(map[bool]string{false: "default", true: "inflection"}[fold&FoldInflection != 0], func(b *testing.B) {
			for b.Loop() {
				for _, w := range words {
					m.Norm(w, "en", fold)
				}
			}
		})
	}
}
