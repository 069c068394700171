package positions

import (
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// sentence is a sentence prepared for reading: its tokens, the words of opinion in it, and which
// tokens steer how they are read.
type sentence struct {
	tokens   []token
	stems    []string
	cues     []cue
	steering map[class][]bool
	free     bool
	last     bool
	question bool
	place    func(string) bool       // names a state
	small    func(string) bool       // a word without a meaning of its own
	own      func([]token, int) bool // whether a token names the speaker
}

// finders is the look-up of one language's words. Not for concurrent use.
type finders struct {
	grammar   *grammar
	opinions  *finder
	steering  map[class]*finder
	force     *finder
	certainty *finder
}

func (g *grammar) finders() *finders {
	f := &finders{
		grammar: g, opinions: g.opinions.finder(), steering: map[class]*finder{},
		force: g.force.finder(), certainty: g.certainty.finder(),
	}
	for _, c := range steers {
		if c != despite && c != without { // found with the negators
			f.steering[c] = g.steering[c].finder()
		}
	}
	return f
}

// prepare finds the words of opinion and the steering words of a sentence.
func (f *finders) prepare(tokens []token, stems []string, own func([]token, int) bool) *sentence {
	s := &sentence{tokens: tokens, stems: stems, free: f.grammar.free, last: f.grammar.last, own: own, place: func(w string) bool { return f.grammar.place(w) != "" }, small: func(w string) bool { return f.grammar.ignored[w] }, steering: map[class][]bool{}}
	s.cues = f.opinions.find(tokens)
	inCue := make([]bool, len(tokens))
	for _, c := range s.cues {
		for i := c.from; i < c.to && c.to-c.from > 1; i++ {
			inCue[i] = true
		}
	}
	for _, c := range steers {
		if f.steering[c] == nil {
			continue
		}
		for _, found := range f.steering[c].find(tokens) {
			negation := c == negator
			for i := found.from; i < found.to; i++ {
				if !negation || !inCue[i] {
					s.set(found.class, i)
				}
			}
		}
	}
	if we := f.grammar.we; we != "" {
		for _, c := range s.cues {
			if w := tokens[c.from].norm; len(w) > len(we)+2 && strings.HasSuffix(w, we) {
				s.set(self, c.from)
			}
		}
	}
	s.cues = slices.DeleteFunc(s.cues, func(c cue) bool { return c.to-c.from == 1 && s.is(despite, c.from) }) // "not just"
	if !s.free {
		s.cues = slices.DeleteFunc(s.cues, s.only)
	}
	if n := len(tokens); n > 0 {
		s.question = strings.Contains("?？؟", tokens[n-1].norm) || n > 1 && strings.Contains("?？؟", tokens[n-2].norm)
	}
	return s
}

// only reports whether the words of a cue are only a part of a name, or of a word that means something
// else: the Security Council, a non-stop flight, the most advanced states.
func (s *sentence) only(c cue) bool {
	if c.to-c.from > 1 || c.class == ills {
		return false
	}
	t := s.tokens[c.from]
	if c.from > 0 && s.tokens[c.from-1].joined != "" && prefixes[s.tokens[c.from-1].norm] {
		return true
	}
	if c.class.acts() && strings.HasSuffix(t.norm, "ed") && c.from > 0 && c.to < len(s.tokens) {
		switch s.tokens[c.from-1].norm {
		case "most", "more", "less", "least", "highly", "very":
			return !s.tokens[c.to].mark && !s.small(s.tokens[c.to].norm)
		}
	}
	return t.capital && s.inName(c.from)
}

// inName reports whether a capital letter tells that a word is part of a name: it does not open the
// sentence, and another word of the name stands beside it.
func (s *sentence) inName(i int) bool {
	named := func(k int) bool {
		return k > 0 && k < len(s.tokens) && s.tokens[k].capital && !s.tokens[k-1].mark
	}
	if i == 0 || s.tokens[i-1].mark || s.headline() {
		return false
	}
	return named(i-1) || named(i+1) || i >= 2 && s.small(s.tokens[i-1].norm) && named(i-2) || i+2 < len(s.tokens) && s.tokens[i+1].norm == "of" && named(i+2)
}

// headline reports whether capital letters tell nothing, because most words have them.
func (s *sentence) headline() bool {
	capitals, words := 0, 0
	for _, t := range s.tokens {
		if !t.mark && !s.small(t.norm) {
			words++
			if t.capital {
				capitals++
			}
		}
	}
	return 3*capitals > 2*words
}

func (s *sentence) set(c class, i int) {
	if s.steering[c] == nil {
		s.steering[c] = make([]bool, len(s.tokens))
	}
	s.steering[c][i] = true
}

// is reports whether token i belongs to a class of steering words.
func (s *sentence) is(c class, i int) bool {
	list := s.steering[c]
	return list != nil && i >= 0 && i < len(list) && list[i]
}

// any reports whether a token from i to j belongs to the class.
func (s *sentence) any(c class, i, j int) bool {
	for k := max(i, 0); k < min(j, len(s.tokens)); k++ {
		if s.is(c, k) {
			return true
		}
	}
	return false
}

// placeBefore reports whether a state is named before token i.
func (s *sentence) placeBefore(i int) bool {
	for k := range i {
		if s.tokens[k].capital && s.place(s.tokens[k].norm) && !s.own(s.tokens, k) {
			return true
		}
	}
	return false
}

// first is the first token of the class, -1 if there is none.
func (s *sentence) first(c class) int {
	for i := range s.steering[c] {
		if s.is(c, i) {
			return i
		}
	}
	return -1
}

// words counts the words from token i to j.
func (s *sentence) words(i, j int) int {
	n := 0
	for k := max(i, 0); k < min(j, len(s.tokens)); k++ {
		if !s.tokens[k].mark {
			n++
		}
	}
	if s.free && n > 0 && spaceless([]rune(s.tokens[min(max(i, 0), len(s.tokens)-1)].norm)[0]) {
		return (n + 1) / 2 // characters: about two to a word
	}
	return n
}

// Kinds of break between two places of a sentence.
const (
	together = iota
	comma
	clauseBreak
	apartBreak // a semicolon, a colon, a dash, brackets
)

// breaks returns the strongest break among tokens i to j.
func (s *sentence) breaks(i, j int) int {
	worst := together
	for k := max(i, 0); k < min(j, len(s.tokens)); k++ {
		switch {
		case !s.tokens[k].mark && s.is(turns, k) && s.is(joins, k):
			// "but also" goes on
		case !s.tokens[k].mark && s.is(turns, k):
			worst = max(worst, apartBreak)
		case !s.tokens[k].mark && (s.is(opens, k) || s.is(whenever, k)):
			worst = max(worst, clauseBreak)
		case !s.tokens[k].mark || s.inNumber(k):
		case strings.Contains(",،，、", s.tokens[k].norm):
			worst = max(worst, comma)
		case strings.Contains(";:؛；：—–()（）", s.tokens[k].norm):
			worst = max(worst, apartBreak)
		}
	}
	return worst
}

// inNumber reports whether a mark stands between digits: 600,000.
func (s *sentence) inNumber(k int) bool {
	digit := func(i int) bool {
		return i >= 0 && i < len(s.tokens) && strings.Trim(s.tokens[i].norm, "0123456789") == ""
	}
	return digit(k-1) && digit(k+1) && s.tokens[k-1].End == s.tokens[k].Start && s.tokens[k].End == s.tokens[k+1].Start
}

func (s *sentence) span(i, j int) text.Span {
	return text.Span{Start: s.tokens[i].Start, End: s.tokens[j-1].End}
}

// sentences cuts tokens at the marks that end sentences and returns from/to pairs. What goes on for
// longer than any sentence is cut too, so that the time of reading does not grow with its square.
func sentences(tokens []token) [][2]int {
	const longest = 400
	var out [][2]int
	from := 0
	for i, t := range tokens {
		if t.mark && strings.Contains(".!?。！？؟…", t.norm) || i-from >= longest {
			out = append(out, [2]int{from, i + 1})
			from = i + 1
		}
	}
	if from < len(tokens) {
		out = append(out, [2]int{from, len(tokens)})
	}
	return out
}
