package triage

import "github.com/xrash/smetrics"

// likeSpelled reports whether two words are one word but for a slip or a spelling: at most one of
// them is in the dictionary, or both are names.
func likeSpelled(x, y *word) bool {
	a, b := x.norm, y.norm
	if a == b || len(a) < 3 || len(b) < 3 {
		return false
	}
	if x.known && y.known {
		names := x.capital && y.capital && !x.opening && !y.opening
		return names && len(a) > 3 && len(b) > 3 && smetrics.JaroWinkler(a, b, 0.7, 4) > 0.93
	}
	longest := max(len(a), len(b))
	if abs(len(a)-len(b)) > 2 {
		return false
	}
	limit := 1
	if longest >= 8 {
		limit = 2
	}
	return slips([]rune(a), []rune(b)) <= limit
}

// slips counts the letters that must be inserted, deleted, changed or swapped with the next one to
// make b of a.
func slips(a, b []rune) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	var older []int
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		older, before, row = before, row, make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(before[j]+1, row[j-1]+1, before[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
