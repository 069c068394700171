package collate

import (
	"slices"
)

const (
	rounds    = 4       // of refinement
	cellLimit = 1 << 15 // of one alignment; longer ones are cut at anchors first
)

// lineUp aligns the members' words into columns. Each column holds, by member, the index of its word
// or −1.
func lineUp(norms [][]string, o Options) [][]int {
	distinct, member := collapse(norms)
	s := newScorer(distinct, o)
	p := profile{scorer: s, size: len(distinct)}
	order := byContent(distinct)
	for _, w := range order {
		p.add(w)
	}
	if len(order) > 2 {
		p.refine(order)
		p.regroup(order)
	}
	p.settle()
	columns := make([][]int, len(p.columns))
	for c, column := range p.columns {
		columns[c] = make([]int, len(norms))
		for i := range norms {
			columns[c][i] = column[member[i]]
		}
	}
	return columns
}

// collapse drops members whose words equal another's; member maps each to the one that stands for it.
func collapse(norms [][]string) (distinct [][]string, member []int) {
	at := map[string]int{}
	for _, words := range norms {
		k := joined(words)
		n, ok := at[k]
		if !ok {
			n = len(distinct)
			at[k] = n
			distinct = append(distinct, words)
		}
		member = append(member, n)
	}
	return distinct, member
}

// profile is an alignment under way.
type profile struct {
	*scorer
	size    int     // members in all
	columns [][]int // by member: index of its word or −1
	in      []int   // members aligned so far
}

// add aligns a member to the columns so far.
func (p *profile) add(w int) {
	words := p.words[w]
	presences := p.presences()
	var out [][]int
	last := anchor{}
	for _, a := range append(p.anchors(w), anchor{len(p.columns), len(words)}) {
		out = p.follow(out, w, last, newLattice(p, presences, w, last, a, nil))
		last = a
	}
	p.columns = out
	p.in = append(p.in, w)
}

// refine takes each member out and aligns it again until a round changes nothing.
func (p *profile) refine(order []int) {
	for range rounds {
		changed := false
		for _, w := range order {
			before := p.columns
			p.addNear(w, p.remove(w))
			changed = changed || !slices.EqualFunc(before, p.columns, slices.Equal[[]int])
		}
		if !changed {
			return
		}
	}
}

// remove takes a member out and returns where it stood.
func (p *profile) remove(w int) path {
	kept := make([][]int, 0, len(p.columns))
	stood := path{0}
	words := 0
	for _, column := range p.columns {
		c := column
		if column[w] >= 0 {
			words++
			c = slices.Clone(column)
			c[w] = -1
		}
		if slices.ContainsFunc(c, func(at int) bool { return at >= 0 }) {
			kept = append(kept, c)
			stood = append(stood, words)
		}
	}
	p.columns = kept
	p.in = slices.DeleteFunc(p.in, func(m int) bool { return m == w })
	return stood
}

// addNear aligns a member to the columns not far from where it stood.
func (p *profile) addNear(w int, stood path) {
	end := anchor{len(p.columns), len(p.words[w])}
	p.columns = p.follow(nil, w, anchor{}, newLattice(p, p.presences(), w, anchor{}, end, stood))
	p.in = append(p.in, w)
}

// settle gives neighbouring columns that no member shares an order that depends on content alone.
func (p *profile) settle() {
	for changed := true; changed; {
		changed = false
		for c := 1; c < len(p.columns); c++ {
			a, b := p.columns[c-1], p.columns[c]
			if apart(a, b) && p.word(b) < p.word(a) {
				p.columns[c-1], p.columns[c] = b, a
				changed = true
			}
		}
	}
}

// apart reports whether no member has a word in both columns.
func apart(a, b []int) bool {
	for i := range a {
		if a[i] >= 0 && b[i] >= 0 {
			return false
		}
	}
	return true
}

// word is the least word of a column.
func (p *profile) word(column []int) string {
	least, found := "", false
	for w, at := range column {
		if at >= 0 {
			if s := p.names[p.words[w][at]]; !found || s < least {
				least, found = s, true
			}
		}
	}
	return least
}
