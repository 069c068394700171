package entity

import (
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"

	"hexapla/analysis/text"
)

// numeral is what a word for a number does.
type numeral struct {
	kind  numeralKind
	value float64
}

type numeralKind uint8

const (
	unit     numeralKind = iota + 1 // adds: seven, twenty, doscientos
	times                           // multiplies: hundred, million
	ordinal                         // third
	fraction                        // half
	vague                           // thousands of
	and                             // joins: one hundred and five
	percent                         // follows: five percent
	pair                            // both
	many                            // multiplies, and alone is vague: тысячи, millions
)

var numeralKinds = map[string]numeralKind{
	"unit": unit, "times": times, "ordinal": ordinal, "fraction": fraction, "vague": vague, "and": and, "percent": percent, "pair": pair, "many": many,
}

func (t *Tables) loadNumbers(fsys fs.FS) error {
	return eachLine(fsys, "numbers.tsv", 4, func(f []string) error {
		kind, ok := numeralKinds[f[1]]
		if !ok {
			return fmt.Errorf("unknown kind %q", f[1])
		}
		value, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return err
		}
		lang := text.Language(f[0])
		if t.numbers[lang] == nil {
			t.numbers[lang] = map[string]numeral{}
		}
		for _, word := range strings.Split(f[3], "|") {
			t.numbers[lang][foldWord(word)] = numeral{kind, value}
		}
		return nil
	})
}

// quantity is a number found among lexemes.
type quantity struct {
	value   float64
	percent bool
	vague   bool // "thousands": at least so many
	ordinal bool
	weak    bool // "one", "first", "second": often no number at all
	words   bool // spelled out
	n       int  // lexemes used
}

// Value is the comparable form.
func (q quantity) Value() string {
	v := strconv.FormatFloat(math.Round(q.value*1e6)/1e6, 'f', -1, 64)
	switch {
	case q.vague:
		return v + "+"
	case q.percent:
		return v + "%"
	}
	return v
}

// numberAt reads the number that begins at lexeme i; n is 0 if none does.
func (t *Tables) numberAt(ls []lexeme, i int, lang text.Language) quantity {
	words := t.numbers[lang]
	var q quantity
	switch {
	case ls[i].isNumber():
		q = digitsAt(ls, i, words)
	case lang.Spaceless():
		q = hanNumberAt(ls, i)
	default:
		q = wordsAt(ls, i, words, lang)
	}
	if q.n == 0 {
		return q
	}
	q = percentAfter(ls, i, q, words)
	if k := i + q.n; lang.Spaceless() && !q.percent && k < len(ls) && classifiers[ls[k].word] {
		q.n++
	}
	return q
}

// digitsAt reads digits and the multipliers after them: 1.2 million, 120万, 3bn.
func digitsAt(ls []lexeme, i int, words map[string]numeral) quantity {
	q := quantity{value: ls[i].value, n: 1}
	for i+q.n < len(ls) {
		next := ls[i+q.n]
		if next.mark == '-' && !next.glued {
			break
		}
		if v, ok := hanTimes[next.word]; ok {
			q.value *= v
		} else if w, ok := words[next.word]; ok && (w.kind == times || w.kind == many || w.kind == vague && w.value >= 1000) {
			q.value *= w.value
		} else {
			break
		}
		q.n++
	}
	if i+q.n < len(ls) && ls[i].plain && ls[i+q.n].glued {
		switch ls[i+q.n].word {
		case "st", "nd", "rd", "th":
			q.n++
			q.ordinal = true
		}
	}
	return q
}

// wordsAt reads a number in words: two hundred and five thousand; fünfundzwanzig; a third.
func wordsAt(ls []lexeme, i int, words map[string]numeral, lang text.Language) quantity {
	var total, current, last float64
	last = math.Inf(1)
	used, k := 0, i
	for ; k < len(ls); k++ {
		if ls[k].mark == '-' && used > 0 && ls[k].glued {
			continue // twenty-five
		}
		w, ok := lookUp(words, ls[k].word, lang)
		if !ok || ls[k].word == "" {
			break
		}
		alone := used == 0 && w.kind == many
		if w.kind == many {
			w.kind = times
		}
		switch {
		case alone:
			return quantity{value: w.value, n: 1, vague: true, words: true}
		case used == 0 && w.kind == vague && manyFollow(ls, k+1, words) > 0:
			n := manyFollow(ls, k+1, words)
			return quantity{value: w.value * words[ls[k+n].word].value, n: n + 1, vague: true, words: true}
		case lang == "fr" && w.value == 20 && math.Mod(current, 100) == 4:
			current += 76 // quatre-vingts
			last = 80
		case w.kind == unit && w.value < last && (used == 0 || fits(current, w.value)):
			current += w.value
			last = w.value
		case w.kind == times && used > 0 && w.value > current && w.value <= 100:
			current *= w.value
			last = w.value
		case w.kind == times && w.value >= 1000 && (used > 0 || lang != "en"):
			total += max(current, 1) * w.value
			current, last = 0, w.value
		case w.kind == times && w.value == 100 && used == 0 && lang != "en":
			current, last = 100, 100
		case w.kind == and && used > 0 && last >= 100 && unitFollows(ls, k+1, words, lang):
			continue
		case used == 0 && (w.kind == fraction || w.kind == ordinal || w.kind == vague || w.kind == pair):
			return quantity{value: w.value, n: 1, ordinal: w.kind == ordinal, vague: w.kind == vague,
				words: true, weak: w.kind == pair || w.kind == ordinal && w.value <= 2}
		case used > 0 && w.kind == ordinal && w.value < last && fits(current, w.value):
			return quantity{value: total + current + w.value, n: k + 1 - i, ordinal: true, words: true}
		case used > 0 && w.kind == fraction:
			return quantity{value: (total + current) * w.value, n: k + 1 - i, words: true}
		default:
			ok = false
		}
		if !ok {
			break
		}
		used = k + 1 - i
	}
	if used == 0 {
		return quantity{}
	}
	value := total + current
	return quantity{value: value, n: used, words: true, weak: value == 1 && used == 1}
}

