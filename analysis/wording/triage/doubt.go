package triage

import (
	"cmp"
	"slices"

	"hexapla/analysis/phrase"
)

// Where two sentences leave much of each other unsaid, what stands in place of a word is doubted: it
// is hardly one more synonym that the dictionary lacks. So no single loose word alarms, and one in a
// sentence that says something else does. Only two versions are doubted so: of more, the others bear
// witness.

const (
	doubtful     = 1.5  // unsaid, from which on two sentences are doubted
	gainedShare  = 0.4  // of what is added counts: it seldom denies what is said
	longSentence = 60   // words; of more, several sentences in one row, more is left unsaid
	besideMark   = 2    // words: so near a graver difference nothing else is raised
	addedLeast   = 0.15 // unsaid, of what is added
	otherLeast   = 0.03 // of other differences
	nameInAll    = 3.0  // a name is said or is not, whatever else is reworded
	nameInPlace  = 1.5
	mostTold     = 4 // words that a reason lists
)

// doubt is what two sentences leave unsaid of each other.
type doubt struct {
	p            *pairing
	a, b         []float64 // by word
	lost, gained float64   // of what the first says, of what the second says
}

// doubt measures two English sentences; nil for others, whose words have no vectors. Half a meaning
// counts a quarter: many loose renderings are no error.
func (v *vocabulary) doubt(p *pairing) *doubt {
	if v.words == nil || p.a.lang != "en" || p.b.lang != "en" {
		return nil
	}
	d := &doubt{p: p}
	d.a, d.b = p.unsaid()
	for i, u := range d.a {
		d.lost += weightier(p.a, i, u, nameInAll)
	}
	for i, u := range d.b {
		d.gained += weightier(p.b, i, u, nameInAll)
	}
	return d
}

// weightier is how much an unsaid word says: rare ones more, and names.
func weightier(s *sentence, i int, unsaid, name float64) float64 {
	if s.words[i].isName(s) {
		unsaid *= unsaid * name
	} else {
		unsaid *= unsaid
	}
	return unsaid * s.words[i].weight
}

// great reports whether two sentences are too far apart for mere rewording.
func (d *doubt) great() bool {
	length := float64(len(d.p.a.words)+len(d.p.b.words)) / 2
	return d.lost+gainedShare*d.gained >= doubtful*max(1, length/longSentence)
}

// doubted adds to the differences of two sentences what the sentences leave unsaid of each other.
func (v *vocabulary) doubted(p *pairing, found []finding) {
	d := p.doubt
	if d == nil {
		return
	}
	if d.great() {
		v.raise(d, found)
	}
	for i := range found {
		v.weighLost(&found[i], d.lostIn(found[i].a))
	}
}

// raise brings the differences of two doubted sentences over the threshold. Of several that stand side
// by side the weightiest speaks for its neighbours.
func (v *vocabulary) raise(d *doubt, found []finding) {
	var taken []stretch
	var open []int
	for i := range found {
		f := &found[i]
		switch severity, _ := v.tables.severity(f.weighs); {
		case severity >= Shown:
			taken = append(taken, f.b)
		case !f.harmless(severity) && d.tells(f) > leastTold(f.kind):
			open = append(open, i)
		}
	}
	slices.SortStableFunc(open, func(x, y int) int { return cmp.Compare(d.tells(&found[y]), d.tells(&found[x])) })
	for _, i := range open {
		f := &found[i]
		if !f.b.empty() {
			if slices.ContainsFunc(taken, f.b.isBeside) {
				continue
			}
			taken = append(taken, f.b)
		}
		severity, _ := v.tables.severity(f.weighs)
		words := d.words(f)
		f.weighs = append(f.weighs, weigh{"doubt", Shown - severity + 1e-3, ""})
		if len(words) > 0 {
			f.also = append(f.also, phrase.Of("words of this sentence that only one version says: %s", words))
		}
	}
}

// leastTold is what a difference must leave unsaid to be doubted: what one version adds, more.
func leastTold(k Kind) float64 {
	if k == Addition {
		return addedLeast
	}
	return otherLeast
}

// weighLost adds what a difference leaves unsaid, within its side of the threshold: one word by itself
// may be said in a way that is not known.
func (v *vocabulary) weighLost(f *finding, lost float64) {
	each := v.tables.weights["unsaid"]
	if lost == 0 || each <= 0 || f.harmless(1) {
		return
	}
	if severity, _ := v.tables.severity(f.weighs); severity < Shown {
		lost = min(lost, max(0, Shown-0.01-severity)/each)
	}
	f.weighs = append(f.weighs, weigh{"unsaid", lost, ""})
}

// lostIn is how much of a stretch of the first sentence the second does not say.
func (d *doubt) lostIn(x stretch) float64 {
	sum := 0.0
	for i := x.from; i < x.to; i++ {
		sum += d.a[i] * d.p.a.words[i].weight
	}
	return min(sum, 3)
}

// tells is how much the weightiest word of a difference says that is unsaid.
func (d *doubt) tells(f *finding) float64 {
	s, unsaid, at := d.p.b, d.b, f.b
	if at.empty() {
		s, unsaid, at = d.p.a, d.a, f.a
	}
	most := 0.0
	for i := at.from; i < at.to; i++ {
		most = max(most, weightier(s, i, unsaid[i], nameInPlace))
	}
	return most
}

// words lists the weightiest unsaid words of both sentences but those of one difference.
func (d *doubt) words(f *finding) phrase.Clauses {
	type told struct {
		surface string
		weight  float64
	}
	var all []told
	list := func(s *sentence, unsaid []float64, but stretch) {
		for i, u := range unsaid {
			if w := weightier(s, i, u, nameInAll); w > addedLeast && (i < but.from || i >= but.to) {
				all = append(all, told{s.words[i].surface, w})
			}
		}
	}
	list(d.p.a, d.a, f.a)
	list(d.p.b, d.b, f.b)
	slices.SortStableFunc(all, func(x, y told) int { return cmp.Compare(y.weight, x.weight) })
	var out phrase.Clauses
	for _, t := range all[:min(len(all), mostTold)] {
		out = append(out, phrase.Quoting("%s", t.surface))
	}
	return out
}

// isBeside reports whether two stretches of one sentence stand so near each other that they are one
// place.
func (s stretch) isBeside(t stretch) bool {
	return s.from < t.to+besideMark && t.from < s.to+besideMark
}
