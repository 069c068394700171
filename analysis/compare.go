package analysis

import (
	"fmt"
	"slices"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/collate"
	"hexapla/analysis/wording/triage"
)

// comparisons compares the versions of every story that has at least two.
func (d *derivation) comparisons(s article.State, versions []Version, groups []StoryGroup) []Comparison {
	var out []Comparison
	for _, story := range append(d.stories(versions), found(groups, versions)...) {
		if d.err != nil {
			return out
		}
		out = append(out, d.comparison(s, versions, story))
	}
	return out
}

// story is the versions that render the same text.
type story struct {
	name    string
	members []int
	found   bool // by the machine
}

// stories groups versions by the story that their metadata name, in the order of first mention.
func (d *derivation) stories(versions []Version) []story {
	var out []story
	at := map[string]int{}
	for i, v := range versions {
		name := v.Article.Meta.Story.Value
		if d.options.OneStory {
			name = ""
		} else if name == "" {
			continue
		}
		n, known := at[name]
		if !known {
			n = len(out)
			at[name] = n
			out = append(out, story{name: name})
		}
		out[n].members = append(out[n].members, i)
	}
	compared := out[:0]
	for _, s := range out {
		if len(s.members) > 1 || d.options.OneStory {
			compared = append(compared, s)
		}
	}
	return compared
}

// comparison aligns, collates and triages one story.
func (d *derivation) comparison(s article.State, versions []Version, st story) Comparison {
	c := Comparison{Story: st.name, Found: st.found, Versions: st.members}
	columns := make([]Version, len(st.members))
	for i, m := range st.members {
		columns[i] = versions[m]
	}
	c.Sigla = sigla(columns)
	c.Rows = d.rows(s, columns)
	if d.wants(Collation) {
		c.Entries = d.entries(columns, c.Rows)
	}
	if d.wants(Differences | Words) {
		in := weighed(s, columns, c)
		in.Lines = d.options.ByLine
		if d.wants(Differences) {
			c.Differences = d.differences(in, columns)
		}
		if d.wants(Words) {
			c.Links = d.links(in)
		}
	}
	return c
}

// sigla names the columns: a letter each, the language's code where it is the only one of it and
// not English, as in "A, B, ZH".
func sigla(columns []Version) []string {
	count := map[text.Language]int{}
	for _, v := range columns {
		count[v.Language]++
	}
	out := make([]string, len(columns))
	letter := 0
	for i, v := range columns {
		if count[v.Language] == 1 && v.Language != "en" && v.Language != "" {
			out[i] = strings.ToUpper(string(v.Language))
			continue
		}
		if letter < 26 {
			out[i] = string(rune('A' + letter))
		} else {
			out[i] = fmt.Sprintf("%c%d", 'A'+letter%26, letter/26)
		}
		letter++
	}
	return out
}

func (d *derivation) rows(s article.State, columns []Version) []align.Row {
	if d.options.ByLine || oneEach(columns) {
		return byLine(columns)
	}
	o := align.RowOptions{Options: align.Options{Model: d.resources.Text, Lexicons: d.resources.Lexicons}}
	for _, p := range s.Pins {
		if segments, ok := anchored(p.Sides, columns); ok {
			o.PinnedRows = append(o.PinnedRows, align.PinnedRow{Segments: segments, Moved: p.Moved})
		}
	}
	for _, p := range s.Apart {
		if segments, ok := anchored(p.Sides, columns); ok {
			o.ApartRows = append(o.ApartRows, align.PinnedRow{Segments: segments})
		}
	}
	rows, err := derived(d.memo, key("rows", hashes(columns), o.PinnedRows, o.ApartRows), func() ([]align.Row, error) {
		sides := make([]align.Side, len(columns))
		for i, v := range columns {
			sides[i] = align.Side{Text: v.Article.Text, Language: v.Language, Segments: v.Segments, Paragraphs: v.Paragraphs}
		}
		return align.Rows(d.ctx, sides, o, d.stage("aligning"))
	})
	d.fail(err)
	return rows
}

// oneEach reports whether no version has more than one segment: who says that they are one story
// has said which segments correspond.
func oneEach(columns []Version) bool {
	return !slices.ContainsFunc(columns, func(v Version) bool { return len(v.Segments) > 1 })
}

// byLine lets line n of every version correspond.
func byLine(columns []Version) []align.Row {
	n := 0
	for _, v := range columns {
		n = max(n, len(v.Segments))
	}
	rows := make([]align.Row, n)
	for i := range rows {
		rows[i] = align.Row{Segments: make([][]int, len(columns)), Score: 1, Origin: align.Pinned, Moved: make([]bool, len(columns))}
		for c, v := range columns {
			if i < len(v.Segments) && !v.Segments[i].Empty() {
				rows[i].Segments[c] = []int{i}
			}
		}
	}
	return rows
}

