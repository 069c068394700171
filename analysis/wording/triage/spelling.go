package triage

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis/entity"
	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
)

// spelling is how often a version writes a name so, and where first.
type spelling struct {
	name string
	row  int
	span text.Span
	n    int
}

// spellings judges names that one version writes in two ways: the rows' differences say which
// spellings stand for one name, and names alike in letters are one as well.
func (r *rows) spellings(v int, found []spelling) []Difference {
	var out []Difference
	for i, a := range found {
		for _, b := range found[i+1:] {
			if !r.oneName(a.name, b.name) {
				continue
			}
			d := Difference{
				Row: b.row, Kind: Spelling, Departs: []int{v},
				Readings: []Reading{{v, b.span}},
			}
			d.Say(phrase.Of("%s spells one name in two ways: %s (row %d) and %s (row %d)", r.in.Versions[v].Siglum, phrase.Words(a.name), a.row+1, phrase.Words(b.name), b.row+1))
			d.Severity, d.Evidence = r.o.Tables.severity([]weigh{{"spelling.inconsistent", 1, a.name + " / " + b.name}})
			out = append(out, d)
		}
	}
	return out
}

// namesOf lists the unknown names of a version in the order of first mention, as runs of one word.
func (r *rows) namesOf(v int) []spelling {
	var out []spelling
	at := map[string]int{}
	version := r.in.Versions[v]
	if version.Language.Spaceless() || version.Language == "de" || r.in.Versions[v].Language.RightToLeft() {
		return nil
	}
	for n, row := range r.in.Rows {
		if v >= len(row.Segments) || len(row.Segments[v]) == 0 {
			continue
		}
		s := r.vocabulary.sentence(v, version, row.Segments[v])
		for i := range s.words {
			w := &s.words[i]
			if !w.isName(s) || w.mention >= 0 || w.known && w.entry != nil && r.named[w.norm] == "" || len(w.norm) < 4 {
				continue
			}
			if k, ok := at[w.norm]; ok {
				out[k].n++
				continue
			}
			at[w.norm] = len(out)
			out = append(out, spelling{name: strings.TrimSuffix(strings.TrimSuffix(w.surface, "'s"), "’s"), row: n, span: w.Span, n: 1})
		}
	}
	return out
}

// oneName reports whether two spellings are of one name: a row showed them in one place, or their
// letters are nearly the same.
func (r *rows) oneName(a, b string) bool {
	x, y := strings.ToLower(a), strings.ToLower(b)
	if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
		return false // a plural, an adjective
	}
	if g := r.named[x]; g != "" && g == r.named[y] {
		return true
	}
	return len(x) > 4 && len(y) > 4 && x[0] == y[0] && entity.Likeness(a, b) > 0.95
}

// learn notes the spellings that a row showed to be of one name.
func (r *rows) learn(spellings []string) {
	groups := map[string]bool{}
	root := ""
	for i, s := range spellings {
		s = strings.ToLower(s)
		if g := r.named[s]; g != "" {
			groups[g] = true
			s = min(s, g)
		}
		if i == 0 || s < root {
			root = s
		}
	}
	for name, g := range r.named {
		if groups[g] {
			r.named[name] = root
		}
	}
	for _, s := range spellings {
		r.named[strings.ToLower(s)] = root
	}
}

// manyNamed lists the names that the versions together write in three ways or more: once for each,
// where it is first mentioned.
func (r *rows) manyNamed(names [][]spelling) []Difference {
	mentions := map[string][]mentioned{} // by group of spellings
	for v, found := range names {
		for _, s := range found {
			if g := r.named[strings.ToLower(s.name)]; g != "" {
				mentions[g] = append(mentions[g], mentioned{v, s})
			}
		}
	}
	var out []Difference
	for _, all := range mentions {
		if d, ok := r.listing(all); ok {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b Difference) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Reason, b.Reason)) })
	return out
}

// mentioned is the first place where a version spells a name so.
type mentioned struct {
	version int
	spelling
}

// listing says which versions spell one name how; ok only if there are three spellings or more.
func (r *rows) listing(all []mentioned) (d Difference, ok bool) {
	by := map[string][]mentioned{}
	for _, m := range all {
		by[m.name] = append(by[m.name], m)
	}
	if len(by) < 3 {
		return d, false
	}
	var spellings []string
	for name := range by {
		spellings = append(spellings, name)
	}
	slices.SortFunc(spellings, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(by[b]), len(by[a])), cmp.Compare(a, b))
	})
	var clauses phrase.Clauses
	for _, name := range spellings {
		var sigla phrase.Names
		for _, m := range by[name] {
			sigla = append(sigla, r.in.Versions[m.version].Siglum)
		}
		clauses = append(clauses, phrase.Of("%[2]s has %[3]s | %[2]s have %[3]s", len(sigla), sigla, phrase.Words(name)))
	}
	d = Difference{Row: all[0].row, Kind: Spelling}
	for _, m := range all {
		d.Row = min(d.Row, m.row)
	}
	for _, m := range all { // ascending by version, each version's first mention first
		if n := len(d.Readings); n == 0 || d.Readings[n-1].Version != m.version {
			d.Readings = append(d.Readings, Reading{m.version, m.span})
			if m.name != spellings[0] {
				d.Departs = append(d.Departs, m.version)
			}
		}
	}
	d.Say(phrase.Of("one name, %d spellings", len(spellings)), phrase.Of("%s", clauses))
	d.Severity, d.Evidence = r.o.Tables.severity([]weigh{{"spelling.many", 1, strings.Join(spellings, " / ")}})
	return d, true
}
