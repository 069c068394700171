package triage

// What one sentence says and the other does not, wherever in it it might. A reworded sentence says the
// same in other words: nearly each word of the one has a word in the other that is used like it. Where
// several rare words have none, the sentences do not say the same, and what stands in place of those
// words is no synonym that the dictionary happens to lack.

// How well a word is said by the one that it is linked to, if their use does not tell.
var saidThrough = [...]float64{equal: 1, inflected: 1, related: 0.9, spelled: 0.85, near: 0.6, broader: 0.6, contrary: 0.3, replaced: 0}

// withoutLink is how much a word in another place counts, which may belong to something else.
const withoutLink = 0.8

// unsaid returns how much of each word of content the other sentence does not say, 0 to 1.
func (p *pairing) unsaid() (a, b []float64) {
	a, b = make([]float64, len(p.a.words)), make([]float64, len(p.b.words))
	for i, t := range p.to {
		bond := noBond
		if t >= 0 {
			bond = p.bonds[i]
		}
		a[i] = unsaidBy(&p.a.words[i], p.b, bond)
	}
	for t, i := range p.from {
		bond := noBond
		if i >= 0 {
			bond = p.bonds[i]
		}
		b[t] = unsaidBy(&p.b.words[t], p.a, bond)
	}
	return a, b
}

func unsaidBy(w *word, other *sentence, b bond) float64 {
	if w.punct || w.grammar() || b == equal || b == inflected {
		return 0
	}
	said := 0.0
	for k := range other.words {
		o := &other.words[k]
		switch {
		case o.punct || o.is(function):
		case o.lemma == w.lemma:
			said = 1
		default:
			said = max(said, cosine(w.vector, o.vector))
		}
	}
	if b == noBond {
		return 1 - withoutLink*said
	}
	return 1 - max(said, saidThrough[b])
}
