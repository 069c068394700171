package diff

import (
	"math/bits"
	"sort"
)

// index lists where each element stands in b.
type index struct {
	at    []int32         // positions, by element, ascending
	first []int32         // of element e: at[first[e]:first[e+1]]
	names map[int32]int32 // numbers elements from 0
}

func newIndex(b []int32) *index {
	x := &index{names: map[int32]int32{}}
	for _, e := range b {
		if _, ok := x.names[e]; !ok {
			x.names[e] = int32(len(x.names))
		}
	}
	x.first = make([]int32, len(x.names)+1)
	for _, e := range b {
		x.first[x.names[e]+1]++
	}
	for i := 1; i < len(x.first); i++ {
		x.first[i] += x.first[i-1]
	}
	next := append([]int32{}, x.first...)
	x.at = make([]int32, len(b))
	for j, e := range b {
		n := x.names[e]
		x.at[next[n]] = int32(j)
		next[n]++
	}
	return x
}

// between returns the places of e in b[lo:hi].
func (x *index) between(e int32, lo, hi int) []int32 {
	n, ok := x.names[e]
	if !ok {
		return nil
	}
	all := x.at[x.first[n]:x.first[n+1]]
	from := sort.Search(len(all), func(k int) bool { return int(all[k]) >= lo })
	to := from + sort.Search(len(all)-from, func(k int) bool { return int(all[from+k]) >= hi })
	return all[from:to]
}

// halve divides a box where the middle of its first side meets a longest common subsequence.
func (d *differ) halve(x box) (left, right box) {
	if d.index == nil {
		d.index = newIndex(d.b)
	}
	middle := (x.a0 + x.a1) / 2
	m := x.b1 - x.b0
	before := d.rowAfter(x.a0, middle, x, false)
	behind := d.rowAfter(middle, x.a1, x, true)
	at := x.b0 + meeting(before, behind, m)
	return box{x.a0, middle, x.b0, at}, box{middle, x.a1, at, x.b1}
}

// rowAfter returns the row behind a[lo:hi] against b[x.b0:x.b1]; backwards, both are read from their
// ends.
func (d *differ) rowAfter(lo, hi int, x box, backwards bool) row {
	m := x.b1 - x.b0
	r := newRow(m)
	dense := map[int32]row{} // of the few elements that are frequent
	var places []int32
	for n := range hi - lo {
		e := d.a[lo+n]
		if backwards {
			e = d.a[hi-1-n]
		}
		if mask, ok := dense[e]; ok {
			r.addDense(mask)
			continue
		}
		places = d.index.places(places[:0], e, x, backwards)
		if len(places) > len(r) {
			dense[e] = maskOf(places, len(r))
			r.addDense(dense[e])
		} else {
			r.add(places)
		}
	}
	return r
}

// places appends the columns of e in b[x.b0:x.b1], ascending.
func (x *index) places(out []int32, e int32, in box, backwards bool) []int32 {
	all := x.between(e, in.b0, in.b1)
	if backwards {
		for k := len(all) - 1; k >= 0; k-- {
			out = append(out, int32(in.b1)-1-all[k])
		}
		return out
	}
	for _, j := range all {
		out = append(out, j-int32(in.b0))
	}
	return out
}

func maskOf(places []int32, words int) row {
	mask := make(row, words)
	for _, j := range places {
		mask[j>>6] |= 1 << (j & 63)
	}
	return mask
}

// row is a row of the table of lengths of common subsequences: bit j is 0 where the length grows from
// column j to j+1.
type row []uint64

func newRow(m int) row {
	r := make(row, (m+63)/64)
	for i := range r {
		r[i] = ^uint64(0)
	}
	return r
}

// addDense goes to the next row, whose element stands where the mask has bits.
func (r row) addDense(mask row) {
	var carry uint64
	mask = mask[:len(r)]
	for w, v := range r {
		var sum uint64
		sum, carry = bits.Add64(v, v&mask[w], carry)
		r[w] = sum | v&^mask[w]
	}
}

// add goes to the next row, whose element stands at the given columns. A word without any of them
// changes only if a carry comes in, so that rare elements cost little.
func (r row) add(places []int32) {
	var carry uint64
	w := 0
	for k := 0; k < len(places); {
		next := int(places[k] >> 6)
		for carry != 0 && w < next {
			carry = r.carry(w)
			w++
		}
		w = next
		var mask uint64
		for k < len(places) && int(places[k]>>6) == w {
			mask |= 1 << (places[k] & 63)
			k++
		}
		v := r[w]
		var sum uint64
		sum, carry = bits.Add64(v, v&mask, carry)
		r[w] = sum | v&^mask
		w++
	}
	for carry != 0 && w < len(r) {
		carry = r.carry(w)
		w++
	}
}

// carry takes a carry into a word without matches.
func (r row) carry(w int) uint64 {
	sum, out := bits.Add64(r[w], 0, 1)
	r[w] |= sum
	return out
}

// meeting returns the column where the lengths of both rows, one counted from the other end, add up to
// the most.
func meeting(before, behind row, m int) int {
	total := 0
	for j := range m {
		total += behind.grows(j)
	}
	best, at := total, 0
	for j := range m {
		total += before.grows(j) - behind.grows(m-1-j)
		if total > best {
			best, at = total, j+1
		}
	}
	return at
}

func (r row) grows(j int) int { return int(^r[j>>6] >> (j & 63) & 1) }
