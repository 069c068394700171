package analysis

import (
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

// Statuses of a review.
const (
	Open      = "open"
	Confirmed = "confirmed"
	Dismissed = "dismissed"
	Later     = "later"
	Rejected  = "rejected" // of statements
)

// WithState returns the result under another state of the decisions: for those that invalidate
// nothing derived. It copies no list.
func (r *Result) WithState(s article.State) *Result {
	c := *r
	c.State = s
	return &c
}

// Places returns the anchors of a difference's readings: what a review of it is tied to.
func (r *Result) Places(c *Comparison, d *triage.Difference) []article.Anchor {
	var out []article.Anchor
	for _, x := range d.Readings {
		a := r.Versions[c.Versions[x.Version]].Article
		out = append(out, article.AnchorAt(a.ID, a.Text, x.Span))
	}
	return out
}

// Reviews returns what people said of each difference of the comparison, in its order; a difference
// that nobody reviewed is Open. A review belongs to the differences that share its place in at
// least two versions, or in the only one that it names, and are of its kind; failing that, of any kind.
func (r *Result) Reviews(c *Comparison) []article.Reviewed {
	out := make([]article.Reviewed, len(c.Differences))
	for i := range out {
		out[i].Status = Open
	}
	at := r.index(c)
	for _, review := range r.State.Reviews {
		places := r.resolve(c, review.Places)
		candidates := at.overlapping(places)
		ofKind := slices.DeleteFunc(slices.Clone(candidates), func(i int) bool {
			return string(c.Differences[i].Kind) != review.Of
		})
		if len(ofKind) > 0 {
			candidates = ofKind
		}
		for _, i := range candidates {
			out[i] = review
		}
	}
	return out
}

// place is a stretch of a column.
type place struct {
	column int
	text.Span
}

// resolve finds the anchors' places in the comparison's columns.
func (r *Result) resolve(c *Comparison, anchors []article.Anchor) []place {
	var out []place
	for _, a := range anchors {
		for column, v := range c.Versions {
			if r.Versions[v].Article.ID != a.Article {
				continue
			}
			if p, ok := a.Resolve(r.Versions[v].Article.Text); ok {
				out = append(out, place{column, p})
			}
		}
	}
	return out
}

// placeIndex finds differences by where they are.
type placeIndex struct {
	differences []triage.Difference
	byColumn    map[int][]int // differences with a reading in the column, ascending by its start
}

func (r *Result) index(c *Comparison) placeIndex {
	x := placeIndex{c.Differences, map[int][]int{}}
	for i, d := range c.Differences {
		for _, reading := range d.Readings {
			x.byColumn[reading.Version] = append(x.byColumn[reading.Version], i)
		}
	}
	return x
}

// overlapping returns the differences that share enough of the places, ascending.
func (x placeIndex) overlapping(places []place) []int {
	hits := map[int]int{}
	for _, p := range places {
		for _, i := range x.byColumn[p.column] {
			for _, reading := range x.differences[i].Readings {
				if reading.Version == p.column && touches(reading.Span, p.Span) {
					hits[i]++
				}
			}
		}
	}
	var out []int
	for i, n := range hits {
		if n >= min(2, len(places)) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// touches reports whether two spans overlap, or are the same empty place.
func touches(a, b text.Span) bool {
	return a.Overlaps(b) || a == b
}
