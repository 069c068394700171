package positions

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"hexapla/analysis/text"
)

// Rule is one rule of stance with its weight.
type Rule struct {
	ID        string  `yaml:"id"`
	Weight    float64 `yaml:"weight"`
	Precision float64 `yaml:"precision"` // share of right sides where the rule weighed most
	N         int     `yaml:"n"`         // on so many labelled statements
	Measured  string  `yaml:"-"`         // where
	About     string  `yaml:"about"`     // what it looks at, in a sentence
}

// Tables is the rules of stance, force and certainty with their weights. Immutable.
type Tables struct {
	rules    []Rule
	shipped  []Rule // the same with the weights of the program
	byID     map[string]Rule
	grammars map[text.Language]*grammar
}

// grammar is what is known of the words of one language.
type grammar struct {
	language  text.Language
	free      bool   // the ending of a word does not tell who does what, as it does in English
	we        string // the ending of verbs that the speaker does: apoyamos
	last      bool   // objects stand before their verbs as well as after
	opinions  *words
	steering  map[class]*words // those of negation share one, so that the longest match wins
	force     *words
	certainty *words
	same      [][]string // groups of nouns that name one kind of thing
	group     map[string]int
	ignored   map[string]bool
	small     map[string]bool   // ignored words that may stand within a phrase: no verbs
	demonyms  map[string]string // a word to the actor that it belongs to
	names     map[string]string // two words to the actor that they name: united states
}

// lexiconFile is the form of the files of words.
type lexiconFile struct {
	Language  text.Language     `yaml:"language"`
	Order     string            `yaml:"order"`
	We        string            `yaml:"we ends in"`
	Same      string            `yaml:"same"`
	Ignore    string            `yaml:"ignore"`
	Demonyms  string            `yaml:"demonyms"`
	Force     map[string]string `yaml:"force"`
	Certainty map[string]string `yaml:"certainty"`
	Words     map[string]string `yaml:",inline"`
}

// Load reads the rules and the default codebook under fsys (the folder assets/positions).
func Load(fsys fs.FS) (*Tables, Codebook, error) {
	t := &Tables{grammars: map[text.Language]*grammar{}}
	if err := t.loadRules(fsys); err != nil {
		return nil, Codebook{}, err
	}
	files, err := fs.Glob(fsys, "??.yaml")
	if err != nil {
		return nil, Codebook{}, err
	}
	slices.Sort(files)
	for _, file := range files {
		g, err := loadGrammar(fsys, file)
		if err != nil {
			return nil, Codebook{}, fmt.Errorf("%s: %w", file, err)
		}
		t.grammars[g.language] = g
	}
	data, err := fs.ReadFile(fsys, "codebook.yaml")
	if err != nil {
		return nil, Codebook{}, err
	}
	book, err := ReadCodebook(data)
	if err != nil {
		return nil, Codebook{}, fmt.Errorf("codebook.yaml: %w", err)
	}
	return t, book, nil
}

func (t *Tables) loadRules(fsys fs.FS) error {
	data, err := fs.ReadFile(fsys, "rules.yaml")
	if err != nil {
		return err
	}
	var file struct {
		Measured string `yaml:"measured"`
		Rules    []Rule `yaml:"rules"`
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		return fmt.Errorf("rules.yaml: %w", err)
	}
	for i := range file.Rules {
		file.Rules[i].Measured = strings.TrimSpace(file.Measured)
	}
	t.setRules(file.Rules)
	for _, id := range ruleIDs {
		if _, ok := t.byID[id]; !ok {
			return fmt.Errorf("rules.yaml: the rule %q is missing", id)
		}
	}
	return nil
}

func (t *Tables) setRules(rules []Rule) {
	t.rules = rules
	if t.shipped == nil {
		t.shipped = rules
	}
	t.byID = make(map[string]Rule, len(rules))
	for _, r := range rules {
		t.byID[r.ID] = r
	}
}

// Rules returns the rules with their weights, in the order of their table.
func (t *Tables) Rules() []Rule { return slices.Clone(t.rules) }

// valence is +1 for words that name a good thing in a language or else in any other, −1 for a bad one, 0
// for neither, and the class of the noun that decided.
func (t *Tables) valence(words string, own *grammar) (float64, class) {
	if v, c := own.valence(words); v != 0 {
		return v, c
	}
	for _, l := range slices.Sorted(maps.Keys(t.grammars)) {
		if v, c := t.grammars[l].valence(words); v != 0 {
			return v, c
		}
	}
	return 0, neutral
}

