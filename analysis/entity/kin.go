package entity

import (
	"slices"
	"strings"
	"unicode"

	"github.com/xrash/smetrics"
)

// Kin says how likely two spellings, in any scripts, name one person, 0..1: 王群 and Wang Qun and Ван
// Цюнь; رئیسی and Raisi. A Chinese name is compared by its syllables, all others by the consonants
// that transliterations agree on; a name of one part is compared with the last part of the other.
//
// # Why not Likeness
//
// Likeness compares any two words, and a typing error may make as much as a letter. Persons of one
// family and one court differ by a letter as well, so that here every part has to agree.
func (t *Tables) Kin(a, b string) float64 {
	const longest = 120 // bytes: nobody is called more
	if a == "" || b == "" || len(a) > longest || len(b) > longest {
		return 0
	}
	if han(b) && !han(a) {
		a, b = b, a
	}
	x, y := nameParts(a), nameParts(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	switch {
	case han(a) && han(b):
		if a == b {
			return 1
		}
		return 0
	case t != nil && han(a):
		return t.kinOfHan(a, y)
	}
	if t != nil {
		if sure, ok := t.kinOfSyllables(x, y); ok {
			return sure
		}
	}
	return kinOfParts(x, y)
}

// How sure a match is: syllables are shared by several characters, consonants by several names, and
// one part of a name by several persons.
const (
	bySyllables  = 0.95
	byConsonants = 0.92
	byFew        = 0.75
	byOnePart    = 0.85
)

// kinOfHan compares a name in Chinese characters with the parts of another.
func (t *Tables) kinOfHan(name string, parts []string) float64 {
	best := 0.0
	for _, reading := range t.pinyin.read(strings.NewReplacer("·", "", " ", "").Replace(name)) {
		switch {
		case cyrillic(parts[0]):
			best = max(best, kinOfPalladius(reading, parts))
		case arabic(parts[0]):
			best = max(best, 0.95*kinOfParts(sounds(reading), parts))
		case strings.ReplaceAll(romanise(strings.Join(parts, "")), "lyu", "lv") == strings.Join(reading, ""):
			return bySyllables
		}
		// 莱希, a foreign name written by its sound
		if len(reading) > 1 && !strings.Contains(strings.Join(parts, " "), reading[0]) {
			best = max(best, byFew*kinOfParts([]string{liquid(strings.Join(sounds(reading), ""))}, []string{liquid(last(parts))}))
		}
	}
	return best
}

// kinOfSyllables compares a Chinese name in Latin letters with one in Cyrillic. ok is false where
// neither script nor syllables are such.
func (t *Tables) kinOfSyllables(x, y []string) (float64, bool) {
	if cyrillic(x[0]) {
		x, y = y, x
	}
	if !cyrillic(y[0]) || cyrillic(x[0]) || arabic(x[0]) {
		return 0, false
	}
	var reading []string
	for _, part := range x {
		syllables := t.pinyin.split(part)
		if syllables == nil {
			return 0, false
		}
		reading = append(reading, syllables...)
	}
	if sure := kinOfPalladius(reading, y); sure > 0 {
		return sure, true
	}
	return 0, false
}

// kinOfPalladius compares syllables with a name in Cyrillic, endings of its cases aside.
func kinOfPalladius(reading, parts []string) float64 {
	var b strings.Builder
	for _, syllable := range reading {
		b.WriteString(palladius(syllable))
	}
	want, have := unsigned.Replace(b.String()), unsigned.Replace(strings.Join(parts, ""))
	if want == have {
		return bySyllables
	}
	if rest, ok := strings.CutPrefix(have, want); ok && want != "" && len([]rune(rest)) <= 2 {
		return bySyllables - 0.02
	}
	return 0
}

// unsigned leaves out the signs by which transcriptions differ.
var unsigned = strings.NewReplacer("ь", "", "ъ", "", "ё", "е")

// sounds writes syllables as other scripts hear them: qun is chun, xi is shi.
func sounds(reading []string) []string {
	out := make([]string, len(reading))
	for i, s := range reading {
		switch s[0] {
		case 'q':
			s = "ch" + s[1:]
		case 'x':
			s = "sh" + s[1:]
		case 'c':
			if !strings.HasPrefix(s, "ch") {
				s = "ts" + s[1:]
			}
		}
		out[i] = s
	}
	if len(out) > 1 {
		return []string{out[0], strings.Join(out[1:], "")}
	}
	return out
}

// liquid lets l stand for r, which Chinese has not at the head of foreign names.
func liquid(s string) string { return strings.ReplaceAll(romanise(s), "r", "l") }

// kinOfParts compares two names part by part: the last ones, and the first ones where both have two.
func kinOfParts(x, y []string) float64 {
	sure := kinOfWords(last(x), last(y))
	if len(x) > 1 && len(y) > 1 {
		return min(sure, kinOfWords(x[0], y[0]))
	}
	if len(x) > 1 || len(y) > 1 {
		sure *= byOnePart
	}
	return sure
}

// kinOfWords compares two words by letters and by consonants.
func kinOfWords(a, b string) float64 {
	x, y := romanise(a), romanise(b)
	if x == "" || y == "" {
		return 0
	}
	if x == y {
		return 1
	}
	p, q := bones(x, arabic(a), arabic(b)), bones(y, arabic(b), arabic(a))
	switch {
	case p == "" || q == "":
		return 0
	case p == q && len(p) > 2:
		return byConsonants
	case p == q && (arabic(a) != arabic(b) || (p[0] == x[0]) == (q[0] == y[0])):
		return byFew
	case x[0] != y[0] && p[0] != q[0] || len(p) < 3 || len(q) < 3:
		return 0
	}
	if alike := smetrics.JaroWinkler(p, q, 0.7, 2); alike > 0.85 {
		return alike * byFew
	}
	return 0
}

// bones are the consonants of a romanised word by class. Waw and yeh in Arabic letters may be vowels,
// and what is v elsewhere is feh there.
func bones(s string, isArabic, otherArabic bool) string {
	if otherArabic && !isArabic && s != "" {
		s = s[:1] + inArabic.Replace(s[1:])
	}
	s = boneClasses.Replace(s)
	var b strings.Builder
	last := rune(0)
	for i, r := range s {
		if strings.ContainsRune("aeiouyh'", r) || isArabic && r == 'v' && i > 0 {
			if r != 'h' {
				last = 0
			}
			continue
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// inArabic writes what Latin letters tell of v and w as Arabic letters do.
var inArabic = strings.NewReplacer("w", "", "v", "f")

// boneClasses folds what transliterations of one sound differ in.
var boneClasses = strings.NewReplacer("sch", "s", "tch", "s", "dzh", "s", "tsh", "s", "zh", "s", "sh", "s", "ch", "s", "ts", "s", "tz", "s", "dj", "s", "j", "s", "z", "s",
	"kh", "k", "gh", "k", "ck", "k", "q", "k", "g", "k", "c", "k", "x", "k", "ph", "f", "th", "t", "dh", "d", "w", "v")

// nameParts are the words of a name in lower case; a hyphen joins.
func nameParts(name string) []string {
	return strings.FieldsFunc(joined.Replace(strings.ToLower(name)), func(r rune) bool {
		return unicode.IsSpace(r) || r == '·'
	})
}

var joined = strings.NewReplacer("-", "", "‑", "", "\u200c", "", "’", "", "'", "")

func last(parts []string) string { return parts[len(parts)-1] }

func cyrillic(s string) bool { return inScript(s, unicode.Cyrillic) }
func arabic(s string) bool   { return inScript(s, unicode.Arabic) }

func inScript(s string, script *unicode.RangeTable) bool {
	return slices.ContainsFunc([]rune(s), func(r rune) bool { return unicode.Is(script, r) })
}

// KinKeys are keys of which two names share at least one if Kin may find them akin: the first
// consonants of their parts, by class. They let many names be compared without comparing all.
func (t *Tables) KinKeys(name string) []string {
	var out []string
	add := func(word string) {
		word = romanise(word)
		key := bones(word, false, false)
		if word != "" && word[0] == 'h' {
			key = "k" + key // Cyrillic writes kh
		}
		key = key[:min(1, len(key))]
		if key == "f" {
			key = "v" // Arabic letters have one for both
		}
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	parts := nameParts(name)
	if t != nil && han(name) {
		parts = nil
		for _, reading := range t.pinyin.read(strings.NewReplacer("·", "", " ", "").Replace(name)) {
			for _, s := range sounds(reading) {
				parts = append(parts, s)
				if s[0] == 'r' {
					parts = append(parts, "zh")
				}
				if s[0] == 'l' {
					parts = append(parts, "r"+s[1:])
				}
			}
		}
	}
	for _, p := range parts {
		add(p)
	}
	return out
}
