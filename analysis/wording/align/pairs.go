package align

import (
	"context"
	"runtime"
	"slices"
	"sync"
)

// pairs aligns versions two by two, each pair once, several at a time.
type pairs struct {
	g        *grid
	progress func(done, total int)
	found    map[[2]int][]Link // by ranks, the lower as A
	done     int
	total    int
}

func newPairs(g *grid, progress func(done, total int)) *pairs {
	if progress == nil {
		progress = func(int, int) {}
	}
	return &pairs{g: g, progress: progress, found: map[[2]int][]Link{}}
}

// need computes the pairs of the medoid with all versions, and of each witness with all versions.
func (p *pairs) need(ctx context.Context, medoid int, witnesses []int) error {
	var wanted [][2]int
	for _, hub := range append([]int{medoid}, witnesses...) {
		for v := range p.g.sides {
			wanted = append(wanted, [2]int{min(hub, v), max(hub, v)})
		}
	}
	return p.run(ctx, wanted)
}

// compute computes the pairs of one version with some others.
func (p *pairs) compute(ctx context.Context, hub int, others []int) error {
	var wanted [][2]int
	for _, v := range others {
		wanted = append(wanted, [2]int{min(hub, v), max(hub, v)})
	}
	return p.run(ctx, wanted)
}

func (p *pairs) run(ctx context.Context, wanted [][2]int) error {
	wanted = p.missing(wanted)
	p.total += len(wanted)
	results, errs := make([][]Link, len(wanted)), make([]error, len(wanted))
	var mu sync.Mutex
	var group sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, k := range wanted {
		group.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			results[i], errs[i] = p.align(ctx, k[0], k[1])
			mu.Lock()
			defer mu.Unlock()
			p.done++
			p.progress(p.done, p.total)
		})
	}
	group.Wait()
	for i, k := range wanted {
		if errs[i] != nil {
			return errs[i]
		}
		p.found[k] = results[i]
	}
	return nil
}

// missing drops pairs that are known, doubled or of a version with itself.
func (p *pairs) missing(wanted [][2]int) [][2]int {
	var out [][2]int
	for _, k := range wanted {
		if _, known := p.found[k]; !known && k[0] != k[1] && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

func (p *pairs) align(ctx context.Context, v, w int) ([]Link, error) {
	o := p.g.options.Options
	o.Pinned, o.Apart = p.g.between(p.g.options.PinnedRows, v, w), p.g.between(p.g.options.ApartRows, v, w)
	if len(o.Pinned) == 0 && len(o.Apart) == 0 && !swapped(p.g.sides[v], p.g.sides[w]) && !swapped(p.g.sides[w], p.g.sides[v]) {
		return oneToOne(len(p.g.sides[v].Segments)), ctx.Err()
	}
	a, b := p.g.words[v], p.g.words[w]
	return pairWords(ctx, a, b, known(a, b, o), o)
}

// oneToOne aligns a text with itself.
func oneToOne(n int) []Link {
	out := make([]Link, n)
	for i := range out {
		out[i] = Link{A: []int{i}, B: []int{i}, Score: 1, Origin: Computed}
	}
	return out
}

// links returns the links of two versions, the first as A.
func (p *pairs) links(v, w int) []Link {
	if v > w {
		return mirrored(p.found[[2]int{w, v}])
	}
	return p.found[[2]int{v, w}]
}

// between picks from rows that the user fixed what they say of two versions.
func (g *grid) between(rows []PinnedRow, v, w int) []Link {
	var out []Link
	for _, r := range rows {
		a, b := r.of(g.column[v]), r.of(g.column[w])
		if a != nil && b != nil {
			out = append(out, Link{A: a, B: b, Moved: r.Moved})
		}
	}
	return out
}

func (r PinnedRow) of(column int) []int {
	if column >= len(r.Segments) {
		return nil
	}
	return r.Segments[column]
}
