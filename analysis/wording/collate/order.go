package collate

import (
	"slices"
	"strings"
)

// byContent puts the members in an order that depends on their words alone: the one most like all
// others first, then always the one most like any before it.
func byContent(members [][]string) []int {
	n := len(members)
	keys := make([]string, n)
	for i, words := range members {
		keys[i] = joined(words)
	}
	like := likenesses(members)
	left := make([]int, n)
	for i := range left {
		left[i] = i
	}
	slices.SortFunc(left, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
	gain := make([]float64, n) // likeness to all, then to the nearest one taken
	for i := range gain {
		for _, j := range left { // in a fixed order: sums of floats depend on it
			gain[i] += like[i][j]
		}
	}
	var out []int
	for len(left) > 0 {
		best := 0
		for i := range left {
			if gain[left[i]] > gain[left[best]] {
				best = i
			}
		}
		taken := left[best]
		left = slices.Delete(left, best, best+1)
		for _, i := range left {
			if len(out) == 0 || like[i][taken] > gain[i] {
				gain[i] = like[i][taken]
			}
		}
		out = append(out, taken)
	}
	return out
}

// likenesses compares the members' words as bags (Dice).
func likenesses(members [][]string) [][]float64 {
	bags := make([]map[string]int, len(members))
	for i, words := range members {
		bags[i] = map[string]int{}
		for _, w := range words {
			bags[i][w]++
		}
	}
	out := make([][]float64, len(members))
	for i := range out {
		out[i] = make([]float64, len(members))
	}
	for i := range members {
		for j := range i {
			common := 0
			for w, n := range bags[i] {
				common += min(n, bags[j][w])
			}
			v := 0.0
			if total := len(members[i]) + len(members[j]); total > 0 {
				v = 2 * float64(common) / float64(total)
			}
			out[i][j], out[j][i] = v, v
		}
	}
	return out
}
