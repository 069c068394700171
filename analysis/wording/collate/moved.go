package collate

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// What proves that words moved. Short words repeat everywhere and prove nothing, common ones little
// within a row and nothing across rows.
const (
	minMoved    = 8   // telling letters of a run that moved within a row
	minApart    = 20  // of one that moved to another row …
	minWords    = 3   // … and its telling words
	maxCommon   = 2   // times that a word stands in either version and is not common
	minTelling  = 4   // letters of a telling word
	ideograph   = 3   // letters that an ideograph is worth
	following   = 2   // letters that a word is worth at least behind one of the same run, within a row
	variant     = 0.7 // likeness from which on two words may be one that was edited
	maxPassages = 16  // places of a word that are tried
)

// markMoved marks the entries of words that stand elsewhere in a version that lacks them there. It looks
// at two versions at a time, at what either lacks of the other, for runs of words in the same order; a
// word within a run may have been changed.
func markMoved(ctx context.Context, w []Witness, entries []Entry, languages []text.Language, o Options) error {
	t := newTraces(w, entries, o)
	order := make([]int, len(w)) // by content: who comes first finds first
	for v := range order {
		order[v] = v
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(w[a].Text, w[b].Text) })
	for n, a := range order {
		for _, b := range order[n+1:] {
			if err := ctx.Err(); err != nil {
				return err
			}
			if languages[a] == languages[b] {
				t.compare(a, b)
			}
		}
	}
	return nil
}

// traces is where the words of the versions stand.
type traces struct {
	// immutable
	w       []Witness
	options Options
	place   [][]int32        // by version and token: its entry, −1 for none
	token   [][]int32        // by version and entry: its token, −1 for none
	times   []map[string]int // by version: how often a norm stands in it

	entries []Entry
}

func newTraces(w []Witness, entries []Entry, o Options) *traces {
	t := &traces{w: w, options: o, entries: entries}
	for v := range w {
		place, token := make([]int32, len(w[v].Tokens)), make([]int32, len(entries))
		for i := range place {
			place[i] = -1
		}
		for i := range token {
			token[i] = -1
		}
		times := map[string]int{}
		for _, norm := range w[v].Norms {
			times[norm]++
		}
		t.place, t.token, t.times = append(t.place, place), append(t.token, token), append(t.times, times)
	}
	for e, entry := range entries {
		for _, r := range entry.Readings {
			for _, i := range r.Tokens {
				t.place[r.Version][i], t.token[r.Version][e] = int32(e), int32(i)
			}
		}
	}
	return t
}

// compare marks what stands elsewhere in the other of two versions.
func (t *traces) compare(a, b int) {
	looseA, looseB := t.loose(a, b), t.loose(b, a)
	at := map[string][]int{}
	for j, loose := range looseB {
		if norm := t.w[b].Norms[j]; loose && t.telling(a, b, norm, true) > 0 {
			at[norm] = append(at[norm], j)
		}
	}
	for i := 0; i < len(looseA); i++ {
		if !looseA[i] || len(at[t.w[a].Norms[i]]) == 0 {
			continue
		}
		var best passage
		for n, j := range at[t.w[a].Norms[i]] {
			if n == maxPassages {
				break
			}
			if p := t.passage(a, b, i, j, looseA, looseB); p.letters > best.letters {
				best = p
			}
		}
		if best.proves(t) {
			for n, pair := range best.pairs {
				t.entries[t.place[a][pair[0]]].Moved = true
				t.entries[t.place[b][pair[1]]].Moved = true
				looseA[pair[0]], looseB[pair[1]] = false, false
				i = max(i, best.pairs[n][0])
			}
		}
	}
}

// loose tells which tokens of version v stand against nothing like them in version other.
func (t *traces) loose(v, other int) []bool {
	out := make([]bool, len(t.place[v]))
	for i, e := range t.place[v] {
		if e >= 0 {
			j := t.token[other][e]
			out[i] = j < 0 || !t.alike(t.w[v].Norms[i], t.w[other].Norms[j])
		}
	}
	return out
}

// passage is words of one version that stand in the same order in the other.
type passage struct {
	pairs   [][2]int // tokens
	letters int      // of its telling words
	words   int      // telling ones
	from    [2]int32 // entries where it begins
}

// detours are how many words a passage may go past on either side, the shortest first.
var detours = [][2]int{{1, 1}, {0, 1}, {1, 0}, {2, 2}}

// passage follows the words from two tokens on, past a few that were changed, left out or put in.
func (t *traces) passage(a, b, i, j int, looseA, looseB []bool) passage {
	for i > 0 && j > 0 && looseA[i-1] && looseB[j-1] && t.w[a].Norms[i-1] == t.w[b].Norms[j-1] {
		i, j = i-1, j-1
	}
	p := passage{from: [2]int32{t.place[a][i], t.place[b][j]}}
	within := t.entries[p.from[0]].Row == t.entries[p.from[1]].Row
	open := func(i, j int) bool { return i < len(looseA) && j < len(looseB) && looseA[i] && looseB[j] }
	telling := func(i, j int) int {
		return min(t.telling(a, b, t.w[a].Norms[i], within), t.telling(a, b, t.w[b].Norms[j], within))
	}
	match := func(i, j int) bool { return open(i, j) && t.alike(t.w[a].Norms[i], t.w[b].Norms[j]) }
	for follows := false; match(i, j); {
		n := telling(i, j)
		if follows && within {
			n = max(n, following)
		}
		p.letters += n
		p.words += min(1, n)
		p.pairs = append(p.pairs, [2]int{i, j})
		i, j = i+1, j+1
		if follows = match(i, j); follows {
			continue
		}
		for _, d := range detours {
			x, y := i+d[0], j+d[1]
			if match(x, y) && (d == detours[0] || telling(x, y) > 0) {
				if d == detours[0] && open(i, j) {
					p.pairs = append(p.pairs, [2]int{i, j})
				}
				i, j = x, y
				break
			}
		}
	}
	return p
}

// proves reports whether so much cannot be chance.
func (p passage) proves(t *traces) bool {
	if len(p.pairs) == 0 {
		return false
	}
	if t.entries[p.from[0]].Row != t.entries[p.from[1]].Row {
		return p.letters >= minApart && p.words >= minWords
	}
	return p.letters >= minMoved
}

// telling is how many letters of a word count in two versions; none of a short one. Of a common one
// none count, or within a row the fewer the commoner it is: that it is missing at one place of a sentence
// and stands at another is no chance, unless it stands everywhere.
func (t *traces) telling(a, b int, norm string, within bool) int {
	times := max(t.times[a][norm], t.times[b][norm])
	if times > maxCommon && !within {
		return 0
	}
	n := 0
	for _, r := range norm {
		switch {
		case unicode.Is(unicode.Han, r):
			n += ideograph
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n++
		}
	}
	if n < minTelling {
		return 0
	}
	return n * maxCommon / max(maxCommon, times)
}

// alike reports whether two norms may be one word.
func (t *traces) alike(a, b string) bool {
	switch {
	case a == b:
		return true
	case t.options.Same != nil && t.options.Same(a, b):
		return true
	}
	return utf8.RuneCountInString(a) >= minTelling && likeness(a, b) >= variant
}
