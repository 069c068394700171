package metrics

import (
	"strings"
)

const (
	charOrder = 6
	chrfBeta  = 2
	// Epsilon stands for a precision or recall of nothing, as in sacreBLEU.
	chrfEpsilon = 1e-16
)

// ChrF is the character F-score of the corpus, 0 to 100 (Popović 2015); references as for BLEU.
func ChrF(hypothesis []string, references [][]string) float64 {
	return chrf(hypothesis, references, 0)
}

// ChrFPlusPlus is chrF with single words and pairs of words counted, too (Popović 2017).
func ChrFPlusPlus(hypothesis []string, references [][]string) float64 {
	return chrf(hypothesis, references, 2)
}

// gramStats is what one order counts.
type gramStats struct{ hypothesis, reference, match int }

// chrf adds up, segment by segment, the counts against the reference that gives the best score.
func chrf(hypothesis []string, references [][]string, wordOrder int) float64 {
	total := make([]gramStats, charOrder+wordOrder)
	for i, segment := range hypothesis {
		grams := chrfGrams(segment, wordOrder)
		var best []gramStats
		top := -1.0
		for _, reference := range references {
			stats := compareGrams(grams, chrfGrams(reference[i], wordOrder))
			if score := fScore(stats); score > top {
				top, best = score, stats
			}
		}
		for n, s := range best {
			total[n].hypothesis += s.hypothesis
			total[n].reference += s.reference
			total[n].match += s.match
		}
	}
	return fScore(total)
}

// chrfGrams counts the grams of a segment by order: characters without blanks, then words.
func chrfGrams(s string, wordOrder int) []map[string]int {
	letters := []rune(strings.Join(strings.Fields(s), ""))
	var out []map[string]int
	for n := 1; n <= charOrder; n++ {
		counts := map[string]int{}
		for i := 0; i+n <= len(letters); i++ {
			counts[string(letters[i:i+n])]++
		}
		out = append(out, counts)
	}
	if wordOrder > 0 {
		words := partedWords(s)
		for n := 1; n <= wordOrder; n++ {
			out = append(out, wordGrams(words, n))
		}
	}
	return out
}

// asciiMarks are the marks that are parted from a word.
const asciiMarks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// partedWords cuts one mark off the end of each word, else one off its beginning.
func partedWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		n := len(w)
		switch {
		case len([]rune(w)) == 1:
			out = append(out, w)
		case strings.IndexByte(asciiMarks, w[n-1]) >= 0:
			out = append(out, w[:n-1], w[n-1:])
		case strings.IndexByte(asciiMarks, w[0]) >= 0:
			out = append(out, w[:1], w[1:])
		default:
			out = append(out, w)
		}
	}
	return out
}

func compareGrams(hypothesis, reference []map[string]int) []gramStats {
	out := make([]gramStats, len(hypothesis))
	for n := range out {
		s := &out[n]
		for gram, count := range hypothesis[n] {
			s.hypothesis += count
			s.match += min(count, reference[n][gram])
		}
		for _, count := range reference[n] {
			s.reference += count
		}
		if len(reference[n]) == 0 {
			s.hypothesis = 0
		}
	}
	return out
}

// fScore averages precision and recall over the orders that both sides have, then joins them.
func fScore(stats []gramStats) float64 {
	precision, recall, orders := 0.0, 0.0, 0.0
	for _, s := range stats {
		if s.hypothesis > 0 && s.reference > 0 {
			precision += float64(s.match) / float64(s.hypothesis)
			recall += float64(s.match) / float64(s.reference)
			orders++
		}
	}
	if orders == 0 || precision+recall < chrfEpsilon {
		return 0
	}
	precision, recall = precision/orders, recall/orders
	const factor = chrfBeta * chrfBeta
	return 100 * (1 + factor) * precision * recall / (factor*precision + recall)
}
