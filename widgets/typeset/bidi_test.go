package typeset

import (
	"testing"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// golang.org/x/text knows directions only, and does not pair brackets; without them the directions that it
// finds must be ours.
func TestLevelsAgreeInDirection(t *testing.T) {
	letters := []rune("ab1 2,+%«»-.:/אבجده۱٢\u200f\u200e\u0301\u2067\u2066\u2069\u202b\u202a\u202c\u202e")
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.SampledFrom(letters), 1, 30).Draw(t, "text")
		checkDirections(t, append(runes, 'a')) // a letter last: blanks at the end of a line are the line filler's
	})
}

func checkDirections(t interface{ Fatalf(string, ...any) }, runes []rune) {
	var p bidi.Paragraph
	text := string(runes)
	if _, err := p.SetString(text); err != nil {
		return
	}
	order, err := p.Order()
	if err != nil {
		return
	}
	got, _ := levels(runes, Auto)
	offset := 0
	at := make([]int, len(text))
	for i, r := range runes {
		for range len(string(r)) {
			at[offset] = i
			offset++
		}
	}
	for i := range order.NumRuns() {
		run := order.Run(i)
		start, end := run.Pos()
		for k := start; k <= end && k < len(runes); k++ {
			rtl := run.Direction() == bidi.RightToLeft
			if removedByX9(runes[k]) {
				continue
			}
			if rtl != (got[k]%2 == 1) {
				t.Fatalf("%+q: rune %d has level %d, x/text says right-to-left is %v", text, k, got[k], rtl)
			}
		}
	}
}

func removedByX9(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// order gives a line as it is seen, with brackets as they stand in the text.
func order(text string, base Direction) string {
	runes := []rune(text)
	l, _ := levels(runes, base)
	out := make([]rune, 0, len(runes))
	for _, i := range visualOrder(l) {
		out = append(out, runes[i])
	}
	return string(out)
}

func TestVisualOrder(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		base             Direction
	}{
		{"left to right", "abc 123", "abc 123", Auto},
		{"right to left", "אבג", "גבא", Auto},
		{"number after a right-to-left word", "abc אבג 123 def", "abc 123 גבא def", LeftToRight},
		{"number in a right-to-left paragraph", "אב 123 גד", "דג 123 בא", Auto},
		{"Latin in a right-to-left paragraph", "אב IAEA (x) גד", "דג IAEA (x) בא", Auto},
		{"percent in a right-to-left paragraph", "אב 12% גד", "דג 12% בא", Auto},
		{"brackets around Hebrew in Latin", "a (אב) b", "a (בא) b", LeftToRight},
		{"brackets around both in a right-to-left paragraph", "א [בa] ג", "ג ]aב[ א", Auto},
		{"isolate", "a \u2067אב 1\u2069 2", "a \u20671 בא\u2069 2", LeftToRight},
	} {
		if got := order(c.text, c.base); got != c.want {
			t.Errorf("%s: %q is seen as %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// What is skipped must hold nothing but level 0.
func TestNeedsBidi(t *testing.T) {
	for r := rune(0x80); r < 0x20000; r++ {
		checkNeeds(t, r)
	}
	for _, text := range []string{"plain", "Привет — “да”", "中文，全角（１２）", "한국", "हिन्दी"} {
		if needsBidi(text) {
			t.Errorf("%q takes the long way", text)
		}
	}
}

func checkNeeds(t *testing.T, r rune) {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.LRO, bidi.RLI, bidi.FSI:
		if text := "a" + string(r); !needsBidi(text) {
			t.Errorf("%U is missed", r)
		}
	}
}
