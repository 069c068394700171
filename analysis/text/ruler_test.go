package text

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// TestRuler compares with counting from the beginning, at every character.
func TestRuler(t *testing.T) {
	for _, s := range []string{"", "a", "Vienna 维也纳 😀 end", strings.Repeat("é𝄞x", 100), "bad \xff\xfe bytes"} {
		points, units := Measure(s, CodePoints), Measure(s, UTF16)
		for at := range s {
			if got, want := points.Count(at), utf8.RuneCountInString(s[:at]); got != want || points.Byte(got) != at {
				t.Fatalf("%q at %d: %d code points, want %d, and back %d", s, at, got, want, points.Byte(got))
			}
			if got, want := units.Count(at), len(utf16.Encode([]rune(s[:at]))); got != want || units.Byte(got) != at {
				t.Fatalf("%q at %d: %d units, want %d, and back %d", s, at, got, want, units.Byte(got))
			}
		}
	}
}

func FuzzRuler(f *testing.F) {
	f.Add("Vienna 😀", 3)
	f.Add("\xff", -1)
	f.Fuzz(func(t *testing.T, s string, n int) {
		for _, u := range []Unit{CodePoints, UTF16} {
			r := Measure(s, u)
			at := r.Byte(n)
			if at < 0 || at > len(s) || at < len(s) && !utf8.RuneStart(s[at]) && utf8.ValidString(s) {
				t.Fatalf("%q: %d lies at %d", s, n, at)
			}
			if n >= 0 && n <= r.Len() && n-r.Count(at) > 1 || r.Byte(r.Len()) != len(s) {
				t.Fatalf("%q: %d lies at %d, which is %d", s, n, at, r.Count(at))
			}
		}
	})
}
