package positions

import (
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// target prepares an issue for texts of one language. The proposition is read with the same rules
// as any statement: it tells which way "lift" and "keep" point.
func (t *Tables) target(issue *Issue, g *grammar, s *stemmer) *target {
	out := &target{issue: issue, heads: map[string]toward{}, kinds: map[string]int{}}
	for _, about := range issue.phrases() {
		out.addPhrase(about, g, s)
	}
	for _, list := range []struct {
		to   *[]phrase
		from []string
	}{{&out.pro, issue.Pro}, {&out.con, issue.Con}} {
		for _, words := range list.from {
			if strings.TrimSpace(words) != "" {
				*list.to = append(*list.to, phraseOf(words, g, s))
			}
		}
	}
	p := t.proposition(issue, s.model)
	out.names, out.namedWords, out.way, out.good, out.asked = p.names, p.namedWords, p.way, p.good, p.asked
	for i := range out.phrases {
		p.settlePhrase(&out.phrases[i], g)
		out.phrases[i].toward = out.phrases[i].toward.put(issue.chosen(out.phrases[i].of))
	}
	out.addVariants(g, s)
	out.addPairs(p, g, s)
	out.index()
	return out
}

// addPhrase takes in an about phrase, its acronym, and its variants with a noun of the same kind.
func (t *target) addPhrase(about string, g *grammar, s *stemmer) {
	if strings.TrimSpace(about) == "" {
		return
	}
	p := phraseOf(about, g, s)
	p.of = about
	t.phrases = append(t.phrases, p)
	if short := initials(about); short != "" {
		t.phrases = append(t.phrases, phrase{of: about, stems: []string{s.stem(fold(short))}, caps: true, named: true, quality: 1})
	}
}

// addVariants takes in the phrases with another noun of the same kind: "nuclear accord" for "nuclear
// deal". Names have none.
func (t *target) addVariants(g *grammar, s *stemmer) {
	for _, p := range slices.Clone(t.phrases) {
		if p.caps || p.topic || len(p.stems) == 0 || p.stems[0] == "" || spaceless([]rune(p.stems[0])[0]) {
			continue
		}
		head := p.head
		kind := g.kind(p.stems[head], s)
		if kind == 0 {
			t.head(p.stems[head], 0, p)
			continue
		}
		for _, other := range g.same[kind-1] {
			stem := s.stem(fold(other))
			t.head(stem, kind, p)
			if stem != p.stems[head] && len(p.stems) > 1 && !p.named && head == len(p.stems)-1 {
				variant := p
				variant.stems = slices.Clone(p.stems)
				variant.stems[head] = stem
				variant.quality = 0.9
				t.phrases = append(t.phrases, variant)
			}
		}
	}
}

// head takes in a noun that may stand for the phrase; the first phrase of the codebook has it.
func (t *target) head(stem string, kind int, p phrase) {
	if _, taken := t.heads[stem]; !taken {
		t.heads[stem], t.kinds[stem] = p.toward, kind
	}
}

// kind is the number of the group of nouns that a stem belongs to, 0 for none.
func (g *grammar) kind(stem string, s *stemmer) int {
	for i, group := range g.same {
		for _, w := range group {
			if s.stem(fold(w)) == stem {
				return i + 1
			}
		}
	}
	return 0
}

// addPairs adds the issue's nouns beside the proper names of the proposition: for "the nuclear
// agreement with Iran", "the Iran deal".
func (t *target) addPairs(p *proposition, g *grammar, s *stemmer) {
	heads := make([]string, 0, len(t.heads))
	for h := range t.heads {
		heads = append(heads, h)
	}
	slices.Sort(heads)
	for _, h := range heads {
		if t.kinds[h] == 0 || !p.has(h, s, g) {
			continue
		}
		for _, name := range p.names {
			if name != h {
				t.phrases = append(t.phrases, phrase{stems: []string{h, name}, pair: true, loose: true, small: g.small, place: func(string) bool { return true }, named: true, quality: 0.8, toward: t.heads[h]})
			}
		}
	}
}

// proposition is what an issue's proposition says.
type proposition struct {
	stems       []string
	names       []string // stems of proper names
	namedWords  []string
	read        func(phrase) (float64, bool)
	value       float64 // of the act that it wants done to its object
	good        float64 // +1 if it wants good things kept or bad things ended, −1 if the other way round
	way         way
	parts       []part // what it asks, where the order of words tells
	calls       bool   // it says what a place is or does, and asks nothing
	actOf       func(phrase) float64
	shares      func(phrase) float64 // the value of a word that it has in common with a phrase
	sharesPlace func(phrase) bool    // has only a place in common with a phrase
	known       bool                 // whether its object is a good or a bad thing
	denied      bool                 // it says of an ill that it is none
	refused     bool                 // it wants something not done
	asked       map[string]bool      // the actors that these stems name
	agents      []string             // stems before the word of obligation, where they are to act
	person      func(phrase) bool    // speaks of people
	valence     func(string) float64
	class       func(string) class
}

// proposition reads an issue's proposition.
func (t *Tables) proposition(issue *Issue, m *text.Model) *proposition {
	whole := text.Span{End: len(issue.Proposition)}
	lang := t.guess(issue.Proposition, m)
	g := t.grammar(lang)
	stem := newStemmer(m, lang)
	tokens := scan(issue.Proposition, whole)
	p := &proposition{value: 1, good: 1}
	p.person = func(ph phrase) bool {
		return slices.ContainsFunc(ph.words, func(w string) bool { return len(g.steering[persons].starting(w)) > 0 })
	}
	p.valence = func(words string) float64 { v, _ := t.valence(words, g); return v }
	p.class = func(words string) class { _, c := t.valence(words, g); return c }
	for i, tok := range tokens {
		p.stems = append(p.stems, stem.stem(tok.norm))
		if tok.capital && i > 0 && !tok.mark && !g.ignored[tok.norm] {
			p.names = append(p.names, stem.stem(tok.norm))
			p.namedWords = append(p.namedWords, tok.norm)
		}
	}
	s := g.finders().prepare(tokens, p.stems, func([]token, int) bool { return false })
	p.way.words = map[string]bool{}
	for _, stem := range p.stems {
		p.way.words[stem] = true
	}
	p.demand(s, tokens)
	p.asked = map[string]bool{}
	for i := range p.agents {
		if code := g.placeAt(tokens, i); code != "" {
			p.asked[code] = true
		}
	}
	for _, c := range s.cues {
		p.denied = p.denied || c.class == denies && s.polarity(0, c.from) > 0
		p.way.change = p.way.change || c.class == changes || c.class == oversees
	}
	if !g.free {
		p.parts = s.asking()
		p.calls = s.first(must) < 0
		p.shares = func(ph phrase) float64 {
			for _, w := range ph.words {
				if v := s.like(p.parts, w); v != 0 {
					return v
				}
			}
			return 0
		}
		p.sharesPlace = func(ph phrase) bool {
			return !slices.ContainsFunc(ph.words, func(w string) bool { return g.place(w) == "" && s.like(p.parts, w) != 0 })
		}
		p.actOf = func(ph phrase) float64 {
			if v := p.ofKind(ph, s, stem, g); v != 0 {
				return v
			}
			return s.actOf(p.parts, p.value, ph, g, func(words string) float64 { return p.valence(words) * p.good })
		}
	}
	side := toward{act: 1, judge: 1}
	p.read = func(ph phrase) (float64, bool) {
		probe := target{phrases: []phrase{ph}}
		probe.phrases[0].toward = side
		probe.index()
		mentions := probe.find(issue.Proposition, tokens, p.stems)
		if len(mentions) == 0 {
			return 0, false
		}
		if p.parts != nil {
			value, ok := s.valueAt(p.parts, mentions[0].from, mentions[0].to)
			if !g.allPlaces(ph) && p.valence(ph.text) >= 0 && s.victim(mentions[0].from) {
				value = -value
			}
			return value, ok
		}
		if s.means(mentions[0]) {
			if s.first(negator) >= 0 {
				return -1, true // "wars should not be ended by force"
			}
			return 1, true
		}
		x := 0.0
		for _, f := range t.read(s, mentions, way{change: true, wishes: true}) {
			x += f.value * t.byID[f.rule].Weight
		}
		return x, true
	}
	p.settle(issue, g, stem, s, t)
	p.refused = s.first(negator) >= 0
	return p
}

// ofKind is what the proposition says of a noun of the same kind as a phrase's: of the war where the phrase
// says invasion. It is 0 where it has none.
func (p *proposition) ofKind(ph phrase, s *sentence, stem *stemmer, g *grammar) float64 {
	if len(ph.stems) == 0 {
		return 0
	}
	kind := g.kind(ph.stems[min(ph.head, len(ph.stems)-1)], stem)
	for i, w := range p.stems {
		if kind > 0 && g.kind(w, stem) == kind {
			v, _ := s.valueAt(p.parts, i, i+1)
			return v
		}
	}
	return 0
}

// means reports whether a mention is what something is to be done with: "solved by peaceful dialogue".
func (s *sentence) means(m mention) bool {
	const near = 3 // words
	if s.first(must) < 0 || m.from < s.first(must) {
		return false
	}
	for k := m.from - 1; k >= max(1, m.from-near); k-- {
		switch s.tokens[k].norm {
		case "by", "through", "via":
			return true
		case "of", "for", "to", "in", "on":
			return false
		}
	}
	return false
}

// victim reports whether what is done to whatever begins at token i is harm: "the killing of General Ho",
// "interference in internal affairs".
func (s *sentence) victim(i int) bool {
	const titles = 3 // words before a name
	return slices.ContainsFunc(s.cues, func(c cue) bool {
		return (c.class == harms || c.class == breaches) && c.to <= i && i-c.to <= titles && !s.acts(c.to, i) && (upon[s.tokens[c.to-1].norm] || c.to < i && upon[s.tokens[c.to].norm])
	})
}

// acts reports whether an act is named among the tokens.
func (s *sentence) acts(from, to int) bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.class.acts() && c.from >= from && c.to <= to })
}

