package stories

import (
	"math"
	"time"
)

// pair is two articles that belong together, a < b.
type pair struct {
	a, b       int
	relation   Relation
	identical  bool
	confidence float64
}

// likeness is what two articles have in common.
type likeness struct {
	words  float64 // share of the telling words of both, 0..1
	order  float64 // −1..1 (Kendall): how far what is shared stands in one order
	copied float64 // share of runs of words that both have (Jaccard)
	held   float64 // share of the runs of the shorter that the longer has
	length float64 // of the shorter to the longer
	size   int     // different words of the shorter
	one    bool    // language
}

// weigh compares two articles; false where they are strangers.
func (f *field) weigh(a, b int) (pair, bool) {
	l := f.compare(a, b)
	apart, dated := f.apart(a, b)
	p := pair{a: a, b: b}
	switch version, report := l.version(apart), l.report(apart, dated); {
	case l.copied >= 0.75 || l.held >= 0.9 && l.length >= 0.5:
		p.relation, p.confidence = Duplicate, max(l.copied, l.held)
		p.identical = l.copied == 1
	case version >= 0.5:
		p.relation, p.confidence = Version, version
	case report >= 0.5:
		p.relation, p.confidence = Report, report
	default:
		return p, false
	}
	return p, true
}

// version is how sure it is that both render one text. The weights come from looking at translations
// of one speech, and at speeches and notes of one series, which share their phrases: within a language
// that asks for more.
func (l likeness) version(apart int) float64 {
	usual := 0.32
	if l.one {
		usual = 0.50
	}
	x := 14*(l.words-usual) + 14*(l.order-0.6) + 2*(l.length-0.6)
	x -= 6 * max(0, 1-float64(l.size)/enough)
	x -= min(8, 0.1*float64(max(0, apart-versionDays)))
	return logistic(x)
}

const (
	enough      = 120 // different words that prove as much as more would
	versionDays = 7   // in which most translations appear
	reportDays  = 3   // in which most reports of one event appear
)

// report is how sure it is that both tell of one event. Long texts share many words without that.
func (l likeness) report(apart int, dated bool) float64 {
	x := 20 * (l.words - 0.33 - 0.045*math.Log(max(1, float64(l.size)/200)))
	switch {
	case dated && apart > reportDays:
		return 0
	case dated:
		x += 1 - 0.5*float64(apart)
	default:
		x -= 2
	}
	return logistic(x)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// compare finds what two articles share.
func (f *field) compare(a, b int) likeness {
	x, y := f.read[a], f.read[b]
	keysA, keysB, count := f.pivots[a], f.pivots[b], f.pivot
	one := f.texts[a].Language == f.texts[b].Language
	if one {
		keysA, keysB, count = f.owns[a], f.owns[b], f.own
	}
	weightA, weightB := f.weights(x, keysA, count), f.weights(y, keysB, count)
	var meet [][2]int32
	inA, inB := make([]bool, len(x.terms)), make([]bool, len(y.terms))
	for i, j := 0, 0; i < len(keysA) && j < len(keysB); {
		switch {
		case keysA[i].key < keysB[j].key:
			i++
		case keysA[i].key > keysB[j].key:
			j++
		default:
			s, t := keysA[i].term, keysB[j].term
			if x.terms[s].times == 1 && y.terms[t].times == 1 && !inA[s] && !inB[t] {
				meet = append(meet, [2]int32{s, t})
			}
			inA[s], inB[t] = true, true
			i, j = i+1, j+1
		}
	}
	shareA, shareB := share(weightA, inA), share(weightB, inB)
	l := likeness{
		words: (shareA + shareB) / 2, size: min(len(x.terms), len(y.terms)),
		length: float64(min(len(x.terms), len(y.terms))) / float64(max(len(x.terms), len(y.terms), 1)),
	}
	l.order = order(meet, x.terms, y.terms)
	l.one = one
	if one {
		l.copied, l.held = overlap(x.runs, y.runs)
		l.length = float64(min(x.words, y.words)) / float64(max(x.words, y.words, 1))
	}
	return l
}

// weights is how telling each term is; of several keys the commonest counts.
func (f *field) weights(x *features, keys []entry, count map[uint64]int32) []float32 {
	out := make([]float32, len(x.terms))
	for _, e := range keys {
		w := x.terms[e.term].size * f.rarity(count[e.key])
		if out[e.term] == 0 || w < out[e.term] {
			out[e.term] = w
		}
	}
	return out
}

func share(weights []float32, in []bool) float64 {
	var sum, all float64
	for i, w := range weights {
		all += float64(w)
		if in[i] {
			sum += float64(w)
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

const (
	maxOrdered = 64   // words that the order is told from
	doubt      = 20   // pairs that speak neither way: few words prove little
	beside     = 0.03 // words closer than this may change places in a sentence
)

// order tells how far what both share stands in one order (Kendall's tau).
func order(meet [][2]int32, x, y []term) float64 {
	step := max(1, len(meet)/maxOrdered)
	var up, down int
	for i := 0; i < len(meet); i += step {
		for j := 0; j < i; j += step {
			dx := x[meet[i][0]].first - x[meet[j][0]].first
			dy := y[meet[i][1]].first - y[meet[j][1]].first
			switch {
			case dx < beside && dx > -beside || dy < beside && dy > -beside:
			case dx*dy > 0:
				up++
			default:
				down++
			}
		}
	}
	return float64(up-down) / float64(up+down+doubt)
}

// overlap compares two ascending lists: the share of all that both have, and of the shorter list.
func overlap(a, b []uint64) (jaccard, held float64) {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common++
			i, j = i+1, j+1
		}
	}
	if common == 0 {
		return 0, 0
	}
	return float64(common) / float64(len(a)+len(b)-common), float64(common) / float64(min(len(a), len(b)))
}

// apart is how many days lie between two articles, false where one has no date.
func (f *field) apart(a, b int) (days int, dated bool) {
	x, y := f.days[a], f.days[b]
	if x == 0 || y == 0 {
		return 0, false
	}
	return max(x-y, y-x), true
}

// day numbers the days; 0 where the date is not one.
func day(date string) int {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return int(t.Unix()/86400) + 1<<20
}
