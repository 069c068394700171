package lexicon

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hexapla/analysis/text"
)

// Key is the form in which tables hold a word: lower case, full width made half, accents and vowel
// points dropped, Arabic and Persian letters that are written alike made one.
//
// It is coarser than any norm of package text, so that tables need not be built anew when norms
// change: the key of a norm is the key of the word.
func Key(word string) string {
	if plainASCII(word) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	var base rune
	for _, r := range norm.NFKD.String(strings.ToLower(word)) {
		r = unicode.ToLower(r) // ⱽ has no lower case, the V it stands for has
		switch {
		case unicode.Is(unicode.Mn, r):
			// й is a letter of its own, and so are the voiced kana and the vowels of India.
			if r == '\u0306' && base == 'и' || unicode.Is(unicode.Hiragana, base) || unicode.Is(unicode.Katakana, base) ||
				unicode.Is(unicode.Devanagari, base) || unicode.Is(unicode.Bengali, base) {
				b.WriteRune(r)
			}
			continue
		case unicode.Is(unicode.Cf, r), r == 'ـ':
			continue
		}
		base = r
		if folded, known := alike[r]; known {
			b.WriteString(folded)
			continue
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || 'A' <= s[i] && s[i] <= 'Z' {
			return false
		}
	}
	return true
}

// alike maps letters that one language or another writes for the same thing.
var alike = map[rune]string{
	'ß': "ss", 'ı': "i", 'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe",
	'ي': "ی", 'ى': "ی", 'ك': "ک", 'ة': "ه", 'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ؤ': "و", 'ئ': "ی",
	'’': "'", 'ʼ': "'", '‘': "'", 'ς': "σ", '‐': "-", '‑': "-",
	'٠': "0", '١': "1", '٢': "2", '٣': "3", '٤': "4", '٥': "5", '٦': "6", '٧': "7", '٨': "8", '٩': "9",
	'۰': "0", '۱': "1", '۲': "2", '۳': "3", '۴': "4", '۵': "5", '۶': "6", '۷': "7", '۸': "8", '۹': "9",
}

// Forms returns the key and what is left of it without the particles that are written joined to the
// word: the Arabic conjunctions, prepositions and article, the elided article of French and Italian,
// the Hebrew prefixes, the English genitive.
func Forms(key string, lang text.Language) []string {
	forms := []string{key}
	switch lang {
	case "ar":
		for _, p := range []string{"وال", "بال", "فال", "کال", "ال", "لل", "و", "ب", "ل", "ف"} {
			if rest, ok := strings.CutPrefix(key, p); ok && len(rest) >= 4 {
				forms = append(forms, rest)
			}
		}
	case "he":
		for _, p := range []string{"ה", "ו", "ב", "ל", "מ", "ש", "כ"} {
			if rest, ok := strings.CutPrefix(key, p); ok && len(rest) >= 6 {
				forms = append(forms, rest)
			}
		}
	case "fr", "it", "ca":
		if i := strings.IndexByte(key, '\''); i >= 0 && i <= 5 && len(key) > i+1 {
			forms = append(forms, key[i+1:])
		}
	case "en":
		if rest, ok := strings.CutSuffix(key, "'s"); ok {
			forms = append(forms, rest)
		}
	}
	return forms
}

// Stem returns what a word shares with its inflected forms. It is meant for comparing two words of
// one language, not for reading.
func Stem(key string, lang text.Language) string {
	forms := Forms(key, lang)
	key = forms[len(forms)-1]
	switch lang {
	case "ar":
		return lightArabic(forms)
	case "fa":
		return cutSuffixes(key, 4, "هایی", "های", "ها", "ترین", "تر", "ان", "ات", "ی")
	case "uk", "be", "bg", "sr", "mk":
		return cutSuffixes(key, 6, slavicCyrillic...)
	case "pl", "cs", "sk", "hr", "sl":
		return cutSuffixes(key, 4, slavicLatin...)
	case "is", "lt", "lv", "el", "hi", "he", "ko", "ka", "hy":
		return truncated(key)
	}
	if len(key) < 3 {
		return key
	}
	stem, _ := text.Snowball(key, lang)
	return stem
}

var slavicCyrillic = []string{
	"ями", "ами", "ого", "ому", "ыми", "ими", "ої", "ою", "ах", "ях", "ам", "ям", "ом", "ем", "ой", "ей", "ів", "ов", "ев",
	"ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ата", "ите", "ът", "та", "то", "те", "а", "я", "о", "е", "у", "ю", "и", "і", "ы", "ь", "й",
}

var slavicLatin = []string{
	"ami", "emi", "imi", "ymi", "ach", "ech", "ich", "ych", "ego", "eho", "emu", "owi", "ovi", "ima", "ama", "ow", "ov", "om", "em", "im", "ym", "ej", "oj", "ie", "ia", "iu", "io",
	"a", "e", "i", "o", "u", "y",
}

// lightArabic drops the particles and the endings of number, gender and possession, as light
// stemmers do that win over root extraction in retrieval.
func lightArabic(forms []string) string {
	key := forms[0]
	if len(forms) > 1 {
		key = forms[1]
	}
	return cutSuffixes(key, 4, "هما", "ات", "ون", "ین", "ان", "ها", "یه", "هم", "نا", "ته", "ه", "ی")
}

// cutSuffixes drops the first suffix that fits and leaves at least least bytes.
func cutSuffixes(key string, least int, suffixes ...string) string {
	for _, s := range suffixes {
		if rest, ok := strings.CutSuffix(key, s); ok && len(rest) >= least {
			return rest
		}
	}
	return key
}

// truncated keeps most of a word, for languages without a stemmer here: endings are short compared
// to stems, and five letters tell most words apart.
func truncated(key string) string {
	runes := []rune(key)
	if len(runes) <= 5 {
		return key
	}
	return string(runes[:max(5, len(runes)-3)])
}
