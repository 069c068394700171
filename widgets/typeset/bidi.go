package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// Direction is the base direction of a paragraph.
type Direction uint8

const (
	Auto Direction = iota // by the first strong character, as UAX #9 says
	LeftToRight
	RightToLeft
)

// maxDepth is the deepest embedding that UAX #9 allows.
const maxDepth = 125

// needsBidi tells whether a text can hold anything but level 0; most texts cannot, and skip the rest.
func needsBidi(text string) bool {
	for i := 0; i < len(text); i++ {
		lead, next := text[i], byte(0)
		if lead < 0xD6 {
			continue
		}
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch {
		case lead <= 0xDF: // U+0590 to U+07FF
			return true
		case lead == 0xE0 && next <= 0xA3: // U+0800 to U+08FF
			return true
		case lead == 0xEF && (next >= 0xAC && next <= 0xB7 || next >= 0xB9 && next <= 0xBB): // presentation forms
			return true
		case lead >= 0xF0:
			return true
		case lead == 0xE2 && i+2 < len(text) && (next == 0x80 || next == 0x81): // marks and isolates
			r := rune(next&0x3F)<<6 | rune(text[i+2]&0x3F) | 0x2000
			if r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
				return true
			}
		}
	}
	return false
}

// levels gives the embedding level of each rune of a paragraph, and that of the paragraph.
//
// golang.org/x/text/unicode/bidi knows the classes but tells only directions of runs, which loses the
// order of a number between a right-to-left word and a left-to-right one; so the rules stand here.
func levels(runes []rune, base Direction) (levels []uint8, paragraph uint8) {
	b := resolver{runes: runes, class: make([]bidi.Class, len(runes)), level: make([]uint8, len(runes))}
	for i, r := range runes {
		p, _ := bidi.LookupRune(r)
		b.class[i] = p.Class()
	}
	b.original = slices.Clone(b.class)
	b.pairIsolates()
	switch base {
	case RightToLeft:
		paragraph = 1
	case Auto:
		paragraph = b.firstStrong(0, len(runes))
	}
	b.base = paragraph
	b.explicit()
	for _, run := range b.sequences() {
		b.weak(run)
		b.brackets(run)
		b.neutral(run)
		b.implicit(run)
	}
	b.inheritRemoved()
	return b.level, paragraph
}

// resolver is the state of one paragraph.
type resolver struct {
	runes    []rune
	original []bidi.Class
	base     uint8

	class   []bidi.Class // as the rules change it
	level   []uint8
	match   []int  // of an isolate initiator its PDI and the other way round; -1 for none
	removed []bool // by X9
}

