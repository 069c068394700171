package triage_test

import (
	"testing"

	"hexapla/analysis/wording/triage"
)

// TestPronounDeniesNothing: the Russian for "her" begins like the word for "not" and is none.
func TestPronounDeniesNothing(t *testing.T) {
	for _, c := range []struct {
		ru   string
		want bool
	}{
		{"Министр вчера говорил с ней о заводе.", false},
		{"Министр вчера получил от нее письмо о заводе.", false},
		{"Министр вчера не говорил с ней о заводе.", true},
	} {
		denies := false
		for _, d := range differences(t, byLine(version("A", "ru", "Министр вчера говорил с директором о заводе."), version("B", "ru", c.ru))) {
			denies = denies || d.Kind == triage.Negation
		}
		if denies != c.want {
			t.Errorf("%s: tells of a negation: %t", c.ru, denies)
		}
	}
}
