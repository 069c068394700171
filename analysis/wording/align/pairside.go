package align

import (
	"cmp"
	"context"
	"slices"

	"hexapla/analysis/text"
)

// pairSides aligns two texts in the canonical order.
func pairSides(ctx context.Context, a, b Side, o Options) ([]Link, error) {
	if !swapped(b, a) && len(o.Pinned)+len(o.Apart) == 0 {
		return oneToOne(len(a.Segments)), ctx.Err() // two copies of one text
	}
	wordsA, wordsB := readSide(a, o), readSide(b, o)
	return pairWords(ctx, wordsA, wordsB, known(wordsA, wordsB, o), o)
}

// readSide cuts a side into words; a lexicon tells the words of a script without blanks.
func readSide(s Side, o Options) *sideWords {
	r := reader{model: o.Model, han: o.Lexicons.Han()}
	if r.model == nil {
		r.model = &text.Model{}
	}
	if s.Language.Spaceless() {
		r.lex = o.Lexicons.Between(s.Language, "en")
	}
	return r.read(s)
}

// pairWords aligns two texts whose words and known couples are given.
func pairWords(ctx context.Context, a, b *sideWords, couples []couple, o Options) ([]Link, error) {
	fixed := pin(o.Pinned, len(a.bags), len(b.bags))
	p := fixed.pairing(a, b, o.Apart)
	p.known = couples
	beads, err := p.beads(ctx)
	if err != nil {
		return nil, err
	}
	links := slices.Clone(fixed.links)
	for _, x := range beads {
		links = append(links, Link{
			A: fixed.restA[x.a0:x.a1:x.a1], B: fixed.restB[x.b0:x.b1:x.b1],
			Score: float64(x.confidence), Origin: Computed,
		})
	}
	links = inOrder(links)
	for i, m := range moved(links, a, b) {
		links[i].Moved = m || links[i].Moved && links[i].Origin == Pinned
	}
	return links, nil
}

// swapped reports whether b comes before a in the order in which pairs are aligned. The order
// depends on the texts alone, so that exchanging the sides mirrors the result.
func swapped(a, b Side) bool {
	c := cmp.Or(cmp.Compare(a.Language, b.Language), cmp.Compare(len(a.Text), len(b.Text)), cmp.Compare(a.Text, b.Text))
	if c == 0 {
		c = slices.CompareFunc(a.Segments, b.Segments, func(x, y text.Span) int {
			return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
		})
	}
	if c == 0 {
		c = slices.Compare(a.Paragraphs, b.Paragraphs)
	}
	return c > 0
}

func (o Options) mirrored() Options {
	o.Pinned, o.Apart = mirrored(o.Pinned), mirrored(o.Apart)
	return o
}

func mirrored(links []Link) []Link {
	out := slices.Clone(links)
	for i := range out {
		out[i].A, out[i].B = out[i].B, out[i].A
	}
	return out
}

// inOrder sorts links by A; those without A stand after the link that has the segment of B before
// theirs.
func inOrder(links []Link) []Link {
	slices.SortFunc(links, func(x, y Link) int {
		return cmp.Or(cmp.Compare(first(x.A), first(y.A)), cmp.Compare(first(x.B), first(y.B)))
	})
	alone := 0
	for alone < len(links) && len(links[alone].A) == 0 {
		alone++
	}
	if alone == 0 {
		return links
	}
	return weave(links[alone:], links[:alone])
}

// weave puts the links without A among those with A.
func weave(links, alone []Link) []Link {
	after := map[int]int{} // segment of B: the link that ends with it
	for i, l := range links {
		for _, j := range l.B {
			after[j] = i
		}
	}
	behind := make([][]Link, len(links))
	var out []Link
	for _, l := range alone {
		at, found := after[first(l.B)-1]
		for _, j := range l.B {
			if found {
				after[j] = at
			}
		}
		if found {
			behind[at] = append(behind[at], l)
		} else {
			out = append(out, l)
		}
	}
	for i, l := range links {
		out = append(out, l)
		out = append(out, behind[i]...)
	}
	return out
}

func first(list []int) int {
	if len(list) == 0 {
		return -1
	}
	return list[0]
}
