package diff

import "slices"

// island is a stretch that is equal on both sides: a[a:a+length] = b[b:b+length].
type island struct{ a, b, length int }

// anchored divides a box at islands that hold elements occurring together once on each side, and
// returns what lies between them; nil if there are none. Islands that cross give way to those that
// are longest together. Their shores are left to the search, which may know better.
func (d *differ) anchored(x box) []box {
	for _, width := range [...]int{6, 12, 32} {
		islands := chain(d.islands(x, width))
		if gaps := between(x, islands); gaps != nil {
			return gaps
		}
	}
	return nil
}

const shore = 2

// between returns the parts of x beside the islands.
func between(x box, islands []island) []box {
	var out []box
	at := x
	for _, s := range islands {
		if s.length <= 2*shore {
			continue
		}
		out = append(out, box{at.a0, s.a + shore, at.b0, s.b + shore})
		at.a0, at.b0 = s.a+s.length-shore, s.b+s.length-shore
	}
	if out == nil {
		return nil
	}
	return append(out, at)
}

// islands returns the stretches of a box made of grams that occur once on each side, ordered by place in a.
func (d *differ) islands(x box, width int) []island {
	a, b := d.a[x.a0:x.a1], d.b[x.b0:x.b1]
	if len(a) < width || len(b) < width {
		return nil
	}
	once := newGrams(len(a) + len(b))
	eachGram(a, width, func(i int, h uint64) { once.see(h, i, 0) })
	eachGram(b, width, func(j int, h uint64) { once.see(h, j, 1) })
	if !once.telling(len(a)) {
		return nil
	}
	var out []island
	last := island{a: -1}
	eachGram(a, width, func(i int, h uint64) {
		j, ok := once.pair(h)
		if !ok || !slices.Equal(a[i:i+width], b[j:j+width]) {
			return
		}
		if last.length > 0 && i-last.a == j-last.b && i <= last.a+last.length {
			last.length = i + width - last.a
			return
		}
		if last.length > 0 {
			out = append(out, last)
		}
		last = island{i, j, width}
	})
	if last.length > 0 {
		out = append(out, last)
	}
	for i := range out {
		out[i].a += x.a0
		out[i].b += x.b0
	}
	return out
}

// eachGram calls f with a hash of every run of width elements.
func eachGram(s []int32, width int, f func(i int, h uint64)) {
	const base = 0x9E3779B97F4A7C15
	var h, out uint64 = 0, 1
	for range width {
		out *= base
	}
	for i, e := range s {
		h = h*base + uint64(uint32(e)) + 1
		if i >= width {
			h -= out * (uint64(uint32(s[i-width])) + 1)
		}
		if i >= width-1 {
			f(i-width+1, h^h>>29)
		}
	}
}

// grams counts grams of two sides in an open table. Two grams of one hash count as one that
// occurs twice, which costs an anchor and no more.
type grams struct {
	hash  []uint64
	place [2][]int32 // -1 none, -2 several
	mask  uint64
}

func newGrams(n int) *grams {
	size := 1
	for size < 2*n {
		size *= 2
	}
	g := &grams{hash: make([]uint64, size), mask: uint64(size - 1)}
	for side := range g.place {
		g.place[side] = make([]int32, size)
		for i := range g.place[side] {
			g.place[side][i] = -1
		}
	}
	return g
}

func (g *grams) slot(h uint64) uint64 {
	i := h * 0xD6E8FEB86659FD93 >> 20 & g.mask
	for g.hash[i] != h && (g.place[0][i] != -1 || g.place[1][i] != -1) {
		i = (i + 1) & g.mask
	}
	return i
}

func (g *grams) see(h uint64, at, side int) {
	i := g.slot(h)
	g.hash[i] = h
	if g.place[side][i] == -1 {
		g.place[side][i] = int32(at)
	} else {
		g.place[side][i] = -2
	}
}

// telling reports whether at least half of the n grams of the first side occur there once: if not, they
// are too short for what they are made of, and meet by chance.
func (g *grams) telling(n int) bool {
	single := 0
	for _, at := range g.place[0] {
		if at >= 0 {
			single++
		}
	}
	return 2*single >= n
}

// pair returns the place in b of a gram that occurs once on each side.
func (g *grams) pair(h uint64) (int, bool) {
	i := g.slot(h)
	return int(g.place[1][i]), g.place[0][i] >= 0 && g.place[1][i] >= 0
}

// chain returns the islands, ordered by place in a, that follow each other in b as well and are longest
// together.
func chain(islands []island) []island {
	order := make([]int, len(islands)) // by end in b
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return islands[x].b - islands[y].b })
	rank := make([]int, len(islands))
	for r, i := range order {
		rank[i] = r
	}
	tree := make([]int32, len(islands)+1) // best chain by rank, as a tree of maxima; numbers from 1
	length := make([]int, len(islands)+1)
	before := make([]int32, len(islands)+1)
	for i, s := range islands {
		best := int32(0)
		for r := rank[i]; r > 0; r &= r - 1 {
			if length[tree[r]] > length[best] {
				best = tree[r]
			}
		}
		me := int32(i + 1)
		length[me], before[me] = length[best]+s.length, best
		for r := rank[i] + 1; r < len(tree); r += r & -r {
			if length[me] > length[tree[r]] {
				tree[r] = me
			}
		}
	}
	best := int32(0)
	for i := range length {
		if length[i] > length[best] {
			best = int32(i)
		}
	}
	var out []island
	for ; best > 0; best = before[best] {
		out = append(out, islands[best-1])
	}
	slices.Reverse(out)
	return apart(out)
}

// apart shortens islands that overlap their predecessor on either side.
func apart(islands []island) []island {
	out := islands[:0]
	endA, endB := 0, 0
	for _, s := range islands {
		if over := max(endA-s.a, endB-s.b); over > 0 && len(out) > 0 {
			s.a, s.b, s.length = s.a+over, s.b+over, s.length-over
		}
		if s.length <= 0 {
			continue
		}
		out = append(out, s)
		endA, endB = s.a+s.length, s.b+s.length
	}
	return out
}
