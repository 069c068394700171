package align

import (
	"math"
	"slices"
)

// corridor bounds the search: for each boundary of A (0 to len) the boundaries of B that it may
// meet, low to high.
type corridor struct{ low, high []int32 }

// guess is a pair of segments that may correspond.
type guess struct {
	a, b  int32
	score float32
}

// guesses returns for every segment of A the few segments of B that share most with it, rare words
// counting more. It looks words up in an index, so that its cost grows with the text.
func guesses(a, b *sideWords, t *table, keep int) []guess {
	index := make([][]int32, len(b.words))
	for j, bag := range b.bags {
		for _, w := range bag.words {
			index[w.id] = append(index[w.id], int32(j))
		}
	}
	common := max(12, int(math.Sqrt(float64(len(b.bags)))))
	massB := masses(b)
	massA := masses(a)
	rare := make([]float32, len(b.words))
	for id := range rare {
		rare[id] = rarity(b, wordID(id))
	}
	scores := make([]float32, len(b.bags))
	var touched []int32
	var out []guess
	for i, bag := range a.bags {
		for _, w := range bag.words {
			for _, x := range t.forth[w.id] {
				if len(index[x.to]) > common {
					continue
				}
				gain := x.p * rare[x.to]
				for _, j := range index[x.to] {
					if scores[j] == 0 {
						touched = append(touched, j)
					}
					scores[j] += gain
				}
			}
		}
		best := make([]guess, 0, keep+1)
		for _, j := range touched {
			s := scores[j] / float32(math.Sqrt(float64(massA[i]*massB[j]))+1)
			scores[j] = 0
			best = insert(best, guess{int32(i), j, s}, keep)
		}
		touched = touched[:0]
		out = append(out, best...)
	}
	return out
}

// insert keeps the best guesses in order, the best first.
func insert(best []guess, g guess, keep int) []guess {
	at := len(best)
	for at > 0 && (g.score > best[at-1].score || g.score == best[at-1].score && g.b < best[at-1].b) {
		at--
	}
	if at == keep {
		return best
	}
	best = slices.Insert(best, at, g)
	return best[:min(len(best), keep)]
}

// rarity is the information of a word in bits or so.
func rarity(s *sideWords, id wordID) float32 {
	return float32(math.Log(float64(len(s.bags)+1) / float64(s.words[id].spread)))
}

// masses is how much each segment could share at most.
func masses(s *sideWords) []float32 {
	out := make([]float32, len(s.bags))
	for i, bag := range s.bags {
		for _, w := range bag.words {
			out[i] += rarity(s, w.id)
		}
	}
	return out
}

// chain picks from the guesses the heaviest series that rises on both sides.
func chain(all []guess, sizeB int) []guess {
	tree := newMaxTree(sizeB)
	previous := make([]int32, len(all))
	for from := 0; from < len(all); {
		to := from
		for to < len(all) && all[to].a == all[from].a {
			to++
		}
		// All of one segment are looked up before any is entered, as none may follow another.
		totals := make([]float32, to-from)
		for i := from; i < to; i++ {
			sum, at := tree.best(int(all[i].b))
			totals[i-from], previous[i] = sum+all[i].score, at
		}
		for i := from; i < to; i++ {
			tree.enter(int(all[i].b), totals[i-from], int32(i))
		}
		from = to
	}
	var out []guess
	for _, at := tree.best(sizeB); at >= 0; at = previous[at] {
		out = append(out, all[at])
	}
	slices.Reverse(out)
	return out
}

// maxTree is a Fenwick tree that keeps the greatest total before a place.
type maxTree struct {
	total []float32
	at    []int32
}

func newMaxTree(n int) *maxTree {
	t := &maxTree{make([]float32, n+1), make([]int32, n+1)}
	for i := range t.at {
		t.at[i] = -1
	}
	return t
}

// best is the greatest total at places below n.
func (t *maxTree) best(n int) (float32, int32) {
	total, at := float32(0), int32(-1)
	for ; n > 0; n &= n - 1 {
		if t.total[n] > total {
			total, at = t.total[n], t.at[n]
		}
	}
	return total, at
}

func (t *maxTree) enter(place int, total float32, at int32) {
	for n := place + 1; n < len(t.total); n += n & -n {
		if total > t.total[n] {
			t.total[n], t.at[n] = total, at
		}
	}
}

