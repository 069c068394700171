package collate

import (
	"slices"
	"unicode"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
)

// kin is the share of the shorter version's words from which on two versions are of one language,
// whatever they were said to be: of a few lines, or of a language that nobody taught it, detection
// makes now this language and now that.
const kin = 0.5

// tongues names the language of each version, one name for all that have most words in common.
func tongues(w []Witness) []text.Language {
	out := make([]text.Language, len(w))
	for i := range w {
		out[i] = w[i].Language
	}
	if one(out) {
		return out
	}
	bags := make([]map[string]int, len(w))
	for i := range w {
		bags[i] = wordsOf(w[i])
	}
	for i := range w {
		for j := range i {
			if out[i] != out[j] && alikeIn(bags[i], bags[j]) >= kin {
				least, other := min(out[i], out[j]), max(out[i], out[j])
				for k := range out {
					if out[k] == other {
						out[k] = least
					}
				}
			}
		}
	}
	return out
}

func one(languages []text.Language) bool {
	return !slices.ContainsFunc(languages, func(l text.Language) bool { return l != languages[0] })
}

// wordsOf counts the words of a version; numbers and marks say nothing of its language.
func wordsOf(w Witness) map[string]int {
	out := map[string]int{}
	for _, norm := range w.Norms {
		for _, r := range norm {
			if unicode.IsLetter(r) {
				out[norm]++
				break
			}
		}
	}
	return out
}

// alikeIn is the share of the smaller bag that is in the other.
func alikeIn(a, b map[string]int) float64 {
	common, sizeA, sizeB := 0, 0, 0
	for word, n := range a {
		common += min(n, b[word])
		sizeA += n
	}
	for _, n := range b {
		sizeB += n
	}
	return float64(common) / float64(max(1, min(sizeA, sizeB)))
}

// group is the versions of one language that have a row.
type group []int

// byLanguage parts the versions that have the row by language, in the languages' order.
func byLanguage(languages []text.Language, row align.Row) []group {
	of := map[text.Language]group{}
	var present []text.Language
	for v, l := range languages {
		if v >= len(row.Segments) || len(row.Segments[v]) == 0 {
			continue
		}
		if of[l] == nil {
			present = append(present, l)
		}
		of[l] = append(of[l], v)
	}
	slices.Sort(present)
	var out []group
	for _, l := range present {
		out = append(out, of[l])
	}
	return out
}
