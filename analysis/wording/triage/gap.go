package triage

// gap is a stretch of words of a and one of b that have no counterpart and stand between the same
// neighbours; one of the two may be empty.
type gap struct {
	a0, a1 int // words of a, half open
	b0, b1 int
}

// linkGaps links the words that are left over in one gap as far as anything relates them.
func (v *vocabulary) linkGaps(p *pairing) {
	for _, g := range p.gaps() {
		var found []candidate
		for i := g.a0; i < g.a1; i++ {
			for j := g.b0; j < g.b1; j++ {
				if b, score := v.bond(p, i, j); b != noBond {
					found = append(found, candidate{i: i, j: j, bond: b, score: score})
				}
			}
		}
		p.greedy(found)
		v.linkReplaced(p, g)
	}
}

// linkReplaced links the one content word that a gap has left on each side.
func (v *vocabulary) linkReplaced(p *pairing, g gap) {
	i, n := onlyContent(p.a, g.a0, g.a1, p.to)
	j, m := onlyContent(p.b, g.b0, g.b1, p.from)
	if n == 1 && m == 1 {
		p.link(i, j, replaced)
	}
}

// onlyContent returns the last unlinked content word of a stretch and how many there are.
func onlyContent(s *sentence, from, to int, links []int) (at, n int) {
	for i := from; i < to; i++ {
		if links[i] < 0 && s.words[i].content {
			at = i
			n++
		}
	}
	return at, n
}

// gaps returns the stretches without links, in the order of a, those of b alone last.
func (p *pairing) gaps() []gap {
	var out []gap
	taken := make([]bool, len(p.b.words))
	for i := 0; i < len(p.a.words); {
		if p.to[i] >= 0 {
			i++
			continue
		}
		g := gap{a0: i}
		for i < len(p.a.words) && p.to[i] < 0 {
			i++
		}
		g.a1 = i
		g.b0, g.b1 = p.opposite(g.a0, g.a1)
		for j := g.b0; j < g.b1; j++ {
			if taken[j] {
				g.b1 = g.b0
				break
			}
		}
		for j := g.b0; j < g.b1; j++ {
			taken[j] = true
		}
		out = append(out, g)
	}
	for j := 0; j < len(p.b.words); {
		if p.from[j] >= 0 || taken[j] {
			j++
			continue
		}
		g := gap{b0: j}
		for j < len(p.b.words) && p.from[j] < 0 && !taken[j] {
			j++
		}
		g.b1 = j
		g.a0 = p.placeInA(g.b0, g.b1)
		g.a1 = g.a0
		out = append(out, g)
	}
	return out
}

// opposite returns the unlinked stretch of b beside the counterparts of a gap's neighbours; empty,
// at the place where it would stand, if there is none.
func (p *pairing) opposite(a0, a1 int) (b0, b1 int) {
	if a0 > 0 {
		start := p.to[a0-1] + 1
		end := start
		for end < len(p.b.words) && p.from[end] < 0 {
			end++
		}
		if end > start {
			return start, end
		}
	}
	if a1 < len(p.a.words) {
		end := p.to[a1]
		start := end
		for start > 0 && p.from[start-1] < 0 {
			start--
		}
		if end > start {
			return start, end
		}
	}
	switch {
	case a0 > 0:
		return p.to[a0-1] + 1, p.to[a0-1] + 1
	case a1 < len(p.a.words):
		return p.to[a1], p.to[a1]
	}
	return 0, len(p.b.words)
}

// placeInA is where words of b would stand in a.
func (p *pairing) placeInA(b0, b1 int) int {
	switch {
	case b0 > 0 && p.from[b0-1] >= 0:
		return p.from[b0-1] + 1
	case b1 < len(p.b.words) && p.from[b1] >= 0:
		return p.from[b1]
	}
	return 0
}
