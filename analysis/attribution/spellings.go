package attribution

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// agree names a person alike in all documents: of several spellings (Araghchi, Araqchi) the one most
// used, and, where a document does not say whom he speaks for, what the others say. What the user
// has merged, split or renamed is left alone.
func (c *cast) agree(statements []Statement) {
	chosen := map[string]bool{}
	for _, into := range c.corrections.Merged {
		chosen[into] = true
	}
	byKey := map[string][]*Actor{}
	for _, id := range slices.Sorted(maps.Keys(c.seen)) {
		if a := c.seen[id]; a.Kind == "person" && !c.corrections.Split[id] && !chosen[id] {
			if key := spelling(id); key != "" {
				byKey[key] = append(byKey[key], a)
			}
		}
	}
	names := map[string]string{}
	for _, group := range byKey {
		best := slices.MaxFunc(group, func(a, b *Actor) int { return cmp.Or(cmp.Compare(a.Count, b.Count), cmp.Compare(b.ID, a.ID)) })
		for _, a := range group {
			if best.For == "" || best.For == best.ID {
				best.For = a.For
			}
			names[a.ID] = best.ID
			if a != best {
				best.Aliases = append(best.Aliases, a.ID)
				best.Count += a.Count
				best.Role = cmp.Or(best.Role, a.Role)
				for _, x := range a.Tenures {
					best.Tenures = addTenure(best.Tenures, c.t, x)
				}
				delete(c.seen, a.ID)
			}
		}
	}
	across := c.kin()
	for i := range statements {
		s := &statements[i]
		name, known := names[s.Speaker]
		name = cmp.Or(name, s.Speaker)
		if into := across[name]; into != "" {
			name, known = into, true
		}
		a := c.seen[name]
		if !known || a == nil {
			continue
		}
		own := s.Actor == s.Speaker
		s.Speaker = name
		if own {
			s.Actor = cmp.Or(forOn(a.Tenures, s.Date), a.For, name)
		}
	}
}

// spelling is a key that spellings of one name share: its consonants, as far as transliterations
// agree on them. Short parts, where vowels tell people apart (Wang Yi, Wang Yu), are kept whole; a
// name of one part has no key.
func spelling(name string) string {
	parts := strings.Fields(strings.ToLower(strings.NewReplacer("-", "", "’", "", "'", "").Replace(name)))
	if len(parts) < 2 {
		return ""
	}
	for i, p := range parts {
		if bones := consonants(p); len(bones) >= 3 {
			parts[i] = bones
		}
	}
	return parts[0] + " " + parts[len(parts)-1]
}

// alike are letters and pairs that transliterations exchange.
var alike = strings.NewReplacer("kh", "k", "gh", "k", "q", "k", "ck", "k", "ph", "f", "zh", "j", "dzh", "j", "dj", "j", "w", "v", "tz", "z", "ts", "z", "sch", "sh")

func consonants(word string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range alike.Replace(word) {
		if strings.ContainsRune("aeiouyäöüáéíóúâêîôûāēīōū", r) || r == last {
			last = r
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
