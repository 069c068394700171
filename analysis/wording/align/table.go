package align

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// arc says that a word of one side may stand for word to of the other.
type arc struct {
	to wordID
	p  float32
}

// table is how likely words stand for each other, in both directions: from[e] lists what e of A may
// become in B, back[f] the reverse.
type table struct {
	forth, back          [][]arc
	expectedA, expectedB []bool // words that would have a counterpart if their segment had one
}

// couple is a pair of words and how well they match, 0 to 1.
type couple struct {
	a, b   wordID
	weight float32
}

// known gathers the couples that are known before the texts are compared: equal words and numbers,
// dictionary entries, words that look or sound alike.
func known(a, b *sideWords, o Options) []couple {
	var out []couple
	out = append(out, equals(a, b)...)
	if a.lang != b.lang {
		out = append(out, entries(a, b, o.Lexicons)...)
		out = append(out, lookalikes(a, b, o.Lexicons.Han())...)
	}
	slices.SortFunc(out, func(x, y couple) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), -cmp.Compare(x.weight, y.weight))
	})
	return slices.CompactFunc(out, func(x, y couple) bool { return x.a == y.a && x.b == y.b })
}

// equals couples what is written the same.
func equals(a, b *sideWords) []couple {
	var out []couple
	for i, w := range a.words {
		if j, ok := b.byStem[w.stem]; ok {
			out = append(out, couple{wordID(i), j, equalWeight(w, a.lang == b.lang)})
		}
	}
	return out
}

func equalWeight(w word, sameLanguage bool) float32 {
	switch {
	case w.kind == text.Number, sameLanguage && w.kind == text.Word:
		return 0.9
	case w.kind != text.Word:
		return 0.5
	case w.name || len(w.stem) >= 5:
		return 0.8
	}
	return 0.3
}

// entries couples what a lexicon gives. The lexicon is asked in its own direction, so that a table
// into English is never turned round.
func entries(a, b *sideWords, set *lexicon.Set) []couple {
	if a.lang == "en" {
		out := entries(b, a, set)
		for i, c := range out {
			out[i].a, out[i].b = c.b, c.a
		}
		return out
	}
	var out []couple
	for i, list := range a.into(b.lang, set) {
		for _, e := range list {
			out = appendPhrase(out, wordID(i), e, b)
		}
	}
	return out
}

// appendPhrase couples a word with those words of a translation that the other side has.
func appendPhrase(out []couple, from wordID, e lexicon.Entry, b *sideWords) []couple {
	if id, ok := b.byStem[e.Word]; ok && b.lang.Spaceless() {
		return append(out, couple{from, id, float32(e.Weight)})
	}
	parts := strings.Fields(e.Word)
	for _, p := range parts {
		if len(parts) > 1 && len(p) < 4 {
			continue
		}
		if id, ok := b.byStem[lexicon.Stem(p, b.lang)]; ok {
			out = append(out, couple{from, id, float32(e.Weight / math.Sqrt(float64(len(parts))))})
		}
	}
	return out
}

// newTable turns weights into probabilities: what a word may stand for shares its mass, and some is
// kept for what nobody foresaw.
func newTable(a, b *sideWords, couples []couple) *table {
	t := &table{
		forth: make([][]arc, len(a.words)), back: make([][]arc, len(b.words)),
		expectedA: a.expected(b.lang), expectedB: b.expected(a.lang),
	}
	for _, c := range couples {
		t.forth[c.a] = append(t.forth[c.a], arc{c.b, c.weight})
		t.back[c.b] = append(t.back[c.b], arc{c.a, c.weight})
	}
	share(t.forth)
	share(t.back)
	return t
}

const unforeseen = 0.3

func share(arcs [][]arc) {
	for _, list := range arcs {
		sum := float32(unforeseen)
		for _, x := range list {
			sum += x.p
		}
		for i := range list {
			list[i].p /= sum
		}
	}
}

// expected tells which words of a side would have a counterpart on the other side if their segment had
// one: numbers, and within one language all words. Of a dictionary's words that cannot be said, there
// are too many synonyms.
func (w *sideWords) expected(other text.Language) []bool {
	out := make([]bool, len(w.words))
	for i, x := range w.words {
		out[i] = x.kind == text.Number || x.kind == text.Word && w.lang == other && w.lang != ""
	}
	return out
}