// manyFollow returns how many lexemes on the scale stands that a vague number multiplies: tens of
// thousands, сотни тысяч, dizaines de milliards; 0 if none does.
func manyFollow(ls []lexeme, k int, words map[string]numeral) int {
	n := 1
	if k < len(ls) && (ls[k].word == "of" || ls[k].word == "de" || ls[k].word == "von") {
		k++
		n++
	}
	if k >= len(ls) || ls[k].word == "" {
		return 0
	}
	if w := words[ls[k].word]; (w.kind == many || w.kind == vague || w.kind == times) && w.value >= 1000 {
		return n
	}
	return 0
}

// fits reports whether a unit can follow what was read: twenty five, two hundred five; not five six.
func fits(current, v float64) bool {
	switch {
	case current == 0:
		return true
	case v < 10:
		return math.Mod(current, 10) == 0
	case v < 100:
		tens := math.Mod(current, 100)
		return tens == 0 || v < 20 && (tens == 60 || tens == 80) // soixante-dix
	}
	return false
}

func unitFollows(ls []lexeme, k int, words map[string]numeral, lang text.Language) bool {
	if k >= len(ls) {
		return false
	}
	w, ok := lookUp(words, ls[k].word, lang)
	return ok && (w.kind == unit || w.kind == ordinal)
}

// lookUp finds a word for a number; German compounds are taken apart.
func lookUp(words map[string]numeral, word string, lang text.Language) (numeral, bool) {
	if w, ok := words[word]; ok {
		return w, true
	}
	if lang == "de" {
		if v, ok := germanCompound(words, word); ok {
			return numeral{unit, v}, true
		}
	}
	return numeral{}, false
}

// germanCompound reads fünfundzwanzig, dreihundert, zweitausendfünfhundert.
func germanCompound(words map[string]numeral, word string) (float64, bool) {
	if len(word) < 6 {
		return 0, false
	}
	for _, scale := range []struct {
		word  string
		value float64
	}{{"tausend", 1000}, {"hundert", 100}} {
		before, after, found := strings.Cut(word, scale.word)
		if !found {
			continue
		}
		v, ok := germanPart(words, before, 1)
		rest, ok2 := germanPart(words, strings.TrimPrefix(after, "und"), 0)
		return v*scale.value + rest, ok && ok2
	}
	before, after, found := strings.Cut(word, "und")
	if !found {
		return 0, false
	}
	ones, ok := germanPart(words, before, 0)
	tens, ok2 := germanPart(words, after, 0)
	return ones + tens, ok && ok2 && ones > 0 && ones < 10 && tens >= 20
}

func germanPart(words map[string]numeral, part string, empty float64) (float64, bool) {
	switch part {
	case "":
		return empty, true
	case "ein":
		return 1, true
	}
	if w, ok := words[part]; ok && w.kind == unit {
		return w.value, true
	}
	return germanCompound(words, part)
}

// percentAfter takes the sign or word of percentage that follows a number.
func percentAfter(ls []lexeme, i int, q quantity, words map[string]numeral) quantity {
	next := func(k int) lexeme {
		if i+q.n+k < len(ls) {
			return ls[i+q.n+k]
		}
		return lexeme{}
	}
	skip := 0
	if next(0).mark == '-' {
		skip = 1
	}
	switch w := next(skip); {
	case w.mark == '%' || w.mark == '٪' || w.mark == '％':
		q.percent = true
		q.n += skip + 1
	case w.word == "per" && next(skip+1).word == "cent" || w.word == "pour" && next(skip+1).word == "cent" ||
		w.word == "por" && next(skip+1).word == "ciento" || w.word == "في" && strings.HasPrefix(next(skip+1).word, "الم"),
		w.word == "فی" && strings.HasPrefix(next(skip+1).word, "الم"):
		q.percent = true
		q.n += skip + 2
	case words[w.word].kind == percent && w.word != "cent":
		q.percent = true
		q.n += skip + 1
	}
	return q
}
