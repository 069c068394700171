package triage

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
)

// Versions of different languages are compared by what can be told across languages: quantities,
// dates, names, negation, modality, who speaks, and content that the bilingual lexicon knows on
// one side only.

// crossing is one such difference between the measure and a version.
type crossing struct {
	kind   Kind
	a, b   stretch
	says   phrase.Phrase
	weighs []weigh
}

// across compares every version with the one of another language that measures it: the original,
// the first of two, or else the first language's pivot. told holds, by version and family, what the
// versions of one language have shown already.
func (r *rows) across(row int, measure *sentence, others []*sentence, told map[int]map[family]bool) []Difference {
	others = slices.SortedFunc(slices.Values(others), func(a, b *sentence) int {
		return cmp.Or(strings.Compare(string(a.lang), string(b.lang)), strings.Compare(a.span.Of(a.text), b.span.Of(b.text)), a.version-b.version)
	})
	var out []crossed
	for _, s := range others {
		for _, c := range r.cross(measure, s) {
			if told[s.version][familyOf(c.kind)] {
				continue
			}
			at := slices.IndexFunc(out, func(o crossed) bool { return o.joins(c, s.lang) })
			if at < 0 {
				at = len(out)
				out = append(out, crossed{crossing: c, lang: s.lang})
			}
			out[at].readings = append(out[at].readings, Reading{s.version, s.spanOf(c.b)})
			out[at].said = max(out[at].said, saidBy(s, c.b, others))
		}
	}
	var found []Difference
	for _, c := range out {
		found = append(found, r.differenceAcross(row, measure, c, others))
	}
	return found
}

// crossed is a crossing with the versions that have it.
type crossed struct {
	crossing
	lang     text.Language
	readings []Reading
	said     int // of what is added: how many versions of the language have it
}

// joins reports whether a crossing of another version is the same difference.
func (o *crossed) joins(c crossing, lang text.Language) bool {
	if o.kind != c.kind || o.lang != lang {
		return false
	}
	if c.kind == Omission {
		return o.a.from < c.a.to && c.a.from < o.a.to
	}
	return o.a == c.a && o.says.String() == c.says.String()
}

// saidBy counts the versions of a language that have most words of a stretch of one.
func saidBy(s *sentence, at stretch, others []*sentence) int {
	n := 0
	for _, o := range others {
		if o.lang != s.lang {
			continue
		}
		has, all := 0, 0
		for i := at.from; i < at.to; i++ {
			if w := &s.words[i]; !w.punct && !w.is(function) {
				all++
				if slices.ContainsFunc(o.words, func(u word) bool { return u.lemma == w.lemma }) {
					has++
				}
			}
		}
		if 2*has > all {
			n++
		}
	}
	return n
}

// enough is how many versions of a language let a word that half of them lack, or have, be one
// that only the lexicon lacks.
const enough = 3

func (r *rows) differenceAcross(row int, measure *sentence, c crossed, others []*sentence) Difference {
	d := Difference{Row: row, Kind: c.kind, Readings: []Reading{{measure.version, measure.spanOf(c.a)}}}
	d.Say(c.says)
	group := 0
	for _, s := range others {
		if s.lang == c.lang {
			group++
		}
	}
	if group >= enough && (c.kind == Omission && 2*len(c.readings) >= group || c.kind == Addition && 2*c.said >= group) {
		c.weighs = append(c.weighs, weigh{"content.across all", 1, ""})
	}
	d.Severity, d.Evidence = r.o.Tables.severity(c.weighs)
	for _, reading := range c.readings {
		d.Readings = append(d.Readings, reading)
		d.Departs = append(d.Departs, reading.Version)
	}
	slices.SortFunc(d.Readings, func(a, b Reading) int { return a.Version - b.Version })
	slices.Sort(d.Departs)
	return d
}

// rendering returns the lexicon from one language into another, nil if there is none.
func (r *rows) rendering(from, to text.Language) *rendering {
	key := [2]text.Language{from, to}
	if known, ok := r.renderings[key]; ok {
		return known
	}
	var out *rendering
	if b := r.o.Lexicons.Between(from, to); b != nil {
		out = &rendering{v: r.vocabulary, words: b, to: to, known: map[string][]translation{}}
	}
	r.renderings[key] = out
	return out
}

// cross judges a pair of sentences of two languages; a is the measure.
func (r *rows) cross(a, b *sentence) []crossing {
	x := &crosser{v: r.vocabulary, tables: r.o.Tables, a: a, b: b}
	x.bridge = r.vocabulary.bridge(a, b, r.rendering(a.lang, b.lang), r.rendering(b.lang, a.lang))
	x.quantities()
	x.names()
	x.negation()
	x.modality()
	x.sayings()
	x.contents()
	return x.out
}

type crosser struct {
	v      *vocabulary
	tables *Tables
	a, b   *sentence
	bridge *bridge
	out    []crossing
}

func (x *crosser) find(kind Kind, a, b stretch, says phrase.Phrase, weighs ...weigh) {
	x.out = append(x.out, crossing{kind, a, b, says, weighs})
}

// place is where in b a word of a would stand, by its share of the sentence.
func (x *crosser) place(from, to *sentence, i int) stretch {
	at := 0
	if len(from.words) > 0 {
		at = i * len(to.words) / len(from.words)
	}
	return stretch{at, at}
}