// anchors returns the links of the chain that can be relied on: strong, and confirmed by a neighbour
// that stands where one would expect it.
func anchors(links []guess, sizeA, sizeB int, strong float32) []guess {
	slope := float64(max(1, sizeB)) / float64(max(1, sizeA))
	confirmed := func(x, y guess) bool {
		da, db := float64(y.a-x.a), float64(y.b-x.b)
		return da <= 12 && math.Abs(db-da*slope) <= 2+0.5*da
	}
	var out []guess
	for i, g := range links {
		if g.score < strong {
			continue
		}
		votes := 0
		for k := i - 1; k >= 0 && k >= i-3; k-- {
			if confirmed(links[k], g) {
				votes++
			}
		}
		for k := i + 1; k < len(links) && k <= i+3; k++ {
			if confirmed(g, links[k]) {
				votes++
			}
		}
		if votes >= 2 {
			out = append(out, g)
		}
	}
	return out
}

const (
	loose       = 6       // boundaries on either side of an anchor
	near        = 3       // the same where anchors are dense
	tight       = 2       // the same where a first pass has found the way
	widest      = 600     // boundaries on either side of the diagonal where nothing is anchored
	smallEnough = 4000    // cells that are searched whole
	budget      = 1000000 // cells of a corridor, or so
)

// corridorAround lays a corridor along the anchors: narrow at them, the whole rectangle between
// two of them that lie apart.
func corridorAround(fixed []guess, sizeA, sizeB, margin int) corridor {
	c := corridor{make([]int32, sizeA+1), make([]int32, sizeA+1)}
	for i := range c.low {
		c.low[i], c.high[i] = int32(sizeB), 0
	}
	stops := append([]guess{{a: -1, b: -1}}, fixed...)
	stops = append(stops, guess{a: int32(sizeA), b: int32(sizeB)})
	open := 0.0 // segments of A far from anchors
	for k := 1; k < len(stops); k++ {
		if !searchedWhole(stops[k-1], stops[k], margin) {
			open += float64(stops[k].a - stops[k-1].a)
		}
	}
	farthest := math.Min(widest, budget/2/math.Max(1, open))
	for k := 1; k < len(stops); k++ {
		c.rectangle(stops[k-1], stops[k], sizeA, sizeB, margin, farthest)
	}
	c.connect(sizeB)
	return c
}

// rectangle opens the corridor between two anchors, and a margin beyond.
func (c *corridor) rectangle(from, to guess, sizeA, sizeB, margin int, farthest float64) {
	rows, columns := float64(to.a-from.a), float64(to.b-from.b)
	whole := searchedWhole(from, to, margin)
	for i := max(0, int(from.a)-margin); i <= min(sizeA, int(to.a)+margin); i++ {
		low, high := int(from.b)-margin, int(to.b)+margin
		if !whole {
			middle := float64(from.b) + (float64(i)-float64(from.a))*columns/rows
			// What is not anchored may drift, the more the farther the anchors are.
			ends := math.Min(float64(i)-float64(from.a), float64(to.a)-float64(i))
			drift := math.Min(farthest, 3*float64(margin)+math.Max(0, ends)*0.7+0.1*math.Sqrt(rows*columns))
			low, high = max(low, int(middle-drift)), min(high, int(middle+drift)+1)
		}
		c.low[i] = min(c.low[i], int32(min(max(low, 0), sizeB)))
		c.high[i] = max(c.high[i], int32(min(max(high, 0), sizeB)))
	}
}

// searchedWhole reports whether what lies between two anchors is small enough to be searched whole.
func searchedWhole(from, to guess, margin int) bool {
	rows, columns := int(to.a-from.a), int(to.b-from.b)
	return rows*columns <= smallEnough || rows <= 2*margin && columns <= widest
}

// connect makes sure that the corridor leads from corner to corner and never steps back.
func (c *corridor) connect(sizeB int) {
	n := len(c.low) - 1
	c.low[0], c.high[n] = 0, int32(sizeB)
	for i := n - 1; i >= 0; i-- {
		c.low[i] = min(c.low[i], c.low[i+1])
	}
	for i := 1; i <= n; i++ {
		c.high[i] = max(c.high[i], c.high[i-1], c.low[i])
	}
	for i := 0; i < n; i++ {
		c.high[i] = max(c.high[i], c.low[i+1])
	}
}

// pass bends the corridor so that paths through points, which rise, lie in it: rows before a point end at its
// place of B, rows behind it begin there.
func (c *corridor) pass(points []guess, sizeB int) {
	if len(points) == 0 {
		return
	}
	floor, next := int32(0), 0
	for i := range c.low {
		behind := next
		for behind < len(points) && int(points[behind].a) == i {
			behind++
		}
		ceiling := int32(sizeB)
		if behind < len(points) {
			ceiling = points[behind].b
		}
		c.low[i] = min(max(c.low[i], floor), ceiling)
		c.high[i] = min(max(c.high[i], floor), ceiling)
		for _, g := range points[next:behind] {
			c.low[i], c.high[i] = min(c.low[i], g.b), max(c.high[i], g.b)
			floor = g.b
		}
		next = behind
	}
	c.connect(sizeB)
}
