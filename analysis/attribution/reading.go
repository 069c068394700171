package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// token is a word or mark of a document; blanks are left out.
type token struct {
	text.Span
	word  string // in lower case
	class class
	tag   string // part of speech, "" where no tagger is
	mark  bool   // punctuation or symbol
	upper bool   // begins with a capital
	quote int    // the innermost quotation that it lies in, −1 if none
}

// sentence is a segment as a range of tokens.
type sentence struct {
	text.Span
	first, end int // tokens
	paragraph  int
	title      bool
	headline   bool // in title case: capitals tell no names
}

// reading is a document taken apart: what all rules look at.
type reading struct {
	doc       Document
	g         *grammar
	tokens    []token
	sentences []sentence
	quotes    []quote
	names     []mention        // of states and bodies
	dates     []entity.Mention // as the text gives them
}

func read(d Document, m *text.Model, t *Tables) *reading {
	r := &reading{doc: d, g: t.grammar(d.Language)}
	segments := d.Segments
	if segments == nil {
		segments = m.Segments(d.Text, d.Language)
	}
	r.quotes = findQuotes(d.Text)
	if t != nil {
		r.names, r.dates = t.names.scan(d.Text, d.Language)
	}
	r.sentences = make([]sentence, 0, len(segments))
	paragraph, last := 0, 0
	for _, p := range segments {
		if p.Empty() || p.Start < last || p.End > len(d.Text) {
			continue
		}
		if len(r.sentences) > 0 && strings.Contains(d.Text[last:p.Start], "\n") {
			paragraph++
		}
		last = p.End
		s := sentence{Span: p, first: len(r.tokens), paragraph: paragraph}
		s.title = !d.Title.Empty() && d.Title.Overlaps(p)
		if !r.g.spaceless() {
			r.tokenize(p, m)
		}
		s.end = len(r.tokens)
		for _, s := range r.pieces(s) {
			if t != nil && d.Language == "en" {
				s.headline = inTitleCase(s.Of(d.Text))
				t.tagger.tag(r.tokens[s.first:s.end], d.Text, s.headline)
			}
			r.sentences = append(r.sentences, s)
		}
	}
	if paragraph*5 > len(r.sentences)*4 { // one sentence a line: lines say nothing about paragraphs
		for i := range r.sentences {
			r.sentences[i].paragraph = 0
		}
	}
	r.markQuoted()
	return r
}

// No sentence has more than endless tokens; what is longer is a text without full stops, and is read
// in pieces of at most piece tokens, so that it takes no longer than a text with them.
const endless, piece = 300, 100

// pieces parts a sentence without end, behind its marks where there are some.
func (r *reading) pieces(s sentence) []sentence {
	if s.end-s.first <= endless {
		return []sentence{s}
	}
	var out []sentence
	for s.end-s.first > piece {
		cut := s.first + piece
		for k := cut; k > s.first+piece/2; k-- {
			if w := r.word(k - 1); w == "," || w == ";" || w == "،" || w == "\"" || w == "”" {
				cut = k
				break
			}
		}
		part := s
		part.end, part.End = cut, r.tokens[cut-1].End
		s.first, s.Start = cut, r.tokens[cut].Start
		out = append(out, part)
	}
	return append(out, s)
}

// tokenize adds the words of a segment. A clitic ("’s", "n’t") is a word of its own, and a full
// stop that belongs to an abbreviation is none.
func (r *reading) tokenize(p text.Span, m *text.Model) {
	s := p.Of(r.doc.Text)
	for _, t := range m.Tokens(s, r.doc.Language) {
		if t.Kind == text.Space {
			continue
		}
		at := t.Span.Shift(p.Start)
		word := at.Of(r.doc.Text)
		if clitic := cliticAt(word); clitic > 0 && r.g.language == "en" {
			r.push(text.Span{Start: at.Start, End: at.Start + clitic})
			r.push(text.Span{Start: at.Start + clitic, End: at.End})
			continue
		}
		if cut := elisionAt(word); cut > 0 && r.g.language == "fr" {
			r.push(text.Span{Start: at.Start, End: at.Start + cut})
			at.Start += cut
		}
		r.push(at)
	}
}

// elisionAt returns where the word behind a French elision begins: l'Iran, qu’il; 0 without one.
func elisionAt(word string) int {
	for _, mark := range []string{"'", "’"} {
		if at := strings.Index(word, mark); at > 0 && at <= 2 && at+len(mark) < len(word) {
			return at + len(mark)
		}
	}
	return 0
}

