package formats

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// parallel is segments of several versions that correspond row by row: a translation memory, a file
// of translation units, a ladder.
type parallel struct {
	format   kind
	encoding string
	name     string // of the text, where a file holds several
	sides    []version
	rows     [][]string // by row and side
	notes    []string
}

// version is one side of a parallel text.
type version struct {
	key      string // how the file names it
	language string
	role     string
}

// mostLinks bounds the links made: what is larger is a memory of many texts, not versions of one.
const mostLinks = 20_000

// found makes an article of each side, a segment a line, and pins the lines of a row together.
func (p *parallel) found(in input) (found, error) {
	f := found{notes: p.notes}
	spans := make([][]text.Span, len(p.sides))
	for i, side := range p.sides {
		d := document{part: strings.TrimSpace(p.name + " " + side.key), format: p.format, encoding: p.encoding, lines: true}
		d.text, spans[i] = p.lines(i)
		d.raw = []byte(d.text)
		d.meta.Language = markup(side.language)
		d.meta.Role = markup(side.role)
		d.meta.Story = markup(strings.TrimSpace(stem(in.name) + " " + p.name))
		if strings.TrimSpace(d.text) == "" {
			d.note("the file has no segment in this language")
		}
		f.documents = append(f.documents, d)
	}
	if len(p.rows) > mostLinks {
		f.notes = append(f.notes, fmt.Sprintf("of %d segments the first %d were linked", len(p.rows), mostLinks))
	}
	f.links = func(articles []article.Article) []article.Act { return p.links(articles, spans) }
	return f, nil
}

// lines joins a side's segments and says where each stands.
func (p *parallel) lines(side int) (string, []text.Span) {
	var b strings.Builder
	spans := make([]text.Span, len(p.rows))
	for i, row := range p.rows {
		spans[i].Start = b.Len()
		b.WriteString(oneLine(strings.ToValidUTF8(row[side], "\uFFFD")))
		spans[i].End = b.Len()
		b.WriteByte('\n')
	}
	return b.String(), spans
}

func (p *parallel) links(articles []article.Article, spans [][]text.Span) []article.Act {
	var out []article.Act
	for row := range p.rows[:min(len(p.rows), mostLinks)] {
		var sides []article.Anchor
		for i, a := range articles {
			if !spans[i][row].Empty() {
				sides = append(sides, article.AnchorAt(a.ID, a.Text, spans[i][row]))
			}
		}
		if len(sides) > 1 {
			out = append(out, article.PinLink{Sides: sides})
		}
	}
	return out
}

// stem is a file's name without its extension.
func stem(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[:i]
	}
	return name
}

// ladder returns the rows of a text that an aligner such as hunalign wrote: source, target and a
// score, parted by tabs. It is nil for any other text.
func ladder(s string) [][]string {
	var rows [][]string
	for l := range strings.Lines(s) {
		cells := strings.Split(strings.TrimRight(l, "\r\n"), "\t")
		if len(cells) != 3 {
			return nil
		}
		if _, err := strconv.ParseFloat(strings.TrimSpace(cells[2]), 64); err != nil {
			return nil
		}
		rows = append(rows, cells[:2])
	}
	return rows
}

var rung = regexp.MustCompile(`^\d+$`)

// readLadder reads an alignment with its sentences.
func readLadder(in input, rows [][]string, encoding string, o Options) (found, error) {
	numbers := 0
	for _, row := range rows {
		if rung.MatchString(row[0]) && rung.MatchString(row[1]) {
			numbers++
		}
	}
	if numbers == len(rows) {
		return found{}, in.refuse("holds the numbers of sentences, not the sentences; let the aligner write the text (hunalign -text), or pack it with both texts as ZIP")
	}
	p := parallel{format: "ladder", encoding: encoding, sides: []version{{key: "source"}, {key: "target"}}}
	for _, row := range rows {
		p.rows = append(p.rows, []string{strings.ReplaceAll(row[0], " ~~~ ", " "), strings.ReplaceAll(row[1], " ~~~ ", " ")})
	}
	return p.found(in)
}
