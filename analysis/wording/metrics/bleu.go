package metrics

import (
	"math"
	"regexp"
	"strings"
)

// bleuOrder is the longest n-gram that BLEU counts.
const bleuOrder = 4

// BLEU is the corpus score of the hypothesis, 0 to 100 (Papineni et al. 2002). references[r][i] is
// what reference r has for segment i; each reference has as many segments as the hypothesis.
func BLEU(hypothesis []string, references [][]string) float64 {
	var correct, total [bleuOrder]int
	length, closest := 0, 0
	for i, segment := range hypothesis {
		words := tokens13a(segment)
		length += len(words)
		var best [bleuOrder]map[string]int // the most that a reference has of each gram, by order
		nearest := -1
		for _, reference := range references {
			other := tokens13a(reference[i])
			if nearest < 0 || nearer(len(other), nearest, len(words)) {
				nearest = len(other)
			}
			for n := range best {
				best[n] = most(best[n], wordGrams(other, n+1))
			}
		}
		closest += max(0, nearest)
		for n := range best {
			for gram, count := range wordGrams(words, n+1) {
				correct[n] += min(count, best[n][gram])
				total[n] += count
			}
		}
	}
	return bleu(correct, total, length, closest)
}

// nearer reports whether a length is nearer to that of the hypothesis than another, the shorter of
// two that are as near.
func nearer(length, other, hypothesis int) bool {
	a, b := abs(length-hypothesis), abs(other-hypothesis)
	return a < b || a == b && length < other
}

// bleu joins the counts to a score. An order without a match counts half, a quarter, … of one match.
func bleu(correct, total [bleuOrder]int, length, reference int) float64 {
	if correct == [bleuOrder]int{} {
		return 0
	}
	sum, smooth := 0.0, 1.0
	for n := range bleuOrder {
		if total[n] == 0 {
			return 0
		}
		precision := float64(correct[n]) / float64(total[n])
		if correct[n] == 0 {
			smooth *= 2
			precision = 1 / (smooth * float64(total[n]))
		}
		sum += math.Log(precision)
	}
	brevity := 1.0
	if length < reference {
		brevity = math.Exp(1 - float64(reference)/float64(length))
	}
	return 100 * brevity * math.Exp(sum/bleuOrder)
}

// The rules of the tokeniser 13a of mteval, in the order in which they are applied.
var (
	marks13a    = regexp.MustCompile("([{-~\\[-` -&(-+:-@/])")
	stopAfter   = regexp.MustCompile(`([^0-9])([.,])`)
	stopBefore  = regexp.MustCompile(`([.,])([^0-9])`)
	dashAfter   = regexp.MustCompile(`([0-9])(-)`)
	entities13a = strings.NewReplacer("<skipped>", "", "-\n", "", "\n", " ")
	escaped13a  = strings.NewReplacer("&quot;", `"`, "&amp;", "&", "&lt;", "<", "&gt;", ">")
)

// tokens13a cuts a segment into words as mteval-v13a does.
func tokens13a(s string) []string {
	s = entities13a.Replace(s)
	if strings.Contains(s, "&") {
		s = escaped13a.Replace(s)
	}
	s = " " + s + " "
	s = marks13a.ReplaceAllString(s, " $1 ")
	s = stopAfter.ReplaceAllString(s, "$1 $2 ")
	s = stopBefore.ReplaceAllString(s, " $1 $2")
	s = dashAfter.ReplaceAllString(s, "$1 $2 ")
	return strings.Fields(s)
}

// wordGrams counts the runs of n words. Words hold no blanks, so that a blank parts them.
func wordGrams(words []string, n int) map[string]int {
	out := map[string]int{}
	for i := 0; i+n <= len(words); i++ {
		out[strings.Join(words[i:i+n], " ")]++
	}
	return out
}

// most takes the larger count of each gram.
func most(a, b map[string]int) map[string]int {
	if a == nil {
		return b
	}
	for gram, n := range b {
		a[gram] = max(a[gram], n)
	}
	return a
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