// anchored finds the segments that anchors lie in, by column; false unless two columns are named.
func anchored(sides []article.Anchor, columns []Version) ([][]int, bool) {
	out := make([][]int, len(columns))
	named := map[int]bool{}
	for _, a := range sides {
		for c, v := range columns {
			if v.Article.ID != a.Article {
				continue
			}
			place, ok := a.Resolve(v.Article.Text)
			if !ok {
				return nil, false
			}
			for i, s := range v.Segments {
				if s.Overlaps(place) {
					out[c] = append(out[c], i)
					named[c] = true
				}
			}
		}
	}
	return out, len(named) > 1
}

func (d *derivation) entries(columns []Version, rows []align.Row) []collate.Entry {
	entries, err := derived(d.memo, key("entries", hashes(columns), rows, d.options.Fold, d.options.ByBlanks), func() ([]collate.Entry, error) {
		witnesses := make([]collate.Witness, len(columns))
		for i, v := range columns {
			witnesses[i] = d.witness(v)
		}
		return collate.Rows(d.ctx, witnesses, rows, collate.Options{})
	})
	d.fail(err)
	return entries
}

func (d *derivation) witness(v Version) collate.Witness {
	w := collate.Witness{Text: v.Article.Text, Language: v.Language, Segments: v.Segments}
	for _, t := range d.tokens(v) {
		if t.Kind != text.Space {
			w.Tokens = append(w.Tokens, t)
			w.Norms = append(w.Norms, d.resources.Text.Norm(t.Of(v.Article.Text), v.Language, d.options.Fold))
		}
	}
	return w
}

func (d *derivation) tokens(v Version) []text.Token {
	if d.options.ByBlanks {
		return byBlanks(v.Article.Text)
	}
	return d.resources.Text.Tokens(v.Article.Text, v.Language)
}

// byBlanks takes every run of characters other than white space for a word.
func byBlanks(s string) []text.Token {
	var out []text.Token
	for at := 0; at < len(s); {
		blank := strings.IndexAny(s[at:]+" ", " \t\r\n")
		if blank > 0 {
			out = append(out, text.Token{Span: text.Span{Start: at, End: at + blank}})
		}
		at += blank + 1
	}
	return out
}

// weighed is the input of triage: the columns with what the user decided about words.
func weighed(s article.State, columns []Version, c Comparison) triage.Input {
	in := triage.Input{Rows: c.Rows, Aliases: aliases(s)}
	for _, same := range s.Same {
		in.Same = append(in.Same, [2]string{same.A, same.B})
	}
	for _, t := range s.Terms {
		in.Glossary = append(in.Glossary, triage.GlossaryEntry{
			Source: t.Source, Target: t.Target, From: text.Language(t.From), To: text.Language(t.To),
		})
	}
	for i, v := range columns {
		in.Versions = append(in.Versions, triage.Version{
			Siglum: c.Sigla[i], Text: v.Article.Text, Language: v.Language, Segments: v.Segments, Original: v.Article.Meta.Role.Value == "original",
		})
	}
	return in
}

func (d *derivation) differences(in triage.Input, columns []Version) []triage.Difference {
	var originals []bool
	var sigla []string
	for _, v := range in.Versions {
		originals, sigla = append(originals, v.Original), append(sigla, v.Siglum)
	}
	k := key("differences", hashes(columns), sigla, originals, in.Rows, in.Same, in.Glossary, in.Aliases, in.Lines)
	differences, err := derived(d.memo, k, func() ([]triage.Difference, error) {
		return triage.Differences(d.ctx, in, d.triageOptions(), d.stage("weighing differences"))
	})
	d.fail(err)
	return d.heeding(columns, differences)
}

// aliases returns the groups of names that the user merged, in a fixed order.
func aliases(s article.State) [][]string {
	groups := map[string][]string{}
	for _, from := range sortedKeys(s.Merged) {
		into := s.Merged[from]
		groups[into] = append(groups[into], from)
	}
	var out [][]string
	for _, into := range sortedKeys(groups) {
		out = append(out, append([]string{into}, groups[into]...))
	}
	return out
}

func hashes(columns []Version) []string {
	var out []string
	for _, v := range columns {
		out = append(out, fmt.Sprint(textHash(v.Article.Text), v.Language, v.Article.Lines))
	}
	return out
}

func (d *derivation) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}
