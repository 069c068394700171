// Package lexicon holds bilingual dictionaries: which words of one language may stand for which of
// another. It is for alignment, triage and look-up across languages. It is not a translator, and it
// ships no data: the caller gives the file system that the tables lie in.
//
// # Why tables of text
//
// A table is a zstd stream of sorted lines, "key TAB translation TAB translation...". Sorted lines
// compress well, are searched where they lie without a map of half a million strings, and a range of
// them holds all inflected relatives of a word, so that stems need not be stored.
//
// # Pairs
//
// The tables lead into English or, for a few pairs, directly into another language. A pair that has
// no table of its own goes through English; names of countries, languages, cities, months come from
// one table for all languages.
package lexicon

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"sync"

	"hexapla/analysis/text"
)

// Set is all lexicons under one folder, each decoded when it is first asked for. Safe for
// concurrent use. The zero value knows no language pair.
type Set struct {
	fsys   fs.FS
	tables map[string]*lazyTable // by file name without ending
	names  lazyNames
	han    lazyHan

	mu    sync.Mutex
	pairs map[pair]*Bilingual
}

type pair struct{ from, to text.Language }

// Load notes the lexicons under fsys (the folder assets/lexicon); it decodes none.
func Load(fsys fs.FS) (*Set, error) {
	files, err := fs.Glob(fsys, "*.zst")
	if err != nil {
		return nil, fmt.Errorf("list the lexicons: %w", err)
	}
	s := &Set{fsys: fsys, tables: map[string]*lazyTable{}, pairs: map[pair]*Bilingual{}}
	for _, file := range files {
		if name := strings.TrimSuffix(file, ".zst"); strings.Contains(name, "-") {
			s.tables[name] = &lazyTable{file: file}
		}
	}
	return s, nil
}

// Entry is one possible translation, with how often it is the right one (0..1, rough).
type Entry struct {
	Word   string
	Weight float64
}

// Bilingual is the lexicon from one language into another.
type Bilingual struct {
	from, to text.Language
	steps    []step // alternatives: words come from all of them
	names    map[string][]string
}

// step is one way from a word to its translations: a table, or two with a language between.
type step struct {
	first, second *table
	via           text.Language
}

// Between returns the lexicon from a into b, or nil where there is none. A lexicon is also nil for
// a language with itself.
func (s *Set) Between(a, b text.Language) *Bilingual {
	if s == nil || s.fsys == nil || a == "" || b == "" || a == b {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p := pair{a, b}
	if found, known := s.pairs[p]; known {
		return found
	}
	s.pairs[p] = s.build(p)
	return s.pairs[p]
}

// Pairs lists the language pairs that have a table of their own, as "de-fr", in order.
func (s *Set) Pairs() []string {
	var out []string
	if s != nil {
		for name := range s.tables {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

// build finds the tables for a pair. A damaged table counts as absent: the data is part of the
// program, and a test decodes all of it.
func (s *Set) build(p pair) *Bilingual {
	b := &Bilingual{from: p.from, to: p.to, names: s.names.between(s.fsys, p.from, p.to)}
	if t := s.direct(p.from, p.to); t != nil {
		b.steps = append(b.steps, step{first: t})
	} else if p.from != "en" && p.to != "en" {
		first, second := s.direct(p.from, "en"), s.direct("en", p.to)
		if first != nil && second != nil {
			b.steps = append(b.steps, step{first: first, second: second, via: "en"})
		}
	}
	if len(b.steps) == 0 && len(b.names) == 0 {
		return nil
	}
	return b
}

// direct returns the table from a into b, turned round where only the other direction is stored.
func (s *Set) direct(a, b text.Language) *table {
	if t := s.tables[string(a)+"-"+string(b)]; t != nil {
		return t.forward(s.fsys)
	}
	if t := s.tables[string(b)+"-"+string(a)]; t != nil {
		return t.backward(s.fsys)
	}
	return nil
}

// maxTranslations bounds what one word yields; beyond it a dictionary lists rarities.
const maxTranslations = 40

// Translations returns what may stand for word (a norm or any form that Key accepts), likeliest
// first. Inflected forms find their dictionary form; compounds find their parts.
func (b *Bilingual) Translations(word string) []Entry {
	if b == nil {
		return nil
	}
	key := Key(word)
	if key == "" {
		return nil
	}
	var c collector
	for _, form := range Forms(key, b.from) {
		for _, name := range b.names[form] {
			c.add(name, 0.9)
		}
	}
	for _, s := range b.steps {
		s.translate(key, b.from, &c)
	}
	return c.sorted()
}

// Has reports whether key itself, not a relative of it, is an entry.
func (b *Bilingual) Has(key string) bool {
	if b == nil {
		return false
	}
	if len(b.names[key]) > 0 {
		return true
	}
	for _, s := range b.steps {
		if s.first.has(key) {
			return true
		}
	}
	return false
}

func (s step) translate(key string, from text.Language, c *collector) {
	for _, hit := range s.first.find(key, from) {
		for rank, word := range hit.words {
			w := hit.weight * rankWeight(rank)
			if s.second == nil {
				c.add(word, w)
				continue
			}
			for r, final := range s.second.exact(word) {
				c.add(final, w*rankWeight(r)*0.7)
			}
		}
	}
}

// rankWeight is a rough share: dictionaries put the usual meaning first.
func rankWeight(rank int) float64 { return 0.7 / (1 + 0.25*float64(rank)) }

// collector keeps the best weight of every word.
type collector struct {
	entries []Entry
	at      map[string]int
}

func (c *collector) add(word string, weight float64) {
	if i, known := c.at[word]; known {
		c.entries[i].Weight = max(c.entries[i].Weight, weight)
		return
	}
	if c.at == nil {
		c.at = map[string]int{}
	}
	c.at[word] = len(c.entries)
	c.entries = append(c.entries, Entry{word, weight})
}

func (c *collector) sorted() []Entry {
	sort.SliceStable(c.entries, func(i, j int) bool {
		a, b := c.entries[i], c.entries[j]
		if a.Weight != b.Weight {
			return a.Weight > b.Weight
		}
		return a.Word < b.Word
	})
	if len(c.entries) > maxTranslations {
		c.entries = c.entries[:maxTranslations]
	}
	return c.entries
}
