package article

import (
	"strings"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// Anchor ties a decision to a stretch of an article by quote and position (as the W3C Web
// Annotation model's TextQuoteSelector and TextPositionSelector do), so that it finds its place
// again after the text was edited or imported anew.
type Anchor struct {
	Article ID     `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Quote   string `json:"quote"`
	Prefix  string `json:"prefix,omitempty"` // up to 32 bytes before the quote
	Suffix  string `json:"suffix,omitempty"` // up to 32 bytes after it
}

// AnchorAt makes the anchor of a span.
func AnchorAt(id ID, s string, p text.Span) Anchor {
	const context = 32
	return Anchor{
		Article: id, Start: p.Start, End: p.End, Quote: p.Of(s),
		Prefix: s[wholeRune(s, max(0, p.Start-context)):p.Start],
		Suffix: s[p.End:wholeRune(s, min(len(s), p.End+context))],
	}
}

func wholeRune(s string, at int) int {
	for at < len(s) && at > 0 && s[at]&0xC0 == 0x80 {
		at--
	}
	return at
}

// Resolve finds the anchor's place in s, which may have been edited since: at its position with its
// context, else where its quote stands with the most of its context, the nearest of equals, else
// where something much like a long quote stands near by. It reports false where the quote is gone.
func (a Anchor) Resolve(s string) (text.Span, bool) {
	if a.Quote+a.Prefix+a.Suffix == "" {
		return text.Span{}, false
	}
	if a.at(s, a.Start) && a.context(s, text.Span{Start: a.Start, End: a.End}) == len(a.Prefix)+len(a.Suffix) {
		return text.Span{Start: a.Start, End: a.End}, true
	}
	if a.Quote == "" {
		return a.between(s)
	}
	if p, ok := a.best(s); ok {
		return p, true
	}
	return approximately(s, a.Quote, a.Start)
}

// at reports whether the quote stands at the position.
func (a Anchor) at(s string, start int) bool {
	return start >= 0 && a.End-a.Start == len(a.Quote) && a.End <= len(s) && start <= len(s) &&
		strings.HasPrefix(s[start:], a.Quote) && (start == len(s) || utf8.RuneStart(s[start]))
}

// context counts the bytes of prefix and suffix that stand around the span.
func (a Anchor) context(s string, p text.Span) int {
	n := 0
	for n < len(a.Prefix) && n < p.Start && a.Prefix[len(a.Prefix)-1-n] == s[p.Start-1-n] {
		n++
	}
	m := 0
	for m < len(a.Suffix) && p.End+m < len(s) && a.Suffix[m] == s[p.End+m] {
		m++
	}
	return n + m
}

// between finds the place of an anchor without a quote by what stood around it.
func (a Anchor) between(s string) (text.Span, bool) {
	around := Anchor{Start: a.Start - len(a.Prefix), Quote: a.Prefix + a.Suffix}
	p, ok := around.best(s)
	at := p.Start + len(a.Prefix)
	return text.Span{Start: at, End: at}, ok
}

// best finds the occurrence of the quote with the most of its context, the nearest of equals.
func (a Anchor) best(s string) (text.Span, bool) {
	if !utf8.ValidString(a.Quote) {
		return text.Span{}, false
	}
	var best text.Span
	most, nearest := -1, 0
	for from := 0; ; {
		i := strings.Index(s[from:], a.Quote)
		if i < 0 {
			return best, most >= 0
		}
		p := text.Span{Start: from + i, End: from + i + len(a.Quote)}
		context, distance := a.context(s, p), abs(p.Start-a.Start)
		if context > most || context == most && distance < nearest {
			best, most, nearest = p, context, distance
		}
		from = p.Start + 1
	}
}

func abs(n int) int { return max(n, -n) }
