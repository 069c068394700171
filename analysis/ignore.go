package analysis

import (
	"slices"
	"strings"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

// heedable are the classes of harmless differences that are folded away unless the user wants to
// see them.
const heedable = text.FoldDefault | text.FoldPunctuation

// heeding gives differences the weight that the user's "ignore" switches ask for: one that is only of
// an ignored class becomes cosmetic, one that is harmless but of a class that is not ignored is
// marked to be shown. The differences given are shared with other runs and stay as they are.
func (d *derivation) heeding(columns []Version, differences []triage.Difference) []triage.Difference {
	ignored := heedable &^ d.options.Heed
	if d.options.Fold&text.FoldInflection != 0 {
		ignored |= text.FoldInflection
	}
	if ignored == heedable {
		return differences
	}
	out := slices.Clone(differences)
	for i := range out {
		x := &out[i]
		switch {
		case x.Kind == triage.Cosmetic:
			x.Heeded = !d.same(columns, x, ignored)
		case sameWords(x.Kind) && ignored&text.FoldInflection != 0 && d.same(columns, x, ignored):
			x.Kind, x.Severity = triage.Cosmetic, 0
			x.Say(phrase.Of("the words differ only in what is ignored"))
		}
	}
	return out
}

// sameWords reports whether a difference of the kind is one of its words, so that it is none where
// they count as the same. What is moved, turned round or left open has the same words and differs.
func sameWords(k triage.Kind) bool {
	switch k {
	case triage.Wording, triage.Spelling, triage.Tense, triage.Term:
		return true
	}
	return false
}

// same reports whether all readings of a difference count as the same words under a fold.
func (d *derivation) same(columns []Version, x *triage.Difference, fold text.Fold) bool {
	first := ""
	for i, r := range x.Readings {
		v := columns[r.Version]
		var norms []string
		for _, t := range d.resources.Text.Tokens(r.Of(v.Article.Text), v.Language) {
			if n := d.resources.Text.Norm(t.Of(r.Of(v.Article.Text)), v.Language, fold); t.Kind != text.Space && n != "" {
				norms = append(norms, n)
			}
		}
		words := strings.Join(norms, " ")
		if i == 0 {
			first = words
		}
		if words != first {
			return false
		}
	}
	return len(x.Readings) > 1
}
