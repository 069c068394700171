package metrics_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/wording/metrics"
)

var all = map[string]func([]string, [][]string) float64{
	"BLEU": metrics.BLEU, "chrF": metrics.ChrF, "chrF++": metrics.ChrFPlusPlus, "TER": metrics.TER,
}

// The figures were worked out by hand from the definitions.
func TestByHand(t *testing.T) {
	for _, test := range []struct {
		metric, hypothesis, reference string
		want                          float64
	}{
		{"TER", "aaaa bbbb cccc dddd", "aaaa bbbb cccc dddd", 0},
		{"TER", "dddd eeee ffff", "aaaa bbbb cccc", 100},
		{"TER", "", "a", 100},
		{"TER", "a b", "", 100},
		{"TER", "d e f g h a b c", "a b c d e f g h", 12.5}, // one shift of a block
		{"TER", "THE Talks", "the talks", 0},
		{"chrF", "aa", "ab", 25},
		{"chrF", "a b c", "abc", 100},
		{"chrF", "", "c", 0},
		{"chrF", "abcdefg", "hijklmnop", 0},
		{"BLEU", "the talks went on in Vienna", "the talks went on in Vienna", 100},
		{"BLEU", "nothing alike here at all", "the talks went on in Vienna", 0},
		// 5 of 6 words, 4 of 5 pairs, 3 of 4, 2 of 3
		{"BLEU", "the talks went on in Geneva", "the talks went on in Vienna", 100 * math.Pow(5./6*4/5*3/4*2/3, .25)},
		// half a match for the triples, a quarter for the fours
		{"BLEU", "a b x c", "a b y c", 100 * math.Pow(3./4*1/3*(1/(2.*2))*(1/(4.*1)), .25)},
	} {
		got := all[test.metric]([]string{test.hypothesis}, [][]string{{test.reference}})
		if math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s of %q against %q: %.6f, want %.6f", test.metric, test.hypothesis, test.reference, got, test.want)
		}
	}
}

func TestBrevity(t *testing.T) {
	full, short := "one two three four five six", "one two three four five"
	want := 100 * math.Exp(1-6./5)
	if got := metrics.BLEU([]string{short}, [][]string{{full}}); math.Abs(got-want) > 1e-9 {
		t.Errorf("got %.6f, want %.6f", got, want)
	}
	// The nearest reference counts; of two as near the shorter.
	if got := metrics.BLEU([]string{short}, [][]string{{full}, {"one two three four"}}); got < 99.999 {
		t.Errorf("with a shorter reference as near: %.6f", got)
	}
}

func TestSeveralReferences(t *testing.T) {
	hypothesis := []string{"the envoy left on Monday", "nobody was surprised"}
	a := []string{"the envoy departed on Monday", "no one was surprised"}
	b := []string{"the envoy left Monday", "nobody was much surprised"}
	for name, metric := range all {
		both, swapped := metric(hypothesis, [][]string{a, b}), metric(hypothesis, [][]string{b, a})
		if math.Abs(both-swapped) > 1e-9 {
			t.Errorf("%s depends on the order of the references: %f, %f", name, both, swapped)
		}
		twice := metric(hypothesis, [][]string{a, a})
		if once := metric(hypothesis, [][]string{a}); math.Abs(once-twice) > 1e-9 {
			t.Errorf("%s: the same reference twice gives %f, once %f", name, twice, once)
		}
	}
}

func FuzzMetrics(f *testing.F) {
	f.Add("the talks went on", "the talks go on")
	f.Add("", "a")
	f.Add("!!!\x00", "0")
	f.Add("1,000.5 (e-mail) &quot;", "1 000.5 \xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 400 {
			return
		}
		for name, metric := range all {
			got := metric([]string{a}, [][]string{{b}})
			if math.IsNaN(got) || got < 0 || name != "TER" && got > 100+1e-9 {
				t.Fatalf("%s of %q against %q is %f", name, a, b, got)
			}
		}
		if words := strings.Fields(a); len(words) >= 4 && !slices.Contains(words, "") {
			if got := metrics.TER([]string{a}, [][]string{{a}}); got != 0 {
				t.Fatalf("TER of %q against itself is %f", a, got)
			}
			if got := metrics.ChrF([]string{a}, [][]string{{a}}); math.Abs(got-100) > 1e-9 {
				t.Fatalf("chrF of %q against itself is %f", a, got)
			}
		}
	})
}

func BenchmarkTER(b *testing.B) {
	words := strings.Fields(strings.Repeat("the envoy of the party said that talks would go on in the city ", 4))
	moved := append(slices.Clone(words[20:]), words[:20]...)
	for b.Loop() {
		metrics.TER([]string{strings.Join(moved, " ")}, [][]string{{strings.Join(words, " ")}})
	}
}
