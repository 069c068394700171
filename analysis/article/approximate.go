package article

import (
	"unicode/utf8"

	"hexapla/analysis/text"
)

// Bounds of the approximate search: a decision on an edited text is looked for near by and in
// milliseconds.
const (
	shortestQuote = 12   // characters; below it a likeness means nothing
	comparedQuote = 200  // characters compared; of longer quotes head and tail
	searchedText  = 3000 // bytes to either side
	allowedEdits  = 0.3  // of the characters compared
)

// approximately finds the stretch near start that is most like the quote, by edit distance.
func approximately(s, quote string, start int) (text.Span, bool) {
	q := []rune(quote)
	if len(q) < shortestQuote || start < 0 {
		return text.Span{}, false
	}
	from := wholeRune(s, max(0, min(start, len(s))-searchedText))
	to := wholeRune(s, min(len(s), max(start, 0)+len(quote)+searchedText))
	if from >= to {
		return text.Span{}, false
	}
	if len(q) <= comparedQuote {
		p, ok := mostLike(s[from:to], q)
		return p.Shift(from), ok
	}
	head, ok := mostLike(s[from:to], q[:comparedQuote/2])
	if !ok {
		return text.Span{}, false
	}
	tail, ok := mostLike(s[from:to], q[len(q)-comparedQuote/2:])
	p := text.Span{Start: head.Start, End: tail.End}
	if !ok || p.Len() < len(quote)/2 || p.Len() > len(quote)*2 {
		return text.Span{}, false
	}
	return p.Shift(from), true
}

// mostLike finds the stretch of s with the least edit distance to q (Sellers 1980: the first row of
// the usual table is zero, so a match may begin anywhere). The first of equals wins.
func mostLike(s string, q []rune) (text.Span, bool) {
	cost := make([]int, len(q)+1)  // of matching q[:i] to what ends here
	begin := make([]int, len(q)+1) // where that begins
	for i := range cost {
		cost[i] = i
	}
	var best text.Span
	least := int(allowedEdits*float64(len(q))) + 1
	for at, r := range s {
		_, size := utf8.DecodeRuneInString(s[at:])
		end := at + size
		diagonal, diagonalBegin := 0, at
		begin[0] = end
		for i, want := range q {
			c, b := diagonal, diagonalBegin
			if r != want {
				c++
			}
			if cost[i+1]+1 < c {
				c, b = cost[i+1]+1, begin[i+1]
			}
			if cost[i]+1 < c {
				c, b = cost[i]+1, begin[i]
			}
			diagonal, diagonalBegin = cost[i+1], begin[i+1]
			cost[i+1], begin[i+1] = c, b
		}
		if cost[len(q)] < least {
			least, best = cost[len(q)], text.Span{Start: begin[len(q)], End: end}
		}
	}
	return best, !best.Empty()
}
