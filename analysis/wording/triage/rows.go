package triage

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
)

// rows is the state of one run over the rows of a comparison.
type rows struct {
	// immutable
	in Input
	o  Options

	vocabulary *vocabulary
}

func (r *rows) prepare() error {
	var languages []text.Language
	for _, v := range r.in.Versions {
		languages = append(languages, v.Language)
	}
	var err error
	r.vocabulary, err = newVocabulary(r.o, languages, r.sameWords())
	return err
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
	var out []Difference
	for _, lang := range languages {
		if group := byLanguage[lang]; len(group) > 1 {
			out = append(out, r.witnesses(n, group, o)...)
		}
	}
	return out
}

// whole judges what no single row shows.
func (r *rows) whole() []Difference { return nil }

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
