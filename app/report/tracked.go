package report

import (
	"cmp"
	"slices"

	"hexapla/analysis"
	"hexapla/analysis/text"
)

// change is a stretch of a text as an editor would have changed it.
type change struct {
	Kind changeKind
	Text string
}

type changeKind uint8

const (
	kept changeKind = iota
	deleted
	inserted
)

// tracked says how the base's text of a row becomes a version's. What is kept or deleted is the base's text, what
// is kept or inserted the version's, to the byte. Words that stand elsewhere are deleted here and inserted there.
func tracked(r *analysis.Result, c comparison, i, base, column int) []change {
	of := &r.Comparisons[c.index]
	from, to := rowSpan(r, of, i, base), rowSpan(r, of, i, column)
	old, new := r.Versions[of.Versions[base]].Article.Text, r.Versions[of.Versions[column]].Article.Text
	var out changes
	a, b := from.Start, to.Start
	for _, k := range anchors(of, i, base, column, old, new, from, to) {
		out.between(old[a:k[0].Start], new[b:k[1].Start])
		out.add(kept, k[0].Of(old))
		a, b = k[0].End, k[1].End
	}
	out.between(old[a:from.End], new[b:to.End])
	return out
}

// rowSpan is the place of a row in a column, from its first segment to its last.
func rowSpan(r *analysis.Result, of *analysis.Comparison, i, column int) text.Span {
	segments := of.Rows[i].Segments[column]
	if len(segments) == 0 {
		return text.Span{}
	}
	v := r.Versions[of.Versions[column]]
	return v.Segments[segments[0]].Cover(v.Segments[segments[len(segments)-1]])
}

// anchors are the words that both texts have, in an order that both have: as many as can be kept.
func anchors(of *analysis.Comparison, i, base, column int, old, new string, from, to text.Span) [][2]text.Span {
	var same [][2]text.Span
	for _, e := range of.Entries {
		if e.Row != i {
			continue
		}
		var pair [2]text.Span
		for _, x := range e.Readings {
			switch x.Version {
			case base:
				pair[0] = x.Span
			case column:
				pair[1] = x.Span
			}
		}
		if !pair[0].Empty() && from.Contains(pair[0]) && to.Contains(pair[1]) && pair[0].Of(old) == pair[1].Of(new) {
			same = append(same, pair)
		}
	}
	slices.SortFunc(same, func(a, b [2]text.Span) int { return cmp.Compare(a[0].Start, b[0].Start) })
	return ascending(same)
}

// ascending is a longest subsequence in which the second spans ascend, too, without overlaps.
func ascending(list [][2]text.Span) [][2]text.Span {
	length, before := make([]int, len(list)), make([]int, len(list))
	best := -1
	for i := range list {
		before[i] = -1
		for k := range i {
			if list[k][1].End <= list[i][1].Start && list[k][0].End <= list[i][0].Start && length[k] >= length[i] {
				length[i], before[i] = length[k]+1, k
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	var out [][2]text.Span
	for ; best >= 0; best = before[best] {
		out = append(out, list[best])
	}
	slices.Reverse(out)
	return out
}

type changes []change

// between adds what lies between two words that are kept.
func (c *changes) between(old, new string) {
	if old == new {
		c.add(kept, old)
		return
	}
	c.add(deleted, old)
	c.add(inserted, new)
}

func (c *changes) add(k changeKind, s string) {
	if s == "" {
		return
	}
	if n := len(*c); n > 0 && (*c)[n-1].Kind == k {
		(*c)[n-1].Text += s
		return
	}
	*c = append(*c, change{k, s})
}
