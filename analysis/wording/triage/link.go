package triage

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"hexapla/analysis/entity"
)

// How words correspond inside a row. Content words are linked wherever they stand, first the same
// words, then words of one meaning; function words only beside linked neighbours. What is left over
// on both sides between the same neighbours is one changed place.

// bond is why two words are linked.
type bond uint8

const (
	noBond    bond = iota
	equal          // the same norm
	inflected      // the same lemma
	related        // synonym, derivation, close meaning, the same entity
	near           // like by use, no known relation
	spelled        // the same name or word spelled otherwise
	broader        // a more general or more special word
	contrary       // opposite words in one place
	replaced       // nothing in common but the place
)

// pairing is the correspondence of two sentences. to[i] is the word of b that word i of a is
// linked to, or -1; from is the inverse.
type pairing struct {
	a, b     *sentence
	to, from []int
	bonds    []bond // by word of a
	remains  []weigh
}

// candidate is a possible link.
type candidate struct {
	i, j  int
	bond  bond
	score float64
}

func (v *vocabulary) pair(a, b *sentence) *pairing {
	p := newPairing(a, b)
	p.greedy(p.equalWords())
	p.greedy(v.relatedWords(p))
	p.linkFunctionWords()
	v.linkGaps(p)
	v.linkReplacements(p)
	return p
}

// linkReplacements links words of content that are still left over but stand for each other.
func (v *vocabulary) linkReplacements(p *pairing) {
	if !p.hasContentLeft(p.a, p.to) || !p.hasContentLeft(p.b, p.from) {
		return
	}
	c := v.correspond(p.a, p.b)
	for i, j := range c.to {
		if j >= 0 && p.to[i] < 0 && p.from[j] < 0 && !p.a.words[i].grammar() && !p.b.words[j].grammar() && !p.a.words[i].punct && !p.b.words[j].punct {
			p.link(i, j, c.bonds[i])
		}
	}
}

func (p *pairing) hasContentLeft(s *sentence, links []int) bool {
	for i, j := range links {
		if w := &s.words[i]; j < 0 && !w.punct && !w.grammar() {
			return true
		}
	}
	return false
}

