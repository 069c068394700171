package triage

import (
	"cmp"
	"slices"
	"strings"
)

// Which word stands for which. A pair of words is judged by what relates the two and by where their
// neighbours stand: words between the same neighbours correspond though nothing relates them, equal
// ones far apart do not if they are "the". As each link makes its neighbours' likelier, all words are
// linked several times over, the best pair first, each time by what the time before found.

// linkRounds is how often that is done.
const linkRounds = 3

// How likely a pair is by itself. With what its neighbours add it must reach likely.
const (
	likely        = 0.55
	sameContent   = 1.35 // one word of content
	sameLemma     = 1.12 // in two forms
	sameGrammar   = 0.58 // one word of grammar
	sameMark      = 0.52
	phrases       = 0.85 // one word says what two say
	oneSort       = 0.42 // two articles, two prepositions, …
	twoContents   = 0.26 // words of content that nothing relates
	twoMarks      = 0.1
	contentBeside = 0.0  // a word of content and one of grammar
	twoGrammars   = -0.1 // words of grammar of two sorts
	kinship       = 0.05 // what related words have beyond the strength of their bond
	farApart      = 0.2  // loss where one word begins its sentence and the other ends it
)

// reach is what neighbours at a distance of 1, 2, … add at most, on both sides together.
var reach = [...]float64{0.26, 0.13, 0.07}

// aside is the share of it by how far a neighbour's counterpart is from where it should be.
var aside = [...]float64{1, 0.6, 0.2}

// correspond links the words of two sentences that stand for each other. Which of the two comes first
// changes nothing.
func (v *vocabulary) correspond(a, b *sentence) *pairing {
	if strings.Compare(a.surfaceOf(0, len(a.words)), b.surfaceOf(0, len(b.words))) > 0 {
		return v.correspond(b, a).turned()
	}
	p := newPairing(a, b)
	candidates := p.sameWords()
	found := p.relink(candidates, nil)
	candidates = v.otherWords(p, candidates)
	for range linkRounds - 1 {
		found = p.relink(candidates, found[:0])
	}
	return p
}

// turned is the same links from b to a.
func (p *pairing) turned() *pairing {
	out := newPairing(p.b, p.a)
	for i, j := range p.to {
		if j >= 0 {
			out.link(j, i, p.bonds[i])
		}
	}
	return out
}

// sameWords lists the pairs of equal words, inflected ones too.
func (p *pairing) sameWords() []candidate {
	byLemma := make(map[string][]int, len(p.b.words))
	for j := range p.b.words {
		l := p.b.words[j].lemma
		byLemma[l] = append(byLemma[l], j)
	}
	out := make([]candidate, 0, 2*len(p.a.words))
	for i := range p.a.words {
		x := &p.a.words[i]
		for _, j := range around(byLemma[x.lemma], i*len(p.b.words)/len(p.a.words)) {
			if y := &p.b.words[j]; x.punct == y.punct {
				b, score := sameness(x, y)
				out = append(out, candidate{i, j, b, score - p.apart(i, j)})
			}
		}
	}
	return out
}

// mostAlike bounds how many places of a repeated word are tried.
const mostAlike = 16

// around returns the places around the one wanted.
func around(places []int, wanted int) []int {
	if len(places) <= mostAlike {
		return places
	}
	at, _ := slices.BinarySearch(places, wanted)
	from := max(0, min(at-mostAlike/2, len(places)-mostAlike))
	return places[from : from+mostAlike]
}

// sameness is how likely two words of one lemma correspond.
func sameness(x, y *word) (bond, float64) {
	switch {
	case x.punct:
		return equal, sameMark
	case x.norm == y.norm && x.grammar():
		return equal, sameGrammar
	case x.norm == y.norm:
		return equal, sameContent
	case x.grammar():
		return inflected, sameGrammar
	}
	return inflected, sameLemma
}

// grammar reports whether a word carries no meaning of its own.
func (w *word) grammar() bool { return !w.content || w.is(function) }

// apart is the loss of a pair whose words stand at different places of their sentences.
func (p *pairing) apart(i, j int) float64 {
	place := float64(i)/float64(len(p.a.words)) - float64(j)/float64(len(p.b.words))
	return farApart * max(place, -place)
}

// mostLeft bounds the words left over that are compared with each other.
const mostLeft = 1 << 18

