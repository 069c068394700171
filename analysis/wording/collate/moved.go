package collate

import (
	"slices"
	"unicode/utf8"
)

// minMoved is the least number of letters that a moved run must have: short common words repeat
// everywhere and prove nothing.
const minMoved = 8

// transpositions tells which columns are one half of a move: a run of words that some members have
// here and others, which lack it here, have elsewhere in the same order.
func transpositions(p profile, s *scorer) []bool {
	moved := make([]bool, len(p.columns))
	lacking := map[int][]int{} // word → columns that hold nothing else and that some members lack
	for c, column := range p.columns {
		counts := s.count(column, nil)
		if len(counts) == 1 && counts[0].n < len(p.in) {
			lacking[counts[0].word] = append(lacking[counts[0].word], c)
		}
	}
	for a := range p.columns {
		for _, b := range lacking[p.only(a)] {
			if b <= a || !apart(p.columns[a], p.columns[b]) {
				continue
			}
			n, letters := p.run(a, b)
			if letters >= minMoved {
				for i := range n {
					moved[a+i], moved[b+i] = true, true
				}
			}
		}
	}
	return moved
}

// only is the single word of a column, −1 where it has several.
func (p profile) only(c int) int {
	counts := p.count(p.columns[c], nil)
	if len(counts) != 1 {
		return -1
	}
	return counts[0].word
}

// run is how many columns from a on have the same single words as from b on, for disjoint members,
// and how many letters these words have.
func (p profile) run(a, b int) (n, letters int) {
	end := min(b-a, len(p.columns)-b)
	for n < end {
		x, y := p.only(a+n), p.only(b+n)
		if x < 0 || x != y || !apart(p.columns[a+n], p.columns[b+n]) {
			break
		}
		if n > 0 && !slices.Equal(present(p.columns[a+n]), present(p.columns[a])) {
			break
		}
		letters += utf8.RuneCountInString(p.names[x])
		n++
	}
	return n, letters
}

// present lists the members that have a word in the column.
func present(column []int) []int {
	var out []int
	for w, at := range column {
		if at >= 0 {
			out = append(out, w)
		}
	}
	return out
}
