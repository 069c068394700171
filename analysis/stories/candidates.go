package stories

import (
	"cmp"
	"context"
	"math"
	"slices"
)

const (
	unseen        = 200 // articles that we imagine beside those at hand: in a small heap all words are rare
	asked         = 48  // rare words by which an article looks for others
	widest        = 400 // articles that may share a word by which is looked
	maxCandidates = 24  // for each article
	minShared     = 3   // words
)

// field is all articles and how common their words are among them.
type field struct {
	texts  []Text
	read   []*features
	days   []int
	own    map[uint64]int32 // in how many articles
	pivot  map[uint64]int32
	owns   [][]entry // by article: its terms by key
	pivots [][]entry
	keys   [][]entry // what candidates are looked for by: words of English where there are several languages
	common map[uint64]int32
	rank   []int // by article: its place by date and content
}

// entry is a key and the term that has it.
type entry struct {
	key  uint64
	term int32
}

func newField(texts []Text, read []*features) *field {
	f := &field{
		texts: texts, read: read, days: make([]int, len(texts)),
		own: map[uint64]int32{}, pivot: map[uint64]int32{},
		owns: make([][]entry, len(texts)), pivots: make([][]entry, len(texts)),
	}
	for i, x := range read {
		f.days[i] = day(texts[i].Date)
		for n, t := range x.terms {
			f.owns[i] = append(f.owns[i], entry{t.own, int32(n)})
			for _, p := range t.pivot {
				f.pivots[i] = append(f.pivots[i], entry{p, int32(n)})
			}
		}
		f.owns[i] = sorted(f.owns[i], f.own)
		f.pivots[i] = sorted(f.pivots[i], f.pivot)
	}
	f.keys, f.common = f.owns, f.own
	if slices.ContainsFunc(texts, func(t Text) bool { return t.Language != texts[0].Language }) {
		f.keys, f.common = f.pivots, f.pivot
	}
	f.rank = ranks(texts)
	return f
}

// ranks orders the articles by what they are and not by where they stand: the earliest first.
func ranks(texts []Text) []int {
	order := make([]int, len(texts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := texts[a], texts[b]
		if x.Date != y.Date && (x.Date == "" || y.Date == "") {
			return cmp.Compare(y.Date, x.Date)
		}
		return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.Language, y.Language), cmp.Compare(x.Text, y.Text))
	})
	out := make([]int, len(texts))
	for place, i := range order {
		out[i] = place
	}
	return out
}

// sorted sorts entries by key, one each, and counts the keys.
func sorted(entries []entry, count map[uint64]int32) []entry {
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.term, b.term)) })
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return a.key == b.key })
	for _, e := range entries {
		count[e.key]++
	}
	return entries
}

// rarity weighs a key that n articles have.
func (f *field) rarity(n int32) float32 {
	return float32(math.Log(float64(len(f.texts)+unseen) / float64(n+1)))
}

// pairs weighs all pairs of articles that share rare words; the others have nothing to do with each
// other.
func (f *field) pairs(ctx context.Context) ([]pair, error) {
	index := map[uint64][]int32{}
	questions := make([][]entry, len(f.texts))
	for i := range f.texts {
		questions[i] = f.questions(i)
		for _, q := range f.keys[i] {
			if n := f.common[q.key]; n > 1 && n <= widest {
				index[q.key] = append(index[q.key], int32(i))
			}
		}
	}
	shared := make([]float32, len(f.texts))
	times := make([]int, len(f.texts))
	wanted := map[[2]int32]bool{}
	for i := range f.texts {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for _, j := range f.near(i, questions[i], index, shared, times) {
			wanted[[2]int32{min(int32(i), j), max(int32(i), j)}] = true
		}
	}
	var out []pair
	for p := range wanted {
		if x, ok := f.weigh(int(p[0]), int(p[1])); ok {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out, ctx.Err()
}

// questions are the keys by which an article looks for others: its rarest and most telling.
func (f *field) questions(i int) []entry {
	weight := func(e entry) float32 { return f.read[i].terms[e.term].size * f.rarity(f.common[e.key]) }
	var out []entry
	for _, e := range f.keys[i] {
		if n := f.common[e.key]; n > 1 && n <= widest {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(x, y entry) int { return cmp.Or(cmp.Compare(weight(y), weight(x)), cmp.Compare(x.key, y.key)) })
	return out[:min(asked, len(out))]
}

// near lists the articles that share most with i. shared and times are scratch, all zero.
func (f *field) near(i int, questions []entry, index map[uint64][]int32, shared []float32, times []int) []int32 {
	var found []int32
	for _, q := range questions {
		w := f.read[i].terms[q.term].size * f.rarity(f.common[q.key])
		for _, j := range index[q.key] {
			if int(j) == i {
				continue
			}
			if times[j] == 0 {
				found = append(found, j)
			}
			times[j]++
			shared[j] += w
		}
	}
	least := min(minShared, len(questions))
	kept := slices.DeleteFunc(slices.Clone(found), func(j int32) bool { return times[j] < least })
	slices.SortFunc(kept, func(x, y int32) int {
		return cmp.Or(cmp.Compare(shared[y], shared[x]), cmp.Compare(x, y))
	})
	if len(kept) > maxCandidates { // who ties with the last is in, so that the order of articles decides nothing
		last := shared[kept[maxCandidates-1]]
		kept = slices.DeleteFunc(kept, func(j int32) bool { return shared[j] < last })
	}
	for _, j := range found {
		shared[j], times[j] = 0, 0
	}
	return kept
}
