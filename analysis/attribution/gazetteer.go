package attribution

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// known is a state, body or group that people speak for.
type known struct {
	id, kind, name string
}

// gazetteer finds names of states and bodies, their adjectives, capitals and houses of government.
// States come from entity; what stands for whom when it speaks (Brussels for the EU) is its own.
type gazetteer struct {
	entities *entity.Tables
	stands   map[string]string // value of entity → actor, "" for what never speaks
	own      map[rune][]entry  // longest first
	bodies   map[string]known
}

type entry struct {
	form  string
	actor string
}

// mention is a known name in a text.
type mention struct {
	text.Span
	id   string
	role entity.Role
}

// loadGazetteer reads actors.tsv.
func loadGazetteer(fsys fs.FS, entities *entity.Tables) (*gazetteer, error) {
	g := &gazetteer{entities: entities, stands: map[string]string{}, own: map[rune][]entry{}, bodies: map[string]known{}}
	data, err := fs.ReadFile(fsys, "attribution/actors.tsv")
	if err != nil {
		return nil, err
	}
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		fields := strings.Split(string(line), "\t")
		if len(fields) != 5 {
			return nil, fmt.Errorf("actors.tsv line %d: %d fields, want 5", n+1, len(fields))
		}
		g.add(known{fields[0], fields[1], fields[2]}, fields[3], fields[4])
	}
	for _, list := range g.own {
		slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(len(b.form), len(a.form)) })
	}
	return g, nil
}

func (g *gazetteer) add(a known, values, forms string) {
	id := a.id
	if a.kind == "none" {
		id = ""
	} else {
		g.bodies[id] = a
	}
	for value := range strings.SplitSeq(values, "|") {
		g.stands[value] = id
	}
	for form := range strings.SplitSeq(forms, "|") {
		if form != "" {
			first := firstRune(form)
			g.own[first] = append(g.own[first], entry{form, id})
		}
	}
}

// actor describes a state, body or group by its identifier.
func (g *gazetteer) actor(id string) (known, bool) {
	if g == nil || id == "" {
		return known{}, false
	}
	if b, ok := g.bodies[id]; ok {
		return b, true
	}
	if name := g.entities.StateName(id, "en"); name != id {
		return known{id, "state", name}, true
	}
	return known{}, false
}

// scan returns the known names in s in order, without overlaps; dates are left to dates.
func (g *gazetteer) scan(s string, language text.Language) (names []mention, dates []entity.Mention) {
	if g == nil {
		return nil, nil
	}
	own := g.scanOwn(s, language)
	for _, m := range g.entities.Find(s, language) {
		switch m.Kind {
		case entity.Date:
			dates = append(dates, m)
		case entity.Name:
			id, mapped := g.stands[m.Value]
			if !mapped {
				id = m.Value
			}
			if id != "" && !slices.ContainsFunc(nearby(own, m.Start), func(o mention) bool { return o.Overlaps(m.Span) }) {
				names = append(names, mention{m.Span, id, m.Role})
			}
		}
	}
	names = append(names, own...)
	slices.SortFunc(names, func(a, b mention) int { return cmp.Compare(a.Start, b.Start) })
	return names, dates
}

// nearby is the mentions that may touch the byte.
func nearby(list []mention, at int) []mention {
	i, _ := slices.BinarySearchFunc(list, at, func(m mention, at int) int { return cmp.Compare(m.Start, at) })
	return list[max(0, i-1):min(len(list), i+2)]
}

func (g *gazetteer) scanOwn(s string, language text.Language) []mention {
	var out []mention
	free := true // a word begins here
	for at := 0; at < len(s); {
		c, size := utf8.DecodeRuneInString(s[at:])
		if list := g.own[c]; list != nil && (free || language.Spaceless()) {
			if e, ok := longestAt(list, s, at, language); ok {
				if e.actor != "" {
					out = append(out, mention{Span: text.Span{Start: at, End: at + len(e.form)}, id: e.actor, role: entity.Seat})
				}
				at += len(e.form)
				free = false
				continue
			}
		}
		free = !unicode.IsLetter(c) && !unicode.IsDigit(c)
		at += size
	}
	return out
}

func longestAt(list []entry, s string, at int, language text.Language) (entry, bool) {
	for _, e := range list {
		if strings.HasPrefix(s[at:], e.form) && (language.Spaceless() || endsWord(s, at+len(e.form))) {
			return e, true
		}
	}
	return entry{}, false
}

func endsWord(s string, at int) bool {
	c, _ := utf8.DecodeRuneInString(s[at:])
	return at >= len(s) || !unicode.IsLetter(c) && !unicode.IsDigit(c)
}
