package positions_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hexapla/analysis/positions"
)

// TestCodebookRoundTrip: what is written is read back as it was.
func TestCodebookRoundTrip(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-zäé伊核СВПد:#"'&*!%@-]{1,8}( [a-z0-9]{1,5})?`)
	rapid.Check(t, func(t *rapid.T) {
		var book positions.Codebook
		for _, id := range rapid.SliceOfNDistinct(word, 1, 4, rapid.ID[string]).Draw(t, "ids") {
			book.Issues = append(book.Issues, positions.Issue{
				ID: id, Proposition: word.Draw(t, "proposition"), About: rapid.SliceOfN(word, 1, 4).Draw(t, "about"),
				For: rapid.SliceOfN(rapid.Just("friend"), 1, 1).Draw(t, "for"), Against: rapid.SliceOfN(rapid.Just("foe"), 1, 2).Draw(t, "against"),
				Pro: rapid.SliceOfN(rapid.Just("pro pattern"), 1, 2).Draw(t, "pro"),
			})
		}
		data, err := positions.WriteCodebook(book)
		if err != nil {
			t.Fatal(err)
		}
		got, err := positions.ReadCodebook(data)
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if !reflect.DeepEqual(got, book) {
			t.Fatalf("wrote %+v, read %+v", book, got)
		}
	})
}

// TestCodebookFaults: every fault is named in a sentence that says what to do.
func TestCodebookFaults(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"issues: []", "no issues"},
		{"", "not a codebook"},
		{"- a\n- b", "not a codebook"},
		{"issues:\n  - {id: x, proposition: P, abuot: [a]}", "abuot"},
		{"issues:\n  - {proposition: P, about: [a]}", "issue 1 has no id"},
		{"issues:\n  - {id: x, about: [a]}", `issue "x" has no proposition`},
		{"issues:\n  - {id: x, proposition: P}", `issue "x" has no about phrases`},
		{"issues:\n  - {id: x, proposition: P, about: [a, ' ']}", "empty phrase under about"},
		{"issues:\n  - {id: x, proposition: P, about: [a], pro: [B], con: [b]}", "under pro and under con"},
		{"issues:\n  - {id: x, proposition: P, about: [a], for: [a], against: [a]}", "under for and under against"},
		{"issues:\n  - {id: x, proposition: P, about: [a]}\n  - {id: x, proposition: Q, about: [b]}", "stands twice, as number 1 and number 2"},
	} {
		_, err := positions.ReadCodebook([]byte(c.yaml))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.yaml, err, c.want)
		}
	}
}

func FuzzReadCodebook(f *testing.F) {
	f.Add([]byte("issues:\n  - {id: x, proposition: P, about: [a]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := positions.ReadCodebook(data)
		if err != nil {
			return
		}
		written, err := positions.WriteCodebook(book)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := positions.ReadCodebook(written); err != nil || !reflect.DeepEqual(again, book) {
			t.Fatalf("%v: %+v became %+v", err, book, again)
		}
	})
}