// otherWords adds the pairs of words that are left over and not the same.
func (v *vocabulary) otherWords(p *pairing, out []candidate) []candidate {
	left, others := unlinked(p.to), unlinked(p.from)
	band := mostLeft / max(1, len(left))
	for n, i := range left {
		middle := n * len(others) / len(left)
		for _, j := range others[max(0, min(len(others), middle-band)):min(len(others), middle+band)] {
			if p.a.words[i].lemma == p.b.words[j].lemma {
				continue
			}
			if b, score := v.affinity(p, i, j); b != noBond {
				out = append(out, candidate{i, j, b, score - p.apart(i, j)})
			}
		}
	}
	return out
}

func unlinked(links []int) []int {
	var out []int
	for i, j := range links {
		if j < 0 {
			out = append(out, i)
		}
	}
	return out
}

// affinity is how two unlike words are related and how likely that makes them to correspond.
func (v *vocabulary) affinity(p *pairing, i, j int) (bond, float64) {
	x, y := &p.a.words[i], &p.b.words[j]
	switch {
	case x.punct != y.punct:
		return noBond, 0
	case x.punct:
		return replaced, twoMarks
	case v.oneMeaning(x.phrase, y) || v.oneMeaning(y.phrase, x):
		return related, phrases
	case x.grammar() && y.grammar():
		if s := sorts[x.norm]; s != 0 && s == sorts[y.norm] {
			return replaced, oneSort
		}
		return replaced, twoGrammars
	}
	if b, score := v.bond(p, i, j); b != noBond {
		return b, score + kinship
	}
	if x.grammar() != y.grammar() {
		return replaced, contentBeside
	}
	return replaced, twoContents
}

// oneMeaning reports whether a phrase of two words means what a word means, or what a phrase that
// begins with it means.
func (v *vocabulary) oneMeaning(phrase *entry, w *word) bool {
	if phrase == nil {
		return false
	}
	return w.entry != nil && v.words.share(phrase, w.entry) || w.phrase != nil && v.words.share(phrase, w.phrase)
}

// relink links the candidates anew, the best first, each judged by the links there were. It appends
// those that are likely to out.
func (p *pairing) relink(candidates, out []candidate) []candidate {
	for _, c := range candidates {
		if c.score += p.support(c.i, c.j); c.score >= likely {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for i := range p.to {
		p.to[i], p.bonds[i] = -1, noBond
	}
	for j := range p.from {
		p.from[j] = -1
	}
	for _, c := range out {
		if p.to[c.i] < 0 && p.from[c.j] < 0 {
			p.link(c.i, c.j, c.bond)
		}
	}
	return out
}

// support is what the neighbours of two words say: whether their counterparts stand beside each other
// too. The ends of a sentence are neighbours as well.
func (p *pairing) support(i, j int) float64 {
	sum := 0.0
	for d, most := range reach {
		for _, step := range [2]int{-d - 1, d + 1} {
			sum += most / 2 * (standing(p.to, i+step, j+step, len(p.from)) + standing(p.from, j+step, i+step, len(p.to)))
		}
	}
	return sum
}

// standing is how well the counterpart of the word at a place stands, 1 at best, 0 if it has none.
func standing(links []int, at, wanted, length int) float64 {
	actual := -1
	switch {
	case at < -1 || at > len(links) || at >= 0 && at < len(links) && links[at] < 0:
		return 0
	case at == len(links):
		actual = length
	case at >= 0:
		actual = links[at]
	}
	if d := abs(actual - wanted); d < len(aside) {
		return aside[d]
	}
	return 0
}

// sorts of English words of grammar: those of one sort may stand for each other.
var sorts = func() map[string]uint8 {
	out := map[string]uint8{}
	for n, list := range [...][]string{
		{"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your", "some", "any", "all", "every", "each", "no", "one"},
		{"of", "in", "on", "at", "by", "for", "from", "with", "to", "about", "between", "among", "against", "within", "per", "via", "over", "during", "through", "into", "toward", "towards", "amid", "across"},
		{"is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did"},
		{"can", "could", "may", "might", "must", "shall", "should", "will", "would"},
		{"and", "or", "but"},
		{"because", "although", "though", "since", "when", "while", "as", "if", "after", "before", "until", "however"},
		{"he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "who", "which"},
	} {
		for _, w := range list {
			out[w] = uint8(n + 1)
		}
	}
	return out
}()
