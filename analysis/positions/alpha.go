package positions

import (
	"cmp"
	"math"
	"slices"
)

// Level says what counts as a small disagreement.
type Level string

// The levels of measurement.
const (
	Nominal Level = "nominal" // any two different codes disagree alike; "no position" is a code
	Ordinal Level = "ordinal" // the further apart on the scale, the more; "no position" is no value
)

// Reliability is how far coders agree.
type Reliability struct {
	Alpha  float64 // Krippendorff's alpha: 1 is perfect, 0 as good as chance; NaN where it cannot be told
	Level  Level
	Units  int      // statements on an issue that at least two coders coded
	Values int      // codes given to them
	Coders []string // by name
}

// Alpha is Krippendorff's alpha between the coders of the codings. What it counts is statements that
// at least two coders coded on one issue: text that nobody coded is no agreement. Stances are
// rounded to whole steps. Of several codings by one coder the last counts.
func Alpha(codings []Coding, level Level) Reliability {
	type unit struct{ statement, issue string }
	coded := map[unit]map[string]int{}
	for _, c := range codings {
		u := unit{c.Statement, c.Issue}
		if coded[u] == nil {
			coded[u] = map[string]int{}
		}
		if code, ok := code(c, level); ok {
			coded[u][c.Coder] = code
		} else {
			delete(coded[u], c.Coder)
		}
	}
	out := Reliability{Level: level}
	var pairs [codes][codes]float64 // how often two codes meet in a unit
	coders := map[string]bool{}
	for _, byCoder := range coded {
		if len(byCoder) < 2 {
			continue
		}
		out.Units++
		out.Values += len(byCoder)
		for a, x := range byCoder {
			coders[a] = true
			for b, y := range byCoder {
				if a != b {
					pairs[x][y] += 1 / float64(len(byCoder)-1)
				}
			}
		}
	}
	for c := range coders {
		out.Coders = append(out.Coders, c)
	}
	slices.Sort(out.Coders)
	out.Alpha = alpha(pairs, level)
	return out
}

// codes is −2 … +2 and "no position".
const codes = 6

func code(c Coding, level Level) (int, bool) {
	if c.None {
		return codes - 1, level == Nominal
	}
	return int(math.Round(max(-2, min(2, c.Stance)))) + 2, true
}

// alpha is 1 − observed/expected disagreement of a matrix of coincidences (Krippendorff 2011,
// "Computing Krippendorff's Alpha-Reliability").
func alpha(pairs [codes][codes]float64, level Level) float64 {
	var totals [codes]float64
	n := 0.0
	for i := range pairs {
		for j := range pairs[i] {
			totals[i] += pairs[i][j]
			n += pairs[i][j]
		}
	}
	observed, expected := 0.0, 0.0
	for i := range codes {
		for j := range codes {
			d := apartBy(totals, i, j, level)
			observed += pairs[i][j] * d
			expected += totals[i] * totals[j] * d
		}
	}
	if expected == 0 {
		return math.NaN() // everybody gave one code only: nothing varies that could be agreed on
	}
	return round(1 - (n-1)*observed/expected)
}

// apartBy is the squared difference of two codes.
func apartBy(totals [codes]float64, i, j int, level Level) float64 {
	if i == j {
		return 0
	}
	if level == Nominal {
		return 1
	}
	d := -(totals[i] + totals[j]) / 2
	for k := min(i, j); k <= max(i, j); k++ {
		d += totals[k]
	}
	return d * d
}

// round drops the last digits, which hang on the order of addition.
func round(x float64) float64 { return math.Round(x*1e9) / 1e9 }

// ReviewQueue returns the machine's codings that no person has coded yet, the least sure first.
func ReviewQueue(codings []Coding) []Coding {
	type unit struct{ statement, issue string }
	seen := map[unit]bool{}
	for _, c := range codings {
		if c.Coder != Machine {
			seen[unit{c.Statement, c.Issue}] = true
		}
	}
	out := []Coding{}
	for _, c := range codings {
		if c.Coder == Machine && !seen[unit{c.Statement, c.Issue}] {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Coding) int { return cmp.Compare(a.Confidence, b.Confidence) })
	return out
}
