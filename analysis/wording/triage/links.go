package triage

import (
	"cmp"
	"context"
	"slices"

	"hexapla/analysis/text"
)

// Link says that words of one version stand for words of another.
type Link struct {
	A, B text.Span // in the texts of the two versions
	Tie  Tie
}

// Tie is what makes words correspond.
type Tie string

// The ties; the identifiers are stable.
const (
	Same     Tie = "same"     // one word, written or inflected alike or not
	Synonym  Tie = "synonym"  // one meaning: synonyms, derivations, one entity in two forms
	Kindred  Tie = "kindred"  // like by use, or one more general than the other
	Opposite Tie = "opposite" // opposite words in one place
	Replaced Tie = "replaced" // nothing in common but the place
)

// Links returns by row which words of version a stand for which of version b, in the order of a. None
// where the versions are of two languages, or one has nothing in the row.
func Links(ctx context.Context, in Input, a, b int, o Options) ([][]Link, error) {
	r, err := newRows(in, o)
	if err != nil {
		return nil, err
	}
	out := make([][]Link, len(in.Rows))
	if in.Versions[a].Language != in.Versions[b].Language {
		return out, nil
	}
	for n, row := range in.Rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if max(a, b) >= len(row.Segments) {
			continue
		}
		x := r.vocabulary.sentence(a, in.Versions[a], row.Segments[a])
		y := r.vocabulary.sentence(b, in.Versions[b], row.Segments[b])
		if len(x.words) > 0 && len(y.words) > 0 {
			out[n] = r.vocabulary.correspond(x, y).links()
		}
	}
	return out, nil
}

func (p *pairing) links() []Link {
	var out []Link
	for _, c := range p.linked() {
		out = append(out, Link{p.a.words[c.i].Span, p.b.words[c.j].Span, ties[c.bond]})
	}
	return out
}

var ties = [...]Tie{
	equal: Same, inflected: Same, spelled: Same, related: Synonym, near: Kindred, broader: Kindred, contrary: Opposite, replaced: Replaced,
}

// linked lists all links in the order of a, with those of words that stand for one only together with
// their neighbours.
func (p *pairing) linked() []candidate {
	back := p.turned()
	var out []candidate
	for i, j := range p.to {
		if j >= 0 {
			out = append(out, candidate{i: i, j: j, bond: p.bonds[i]})
		} else if j = p.joined(i); j >= 0 {
			out = append(out, candidate{i: i, j: j, bond: related})
		}
	}
	for j, i := range p.from {
		if i < 0 {
			if i = back.joined(j); i >= 0 {
				out = append(out, candidate{i: i, j: j, bond: related})
			}
		}
	}
	slices.SortFunc(out, func(x, y candidate) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j)) })
	return out
}

// joined returns the counterpart of the word that an unlinked one of a belongs to: both are words of
// one name, or it is the particle of a verb that another word stands for. -1 if there is none.
func (p *pairing) joined(i int) int {
	w := &p.a.words[i]
	if i > 0 && p.stands(i-1) && (p.a.words[i-1].phrase != nil || particles[w.norm]) && !p.a.words[i-1].grammar() && !p.b.words[p.to[i-1]].grammar() {
		return p.to[i-1]
	}
	if w.mention < 0 || w.punct {
		return -1
	}
	for k := max(0, i-longestName); k < min(len(p.to), i+longestName); k++ {
		if p.a.words[k].mention != w.mention || !p.stands(k) {
			continue
		}
		if m := p.b.words[p.to[k]].mention; m >= 0 && p.b.mentions[m].Kind == p.a.mentions[w.mention].Kind {
			return p.to[k]
		}
	}
	return -1
}

// stands reports whether another word stands for a word of a.
func (p *pairing) stands(i int) bool { return p.to[i] >= 0 && p.bonds[i] > inflected }

// longestName bounds how far the words of a name are looked for.
const longestName = 5

// particles belong to the verb before them.
var particles = map[string]bool{
	"up": true, "out": true, "down": true, "off": true, "away": true, "over": true, "back": true, "forth": true, "aside": true, "together": true,
}
