package attribution

import (
	"bytes"
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// known is a state or body of the tables.
type known struct {
	id, kind, name string
}

// gazetteer finds names of states and bodies, their adjectives, capitals and houses of government.
type gazetteer struct {
	byFirst map[rune][]entry // longest first
}

type entry struct {
	form  string
	actor known
}

// mention is a known name in a text.
type mention struct {
	text.Span
	known
}

// loadGazetteer reads actors.tsv: id, kind, name, forms parted by "|".
func loadGazetteer(fsys fs.FS) (*gazetteer, error) {
	data, err := fs.ReadFile(fsys, "attribution/actors.tsv")
	if err != nil {
		return nil, err
	}
	g := &gazetteer{byFirst: map[rune][]entry{}}
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		fields := strings.Split(string(line), "\t")
		if len(fields) < 4 {
			return nil, fmt.Errorf("actors.tsv line %d: %d fields", n+1, len(fields))
		}
		actor := known{fields[0], fields[1], fields[2]}
		for _, form := range append(strings.Split(fields[3], "|"), fields[2], fields[0]) {
			if form = strings.TrimSpace(form); form != "" {
				g.add(form, actor)
			}
		}
	}
	g.sort()
	return g, nil
}

func (g *gazetteer) add(form string, a known) {
	first := firstRune(form)
	g.byFirst[first] = append(g.byFirst[first], entry{form, a})
}

func (g *gazetteer) sort() {
	for _, list := range g.byFirst {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].form) > len(list[j].form) })
	}
}

// scan returns the known names in s, longest first where they overlap, in order.
func (g *gazetteer) scan(s string, language text.Language) []mention {
	if g == nil {
		return nil
	}
	var out []mention
	free := true // a word begins here
	for at := 0; at < len(s); {
		c, size := utf8.DecodeRuneInString(s[at:])
		if free || language.Spaceless() {
			if e, ok := g.at(s, at, c, language); ok {
				out = append(out, mention{text.Span{Start: at, End: at + len(e.form)}, e.actor})
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

func (g *gazetteer) at(s string, at int, c rune, language text.Language) (entry, bool) {
	for _, e := range g.byFirst[c] {
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
