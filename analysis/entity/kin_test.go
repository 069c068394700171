package entity_test

import (
	"slices"
	"testing"
	"unicode"

	"hexapla/analysis/entity"
)

// TestKin sets spellings of one person against namesakes and neighbours.
func TestKin(t *testing.T) {
	tables := load(t)
	for _, c := range []struct {
		a, b        string
		least, most float64
	}{
		{"王群", "Wang Qun", 0.9, 1},
		{"王群", "Ван Цюнь", 0.9, 1},
		{"Wang Qun", "Ван Цюнь", 0.9, 1},
		{"Wang Qun", "Ван Цюня", 0.9, 1},
		{"汪文斌", "Wang Wenbin", 0.9, 1},
		{"汪文斌", "Ван Вэньбинь", 0.9, 1},
		{"赵立坚", "Чжао Лицзянь", 0.9, 1},
		{"习近平", "Си Цзиньпин", 0.9, 1},
		{"单仁平", "Shan Renping", 0.9, 1}, // as a surname 单 is not dan
		{"呂布", "Lyu Bu", 0.9, 1},
		{"王群", "وانغ تشون", 0.5, 1},
		{"莱希", "Raisi", 0.4, 0.9},
		{"رئیسی", "Raisi", 0.7, 1},
		{"رئیسی", "Раиси", 0.7, 1},
		{"Raisi", "Раиси", 0.9, 1},
		{"ابراهیم رئیسی", "Ebrahim Raisi", 0.7, 1},
		{"ابراهیم رئیسی", "إبراهيم رئيسي", 0.7, 1},
		{"Эбрахим Раиси", "Ebrahim Raisi", 0.7, 1},
		{"عباس عراقچی", "Abbas Araghchi", 0.7, 1},
		{"Abbas Araqchi", "Abbas Araghchi", 0.9, 1},
		{"Аббас Аракчи", "Abbas Araghchi", 0.9, 1},
		{"Сергей Лавров", "Sergei Lavrov", 0.9, 1},
		{"سيرغي لافروف", "Sergei Lavrov", 0.6, 1},
		{"حسين أمير عبد اللهيان", "حسین امیرعبداللهیان", 0, 1},

		{"王群", "王毅", 0, 0},
		{"王群", "Wang Yi", 0, 0.5},
		{"王毅", "Wang Qun", 0, 0.5},
		{"Wang Yi", "Ван Цюнь", 0, 0.5},
		{"Wang Yi", "Wang Yu", 0, 0.5},
		{"Sergei Lavrov", "Сергей Рябков", 0, 0.5},
		{"Ebrahim Raisi", "Hassan Rouhani", 0, 0.3},
		{"ابراهیم رئیسی", "حسن روحانی", 0, 0.3},
		{"Antony Blinken", "Joe Biden", 0, 0.3},
		{"", "Wang Qun", 0, 0},
	} {
		if got := tables.Kin(c.a, c.b); got < c.least || got > c.most {
			t.Errorf("Kin(%s, %s) = %.2f, want %.2f to %.2f", c.a, c.b, got, c.least, c.most)
		}
		if c.least > 0 && !shares(tables.KinKeys(c.a), tables.KinKeys(c.b)) {
			t.Errorf("%s and %s share no key: %v, %v", c.a, c.b, tables.KinKeys(c.a), tables.KinKeys(c.b))
		}
		if x, y := tables.Kin(c.a, c.b), tables.Kin(c.b, c.a); x != y {
			t.Errorf("Kin(%s, %s) is %.2f one way and %.2f the other", c.a, c.b, x, y)
		}
	}
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(k string) bool { return slices.Contains(b, k) })
}

// FuzzKin: never outside 0..1, the same both ways, and whoever has a sound is his own kin.
func FuzzKin(f *testing.F) {
	f.Add("王群", "Ван Цюнь")
	f.Add("رئیسی", "Raisi")
	f.Add("·", "\u200c")
	tables := load(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := tables.Kin(a, b), tables.Kin(b, a)
		if x != y || x < 0 || x > 1 {
			t.Fatalf("Kin(%q, %q) is %v and %v", a, b, x, y)
		}
		tables.KinKeys(a)
	})
}

// TestKinOfLetters: no single letter makes anybody stumble.
func TestKinOfLetters(t *testing.T) {
	var none *entity.Tables
	tables := load(t)
	for r := rune(0); r <= unicode.MaxRune; r += 61 {
		s := string(r)
		for _, other := range []string{"王", "Ван", "و"} {
			if x, y := tables.Kin(s, other), tables.Kin(other, s); x != y || x < 0 || x > 1 {
				t.Fatalf("Kin(%q, %q) is %v and %v", s, other, x, y)
			}
		}
		none.Kin(s, s)
	}
}
