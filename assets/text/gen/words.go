package main

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// costs are words with what each costs a reading that contains it.
type costs map[string]float64

// pack writes the words in order, an empty line, and the costs as bytes.
func (c costs) pack() []byte {
	words := make([]string, 0, len(c))
	for w := range c {
		words = append(words, w)
	}
	slices.Sort(words)
	var out bytes.Buffer
	for _, w := range words {
		out.WriteString(w + "\n")
	}
	out.WriteByte('\n')
	for _, w := range words {
		out.WriteByte(byte(min(255, max(1, math.Round(c[w])))))
	}
	return out.Bytes()
}

// chinese reads words with frequencies; a word costs twelve times the negative logarithm of its share.
func chinese(file string) []byte {
	counts := map[string]float64{}
	total := 0.0
	for line := range strings.Lines(read(file)) {
		fields := strings.Fields(line)
		if len(fields) < 2 || !all(fields[0], unicode.Han) || utf8.RuneCountInString(fields[0]) > 8 {
			continue
		}
		n, err := strconv.ParseFloat(fields[1], 64)
		check(err)
		counts[fields[0]] = max(counts[fields[0]], n, 1)
	}
	for _, n := range counts {
		total += n
	}
	out := costs{}
	for w, n := range counts {
		out[w] = -12 * math.Log(n/total)
	}
	return out.pack()
}

// japanese reads surface forms with the costs of the IPA dictionary; forms that cost much are names
// of small places and the like, and are left out.
func japanese(file string) []byte {
	const dearest, longest = 9500, 8
	out := costs{}
	for line := range strings.Lines(read(file)) {
		fields := strings.Fields(line)
		if len(fields) < 3 || !all(fields[0], unicode.Han, unicode.Hiragana, unicode.Katakana) || all(fields[0], unicode.Katakana) {
			continue
		}
		cost, err := strconv.ParseFloat(fields[1], 64)
		if err != nil { // a word with a blank in it
			continue
		}
		n := utf8.RuneCountInString(fields[0])
		name := fields[2] == "名詞" && n > 2 && cost > 6500
		if cost > dearest || n > longest || name {
			continue
		}
		if all(fields[0], unicode.Hiragana) && fields[2] == "名詞" { // mostly written with ideographs
			cost += 3000
		}
		scaled := (cost + 2500) / 48 // what joining two words costs on average comes on top
		if old, ok := out[fields[0]]; !ok || scaled < old {
			out[fields[0]] = scaled
		}
	}
	return out.pack()
}

func all(s string, tables ...*unicode.RangeTable) bool {
	for _, r := range s {
		if !unicode.In(r, tables...) && r != '々' && r != '〇' && r != 'ー' {
			return false
		}
	}
	return s != ""
}
