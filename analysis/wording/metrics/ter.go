package metrics

import (
	"math"
	"slices"
	"strings"
)

// Bounds of the search for shifts, those of Tercom.
const (
	maxShiftSize     = 10
	maxShiftDistance = 50
	maxShiftsTried   = 1000
	terBeam          = 25
)

// TER is the translation edit rate of the corpus in per cent, 0 for equal texts (Snover et al. 2006):
// edits and shifts of blocks over the mean length of the references; references as for BLEU. Finding
// the fewest shifts is NP-hard: this is Tercom's greedy search with its bounds.
func TER(hypothesis []string, references [][]string) float64 {
	edits, length := 0, 0.0
	for i, segment := range hypothesis {
		words := strings.Fields(strings.ToLower(segment))
		fewest, sum := math.MaxInt, 0
		for _, reference := range references {
			other := strings.Fields(strings.ToLower(reference[i]))
			fewest = min(fewest, terEdits(words, other))
			sum += len(other)
		}
		if len(references) > 0 {
			edits += fewest
			length += float64(sum) / float64(len(references))
		}
	}
	switch {
	case length > 0:
		return 100 * float64(edits) / length
	case edits > 0:
		return 100
	}
	return 0
}

// terEdits counts the shifts and edits from the hypothesis to the reference.
func terEdits(words, reference []string) int {
	if len(reference) == 0 {
		return len(words)
	}
	shifts, tried := 0, 0
	for {
		gain, shifted, n := bestShift(words, reference, tried)
		tried = n
		if tried >= maxShiftsTried || gain <= 0 {
			break
		}
		shifts++
		words = shifted
	}
	distance, _ := editTrace(words, reference)
	return shifts + distance
}

// candidate is a shift with what ranks it: gain, then length, then the earliest.
type candidate struct {
	gain, length, start, target int
	words                       []string
}

func (c candidate) better(o candidate) bool {
	switch {
	case c.gain != o.gain:
		return c.gain > o.gain
	case c.length != o.length:
		return c.length > o.length
	case c.start != o.start:
		return c.start < o.start
	case c.target != o.target:
		return c.target < o.target
	}
	return slices.Compare(c.words, o.words) > 0
}

// bestShift tries to move blocks of the hypothesis that the reference has elsewhere.
func bestShift(words, reference []string, tried int) (gain int, shifted []string, total int) {
	before, trace := editTrace(words, reference)
	align, referenceWrong, wordsWrong := alignmentOf(trace)
	var best *candidate
	for _, block := range sharedBlocks(words, reference) {
		if !slices.Contains(wordsWrong[block.start:block.start+block.length], true) ||
			!slices.Contains(referenceWrong[block.other:block.other+block.length], true) {
			continue
		}
		if at := align[block.other]; block.start <= at && at < block.start+block.length {
			continue
		}
		last := -1
		for offset := -1; offset < block.length; offset++ {
			target := 0
			if at := block.other + offset; at >= len(align) {
				break
			} else if at >= 0 {
				target = align[at] + 1
			}
			if target == last {
				continue
			}
			last = target
			moved := shift(words, block.start, block.length, target)
			after, _ := editTrace(moved, reference)
			c := candidate{before - after, block.length, block.start, target, moved}
			tried++
			if best == nil || c.better(*best) {
				best = &c
			}
		}
		if tried >= maxShiftsTried {
			break
		}
	}
	if best == nil {
		return 0, words, tried
	}
	return best.gain, best.words, tried
}

// block is a run of words that hypothesis and reference share.
type block struct{ start, other, length int }

func sharedBlocks(words, reference []string) []block {
	var out []block
	for start := range words {
		for other := range reference {
			if abs(other-start) > maxShiftDistance {
				continue
			}
			for n := 0; n < maxShiftSize && start+n < len(words) && other+n < len(reference) && words[start+n] == reference[other+n]; n++ {
				out = append(out, block{start, other, n + 1})
			}
		}
	}
	return out
}

// shift moves a block before the word that stands at target.
func shift(words []string, start, length, target int) []string {
	var out []string
	block := words[start : start+length]
	switch {
	case target < start:
		out = append(append(append(append(out, words[:target]...), block...), words[target:start]...), words[start+length:]...)
	case target > start+length:
		out = append(append(append(append(out, words[:start]...), words[start+length:target]...), block...), words[target:]...)
	default: // within itself
		rest := words[start+length:]
		n := min(target-start, len(rest))
		out = append(append(append(append(out, words[:start]...), rest[:n]...), block...), rest[n:]...)
	}
	return out
}

// edit is one step from the reference to the hypothesis.
type edit byte

const (
	keep edit = iota
	substitute
	insert // a word of the hypothesis that the reference lacks
	remove // a word of the reference that the hypothesis lacks
)

// alignmentOf follows a trace: where each word of the reference stands in the hypothesis, and which
// words of either are wrong.
func alignmentOf(trace []edit) (align []int, referenceWrong, wordsWrong []bool) {
	at := -1
	for _, e := range trace {
		if e != remove {
			at++
			wordsWrong = append(wordsWrong, e != keep)
		}
		if e != insert {
			align = append(align, at)
			referenceWrong = append(referenceWrong, e != keep)
		}
	}
	return align, referenceWrong, wordsWrong
}

// editTrace is the edit distance within a beam around the diagonal, with its steps. Of steps as good
// it prefers keeping and substituting, then insertion, then removal.
func editTrace(words, reference []string) (int, []edit) {
	const infinite = math.MaxInt32
	rows, columns := len(words)+1, len(reference)+1
	ratio := 1.0
	if len(words) > 0 {
		ratio = float64(len(reference)) / float64(len(words))
	}
	beam := terBeam
	if float64(terBeam) < ratio/2 {
		beam = int(math.Ceil(ratio/2 + terBeam))
	}
	cost := slices.Repeat([]int{infinite}, rows*columns)
	step := make([]edit, rows*columns)
	for j := range columns {
		cost[j], step[j] = j, remove
	}
	for i := 1; i < rows; i++ {
		diagonal := int(math.Floor(float64(i) * ratio))
		from, to := max(0, diagonal-beam), min(columns, diagonal+beam)
		if i == rows-1 {
			to = columns
		}
		for j := from; j < to; j++ {
			at := i*columns + j
			if j == 0 {
				cost[at], step[at] = cost[at-columns]+1, insert
				continue
			}
			try := func(c int, e edit) {
				if c < cost[at] {
					cost[at], step[at] = c, e
				}
			}
			if words[i-1] == reference[j-1] {
				try(cost[at-columns-1], keep)
			} else {
				try(cost[at-columns-1]+1, substitute)
			}
			try(cost[at-columns]+1, insert)
			try(cost[at-1]+1, remove)
		}
	}
	var trace []edit
	for i, j := rows-1, columns-1; i > 0 || j > 0; {
		e := step[i*columns+j]
		trace = append(trace, e)
		if e != remove {
			i--
		}
		if e != insert {
			j--
		}
	}
	slices.Reverse(trace)
	return cost[rows*columns-1], trace
}
