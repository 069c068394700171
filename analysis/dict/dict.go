// Package dict holds large read-only dictionaries in little memory.
//
// # Why not a map
//
// A map of a hundred thousand short strings takes three to five times the bytes of its text, in a
// hundred thousand pieces that the garbage collector visits again and again. A Table is two pieces
// without pointers: all entries in one string, and where each begins.
package dict

import (
	"encoding/binary"
	"strings"
)

// Table finds values by key. The zero value is empty. Once filled it is safe for concurrent use.
type Table struct {
	entries strings.Builder // of each: the lengths of key and value, then both
	slots   []uint32        // by hash of the key: where an entry begins, plus one; 0 is free
	count   int
}

// New returns a table with room for so many entries of so many bytes altogether.
func New(entries, bytes int) *Table {
	t := &Table{}
	t.entries.Grow(bytes + 2*entries)
	t.spread(entries)
	return t
}

// Put sets the value of a key.
func (t *Table) Put(key, value string) {
	if 4*(t.count+1) > 3*len(t.slots) {
		t.spread(2 * (t.count + 1))
	}
	slot := t.slot(key)
	if t.slots[slot] == 0 {
		t.count++
	}
	t.slots[slot] = uint32(t.entries.Len()) + 1
	var head [2 * binary.MaxVarintLen64]byte
	n := binary.PutUvarint(head[:], uint64(len(key)))
	n += binary.PutUvarint(head[n:], uint64(len(value)))
	t.entries.Write(head[:n])
	t.entries.WriteString(key)
	t.entries.WriteString(value)
}

// Get returns the value of a key, and whether it has one. The value lies in the table.
func (t *Table) Get(key string) (value string, ok bool) {
	if t == nil || t.count == 0 {
		return "", false
	}
	at := t.slots[t.slot(key)]
	if at == 0 {
		return "", false
	}
	_, value = t.entry(at)
	return value, true
}

// Has reports whether a key has a value.
func (t *Table) Has(key string) bool {
	_, ok := t.Get(key)
	return ok
}

// Len is the number of keys.
func (t *Table) Len() int { return t.count }

// slot returns where the key stands or would stand.
func (t *Table) slot(key string) int {
	mask := len(t.slots) - 1
	for i := int(hash(key)) & mask; ; i = (i + 1) & mask {
		at := t.slots[i]
		if at == 0 {
			return i
		}
		if k, _ := t.entry(at); k == key {
			return i
		}
	}
}

// entry reads the entry that a slot points to.
func (t *Table) entry(at uint32) (key, value string) {
	s := t.entries.String()[at-1:]
	keyed, s := length(s)
	valued, s := length(s)
	return s[:keyed], s[keyed : keyed+valued]
}

// spread makes slots enough for so many entries, a quarter of them free at least.
func (t *Table) spread(entries int) {
	size := 8
	for 3*size < 4*entries {
		size *= 2
	}
	before := t.slots
	t.slots = make([]uint32, size)
	for _, at := range before {
		if at != 0 {
			key, _ := t.entry(at)
			t.slots[t.slot(key)] = at
		}
	}
}

// length reads a number that stands before what it measures.
func length(s string) (n int, rest string) {
	for i, shift := 0, 0; ; i, shift = i+1, shift+7 {
		n |= int(s[i]&0x7F) << shift
		if s[i] < 0x80 {
			return n, s[i+1:]
		}
	}
}

// hash is FNV-1a, with the high bits folded into the low ones, which choose the slot.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}
