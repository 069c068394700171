package text

import (
	"unicode"
	"unicode/utf8"
)

// ideographic reports whether r is written without blanks between words.
func ideographic(r rune) bool {
	return r >= 0x3005 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == '々' || r == '〇' || r == 'ー')
}

// ideographs appends the words of the run of ideographs and kana at raw token i and returns the
// number of the first token behind it.
func (j *joiner) ideographs(i int) int {
	end, kana := i, false
	for ; end < len(j.raw); end++ {
		r, _ := utf8.DecodeRuneInString(j.raw[end].Of(j.s))
		if !ideographic(r) {
			break
		}
		kana = kana || unicode.Is(unicode.Hiragana, r)
	}
	run := j.raw[i:end]
	d := lattice{s: j.s, run: run}
	if j.rules.lang == "ja" || kana && j.rules.lang != "zh" {
		d.words = listOf(j.rules.japanese)
	} else if d.words = listOf(j.rules.chinese); d.words != nil {
		d.simplified = j.rules.simplified()
	}
	if d.words == nil {
		j.out = append(j.out, run...)
	} else {
		j.out = append(j.out, d.cut()...)
	}
	return end
}

func listOf(list func() *wordList) *wordList {
	if list == nil {
		return nil
	}
	return list()
}
