package triage

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"

	"hexapla/analysis/dict"
)

// thesaurus is what is known of English words: meanings and their relations (WordNet), vectors of
// the commonest words, and how common they are.
type thesaurus struct {
	meanings meanings
	entries  *dict.Table // by word: what readEntry reads
	ranks    *dict.Table // by word: its place by frequency, four bytes, low ones first
	vectors  []int8      // rank × dims
	dims     int
	grammar  grammar
}

// meanings are the synsets: of each the numbers of more general, similar and opposite ones, all in
// one list.
type meanings struct {
	numbers []int32
	ends    []uint32 // in numbers: three for each meaning, one behind the other
}

func (m *meanings) hyper(of int32) []int32    { return m.list(3 * of) }
func (m *meanings) similar(of int32) []int32  { return m.list(3*of + 1) }
func (m *meanings) opposite(of int32) []int32 { return m.list(3*of + 2) }

func (m *meanings) list(i int32) []int32 {
	var from uint32
	if i > 0 {
		from = m.ends[i-1]
	}
	return m.numbers[from:m.ends[i]:m.ends[i]]
}

// entry is a word's meanings, the commonest first, with opposite and derived words.
type entry struct {
	senses   []int32
	parts    string // part of speech of each sense: n v a r
	antonyms []string
	derived  []string
}

func loadThesaurus(fsys fs.FS) (*thesaurus, error) {
	t := &thesaurus{}
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
	if err := t.readVectors(data); err != nil {
		return nil, err
	}
	return t, t.grammar.load(fsys)
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
		for _, list := range [...]string{a, b, c} {
			t.meanings.numbers = appendNumbers(t.meanings.numbers, list)
			t.meanings.ends = append(t.meanings.ends, uint32(len(t.meanings.numbers)))
		}
	}
	t.meanings.numbers, t.meanings.ends = slices.Clip(t.meanings.numbers), slices.Clip(t.meanings.ends)
	second = strings.TrimSuffix(second, "\n")
	t.entries = dict.New(strings.Count(second, "\n")+1, len(second))
	for line := range strings.SplitSeq(second, "\n") {
		word, rest, _ := strings.Cut(line, "\t")
		if err := t.check(rest); err != nil {
			return fmt.Errorf("word %q: %w", word, err)
		}
		t.entries.Put(word, rest)
	}
	return nil
}

// check reports what readEntry would stumble over.
func (t *thesaurus) check(line string) error {
	if n := strings.Count(line, "\t"); n != 2 {
		return fmt.Errorf("line %q has %d fields, want 4", line, n+2)
	}
	senses, _, _ := strings.Cut(line, "\t")
	for sense := range strings.FieldsSeq(senses) {
		if n, err := strconv.Atoi(sense[1:]); err != nil || n < 0 || 3*n >= len(t.meanings.ends) {
			return fmt.Errorf("no meaning %q", sense)
		}
	}
	return nil
}

func appendNumbers(to []int32, s string) []int32 {
	for f := range strings.FieldsSeq(s) {
		n, _ := strconv.Atoi(f)
		to = append(to, int32(n))
	}
	return to
}

// entry returns what is known of a word.
func (t *thesaurus) entry(word string) (entry, bool) {
	line, ok := t.entries.Get(word)
	if !ok {
		return entry{}, false
	}
	return readEntry(line), true
}

// readEntry reads the meanings, opposite words and derived words of a line that was checked.
func readEntry(line string) entry {
	senses, rest, _ := strings.Cut(line, "\t")
	antonyms, others, _ := strings.Cut(rest, "\t")
	e := entry{antonyms: strings.Fields(antonyms), derived: strings.Fields(others)}
	var parts []byte
	for sense := range strings.FieldsSeq(senses) {
		e.senses = appendNumbers(e.senses, sense[1:])
		parts = append(parts, sense[0])
	}
	e.parts = string(parts)
	return e
}

func (t *thesaurus) readVectors(data []byte) error {
	head, rest, ok := bytes.Cut(data, []byte("\n"))
	var n int
	if _, err := fmt.Sscan(string(head), &n, &t.dims); err != nil || !ok {
		return fmt.Errorf("vectors.bin.zst: damaged head %q", head)
	}
	t.ranks = dict.New(n, 12*n)
	for i := range n {
		word, after, ok := bytes.Cut(rest, []byte("\n"))
		if !ok {
			return fmt.Errorf("vectors.bin.zst: ends at word %d of %d", i, n)
		}
		var place [4]byte
		binary.LittleEndian.PutUint32(place[:], uint32(i))
		t.ranks.Put(string(word), string(place[:]))
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

// rank returns how common a word is, 0 for the commonest, and whether that is known.
func (t *thesaurus) rank(word string) (int, bool) {
	place, ok := t.ranks.Get(word)
	if !ok {
		return 0, false
	}
	return int(binary.LittleEndian.Uint32([]byte(place))), true
}

// usual reports whether a word is not known to be rare.
func (t *thesaurus) usual(word string) bool {
	rank, _ := t.rank(word)
	return rank < 8000
}

// vector returns the vector of a word, nil if it has none.
func (t *thesaurus) vector(word string) []int8 {
	if r, ok := t.rank(word); ok {
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
		for _, s := range t.meanings.similar(x) {
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
		heads := append([]int32{x}, t.meanings.similar(x)...)
		for _, h := range heads {
			for _, o := range t.meanings.opposite(h) {
				for _, y := range top(b, 2) {
					if y == o || h == x && slices.Contains(t.meanings.similar(y), o) {
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
			for _, h := range t.meanings.hyper(x) {
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
			for _, h := range t.meanings.hyper(x) {
				if slices.Contains(t.meanings.hyper(y), h) {
					return true
				}
			}
		}
	}
	return false
}
