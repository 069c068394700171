package align

import (
	"math"

	"hexapla/analysis/text"
)

// shape is how many segments of either side a bead takes.
type shape struct{ a, b int }

// beadShape is a shape and how common it is before the texts say otherwise.
type beadShape struct {
	shape
	prior float64
}

// beadShapes is what a bead may be, the usual first.
var beadShapes = []beadShape{
	{shape{1, 1}, 0.82}, {shape{1, 0}, 0.02}, {shape{0, 1}, 0.02}, {shape{2, 1}, 0.05}, {shape{1, 2}, 0.05}, {shape{2, 2}, 0.012},
	{shape{3, 1}, 0.007}, {shape{1, 3}, 0.007}, {shape{3, 2}, 0.003}, {shape{2, 3}, 0.003}, {shape{4, 1}, 0.0025}, {shape{1, 4}, 0.0025},
	{shape{5, 1}, 0.0008}, {shape{1, 5}, 0.0008}, {shape{3, 3}, 0.001}, {shape{2, 4}, 0.001}, {shape{4, 2}, 0.001},
}

const (
	deepest = 5  // segments of one side in a bead
	usual   = 12 // shapes that are tried in a first pass
)

// model is what is estimated from the texts themselves.
type model struct {
	prior    []float64 // log, by shape
	ratio    float64   // characters of B for one of A
	usual    float64   // the same as the languages would have it
	variance float64   // of the length of B, for each character of A
	blank    float32   // share of known words that stay unexplained where segments correspond
	mean     float64   // characters of a segment of B
}

func newModel(a, b *sideWords) *model {
	m := &model{blank: 0.6, variance: 4, prior: make([]float64, len(beadShapes))}
	for i, s := range beadShapes {
		m.prior[i] = math.Log(s.prior)
	}
	var lengthA, lengthB float64
	for _, x := range a.bags {
		lengthA += x.length
	}
	for _, x := range b.bags {
		lengthB += x.length
	}
	m.usual = density(b.lang) / density(a.lang)
	m.ratio = (lengthB + m.usual*assumedLength) / (lengthA + assumedLength)
	m.mean = (lengthB + 1) / float64(len(b.bags)+1)
	return m
}

// assumedLength is how many characters of A stand behind the usual ratio: in a short text a sentence
// that was added must not change what lengths are expected.
const assumedLength = 300

// density is how many characters a language takes where English takes one.
func density(lang text.Language) float64 {
	switch lang {
	case "zh":
		return 0.3
	case "ja":
		return 0.42
	case "ko":
		return 0.5
	case "ar", "fa", "he", "ur", "ps":
		return 0.8
	}
	return 1
}

// length scores how well la characters of A and lb of B go together, against lengths taken at random.
func (m *model) length(la, lb float32) float32 {
	expected := la * float32(m.ratio)
	middle := (expected + lb) / 2
	deviation := float32(math.Sqrt(float64(float32(m.variance*m.ratio)*(middle+4) + 0.01*middle*middle)))
	d := (lb - expected) / deviation
	background := 0.7 * float32(math.Sqrt(m.mean*(float64(middle)+m.mean)/2))
	fit := -0.5 * d * d
	if fit < -4 {
		fit = -4 - fastLog(-3-fit) // a bad fit is bad enough
	}
	return fit + fastLog(1+background/deviation) - 0.3
}

// scorer scores beads over the rows of cells that it is given.
type scorer struct {
	*evidence
	*model
	scratch  [2][]float32
	touched  []int16
	blankLog float32
	lexical  float32 // how much words count against lengths
	known    [2]sums // words of each segment that the table knows
	chars    [2]sums // characters of each segment
}

// sums are running totals: what lies between two boundaries is a difference.
type sums []float32

func sumsOf(values func(i int) float32, n int) sums {
	out := make(sums, n+1)
	for i := range n {
		out[i+1] = out[i] + values(i)
	}
	return out
}

func (s sums) between(from, to int) float32 { return s[to] - s[from] }

func newScorer(a, b *sideWords, t *table, m *model) *scorer {
	s := &scorer{evidence: newEvidence(a, b, t), model: m, lexical: lexicalWeight, blankLog: fastLog(m.blank)}
	knownA, knownB := covered(a, s.dullA), covered(b, s.dullB)
	s.known[0] = sumsOf(func(i int) float32 { return knownA[i] }, len(a.bags))
	s.known[1] = sumsOf(func(j int) float32 { return knownB[j] }, len(b.bags))
	s.chars[0] = sumsOf(func(i int) float32 { return float32(a.bags[i].length) }, len(a.bags))
	s.chars[1] = sumsOf(func(j int) float32 { return float32(b.bags[j].length) }, len(b.bags))
	return s
}

// words scores the words of the bead that ends before boundary (i, j) and has n segments of A and m of B.
func (s *scorer) words(i, j, n, m int, h *halves) float32 {
	knownA, knownB := s.known[0].between(i-n, i), s.known[1].between(j-m, j)
	if knownA == 0 || knownB == 0 {
		return 0
	}
	if !h.clued(i, j, n, m) {
		return s.lexical * (knownA + knownB) * s.blankLog / 2
	}
	toB, toA := knownB*s.blankLog, knownA*s.blankLog
	for y := j - m; y < j; y++ {
		toB += h.inB(s, y, i, n)
	}
	for x := i - n; x < i; x++ {
		toA += h.inA(s, x, j, m)
	}
	return s.lexical * (toA + toB) / 2
}

func (s *scorer) add(side int, c clue) {
	sums := s.scratch[side]
	if int(c.at) >= len(sums) {
		sums = append(sums, make([]float32, int(c.at)+64-len(sums))...)
		s.scratch[side] = sums
	}
	if sums[c.at] == 0 {
		s.touched = append(s.touched, c.at)
	}
	sums[c.at] += c.force
}

// settle adds up what the clues of one segment are worth beyond being blank, and clears them.
func (s *scorer) settle(side int, words []tally, known float32) float32 {
	share := (1 - s.blank) / (known + 1)
	sums, total := s.scratch[side], float32(0)
	for _, at := range s.touched {
		total += words[at].n * (fastLog(s.blank+share*sums[at]) - s.blankLog)
		sums[at] = 0
	}
	s.touched = s.touched[:0]
	return total
}

// bead scores everything but the words' part, which is given.
func (s *scorer) bead(shapeAt, i, j int, words float32) float32 {
	sh := beadShapes[shapeAt]
	score := float32(s.prior[shapeAt])
	if sh.a == 0 || sh.b == 0 {
		return score
	}
	la, lb := s.chars[0].between(i-sh.a, i), s.chars[1].between(j-sh.b, j)
	return score + s.length(la, lb) + words + float32(s.seams(i, j, sh.shape))
}

// seams weighs paragraph starts: a bead rather does not run across one.
func (s *scorer) seams(i, j int, sh shape) float64 {
	if !s.a.paragraphs || !s.b.paragraphs {
		return 0
	}
	score := 0.0
	for x := i - sh.a + 1; x < i; x++ {
		if s.a.bags[x].starts {
			score -= 0.8
		}
	}
	for y := j - sh.b + 1; y < j; y++ {
		if s.b.bags[y].starts {
			score -= 0.8
		}
	}
	if s.a.bags[i-sh.a].starts == s.b.bags[j-sh.b].starts {
		return score + 0.05
	}
	return score - 0.2
}
