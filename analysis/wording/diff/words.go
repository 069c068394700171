package diff

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// Side is one of two texts: its words, numbers and marks in order, and the form in which each is compared.
// Blanks may be among the tokens or left out.
type Side struct {
	Text   string
	Tokens []text.Token
	Norms  []string // one per token
}

// Change is a place where two texts differ. The ranges number tokens; the spans cover them in the
// text, and are empty where there is nothing.
type Change struct {
	Edit
	ASpan, BSpan text.Span
}

// Words compares two texts word by word and tidies the changes for readers: see tidy. Tokens of
// equal norm are equal. Exchanging a and b exchanges the sides of every change.
func Words(a, b Side) ([]Change, Quality) {
	if ordered(b, a) {
		changes, q := Words(b, a)
		for i, c := range changes {
			changes[i] = Change{Edit{c.B, c.A}, c.BSpan, c.ASpan}
		}
		return changes, q
	}
	ids := map[string]int32{}
	x, y := intern(ids, a.Norms), intern(ids, b.Norms)
	edits, q := Edits(x, y)
	edits = tidy(edits, pair{x, y, a, b})
	out := make([]Change, len(edits))
	for i, e := range edits {
		out[i] = Change{e, a.span(e.A), b.span(e.B)}
	}
	return out, q
}

// ordered reports whether a stands before b in an order that does not depend on which is which.
func ordered(a, b Side) bool {
	if c := slices.Compare(a.Norms, b.Norms); c != 0 {
		return c < 0
	}
	return a.Text < b.Text
}

// intern numbers equal strings equally.
func intern(ids map[string]int32, s []string) []int32 {
	out := make([]int32, len(s))
	for i, w := range s {
		n, ok := ids[w]
		if !ok {
			n = int32(len(ids))
			ids[w] = n
		}
		out[i] = n
	}
	return out
}

// span covers the tokens of a range; an empty range is a place behind the token before it.
func (s Side) span(r Range) text.Span {
	switch {
	case r.Len() > 0:
		return text.Span{Start: s.Tokens[r.Start].Start, End: s.Tokens[r.End-1].End}
	case r.Start > 0:
		return text.Span{Start: s.Tokens[r.Start-1].End, End: s.Tokens[r.Start-1].End}
	case len(s.Tokens) > 0:
		return text.Span{Start: s.Tokens[0].Start, End: s.Tokens[0].Start}
	}
	return text.Span{}
}

// weight is how much of a reader's eye a token takes: its letters, an ideograph for two of them, a mark
// for none.
func (s Side) weight(i int) int {
	t := s.Tokens[i]
	if t.Kind == text.Space || t.Kind == text.Punct {
		return 0
	}
	w := 0
	for _, r := range t.Of(s.Text) {
		w++
		if r >= 0x2E80 {
			w++
		}
	}
	return w
}

// boundary scores the gap before token i as a place for a change to begin or end: the end of a paragraph
// is best, then of a sentence, of a clause, any place beside a mark.
func (s Side) boundary(i int) int {
	if i <= 0 || i >= len(s.Tokens) {
		return 5
	}
	between := s.Text[s.Tokens[i-1].End:s.Tokens[i].Start]
	before, after := s.Tokens[i-1], s.Tokens[i]
	if strings.Contains(between, "\n") || before.Kind == text.Space && strings.Contains(before.Of(s.Text), "\n") {
		return 5
	}
	last, _ := utf8.DecodeLastRuneInString(before.Of(s.Text))
	first, _ := utf8.DecodeRuneInString(after.Of(s.Text))
	switch {
	case strings.ContainsRune(".!?。！？؟۔।…；", last):
		return 4
	case strings.ContainsRune("”»」』)）", last) || strings.ContainsRune("“«「『(（", first):
		return 3
	case strings.ContainsRune(",;:，、；：،؛—–", last):
		return 2
	case before.Kind == text.Space || between != "":
		return 1
	}
	return 0
}