// upon are the prepositions before whoever suffers what a noun names.
var upon = map[string]bool{"of": true, "in": true, "on": true, "against": true, "with": true}

// demand finds who is to do what: "Russia should withdraw".
func (p *proposition) demand(s *sentence, tokens []token) {
	at := s.first(must)
	if at < 0 || s.free {
		return
	}
	next := at + 1
	for next < len(tokens) && (s.is(negator, next) || tokens[next].norm == "have") {
		next++
	}
	if next < len(tokens) && s.is(copula, next) {
		return
	}
	p.agents = p.stems[:s.scenery(at)]
	for _, c := range s.cues {
		if c.to > at+1 && c.class.acts() {
			p.way.leaves = c.class == leaves
			p.way.verb, p.way.sign = tokens[max(c.from, at+1)].norm, sign(strengths[c.class])
			return
		}
	}
}

// scenery is where, before token at, a preposition of place begins to say where somebody or something
// is: not Gaza is asked if "the war in Gaza must stop".
func (s *sentence) scenery(at int) int {
	for i := 1; i < at; i++ {
		switch s.tokens[i].norm {
		case "in", "on", "at", "against", "from", "between", "over", "with":
			return i
		}
	}
	return at
}

// guess is the language of a proposition: a few words are little to tell by, so that the small words
// decide where they are as often English.
func (t *Tables) guess(s string, m *text.Model) text.Language {
	lang, _ := m.Detect(s, "en")
	if t.grammars[lang] == nil || t.grammar("en").smallWords(s) >= max(1, t.grammars[lang].smallWords(s)) {
		return "en"
	}
	return lang
}

// smallWords counts the words of s that mean nothing of their own in the language.
func (g *grammar) smallWords(s string) int {
	n := 0
	for _, t := range scan(s, text.Span{End: len(s)}) {
		if g.ignored[t.norm] {
			n++
		}
	}
	return n
}
