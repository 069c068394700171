package text

// Span is a stretch of a text: byte offsets, half open.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the part of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len is the length in bytes.
func (p Span) Len() int { return p.End - p.Start }

// Empty reports whether the span covers nothing; an empty span still marks a place.
func (p Span) Empty() bool { return p.End <= p.Start }

// Contains reports whether q lies wholly within p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps reports whether p and q share at least one byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }

// Shift moves the span by n bytes.
func (p Span) Shift(n int) Span { return Span{p.Start + n, p.End + n} }

// Cover is the smallest span that contains both.
func (p Span) Cover(q Span) Span { return Span{min(p.Start, q.Start), max(p.End, q.End)} }
