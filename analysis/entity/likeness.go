package entity

import (
	"strings"
	"unicode"

	"github.com/xrash/smetrics"
	"golang.org/x/text/unicode/norm"
)

// Likeness says how likely two spellings, in any alphabets, are of one name, 0..1. It compares
// letters and, as vowels change most from tongue to tongue, consonants alone. Han signs are not
// compared by sound: two different ones are not alike.
func Likeness(a, b string) float64 {
	x, y := romanise(a), romanise(b)
	if x == "" || y == "" {
		return 0
	}
	if x == y {
		return 1
	}
	letters := smetrics.JaroWinkler(x, y, 0.7, 3)
	p, q := skeleton(x), skeleton(y)
	if p == "" || q == "" {
		return letters
	}
	if p == q && len(p) > 1 {
		return max(letters, 0.9)
	}
	return (letters + smetrics.JaroWinkler(p, q, 0.7, 2)) / 2
}

// romanise writes a name in plain Latin letters; blanks and marks fall away.
func romanise(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch latin, ok := latinLetters[r]; {
		case ok:
			b.WriteString(latin)
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Han, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// skeleton is the consonants by class, doubled ones once; sounds that alphabets confuse are one
// class.
func skeleton(s string) string {
	s = strings.NewReplacer("sh", "s", "ch", "s", "zh", "s", "kh", "h", "gh", "g", "ph", "f", "th", "t", "ts", "s", "x", "ks", "q", "k", "c", "k").Replace(s)
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		switch r {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', '\'':
			continue
		case 'v', 'w':
			r = 'v'
		case 'z', 'j':
			r = 's'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

var latinLetters = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'к': "k", 'л': "l", 'м': "m",
	'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh",
	'щ': "sh", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya", 'і': "i", 'є': "e", 'ґ': "g",
	'ا': "a", 'أ': "a", 'إ': "i", 'آ': "a", 'ب': "b", 'پ': "p", 'ت': "t", 'ث': "s", 'ج': "j", 'چ': "ch", 'ح': "h", 'خ': "kh",
	'د': "d", 'ذ': "z", 'ر': "r", 'ز': "z", 'ژ': "zh", 'س': "s", 'ش': "sh", 'ص': "s", 'ض': "z", 'ط': "t", 'ظ': "z", 'ع': "",
	'غ': "gh", 'ف': "f", 'ق': "gh", 'ک': "k", 'ك': "k", 'گ': "g", 'ل': "l", 'م': "m", 'ن': "n", 'و': "v", 'ه': "h", 'ة': "a",
	'ی': "i", 'ي': "i", 'ى': "a", 'ئ': "", 'ء': "",
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m",
	'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f", 'χ': "ch", 'ψ': "ps", 'ω': "o",
	'ß': "ss", 'ø': "o", 'æ': "ae", 'ł': "l", 'đ': "d", 'ı': "i",
}
