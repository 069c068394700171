package triage

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// thesaurus is what is known of English words: meanings and their relations (WordNet), vectors of
// the commonest words, and how common they are.
type thesaurus struct {
	meanings []meaning
	entries  map[string]entry
	rank     map[string]int // 0 is the commonest
	vectors  []int8         // rank × dims
	dims     int
}

// meaning is a synset: numbers of more general, similar and opposite ones.
type meaning struct{ hyper, similar, opposite []int32 }

// entry is a word's meanings, the commonest first, with opposite and derived words.
type entry struct {
	senses   []int32
	parts    string // part of speech of each sense: n v a r
	antonyms []string
	derived  []string
}

func loadThesaurus(fsys fs.FS) (*thesaurus, error) {
	t := &thesaurus{entries: map[string]entry{}, rank: map[string]int{}}
	data, err := decompress(fsys, "wordnet.txt.zst")
	if err != nil {
		return nil, err
	}
	if err := t.readWords(string(data)); err != nil {
		return nil, fmt.Errorf("wordnet.txt.zst: %w", err)
	}
	if data, err = decompress(fsys, "vectors.bin.zst"); err != nil {
		return nil, err
	}
	return t, t.readVectors(data)
}

func decompress(fsys fs.FS, file string) ([]byte, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	if data, err = d.DecodeAll(data, nil); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return data, nil
}

func (t *thesaurus) readWords(s string) error {
	first, second, _ := strings.Cut(s, "\n\n")
	for line := range strings.SplitSeq(first, "\n") {
		a, rest, _ := strings.Cut(line, "\t")
		b, c, _ := strings.Cut(rest, "\t")
		t.meanings = append(t.meanings, meaning{numbers(a), numbers(b), numbers(c)})
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(second, "\n"), "\n") {
		f := strings.SplitN(line, "\t", 4)
		if len(f) != 4 {
			return fmt.Errorf("line %q has %d fields, want 4", line, len(f))
		}
		var e entry
		parts := make([]byte, 0, 8)
		for sense := range strings.FieldsSeq(f[1]) {
			n, err := strconv.Atoi(sense[1:])
			if err != nil || n >= len(t.meanings) {
				return fmt.Errorf("word %q has the meaning %q", f[0], sense)
			}
			e.senses = append(e.senses, int32(n))
			parts = append(parts, sense[0])
		}
		e.parts = string(parts)
		if f[2] != "" {
			e.antonyms = strings.Fields(f[2])
		}
		if f[3] != "" {
			e.derived = strings.Fields(f[3])
		}
		t.entries[f[0]] = e
	}
	return nil
}

func numbers(s string) []int32 {
	if s == "" {
		return nil
	}
	var out []int32
	for f := range strings.FieldsSeq(s) {
		n, _ := strconv.Atoi(f)
		out = append(out, int32(n))
	}
	return out
}

func (t *thesaurus) readVectors(data []byte) error {
	head, rest, ok := bytes.Cut(data, []byte("\n"))
	var n int
	if _, err := fmt.Sscan(string(head), &n, &t.dims); err != nil || !ok {
		return fmt.Errorf("vectors.bin.zst: damaged head %q", head)
	}
	for i := range n {
		word, after, ok := bytes.Cut(rest, []byte("\n"))
		if !ok {
			return fmt.Errorf("vectors.bin.zst: ends at word %d of %d", i, n)
		}
		t.rank[string(word)] = i
		rest = after
	}
	if len(rest) != n*t.dims {
		return fmt.Errorf("vectors.bin.zst: %d components, want %d", len(rest), n*t.dims)
	}
	t.vectors = make([]int8, len(rest))
	for i, b := range rest {
		t.vectors[i] = int8(b)
	}
	return nil
}

// vector returns the vector of a word, nil if it has none.
func (t *thesaurus) vector(word string) []int8 {
	if r, ok := t.rank[word]; ok {
		return t.vectors[r*t.dims : (r+1)*t.dims]
	}
	return nil
}

// cosine of two vectors as the file scales them.
func cosine(a, b []int8) float64 {
	if len(a) == 0 || len(a) != len(b) {
		return 0
	}
	var sum int32
	for i, x := range a {
		sum += int32(x) * int32(b[i])
	}
	return float64(sum) / (254 * 254)
}

// relation is how two words are related.
type relation uint8

const (
	unrelated relation = iota
	synonym            // share a meaning
	derived            // import, importer
	similar            // meanings close to each other
	general            // the one is a more general word for the other
	sister             // kinds of one thing
	opposite
)

// commonSenses is how many meanings of a word are looked at: the rare ones relate anything to
// anything.
const commonSenses = 4

// relate returns the closest relation between two entries.
func (t *thesaurus) relate(a, b *entry, wordA, wordB string) relation {
	switch {
	case slices.Contains(a.antonyms, wordB) || slices.Contains(b.antonyms, wordA) || t.farOpposite(a, b):
		return opposite
	case t.share(a, b):
		return synonym
	case slices.Contains(a.derived, wordB) || slices.Contains(b.derived, wordA):
		return derived
	case t.close(a, b):
		return similar
	case t.above(a, b, 2) || t.above(b, a, 2):
		return general
	case t.siblings(a, b):
		return sister
	}
	return unrelated
}

func top(e *entry, n int) []int32 { return e.senses[:min(n, len(e.senses))] }

func (t *thesaurus) share(a, b *entry) bool {
	for i, x := range a.senses {
		if k := slices.Index(b.senses, x); k >= 0 && i+k <= 3*commonSenses {
			return true
		}
	}
	return false
}

func (t *thesaurus) close(a, b *entry) bool {
	for _, x := range top(a, commonSenses) {
		for _, s := range t.meanings[x].similar {
			if slices.Contains(top(b, commonSenses), s) {
				return true
			}
		}
	}
	return false
}

// farOpposite reports whether adjectives are opposites through the word that each is close to:
// tiny is close to small, small is the opposite of large, huge is close to large.
func (t *thesaurus) farOpposite(a, b *entry) bool {
	for _, x := range top(a, 2) {
		heads := append([]int32{x}, t.meanings[x].similar...)
		for _, h := range heads {
			for _, o := range t.meanings[h].opposite {
				for _, y := range top(b, 2) {
					if y == o || h == x && slices.Contains(t.meanings[y].similar, o) {
						return true
					}
				}
			}
		}
	}
	return false
}

// above reports whether a meaning of a lies over one of b, at most so many steps.
func (t *thesaurus) above(a, b *entry, steps int) bool {
	high := top(a, commonSenses)
	level := top(b, commonSenses)
	for range steps {
		var next []int32
		for _, x := range level {
			for _, h := range t.meanings[x].hyper {
				if slices.Contains(high, h) {
					return true
				}
				next = append(next, h)
			}
		}
		level = next
	}
	return false
}

func (t *thesaurus) siblings(a, b *entry) bool {
	for _, x := range top(a, 2) {
		for _, y := range top(b, 2) {
			for _, h := range t.meanings[x].hyper {
				if slices.Contains(t.meanings[y].hyper, h) {
					return true
				}
			}
		}
	}
	return false
}
