package text

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	m := loaded(t)
	cases(t, "testdata/tokens.txt", func(lang Language, line string) {
		s := strings.ReplaceAll(line, "|", "")
		var got []string
		for _, token := range m.Tokens(s, lang) {
			got = append(got, token.Of(s))
		}
		if g := strings.Join(got, "|"); g != line {
			t.Errorf("%s:\n got %s\nwant %s", lang, g, line)
		}
	})
}

func TestTokenKinds(t *testing.T) {
	for s, want := range map[string]TokenKind{
		"Iran": Word, "G20": Word, "5%": Number, "٥": Number, "三百": Number, "½": Number, "1st": Number,
		"。": Punct, "...": Punct, "“": Punct, " \n": Space, "\u3000": Space, "$": Symbol, "😀": Symbol, "万一": Word, "ไทย": Word,
	} {
		tokens := loaded(t).Tokens(s, "zh")
		if tokens[0].Kind != want {
			t.Errorf("%q is of kind %d, want %d", s, tokens[0].Kind, want)
		}
	}
}

func checkTokens(t *testing.T, s string, tokens []Token) {
	t.Helper()
	at := 0
	spans := make([]Span, len(tokens))
	for i, token := range tokens {
		if token.Start != at || token.Empty() {
			t.Fatalf("%q: token %d is %v, want it to begin at %d", s, i, token.Span, at)
		}
		at = token.End
		spans[i] = token.Span
	}
	if at != len(s) {
		t.Fatalf("%q: tokens end at %d of %d", s, at, len(s))
	}
	checkGraphemes(t, s, spans)
}

func FuzzTokens(f *testing.F) {
	for _, file := range []string{"testdata/tokens.txt", "testdata/segments.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			f.Add(line, []string{"en", "zh", "fr", "ru", "ja", ""}[i%6])
		}
	}
	f.Add("l'\u0301 a'\u200db \u0600x กำ \xff\xe3 中\u0301国", "fr")
	m := loaded(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		checkTokens(t, s, m.Tokens(s, Language(lang)))
	})
}

func TestTokensHostile(t *testing.T) {
	m := loaded(t)
	for name, s := range hostile() {
		for _, lang := range []Language{"zh"} {
			tokens := m.Tokens(s, lang)
			if len(tokens) == 0 || tokens[len(tokens)-1].End != len(s) {
				t.Errorf("%s: tokens do not reach the end", name)
			}
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	m := loaded(b)
	for _, c := range []struct {
		name, unit string
		lang       Language
	}{
		{"en", "Gen. Smith told the U.S. Senate on Aug. 8 that 3.5 million \"people\" had fled. ", "en"},
		{"fa", "وزیر خارجه ایران گفت که توافق هسته‌ای به سود همه است. ", "fa"},
		{"zh", "俄罗斯总统普京八日在北京会见了王毅，双方就乌克兰局势交换了意见。", "zh"},
		{"ja", "首相は制裁に強く反対すると述べた。イランの核問題をめぐる協議を再開した。", "ja"},
	} {
		for _, size := range []int{1_000, 10_000, 100_000, 1_000_000} {
			s := strings.Repeat(c.unit, size/len(c.unit)+1)
			m.Tokens(s, c.lang) // tables are read when first needed
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					m.Tokens(s, c.lang)
				}
			})
		}
	}
}
