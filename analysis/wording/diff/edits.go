package diff

import "slices"

// Range is a stretch of a sequence: element numbers, half open.
type Range struct{ Start, End int }

// Len is the number of elements.
func (r Range) Len() int { return r.End - r.Start }

// Edit replaces the elements A of the first sequence by the elements B of the second. One of the two
// may be empty.
type Edit struct{ A, B Range }

// Quality says how short an edit is.
type Quality uint8

// The qualities.
const (
	Minimal Quality = iota // no shorter edit exists
	Near                   // divided at stretches that occur once on each side: measured within 0.1 % of minimal
	Coarse                 // divided by force, because the sequences are huge and have nothing in common to divide them at
)

// Edits returns the edits that make b of a, in order, none touching the next. Equal numbers are
// equal elements. Exchanging a and b exchanges the two sides of every edit.
func Edits(a, b []int32) ([]Edit, Quality) {
	if slices.Compare(a, b) > 0 {
		edits, q := Edits(b, a)
		for i, e := range edits {
			edits[i] = Edit{e.B, e.A}
		}
		return edits, q
	}
	d := newDiffer(a, b)
	d.divide(box{0, len(d.a), 0, len(d.b)})
	return d.edits(), d.quality
}

// Apply returns what the edits make of a; b has the elements that they put in.
func Apply[T any](a, b []T, edits []Edit) []T {
	out := make([]T, 0, len(b))
	at := 0
	for _, e := range edits {
		out = append(out, a[at:e.A.Start]...)
		out = append(out, b[e.B.Start:e.B.End]...)
		at = e.A.End
	}
	return append(out, a[at:]...)
}

// Size is the number of elements that edits take out and put in.
func Size(edits []Edit) int {
	n := 0
	for _, e := range edits {
		n += e.A.Len() + e.B.Len()
	}
	return n
}

// differ is the state of one comparison.
type differ struct {
	// immutable; the elements that occur on both sides, and where they stood
	a, b     []int32
	aAt, bAt []int32

	changedA, changedB []bool // by the numbers of the full sequences
	forward, backward  []int32
	index              *index
	quality            Quality
}

// newDiffer leaves out what occurs on one side only: no common subsequence has it.
func newDiffer(a, b []int32) *differ {
	d := &differ{changedA: make([]bool, len(a)), changedB: make([]bool, len(b))}
	inA, inB := setOf(a), setOf(b)
	d.a, d.aAt = common(a, inB, d.changedA)
	d.b, d.bAt = common(b, inA, d.changedB)
	return d
}

// set is a set of small numbers, or of any.
type set struct {
	low  []bool
	high map[int32]bool
}

func setOf(s []int32) set {
	const most = 1 << 22
	out := set{high: map[int32]bool{}}
	top := int32(-1)
	for _, x := range s {
		if x < most {
			top = max(top, x)
		}
	}
	out.low = make([]bool, top+1)
	for _, x := range s {
		if x >= 0 && x <= top {
			out.low[x] = true
		} else {
			out.high[x] = true
		}
	}
	return out
}

func (s set) has(x int32) bool {
	if x >= 0 && int(x) < len(s.low) {
		return s.low[x]
	}
	return len(s.high) > 0 && s.high[x]
}

func common(s []int32, other set, changed []bool) (kept, at []int32) {
	kept, at = make([]int32, 0, len(s)), make([]int32, 0, len(s))
	for i, x := range s {
		if other.has(x) {
			kept, at = append(kept, x), append(at, int32(i))
		} else {
			changed[i] = true
		}
	}
	return kept, at
}

// edits reads the edits off the marks.
func (d *differ) edits() []Edit {
	var out []Edit
	i, j := 0, 0
	for i < len(d.changedA) || j < len(d.changedB) {
		e := Edit{Range{i, i}, Range{j, j}}
		for e.A.End < len(d.changedA) && d.changedA[e.A.End] {
			e.A.End++
		}
		for e.B.End < len(d.changedB) && d.changedB[e.B.End] {
			e.B.End++
		}
		if e.A.Len()+e.B.Len() > 0 {
			out = append(out, e)
		}
		i, j = e.A.End+1, e.B.End+1
	}
	return out
}

// box is a part of the comparison: a[a0:a1] with b[b0:b1].
type box struct{ a0, a1, b0, b1 int }

func (x box) area() int { return (x.a1 - x.a0) * (x.b1 - x.b0) }

// trim takes equal elements off both ends.
func (d *differ) trim(x box) box {
	for x.a0 < x.a1 && x.b0 < x.b1 && d.a[x.a0] == d.b[x.b0] {
		x.a0++
		x.b0++
	}
	for x.a0 < x.a1 && x.b0 < x.b1 && d.a[x.a1-1] == d.b[x.b1-1] {
		x.a1--
		x.b1--
	}
	return x
}

// change marks all of x as changed.
func (d *differ) change(x box) {
	for _, at := range d.aAt[x.a0:x.a1] {
		d.changedA[at] = true
	}
	for _, at := range d.bAt[x.b0:x.b1] {
		d.changedB[at] = true
	}
}

const (
	smallArea = 1 << 24 // at most: exact, whatever it takes
	largeArea = 3 << 32 // at most: exact, if there is nothing to divide at
	patience  = 1500    // edits that Myers is given for a box before it is divided
)

// divide compares a box, dividing it first if it is large.
func (d *differ) divide(x box) {
	x = d.trim(x)
	if x.area() <= smallArea {
		d.exact(x)
		return
	}
	if left, right, ok := d.middle(x, patience); ok {
		d.exact(left)
		d.exact(right)
		return
	}
	if gaps := d.anchored(x); gaps != nil {
		d.quality = max(d.quality, Near)
		for _, gap := range gaps {
			d.divide(gap)
		}
		return
	}
	if x.area() <= largeArea {
		d.exact(x)
		return
	}
	d.quality = Coarse
	am, bm := (x.a0+x.a1)/2, (x.b0+x.b1)/2
	d.divide(box{x.a0, am, x.b0, bm})
	d.divide(box{am, x.a1, bm, x.b1})
}

// exact finds a shortest edit of a box.
func (d *differ) exact(x box) {
	x = d.trim(x)
	if x.area() == 0 {
		d.change(x)
		return
	}
	if left, right, ok := d.middle(x, myersLimit(x)); ok {
		d.exact(left)
		d.exact(right)
		return
	}
	left, right := d.halve(x)
	d.exact(left)
	d.exact(right)
}
