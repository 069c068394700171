package diff

import "math"

// myersLimit is the number of edits up to which Myers' search of a box costs less than bit vectors.
func myersLimit(x box) int {
	n, m := x.a1-x.a0, x.b1-x.b0
	if n < 32 || m < 32 {
		return n + m
	}
	return max(64, int(math.Sqrt(float64(x.area()))/12))
}

// search is the state of one search for the middle of a box.
type search struct {
	// immutable
	a, b []int32

	// The furthest i of either direction by diagonal i-j; the diagonals -len(b)-1 … len(a)+1 are kept
	// from zero on.
	forward, backward []int32
	zero, delta       int
}

const (
	unreached = math.MinInt32 / 2 // by forward paths
	unleft    = math.MaxInt32 / 2 // by backward paths
)

// middle divides a trimmed box of two non-empty sides at a snake in the middle of a shortest
// edit, if that takes no more than limit edits. (Myers, "An O(ND) difference algorithm and its
// variations", 1986, section 4b.)
func (d *differ) middle(x box, limit int) (left, right box, ok bool) {
	n, m := x.a1-x.a0, x.b1-x.b0
	if n == 0 || m == 0 {
		return x, x, false
	}
	size := n + m + 3
	if len(d.forward) < size {
		d.forward, d.backward = make([]int32, size), make([]int32, size)
	}
	s := search{a: d.a[x.a0:x.a1], b: d.b[x.b0:x.b1], forward: d.forward[:size], backward: d.backward[:size], zero: m + 1, delta: n - m}
	for depth := 0; 2*depth-1 <= limit; depth++ {
		s.widen(depth)
		if left, right, ok = s.advance(x, depth); ok {
			return left, right, true
		}
		if left, right, ok = s.retreat(x, depth); ok {
			return left, right, true
		}
	}
	return x, x, false
}

// widen prepares the diagonals that a depth reaches first.
func (s *search) widen(depth int) {
	for _, k := range [...]int{-depth - 1, depth + 1} {
		if k >= -len(s.b)-1 && k <= len(s.a)+1 {
			s.forward[s.zero+k] = unreached
		}
		if k += s.delta; k >= -len(s.b)-1 && k <= len(s.a)+1 {
			s.backward[s.zero+k] = unleft
		}
	}
	if depth == 0 {
		s.forward[s.zero], s.backward[s.zero+s.delta] = 0, int32(len(s.a))
	}
}

// diagonals returns the first and last diagonal around a center at a depth.
func (s *search) diagonals(center, depth int) (first, last int) {
	first, last = center-depth, center+depth
	if under := -len(s.b) - first; under > 0 {
		first += (under + 1) &^ 1
	}
	if over := last - len(s.a); over > 0 {
		last -= (over + 1) &^ 1
	}
	return first, last
}

// advance takes the forward paths one edit further and reports where one meets a backward path.
func (s *search) advance(x box, depth int) (left, right box, ok bool) {
	n, m := len(s.a), len(s.b)
	first, last := s.diagonals(0, depth)
	for k := first; k <= last; k += 2 {
		i := int(s.forward[s.zero+k])
		if depth > 0 {
			i = unreached
			if out := int(s.forward[s.zero+k-1]) + 1; out <= n {
				i = out
			}
			if in := int(s.forward[s.zero+k+1]); in-k <= m && in > i {
				i = in
			}
			if i < 0 {
				s.forward[s.zero+k] = unreached
				continue
			}
		}
		start := i
		for i < n && i-k < m && s.a[i] == s.b[i-k] {
			i++
		}
		s.forward[s.zero+k] = int32(i)
		if s.delta&1 != 0 && k > s.delta-depth && k < s.delta+depth && int(s.backward[s.zero+k]) <= i {
			left, right = x.split(start, start-k, i, i-k)
			return left, right, true
		}
	}
	return x, x, false
}

// retreat takes the backward paths one edit further.
func (s *search) retreat(x box, depth int) (left, right box, ok bool) {
	n := len(s.a)
	first, last := s.diagonals(s.delta, depth)
	for k := first; k <= last; k += 2 {
		i := int(s.backward[s.zero+k])
		if depth > 0 {
			i = unleft
			if out := int(s.backward[s.zero+k+1]) - 1; out >= 0 {
				i = out
			}
			if in := int(s.backward[s.zero+k-1]); in-k >= 0 && in < i {
				i = in
			}
			if i > n {
				s.backward[s.zero+k] = unleft
				continue
			}
		}
		end := i
		for i > 0 && i-k > 0 && s.a[i-1] == s.b[i-k-1] {
			i--
		}
		s.backward[s.zero+k] = int32(i)
		if s.delta&1 == 0 && k >= -depth && k <= depth && int(s.forward[s.zero+k]) >= i {
			left, right = x.split(i, i-k, end, end-k)
			return left, right, true
		}
	}
	return x, x, false
}

// split returns what lies before and behind the snake from (i, j) to (u, v).
func (x box) split(i, j, u, v int) (left, right box) {
	return box{x.a0, x.a0 + i, x.b0, x.b0 + j}, box{x.a0 + u, x.a1, x.b0 + v, x.b1}
}
