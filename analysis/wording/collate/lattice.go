package collate

import "slices"

// Costs of the sum of pairs, chosen by copies whose history is known (copies_test.go). Unlike words in
// one place cost nothing and a word against nothing costs something, so that unlike words between
// common neighbours stand against each other. Opening a gap costs more than widening one, so that what
// was left out is one stretch and no word of it is caught by an equal one in passing.
const (
	open  = -40
	widen = -20
)

// Moves of the lattice.
const (
	both   = iota // the word stands in the column
	skip          // the member has nothing in the column
	insert        // the word stands alone
	moves
)

// never is the score of what cannot be.
const never = -1 << 60

// presence is which members have a word in a column, as gaps ask for it.
type presence struct {
	counts  []counted
	present int
	lost    int   // members that have a word in the column before and none here
	back    []int // for members without a word in the column before: the last column where they have one
}

// presences describes all columns.
func (p *profile) presences() []presence {
	out := make([]presence, len(p.columns))
	last := slices.Repeat([]int{-1}, p.size)
	counts := make([]counted, 0, 3*len(p.columns))
	for c, column := range p.columns {
		start := len(counts)
		counts = p.count(column, counts)
		x := presence{counts: counts[start:len(counts):len(counts)]}
		for _, m := range p.in {
			before := c > 0 && last[m] == c-1
			switch {
			case column[m] < 0 && before:
				x.lost++
			case column[m] >= 0:
				x.present++
				if !before {
					x.back = append(x.back, last[m])
				}
				last[m] = c
			}
		}
		out[c] = x
	}
	return out
}

// opened is how many pairs a gap that reaches back to column from opens anew at this column.
func (x *presence) opened(from int) int {
	n := 0
	for _, last := range x.back {
		if last < from {
			n++
		}
	}
	return n
}

// lattice is the ways to line up words from.token… of a member with columns from.column…, by what
// stands last (Gotoh): the member's word in a column, a column without it, a word without a column.
type lattice struct {
	n, m  int
	lines []line
	back  []uint8 // by cell: two bits for each move, the move before it
	last  int     // the best move at the end
}

// line is the cells of a column that are looked at: the tokens low to high, the first of them at start.
type line struct{ low, high, start int }

func (l *lattice) at(i, j int) int { return l.lines[i].start + j - l.lines[i].low }

// newLattice weighs all ways between two anchors, near the path if there is one. On a tie the member's
// words stand as far left as they can.
func newLattice(p *profile, presences []presence, w int, from, to anchor, near path) *lattice {
	l := &lattice{n: to.column - from.column, m: to.token - from.token}
	l.lines = make([]line, 0, l.n+1)
	cells := 0
	for i := range l.n + 1 {
		x := line{0, l.m, cells}
		if near != nil {
			x.low = max(0, near[i]-strip)
			if i < l.n { // behind the last column all words that are left may stand
				x.high = min(l.m, near[i+1]+strip)
			}
		}
		cells += x.high - x.low + 1
		l.lines = append(l.lines, x)
	}
	l.back = make([]uint8, cells)
	above, here := newScores(l.m+1), newScores(l.m+1)
	since := make([]int, l.m+1) // by token: the first column of the gap that ends here
	everyone := len(p.in)
	for i, span := range l.lines {
		column := from.column + i - 1
		var x *presence
		around := everyone // members for whom a word behind this column opens a gap
		if i > 0 {
			x = &presences[column]
			around = x.present
		}
		here.close(span.low - 1)
		for j := span.low; j <= span.high; j++ {
			if i == 0 && j == 0 {
				here[both][0], here[skip][0], here[insert][0] = 0, never, never
				continue
			}
			var back uint8
			match, gap, alone := never, never, never
			if i > 0 && j > 0 {
				lost := open * x.lost
				var before int
				match, before = best(above[both][j-1]+lost, above[skip][j-1]+lost, above[insert][j-1])
				match += widen*(everyone-x.present) + p.against(x.counts, p.words[w][from.token+j-1])
				back = uint8(before)
			}
			if i > 0 {
				var before int
				fresh := open * x.present
				gap, before = best(above[both][j]+fresh, above[skip][j]+open*x.opened(since[j]), above[insert][j]+fresh)
				gap += widen * x.present
				back |= uint8(before) << 2
				if before != skip || i == 1 {
					since[j] = column
				}
			}
			if j > span.low {
				var before int
				alone, before = best(here[both][j-1]+open*around, here[skip][j-1]+open*everyone, here[insert][j-1])
				alone += widen * everyone
				back |= uint8(before) << 4
			}
			here[both][j], here[skip][j], here[insert][j] = match, gap, alone
			l.back[l.at(i, j)] = back
		}
		if i < l.n {
			for j := span.high + 1; j <= l.lines[i+1].high; j++ {
				here.close(j)
			}
		}
		above, here = here, above
	}
	_, l.last = best(above[both][l.m], above[skip][l.m], above[insert][l.m])
	return l
}

// path is by column how many of a member's words stand before it.
type path []int

// strip is how many words off a known path better ways are looked for.
const strip = 24

// scores are those of one row, by move.
type scores [moves][]int

func newScores(n int) *scores {
	var s scores
	for move := range s {
		s[move] = slices.Repeat([]int{never}, n)
	}
	return &s
}

// close makes a cell one that no way goes through.
func (s *scores) close(j int) {
	if j >= 0 {
		s[both][j], s[skip][j], s[insert][j] = never, never, never
	}
}

// best is the highest of the scores and its move; on a tie what is not matched goes last.
func best(matched, skipped, inserted int) (score, move int) {
	score, move = inserted, insert
	if skipped > score {
		score, move = skipped, skip
	}
	if matched > score {
		score, move = matched, both
	}
	return score, move
}

// follow appends to out the columns behind from lined up as the lattice finds best.
func (p *profile) follow(out [][]int, w int, from anchor, l *lattice) [][]int {
	start := len(out)
	i, j, move := l.n, l.m, l.last
	for i > 0 || j > 0 {
		before := int(l.back[l.at(i, j)]>>(2*move)) & 3
		var column []int
		if move == insert {
			column = slices.Repeat([]int{-1}, p.size)
		} else {
			i--
			column = slices.Clone(p.columns[from.column+i])
			column[w] = -1
		}
		if move != skip {
			j--
			column[w] = from.token + j
		}
		out = append(out, column)
		move = before
	}
	slices.Reverse(out[start:])
	return out
}
