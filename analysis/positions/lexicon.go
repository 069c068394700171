package positions

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// class is what a word or phrase does in a sentence.
type class string

// Classes whose words carry an opinion.
const (
	actsFor             class = "acts for" // what is done for the object: support, keep, return to
	actsStronglyFor     class = "acts strongly for"
	actsAgainst         class = "acts against" // lift, withdraw from, fight
	actsStronglyAgainst class = "acts strongly against"
	imposes             class = "imposes"  // done for the object by those whom others blame for it
	leaves              class = "leaves"   // withdraw from: told of others it is news, demanded it is a wish
	breaches            class = "breaches" // done against the object, and a reproach
	harms               class = "harms"    // destroy: done against the object, and bad of whoever does it
	versus              class = "versus"   // against: joins the noun before it, "the fight against"
	changes             class = "changes"  // reform, replace: neither for nor against the object
	oversees            class = "oversees" // regulate, monitor: like a change where one is wanted, else nothing
	fails               class = "fails"    // fail to, lack of
	causes              class = "causes"   // make, bring: counts only by what it is done to
	neutral             class = "neutral"  // looks like an opinion and is none
	elsewise            class = "elsewise" // means something else than its words do alone: political settlement
	good                class = "good"
	veryGood            class = "very good"
	bad                 class = "bad"
	veryBad             class = "very bad"
	goodThings          class = "good things"
	badThings           class = "bad things" // that some are for: weapons, sanctions
	ills                class = "ills"       // that nobody is for: terrorism, climate change
	measures            class = "measures"   // what is done about an ill: policy, conference
	bans                class = "bans"       // beside a bad thing, names what is done against it: control, relief
	denies              class = "denies"     // says that an ill is none: hoax
)

// Classes whose words steer how opinions are read.
const (
	negator  class = "not"
	despite  class = "despite" // looks like a negation and is none: not only
	without  class = "without"
	must     class = "must"
	may      class = "may"
	whenever class = "if"
	others   class = "others"   // some say, critics claim
	somebody class = "somebody" // whose views may not be shared
	believes class = "believes"
	self     class = "we"
	copula   class = "is"
	joins    class = "and"
	opens    class = "clause" // begins a clause
	turns    class = "but"
	infinite class = "to"
	points   class = "this"
	pronoun  class = "it"
	past     class = "past"     // past forms that do not show in their ending
	withheld class = "withheld" // says that nothing is going to be said
	asks     class = "asks"     // who asks and has no position: a reporter
	persons  class = "persons"  // women, refugees: what is done to them is done to somebody
	patterns class = "pattern"
)

// strengths is the value of a class toward what its words are about.
var strengths = map[class]float64{
	actsFor: 1, actsStronglyFor: 1.5, actsAgainst: -1, actsStronglyAgainst: -1.5, imposes: 1, leaves: -1, breaches: -1, harms: -1, versus: -1, changes: 1, oversees: 1, fails: -1, causes: 1, neutral: 0, elsewise: 0,
	good: 0.7, veryGood: 1.2, bad: -0.8, veryBad: -1.4, goodThings: 1, badThings: -1, ills: -1, measures: 0, bans: 0, denies: -1,
}

func (c class) acts() bool {
	switch c {
	case actsFor, actsStronglyFor, actsAgainst, actsStronglyAgainst, imposes, leaves, breaches, harms, versus, changes, oversees, fails, causes:
		return true
	}
	return false
}

func (c class) judges() bool {
	return c == good || c == veryGood || c == bad || c == veryBad || c == denies
}

// blames reports whether words of the class speak ill of somebody or something.
func (c class) blames() bool {
	switch c {
	case bad, veryBad, badThings, ills, breaches, harms:
		return true
	}
	return false
}

func (c class) things() bool { return c == goodThings || c == badThings || c == ills }

// entry is a phrase of a lexicon.
type entry struct {
	words []string
	open  []bool // the word may go on
	class class
}

// words is a set of phrases that are looked up together; the longest match wins.
type words struct {
	exact  map[string][]*entry // by first word
	prefix map[string][]*entry // by the first three bytes of an open first word
	short  []*entry            // open first words of less
}

func newWords() *words {
	return &words{exact: map[string][]*entry{}, prefix: map[string][]*entry{}}
}

// add takes in a list of phrases parted by commas.
func (w *words) add(c class, list string) {
	for phrase := range strings.SplitSeq(list, ",") {
		e := &entry{class: c}
		for _, field := range strings.Fields(phrase) {
			bare, open := strings.CutSuffix(field, "*")
			tokens := scan(bare, text.Span{End: len(bare)})
			for i, t := range tokens {
				e.words = append(e.words, t.norm)
				e.open = append(e.open, open && i == len(tokens)-1)
			}
		}
		if len(e.words) == 0 {
			continue
		}
		switch first := e.words[0]; {
		case !e.open[0]:
			w.exact[first] = append(w.exact[first], e)
		case len(first) < 3:
			w.short = append(w.short, e)
		default:
			w.prefix[first[:3]] = append(w.prefix[first[:3]], e)
		}
	}
}

// starting returns the entries whose first word is the word, longest first.
func (w *words) starting(word string) []*entry {
	out := slices.Clone(w.exact[word])
	open := w.short
	if len(word) >= 3 {
		open = slices.Concat(open, w.prefix[word[:3]])
	}
	for _, e := range open {
		if strings.HasPrefix(word, e.words[0]) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(len(b.words), len(a.words)), cmp.Compare(len(strings.Join(b.words, "")), len(strings.Join(a.words, ""))))
	})
	return out
}

// fits reports whether the entry stands at the head of tokens.
func (e *entry) fits(tokens []token) bool {
	if len(tokens) < len(e.words) {
		return false
	}
	for i, w := range e.words {
		n := tokens[i].norm
		if n != w && (!e.open[i] || !strings.HasPrefix(n, w)) {
			return false
		}
	}
	return true
}

// cue is a phrase of a lexicon found in a text: tokens from to to.
type cue struct {
	class    class
	from, to int
}

// finder looks phrases up and remembers what may begin with a word. Not for concurrent use.
type finder struct {
	*words
	known map[string][]*entry
}

func (w *words) finder() *finder { return &finder{words: w, known: map[string][]*entry{}} }

// find returns the longest phrases of one group of classes in tokens, from left to right.
func (f *finder) find(tokens []token) []cue {
	var out []cue
	for i := 0; i < len(tokens); {
		e := f.at(tokens[i:])
		if e == nil {
			i++
			continue
		}
		out = append(out, cue{e.class, i, i + len(e.words)})
		i += len(e.words)
	}
	return out
}

func (f *finder) at(tokens []token) *entry {
	word := tokens[0].norm
	entries, ok := f.known[word]
	if !ok {
		entries = f.starting(word)
		f.known[word] = entries
	}
	for _, e := range entries {
		if e.fits(tokens) {
			return e
		}
	}
	return nil
}
