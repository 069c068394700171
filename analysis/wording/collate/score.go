package collate

import (
	"slices"
	"unicode/utf8"
)

// Scores of two words in one place.
const (
	same   = 100
	near   = 70 // the most that words of different form reach
	unlike = 0  // words that share no letters
)

// scorer knows how alike words are. Words are numbered.
type scorer struct {
	names   []string
	words   [][]int // by member
	synonym func(a, b string) bool
	known   map[[2]int]int // likeness of words whose numbers are not below dense
	table   []int8         // likeness of those below, by number; unset where not asked for yet
	dense   int
}

func newScorer(members [][]string, o Options) *scorer {
	s := &scorer{synonym: o.Same, known: map[[2]int]int{}}
	number := map[string]int{}
	for _, words := range members {
		var list []int
		for _, w := range words {
			n, ok := number[w]
			if !ok {
				n = len(s.names)
				number[w] = n
				s.names = append(s.names, w)
			}
			list = append(list, n)
		}
		s.words = append(s.words, list)
	}
	s.dense = min(len(s.names), maxDense)
	s.table = slices.Repeat([]int8{unset}, s.dense*s.dense)
	return s
}

// unset marks a likeness that nobody asked for yet; maxDense bounds the table of them.
const (
	unset    = -128
	maxDense = 2048
)

// counted is a word of a column and how many members have it there.
type counted struct{ word, n int }

func (s *scorer) count(column []int, out []counted) []counted {
next:
	for w, at := range column {
		if at < 0 {
			continue
		}
		word := s.words[w][at]
		for i := range out {
			if out[i].word == word {
				out[i].n++
				continue next
			}
		}
		out = append(out, counted{word, 1})
	}
	return out
}

// against is the sum of a word's likeness to the words of a column.
func (s *scorer) against(counts []counted, word int) int {
	sum := 0
	for _, x := range counts {
		sum += x.n * s.alike(x.word, word)
	}
	return sum
}

// alike scores two words standing in one place.
func (s *scorer) alike(a, b int) int {
	if a == b {
		return same
	}
	if a > b {
		a, b = b, a
	}
	if b < s.dense {
		at := &s.table[a*s.dense+b]
		if *at == unset {
			*at = int8(s.compare(a, b))
		}
		return int(*at)
	}
	k := [2]int{a, b}
	v, ok := s.known[k]
	if !ok {
		v = s.compare(a, b)
		s.known[k] = v
	}
	return v
}

// compare scores two words that differ.
func (s *scorer) compare(a, b int) int {
	x, y := s.names[a], s.names[b]
	if s.synonym != nil && s.synonym(x, y) {
		return near
	}
	return unlike + int((near-unlike)*likeness(x, y))
}

// likeness is the share of letters that two words have in common in order, 0 to 1 (Dice over the
// longest common subsequence).
func likeness(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 || len(x) > maxWord || len(y) > maxWord {
		return 0
	}
	row := make([]int, len(y)+1)
	for _, r := range x {
		diagonal := 0
		for j := range y {
			old := row[j+1]
			if r == y[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(old, row[j])
			}
			diagonal = old
		}
	}
	return 2 * float64(row[len(y)]) / float64(len(x)+len(y))
}

// maxWord bounds the letters that are compared: what is longer is no word.
const maxWord = 64

// joined is a key for a list of words that no other list shares.
func joined(words []string) string {
	n := 0
	for _, w := range words {
		n += len(w) + utf8.UTFMax
	}
	key := make([]byte, 0, n)
	for _, w := range words {
		key = append(key, w...)
		key = append(key, 0xFF) // in no UTF-8 text
	}
	return string(key)
}
