package positions

import (
	"slices"
	"strings"

	"hexapla/analysis/text"
)

// Reading says what it means for an issue's proposition that somebody is for what a phrase names.
type Reading struct {
	Phrase string
	Side   float64 // +1: who supports or praises it is for the proposition, −1: against it
	Chosen bool    // a person said so, the program did not read it
}

// Readings reads an issue as Code does, and tells of each of its phrases on which side it stands. A
// proposition that is read wrongly turns round all that is coded on it, and is seen here at a glance.
func (t *Tables) Readings(issue Issue, m *text.Model) []Reading {
	targets := map[text.Language]*target{}
	var out []Reading
	for _, words := range issue.phrases() {
		if strings.TrimSpace(words) == "" {
			continue
		}
		lang := t.guess(words, m)
		if targets[lang] == nil {
			targets[lang] = t.target(&issue, t.grammar(lang), newStemmer(m, lang))
		}
		at := slices.IndexFunc(targets[lang].phrases, func(p phrase) bool { return p.of == words })
		out = append(out, Reading{words, targets[lang].phrases[at].toward.side(), issue.chosen(words) != 0})
	}
	return out
}

// Stand is the issue with one of its phrases put on a side, whatever the program reads: +1 or −1 as in
// Reading, 0 for as the program reads it.
func (i Issue) Stand(phrase string, side float64) Issue {
	without := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(p string) bool { return p == phrase })
	}
	i.For, i.Against = without(i.For), without(i.Against)
	switch {
	case side > 0:
		i.For = append(i.For, phrase)
	case side < 0:
		i.Against = append(i.Against, phrase)
	}
	if !slices.Contains(i.About, phrase) {
		i.About = append(slices.Clone(i.About), phrase)
	}
	return i
}

// phrases are all phrases that speak of the issue.
func (i Issue) phrases() []string {
	out := slices.Clone(i.About)
	for _, p := range slices.Concat(i.For, i.Against) {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// chosen is the side that a person put a phrase on, 0 if none did.
func (i Issue) chosen(phrase string) float64 {
	switch {
	case slices.Contains(i.For, phrase):
		return 1
	case slices.Contains(i.Against, phrase):
		return -1
	}
	return 0
}

// side is on which side of the proposition the friends of a thing stand.
func (t toward) side() float64 {
	if t.act != 0 {
		return sign(t.act)
	}
	return sign(t.judge)
}

// put turns round what words about a thing mean where a person says that they stand on the other side.
func (t toward) put(side float64) toward {
	if side == 0 || side == t.side() {
		return t
	}
	if t.side() == 0 {
		return toward{act: side, judge: side}
	}
	t.act, t.judge, t.person, t.foe = -t.act, -t.judge, false, false
	return t
}
