package article

// pin adds a link. An earlier one that shares a place with it and says otherwise elsewhere gives way.
func (f *folding) pin(a PinLink) {
	sides := f.nows(a.Sides)
	f.apart.drop(sides, func(other []Anchor) bool { return within(other, sides) })
	f.pins.drop(sides, func(other []Anchor) bool { return conflict(other, sides) })
	f.pins.add(sides, a)
}

func (f *folding) unlink(a Unlink) {
	sides := f.nows(a.Sides)
	f.pins.drop(sides, func(other []Anchor) bool { return within(sides, other) })
	f.apart.drop(sides, func(other []Anchor) bool { return within(other, sides) })
	f.apart.add(sides, a)
}

func (f *folding) nows(anchors []Anchor) []Anchor {
	out := make([]Anchor, len(anchors))
	for i, a := range anchors {
		out[i] = f.now(a)
	}
	return out
}

// conflict reports whether two links share a place and differ, or agree in all, elsewhere.
func conflict(old, new []Anchor) bool {
	shared, differ := false, false
	for _, a := range old {
		for _, b := range new {
			if a.Article != b.Article {
				continue
			}
			if meet(a, b) {
				shared = true
			} else {
				differ = true
			}
		}
	}
	return shared && (differ || within(old, new))
}

// within reports whether every one of some meets one of all.
func within(some, all []Anchor) bool {
	for _, a := range some {
		met := false
		for _, b := range all {
			met = met || meet(a, b)
		}
		if !met {
			return false
		}
	}
	return true
}

func meet(a, b Anchor) bool {
	return a.Article == b.Article && a.Start < b.End && b.Start < a.End
}

// placed is a list of items that have places, found again by where they are: a translation memory
// brings thousands of links, and each asks which earlier ones it overrules.
type placed[T any] struct {
	items []*placedItem[T]
	at    map[block][]int
}

type placedItem[T any] struct {
	sides []Anchor
	item  T
}

// block is a stretch of an article; what meets shares one.
type block struct {
	article ID
	number  int
}

const blockSize = 256 // bytes

func blocksOf(sides []Anchor) []block {
	const most = 4096 // blocks of one anchor
	var out []block
	for _, a := range sides {
		for n := a.Start / blockSize; n <= a.End/blockSize && n < a.Start/blockSize+most; n++ {
			out = append(out, block{a.Article, n})
		}
	}
	return out
}

func (p *placed[T]) add(sides []Anchor, item T) {
	if p.at == nil {
		p.at = map[block][]int{}
	}
	for _, b := range blocksOf(sides) {
		p.at[b] = append(p.at[b], len(p.items))
	}
	p.items = append(p.items, &placedItem[T]{sides, item})
}

// drop takes out the items near the places of which match holds.
func (p *placed[T]) drop(near []Anchor, match func(sides []Anchor) bool) {
	for _, b := range blocksOf(near) {
		for _, i := range p.at[b] {
			if p.items[i] != nil && match(p.items[i].sides) {
				p.items[i] = nil
			}
		}
	}
}

func (p *placed[T]) list() []T {
	var out []T
	for _, i := range p.items {
		if i != nil {
			out = append(out, i.item)
		}
	}
	return out
}