func (b *resolver) pairIsolates() {
	b.match = make([]int, len(b.runes))
	var open []int
	for i, c := range b.original {
		b.match[i] = -1
		switch {
		case isIsolate(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			j := open[len(open)-1]
			open = open[:len(open)-1]
			b.match[i], b.match[j] = j, i
		}
	}
}

func isIsolate(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// firstStrong is P2 and P3 for a stretch.
func (b *resolver) firstStrong(from, to int) uint8 {
	for i := from; i < to; i++ {
		switch c := b.original[i]; {
		case c == bidi.L:
			return 0
		case c == bidi.R || c == bidi.AL:
			return 1
		case isIsolate(c):
			if b.match[i] < 0 {
				return 0
			}
			i = b.match[i]
		}
	}
	return 0
}

type embedding struct {
	level    uint8
	override bidi.Class // ON for none
	isolate  bool
}

// explicit is X1 to X9.
func (b *resolver) explicit() {
	b.removed = make([]bool, len(b.runes))
	stack := []embedding{{b.base, bidi.ON, false}}
	overflowIsolates, overflowEmbeddings, isolates := 0, 0, 0
	apply := func(i int) {
		top := stack[len(stack)-1]
		b.level[i] = top.level
		if top.override != bidi.ON {
			b.class[i] = top.override
		}
	}
	next := func(rtl bool) uint8 {
		if rtl {
			return (stack[len(stack)-1].level + 1) | 1
		}
		return (stack[len(stack)-1].level + 2) &^ 1
	}
	for i, c := range b.original {
		switch {
		case c == bidi.RLE || c == bidi.LRE || c == bidi.RLO || c == bidi.LRO:
			b.removed[i] = true
			b.level[i] = stack[len(stack)-1].level
			level := next(c == bidi.RLE || c == bidi.RLO)
			if level > maxDepth || overflowIsolates > 0 || overflowEmbeddings > 0 {
				if overflowIsolates == 0 {
					overflowEmbeddings++
				}
				continue
			}
			override := bidi.ON
			switch c {
			case bidi.RLO:
				override = bidi.R
			case bidi.LRO:
				override = bidi.L
			}
			stack = append(stack, embedding{level, override, false})
		case isIsolate(c):
			apply(i)
			rtl := c == bidi.RLI
			if c == bidi.FSI {
				end := b.match[i]
				if end < 0 {
					end = len(b.runes)
				}
				rtl = b.firstStrong(i+1, end) == 1
			}
			level := next(rtl)
			if level > maxDepth || overflowIsolates > 0 || overflowEmbeddings > 0 {
				overflowIsolates++
				continue
			}
			isolates++
			stack = append(stack, embedding{level, bidi.ON, true})
		case c == bidi.PDI:
			switch {
			case overflowIsolates > 0:
				overflowIsolates--
			case isolates > 0:
				overflowEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				isolates--
			}
			apply(i)
		case c == bidi.PDF:
			b.removed[i] = true
			b.level[i] = stack[len(stack)-1].level
			switch {
			case overflowIsolates > 0:
			case overflowEmbeddings > 0:
				overflowEmbeddings--
			case !stack[len(stack)-1].isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case c == bidi.B:
			b.level[i] = b.base
		case c == bidi.BN:
			b.removed[i] = true
			b.level[i] = stack[len(stack)-1].level
		default:
			apply(i)
		}
	}
}

// sequence is an isolating run sequence: the places in order, and the directions around it.
type sequence struct {
	at       []int
	level    uint8
	sos, eos bidi.Class
}

// sequences is X10.
func (b *resolver) sequences() []sequence {
	var runs [][]int
	runOf := make([]int, len(b.runes))
	for i := range b.runes {
		if b.removed[i] {
			continue
		}
		if n := len(runs); n > 0 && b.level[runs[n-1][0]] == b.level[i] {
			runs[n-1] = append(runs[n-1], i)
		} else {
			runs = append(runs, []int{i})
		}
		runOf[i] = len(runs) - 1
	}
	var out []sequence
	for _, run := range runs {
		if b.original[run[0]] == bidi.PDI && b.match[run[0]] >= 0 {
			continue // goes on from the run of its initiator
		}
		at := slices.Clone(run)
		for last := at[len(at)-1]; isIsolate(b.original[last]) && b.match[last] >= 0; last = at[len(at)-1] {
			at = append(at, runs[runOf[b.match[last]]]...)
		}
		out = append(out, b.bounded(at))
	}
	return out
}

func (b *resolver) bounded(at []int) sequence {
	level := b.level[at[0]]
	before, after := b.base, b.base
	for i := at[0] - 1; i >= 0; i-- {
		if !b.removed[i] {
			before = b.level[i]
			break
		}
	}
	last := at[len(at)-1]
	if !isIsolate(b.original[last]) || b.match[last] >= 0 {
		for i := last + 1; i < len(b.runes); i++ {
			if !b.removed[i] {
				after = b.level[i]
				break
			}
		}
	}
	return sequence{at, level, directionOf(max(level, before)), directionOf(max(level, after))}
}

func directionOf(level uint8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// inheritRemoved gives characters that X9 removes the level of what stands before them, so that they
// never part a run.
func (b *resolver) inheritRemoved() {
	for i := range b.runes {
		if b.removed[i] {
			if i == 0 {
				b.level[i] = b.base
			} else {
				b.level[i] = b.level[i-1]
			}
		}
	}
}

// visualOrder is L2: the order in which pieces with these levels stand from left to right.
func visualOrder(levels []uint8) []int {
	order := make([]int, len(levels))
	highest, lowestOdd := uint8(0), uint8(maxDepth+2)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd; level-- {
		for i := 0; i < len(order); {
			if levels[order[i]] < level {
				i++
				continue
			}
			j := i
			for j < len(order) && levels[order[j]] >= level {
				j++
			}
			slices.Reverse(order[i:j])
			i = j
		}
	}
	return order
}
