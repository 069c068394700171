package positions

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"hexapla/analysis/text"
)

// target is an issue prepared for the texts of one language.
type target struct {
	issue    *Issue
	phrases  []phrase
	byStem   map[string][]int // phrases by each of their words
	bySign   map[string][]int // phrases of scripts without blanks, by their first character
	heads    map[string]int   // nouns that may stand for a phrase: "the agreement"
	names    []string         // proper names in the proposition
	way      way
	good     float64 // +1 where the proposition is on the side of good things, −1 of bad ones
	pro, con []phrase
}

// phrase is words by which an issue is spoken of.
type phrase struct {
	stems   []string
	words   []string // as folded
	window  int      // words that may lie among them
	caps    bool     // an acronym
	named   bool     // holds a proper name
	quality float64  // how surely the words mean the issue
	toward  toward
	topic   bool // a place or person: words about it are not words about the issue
}

// toward says what a word for or against the phrase's thing means for the proposition.
type toward struct{ act, judge float64 }

// mention is a place where an issue is spoken of: tokens from to to.
type mention struct {
	from, to int
	quality  float64
	toward   toward
	phrase   int // -1 for "the agreement", "it"
	topic    bool
}

// stemmer gives the stems of a language's words, remembering them.
type stemmer struct {
	model    *text.Model
	language text.Language
	known    map[string]string
}

func newStemmer(m *text.Model, l text.Language) *stemmer {
	return &stemmer{m, l, map[string]string{}}
}

func (s *stemmer) stem(word string) string {
	if out, ok := s.known[word]; ok {
		return out
	}
	out := s.model.Norm(word, s.language, text.FoldDefault|text.FoldInflection)
	if s.language == "en" {
		out = singular(out)
	}
	s.known[word] = out
	return out
}

// singular takes an English plural's ending away; both sides of a comparison go through it, so that
// it need not be right, only the same.
func singular(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
		return strings.TrimSuffix(w, "s")
	}
	return w
}

// phraseOf prepares the words of a phrase.
func phraseOf(words string, g *grammar, s *stemmer) phrase {
	p := phrase{quality: 1}
	tokens := scan(words, text.Span{End: len(words)})
	for _, t := range tokens {
		if !t.mark && !g.ignored[t.norm] {
			p.stems = append(p.stems, s.stem(t.norm))
			p.words = append(p.words, t.norm)
			p.named = p.named || t.capital
		}
	}
	if len(p.stems) == 0 {
		for _, t := range tokens {
			if !t.mark {
				p.stems = append(p.stems, s.stem(t.norm))
			}
		}
	}
	p.caps = len(p.stems) == 1 && len(words) <= 6 && words == strings.ToUpper(words) && words != strings.ToLower(words)
	if len(p.stems) > 1 {
		p.window = len(p.stems) + 3
		if r := []rune(words)[0]; spaceless(r) {
			p.window = len(p.stems)
		}
	}
	return p
}

// initials is the acronym of a name of three words or more, "" if it has none.
func initials(words string) string {
	fields := strings.Fields(words)
	if len(fields) < 3 {
		return ""
	}
	var b strings.Builder
	capitals := 0
	for _, f := range fields {
		r := []rune(f)[0]
		if unicode.IsUpper(r) {
			capitals++
		}
		b.WriteRune(unicode.ToUpper(r))
	}
	if capitals < 2 {
		return ""
	}
	return b.String()
}

// index makes the phrases of a target quick to find.
func (t *target) index() {
	t.byStem = map[string][]int{}
	for i, p := range t.phrases {
		for _, stem := range p.stems {
			if !slices.Contains(t.byStem[stem], i) {
				t.byStem[stem] = append(t.byStem[stem], i)
			}
		}
	}
}

// find returns the mentions among tokens, which do not overlap; stems are the tokens' stems.
func (t *target) find(s string, tokens []token, stems []string) []mention {
	var out []mention
	for i := range tokens {
		if tokens[i].mark {
			continue
		}
		for _, k := range t.byStem[stems[i]] {
			if m, ok := t.phrases[k].at(s, tokens, stems, i); ok {
				m.phrase = k
				out = append(out, m)
			}
		}
		if tokens[i].joined != "" {
			for _, k := range t.byStem[singular(tokens[i].joined)] {
				if p := t.phrases[k]; len(p.stems) == 1 {
					out = append(out, mention{i, i + 2, p.quality, p.toward, k, p.topic})
				}
			}
		}
	}
	return apart(out)
}

// at reports whether the phrase's words stand at and after token i.
func (p phrase) at(s string, tokens []token, stems []string, i int) (mention, bool) {
	m := mention{i, i + 1, p.quality, p.toward, 0, p.topic}
	if len(p.stems) == 1 {
		return m, !p.caps || tokens[i].Of(s) == strings.ToUpper(tokens[i].Of(s))
	}
	var left [8]bool
	missing := len(p.stems)
	if missing > len(left) {
		return m, false
	}
	for j, words := i, 0; j < len(tokens) && words < p.window && missing > 0; j++ {
		if tokens[j].mark {
			if strings.Contains(".!?;:。！？；", tokens[j].norm) {
				return m, false
			}
			continue
		}
		words++
		for k, stem := range p.stems {
			if !left[k] && stems[j] == stem {
				left[k] = true
				missing--
				m.to = j + 1
				break
			}
		}
	}
	return m, missing == 0
}

// apart keeps of overlapping mentions the surest, then the longest.
func apart(mentions []mention) []mention {
	slices.SortStableFunc(mentions, func(a, b mention) int {
		return cmp.Or(cmp.Compare(b.quality, a.quality), cmp.Compare(b.to-b.from, a.to-a.from), cmp.Compare(a.from, b.from))
	})
	var out []mention
	for _, m := range mentions {
		if !slices.ContainsFunc(out, func(o mention) bool { return m.from < o.to && o.from < m.to }) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return cmp.Compare(a.from, b.from) })
	return out
}
