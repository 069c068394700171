package align

import "slices"

// pinned splits the user's links from the rest: the links that can be honoured, in order, and the
// segments of either side that they leave to be aligned.
type pinned struct {
	links        []Link
	restA, restB []int
}

// pin takes the links that name existing segments, each segment once; where two pins want the same
// segment the first has it.
func pin(links []Link, sizeA, sizeB int) pinned {
	takenA, takenB := map[int]bool{}, map[int]bool{}
	var p pinned
	for _, l := range links {
		l = Link{A: ordered(l.A), B: ordered(l.B), Score: 1, Origin: Pinned, Moved: l.Moved}
		if len(l.A)+len(l.B) == 0 || !free(l.A, takenA, sizeA) || !free(l.B, takenB, sizeB) {
			continue
		}
		for _, i := range l.A {
			takenA[i] = true
		}
		for _, j := range l.B {
			takenB[j] = true
		}
		p.links = append(p.links, l)
	}
	for i := 0; i < sizeA; i++ {
		if !takenA[i] {
			p.restA = append(p.restA, i)
		}
	}
	for j := 0; j < sizeB; j++ {
		if !takenB[j] {
			p.restB = append(p.restB, j)
		}
	}
	return p
}

func ordered(list []int) []int {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

func free(list []int, taken map[int]bool, size int) bool {
	for _, i := range list {
		if i < 0 || i >= size || taken[i] {
			return false
		}
	}
	return true
}

// pairing prepares what the pins leave over. Pins that rise on both sides cut both texts in two at
// the same place.
func (p pinned) pairing(a, b *sideWords, apart []Link) *pairing {
	out := &pairing{
		a: a.only(p.restA), b: b.only(p.restB),
		cutA: gaps(p.restA), cutB: gaps(p.restB),
		apart: map[[2]int]bool{},
	}
	var points []guess
	for _, l := range p.links {
		if len(l.A) > 0 && len(l.B) > 0 && !l.Moved {
			x, _ := slices.BinarySearch(p.restA, l.A[0])
			y, _ := slices.BinarySearch(p.restB, l.B[0])
			points = append(points, guess{int32(x), int32(y), 1})
		}
	}
	out.through = rising(points)
	for _, l := range apart {
		for _, i := range l.A {
			for _, j := range l.B {
				x, leftA := slices.BinarySearch(p.restA, i)
				y, leftB := slices.BinarySearch(p.restB, j)
				if leftA && leftB {
					out.apart[[2]int{x, y}] = true
				}
			}
		}
	}
	return out
}

// gaps marks the boundaries where segments in between were taken out.
func gaps(rest []int) []bool {
	out := make([]bool, len(rest)+1)
	for x := 1; x < len(rest); x++ {
		out[x] = rest[x] != rest[x-1]+1
	}
	return out
}

// rising drops points so that the others rise on both sides, as few as can be.
func rising(points []guess) []guess {
	slices.SortFunc(points, func(x, y guess) int {
		if x.a != y.a {
			return int(x.a - y.a)
		}
		return int(x.b - y.b)
	})
	var best []int
	length, from := make([]int, len(points)), make([]int, len(points))
	end := -1
	for i, g := range points {
		length[i], from[i] = 1, -1
		for k := 0; k < i; k++ {
			if points[k].b <= g.b && length[k]+1 > length[i] {
				length[i], from[i] = length[k]+1, k
			}
		}
		if end < 0 || length[i] > length[end] {
			end = i
		}
	}
	for ; end >= 0; end = from[end] {
		best = append(best, end)
	}
	slices.Reverse(best)
	out := make([]guess, 0, len(best))
	for _, i := range best {
		out = append(out, points[i])
	}
	return out
}

// only returns the side with some of its segments.
func (s *sideWords) only(segments []int) *sideWords {
	if len(segments) == len(s.bags) {
		return s
	}
	out := &sideWords{lang: s.lang, words: s.words, byStem: s.byStem, total: s.total, paragraphs: s.paragraphs}
	out.bags = make([]bag, len(segments))
	for x, i := range segments {
		out.bags[x] = s.bags[i]
	}
	return out
}
