package align

import (
	"strings"
	"unicode"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// lookalikes couples words of two languages that are spelled or sound alike: names and loan words.
func lookalikes(a, b *sideWords, han *lexicon.Han) []couple {
	shapesA, shapesB := shapes(a, han), shapes(b, han)
	head := 2
	for n := len(b.words); n > 5000 && head < 4; n /= 10 {
		head++
	}
	byHead := map[string][]wordID{}
	for j, s := range shapesB {
		if len(s) >= 4 {
			byHead[s[:head]] = append(byHead[s[:head]], wordID(j))
		}
	}
	crossScript := scriptOf(a) != scriptOf(b)
	var out []couple
	for i, s := range shapesA {
		if _, equal := b.byStem[a.words[i].stem]; equal || len(s) < 4 {
			continue
		}
		var best []guess
		candidates := byHead[s[:head]]
		if len(candidates) > crowd {
			continue
		}
		for _, j := range candidates {
			t := shapesB[j]
			if len(t)*2 < len(s) || len(s)*2 < len(t) || crossScript && !a.words[i].name && !b.words[j].name {
				continue
			}
			if sim := resemblance(s, t); sim >= 0.65 {
				best = insert(best, guess{int32(i), int32(j), float32(sim)}, closest)
			}
		}
		for _, g := range best {
			out = append(out, couple{wordID(i), wordID(g.b), g.score * g.score * 0.8})
		}
	}
	return out
}

const (
	closest = 3    // lookalikes of a word: the fourth is a chance resemblance
	crowd   = 1000 // words with the same head that are looked at; a commoner head tells nothing
)

// shapes spells every word in Latin letters, "" for what has no letters.
func shapes(w *sideWords, han *lexicon.Han) []string {
	out := make([]string, len(w.words))
	for i, x := range w.words {
		if x.kind == text.Word {
			out[i] = latin(x.stem, han)
		}
	}
	return out
}

// scriptOf tells the script of most words, by a letter of it.
func scriptOf(w *sideWords) string {
	count := map[string]int{}
	for _, x := range w.words {
		for _, r := range x.key {
			count[scriptName(r)]++
			break
		}
	}
	best := ""
	for _, name := range []string{"latin", "cyrillic", "arabic", "han", "other"} {
		if count[name] > count[best] {
			best = name
		}
	}
	return best
}

func scriptName(r rune) string {
	switch {
	case unicode.Is(unicode.Latin, r):
		return "latin"
	case unicode.Is(unicode.Cyrillic, r):
		return "cyrillic"
	case unicode.Is(unicode.Arabic, r):
		return "arabic"
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return "han"
	}
	return "other"
}

// resemblance is twice the letters in the longest common subsequence over all letters, with the
// letters that languages spell differently made one.
func resemblance(s, t string) float64 {
	if len(s) > 30 || len(t) > 30 {
		return 0
	}
	var row [31]int
	for i := 0; i < len(s); i++ {
		diagonal := 0
		for j := 0; j < len(t); j++ {
			up := row[j+1]
			switch {
			case s[i] == t[j]:
				row[j+1] = diagonal + 1
			case row[j] > up:
				row[j+1] = row[j]
			}
			diagonal = up
		}
	}
	return 2 * float64(row[len(t)]) / float64(len(s)+len(t))
}

// latin spells a key in plain Latin letters, sounds that alphabets write differently made one.
func latin(s string, han *lexicon.Han) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case unicode.Is(unicode.Han, r):
			b.WriteString(han.Pinyin(r))
		case unicode.Is(unicode.Hangul, r):
			b.WriteString(hangul(r))
		default:
			b.WriteString(letters[r])
		}
	}
	return sounds.Replace(b.String())
}

// sounds makes one what languages write differently for the same sound.
var sounds = strings.NewReplacer("sch", "s", "tch", "c", "ch", "c", "sh", "s", "ph", "f", "th", "t", "kh", "h", "ck", "k", "qu", "k", "q", "k",
	"ou", "u", "w", "v", "j", "i", "y", "i", "zh", "z", "cz", "c", "sz", "s", "x", "ks", "ee", "i", "oo", "u",
	"ll", "l", "ss", "s", "tt", "t", "nn", "n", "mm", "m", "rr", "r", "pp", "p", "ff", "f", "bb", "b", "dd", "d", "gg", "g", "cc", "c", "aa", "a", "ii", "i")

