package lexicon

import (
	"bytes"
	"io/fs"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"hexapla/analysis/text"
)

// table is sorted lines in one string and where each begins.
type table struct {
	text  string
	lines []uint32
}

// lazyTable decodes a file when it is first needed, in either direction.
type lazyTable struct {
	file     string
	once     sync.Once
	table    *table
	turnOnce sync.Once
	turned   *table
}

func (l *lazyTable) forward(fsys fs.FS) *table {
	l.once.Do(func() {
		if data, err := decode(fsys, l.file); err == nil {
			l.table = newTable(data)
		}
	})
	return l.table
}

func (l *lazyTable) backward(fsys fs.FS) *table {
	l.turnOnce.Do(func() {
		if t := l.forward(fsys); t != nil {
			l.turned = t.turn()
		}
	})
	return l.turned
}

func decode(fsys fs.FS, file string) (string, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return "", err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return "", err
	}
	defer d.Close()
	out, err := d.DecodeAll(data, nil)
	return string(out), err
}

func newTable(data string) *table {
	t := &table{text: data, lines: make([]uint32, 0, strings.Count(data, "\n"))}
	for at := 0; at < len(data); {
		t.lines = append(t.lines, uint32(at))
		end := strings.IndexByte(data[at:], '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
	return t
}

// line returns the key and the tab-separated translations of line i.
func (t *table) line(i int) (key, rest string) {
	s := t.text[t.lines[i]:]
	if end := strings.IndexByte(s, '\n'); end >= 0 {
		s = s[:end]
	}
	key, rest, _ = strings.Cut(s, "\t")
	return key, rest
}

func (t *table) key(i int) string {
	s := t.text[t.lines[i]:]
	if end := strings.IndexByte(s, '\t'); end >= 0 {
		return s[:end]
	}
	return s
}

// search returns the first line whose key is not less than key.
func (t *table) search(key string) int {
	return sort.Search(len(t.lines), func(i int) bool { return t.key(i) >= key })
}

func (t *table) has(key string) bool {
	i := t.search(key)
	return i < len(t.lines) && t.key(i) == key
}

// exact returns the translations of key itself.
func (t *table) exact(key string) []string {
	i := t.search(key)
	if i >= len(t.lines) {
		return nil
	}
	k, rest := t.line(i)
	if k != key {
		return nil
	}
	return strings.Split(rest, "\t")
}

// hit is an entry that a word found, and how sure it is that the entry is the word's.
type hit struct {
	words  []string
	weight float64
}

// find returns the entries for a key: itself, else relatives by stem, else the parts of a compound.
func (t *table) find(key string, lang text.Language) []hit {
	for _, form := range Forms(key, lang) {
		if words := t.exact(form); words != nil {
			return append([]hit{{words, 1}}, t.relatives(key, lang, 3)...)
		}
	}
	if hits := t.relatives(key, lang, 6); len(hits) > 0 {
		return hits
	}
	return t.parts(key, lang)
}

// relatives returns the entries that share the stem of key.
func (t *table) relatives(key string, lang text.Language, most int) []hit {
	stem := Stem(key, lang)
	if utf8.RuneCountInString(stem) < 3 || lang.Spaceless() {
		return nil
	}
	prefix := commonPrefix(stem, key)
	if utf8.RuneCountInString(prefix) > 3 {
		prefix = dropLastRune(prefix)
	}
	var out []hit
	for i, seen := t.search(prefix), 0; i < len(t.lines) && seen < 400 && len(out) < most; i, seen = i+1, seen+1 {
		k, rest := t.line(i)
		if !strings.HasPrefix(k, prefix) {
			break
		}
		if k != key && strings.IndexByte(k, ' ') < 0 && Stem(k, lang) == stem {
			out = append(out, hit{strings.Split(rest, "\t"), 0.8})
		}
	}
	return out
}

// parts returns the entries for the longest known beginning and end of a word, as compounds and
// agglutinated forms have them.
func (t *table) parts(key string, lang text.Language) []hit {
	runes := []rune(key)
	least := max(4, len(runes)/3)
	if lang.Spaceless() || len(runes) < 6 {
		return nil
	}
	var out []hit
	for n := len(runes) - 1; n >= least; n-- {
		if words := t.exact(string(runes[:n])); words != nil {
			out = append(out, hit{words, 0.7 * float64(n) / float64(len(runes))})
			break
		}
	}
	for n := len(runes) - 3; n >= least; n-- {
		if words := t.exact(string(runes[len(runes)-n:])); words != nil {
			out = append(out, hit{words, 0.6 * float64(n) / float64(len(runes))})
			break
		}
	}
	return out
}

// turn exchanges keys and translations.
func (t *table) turn() *table {
	type turned struct {
		key  string
		rank int
		rich int // translations that word has: common words have many
		word string
	}
	var all []turned
	for i := range t.lines {
		key, rest := t.line(i)
		words := strings.Split(rest, "\t")
		for rank, word := range words {
			all = append(all, turned{word, rank, len(words), key})
		}
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.key != b.key {
			return a.key < b.key
		}
		if a.rank != b.rank {
			return a.rank < b.rank
		}
		if a.rich != b.rich {
			return a.rich > b.rich
		}
		return a.word < b.word
	})
	var out bytes.Buffer
	for i, p := range all {
		if i == 0 || p.key != all[i-1].key {
			if i > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(p.key)
		}
		out.WriteByte('\t')
		out.WriteString(p.word)
	}
	out.WriteByte('\n')
	return newTable(out.String())
}

func commonPrefix(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && !utf8.ValidString(a[:n]) {
		n--
	}
	return a[:n]
}

func dropLastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n]
}
