package triage

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"hexapla/analysis/text"
)

// grammar knows which sorts of words follow each other in English, counted in running text. It hears
// where a sentence breaks off, "is for the", "the of", as a reader does who has not seen the other
// version: a word is missing there or one too many.
type grammar struct {
	sorts map[string]sort
	one   []float64 // by sort
	two   map[[2]sort]float64
	three map[[3]sort]float64
	total float64

	pairs map[sort]float64    // how often a sort is followed by any
	runs  map[[2]sort]float64 // how often two sorts are
}

// sort is what a word is in grammar: one of the small words, or the parts of speech that the
// dictionary gives it with its ending. 0 is a sort that was never counted.
type sort uint16

// The sorts that are named otherwise than sortName does.
const (
	sentenceStart = "^"
	sentenceEnd   = "$"
	nameSort      = "Name"
)

// load reads the counts. Without them grammar is silent: they are counted with the other tables.
func (g *grammar) load(fsys fs.FS) error {
	data, err := decompress(fsys, "grammar.txt.zst")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	g.sorts = map[string]sort{}
	g.one = []float64{0}
	g.two, g.three = map[[2]sort]float64{}, make(map[[3]sort]float64, strings.Count(string(data), "\n"))
	g.pairs, g.runs = map[sort]float64{}, map[[2]sort]float64{}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		f := strings.Fields(line)
		if len(f) < 2 || len(f) > 4 {
			return fmt.Errorf("grammar.txt.zst:%d: %d fields, want 2 to 4", n, len(f))
		}
		count, err := strconv.ParseFloat(f[len(f)-1], 64)
		if err != nil {
			return fmt.Errorf("grammar.txt.zst:%d: %w", n, err)
		}
		g.add(f[:len(f)-1], count)
	}
	return nil
}

// add counts a sort alone, after another, or after two others.
func (g *grammar) add(names []string, count float64) {
	var s [3]sort
	for i, name := range names {
		s[i] = g.sorts[name]
	}
	switch len(names) {
	case 1:
		if s[0] == 0 {
			s[0] = sort(len(g.one))
			g.sorts[names[0]] = s[0]
			g.one = append(g.one, 0)
		}
		g.one[s[0]] += count
		g.total += count
	case 2:
		g.two[[2]sort(s[:2])] += count
		g.pairs[s[0]] += count
	case 3:
		g.three[s] += count
		g.runs[[2]sort(s[:2])] += count
	}
}

// trust is how often a neighbourhood must have been counted to weigh as much as the shorter one.
const trust = 8

// surprise is how much less often a sort follows two others than it occurs at all, as a logarithm;
// below 0 it is to be expected there.
func (g *grammar) surprise(a, b, c sort) float64 {
	if c == 0 {
		return 0
	}
	alone := g.one[c] / g.total
	after := (g.two[[2]sort{b, c}] + trust*alone) / (g.pairs[b] + trust)
	here := (g.three[[3]sort{a, b, c}] + trust*after) / (g.runs[[2]sort{a, b}] + trust)
	return -math.Log(here / alone)
}

// breaks adds up the surprises of a text.
func (v *vocabulary) breaks(s *sentence) float64 {
	if v.words == nil || s.lang != "en" || len(v.words.grammar.one) == 0 {
		return 0
	}
	g := &v.words.grammar
	start, end, name := g.sorts[sentenceStart], g.sorts[sentenceEnd], g.sorts[nameSort]
	sum := 0.0
	hear := func(a, b, c sort) {
		if x := g.surprise(a, b, c); x > 0 {
			sum += x
		}
	}
	a, b := start, start
	for i := range s.words {
		c := s.words[i].sort
		if s.words[i].isName(s) {
			c = name
		}
		hear(a, b, c)
		a, b = b, c
		if endsSentence(&s.words[i]) {
			hear(a, b, end)
			a, b = start, start
		}
	}
	if b != start {
		hear(a, b, end)
	}
	return sum
}

func endsSentence(w *word) bool { return w.norm == "." || w.norm == "?" || w.norm == "!" }

// sortName is the sort of a word that is no name.
func (l *lexeme) sortName() string {
	switch {
	case l.punct:
		if len(l.norm) == 1 && strings.Contains(",.;:?!\"()-", l.norm) {
			return l.norm
		}
		return "mark"
	case l.is(function | person | modal | negator | condition | demonstrative | restrict):
		return strings.ReplaceAll(l.norm, " ", "_")
	case !lettersOnly(l.norm):
		return "#"
	case l.entry == nil:
		return "?" + string('0'+rune(l.form))
	}
	parts := []byte(l.entry.parts)
	first := parts[0]
	slices.Sort(parts)
	return string('0'+rune(l.form)) + string(first) + string(slices.Compact(parts))
}

// Sorts returns the sorts of the words of each sentence of an English text: what the file of the
// grammar counts.
func (t *Tables) Sorts(m *text.Model, s string) ([][]string, error) {
	v, err := newVocabulary(Options{Model: m, Tables: t}, []text.Language{"en"}, nil)
	if err != nil {
		return nil, err
	}
	x := v.sentence(0, Version{Text: s, Language: "en", Segments: []text.Span{{End: len(s)}}}, []int{0})
	var out [][]string
	var run []string
	for i := range x.words {
		w := &x.words[i]
		name := w.sortName()
		if w.isName(x) {
			name = nameSort
		}
		run = append(run, name)
		if endsSentence(w) || i+1 == len(x.words) {
			out = append(out, run)
			run = nil
		}
	}
	return out, nil
}
