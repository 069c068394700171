package article

import "hexapla/analysis/text"

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

// Resolve finds the anchor's place in s, which may have been edited since: at its position, else
// where its quote stands with the most of its context. It reports false where the quote is gone.
func (a Anchor) Resolve(s string) (text.Span, bool) {
	if a.End <= len(s) && a.Start <= a.End && s[a.Start:a.End] == a.Quote {
		return text.Span{Start: a.Start, End: a.End}, true
	}
	return text.Span{}, false
}
