package align

import (
	"math"

	"hexapla/analysis/text"
)

// medoid is the version that resembles the others most; of equals the first.
func medoid(versions []*sideWords) int {
	best, most := 0, -1.0
	profiles := make([]*profile, len(versions))
	for v, w := range versions {
		profiles[v] = profileOf(w)
	}
	for v := range versions {
		sum := 0.0
		for w := range versions {
			if v != w {
				sum += profiles[v].like(profiles[w])
			}
		}
		if sum > most+1e-9 {
			best, most = v, sum
		}
	}
	return best
}

// profile is a version's words by how telling they are, for a quick comparison.
type profile struct {
	words  *sideWords
	weight []float64
	norm   float64
	size   float64
}

func profileOf(w *sideWords) *profile {
	p := &profile{words: w, weight: make([]float64, len(w.words)), size: float64(len(w.bags))}
	for i, x := range w.words {
		if x.kind != text.Punct {
			p.weight[i] = 1 + math.Log(float64(x.count))
			p.norm += p.weight[i] * p.weight[i]
		}
	}
	p.norm = math.Sqrt(p.norm) + 1e-9
	return p
}

// like compares two profiles, 0 to about 1. Versions of two languages share little but numbers and
// names, so that the medoid is one of the language that most versions are in. Much longer or shorter
// versions are poor medoids.
func (p *profile) like(q *profile) float64 {
	dot := 0.0
	for i, x := range p.words.words {
		if j, ok := q.words.byStem[x.stem]; ok && p.weight[i] > 0 {
			dot += p.weight[i] * q.weight[j]
		}
	}
	length := (math.Min(p.size, q.size) + 1) / (math.Max(p.size, q.size) + 1)
	return (dot/(p.norm*q.norm) + 0.1) * length
}

func similarity(a, b *sideWords) float64 { return profileOf(a).like(profileOf(b)) }
