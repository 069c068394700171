package align

import (
	"cmp"
	"context"
	"slices"
)

// Rows aligns any number of versions at once. Every segment of every version is in exactly one row;
// the rows do not depend on the order of the versions (but for the order of the columns).
//
// # How
//
// The version that resembles the others most is the medoid. Every other version is aligned with it
// directly and by way of a few witnesses; what most ways agree on holds. What the medoid lacks is
// matched among the others. No version is preferred for where it stands among the arguments: all
// choices are made by content.
func Rows(ctx context.Context, sides []Side, o RowOptions, progress func(done, total int)) ([]Row, error) {
	g := newGrid(sides, o, progress)
	if err := g.alignWithMedoid(ctx); err != nil {
		return nil, err
	}
	if err := g.alignLeftOver(ctx); err != nil {
		return nil, err
	}
	rows := g.gather()
	rows = g.honour(rows)
	return g.arrange(rows), nil
}

// grid is the versions in the order of their content, and what is known of their pairs.
type grid struct {
	sides   []Side // by rank
	column  []int  // by rank: the place among the arguments
	words   []*sideWords
	options RowOptions
	medoid  int
	pairs   *pairs
	links   [][]Link // by rank: the version's links with the medoid, the medoid's segments as A
	extra   []Link   // between segments that the medoid lacks, as node numbers
	base    []int    // by rank: the number of its first segment as a node
}

func newGrid(sides []Side, o RowOptions, progress func(done, total int)) *grid {
	g := &grid{options: o, column: make([]int, len(sides)), links: make([][]Link, len(sides))}
	for i := range sides {
		g.column[i] = i
	}
	slices.SortStableFunc(g.column, func(x, y int) int {
		switch {
		case swapped(sides[x], sides[y]):
			return 1
		case swapped(sides[y], sides[x]):
			return -1
		}
		return 0
	})
	nodes := 0
	for _, c := range g.column {
		g.sides = append(g.sides, sides[c])
		g.words = append(g.words, readSide(sides[c], o.Options))
		g.base = append(g.base, nodes)
		nodes += len(sides[c].Segments)
	}
	g.base = append(g.base, nodes)
	g.medoid = medoid(g.words)
	g.pairs = newPairs(g, progress)
	return g
}

// alignWithMedoid links every version with the medoid.
func (g *grid) alignWithMedoid(ctx context.Context) error {
	if len(g.sides) < 2 {
		return ctx.Err()
	}
	witnesses := g.witnesses()
	if err := g.pairs.need(ctx, g.medoid, witnesses); err != nil {
		return err
	}
	for v := range g.sides {
		if v != g.medoid {
			g.links[v] = g.agreed(v, witnesses)
		}
	}
	return nil
}

// witnesses are the versions that have a say in how the others stand to the medoid: as many as time
// allows, those most like the medoid first.
func (g *grid) witnesses() []int {
	const most = 3
	if len(g.sides) < 4 {
		return nil
	}
	var out []int
	for v := range g.sides {
		if v != g.medoid {
			out = append(out, v)
		}
	}
	like := make([]float64, len(g.sides))
	for v := range like {
		like[v] = similarity(g.words[g.medoid], g.words[v])
	}
	slices.SortStableFunc(out, func(x, y int) int { return cmp.Compare(like[y], like[x]) })
	return out[:min(most, len(out))]
}

// alignLeftOver links among each other the segments that have no counterpart in the medoid.
func (g *grid) alignLeftOver(ctx context.Context) error {
	lonely := make([][]bool, len(g.sides))
	count := make([]int, len(g.sides))
	for v, links := range g.links {
		lonely[v] = make([]bool, len(g.sides[v].Segments))
		for _, l := range links {
			if len(l.A) == 0 {
				for _, j := range l.B {
					lonely[v][j] = true
					count[v]++
				}
			}
		}
	}
	// The version with most of them stands in for the medoid; three of them find nearly all.
	done := map[int]bool{}
	for range 3 {
		hub := -1
		for v := range count {
			if !done[v] && count[v] > 0 && (hub < 0 || count[v] > count[hub]) {
				hub = v
			}
		}
		if hub < 0 {
			break
		}
		done[hub] = true
		if err := g.linkLonely(ctx, hub, lonely, count, done); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// linkLonely links what the hub has and the medoid lacks with the same in other versions.
func (g *grid) linkLonely(ctx context.Context, hub int, lonely [][]bool, count []int, done map[int]bool) error {
	var others []int
	for w := range g.sides {
		if !done[w] && count[w] > 0 {
			others = append(others, w)
		}
	}
	if err := g.pairs.compute(ctx, hub, others); err != nil {
		return err
	}
	for _, w := range others {
		for _, l := range g.pairs.links(hub, w) {
			if l.Score < 0.5 || len(l.A) == 0 || len(l.B) == 0 || !all(lonely[hub], l.A) || !all(lonely[w], l.B) {
				continue
			}
			for _, j := range l.B {
				lonely[w][j] = false
				count[w]--
			}
			g.extra = append(g.extra, Link{A: shifted(l.A, g.base[hub]), B: shifted(l.B, g.base[w]), Score: l.Score})
		}
	}
	return nil
}

func all(set []bool, list []int) bool {
	for _, i := range list {
		if !set[i] {
			return false
		}
	}
	return true
}

func shifted(list []int, by int) []int {
	out := make([]int, len(list))
	for i, x := range list {
		out[i] = x + by
	}
	return out
}

// draft is a row in the making.
type draft struct {
	segments [][]int // by rank
	sum, n   float64 // of the scores of the links that made it
	origin   Origin
	moved    bool // pinned as moved
}

// gather turns links into rows: what is linked, directly or not, stands in one row.
func (g *grid) gather() []draft {
	parent := make([]int, g.base[len(g.base)-1])
	for i := range parent {
		parent[i] = i
	}
	find := func(x int) int {
		for parent[x] != x {
			parent[x] = parent[parent[x]]
			x = parent[x]
		}
		return x
	}
	join := func(list []int) {
		for _, x := range list {
			a, b := find(list[0]), find(x)
			parent[max(a, b)] = min(a, b)
		}
	}
	links := slices.Clone(g.extra)
	for v, list := range g.links {
		for _, l := range list {
			links = append(links, Link{A: shifted(l.A, g.base[g.medoid]), B: shifted(l.B, g.base[v]), Score: l.Score})
		}
	}
	for _, l := range links {
		join(append(slices.Clone(l.A), l.B...))
	}
	at := map[int]int{}
	var rows []draft
	for v := range g.sides {
		for i := range g.sides[v].Segments {
			root := find(g.base[v] + i)
			r, known := at[root]
			if !known {
				r = len(rows)
				at[root] = r
				rows = append(rows, draft{segments: make([][]int, len(g.sides)), origin: Computed})
			}
			rows[r].segments[v] = append(rows[r].segments[v], i)
		}
	}
	for _, l := range links {
		if nodes := append(slices.Clone(l.A), l.B...); len(nodes) > 0 {
			r := at[find(nodes[0])]
			rows[r].sum += l.Score
			rows[r].n++
		}
	}
	return rows
}
