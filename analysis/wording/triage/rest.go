package triage

import "math"

// The gravest difference of two sentences stands for the sentence: among many sentences the reviewer
// turns to the one whose gravest difference is gravest. It therefore also answers for what else
// differs, within its side of the threshold: whether the meaning changes, the difference decides
// itself.

// remains sums up everything in which two sentences part.
func (j *judge) remains() []weigh {
	var words [2]float64
	var grammar, close, other, judged float64
	side := func(n int, w *word) {
		switch {
		case w.punct:
		case w.content && !w.is(function):
			words[n] += w.tells()
		default:
			grammar++
		}
	}
	for i, t := range j.p.to {
		w := &j.p.a.words[i]
		switch {
		case t < 0:
			side(0, w)
		case j.p.bonds[i] == near:
			close += w.tells() + j.p.b.words[t].tells()
		case j.p.bonds[i] == replaced || j.p.bonds[i] == contrary:
			other += w.tells() + j.p.b.words[t].tells()
		}
	}
	for i, t := range j.p.from {
		if t < 0 {
			side(1, &j.p.b.words[i])
		}
	}
	for i := range j.out {
		if base, _ := j.v.tables.severity(j.out[i].weighs); !j.out[i].harmless(base) {
			judged += base
		}
	}
	return []weigh{
		{"rest.judged", judged, ""},
		{"rest.lost", words[0], ""},
		{"rest.gained", words[1], ""},
		{"rest.balance", math.Abs(words[0] - words[1]), ""},
		{"rest.grammar", grammar, ""},
		{"rest.near", close, ""},
		{"rest.other", other, ""},
		{"rest.order", j.inversions(), ""},
		{"rest.breaks", j.v.breaks(j.p.a) + j.v.breaks(j.p.b), ""},
		{"rest.length", float64(len(j.p.a.words) + len(j.p.b.words)), ""},
	}
}

// tells is how much a content word says: a rare one more.
func (w *word) tells() float64 { return 0.4 + 0.6*w.weight }

// settle lets the gravest difference of a pair of sentences answer for the rest.
func (r *rows) settle(found []Difference, remains []weigh) {
	if len(found) == 0 {
		return
	}
	gravest := 0
	for i := range found {
		if found[i].Severity > found[gravest].Severity {
			gravest = i
		}
	}
	sum := 0.0
	for _, w := range remains {
		sum += r.o.Tables.weights[w.feature] * w.times
	}
	d := &found[gravest]
	low, high := 0.0, Shown-0.01
	if d.Severity >= Shown {
		low, high = Shown, 1
	}
	settled := low + (high-low)/(1+math.Exp(-sum))
	weight := settled // the sum of the others may lie beyond 1, at which the severity ended
	for _, e := range d.Evidence {
		weight -= e.Weight
	}
	d.Evidence = append(d.Evidence, Evidence{Feature: "rest", Weight: weight})
	d.Severity = settled
}