// valence reads a phrase's noun first, which stands before a preposition, and what hangs on it: a
// treaty on weapons is a treaty, the elimination of weapons the opposite of weapons.
func (g *grammar) valence(words string) (float64, class) {
	tokens := scan(words, text.Span{End: len(words)})
	cues := g.opinions.finder().find(tokens)
	for i, t := range tokens {
		if i == 0 || i+1 == len(tokens) || !g.small[t.norm] {
			continue
		}
		for k := len(cues) - 1; k >= 0; k-- {
			switch c := cues[k]; {
			case c.to > i && c.from >= i:
			case c.class.things() || c.class == measures:
				return valueOf(c), c.class
			case c.class.acts():
				rest, of := g.valence(words[t.End:])
				if rest == 0 && (c.class == breaches || c.class == harms) {
					return -1, badThings // whatever is destroyed
				}
				return rest * sign(strengths[c.class]), of
			}
		}
		break
	}
	v, of, measure := 0.0, neutral, false
	for _, c := range cues {
		last := c.to == len(tokens)
		switch {
		case c.class.things(), c.class.judges():
			v += sign(strengths[c.class])
			if last && c.from > 0 {
				v = sign(strengths[c.class]) // the noun decides: trade barriers
			}
			if c.class.things() {
				of = c.class
			}
		case c.class == bans && last:
			return 1, measures // nuclear disarmament
		case (c.class == breaches || c.class == harms) && last:
			return -1, badThings // annexation
		}
		measure = measure || c.class == measures || c.class == bans
	}
	if v == 0 && measure {
		return 1, measures
	}
	return sign(v), of
}

func valueOf(c cue) float64 {
	if c.class == measures {
		return 1
	}
	return sign(strengths[c.class])
}

// WithWeights returns tables that weigh the named rules otherwise.
func (t *Tables) WithWeights(weights map[string]float64) *Tables {
	out := &Tables{grammars: t.grammars, shipped: t.shipped}
	rules := slices.Clone(t.rules)
	for i, r := range rules {
		if w, ok := weights[r.ID]; ok {
			rules[i].Weight = w
		}
	}
	out.setRules(rules)
	return out
}

// steers is the classes that steer; the other classes of a file carry opinions.
var steers = []class{
	negator, despite, without, must, may, whenever, others, somebody, believes, self, copula, joins, opens, turns, infinite, points, pronoun, past, withheld, asks, persons,
}

func newSteering() map[class]*words {
	out := map[class]*words{}
	for _, c := range steers {
		out[c] = newWords()
	}
	out[despite], out[without] = out[negator], out[negator]
	return out
}

func loadGrammar(fsys fs.FS, file string) (*grammar, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	var f lexiconFile
	if err := yaml.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	g := &grammar{
		language: f.Language, we: f.We, free: f.Order != "svo", last: f.Order == "verb last",
		opinions: newWords(), steering: newSteering(), force: newWords(), certainty: newWords(),
		group: map[string]int{}, ignored: map[string]bool{}, small: map[string]bool{}, demonyms: map[string]string{}, names: map[string]string{"european union": "EU", "russian federation": "RUS", "islamic republic": "IRN"},
	}
	for _, name := range slices.Sorted(maps.Keys(f.Words)) {
		c, list := class(name), f.Words[name]
		_, opinion := strengths[c]
		switch {
		case opinion:
			g.opinions.add(c, list)
		case slices.Contains(steers, c):
			g.steering[c].add(c, list)
		default:
			return nil, fmt.Errorf("no class of words is called %q", c)
		}
	}
	for _, level := range slices.Sorted(maps.Keys(f.Force)) {
		g.force.add(class(level), f.Force[level])
	}
	for _, level := range slices.Sorted(maps.Keys(f.Certainty)) {
		g.certainty.add(class(level), f.Certainty[level])
	}
	for list := range strings.SplitSeq(f.Same, ";") {
		g.same = append(g.same, strings.Fields(list))
		for _, w := range strings.Fields(list) {
			g.group[fold(w)] = len(g.same)
		}
	}
	for w := range strings.SplitSeq(f.Ignore, ",") {
		g.ignored[fold(strings.TrimSpace(w))] = true
	}
	for w := range g.ignored {
		g.small[w] = len(g.steering[must].starting(w)) == 0 && len(g.steering[copula].starting(w)) == 0 && w != "will" && w != "would"
	}
	for pair := range strings.SplitSeq(f.Demonyms, ",") {
		if w := strings.Fields(pair); len(w) == 2 {
			g.demonyms[fold(w[0])] = w[1]
		}
	}
	g.addPlaces()
	return g, nil
}

// grammar returns what is known of a language; for one without a table, nothing.
func (t *Tables) grammar(l text.Language) *grammar {
	if g := t.grammars[l]; g != nil {
		return g
	}
	return noGrammar
}

var noGrammar = &grammar{opinions: newWords(), steering: newSteering(), force: newWords(), certainty: newWords()}