func newPairing(a, b *sentence) *pairing {
	return &pairing{a: a, b: b, to: filled(len(a.words)), from: filled(len(b.words)), bonds: make([]bond, len(a.words))}
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func (p *pairing) link(i, j int, b bond) {
	p.to[i], p.from[j], p.bonds[i] = j, i, b
}

// equalWords lists content words and numbers with the same norm or lemma.
func (p *pairing) equalWords() []candidate {
	byLemma := map[string][]int{}
	for j := range p.b.words {
		if w := &p.b.words[j]; !w.punct && !w.is(function) {
			byLemma[w.lemma] = append(byLemma[w.lemma], j)
		}
	}
	var out []candidate
	for i := range p.a.words {
		w := &p.a.words[i]
		if w.punct || w.is(function) {
			continue
		}
		for _, j := range byLemma[w.lemma] {
			c := candidate{i: i, j: j, bond: equal, score: 1}
			if w.norm != p.b.words[j].norm {
				c.bond, c.score = inflected, 0.9
			}
			out = append(out, c)
		}
	}
	return out
}

// greedy links the candidates, the best first: equal neighbours and the same relative place make
// a candidate better.
func (p *pairing) greedy(candidates []candidate) {
	for k := range candidates {
		candidates[k].score += p.context(candidates[k].i, candidates[k].j)
	}
	slices.SortStableFunc(candidates, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, c := range candidates {
		if p.to[c.i] < 0 && p.from[c.j] < 0 {
			p.link(c.i, c.j, c.bond)
		}
	}
}

func (p *pairing) context(i, j int) float64 {
	score := 0.0
	for d := 1; d <= 2; d++ {
		for _, side := range []int{-d, d} {
			x, y := i+side, j+side
			if x >= 0 && y >= 0 && x < len(p.a.words) && y < len(p.b.words) && p.a.words[x].norm == p.b.words[y].norm {
				score += 0.15 / float64(d)
			}
		}
	}
	place := float64(i)/float64(len(p.a.words)) - float64(j)/float64(len(p.b.words))
	return score - 0.4*max(place, -place)
}

// relatedWords lists pairs of words that are left over and mean the same.
func (v *vocabulary) relatedWords(p *pairing) []candidate {
	var out []candidate
	for i := range p.a.words {
		if p.to[i] >= 0 || p.a.words[i].punct || p.a.words[i].is(function) {
			continue
		}
		for j := range p.b.words {
			if p.from[j] >= 0 || p.b.words[j].punct || p.b.words[j].is(function) {
				continue
			}
			if b, score := v.bond(p, i, j); b == related || b == spelled || b == near && score > 0.55 {
				out = append(out, candidate{i: i, j: j, bond: b, score: score})
			}
		}
	}
	return out
}

// bond returns how two words are related, wherever they stand, and how strongly.
func (v *vocabulary) bond(p *pairing, i, j int) (bond, float64) {
	x, y := &p.a.words[i], &p.b.words[j]
	if x.mention >= 0 && y.mention >= 0 {
		if m, n := p.a.mentions[x.mention], p.b.mentions[y.mention]; entity.Same(m, n) {
			return related, 0.9
		} else if m.Kind == n.Kind {
			return noBond, 0
		}
	}
	if likeSpelled(x, y) {
		return spelled, 0.75
	}
	if !x.content || !y.content {
		if x.entry != nil && y.entry != nil && (slices.Contains(x.entry.antonyms, y.lemma) || slices.Contains(y.entry.antonyms, x.lemma)) {
			return contrary, 0.5
		}
		return noBond, 0
	}
	if p.a.lang == p.b.lang && p.a.lang != "en" {
		if b, score := v.throughEnglish(x.lexeme, y.lexeme, p.a.lang); b != noBond {
			return b, score
		}
	}
	if v.words == nil || p.a.lang != "en" || p.b.lang != "en" {
		return sharedStem(x, y)
	}
	if x.isName(p.a) && y.isName(p.b) {
		return noBond, 0 // names of one field are of different things
	}
	if x.entry != nil && y.entry != nil {
		switch v.words.relate(x.entry, y.entry, x.lemma, y.lemma) {
		case opposite:
			return contrary, 0.5
		case synonym, derived:
			return related, 0.8
		case similar:
			return related, 0.7
		case general:
			return broader, 0.6
		case sister:
			return near, 0.5
		}
	}
	if b, score := sharedStem(x, y); b != noBond {
		return b, score
	}
	if c := cosine(x.vector, y.vector); c > 0.35 {
		return near, c
	}
	return noBond, 0
}

// sharedStem relates words that begin alike, long enough to be of one family.
func sharedStem(x, y *word) (bond, float64) {
	shared := 0
	for a, b := x.norm, y.norm; a != "" && b != ""; shared++ {
		r, n := utf8.DecodeRuneInString(a)
		s, m := utf8.DecodeRuneInString(b)
		if r != s {
			break
		}
		a, b = a[n:], b[m:]
	}
	longest := max(utf8.RuneCountInString(x.norm), utf8.RuneCountInString(y.norm))
	if shared >= 5 && 3*shared >= 2*longest || shared >= 2 && longest <= 3 && shared == longest {
		return related, 0.7
	}
	return noBond, 0
}

// linkFunctionWords links equal function words and marks that stand between the same neighbours.
func (p *pairing) linkFunctionWords() {
	for i := range p.a.words {
		if p.to[i] >= 0 {
			continue
		}
		expected := p.expected(i)
		best, distance := -1, 4
		for j := max(0, expected-3); j < min(len(p.b.words), expected+4); j++ {
			if p.from[j] >= 0 || p.a.words[i].norm != p.b.words[j].norm {
				continue
			}
			if d := max(j-expected, expected-j); d < distance {
				best, distance = j, d
			}
		}
		if best >= 0 {
			p.link(i, best, equal)
		}
	}
}

// expected is where word i of a would stand in b: as far from its linked neighbour as in a.
func (p *pairing) expected(i int) int {
	for d := 1; d < len(p.a.words); d++ {
		if x := i - d; x >= 0 && p.to[x] >= 0 {
			return p.to[x] + d
		}
		if x := i + d; x < len(p.a.words) && p.to[x] >= 0 {
			return p.to[x] - d
		}
	}
	return i
}
