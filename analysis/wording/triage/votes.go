package triage

import (
	"cmp"
	"slices"

	"hexapla/analysis/phrase"
)

// count is the votes on one difference.
type count struct {
	row      int
	base     *sentence
	voices   []voice
	main     *finding
	original *original
	family   family

	groups  map[string][]voice
	values  []string // the largest group first
	departs []int
}

// assemble counts the voices, hears the original and writes the reason.
func (r *rows) assemble(c *count) Difference {
	c.tally()
	d := Difference{Row: c.row, Kind: c.main.kind, Departs: c.departs}
	says := []phrase.Phrase{c.main.says}
	weighs := c.main.weighs
	if c.family == ofName && (c.main.kind == Spelling || c.manySpellings()) {
		r.learn(c.spellings())
	}
	if len(c.voices) > 2 {
		d.Kind = c.kind()
		if d.Kind == Spelling && c.main.kind == Name {
			weighs = []weigh{{"spelling.here", 1, ""}}
			says[0] = phrase.Of("one name, %d spellings", len(c.values))
		}
		says = append(says, r.says(c))
		weighs = append(c.witnessed(), weighs...)
	}
	more, words := c.hear()
	weighs = append(more, weighs...)
	if words != "" {
		says = append(says, because("the original has %s", words))
	}
	d.Say(says...)
	d.Severity, d.Evidence = r.o.Tables.severity(weighs)
	for _, v := range c.voices {
		d.Readings = append(d.Readings, Reading{v.sentence.version, v.span})
	}
	slices.SortFunc(d.Readings, func(a, b Reading) int { return cmp.Compare(a.Version, b.Version) })
	return d
}

// tally groups the voices by value; those that part from the largest group, or from the one that
// the original supports, depart. The original's silence or a version's contradicts nobody. Of two
// versions the second departs.
func (c *count) tally() {
	c.groups = map[string][]voice{}
	for _, v := range c.voices {
		if c.groups[v.value] == nil {
			c.values = append(c.values, v.value)
		}
		c.groups[v.value] = append(c.groups[v.value], v)
	}
	supported := map[string]bool{}
	contradicted := !slices.ContainsFunc(c.voices, func(v voice) bool { return v.span.Empty() })
	for _, value := range c.values {
		g := c.groups[value][0]
		supported[value] = contradicted && c.family != ofContent && c.original.says(g.sentence, g.at) != ""
	}
	slices.SortStableFunc(c.values, func(a, b string) int {
		if c := cmp.Compare(truth(supported[b]), truth(supported[a])); c != 0 {
			return c
		}
		if len(c.voices) == 2 {
			return 0
		}
		return cmp.Or(cmp.Compare(len(c.groups[b]), len(c.groups[a])), cmp.Compare(a, b))
	})
	for _, value := range c.values[1:] {
		for _, v := range c.groups[value] {
			c.departs = append(c.departs, v.sentence.version)
		}
	}
	slices.Sort(c.departs)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// kind names a one-sided difference by what most versions have, and a name in three spellings or
// more as what it is.
func (c *count) kind() Kind {
	k := c.main.kind
	if k == Name && c.manySpellings() {
		return Spelling
	}
	if k != Omission && k != Addition || !slices.Contains(c.departs, c.base.version) {
		return k
	}
	if k == Omission {
		return Addition
	}
	return Omission
}

// manySpellings reports whether one place has three names or more that no table knows: the same
// name, written by ear.
func (c *count) manySpellings() bool {
	names := 0
	for _, value := range c.values {
		v := c.groups[value][0]
		if v.at.empty() || known(v.sentence, v.at) != nil {
			continue
		}
		if w := &v.sentence.words[v.at.from]; w.capital {
			names++
		}
	}
	return names >= 3
}

// spellings lists the single words in which the versions write a name.
func (c *count) spellings() []string {
	var out []string
	for _, value := range c.values {
		if v := c.groups[value][0]; v.at.to == v.at.from+1 && v.sentence.words[v.at.from].capital {
			out = append(out, v.span.Of(v.sentence.text))
		}
	}
	return out
}

// witnessed weighs how the versions divide. Where one or two part from all others, they are wrong;
// where facts have several readings, the text is in dispute, unless some versions have none at all;
// where wording has, it is free.
func (c *count) witnessed() []weigh {
	if c.main.harmless(1) || c.kind() == Spelling {
		return []weigh{{"witness.harmless", 1, ""}}
	}
	share := float64(len(c.departs)) / float64(len(c.voices))
	out := []weigh{{"witness.few", max(0, 1-3*share), ""}}
	lacking := slices.ContainsFunc(c.voices, func(v voice) bool { return v.span.Empty() })
	feature := "witness.divided wording"
	switch c.family {
	case ofQuantity, ofName, ofNegation, ofModality, ofSaying:
		feature = "witness.divided facts"
		if !lacking || c.family != ofName {
			out = append(out, weigh{"witness.facts", 1, ""})
		}
	}
	if len(c.values) > 2 && !(lacking && feature == "witness.divided facts") {
		out = append(out, weigh{feature, 1, ""})
	}
	return append(out, weigh{"witness.many " + feature[16:], share, ""})
}

// hear asks the original: what that weighs, and its words.
func (c *count) hear() (weighs []weigh, words string) {
	if c.original == nil || c.main.kind == Cosmetic {
		return nil, ""
	}
	for _, value := range c.values {
		g := c.groups[value][0]
		if words := c.original.says(g.sentence, g.at); words != "" && !g.at.empty() {
			if c.family == ofQuantity || c.family == ofName {
				feature := "original.against"
				if slices.Contains(c.departs, g.sentence.version) {
					feature = "original.supports"
				}
				return []weigh{{feature, 1, words}}, words
			}
		}
	}
	if c.main.kind != Omission && c.main.kind != Addition {
		return nil, ""
	}
	v := c.original.translated(c.base, c.main.a)
	said := c.main.kind == Omission
	if !said {
		for _, voice := range c.voices {
			if !voice.at.empty() {
				v = c.original.translated(voice.sentence, voice.at)
			}
		}
	}
	departing := slices.Contains(c.departs, c.base.version) != said
	switch {
	case v.present > 0:
		feature := "original.has"
		if !departing {
			feature = "original.has what most lack"
		}
		return []weigh{{feature, 1, v.words}}, v.words
	case v.known > 0:
		return []weigh{{"original.lacks", 1, ""}}, ""
	}
	return nil, ""
}

// says says in words which reading how many versions have.
func (r *rows) says(c *count) phrase.Phrase {
	var parts phrase.Clauses
	for i, value := range c.values {
		g := slices.Clone(c.groups[value])
		slices.SortFunc(g, func(a, b voice) int { return cmp.Compare(a.sentence.version, b.sentence.version) })
		if i == 0 {
			parts = append(parts, phrase.Of("%d of %d has %s | %d of %d have %s", len(g), len(c.voices), shown(g[0])))
			continue
		}
		var sigla phrase.Names
		for _, v := range g {
			sigla = append(sigla, r.in.Versions[v.sentence.version].Siglum)
		}
		parts = append(parts, phrase.Of("%[2]s has %[3]s | %[2]s have %[3]s", len(g), sigla, shown(g[0])))
	}
	if len(parts) > 6 {
		parts = append(parts[:6], phrase.Of("others differ still"))
	}
	return phrase.Of("%s", parts)
}
