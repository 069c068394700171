package diff

// pair is what tidying looks at: the compared sequences and the texts they stand for.
type pair struct {
	x, y []int32
	a, b Side
}

// tidy makes a shortest edit one for readers. A word that is inserted or left out beside an equal one
// might be either: it slides to where a sentence, a clause or a quote ends, and to another change if it meets
// one. What stays equal between two changes but is little beside them (a comma, "of the") joins
// them. The result still makes b of a, and is seldom much longer than the shortest.
//
// The order of steps follows VS Code's, with words as Unicode and the word lists cut them in place
// of ASCII letters.
func tidy(edits []Edit, p pair) []Edit {
	if len(edits) == 0 {
		return edits
	}
	edits = slide(edits, p)
	return absorb(edits, p)
}

// slide moves each insertion and deletion to the best of the places where it may stand.
func slide(edits []Edit, p pair) []Edit {
	out := edits[:0]
	for i, e := range edits {
		low, high := p.room(e, out, edits[i+1:])
		if low < high {
			e = e.moved(p.bestPlace(e, low, high))
		}
		if n := len(out); n > 0 && out[n-1].A.End == e.A.Start && out[n-1].B.End == e.B.Start {
			out[n-1].A.End, out[n-1].B.End = e.A.End, e.B.End
			continue
		}
		out = append(out, e)
	}
	return out
}

func (e Edit) moved(by int) Edit {
	return Edit{Range{e.A.Start + by, e.A.End + by}, Range{e.B.Start + by, e.B.End + by}}
}

// room returns how far an edit that only inserts or only deletes may slide either way.
func (p pair) room(e Edit, before, after []Edit) (low, high int) {
	s, r := p.x, e.A
	switch {
	case e.A.Len() > 0 && e.B.Len() > 0:
		return 0, 0
	case e.A.Len() == 0:
		s, r = p.y, e.B
	}
	const farthest = 60
	floor, ceiling := -min(e.A.Start, e.B.Start), min(len(p.x)-e.A.End, len(p.y)-e.B.End)
	if n := len(before); n > 0 {
		floor = -min(e.A.Start-before[n-1].A.End, e.B.Start-before[n-1].B.End)
	}
	if len(after) > 0 {
		ceiling = min(after[0].A.Start-e.A.End, after[0].B.Start-e.B.End)
	}
	floor, ceiling = max(floor, -farthest), min(ceiling, farthest)
	for low > floor && s[r.Start+low-1] == s[r.End+low-1] {
		low--
	}
	for high < ceiling && s[r.Start+high] == s[r.End+high] {
		high++
	}
	return low, high
}

// bestPlace returns the move within the room that ends at the best boundaries; among equals, the
// latest, as one reads "the [red] car" and not "[the red] car".
func (p pair) bestPlace(e Edit, low, high int) int {
	best, at := -1, 0
	for by := low; by <= high; by++ {
		m := e.moved(by)
		score := p.a.boundary(m.A.Start) + p.a.boundary(m.A.End) + p.b.boundary(m.B.Start) + p.b.boundary(m.B.End)
		if score >= best {
			best, at = score, by
		}
	}
	return at
}

// absorb joins changes that are parted by little.
func absorb(edits []Edit, p pair) []Edit {
	for {
		out := make([]Edit, 0, len(edits))
		for _, e := range edits {
			if n := len(out); n > 0 && p.little(out[n-1], e) {
				out[n-1].A.End, out[n-1].B.End = e.A.End, e.B.End
				continue
			}
			out = append(out, e)
		}
		if len(out) == len(edits) {
			return out
		}
		edits = out
	}
}

// little reports whether what stays between two changes is too little to hold on to: no more than
// three words, and less than either change. A sentence's end always holds.
func (p pair) little(e, f Edit) bool {
	const mostTokens, mostLetters = 6, 12
	between := Range{e.A.End, f.A.Start}
	if between.Len() > mostTokens {
		return false
	}
	letters := 0
	for i := between.Start; i < between.End; i++ {
		if p.a.boundary(i+1) >= 4 && i+1 < len(p.a.Tokens) {
			return false
		}
		letters += p.a.weight(i)
	}
	return letters <= mostLetters && letters < min(p.heft(e), p.heft(f))
}

// heft is the weight of the heavier side of a change.
func (p pair) heft(e Edit) int {
	a, b := 0, 0
	for i := e.A.Start; i < e.A.End && a < 100; i++ {
		a += p.a.weight(i)
	}
	for i := e.B.Start; i < e.B.End && b < 100; i++ {
		b += p.b.weight(i)
	}
	return max(a, b)
}