func (r *reading) push(at text.Span) {
	word := at.Of(r.doc.Text)
	first := firstRune(word)
	w := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	if w == "''" || w == "``" {
		w = "\""
	}
	n := len(r.tokens)
	if n > 0 && (word == "'" || word == "`") && r.tokens[n-1].End == at.Start && r.tokens[n-1].Of(r.doc.Text) == word {
		r.tokens[n-1].End, r.tokens[n-1].word, r.tokens[n-1].mark = at.End, "\"", true
		return
	}
	if word == "." && n > 0 && r.tokens[n-1].End == at.Start && r.abbreviates(r.tokens[n-1]) {
		r.tokens[n-1].End = at.End
		return
	}
	if r.g.language == "fr" {
		w = strings.TrimRight(w, "'")
	}
	r.tokens = append(r.tokens, token{
		Span: at, word: w, class: r.g.classOf(w), quote: -1,
		mark: !unicode.IsLetter(first) && !unicode.IsDigit(first) && !(len(w) > 1 && w[0] == '\''), upper: unicode.IsUpper(first),
	})
}

// abbreviates reports whether a full stop behind the word belongs to it: titles and initials.
func (r *reading) abbreviates(t token) bool {
	if !t.upper {
		return false
	}
	return t.Len() <= 4 && (t.class&isTitle != 0 || t.Len() == 1 || strings.Contains(t.word, "."))
}

// cliticAt returns where the clitic of an English word begins, or 0.
func cliticAt(word string) int {
	lower := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	for _, c := range []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"} {
		if stem, ok := strings.CutSuffix(lower, c); ok && stem != "" {
			at := len(word) - len(c)
			if strings.Contains(word, "’") {
				at -= len("’") - 1
			}
			if at > 0 && at < len(word) && utf8.RuneStart(word[at]) {
				return at
			}
		}
	}
	if strings.HasSuffix(lower, "s'") && strings.HasSuffix(word, "'") && !strings.HasSuffix(word, "''") {
		return len(word) - 1
	}
	return 0
}

// markQuoted notes for each token the innermost quotation around it.
func (r *reading) markQuoted() {
	for i, q := range r.quotes {
		from := sort.Search(len(r.tokens), func(k int) bool { return r.tokens[k].Start >= q.Start })
		for k := from; k < len(r.tokens) && r.tokens[k].End <= q.End; k++ {
			r.tokens[k].quote = i
		}
	}
}

// sentenceAt is the sentence that holds the byte, or the next one.
func (r *reading) sentenceAt(at int) int {
	return min(len(r.sentences)-1, sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End > at }))
}

// span covers the tokens from (included) to end (excluded), without marks at its ends but quotes.
func (r *reading) span(from, end int) text.Span {
	for from < end && r.tokens[from].mark && !r.opensQuote(from) {
		from++
	}
	for from < end && r.tokens[end-1].mark && !r.closesQuote(end-1) && !closesBracket(r.tokens[end-1].word) {
		end--
	}
	if from >= end {
		return text.Span{}
	}
	return text.Span{Start: r.tokens[from].Start, End: r.tokens[end-1].End}
}

func closesBracket(w string) bool { return w == ")" || w == "]" || w == "%" }

func (r *reading) opensQuote(i int) bool {
	if i < 0 || i >= len(r.tokens) {
		return false
	}
	q := r.tokens[i].quote
	return q >= 0 && r.quotes[q].Start == r.tokens[i].Start
}

func (r *reading) closesQuote(i int) bool {
	if i < 0 || i >= len(r.tokens) {
		return false
	}
	q := r.tokens[i].quote
	return q >= 0 && r.quotes[q].End == r.tokens[i].End
}

// of is the words of tokens from (included) to end (excluded).
func (r *reading) of(from, end int) string {
	if from >= end {
		return ""
	}
	return r.doc.Text[r.tokens[from].Start:r.tokens[end-1].End]
}

func (r *reading) is(i int, c class) bool {
	return i >= 0 && i < len(r.tokens) && r.tokens[i].class&c != 0
}

// tag is the part of speech of token i, "" if there is none.
func (r *reading) tag(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].tag
}

func (r *reading) word(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].word
}

// namesIn is the states and bodies named within a span.
func (r *reading) namesIn(p text.Span) []mention {
	from := sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= p.Start })
	end := from
	for end < len(r.names) && r.names[end].End <= p.End {
		end++
	}
	return r.names[from:end]
}
