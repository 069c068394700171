package triage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// word is a token of a sentence as triage sees it.
type word struct {
	text.Span          // in the version's text
	*lexeme            // what is known of the word wherever it stands
	capital   bool     // begins with a capital
	opening   bool     // first word of a sentence, title or quotation: its capital says nothing
	mention   int      // into sentence.mentions, -1
	surface   string   // as written
	phrase    *entry   // of the word and the next one together: "carry out"
	pair      cueClass // the job of the word and the next one together: "no less"
}

// lexeme is what is known of a word wherever it stands.
type lexeme struct {
	cues
	norm    string
	lemma   string
	form    verbForm
	punct   bool
	content bool    // carries meaning of its own
	known   bool    // in the dictionary of its language, as far as there is one
	weight  float64 // 0..1: how much its absence tells; rare words tell more
	entry   *entry
	vector  []int8
	sort    sort // in grammar
}

// sentence is one version's side of a row.
type sentence struct {
	version  int
	lang     text.Language
	text     string // the version's whole text
	span     text.Span
	words    []word
	mentions []entity.Mention
}

// surfaceOf returns the words from i to j as written.
func (s *sentence) surfaceOf(i, j int) string {
	if i >= j {
		return ""
	}
	return s.text[s.words[i].Start:s.words[j-1].End]
}

// vocabulary makes words; it remembers each, as texts repeat theirs. For use by one goroutine.
type vocabulary struct {
	model  *text.Model
	tables *Tables
	words  *thesaurus // of English; nil if English is not compared
	same   map[string]string
	byLang map[text.Language]map[lexemeKey]*lexeme

	english func(text.Language) *rendering // from a language into English

	normed, stemmed map[text.Language]map[string]cues
}

func newVocabulary(o Options, languages []text.Language, same map[string]string) (*vocabulary, error) {
	v := &vocabulary{model: o.Model, tables: o.Tables, same: same, byLang: map[text.Language]map[lexemeKey]*lexeme{}, normed: map[text.Language]map[string]cues{}, stemmed: map[text.Language]map[string]cues{}}
	if needsThesaurus(languages) && o.Tables.words != nil {
		words, err := o.Tables.words()
		if err != nil {
			return nil, err
		}
		v.words = words
	}
	return v, nil
}

// needsThesaurus reports whether English is compared, or any language with itself.
func needsThesaurus(languages []text.Language) bool {
	for i, l := range languages {
		if l == "en" || l != "" && slices.Contains(languages[:i], l) {
			return true
		}
	}
	return false
}

// sentence prepares one side of a row: the words of the segments that the row gives the version.
func (v *vocabulary) sentence(version int, in Version, segments []int) *sentence {
	s := &sentence{version: version, lang: in.Language, text: in.Text}
	for k, n := range segments {
		if n < 0 || n >= len(in.Segments) {
			continue
		}
		span := in.Segments[n]
		if k == 0 {
			s.span = span
		}
		s.span = s.span.Cover(span)
		part := span.Of(in.Text)
		for _, m := range v.tables.entities.Find(part, in.Language) {
			m.Span = m.Shift(span.Start)
			s.mentions = append(s.mentions, m)
		}
		v.appendWords(s, part, span.Start)
	}
	s.attachMentions()
	v.attachPhrases(s)
	v.attachPairs(s)
	return s
}

// attachPhrases lets each word know what it means together with the next one.
func (v *vocabulary) attachPhrases(s *sentence) {
	if s.lang != "en" || v.words == nil {
		return
	}
	for i := 0; i+1 < len(s.words); i++ {
		if w, next := &s.words[i], &s.words[i+1]; !w.punct && !next.punct {
			if e, ok := v.words.entry(w.lemma + " " + next.norm); ok {
				w.phrase = &e
			}
		}
	}
}

// attachPairs lets each word know what job it does together with the next one.
func (v *vocabulary) attachPairs(s *sentence) {
	for _, p := range v.tables.pairs[s.lang] {
		first, second := p.words[0], p.words[1]
		if s.lang != "en" && !s.lang.Spaceless() {
			first, second = v.lexeme(first, s.lang, text.Word).norm, v.lexeme(second, s.lang, text.Word).norm
		}
		for i := 0; i+1 < len(s.words); i++ {
			if s.words[i].norm == first && s.words[i+1].norm == second {
				s.words[i].pair |= p.class
			}
		}
	}
}

