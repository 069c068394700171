package attribution

import (
	"cmp"
	"maps"
	"slices"
	"unicode"

	"hexapla/analysis/entity"
)

// Likely is another actor who may be the same person under another spelling.
type Likely struct {
	ID         string
	Confidence float64
}

// Above surely, and where state and office agree as well, two spellings are taken for one person;
// above maybe they are proposed to the user.
const (
	surely = 0.9
	maybe  = 0.45
)

// kin compares persons whose names are written in different scripts: 王群, Ван Цюнь, Wang Qun. Where
// name, state and office agree they are made one, under the spelling used most; where less agrees,
// each is proposed to the other, and the user decides. It returns the names that others stand for.
func (c *cast) kin() map[string]string {
	tables := c.t.entities()
	chosen := map[string]bool{}
	for from, into := range c.corrections.Merged {
		chosen[from], chosen[into] = true, true
	}
	groups := map[string][]*Actor{}
	for _, id := range slices.Sorted(maps.Keys(c.seen)) {
		if a := c.seen[id]; a.Kind == "person" {
			groups[scriptOf(id)] = append(groups[scriptOf(id)], a)
		}
	}
	names := map[string]string{}
	scripts := slices.Sorted(maps.Keys(groups))
	for i, x := range scripts {
		for _, y := range scripts[i+1:] {
			byKey := map[string][]*Actor{}
			for _, b := range groups[y] {
				for _, key := range tables.KinKeys(b.ID) {
					byKey[key] = append(byKey[key], b)
				}
			}
			for _, a := range groups[x] {
				seen := map[*Actor]bool{}
				for _, key := range tables.KinKeys(a.ID) {
					for _, b := range byKey[key] {
						if !seen[b] {
							seen[b] = true
							c.compare(tables, a, b, chosen, names)
						}
					}
				}
			}
		}
	}
	return c.joined(names)
}

// compare notes two actors as one, or as likely one.
func (c *cast) compare(tables *entity.Tables, a, b *Actor, chosen map[string]bool, names map[string]string) {
	if a.For != "" && b.For != "" && a.For != b.For && !sharesTenure(a, b) || c.corrections.Split[a.ID] || c.corrections.Split[b.ID] {
		return
	}
	sure := tables.Kin(a.ID, b.ID)
	if sure < maybe {
		return
	}
	offices := c.sharedOffice(a, b)
	sameState := a.For != "" && (a.For == b.For || sharesTenure(a, b))
	confidence := sure
	switch {
	case sameState && offices > 0:
		confidence = 1 - (1-sure)/2
	case offices < 0:
		confidence *= 0.8
	case !sameState:
		confidence *= 0.85
	}
	switch {
	case sure >= surely && sameState && offices > 0 && !chosen[a.ID] && !chosen[b.ID]:
		from, into := a, b
		if cmp.Or(cmp.Compare(a.Count, b.Count), cmp.Compare(b.ID, a.ID)) > 0 {
			from, into = b, a
		}
		if names[into.ID] == "" && names[from.ID] == "" {
			names[from.ID] = into.ID
		}
	case confidence >= maybe:
		a.Likely = append(a.Likely, Likely{b.ID, confidence})
		b.Likely = append(b.Likely, Likely{a.ID, confidence})
	}
}

// sharedOffice is 1 where two persons have had the same office, −1 where both are known and differ.
func (c *cast) sharedOffice(a, b *Actor) int {
	x, y := c.officesOf(a), c.officesOf(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if slices.ContainsFunc(x, func(o string) bool { return slices.Contains(y, o) }) {
		return 1
	}
	return -1
}

func (c *cast) officesOf(a *Actor) []string {
	out := c.t.offices(a.Role)
	for _, x := range a.Tenures {
		out = append(out, c.t.offices(x.Role)...)
	}
	return out
}

func sharesTenure(a, b *Actor) bool {
	return slices.ContainsFunc(a.Tenures, func(x Tenure) bool {
		return x.For != "" && slices.ContainsFunc(b.Tenures, func(y Tenure) bool { return x.For == y.For })
	})
}

// joined moves what is known about a spelling to the actor that it stands for.
func (c *cast) joined(names map[string]string) map[string]string {
	for _, from := range slices.Sorted(maps.Keys(names)) {
		for next, ok := names[names[from]]; ok; next, ok = names[names[from]] {
			names[from] = next
		}
		a, into := c.seen[from], c.seen[names[from]]
		into.Aliases = append(append(into.Aliases, a.ID), a.Aliases...)
		into.Count += a.Count
		into.For = cmp.Or(into.For, a.For)
		into.Role = cmp.Or(into.Role, a.Role)
		for _, x := range a.Tenures {
			into.Tenures = addTenure(into.Tenures, c.t, x)
		}
		delete(c.seen, from)
	}
	for _, a := range c.seen {
		a.Likely = slices.DeleteFunc(a.Likely, func(l Likely) bool { return c.seen[l.ID] == nil })
		slices.SortFunc(a.Likely, func(x, y Likely) int { return cmp.Or(cmp.Compare(y.Confidence, x.Confidence), cmp.Compare(x.ID, y.ID)) })
	}
	return names
}

// entities is the tables of names, nil without a gazetteer.
func (t *Tables) entities() *entity.Tables {
	if t == nil || t.names == nil {
		return nil
	}
	return t.names.entities
}

// scriptOf names the script of a name by its first letter.
func scriptOf(name string) string {
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Han, r):
			return "Han"
		case unicode.Is(unicode.Cyrillic, r):
			return "Cyrillic"
		case unicode.Is(unicode.Arabic, r):
			return "Arabic"
		case unicode.IsLetter(r):
			return "Latin"
		}
	}
	return ""
}
