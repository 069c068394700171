package positions_test

import (
	"testing"

	"hexapla/analysis/positions"
)

// TestSmallWords: contractions, commas within numbers, names and words behind a prefix are read as what
// they are.
func TestSmallWords(t *testing.T) {
	book := positions.Codebook{Issues: []positions.Issue{
		{ID: "guests", Proposition: "Countries should take guest workers in", About: []string{"guest workers"}},
		{ID: "talks", Proposition: "Quarrels should be settled by arbitration", About: []string{"arbitration"}},
	}}
	for sentence, want := range map[string]float64{
		"We have taken in 600,000 guest workers.":                1,
		"He recognized guest workers.":                           1,
		"Guest workers met at the Good Hope Centre.":             0,
		"Guest workers saw a non-stop film.":                     0,
		"The quarrel can be resolved through arbitration.":       1,
		"The quarrel cannot be resolved by foreign arbitration.": -1,
		"There is no arbitration without trust.":                 0,
	} {
		got := 0.0
		for _, c := range code(t, speech("X", "en", sentence), book) {
			got += c.Stance
		}
		if want == 0 && got > 0 || got*want < 0 || want != 0 && got == 0 {
			t.Errorf("%q: %+.2f", sentence, got)
		}
	}
}