// letters spells the alphabets; vowels that a script does not write are left out on that side.
var letters = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'є': "e", 'ж': "z", 'з': "z", 'и': "i", 'і': "i", 'ї': "i", 'й': "i",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ў': "u", 'ф': "f", 'х': "h",
	'ц': "c", 'ч': "c", 'ш': "s", 'щ': "s", 'ъ': "", 'ы': "i", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia", 'ђ': "d", 'ј': "i", 'љ': "l", 'њ': "n", 'ћ': "c", 'џ': "d",
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "t", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m", 'ν': "n", 'ξ': "ks",
	'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'τ': "t", 'υ': "i", 'φ': "f", 'χ': "h", 'ψ': "ps", 'ω': "o",
	'ا': "a", 'ب': "b", 'پ': "p", 'ت': "t", 'ث': "s", 'ج': "i", 'چ': "c", 'ح': "h", 'خ': "h", 'د': "d", 'ذ': "z", 'ر': "r", 'ز': "z", 'ژ': "z",
	'س': "s", 'ش': "s", 'ص': "s", 'ض': "z", 'ط': "t", 'ظ': "z", 'ع': "a", 'غ': "g", 'ف': "f", 'ق': "k", 'ک': "k", 'گ': "g", 'ل': "l", 'م': "m",
	'ن': "n", 'و': "v", 'ه': "h", 'ی': "i",
	'א': "a", 'ב': "b", 'ג': "g", 'ד': "d", 'ה': "h", 'ו': "v", 'ז': "z", 'ח': "h", 'ט': "t", 'י': "i", 'כ': "k", 'ך': "k", 'ל': "l", 'מ': "m", 'ם': "m",
	'נ': "n", 'ן': "n", 'ס': "s", 'ע': "a", 'פ': "p", 'ף': "p", 'צ': "c", 'ץ': "c", 'ק': "k", 'ר': "r", 'ש': "s", 'ת': "t",
	'ア': "a", 'イ': "i", 'ウ': "u", 'エ': "e", 'オ': "o", 'カ': "ka", 'キ': "ki", 'ク': "ku", 'ケ': "ke", 'コ': "ko", 'ガ': "ga", 'ギ': "gi", 'グ': "gu", 'ゲ': "ge", 'ゴ': "go",
	'サ': "sa", 'シ': "si", 'ス': "su", 'セ': "se", 'ソ': "so", 'ザ': "za", 'ジ': "ii", 'ズ': "zu", 'ゼ': "ze", 'ゾ': "zo", 'タ': "ta", 'チ': "ci", 'ツ': "cu", 'テ': "te", 'ト': "to",
	'ダ': "da", 'デ': "de", 'ド': "do", 'ナ': "na", 'ニ': "ni", 'ヌ': "nu", 'ネ': "ne", 'ノ': "no", 'ハ': "ha", 'ヒ': "hi", 'フ': "fu", 'ヘ': "he", 'ホ': "ho",
	'バ': "ba", 'ビ': "bi", 'ブ': "bu", 'ベ': "be", 'ボ': "bo", 'パ': "pa", 'ピ': "pi", 'プ': "pu", 'ペ': "pe", 'ポ': "po", 'マ': "ma", 'ミ': "mi", 'ム': "mu", 'メ': "me", 'モ': "mo",
	'ヤ': "ia", 'ユ': "iu", 'ヨ': "io", 'ャ': "ia", 'ュ': "iu", 'ョ': "io", 'ラ': "ra", 'リ': "ri", 'ル': "ru", 'レ': "re", 'ロ': "ro", 'ワ': "va", 'ン': "n", 'ヴ': "v",
	'ァ': "a", 'ィ': "i", 'ェ': "e", 'ォ': "o",
}

// hangul spells a syllable by its three parts.
func hangul(r rune) string {
	if r < 0xAC00 || r > 0xD7A3 {
		return ""
	}
	n := int(r - 0xAC00)
	return hangulHeads[n/588] + hangulVowels[n%588/28] + hangulTails[n%28]
}

var (
	hangulHeads  = strings.Split("g k n d t r m b p s s  i c c k t p h", " ")
	hangulVowels = strings.Split("a e ia ie eo e ieo ie o va ve ve io u vo ve vi iu eu ui i", " ")
	hangulTails  = strings.Split(" k k k n n n t l k m l l l p l m p p t t ng t t k t p t", " ")
)
