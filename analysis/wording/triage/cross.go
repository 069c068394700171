package triage

import (
	"fmt"
	"slices"
	"strings"

	"hexapla/analysis/entity"
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
// or else the first language's pivot. told holds, by version and family, what the versions of one
// language have shown already.
func (r *rows) across(row int, measure *sentence, others []*sentence, told map[int]map[family]bool) []Difference {
	var out []Difference
	index := map[string]int{}
	for _, s := range others {
		for _, c := range r.vocabulary.cross(measure, s, r.lexicon(measure.lang, s.lang), r.lexicon(s.lang, measure.lang)) {
			if told[s.version][familyOf(c.kind)] {
				continue
			}
			key := fmt.Sprint(c.kind, c.a, c.says)
			at, known := index[key]
			if !known {
				at = len(out)
				index[key] = at
				d := Difference{Row: row, Kind: c.kind}
				d.Say(c.says)
				d.Severity, d.Evidence = r.o.Tables.severity(c.weighs)
				d.Readings = []Reading{{measure.version, measure.spanOf(c.a)}}
				out = append(out, d)
			}
			out[at].Readings = append(out[at].Readings, Reading{s.version, s.spanOf(c.b)})
			out[at].Departs = append(out[at].Departs, s.version)
		}
	}
	for i := range out {
		slices.SortFunc(out[i].Readings, func(a, b Reading) int { return a.Version - b.Version })
		slices.Sort(out[i].Departs)
	}
	return out
}

func (r *rows) lexicon(from, to text.Language) func(string) []string {
	if r.o.Lexicons == nil {
		return nil
	}
	b := r.o.Lexicons.Between(from, to)
	if b == nil {
		return nil
	}
	return func(word string) []string {
		var out []string
		for _, e := range b.Translations(word) {
			out = append(out, e.Word)
		}
		return out
	}
}

// cross judges a pair of sentences of two languages; a is the measure.
func (v *vocabulary) cross(a, b *sentence, ab, ba func(string) []string) []crossing {
	x := &crosser{a: a, b: b}
	x.quantities()
	x.names()
	x.cue(negator|implicit, Negation, "negation")
	x.modality()
	x.sayings()
	if ab != nil && ba != nil {
		x.contents(ab, ba)
	}
	return x.out
}

type crosser struct {
	a, b *sentence
	out  []crossing
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

func (x *crosser) quantities() {
	strong := func(s *sentence) []place {
		return slices.DeleteFunc(counted(s), func(p place) bool { return p.Weak })
	}
	restA, restB := unmatched(strong(x.a), strong(x.b), entity.Same)
	all := counted(x.b)
	for _, p := range restA {
		if slices.ContainsFunc(all, func(q place) bool { return entity.Same(p.Mention, q.Mention) }) {
			continue
		}
		k := slices.IndexFunc(restB, func(q place) bool { return kindOf(q.Mention) == kindOf(p.Mention) })
		if k < 0 {
			x.find(kindOf(p.Mention), p.stretch, x.place(x.a, x.b, p.from), because("%s has no counterpart", p.Of(x.a.text)), lostFeature(p, "lost"))
			continue
		}
		q := restB[k]
		restB = slices.Delete(slices.Clone(restB), k, k+1)
		x.find(kindOf(p.Mention), p.stretch, q.stretch, because("%s against %s are not the same", p.Of(x.a.text), q.Of(x.b.text)), weigh{string(kindOf(p.Mention)) + ".changed", 1, p.Value + " / " + q.Value})
	}
	all = counted(x.a)
	for _, q := range restB {
		if !slices.ContainsFunc(all, func(p place) bool { return entity.Same(p.Mention, q.Mention) }) {
			x.find(kindOf(q.Mention), x.place(x.b, x.a, q.from), q.stretch, because("%s stands in one version only", q.Of(x.b.text)), lostFeature(q, "gained"))
		}
	}
}

// names judges known names: a state on one side that the other does not name in any role.
func (x *crosser) names() {
	named := func(s *sentence) []place {
		return places(s, func(m entity.Mention) bool { return m.Kind == entity.Name })
	}
	a, b := named(x.a), named(x.b)
	missing := func(from, in []place) []place {
		var out []place
		for _, p := range from {
			same := func(q place) bool { return q.Value == p.Value }
			if !slices.ContainsFunc(in, same) && !slices.ContainsFunc(out, same) {
				out = append(out, p)
			}
		}
		return out
	}
	lost, gained := missing(a, b), missing(b, a)
	for _, p := range lost {
		if len(gained) > 0 {
			q := gained[0]
			gained = gained[1:]
			x.find(Name, p.stretch, q.stretch, because("another name: %s against %s", p.Of(x.a.text), q.Of(x.b.text)), weigh{"name.other", 1, p.Value + " / " + q.Value})
			continue
		}
		x.find(Name, p.stretch, x.place(x.a, x.b, p.from), because("the name %s has no counterpart", p.Of(x.a.text)), weigh{"name.lost across", 1, p.Value})
	}
	for _, q := range gained {
		x.find(Name, x.place(x.b, x.a, q.from), q.stretch, because("the name %s stands in one version only", q.Of(x.b.text)), weigh{"name.gained across", 1, q.Value})
	}
}

// cue judges a class of words that one side has and the other lacks altogether.
func (x *crosser) cue(class cueClass, kind Kind, feature string) {
	const says = "%s denies and the other version does not"
	a, b := first(x.a, class), first(x.b, class)
	explicit := func(s *sentence, i int) bool { return i >= 0 && s.words[i].is(negator) }
	switch {
	case explicit(x.a, a) && b < 0:
		x.find(kind, stretch{a, a + 1}, x.place(x.a, x.b, a), because(says, x.a.words[a].surface), weigh{feature + ".across", 1, x.a.words[a].surface})
	case explicit(x.b, b) && a < 0:
		x.find(kind, x.place(x.b, x.a, b), stretch{b, b + 1}, because(says, x.b.words[b].surface), weigh{feature + ".across", 1, x.b.words[b].surface})
	}
}

func first(s *sentence, class cueClass) int {
	return slices.IndexFunc(s.words, func(w word) bool { return w.lexeme.is(class) })
}

// modality judges obligation against none: the plainest step that all languages mark.
func (x *crosser) modality() {
	a, b := strongest(x.a), strongest(x.b)
	if a < 0 || b < 0 {
		return
	}
	v, w := x.a.words[a].value(modal), x.b.words[b].value(modal)
	if (v == "5" && w < "4") || (w == "5" && v < "4") {
		x.find(Modality, stretch{a, a + 1}, stretch{b, b + 1}, because("the strength differs: %s against %s", x.a.words[a].surface, x.b.words[b].surface), weigh{"modal.across", 1, v + " / " + w})
	}
}

// strongest returns the modal that binds most, other than the future.
func strongest(s *sentence) int {
	best := -1
	for i := range s.words {
		if v := s.words[i].value(modal); v != "" && v < "6" && (best < 0 || v > s.words[best].value(modal)) {
			best = i
		}
	}
	return best
}

// sayings judges a reported statement that the other side states itself, and a speaker lost.
func (x *crosser) sayings() {
	speaker, other := speakerEnd(x.a), speakerEnd(x.b)
	if speaker > 0 && other == 0 && first(x.b, saying) < 0 {
		x.find(Attribution, stretch{0, speaker + 1}, stretch{}, because("the speaker %s is lost", x.a.surfaceOf(0, speaker)), weigh{"speaker.lost", 1, ""})
		return
	}
	a, b := first(x.a, saying), first(x.b, saying)
	if a >= 0 && b >= 0 {
		v, w := x.a.words[a].value(saying), x.b.words[b].value(saying)
		if v != w && forceful[v] != forceful[w] && count1(x.a, saying) == 1 && count1(x.b, saying) == 1 {
			x.find(Attribution, stretch{a, a + 1}, stretch{b, b + 1}, because("the verb of saying has another force: %s against %s", x.a.words[a].surface, x.b.words[b].surface), weigh{"saying.across", 1, v + " / " + w})
		}
	}
}

// forceful are the forces that no neutral verb renders.
var forceful = map[string]bool{"claim": true, "warn": true, "threaten": true, "demand": true, "deny": true, "accuse": true}

func count1(s *sentence, class cueClass) int {
	n := 0
	for i := range s.words {
		if s.words[i].is(class) {
			n++
		}
	}
	return n
}

// contents judges words of which the lexicon knows translations and the other side has none: a run
// of two or more is an omission or an addition.
func (x *crosser) contents(ab, ba func(string) []string) {
	for _, side := range []struct {
		kind     Kind
		from, to *sentence
		lexicon  func(string) []string
	}{{Omission, x.a, x.b, ab}, {Addition, x.b, x.a, ba}} {
		o := &original{sentence: side.to, lower: strings.ToLower(strings.Map(dropBlanks(side.to.lang), side.to.span.Of(side.to.text)))}
		run, known := stretch{}, 0
		flush := func() {
			if known >= 3 {
				says := because("%s has no counterpart", side.from.surfaceOf(run.from, run.to))
				a, b := run, x.place(side.from, side.to, run.from)
				if side.kind == Addition {
					says = because("%s stands in one version only", side.from.surfaceOf(run.from, run.to))
					a, b = b, a
				}
				x.find(side.kind, a, b, says, weigh{"content.across", 1, ""}, weigh{"content.across more", float64(min(4, known-3)), ""})
			}
			run, known = stretch{}, 0
		}
		for i := range side.from.words {
			w := &side.from.words[i]
			if w.punct || w.is(function) || !w.content {
				continue
			}
			switch has, knows := o.renders(w, side.lexicon); {
			case has || w.mention >= 0:
				flush()
			case knows:
				if known == 0 {
					run.from = i
				}
				run.to = i + 1
				known++
			}
		}
		flush()
	}
}

// renders reports whether the sentence has a translation of a word, and whether any is known.
func (o *original) renders(w *word, lexicon func(string) []string) (has, knows bool) {
	candidates := lexicon(w.norm)
	if w.lemma != w.norm {
		candidates = append(slices.Clone(candidates), lexicon(w.lemma)...)
	}
	for _, c := range candidates {
		if o.contains(c) {
			return true, true
		}
	}
	return false, len(candidates) > 0
}
