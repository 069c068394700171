package align

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// wordID numbers the word types of one side.
type wordID int32

// word is a type: everything on one side that counts as the same word.
type word struct {
	key    string // a form as the lexicons have it; the smallest of the forms met
	stem   string // what the forms share
	kind   text.TokenKind
	name   bool // met with a capital inside a sentence, or in a script without capitals
	count  int  // occurrences
	spread int  // segments that have it
}

// tally is a type and how often a segment has it.
type tally struct {
	id wordID
	n  float32
}

// bag is what the aligner knows of a segment.
type bag struct {
	words  []tally // in the order of first occurrence
	length float64 // in characters, blanks not counted
	starts bool    // begins a paragraph
}

// sideWords is a side as bags of words.
type sideWords struct {
	lang       text.Language
	bags       []bag
	words      []word
	byStem     map[string]wordID
	total      int  // tokens
	paragraphs bool // paragraph starts are known

	mu           sync.Mutex
	translations map[text.Language][][]lexicon.Entry // by target, by type
}

// into returns the translations of every type into a language, nil where there is no lexicon. It
// looks them up once, however many versions of that language there are.
func (w *sideWords) into(target text.Language, set *lexicon.Set) [][]lexicon.Entry {
	w.mu.Lock()
	defer w.mu.Unlock()
	if known, done := w.translations[target]; done {
		return known
	}
	if w.translations == nil {
		w.translations = map[text.Language][][]lexicon.Entry{}
	}
	lex := set.Between(w.lang, target)
	if lex == nil {
		w.translations[target] = nil
		return nil
	}
	out := make([][]lexicon.Entry, len(w.words))
	for i, x := range w.words {
		if x.kind == text.Word {
			out[i] = lex.Translations(x.key)
		}
	}
	w.translations[target] = out
	return out
}

// reader cuts segments into words.
type reader struct {
	model *text.Model
	lex   *lexicon.Bilingual // finds the words of a script without blanks
	han   *lexicon.Han
}

// read turns a side into bags of words.
func (r reader) read(s Side) *sideWords {
	out := &sideWords{lang: s.Language, byStem: map[string]wordID{}, bags: make([]bag, len(s.Segments))}
	last := make([]int32, 0, 1024) // by type: the last segment that had it, plus one
	for i, p := range s.Segments {
		b := &out.bags[i]
		place := map[wordID]int{}
		segment := p.Of(s.Text)
		b.length = visible(segment)
		r.each(segment, s.Language, func(key string, kind text.TokenKind, name bool) {
			id := out.intern(key, kind, name)
			for int(id) >= len(last) {
				last = append(last, 0)
			}
			if last[id] != int32(i+1) {
				last[id] = int32(i + 1)
				out.words[id].spread++
			}
			out.words[id].count++
			out.total++
			if at, known := place[id]; known {
				b.words[at].n++
				return
			}
			place[id] = len(b.words)
			b.words = append(b.words, tally{id, 1})
		})
	}
	for _, p := range s.Paragraphs {
		if 0 <= p && p < len(out.bags) {
			out.bags[p].starts = true
			out.paragraphs = true
		}
	}
	return out
}

func (w *sideWords) intern(key string, kind text.TokenKind, name bool) wordID {
	stem := key
	if kind == text.Word {
		stem = lexicon.Stem(key, w.lang)
	}
	id, known := w.byStem[stem]
	if !known {
		id = wordID(len(w.words))
		w.byStem[stem] = id
		w.words = append(w.words, word{key: key, stem: stem, kind: kind})
	}
	if key < w.words[id].key {
		w.words[id].key = key
	}
	w.words[id].name = w.words[id].name || name
	return id
}

// each calls do for every word, number and telling mark of a segment.
func (r reader) each(segment string, lang text.Language, do func(key string, kind text.TokenKind, name bool)) {
	first := true
	var run strings.Builder // Han and kana that wait to be cut
	flush := func() {
		if run.Len() > 0 {
			r.cut(run.String(), func(key string) { do(key, text.Word, false) })
			run.Reset()
		}
	}
	for _, t := range r.model.Tokens(segment, lang) {
		s := t.Of(segment)
		if t.Kind == text.Word && r.lex != nil && lang.Spaceless() && ideographic(s) {
			run.WriteString(s)
			continue
		}
		flush()
		switch t.Kind {
		case text.Word:
			head, _ := utf8.DecodeRuneInString(s)
			do(lexicon.Key(r.han.Simplified(s)), text.Word, unicode.IsUpper(head) && !first)
			first = false
		case text.Number:
			if key := digits(s); key != "" {
				do(key, text.Number, false)
			}
			first = false
		case text.Punct, text.Symbol:
			for _, c := range s {
				if m := mark(c); m != "" {
					do(m, text.Punct, false)
				}
			}
		}
	}
	flush()
}

// cut finds the fewest dictionary words that make up a run of characters.
func (r reader) cut(run string, do func(string)) {
	run = r.han.Simplified(run)
	chars := []rune(run)
	const longest = 7
	cost := make([]float32, len(chars)+1)
	from := make([]int, len(chars)+1)
	for i := range chars {
		cost[i+1], from[i+1] = cost[i]+1.5, i
		for n := 1; n <= longest && n <= i+1; n++ {
			start := i + 1 - n
			if c := cost[start] + 1; c < cost[i+1] && (n > 1 || true) && r.lex.Has(string(chars[start:i+1])) {
				cost[i+1], from[i+1] = c, start
			}
		}
	}
	var ends []int
	for at := len(chars); at > 0; at = from[at] {
		ends = append(ends, at)
	}
	for i := len(ends) - 1; i >= 0; i-- {
		do(string(chars[from[ends[i]]:ends[i]]))
	}
}

func ideographic(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && r != 'ー' {
			return false
		}
	}
	return s != ""
}

// digits is a number without its thousands' marks, in ASCII digits.
func digits(s string) string {
	var b strings.Builder
	for _, r := range lexicon.Key(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mark is the common shape of a mark that tends to be kept in translation.
func mark(r rune) string {
	switch r {
	case '?', '？', '؟', ';' /* Greek */ :
		return "?"
	case '!', '！':
		return "!"
	case '"', '“', '”', '„', '«', '»', '「', '」', '『', '』', '‹', '›':
		return "\""
	case ':', '：':
		return ":"
	case '(', '（', ')', '）', '[', ']', '【', '】':
		return "("
	case '%', '％', '٪':
		return "%"
	case '$', '€', '£', '¥', '§', '*', '&', '/', '=':
		return string(r)
	case '…', '—':
		return string(r)
	case '；', '؛':
		return "；"
	}
	return ""
}

func visible(s string) float64 {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return float64(n)
}
