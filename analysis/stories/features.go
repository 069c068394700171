package stories

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// features is what is kept of an article.
type features struct {
	runs  []uint64 // of four words, hashed, ascending, distinct
	words int
	terms []term // telling words, by first place
}

// term is a word, name, number or date of an article: what it may be called in the language that all
// share (English, values), the likeliest first, and in its own.
type term struct {
	own   uint64
	pivot []uint64
	times int
	first float32 // where it stands first, 0..1
	last  float32
	size  float32 // how telling its form is, before it is known how rare it is
}

// Sizes of terms: what a word's form says of how telling it is.
const (
	sizeShort = 0.15 // words of up to three letters, most of them grammar
	sizeWord  = 1
	sizeName  = 1.6 // names, numbers and days are kept by whoever renders a text
)

const (
	runLength       = 4
	maxAlternatives = 4       // translations of a word that are followed
	maxRead         = 1 << 17 // bytes; the beginning of a book tells which book it is
)

// readAll reads the texts side by side.
func readAll(ctx context.Context, texts []Text, o Options, progress func(done, total int)) ([]*features, error) {
	out := make([]*features, len(texts))
	d := newDictionary(texts, o)
	var mu sync.Mutex
	next, done := 0, 0
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(texts)) {
		group.Go(func() {
			for ctx.Err() == nil {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= len(texts) {
					return
				}
				out[i] = read(texts[i], o, d)
				mu.Lock()
				done++
				if progress != nil {
					progress(done, len(texts))
				}
				mu.Unlock()
			}
		})
	}
	group.Wait()
	return out, ctx.Err()
}

// read takes an article for what grouping asks of it.
func read(t Text, o Options, d *dictionary) *features {
	s := t.Text
	if len(s) > maxRead {
		s = strings.ToValidUTF8(s[:maxRead], "")
	}
	f := &features{}
	b := builder{at: map[uint64]int{}, size: float32(len(s) + 1)}
	var window []uint64
	for _, place := range words(s, t.Language, o) {
		key := lexicon.Key(place.Of(s))
		f.words++
		window = append(window, hash(key))
		if len(window) >= runLength {
			f.runs = append(f.runs, hashAll(window[len(window)-runLength:]))
		}
		own, pivot := d.look(key, t.Language)
		b.add(term{own: own, pivot: pivot, size: sizeOf(key, t.Language)}, place.Start)
	}
	for _, m := range o.Entities.Find(s, t.Language) {
		if !m.Weak {
			v := hash("=" + m.Value)
			b.add(term{own: v, pivot: []uint64{v}, size: sizeName}, m.Start)
		}
	}
	if len(f.runs) == 0 && len(window) > 0 {
		f.runs = []uint64{hashAll(window)}
	}
	slices.Sort(f.runs)
	f.runs = slices.Compact(f.runs)
	f.terms = b.terms
	slices.SortStableFunc(f.terms, func(x, y term) int { return cmp.Compare(x.first, y.first) })
	return f
}

// words are the words and numbers of a text.
func words(s string, lang text.Language, o Options) []text.Span {
	var out []text.Span
	if o.Model != nil {
		for _, t := range o.Model.Tokens(s, lang) {
			if t.Kind == text.Word || t.Kind == text.Number {
				out = append(out, t.Span)
			}
		}
		return out
	}
	start := -1
	for i, r := range s + " " {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			out = append(out, text.Span{Start: start, End: i})
			start = -1
		}
	}
	return out
}

func sizeOf(key string, lang text.Language) float32 {
	letters := utf8.RuneCountInString(key)
	first, _ := utf8.DecodeRuneInString(key)
	switch {
	case unicode.IsDigit(first):
		if letters < 2 {
			return sizeShort
		}
		return sizeName
	case lang.Spaceless() && letters > 1, !lang.Spaceless() && letters > 3:
		return sizeWord
	}
	return sizeShort
}

// builder counts the terms of a text.
type builder struct {
	terms []term
	at    map[uint64]int
	size  float32
}

func (b *builder) add(t term, place int) {
	where := float32(place) / b.size
	i, known := b.at[t.own]
	if !known {
		i = len(b.terms)
		b.at[t.own] = i
		t.first = where
		b.terms = append(b.terms, t)
	}
	b.terms[i].times++
	b.terms[i].last = where
}

// dictionary knows what words are called in English. It asks the lexicon once for each word.
type dictionary struct {
	lexicons map[text.Language]*lexicon.Bilingual
	several  bool // languages: where there is but one, nothing need be translated
	mu       sync.Mutex
	known    map[word]names
}

type word struct {
	language text.Language
	key      string
}

type names struct {
	own   uint64
	pivot []uint64
}

func newDictionary(texts []Text, o Options) *dictionary {
	d := &dictionary{lexicons: map[text.Language]*lexicon.Bilingual{}, known: map[word]names{}}
	for _, t := range texts {
		if _, seen := d.lexicons[t.Language]; !seen {
			d.lexicons[t.Language] = nil
		}
	}
	d.several = len(d.lexicons) > 1
	for l := range d.lexicons {
		if d.several {
			d.lexicons[l] = o.Lexicons.Between(l, "en")
		}
	}
	return d
}

// look returns the stem of a word in its language and those of its translations.
func (d *dictionary) look(key string, l text.Language) (own uint64, pivot []uint64) {
	w := word{l, key}
	d.mu.Lock()
	n, known := d.known[w]
	d.mu.Unlock()
	if !known {
		n = d.translate(w)
		d.mu.Lock()
		d.known[w] = n
		d.mu.Unlock()
	}
	return n.own, n.pivot
}

func (d *dictionary) translate(w word) names {
	n := names{own: hash(string(w.language) + ":" + lexicon.Stem(w.key, w.language))}
	if !d.several {
		return n
	}
	if w.language == "en" {
		n.pivot = []uint64{hash(lexicon.Stem(w.key, "en"))}
		return n
	}
	for _, e := range d.lexicons[w.language].Translations(w.key) {
		if len(n.pivot) < maxAlternatives && !strings.Contains(e.Word, " ") {
			n.pivot = append(n.pivot, hash(lexicon.Stem(lexicon.Key(e.Word), "en")))
		}
	}
	if len(n.pivot) == 0 {
		n.pivot = []uint64{hash(w.key)} // a name may be written alike
	}
	return n
}

// hash is FNV-1a: the same in every run, for results must be.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func hashAll(list []uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, x := range list {
		h = (h ^ x) * 1099511628211
		h ^= h >> 29
	}
	return h
}
