package triage_test

import (
	"slices"
	"testing"

	"hexapla/analysis/wording/triage"
)

// What is proposed for a difference is among what a reviewer can choose, and graver differences are
// not proposed as milder errors.
func TestProposals(t *testing.T) {
	kinds := []triage.Kind{
		triage.Number, triage.Omission, triage.Addition, triage.Untranslated, triage.Term, triage.Spelling, triage.Quote,
		triage.Wording, triage.Loaded, triage.Transposition, triage.Cosmetic, "unheard of",
	}
	for _, k := range kinds {
		if !slices.Contains(triage.ErrorTypes(), k.ErrorType()) {
			t.Errorf("%s is proposed as %q, which cannot be chosen", k, k.ErrorType())
		}
	}
	if triage.Number.ErrorType() == triage.Omission.ErrorType() {
		t.Error("another number and left out are one type of error")
	}
	last := 0
	for severity := 0.0; severity <= 1; severity += 0.05 {
		d := triage.Difference{Severity: severity}
		level := slices.Index(triage.ErrorLevels(), d.ErrorLevel())
		if level < last {
			t.Errorf("severity %.2f is %s", severity, d.ErrorLevel())
		}
		last = level
	}
	if last != slices.Index(triage.ErrorLevels(), "major") {
		t.Error("the gravest difference is not proposed as major")
	}
}

func TestSigns(t *testing.T) {
	if a, b := triage.Omission.Sign(), triage.Addition.Sign(); a == b || triage.Kind("unheard of").Sign() != "?" {
		t.Errorf("signs %q, %q", a, b)
	}
}
