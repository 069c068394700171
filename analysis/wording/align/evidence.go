package align

import "math"

// # Evidence
//
// A bead is scored by how much likelier its words are as translations of each other than by chance:
// for each word of one side that the table knows, log(blank + (1-blank) * p(word | other side) / p(word)),
// where p(word | other side) is IBM model 1 over the words of the other side. Dividing by the number
// of words on the other side is what keeps a bead from taking in a neighbour that does not belong.

// clue is one word of a segment and how strongly a segment of the other side predicts it.
type clue struct {
	at    int16 // which of the segment's words
	force float32
}

// cell is the clues of two segments: in B those that A predicts, and in A those that B predicts.
type cell struct{ inB, inA []clue }

// evidence computes cells row by row.
type evidence struct {
	a, b         *sideWords
	t            *table
	oddsA        []float32 // 1/p(word)
	oddsB        []float32
	dullA, dullB []bool    // words that tell nothing
	predB        []float32 // by type of B: how strongly row predicts it
	seenA        []int32   // by type of A: 1 + its place in the row's words
	backA        []float32 // by place in the row's words
	row          int
}

func newEvidence(a, b *sideWords, t *table) *evidence {
	oddsA, oddsB := odds(a), odds(b)
	return &evidence{a: a, b: b, t: t, oddsA: oddsA, oddsB: oddsB, dullA: dull(oddsA, t.forth, t.expectedA), dullB: dull(oddsB, t.back, t.expectedB), predB: make([]float32, len(b.words)), seenA: make([]int32, len(a.words)), row: -1}
}

// odds is the inverse frequency of each type, bounded so that no single word decides.
func odds(s *sideWords) []float32 {
	out := make([]float32, len(s.words))
	total := math.Min(float64(s.total)+50, 4000)
	for i, w := range s.words {
		frequency := math.Max(float64(w.count)/float64(s.total+50), 1/total)
		out[i] = float32(1 / frequency)
	}
	return out
}

// dull marks the words that say nothing: those that are so common that finding them on both sides is
// no news, and those that nobody expects to find.
func dull(odds []float32, arcs [][]arc, expected []bool) []bool {
	const common = 4 // one word in four
	out := make([]bool, len(odds))
	for id := range out {
		out[id] = len(arcs[id]) == 0 && !expected[id] || odds[id] < common
	}
	return out
}

// covered is how many words of each segment tell something.
func covered(s *sideWords, dull []bool) []float32 {
	out := make([]float32, len(s.bags))
	for i, b := range s.bags {
		for _, w := range b.words {
			if !dull[w.id] {
				out[i] += w.n
			}
		}
	}
	return out
}

// enter makes i the row that cells are computed for.
func (e *evidence) enter(i int) {
	if e.row >= 0 {
		for _, w := range e.a.bags[e.row].words {
			e.seenA[w.id] = 0
			for _, x := range e.t.forth[w.id] {
				e.predB[x.to] = 0
			}
		}
	}
	e.row = i
	words := e.a.bags[i].words
	for at, w := range words {
		e.seenA[w.id] = int32(at + 1)
		for _, x := range e.t.forth[w.id] {
			e.predB[x.to] += x.p * w.n
		}
	}
	e.backA = append(e.backA[:0], make([]float32, len(words))...)
}

// cell computes the clues between the row and segment j of B.
func (e *evidence) cell(j int) cell {
	var c cell
	found := false
	for at, w := range e.b.bags[j].words {
		if p := e.predB[w.id]; p > 0 && at < math.MaxInt16 && !e.dullB[w.id] {
			c.inB = append(c.inB, clue{int16(at), p * e.oddsB[w.id]})
			for _, x := range e.t.back[w.id] {
				if place := e.seenA[x.to]; place > 0 {
					e.backA[place-1] += x.p * w.n
					found = true
				}
			}
		}
	}
	if found {
		for at, p := range e.backA {
			if p > 0 && at < math.MaxInt16 && !e.dullA[e.a.bags[e.row].words[at].id] {
				c.inA = append(c.inA, clue{int16(at), p * e.oddsA[e.a.bags[e.row].words[at].id]})
			}
			e.backA[at] = 0
		}
	}
	return c
}

// fastLog is the natural logarithm within 0.01, from the bits of x.
func fastLog(x float32) float32 {
	bits := math.Float32bits(x)
	exponent := float32(int32(bits>>23) - 127)
	m := math.Float32frombits(bits&0x7fffff | 0x3f800000)
	return 0.69314718*exponent - 1.7417939 + (2.8212026+(-1.4699568+(0.44717955-0.056570851*m)*m)*m)*m
}
