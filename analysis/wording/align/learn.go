package align

import (
	"cmp"
	"math"
	"slices"
)

// learn re-estimates the model from beads: how common each shape is, how lengths go together, how
// many words stay unexplained. What was assumed before counts as some dozens of beads.
func (m *model) learn(a, b *sideWords, beads []bead) {
	const assumed = 40.0
	counts := make([]float64, len(beadShapes))
	for k, s := range beadShapes {
		counts[k] = assumed * s.prior
	}
	var lengthA, lengthB, total float64
	for _, x := range beads {
		if k := shapeOf(x); k >= 0 {
			counts[k]++
			total++
		}
		if x.linked() {
			lengthA += lengthOf(a, x.a0, x.a1)
			lengthB += lengthOf(b, x.b0, x.b1)
		}
	}
	for k := range counts {
		m.prior[k] = math.Log(counts[k] / (total + assumed))
	}
	if lengthA == 0 || lengthB == 0 {
		return
	}
	m.ratio = (lengthB + m.usual*assumedLength) / (lengthA + assumedLength)
	m.variance = (assumed*4 + m.spread(a, b, beads)) / (assumed + total)
}

// spread sums the squared deviations of the lengths of B, for each character expected; one outlier
// weighs little.
func (m *model) spread(a, b *sideWords, beads []bead) float64 {
	sum := 0.0
	for _, x := range beads {
		if !x.linked() {
			continue
		}
		expected, lb := lengthOf(a, x.a0, x.a1)*m.ratio, lengthOf(b, x.b0, x.b1)
		middle := (expected+lb)/2 + 4
		sum += math.Min((lb-expected)*(lb-expected)/(middle*m.ratio), 30)
	}
	return sum
}

func lengthOf(s *sideWords, from, to int32) float64 {
	n := 0.0
	for _, b := range s.bags[from:to] {
		n += b.length
	}
	return n
}

// shapeOf finds the shape of a bead, -1 if it has none.
func shapeOf(x bead) int {
	for k, s := range beadShapes {
		if s.a == int(x.a1-x.a0) && s.b == int(x.b1-x.b0) {
			return k
		}
	}
	return -1
}

// taught returns the couples that the beads teach, together with what was known before: words that
// turn up in the same beads more often than by chance. A single common bead teaches nothing, or
// every link would prove itself.
func taught(a, b *sideWords, beads []bead, before []couple) []couple {
	const (
		most     = 20000 // beads that are looked at
		believed = 6     // beads that a known couple is worth
		telling  = 0.3   // association that makes a couple
	)
	step := 1 + len(beads)/most
	lessons := make([][]int32, len(a.words)) // by type of A: the beads it is in
	var wordsB [][]wordID                    // by bead
	seenB := make([]float64, len(b.words))
	for k := 0; k < len(beads); k += step {
		x := beads[k]
		if !x.linked() || x.a1-x.a0+x.b1-x.b0 > 4 {
			continue
		}
		for _, e := range repeated(a, x.a0, x.a1) {
			lessons[e] = append(lessons[e], int32(len(wordsB)))
		}
		words := repeated(b, x.b0, x.b1)
		for _, f := range words {
			seenB[f]++
		}
		wordsB = append(wordsB, words)
	}
	out := slices.Clone(before)
	slices.SortFunc(out, func(x, y couple) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	known := 0                                // of those, the next
	together := make([]float64, len(b.words)) // with one type of A
	var met []wordID
	for e, in := range lessons {
		met = met[:0]
		for _, bead := range in {
			for _, f := range wordsB[bead] {
				if together[f] == 0 {
					met = append(met, f)
				}
				together[f]++
			}
		}
		ea := float64(len(in))
		for ; known < len(before) && int(out[known].a) == e; known++ {
			c := &out[known]
			if rarer := math.Min(ea, seenB[c.b]); rarer > 0 {
				c.weight = float32((believed*float64(c.weight) + math.Max(0, together[c.b]-1)) / (believed + rarer))
			}
			together[c.b] = 0 // nothing more to learn of it
		}
		for _, f := range met {
			c, chance := together[f], ea*seenB[f]/float64(len(wordsB))
			if w := (c - 1 - chance) / math.Sqrt(ea*seenB[f]); c >= 2 && w > telling && c > 2*chance {
				out = append(out, couple{wordID(e), f, float32(w)})
			}
			together[f] = 0
		}
	}
	slices.SortFunc(out, func(x, y couple) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}

// repeated is the types in a stretch that occur in more than one segment of the side.
func repeated(s *sideWords, from, to int32) []wordID {
	var out []wordID
	for _, b := range s.bags[from:to] {
		for _, w := range b.words {
			if s.words[w.id].spread > 1 && len(out) < 150 {
				out = append(out, w.id)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
