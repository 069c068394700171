package triage

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
)

// rows is the state of one run over the rows of a comparison.
type rows struct {
	// immutable
	in Input
	o  Options

	vocabulary *vocabulary
	renderings map[[2]text.Language]*rendering

	// learnt from the rows
	named map[string]string // spellings of names, each with the first of those that stood for one name
}

func newRows(in Input, o Options) (*rows, error) {
	if o.Tables == nil {
		o.Tables = &Tables{}
	}
	if o.Model == nil {
		o.Model = &text.Model{}
	}
	r := &rows{in: in, o: o, named: map[string]string{}, renderings: map[[2]text.Language]*rendering{}}
	var languages []text.Language
	for _, v := range in.Versions {
		languages = append(languages, v.Language)
	}
	var err error
	r.vocabulary, err = newVocabulary(o, languages, r.sameWords())
	if err == nil {
		r.vocabulary.english = func(lang text.Language) *rendering { return r.rendering(lang, "en") }
	}
	return r, err
}

// sameWords maps each wording that the user declared the same, and each alias, to one of its group.
func (r *rows) sameWords() map[string]string {
	out := map[string]string{}
	join := func(group []string) {
		norms := make([]string, 0, len(group))
		for _, s := range group {
			norms = append(norms, r.o.Model.Norm(s, "", text.FoldDefault))
		}
		root := slices.Min(norms)
		for _, n := range norms {
			if known, ok := out[n]; ok {
				root = min(root, known)
			}
		}
		for _, n := range norms {
			if known, ok := out[n]; ok {
				for k, v := range out {
					if v == known {
						out[k] = root
					}
				}
			}
			out[n] = root
		}
	}
	for _, pair := range r.in.Same {
		join(pair[:])
	}
	for _, group := range r.in.Aliases {
		if len(group) > 0 {
			join(group)
		}
	}
	return out
}

// row compares the versions of one row: those of one language word by word.
func (r *rows) row(n int, row align.Row) []Difference {
	byLanguage := map[text.Language][]*sentence{}
	var languages []text.Language
	for v, segments := range row.Segments {
		if v >= len(r.in.Versions) || len(segments) == 0 {
			continue
		}
		s := r.vocabulary.sentence(v, r.in.Versions[v], segments)
		if len(s.words) == 0 {
			continue
		}
		if byLanguage[s.lang] == nil {
			languages = append(languages, s.lang)
		}
		byLanguage[s.lang] = append(byLanguage[s.lang], s)
	}
	slices.Sort(languages)
	o := r.originalOf(byLanguage)
	out := r.absent(n, row)
	told := map[int]map[family]bool{}
	for _, lang := range languages {
		if group := byLanguage[lang]; len(group) > 1 {
			found := r.witnesses(n, group, o)
			out = append(out, found...)
			tell(told, found)
		}
	}
	if len(languages) > 1 {
		measure := byLanguage[languages[0]][pivot(byLanguage[languages[0]])]
		switch {
		case o != nil:
			measure = o.sentence
		case len(r.in.Versions) == 2:
			measure = r.firstOf(byLanguage)
		}
		var others []*sentence
		for _, lang := range languages {
			if lang != measure.lang {
				others = append(others, byLanguage[lang]...)
			}
		}
		out = append(out, r.across(n, measure, others, told)...)
	}
	return out
}

// firstOf returns the first version's sentence of two: what it alone has is missing in the other.
func (r *rows) firstOf(byLanguage map[text.Language][]*sentence) *sentence {
	first := byLanguage[r.in.Versions[0].Language]
	return first[0]
}

// tell notes which versions are known to depart, and in what.
func tell(told map[int]map[family]bool, found []Difference) {
	for _, d := range found {
		if d.Severity < Shown {
			continue
		}
		for _, v := range d.Departs {
			if told[v] == nil {
				told[v] = map[family]bool{}
			}
			told[v][familyOf(d.Kind)] = true
		}
	}
}

// absent judges versions that have nothing in a row that most others have, or something that most
// have not.
func (r *rows) absent(n int, row align.Row) []Difference {
	var has, lacks []int
	for v := range r.in.Versions {
		if v < len(row.Segments) && len(row.Segments[v]) > 0 {
			has = append(has, v)
		} else {
			lacks = append(lacks, v)
		}
	}
	if len(has) == 0 || len(lacks) == 0 {
		return nil
	}
	d := Difference{Row: n, Kind: Omission, Departs: lacks}
	weighs := []weigh{{"segment.lost", 1, ""}}
	originalHas := slices.ContainsFunc(has, func(v int) bool { return r.in.Versions[v].Original })
	twoOnly := len(r.in.Versions) == 2 && has[0] == 1
	if !originalHas && (len(has) < len(lacks) || twoOnly) {
		d.Kind, d.Departs = Addition, has
		d.Say(phrase.Of("a whole segment stands in %s only", r.sigla(has)))
	} else {
		d.Say(phrase.Of("a whole segment has no counterpart in %s", r.sigla(lacks)))
	}
	d.Severity, d.Evidence = r.o.Tables.severity(weighs)
	for v := range r.in.Versions {
		d.Readings = append(d.Readings, Reading{v, r.place(n, v)})
	}
	return []Difference{d}
}

func (r *rows) sigla(versions []int) phrase.Names {
	var out phrase.Names
	for _, v := range versions {
		out = append(out, r.in.Versions[v].Siglum)
	}
	return out
}

// place is what a version has in a row, or where it would stand: after what it has in the row
// before.
func (r *rows) place(n, v int) text.Span {
	version := r.in.Versions[v]
	for k := n; k >= 0; k-- {
		if row := r.in.Rows[k]; v < len(row.Segments) && len(row.Segments[v]) > 0 {
			var span text.Span
			for i, s := range row.Segments[v] {
				if s < 0 || s >= len(version.Segments) {
					continue
				}
				if i == 0 {
					span = version.Segments[s]
				}
				span = span.Cover(version.Segments[s])
			}
			if k == n {
				return span
			}
			return text.Span{Start: span.End, End: span.End}
		}
	}
	return text.Span{}
}

// pivot returns the sentence that the others are compared with: the first of two, else the one
// that has most in common with all. It does not depend on the order.
func pivot(group []*sentence) int {
	if len(group) == 2 {
		return 0
	}
	bags := make([]map[string]bool, len(group))
	for i, s := range group {
		bags[i] = s.bag()
	}
	best, most := 0, -1.0
	for i := range group {
		sum := 0.0
		for k := range group {
			sum += dice(bags[i], bags[k])
		}
		if c := cmp.Compare(sum, most); c > 0 || c == 0 && strings.Compare(group[i].span.Of(group[i].text), group[best].span.Of(group[best].text)) < 0 {
			best, most = i, sum
		}
	}
	return best
}

// bag is the norms of a sentence.
func (s *sentence) bag() map[string]bool {
	out := map[string]bool{}
	for k := range s.words {
		if w := &s.words[k]; !w.punct {
			out[w.norm] = true
		}
	}
	return out
}

func dice(a, b map[string]bool) float64 {
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
