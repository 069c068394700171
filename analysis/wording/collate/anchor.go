package collate

import "slices"

// anchor is a place that is certain: column and token belong together.
type anchor struct{ column, token int }

// anchors cuts an alignment that would be too large at words that stand once in the columns and once
// in the member, as far as they are in the same order in both (patience). A small one is not cut.
func (p *profile) anchors(w int) []anchor {
	words := p.words[w]
	if (len(p.columns)+1)*(len(words)+1) <= cellLimit {
		return nil
	}
	columnOf := slices.Repeat([]int{nowhere}, len(p.names)) // by word
	for c, column := range p.columns {
		for w, at := range column {
			if at < 0 {
				continue
			}
			if x := &columnOf[p.words[w][at]]; *x == nowhere || *x == c {
				*x = c
			} else {
				*x = several
			}
		}
	}
	times := make([]int, len(p.names))
	for _, word := range words {
		times[word]++
	}
	var all []anchor
	for t, word := range words {
		if c := columnOf[word]; c >= 0 && times[word] == 1 {
			all = append(all, anchor{c, t})
		}
	}
	return p.bounded(rising(all), len(words))
}

// Where a word stands that is in no column or in more than one.
const (
	nowhere = -1
	several = -2
)

// bounded adds cuts on the straight line between anchors that are too far apart, so that no part is
// larger than the limit: a coarse result is better than none.
func (p *profile) bounded(anchors []anchor, tokens int) []anchor {
	var out []anchor
	last := anchor{}
	for _, a := range append(anchors, anchor{len(p.columns), tokens}) {
		n, m := a.column-last.column, a.token-last.token
		parts := 1
		for (n/parts+1)*(m/parts+1) > cellLimit {
			parts *= 2
		}
		for i := 1; i < parts; i++ {
			out = append(out, anchor{last.column + n*i/parts, last.token + m*i/parts})
		}
		if a.column < len(p.columns) || a.token < tokens {
			out = append(out, a)
		}
		last = a
	}
	return out
}

// rising returns the longest part of the anchors, ordered by token, whose columns rise.
func rising(all []anchor) []anchor {
	var tails []int // index of the last anchor of the best chain of each length
	from := make([]int, len(all))
	for i, a := range all {
		n, _ := slices.BinarySearchFunc(tails, a.column, func(t, column int) int { return all[t].column - column })
		from[i] = -1
		if n > 0 {
			from[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	var out []anchor
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = from[i] {
			out = append(out, all[i])
		}
	}
	slices.Reverse(out)
	return out
}
