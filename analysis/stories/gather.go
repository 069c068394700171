package stories

import (
	"cmp"
	"slices"
)

const (
	belongs = 0.5 // confidence from which on two clusters are one
	sampled = 6   // members of each cluster whose links are looked at
)

// cluster is articles that were found to be together, the earliest first.
type cluster struct {
	members []int
	into    *cluster // where it went
}

func (c *cluster) now() *cluster {
	for c.into != nil {
		c = c.into
	}
	return c
}

// gather joins pairs into works and works into stories, the surest pair first. A single link joins no
// two clusters whose other members have nothing in common.
func (f *field) gather(pairs []pair) []Group {
	known := map[[2]int]pair{}
	clusters := make([]*cluster, len(f.texts))
	for i := range clusters {
		clusters[i] = &cluster{members: []int{i}}
	}
	for _, p := range pairs {
		known[[2]int{p.a, p.b}] = p
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.confidence, x.confidence), slices.Compare(f.places(x), f.places(y)))
	})
	link := func(a, b int) pair {
		k := [2]int{min(a, b), max(a, b)}
		p, seen := known[k]
		if !seen {
			p, _ = f.weigh(k[0], k[1])
			known[k] = p
		}
		return p
	}
	works := make([]*cluster, len(f.texts))
	f.join(clusters, pairs, func(a, b int) float64 {
		p := link(a, b)
		if p.relation == Report {
			return 0
		}
		return p.confidence
	})
	for i, c := range clusters {
		works[i] = c.now()
	}
	f.join(clusters, pairs, func(a, b int) float64 { return link(a, b).confidence })
	return f.groups(clusters, works, link)
}

// places are the ranks of a pair's articles, the lower first.
func (f *field) places(p pair) []int {
	a, b := f.rank[p.a], f.rank[p.b]
	return []int{min(a, b), max(a, b)}
}

// join lets pairs join the clusters of their articles, as far as sure finds these to belong together.
func (f *field) join(clusters []*cluster, pairs []pair, sure func(a, b int) float64) {
	for _, p := range pairs {
		a, b := clusters[p.a].now(), clusters[p.b].now()
		if a == b || sure(p.a, p.b) < belongs || f.linked(a, b, sure) < belongs {
			continue
		}
		both := &cluster{members: slices.Concat(a.members, b.members)}
		slices.SortFunc(both.members, func(x, y int) int { return cmp.Compare(f.rank[x], f.rank[y]) })
		a.into, b.into = both, both
	}
}

// linked is how sure the better half of the links between two clusters is in the mean: of two
// renderings into far languages a lexicon may not know that they are one. Of large clusters some
// members are asked.
func (f *field) linked(a, b *cluster, sure func(a, b int) float64) float64 {
	var links []float64
	for _, x := range some(a.members) {
		for _, y := range some(b.members) {
			links = append(links, sure(x, y))
		}
	}
	slices.Sort(links)
	half := links[len(links)/2:]
	sum := 0.0
	for _, l := range half {
		sum += l
	}
	return sum / float64(len(half))
}

func some(members []int) []int {
	if len(members) <= sampled {
		return members
	}
	out := make([]int, sampled)
	for i := range out {
		out[i] = members[i*len(members)/sampled]
	}
	return out
}

// groups says of every article in a cluster of several how it belongs there.
func (f *field) groups(clusters, works []*cluster, link func(a, b int) pair) []Group {
	var out []Group
	seen := map[*cluster]bool{}
	for i := range clusters {
		story := clusters[i].now()
		if seen[story] || len(story.members) < 2 {
			continue
		}
		seen[story] = true
		g := Group{Confidence: 1}
		number := map[*cluster]int{}
		for _, m := range story.members {
			if _, known := number[works[m]]; !known {
				number[works[m]] = len(number)
			}
			member := f.member(m, story, works, link)
			member.Work = number[works[m]]
			g.Members = append(g.Members, member)
			g.Confidence = min(g.Confidence, member.Confidence)
		}
		out = append(out, g)
	}
	return out
}

// member says how an article belongs to its story: by its surest link, to its own work if that has
// others.
func (f *field) member(i int, story *cluster, works []*cluster, link func(a, b int) pair) Member {
	m := Member{Text: i, Relation: Report}
	others := story.members
	if len(works[i].members) > 1 {
		m.Relation, others = Version, works[i].members
	}
	for _, j := range others {
		if j == i {
			continue
		}
		p := link(i, j)
		m.Confidence = max(m.Confidence, p.confidence)
		if p.relation == Duplicate && f.rank[j] < f.rank[i] {
			m.Relation = Duplicate
			m.Identical = m.Identical || p.identical
		}
	}
	return m
}