func (v *vocabulary) appendWords(s *sentence, part string, offset int) {
	opening := true
	for _, t := range v.model.Tokens(part, s.lang) {
		if t.Kind == text.Space {
			continue
		}
		for _, piece := range pieces(part, t, s.lang) {
			surface := piece.Of(part)
			w := word{Span: piece.Shift(offset), surface: surface, opening: opening, mention: -1}
			w.lexeme = v.lexeme(surface, s.lang, t.Kind)
			first, _ := utf8.DecodeRuneInString(surface)
			w.capital = unicode.IsUpper(first)
			if !w.punct {
				opening = false
			} else if strings.ContainsAny(surface, ".!?:;\"“«(—-–…") {
				opening = true
			}
			s.words = append(s.words, w)
		}
	}
}

// pieces parts a token at hyphens, which writers set as they like, and at contractions.
func pieces(s string, t text.Token, lang text.Language) []text.Span {
	var out []text.Span
	if t.Kind != text.Word || lang.Spaceless() {
		return []text.Span{t.Span}
	}
	start := t.Start
	for i := t.Start; i < t.End; i++ {
		if s[i] == '-' && i > start {
			out = append(out, text.Span{Start: start, End: i}, text.Span{Start: i, End: i + 1})
			start = i + 1
		}
	}
	if start < t.End {
		out = append(out, uncontract(s, text.Token{Span: text.Span{Start: start, End: t.End}, Kind: t.Kind}, lang)...)
	}
	return out
}

// uncontract parts English contractions, so that "they're" and "they are" have the same words. The
// 's of a noun stays: it may be a genitive.
func uncontract(s string, t text.Token, lang text.Language) []text.Span {
	at := strings.LastIndexAny(t.Of(s), "'’")
	if lang == "fr" {
		return elided(s, t)
	}
	if lang != "en" || at <= 0 {
		return []text.Span{t.Span}
	}
	surface := t.Of(s)
	head, tail := strings.ToLower(surface[:at]), strings.ToLower(strings.TrimLeft(surface[at:], "'’"))
	switch {
	case tail == "t" && strings.HasSuffix(head, "n"):
		at--
	case tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "m":
	case tail == "s" && contractsIs[head]:
	default:
		return []text.Span{t.Span}
	}
	cut := t.Start + at
	return []text.Span{{Start: t.Start, End: cut}, {Start: cut, End: t.End}}
}

// elided parts a French word from the article, preposition or pronoun written before it: l'accord,
// qu'une.
func elided(s string, t text.Token) []text.Span {
	at := strings.IndexAny(t.Of(s), "'’")
	if at <= 0 || !elidedWords[strings.ToLower(t.Of(s)[:at])] {
		return []text.Span{t.Span}
	}
	_, size := utf8.DecodeRuneInString(t.Of(s)[at:])
	cut := t.Start + at + size
	if cut >= t.End {
		return []text.Span{t.Span}
	}
	return []text.Span{{Start: t.Start, End: cut}, {Start: cut, End: t.End}}
}

var elidedWords = map[string]bool{
	"l": true, "d": true, "n": true, "s": true, "j": true, "c": true, "m": true, "t": true, "qu": true, "jusqu": true, "lorsqu": true, "puisqu": true, "quoiqu": true,
}

var contractsIs = map[string]bool{
	"it": true, "he": true, "she": true, "that": true, "there": true, "what": true, "who": true, "here": true, "where": true, "how": true, "this": true,
}

// expanded gives the pieces of contractions their full form.
var expanded = map[string]string{
	"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am", "'s": "is", "ve": "have", "re": "are", "ll": "will", "ca": "can", "wo": "will", "sha": "shall", "cannot": "not",
}

// attachMentions lets each word know the mention that it is a part of.
func (s *sentence) attachMentions() {
	m := 0
	for i := range s.words {
		w := &s.words[i]
		for m < len(s.mentions) && s.mentions[m].End <= w.Start {
			m++
		}
		if m < len(s.mentions) && s.mentions[m].Overlaps(w.Span) {
			w.mention = m
		}
	}
}

// isName reports whether a word names somebody or something: known names, and capitals where
// no rule of writing asks for them.
func (w *word) isName(s *sentence) bool {
	if w.punct || w.cues.is(function|person|modal|negator|condition) {
		return false
	}
	if w.mention >= 0 {
		return s.mentions[w.mention].Kind == entity.Name
	}
	if !w.capital || s.lang == "de" {
		return false
	}
	return !w.opening || !w.known || allCapitals(w.surface)
}

func allCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}
