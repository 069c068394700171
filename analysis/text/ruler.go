package text

import (
	"sort"
	"unicode/utf8"
)

// Unit is what others count places in: not everybody counts bytes.
type Unit uint8

// The units: code points in standards of data exchange, UTF-16 in programs written in Java or for
// the web.
const (
	CodePoints Unit = iota
	UTF16
)

// Ruler converts places of a text between bytes and another unit, in steps rather than from the
// beginning, so that thousands of places in a long text cost no more than reading it once.
type Ruler struct {
	s       string
	unit    Unit
	notches []notch
}

// notch is a place in both units.
type notch struct{ at, count int }

const runesPerNotch = 64

// Measure makes the ruler of a text. A byte that is no UTF-8 counts as one unit.
func Measure(s string, u Unit) *Ruler {
	r := &Ruler{s: s, unit: u}
	n, count := 0, 0
	for at, c := range s {
		if n%runesPerNotch == 0 {
			r.notches = append(r.notches, notch{at, count})
		}
		n++
		count += u.of(c)
	}
	r.notches = append(r.notches, notch{len(s), count})
	return r
}

// Len is the length of the text in the ruler's unit.
func (r *Ruler) Len() int { return r.notches[len(r.notches)-1].count }

// Byte returns where the place after count units is in bytes; what lies outside the text is moved
// to its nearer end, what lies within a character to its beginning.
func (r *Ruler) Byte(count int) int {
	i := sort.Search(len(r.notches), func(i int) bool { return r.notches[i].count > count }) - 1
	if i < 0 {
		return 0
	}
	m := r.notches[i]
	for m.at < len(r.s) {
		c, size := utf8.DecodeRuneInString(r.s[m.at:])
		if m.count += r.unit.of(c); m.count > count {
			break
		}
		m.at += size
	}
	return m.at
}

// Count returns how many units of the text begin before the byte.
func (r *Ruler) Count(at int) int {
	i := sort.Search(len(r.notches), func(i int) bool { return r.notches[i].at > at }) - 1
	if i < 0 {
		return 0
	}
	m := r.notches[i]
	for m.at < min(at, len(r.s)) {
		c, size := utf8.DecodeRuneInString(r.s[m.at:])
		m.at += size
		m.count += r.unit.of(c)
	}
	return m.count
}

func (u Unit) of(c rune) int {
	if u == UTF16 && c > 0xFFFF {
		return 2
	}
	return 1
}
