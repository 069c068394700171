package entity_test

import (
	"testing"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// TestSame: two texts of one mention each that mean the same thing, or not.
func TestSame(t *testing.T) {
	tables := load(t)
	for _, test := range []struct {
		langA text.Language
		a     string
		langB text.Language
		b     string
		want  bool
	}{
		{"en", "five", "fa", "۵", true},
		{"en", "1.2 million", "zh", "120万", true},
		{"en", "1.2 million", "ru", "12 миллионов", false},
		{"en", "half", "en", "50 percent", true},
		{"en", "half past five", "en", "5:30 p.m.", true},
		{"en", "half past five", "en", "6:30 p.m.", false},
		{"en", "5:30 a.m.", "en", "17:30", false},
		{"en", "8 August", "zh", "8月8日", true},
		{"en", "Aug. 8", "ru", "8 августа 2022 года", true},
		{"en", "on the 8th", "zh", "8日", true},
		{"en", "on the 8th", "zh", "9日", false},
		{"en", "Monday", "de", "Montag", true},
		{"en", "Monday", "zh", "星期二", false},
		{"en", "11 December 2021", "fa", "۲۰ آذر ۱۴۰۰", true},
		{"en", "the 1800s", "en", "the 19th century", true},
		{"en", "thousands", "zh", "数千", true},
		{"en", "Iranian", "ar", "الإيرانية", true},
		{"en", "Iran", "zh", "伊拉克", false},
		{"en", "United Nations", "fr", "ONU", true},
	} {
		a, b := tables.Find(test.a, test.langA), tables.Find(test.b, test.langB)
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%q has %s; %q has %s", test.a, show(test.a, a), test.b, show(test.b, b))
			continue
		}
		if got := entity.Same(a[0], b[0]); got != test.want || got != entity.Same(b[0], a[0]) {
			t.Errorf("Same(%s, %s) = %v", show(test.a, a), show(test.b, b), got)
		}
	}
}

func TestLikeness(t *testing.T) {
	for _, test := range []struct {
		a, b  string
		alike bool
	}{
		{"Lavrov", "Лавров", true}, {"Tehran", "Teheran", true}, {"Medvedev", "Медведев", true}, {"Khatami", "خاتمی", true},
		{"Lavrov", "Иванов", false}, {"Smith", "Jones", false}, {"", "Jones", false},
	} {
		got := entity.Likeness(test.a, test.b)
		if (got > 0.8) != test.alike || got != entity.Likeness(test.b, test.a) {
			t.Errorf("Likeness(%q, %q) = %.2f", test.a, test.b, got)
		}
	}
}
