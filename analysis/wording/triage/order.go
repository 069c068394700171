package triage

import (
	"slices"
	"strings"
)

// scrambled judges sentences with the same words in no order: from most words the next one lies
// elsewhere. Nothing else is judged then.
func (j *judge) scrambled() bool {
	seq := j.linkedOrder()
	if len(seq) < 5 {
		return false
	}
	places := slices.Sorted(slices.Values(seq))
	breaks := 0
	for k := 1; k < len(seq); k++ {
		before, _ := slices.BinarySearch(places, seq[k-1])
		if at, _ := slices.BinarySearch(places, seq[k]); at != before+1 {
			breaks++
		}
	}
	if share := float64(breaks) / float64(len(seq)-1); share < 0.6 || j.inversions() < 0.3 {
		return false
	}
	if odd := max(oddities(j.p.b), oddities(j.p.a)); odd < 1 && dice(j.p.a.bag(), j.p.b.bag()) < 0.85 {
		return false
	}
	j.out = append(j.out, finding{Transposition, stretch{0, len(j.p.a.words)}, stretch{0, len(j.p.b.words)},
		because("the same words in another order: what depends on what is lost"), []weigh{{"order.scrambled", 1, ""}}})
	return true
}

// oddities counts neighbours that no English sentence has: an article before a preposition, a
// preposition before a full stop.
func oddities(s *sentence) int {
	if s.lang != "en" {
		return 0
	}
	n := 0
	for i := 0; i+1 < len(s.words); i++ {
		w, next := s.words[i].norm, &s.words[i+1]
		if articles[w] && (next.punct && next.norm != "\"" && next.norm != "(" || articles[next.norm] || prepositions[next.norm] || isFinite(next.norm)) ||
			prepositions[w] && (next.norm == "." || next.norm == "of" || isFinite(next.norm)) {
			n++
		}
	}
	return n
}

var articles = map[string]bool{"the": true, "a": true, "an": true, "its": true, "their": true, "his": true, "our": true, "my": true}

var prepositions = map[string]bool{"of": true, "at": true, "from": true, "with": true, "for": true, "to": true, "by": true, "into": true, "and": true, "or": true}

func isFinite(norm string) bool {
	a, ok := auxiliary[norm]
	return ok && a.time != 0 && norm != "have" && norm != "do"
}

// inversions is the share of linked words that must move for both sides to be in one order.
func (j *judge) inversions() float64 {
	seq := j.linkedOrder()
	if len(seq) == 0 {
		return 0
	}
	return 1 - float64(longestRise(seq))/float64(len(seq))
}

func (j *judge) linkedOrder() []int {
	var seq []int
	for i, t := range j.p.to {
		if w := &j.p.a.words[i]; t >= 0 && !w.punct && !w.is(function) {
			seq = append(seq, t)
		}
	}
	return seq
}

// longestRise is the length of the longest increasing subsequence.
func longestRise(seq []int) int {
	var tails []int
	for _, x := range seq {
		at, _ := slices.BinarySearch(tails, x)
		if at == len(tails) {
			tails = append(tails, x)
		} else {
			tails[at] = x
		}
	}
	return len(tails)
}

// agents judges two nouns that have changed places around one verb: who did it to whom.
func (j *judge) agents() {
	for i, t := range j.p.to {
		if t < 0 || j.p.bonds[i] > related || !j.isVerb(j.p.a, i) || !j.isVerb(j.p.b, t) {
			continue
		}
		left, right := j.noun(i, -1), j.noun(i, 1)
		if left < 0 || right < 0 {
			continue
		}
		if l, r := j.p.to[left], j.p.to[right]; r < t && t < l && j.passive(j.p.a, i) == j.passive(j.p.b, t) && t-r <= 5 && l-t <= 5 {
			x, y := stretch{left, right + 1}, stretch{r, l + 1}
			j.find(Agent, x, y, because("who does it to whom is turned round: %s against %s", j.wordsA(x), j.wordsB(y)), weigh{"agent.swapped", 1, ""})
			return
		}
	}
}

// noun returns the nearest linked name or noun on one side of a verb of a, -1 if there is none.
func (j *judge) noun(i, side int) int {
	for d := 1; d <= 5; d++ {
		k := i + side*d
		if k < 0 || k >= len(j.p.a.words) {
			return -1
		}
		w := &j.p.a.words[k]
		switch {
		case w.punct:
			return -1
		case w.content && !w.is(function) && j.p.to[k] >= 0 && (w.isName(j.p.a) || w.entry != nil && strings.HasPrefix(w.entry.parts, "n")):
			return k
		}
	}
	return -1
}

func (j *judge) passive(s *sentence, i int) bool {
	f := s.words[i].form
	if f != pastForm && f != participleForm {
		return false
	}
	for k := max(0, i-3); k < i; k++ {
		if _, ok := auxiliary[s.words[k].norm]; ok {
			return true
		}
	}
	return i+1 < len(s.words) && s.words[i+1].norm == "by"
}

// moves records stretches of two content words or more that stand elsewhere.
func (j *judge) moves() {
	seq, at := []int{}, []int{}
	for i, t := range j.p.to {
		if t >= 0 && j.p.a.words[i].content && !j.p.a.words[i].is(function) {
			seq = append(seq, t)
			at = append(at, i)
		}
	}
	stays := onRise(seq)
	for k := 0; k < len(seq); k++ {
		if stays[k] {
			continue
		}
		end := k + 1
		for end < len(seq) && !stays[end] && seq[end] > seq[end-1] {
			end++
		}
		if end-k >= 2 {
			x := stretch{at[k], at[end-1] + 1}
			y := stretch{seq[k], seq[end-1] + 1}
			j.out = append(j.out, finding{Transposition, x, y, because("%s stands elsewhere", j.wordsA(x)), []weigh{{"order.moved", 1, ""}}})
		}
		k = end - 1
	}
}

// onRise marks the members of one longest increasing subsequence.
func onRise(seq []int) []bool {
	best, prev := make([]int, len(seq)), make([]int, len(seq))
	last := -1
	for i := range seq {
		best[i], prev[i] = 1, -1
		for k := range i {
			if seq[k] < seq[i] && best[k]+1 > best[i] {
				best[i], prev[i] = best[k]+1, k
			}
		}
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	out := make([]bool, len(seq))
	for ; last >= 0; last = prev[last] {
		out[last] = true
	}
	return out
}
