package tongue_test

import (
	"bufio"
	"strings"
	"testing"

	"hexapla/app/tongue"
	"hexapla/assets"
)

// Every rule that is weighed is said in plain words, in every language its own.
func TestEveryRuleIsSaid(t *testing.T) {
	f, err := assets.Files.Open("triage/weights.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	english := map[string]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		feature, _, ok := strings.Cut(lines.Text(), "\t")
		if !ok || feature[0] == '#' {
			continue
		}
		for _, l := range tongue.All {
			said := l.Rule(feature)
			switch {
			case said == feature:
				t.Errorf("%s has no words for %q", l.ID, feature)
			case l.ID == "en":
				english[feature] = said
			case said == english[feature]:
				t.Errorf("%s says %q in English", l.ID, feature)
			}
		}
	}
	if len(english) < 50 {
		t.Errorf("only %d rules", len(english))
	}
}

func TestRulesBelongTogether(t *testing.T) {
	en := &tongue.All[0]
	for feature, want := range map[string]string{
		"number.changed":     "another quantity in the same place",
		"number.weakly lost": "a number that only one side has",
		"hedge 2.lost":       "another degree of certainty",
		"number of noun":     "one for several, or several for one",
		"of the future":      "of the future",
	} {
		if got := en.Rule(feature); got != want {
			t.Errorf("%q is said as %q, want %q", feature, got, want)
		}
	}
}
