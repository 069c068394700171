package entity

import (
	"io/fs"
	"strings"
	"unicode"
)

// pinyin is how Chinese characters are read.
type pinyin struct {
	readings  map[rune][]string // syllables without tone, ü as v
	syllables map[string]bool
}

// loadPinyin reads the characters by syllable.
func loadPinyin(fsys fs.FS) (pinyin, error) {
	p := pinyin{readings: map[rune][]string{}, syllables: map[string]bool{}}
	err := eachLine(fsys, "pinyin.tsv", 2, func(f []string) error {
		p.syllables[f[0]] = true
		for _, r := range f[1] {
			p.readings[r] = append(p.readings[r], f[0])
		}
		return nil
	})
	return p, err
}

// mostReadings bounds how many readings of one name are tried: few characters have two.
const mostReadings = 8

// read returns the readings of a word in Chinese characters, syllable by syllable; none for another word.
func (p pinyin) read(word string) [][]string {
	out := [][]string{nil}
	for _, r := range word {
		var next [][]string
		for _, head := range out {
			for _, syllable := range p.readings[r] {
				if len(next) < mostReadings {
					next = append(next, append(head[:len(head):len(head)], syllable))
				}
			}
		}
		out = next
	}
	if word == "" {
		return nil
	}
	return out
}

// split parts a Latin word into the syllables that it is written with, the fewest; nil where it is
// no Chinese word.
func (p pinyin) split(word string) []string {
	word = strings.ReplaceAll(strings.ToLower(word), "ü", "v")
	const longest = 6
	best := make([][]string, len(word)+1)
	best[0] = []string{}
	for end := 1; end <= len(word); end++ {
		for start := max(0, end-longest); start < end; start++ {
			if best[start] != nil && p.syllables[word[start:end]] && (best[end] == nil || len(best[start])+1 < len(best[end])) {
				best[end] = append(best[start][:len(best[start]):len(best[start])], word[start:end])
			}
		}
	}
	if len(best[len(word)]) == 0 {
		return nil
	}
	return best[len(word)]
}

// palladius writes a syllable in Cyrillic, as Russian does since Palladius: qun is цюнь.
func palladius(syllable string) string {
	if s, ok := palladiusWhole[syllable]; ok {
		return s
	}
	for _, length := range []int{2, 1} {
		if len(syllable) <= length {
			continue
		}
		initial, final := syllable[:length], syllable[length:]
		head, ok := palladiusInitials[initial]
		if !ok {
			continue
		}
		if strings.Contains("jqx", initial) && final[0] == 'u' {
			final = "v" + final[1:]
		}
		if tail, ok := palladiusFinals[final]; ok {
			return head + tail
		}
	}
	return palladiusFinals[syllable]
}

var palladiusInitials = map[string]string{
	"b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х", "j": "цз", "q": "ц", "x": "с",
	"zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с", "y": "", "w": "",
}

var palladiusFinals = map[string]string{
	"a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан", "eng": "эн", "ong": "ун",
	"i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн",
	"u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ue": "юэ",
	"v": "юй", "ve": "юэ", "van": "юань", "vn": "юнь", "er": "эр",
}

// palladiusWhole are the syllables that do not follow from initial and final.
var palladiusWhole = map[string]string{
	"zi": "цзы", "ci": "цы", "si": "сы", "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "hui": "хуэй",
	"ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн", "yi": "и",
	"yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "wu": "у", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань",
	"wen": "вэнь", "wang": "ван", "weng": "вэн",
}

// han reports whether a name is written in Chinese characters throughout.
func han(name string) bool {
	for _, r := range name {
		if !unicode.Is(unicode.Han, r) && r != '·' && r != ' ' {
			return false
		}
	}
	return name != ""
}
