package align

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/text"
)

// shuffle is how many stretches of a story are carried elsewhere, and of how many sentences each.
type shuffle struct{ carried, length int }

// moves counts what becomes of the sentences that were carried elsewhere and of the others, all with
// three in ten words changed.
type moves struct{ moved, found, others, wrong, marked int }

func (m *moves) count(t *testing.T, seed uint64, how shuffle) {
	m.shuffle(t, invented(60, 2000, seed+100), "en", Options{}, how, rand.New(rand.NewPCG(seed, 31)), func(line string, r *rand.Rand) string {
		words := strings.Fields(line)
		for k := range words {
			if r.IntN(10) < 3 {
				words[k] = spelled(60000 + r.IntN(900))
			}
		}
		return strings.Join(words, " ")
	})
}

// shuffle carries stretches of a text elsewhere, rewords it and counts.
func (m *moves) shuffle(t *testing.T, lines []string, lang text.Language, o Options, how shuffle, r *rand.Rand, reworded func(line string, r *rand.Rand) string) {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	carried := map[int]bool{}
	for range how.carried {
		from := r.IntN(len(order) - how.length)
		block := slices.Clone(order[from : from+how.length])
		if slices.ContainsFunc(block, func(i int) bool { return carried[i] }) {
			continue
		}
		rest := slices.Delete(slices.Clone(order), from, from+how.length)
		to := r.IntN(len(rest) + 1)
		if abs := max(from-to, to-from); abs <= how.length {
			continue
		}
		order = slices.Insert(rest, to, block...)
		for _, i := range block {
			carried[i] = true
		}
	}
	place := make([]int, len(lines))
	shuffled := make([]string, len(lines))
	for j, i := range order {
		place[i] = j
		shuffled[j] = reworded(lines[i], r)
	}
	for _, l := range mustPair(t, sideOf(lang, lines...), sideOf(lang, shuffled...), o) {
		for _, i := range l.A {
			right := len(l.A) == 1 && len(l.B) == 1 && l.B[0] == place[i]
			if carried[i] {
				m.moved++
				m.found += one(right)
				continue
			}
			m.others++
			m.wrong += one(!right)
			m.marked += one(l.Moved)
		}
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Sentences and paragraphs that were carried elsewhere and reworded are found, and nothing else is said
// to have moved.
func TestShuffledStories(t *testing.T) {
	for name, how := range map[string]shuffle{
		"sentences":        {3, 1},
		"pairs":            {2, 2},
		"paragraphs":       {1, 4},
		"two paragraphs":   {2, 5},
		"a long paragraph": {1, 12},
	} {
		t.Run(name, func(t *testing.T) {
			var m moves
			for seed := range uint64(40) {
				m.count(t, seed, how)
			}
			t.Logf("%+v", m)
			if m.found*10 < m.moved*9 || m.wrong*50 > m.others || m.marked*50 > m.others {
				t.Errorf("found %d of %d that moved; of %d others %d are wrong, %d marked as moved", m.found, m.moved, m.others, m.wrong, m.marked)
			}
		})
	}
}

// Where a few words repeat in every sentence, what is left out here and what is added there are not
// taken for each other.
func TestNoMovesAmongCommonWords(t *testing.T) {
	said, all := 0, 0
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 5))
		lines, added := invented(60, 25, seed+500), invented(5, 25, seed+900)
		other := slices.Clone(lines)
		for _, line := range added {
			at := r.IntN(len(other))
			other = slices.Delete(other, at, at+1)
			other = slices.Insert(other, r.IntN(len(other)), line)
		}
		for _, l := range mustPair(t, sideOf("en", lines...), sideOf("en", other...), Options{}) {
			said += one(l.Moved)
			all++
		}
	}
	t.Logf("%d of %d", said, all)
	if said*50 > all {
		t.Errorf("%d of %d links are said to have moved, and none has", said, all)
	}
}
