package align

import (
	"cmp"
	"slices"
)

// stretch is a bead of the medoid with a version, and how many ways of getting there found it.
type stretch struct {
	link  Link
	votes float64
	score float64
}

// agreed returns the links of the medoid with a version on which the direct comparison and those by
// way of the witnesses agree most. Without witnesses these are the direct links.
func (g *grid) agreed(v int, witnesses []int) []Link {
	direct := g.pairs.links(g.medoid, v)
	if len(witnesses) == 0 || slices.Equal(witnesses, []int{v}) {
		return direct
	}
	votes := map[string]*stretch{}
	vote := func(links []Link, weight float64) {
		for _, l := range links {
			k := keyOf(l)
			if votes[k] == nil {
				votes[k] = &stretch{link: l}
			}
			w := weight
			if l.Origin == Pinned {
				w = 1000
			}
			votes[k].votes += w * l.Score
		}
	}
	total := 1.0
	vote(direct, 1)
	for _, w := range witnesses {
		if w != v {
			vote(joined(g.pairs.links(g.medoid, w), g.pairs.links(w, v), len(g.sides[g.medoid].Segments), len(g.sides[w].Segments), len(g.sides[v].Segments)), 0.5)
			total += 0.5
		}
	}
	var all []stretch
	for _, s := range votes {
		s.score = min(1, s.votes/total)
		all = append(all, *s)
	}
	slices.SortFunc(all, func(x, y stretch) int {
		return cmp.Or(-cmp.Compare(x.votes, y.votes), slices.Compare(x.link.A, y.link.A), slices.Compare(x.link.B, y.link.B))
	})
	return elect(all, len(g.sides[g.medoid].Segments), len(g.sides[v].Segments))
}

func keyOf(l Link) string {
	var b []byte
	for _, i := range l.A {
		b = append(b, byte(i), byte(i>>8), byte(i>>16))
	}
	b = append(b, '|', '|', '|', '|')
	for _, j := range l.B {
		b = append(b, byte(j), byte(j>>8), byte(j>>16))
	}
	return string(b)
}

// elect takes the stretches with most votes that do not share a segment; what is left over stands
// alone.
func elect(all []stretch, sizeA, sizeB int) []Link {
	takenA, takenB := make([]bool, sizeA), make([]bool, sizeB)
	var out []Link
	for _, s := range all {
		if anyOf(takenA, s.link.A) || anyOf(takenB, s.link.B) {
			continue
		}
		take(takenA, s.link.A)
		take(takenB, s.link.B)
		s.link.Score = s.score
		out = append(out, s.link)
	}
	for i, taken := range takenA {
		if !taken {
			out = append(out, Link{A: []int{i}, Score: 0.5, Origin: Computed})
		}
	}
	for j, taken := range takenB {
		if !taken {
			out = append(out, Link{B: []int{j}, Score: 0.5, Origin: Computed})
		}
	}
	return out
}

func anyOf(set []bool, list []int) bool {
	for _, i := range list {
		if set[i] {
			return true
		}
	}
	return false
}

func take(set []bool, list []int) {
	for _, i := range list {
		set[i] = true
	}
}

// joined composes the links of x with y and of y with z into links of x with z.
func joined(xy, yz []Link, sizeX, sizeY, sizeZ int) []Link {
	parent := make([]int, sizeX+sizeY+sizeZ)
	score := make([]float64, len(parent))
	for i := range parent {
		parent[i], score[i] = i, 1
	}
	find := func(x int) int {
		for parent[x] != x {
			parent[x] = parent[parent[x]]
			x = parent[x]
		}
		return x
	}
	join := func(l Link, baseA, baseB int) {
		nodes := append(shifted(l.A, baseA), shifted(l.B, baseB)...)
		s := l.Score
		for _, n := range nodes {
			s = min(s, score[find(n)])
		}
		for _, n := range nodes {
			a, b := find(nodes[0]), find(n)
			parent[max(a, b)] = min(a, b)
		}
		score[find(nodes[0])] = s
	}
	for _, l := range xy {
		join(l, 0, sizeX)
	}
	for _, l := range yz {
		join(l, sizeX, sizeX+sizeY)
	}
	at := map[int]int{}
	var out []Link
	put := func(n int) *Link {
		r := find(n)
		i, known := at[r]
		if !known {
			i = len(out)
			at[r] = i
			out = append(out, Link{Score: score[r], Origin: Computed})
		}
		return &out[i]
	}
	for i := range sizeX {
		l := put(i)
		l.A = append(l.A, i)
	}
	for j := range sizeZ {
		l := put(sizeX + sizeY + j)
		l.B = append(l.B, j)
	}
	return out
}
