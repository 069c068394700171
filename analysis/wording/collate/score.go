package collate

import (
	"slices"
	"unicode/utf8"
)

// Scores of two words in one place. That unlike words score at all makes words that changed places as
// one stand against each other rather than against nothing.
const (
	same   = 100
	near   = 85   // the most that words of different form reach
	unlike = 10   // words that share few letters
	few    = 0.35 // likeness below which the letters in common are chance
)

// scorer knows how alike words are. Words are numbered.
type scorer struct {
	names   []string
	words   [][]int   // by member
	letters []letters // by number
	synonym func(a, b string) bool
	known   map[[2]int]int // likeness of words whose numbers are not below dense
	table   []int8         // likeness of those below, a triangle; unset where not asked for yet
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
				s.letters = append(s.letters, lettersOf(w))
			}
			list = append(list, n)
		}
		s.words = append(s.words, list)
	}
	s.dense = min(len(s.names), maxDense)
	s.table = slices.Repeat([]int8{unset}, s.dense*(s.dense-1)/2)
	return s
}

// unset marks a likeness that nobody asked for yet; maxDense bounds the table of them.
const (
	unset    = -128
	maxDense = 8192
)

// counted is a word of a column and how many members have it there.
type counted struct{ word, n int }

// count appends the words of a column to out.
func (s *scorer) count(column []int, out []counted) []counted {
	start := len(out)
next:
	for w, at := range column {
		if at < 0 {
			continue
		}
		word := s.words[w][at]
		for i := start; i < len(out); i++ {
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
		at := &s.table[b*(b-1)/2+a]
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
	l := 0.0
	if s.letters[a].within(s.letters[b]) >= few && s.letters[b].within(s.letters[a]) >= few {
		l = likeness(x, y)
	}
	if l < few {
		return unlike
	}
	return unlike + int((near-unlike)*(l-few)/(1-few))
}

// letters is what bounds the likeness of a word to others without comparing them.
type letters struct {
	list string
	set  uint64 // a bit per letter, one for several
	n    int
}

func lettersOf(w string) letters {
	l := letters{list: w}
	for _, r := range w {
		l.set |= 1 << (r & 63)
		l.n++
	}
	return l
}

// within is the most that the likeness to another word can be.
func (l letters) within(other letters) float64 {
	common := 0
	for _, r := range l.list {
		if other.set&(1<<(r&63)) != 0 {
			common++
		}
	}
	return 2 * float64(min(common, other.n)) / float64(max(1, l.n+other.n))
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
