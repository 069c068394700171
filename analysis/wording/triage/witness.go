package triage

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// Many versions are witnesses of one text. Each is compared with the pivot; what is found at one
// place of the pivot is one difference, with a reading for every version, and the readings are
// counted.

// testimony is what one version has against the pivot.
type testimony struct {
	*sentence
	pairing  *pairing
	findings []finding
}

// variation is one place of the pivot where versions part.
type variation struct {
	family family
	at     stretch
	found  map[int]finding // by testimony
}

// family is the kinds of which one place has one difference.
type family uint8

const (
	ofContent family = iota
	ofQuantity
	ofName
	ofNegation
	ofModality
	ofSaying
	ofGrammar
	ofOrder
	ofMarks
)

func familyOf(k Kind) family {
	switch k {
	case Number, Date:
		return ofQuantity
	case Name, Spelling:
		return ofName
	case Negation:
		return ofNegation
	case Modality:
		return ofModality
	case Attribution:
		return ofSaying
	case Tense, Mood:
		return ofGrammar
	case Transposition, Agent:
		return ofOrder
	case Cosmetic, Quote:
		return ofMarks
	}
	return ofContent
}

// witnesses compares the sentences of one language in a row.
func (r *rows) witnesses(row int, group []*sentence, o *original) []Difference {
	at := pivot(group)
	base := group[at]
	var others []testimony
	for i, s := range group {
		if i != at {
			p, findings := r.vocabulary.differences(base, s)
			others = append(others, testimony{s, p, findings})
		}
	}
	var out []Difference
	for _, v := range variations(others) {
		out = append(out, r.difference(row, base, others, v, o))
	}
	if len(others) == 1 {
		r.settle(out, others[0].pairing.remains)
	}
	return out
}

// variations gathers what the versions have at one place of the pivot, in the order of places.
func variations(others []testimony) []variation {
	var all []variation
	for k, t := range others {
		for _, f := range t.findings {
			all = append(all, variation{familyOf(f.kind), f.a, map[int]finding{k: f}})
		}
	}
	slices.SortStableFunc(all, func(x, y variation) int {
		return cmp.Or(cmp.Compare(x.at.from, y.at.from), cmp.Compare(x.family, y.family), cmp.Compare(x.at.to, y.at.to))
	})
	if len(others) == 1 {
		return all
	}
	var out []variation
	for _, v := range all {
		if i := slices.IndexFunc(out, func(o variation) bool { return joins(o, v, others) }); i >= 0 {
			for k, f := range v.found {
				out[i].found[k] = f
				if !f.a.empty() {
					out[i].at = stretch{min(out[i].at.from, f.a.from), max(out[i].at.to, f.a.to)}
				}
			}
			continue
		}
		out = append(out, v)
	}
	return out
}

// joins reports whether two variations are one place: they share a word of the pivot, or add the
// same words at the same place, and no version has both.
func joins(x, y variation, others []testimony) bool {
	if x.family != y.family {
		return false
	}
	for k := range y.found {
		if _, both := x.found[k]; both {
			return false
		}
	}
	if !x.at.empty() && !y.at.empty() {
		return x.at.from < y.at.to && y.at.from < x.at.to && max(x.at.to, y.at.to)-min(x.at.from, y.at.from) <= 2*min(x.at.to-x.at.from, y.at.to-y.at.from)+2
	}
	if !x.at.empty() || !y.at.empty() || abs(x.at.from-y.at.from) > 2 {
		return false
	}
	return sameAddition(x, y, others)
}

func sameAddition(x, y variation, others []testimony) bool {
	for k, f := range x.found {
		for n, g := range y.found {
			if a, b := others[k].contentOf(f.b), others[n].contentOf(g.b); a == b || a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a)) {
				return true
			}
		}
	}
	return false
}

// voice is one version's reading at a place.
type voice struct {
	sentence *sentence
	at       stretch
	span     text.Span
	value    string // readings of one value say the same
}

// difference makes one difference of a variation.
func (r *rows) difference(row int, base *sentence, others []testimony, v variation, o *original) Difference {
	voices := []voice{{base, v.at, base.spanOf(v.at), base.valueOf(v.at, v.family)}}
	var main *finding
	top := -1.0
	for k, t := range others {
		f, differs := v.found[k]
		if !differs {
			b := (&judge{p: t.pairing}).counterpart(v.at)
			voices = append(voices, voice{t.sentence, b, t.spanOf(b), voices[0].value})
			continue
		}
		value := t.valueOf(f.b, v.family)
		if value == voices[0].value {
			value += " ≠ " + t.spanOf(f.b).Of(t.text)
		}
		voices = append(voices, voice{t.sentence, f.b, t.spanOf(f.b), value})
		if severity, _ := r.o.Tables.severity(f.weighs); severity > top {
			top, main = severity, &f
		}
	}
	c := &count{row: row, base: base, voices: voices, main: main, original: o, family: v.family}
	return r.assemble(c)
}

// valueOf is what a reading says, whatever its form.
func (s *sentence) valueOf(at stretch, f family) string {
	if f == ofQuantity || f == ofName {
		for i := at.from; i < at.to; i++ {
			if m := s.words[i].mention; m >= 0 {
				return s.mentions[m].Value
			}
		}
	}
	if content := s.contentOf(at); content != "" && f != ofMarks {
		return content
	}
	return strings.ToLower(s.surfaceOf(at.from, at.to))
}
