package collate

// maxRegroupings bounds how many groups of members are aligned anew.
const maxRegroupings = 32

// regroup takes out at once the members that agree in what they lack or have alone, and lines each up
// with the others again. What several members agree in, taking out one at a time never undoes: of two
// words that they swap, either could be the one that stays. It is the lesser part's first.
func (p *profile) regroup(order []int) {
	for _, group := range p.groups(order) {
		before, score := p.columns, p.score(group)
		for _, w := range group {
			p.remove(w)
		}
		for _, w := range group {
			p.add(w)
		}
		if p.score(group) < score {
			p.columns = before
		}
	}
}

// groups are the sets of members, at least two and not more than half, that alone have or alone lack a
// word somewhere, in the order of the columns.
func (p *profile) groups(order []int) [][]int {
	seen := map[string]bool{}
	var out [][]int
	for _, column := range p.columns {
		var have, lack []int
		for _, w := range order {
			if column[w] >= 0 {
				have = append(have, w)
			} else {
				lack = append(lack, w)
			}
		}
		group := have
		if len(lack) < len(have) {
			group = lack
		}
		k := memberKey(group)
		if len(group) < 2 || seen[k] || len(out) == maxRegroupings {
			continue
		}
		seen[k] = true
		out = append(out, group)
	}
	return out
}

func memberKey(members []int) string {
	key := make([]rune, len(members))
	for i, m := range members {
		key[i] = rune(m)
	}
	return string(key)
}

// score is the sum of the pairs that a member of the group is one of, as the lattice counts it. Those of
// the others stay as they are whatever becomes of the group.
func (p *profile) score(group []int) int {
	member := make([]bool, p.size)
	for _, w := range group {
		member[w] = true
	}
	sum := 0
	for n, a := range group {
		for _, b := range group[n+1:] {
			sum += p.pairScore(a, b)
		}
		for _, b := range p.in {
			if !member[b] {
				sum += p.pairScore(a, b)
			}
		}
	}
	return sum
}

func (p *profile) pairScore(a, b int) int {
	const together, aloneA, aloneB = 0, 1, 2
	sum, last := 0, together
	for _, column := range p.columns {
		now := together
		switch x, y := column[a], column[b]; {
		case x < 0 && y < 0:
			continue
		case x >= 0 && y >= 0:
			sum += p.alike(p.words[a][x], p.words[b][y])
		case x >= 0:
			now = aloneA
		default:
			now = aloneB
		}
		if now != together {
			sum += widen
			if now != last {
				sum += open
			}
		}
		last = now
	}
	return sum
}
