package diff

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/sergi/go-diff/diffmatchpatch"

	"hexapla/analysis/text"
)

// CharChange is a place where two short strings differ: bytes, on grapheme boundaries.
type CharChange struct{ A, B text.Span }

// Chars refines a change of a few words to the characters in it: dropped letters, other endings,
// another digit. It returns nothing where the two have too little in common to be a change of one word
// into another, where they are long, or where they are no UTF-8.
func Chars(a, b string) []CharChange {
	const longest = 400 // bytes
	if a == b || len(a)+len(b) > longest || !utf8.ValidString(a) || !utf8.ValidString(b) {
		return nil
	}
	if a > b {
		changes := Chars(b, a)
		for i, c := range changes {
			changes[i] = CharChange{c.B, c.A}
		}
		return changes
	}
	changes := charChanges(a, b)
	changed := 0
	for _, c := range changes {
		changed += c.A.Len() + c.B.Len()
	}
	if 2*changed > len(a)+len(b) {
		return nil
	}
	return changes
}

// charChanges compares by characters and widens what cuts a grapheme.
func charChanges(a, b string) []CharChange {
	engine := diffmatchpatch.New()
	engine.DiffTimeout = 0 // never coarse
	var out []CharChange
	boundsA, boundsB := bounds(a), bounds(b)
	i, j := 0, 0
	for _, d := range engine.DiffCleanupSemanticLossless(engine.DiffMain(a, b, false)) {
		c := CharChange{text.Span{Start: i, End: i}, text.Span{Start: j, End: j}}
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+len(d.Text), j+len(d.Text)
			continue
		case diffmatchpatch.DiffDelete:
			i += len(d.Text)
		case diffmatchpatch.DiffInsert:
			j += len(d.Text)
		}
		c.A, c.B = widen(c.A.Cover(text.Span{Start: i, End: i}), boundsA), widen(c.B.Cover(text.Span{Start: j, End: j}), boundsB)
		if n := len(out); n > 0 && (c.A.Start <= out[n-1].A.End || c.B.Start <= out[n-1].B.End) {
			out[n-1] = CharChange{out[n-1].A.Cover(c.A), out[n-1].B.Cover(c.B)}
			continue
		}
		out = append(out, c)
	}
	return level(a, b, out)
}

// level widens changes so that what lies between them is equal on both sides again, after either was
// widened to its own graphemes.
func level(a, b string, changes []CharChange) []CharChange {
	i, j := 0, 0
	for _, c := range changes {
		if a[i:c.A.Start] != b[j:c.B.Start] {
			return []CharChange{whole(a, b)}
		}
		i, j = c.A.End, c.B.End
	}
	if a[i:] != b[j:] {
		return []CharChange{whole(a, b)}
	}
	return changes
}

func whole(a, b string) CharChange {
	return CharChange{text.Span{Start: 0, End: len(a)}, text.Span{Start: 0, End: len(b)}}
}

// bounds marks the places between graphemes.
func bounds(s string) []bool {
	out := make([]bool, len(s)+1)
	out[0] = true
	for it := graphemes.FromString(s); it.Next(); {
		out[it.End()] = true
	}
	return out
}

func widen(p text.Span, bounds []bool) text.Span {
	for !bounds[p.Start] {
		p.Start--
	}
	for !bounds[p.End] {
		p.End++
	}
	return p
}
