package align

import (
	"cmp"
	"slices"
)

// honour makes the rows that the user fixed exactly what was asked for: what else their versions have
// there moves into a row of its own, and what must stay apart is parted.
func (g *grid) honour(rows []draft) []draft {
	taken := make([]map[int]bool, len(g.sides))
	for v := range taken {
		taken[v] = map[int]bool{}
	}
	for _, pin := range g.options.PinnedRows {
		if wanted, ok := g.wanted(pin, taken); ok {
			rows = g.fix(rows, wanted, pin.Moved)
		}
	}
	for _, apart := range g.options.ApartRows {
		rows = g.part(rows, apart)
	}
	return slices.DeleteFunc(rows, func(r draft) bool { return r.count() == 0 })
}

// wanted returns a pin by rank; false where it names no segments, segments that do not exist or
// segments that an earlier pin has.
func (g *grid) wanted(pin PinnedRow, taken []map[int]bool) ([][]int, bool) {
	out := make([][]int, len(g.sides))
	n := 0
	for v := range g.sides {
		list := pin.of(g.column[v])
		if list == nil {
			continue
		}
		list = ordered(list)
		if !free(list, taken[v], len(g.sides[v].Segments)) {
			return nil, false
		}
		out[v] = append([]int{}, list...)
		n += len(list)
	}
	if n == 0 {
		return nil, false
	}
	for v, list := range out {
		for _, i := range list {
			taken[v][i] = true
		}
	}
	return out, true
}

// fix makes a pinned row out of the row that shares most with it.
func (g *grid) fix(rows []draft, wanted [][]int, moved bool) []draft {
	best, shared := -1, 0
	for r, row := range rows {
		n := 0
		for v, list := range wanted {
			for _, i := range list {
				if slices.Contains(row.segments[v], i) {
					n++
				}
			}
		}
		if n > shared && row.origin != Pinned {
			best, shared = r, n
		}
	}
	pinned := draft{segments: make([][]int, len(g.sides)), sum: 1, n: 1, origin: Pinned, moved: moved}
	for r := range rows {
		for v, list := range wanted {
			rows[r].segments[v] = slices.DeleteFunc(rows[r].segments[v], func(i int) bool { return slices.Contains(list, i) })
		}
	}
	for v, list := range wanted {
		switch {
		case list != nil:
			pinned.segments[v] = list
		case best >= 0:
			pinned.segments[v], rows[best].segments[v] = rows[best].segments[v], nil
		}
	}
	return append(rows, pinned)
}

// part moves segments that must not share a row with others into a row of their own: those of the
// version that comes last by content.
func (g *grid) part(rows []draft, apart PinnedRow) []draft {
	for r := range rows {
		var here []int
		for v := range g.sides {
			for _, i := range apart.of(g.column[v]) {
				if slices.Contains(rows[r].segments[v], i) {
					here = append(here, v)
					break
				}
			}
		}
		if len(here) < 2 || rows[r].origin == Pinned {
			continue
		}
		for _, v := range here[1:] {
			alone := draft{segments: make([][]int, len(g.sides)), sum: rows[r].sum, n: rows[r].n, origin: Computed}
			alone.segments[v], rows[r].segments[v] = rows[r].segments[v], nil
			rows = append(rows, alone)
		}
	}
	return rows
}

func (r draft) count() int {
	n := 0
	for _, list := range r.segments {
		n += len(list)
	}
	return n
}

// arrange puts the rows in the order of the medoid; rows that it lacks stand where the versions that
// have them have them. Then it marks what stands elsewhere in its own version.
func (g *grid) arrange(rows []draft) []Row {
	order := g.order(rows)
	out := make([]Row, len(rows))
	for at, r := range order {
		row := Row{Segments: make([][]int, len(g.sides)), Moved: make([]bool, len(g.sides)), Origin: rows[r].origin}
		if rows[r].n > 0 {
			row.Score = rows[r].sum / rows[r].n
		}
		for v, c := range g.column {
			row.Segments[c] = rows[r].segments[v]
		}
		out[at] = row
	}
	for v, c := range g.column {
		g.markMoved(out, v, c)
	}
	return out
}

// place is where a row belongs: behind a segment of the medoid, so far behind it.
type place struct{ behind, distance, rank, segment int }

func (g *grid) order(rows []draft) []int {
	places := make([]place, len(rows))
	anchor := g.anchors(rows)
	for r, row := range rows {
		places[r] = g.place(row, anchor)
	}
	out := make([]int, len(rows))
	for r := range out {
		out[r] = r
	}
	slices.SortFunc(out, func(x, y int) int {
		a, b := places[x], places[y]
		return cmp.Or(cmp.Compare(a.behind, b.behind), cmp.Compare(a.distance, b.distance), cmp.Compare(a.rank, b.rank), cmp.Compare(a.segment, b.segment))
	})
	return out
}

// anchors tells for every segment of every version which segment of the medoid shares its row, -1 for
// none.
func (g *grid) anchors(rows []draft) [][]int {
	out := make([][]int, len(g.sides))
	for v := range out {
		out[v] = make([]int, len(g.sides[v].Segments))
	}
	for _, row := range rows {
		at := first(row.segments[g.medoid])
		for v, list := range row.segments {
			for _, i := range list {
				out[v][i] = at
			}
		}
	}
	return out
}

// place finds the place of a row. One that the medoid lacks stands behind what most of its versions
// have before it.
func (g *grid) place(row draft, anchor [][]int) place {
	if list := row.segments[g.medoid]; len(list) > 0 {
		return place{behind: list[0]}
	}
	var found []place
	for v, list := range row.segments {
		if len(list) == 0 {
			continue
		}
		p := place{behind: -1, distance: 1, rank: v, segment: list[0]}
		for i := list[0] - 1; i >= 0; i-- {
			if anchor[v][i] >= 0 {
				p.behind = anchor[v][i]
				break
			}
			p.distance++
		}
		found = append(found, p)
	}
	slices.SortFunc(found, func(x, y place) int { return cmp.Compare(x.behind, y.behind) })
	return found[len(found)/2]
}

// markMoved marks the rows in which a version stands outside the heaviest series that follows its own
// order.
func (g *grid) markMoved(rows []Row, v, column int) {
	var places []guess
	for r, row := range rows {
		if list := row.Segments[column]; len(list) > 0 {
			weight := 1.0
			for _, i := range list {
				weight += g.words[v].bags[i].length
			}
			places = append(places, guess{int32(r), int32(list[0]), float32(weight)})
			rows[r].Moved[column] = true
		}
	}
	for _, p := range chain(places, len(g.sides[v].Segments)) {
		rows[p.a].Moved[column] = false
	}
}
