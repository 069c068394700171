package positions

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// target is an issue prepared for the texts of one language.
type target struct {
	issue      *Issue
	phrases    []phrase
	byStem     map[string][]int // phrases by each of their words
	kinds      map[string]int
	heads      map[string]toward // nouns that may stand for a phrase: "the agreement"
	names      []string          // proper names in the proposition
	namedWords []string          // the same as folded words
	way        way
	asked      map[string]bool // actors that the proposition asks to act
	good       float64         // +1 where the proposition is on the side of good things, −1 of bad ones
	pro, con   []phrase
}

// phrase is words by which an issue is spoken of.
type phrase struct {
	stems   []string
	text    string   // as the codebook has it
	of      string   // the phrase of the codebook that it was made of
	words   []string // as folded
	head    int      // which stem is the noun
	loose   bool     // the noun may stand first
	tight   bool     // nothing may stand between
	pair    bool     // a noun and a name, in either order
	small   map[string]bool
	place   func(string) bool
	caps    bool    // an acronym
	named   bool    // holds a proper name
	quality float64 // how surely the words mean the issue
	toward  toward
	topic   bool // a place or person: words about it are not words about the issue
	agent   bool // who is to act, in the proposition
}

// toward says what a word for or against the phrase's thing means for the proposition.
type toward struct {
	act, judge float64
	bad        bool // some are for it and others accuse them of that: weapons
	foe        bool // somebody or something by name that is to be fought or ended
	person     bool // somebody: what is bad for them is a complaint on their behalf
	ill        bool // nobody is for it: whatever is done, is done against it
}

// mention is a place where an issue is spoken of: tokens from to to.
type mention struct {
	from, to int
	quality  float64
	toward   toward
	phrase   int // -1 for "the agreement", "it"
	topic    bool
	agent    bool
}

// blamed reports whether to speak ill of what is mentioned is to be for the proposition.
func (m mention) blamed() bool { return (m.topic || m.agent || m.toward.foe) && m.toward.judge < 0 }

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
	p := phrase{quality: 1, text: words}
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
	p.caps = len(p.stems) == 1 && acronym(words, tokens, g)
	p.head = len(p.stems) - 1
	p.loose = len(p.stems) > 1
	p.small = g.small
	p.place = func(w string) bool { return g.place(w) != "" }
	if r, _ := utf8.DecodeRuneInString(words); spaceless(r) {
		p.tight, p.loose = true, false
	}
	if n := prepositionAfter(tokens, g); n > 0 && n < len(p.stems) && !p.tight {
		p.head = n - 1
	}
	return p
}

// acronym reports whether the only word of a phrase that means something is written in capitals: the
// START of "New START" is no start.
func acronym(words string, tokens []token, g *grammar) bool {
	const longest = 6 // bytes
	for _, t := range tokens {
		if w := t.Of(words); !t.mark && (!g.ignored[t.norm] || len(tokens) == 1) {
			return len(w) > 1 && len(w) <= longest && w == strings.ToUpper(w) && w != strings.ToLower(w)
		}
	}
	return false
}

// prepositionAfter counts the words before the first small word within a phrase: the noun of "plan of
// action" is the first.
func prepositionAfter(tokens []token, g *grammar) int {
	n := 0
	for i, t := range tokens {
		if n > 0 && i+1 < len(tokens) && g.ignored[t.norm] {
			return n
		}
		if !t.mark && !g.ignored[t.norm] {
			n++
		}
	}
	return 0
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
					out = append(out, mention{i, i + 2, p.quality, p.toward, k, p.topic, p.agent})
				}
			}
		}
	}
	return apart(out)
}

// at reports whether the phrase's words stand at and after token i: in their order with at most one
// word among them, small words not counted, or with the noun first and a preposition after it
// ("agreement on the Iranian nuclear programme").
func (p phrase) at(s string, tokens []token, stems []string, i int) (mention, bool) {
	m := mention{i, i + 1, p.quality, p.toward, 0, p.topic, p.agent}
	if len(p.stems) == 1 {
		return m, !p.caps || tokens[i].Of(s) == strings.ToUpper(tokens[i].Of(s))
	}
	if stems[i] == p.stems[0] && !p.pair {
		if to, ok := p.inOrder(tokens, stems, i); ok {
			m.to = to
			return m, true
		}
	}
	if p.loose && (stems[i] == p.stems[p.head] || p.pair) {
		if to, ok := p.nounFirst(tokens, stems, i); ok {
			m.to = to
			return m, true
		}
	}
	return m, false
}

func (p phrase) inOrder(tokens []token, stems []string, i int) (int, bool) {
	const between = 1
	next, gap := 1, 0
	for j := i + 1; j < len(tokens) && next < len(p.stems); j++ {
		switch {
		case stems[j] == p.stems[next]:
			next, gap = next+1, 0
			if next == len(p.stems) {
				return j + 1, true
			}
		case tokens[j].mark || p.strange(tokens[j]):
			return 0, false
		case p.small[tokens[j].norm]:
		default:
			if gap++; gap > between || p.tight {
				return 0, false
			}
		}
	}
	return 0, false
}

func (p phrase) nounFirst(tokens []token, stems []string, i int) (int, bool) {
	const between = 2
	first := slices.Index(p.stems, stems[i])
	preposition := i+1 < len(tokens) && p.small[tokens[i+1].norm]
	if !preposition && (!p.pair || first == p.head) {
		return 0, false
	}
	missing, gap := len(p.stems)-1, 0
	for j := i + 1; j < len(tokens) && missing > 0; j++ {
		k := slices.Index(p.stems, stems[j])
		switch {
		case k >= 0 && k != first && stems[j] != "":
			if missing--; missing == 0 {
				return j + 1, true
			}
		case tokens[j].mark || p.strange(tokens[j]):
			return 0, false
		case p.small[tokens[j].norm]:
		default:
			if gap++; gap > between {
				return 0, false
			}
		}
	}
	return 0, false
}

// strange reports whether a word is part of another name: a capital letter that the phrase has none
// of.
func (p phrase) strange(t token) bool {
	return t.capital && !p.named && !p.place(t.norm)
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
