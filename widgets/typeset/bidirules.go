package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// weak is W1 to W7.
func (b *resolver) weak(s sequence) {
	class := b.class
	previous := s.sos
	for _, i := range s.at { // W1
		if class[i] == bidi.NSM {
			class[i] = previous
		}
		previous = class[i]
		if isIsolate(previous) || previous == bidi.PDI {
			previous = bidi.ON
		}
	}
	strong := s.sos
	for _, i := range s.at { // W2, W3
		switch class[i] {
		case bidi.L, bidi.R, bidi.AL:
			strong = class[i]
		case bidi.EN:
			if strong == bidi.AL {
				class[i] = bidi.AN
			}
		}
	}
	for _, i := range s.at {
		if class[i] == bidi.AL {
			class[i] = bidi.R
		}
	}
	for k := 1; k+1 < len(s.at); k++ { // W4
		i, left, right := s.at[k], class[s.at[k-1]], class[s.at[k+1]]
		if left == right && (class[i] == bidi.CS && (left == bidi.EN || left == bidi.AN) || class[i] == bidi.ES && left == bidi.EN) {
			class[i] = left
		}
	}
	for k := 0; k < len(s.at); k++ { // W5, W6
		if class[s.at[k]] != bidi.ET {
			continue
		}
		end := k
		for end < len(s.at) && class[s.at[end]] == bidi.ET {
			end++
		}
		if k > 0 && class[s.at[k-1]] == bidi.EN || end < len(s.at) && class[s.at[end]] == bidi.EN {
			for ; k < end; k++ {
				class[s.at[k]] = bidi.EN
			}
		}
		k = end
	}
	for _, i := range s.at {
		if c := class[i]; c == bidi.ET || c == bidi.ES || c == bidi.CS {
			class[i] = bidi.ON
		}
	}
	strong = s.sos
	for _, i := range s.at { // W7
		switch class[i] {
		case bidi.L, bidi.R:
			strong = class[i]
		case bidi.EN:
			if strong == bidi.L {
				class[i] = bidi.L
			}
		}
	}
}

// brackets is N0: a pair of brackets takes the direction of what it encloses.
func (b *resolver) brackets(s sequence) {
	inner := directionOf(s.level)
	for _, pair := range b.bracketPairs(s) {
		from, to := pair[0], pair[1]
		found := bidi.ON
		for k := from + 1; k < to; k++ {
			c := strongOf(b.class[s.at[k]])
			if c == inner {
				found = inner
				break
			}
			if c != bidi.ON {
				found = c
			}
		}
		if found == bidi.ON {
			continue
		}
		if found != inner {
			before := s.sos
			for k := from - 1; k >= 0; k-- {
				if c := strongOf(b.class[s.at[k]]); c != bidi.ON {
					before = c
					break
				}
			}
			if before != found {
				found = inner
			}
		}
		b.setBracket(s, from, found)
		b.setBracket(s, to, found)
	}
}

// setBracket turns a bracket, and the marks upon it, into a strong character.
func (b *resolver) setBracket(s sequence, k int, class bidi.Class) {
	b.class[s.at[k]] = class
	for k++; k < len(s.at) && b.original[s.at[k]] == bidi.NSM; k++ {
		b.class[s.at[k]] = class
	}
}

// strongOf is the class as N0 and N1 see it: numbers count as right-to-left.
func strongOf(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN, bidi.AL:
		return bidi.R
	}
	return bidi.ON
}

// bracketPairs is BD16, in the order of the opening brackets; places count within the sequence.
func (b *resolver) bracketPairs(s sequence) [][2]int {
	type opening struct {
		closer rune
		at     int
	}
	var open []opening
	var pairs [][2]int
	for k, i := range s.at {
		if b.class[i] != bidi.ON {
			continue
		}
		p, _ := bidi.LookupRune(b.runes[i])
		if !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			if len(open) == 63 {
				break
			}
			open = append(open, opening{canonicalBracket(mirrored(b.runes[i])), k})
			continue
		}
		for j := len(open) - 1; j >= 0; j-- {
			if open[j].closer == canonicalBracket(b.runes[i]) {
				pairs = append(pairs, [2]int{open[j].at, k})
				open = open[:j]
				break
			}
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int) int { return x[0] - y[0] })
	return pairs
}

func mirrored(r rune) rune {
	for _, m := range bidi.ReverseString(string(r)) {
		return m
	}
	return r
}

// canonicalBracket joins the two pairs of angle brackets that Unicode holds for one.
func canonicalBracket(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}

// neutral is N1 and N2.
func (b *resolver) neutral(s sequence) {
	for k := 0; k < len(s.at); k++ {
		if !isNeutral(b.class[s.at[k]]) {
			continue
		}
		end := k
		for end < len(s.at) && isNeutral(b.class[s.at[end]]) {
			end++
		}
		before, after := s.sos, s.eos
		if k > 0 {
			before = strongOf(b.class[s.at[k-1]])
		}
		if end < len(s.at) {
			after = strongOf(b.class[s.at[end]])
		}
		to := directionOf(s.level)
		if before == after {
			to = before
		}
		for ; k < end; k++ {
			b.class[s.at[k]] = to
		}
	}
}

func isNeutral(c bidi.Class) bool {
	switch c {
	case bidi.L, bidi.R, bidi.AL, bidi.EN, bidi.AN:
		return false
	}
	return true
}

// implicit is I1 and I2.
func (b *resolver) implicit(s sequence) {
	for _, i := range s.at {
		switch c := b.class[i]; {
		case s.level%2 == 0 && c == bidi.R:
			b.level[i] = s.level + 1
		case s.level%2 == 0 && (c == bidi.AN || c == bidi.EN):
			b.level[i] = s.level + 2
		case s.level%2 == 1 && (c == bidi.L || c == bidi.AN || c == bidi.EN):
			b.level[i] = s.level + 1
		}
	}
}
