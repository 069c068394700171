package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

// difference is one triaged entry with what people said of it.
type difference struct {
	ID, RowID          string
	Number, Row        int // from 1
	Kind               triage.Kind
	Name, Badge, Dress string
	Severity           float64
	Reason             string
	Evidence           []string
	Readings           []reading
	Status, StatusName string
	Note, Coder        string
	MQM, MQMSeverity   string
	Shown              bool // changes the meaning, or was confirmed, and was not dismissed
	departs            []int
	places             []place
}

// reading is a version's wording in its context.
type reading struct {
	Siglum, Before, Text, After string
	Language                    text.Language
	Missing, Departs            bool
}

// place is where a difference lies in a column.
type place struct {
	column int
	text.Span
}

func (d difference) confirmed() int {
	if d.Status == analysis.Confirmed {
		return 1
	}
	return 0
}

// differences are those that the options let through, in the order of the text.
func (c *comparison) differences(r *analysis.Result, o Options, w words) []difference {
	x := &r.Comparisons[c.index]
	var out []difference
	for i, d := range x.Differences {
		review := c.reviews[i]
		e := difference{
			Number: i + 1, Row: d.Row + 1, ID: c.ID + "d" + strconv.Itoa(i+1), RowID: c.ID + "r" + strconv.Itoa(d.Row+1),
			Kind: d.Kind, Name: w.kind(d.Kind), Badge: d.Kind.Sign(), Dress: dressOf(d.Kind),
			Severity: d.Severity, Reason: w.reason(d), Status: review.Status, StatusName: w.optional("status " + review.Status),
			MQM: review.MQM, MQMSeverity: review.Severity, departs: d.Departs,
		}
		if !o.Include.WithoutNotes {
			e.Note, e.Coder = review.Note, review.Coder
		}
		for _, v := range d.Evidence {
			e.Evidence = append(e.Evidence, evidenceLine(w.tongue.Rule(v.Feature), v.Weight, v.Words))
		}
		for _, p := range d.Readings {
			e.places = append(e.places, place{p.Version, p.Span})
			e.Readings = append(e.Readings, newReading(r, x, d, p))
		}
		e.Shown = e.Status != analysis.Dismissed && (d.Severity >= triage.Shown || e.Status == analysis.Confirmed)
		if o.Include.ReviewedOnly && e.Status != analysis.Confirmed {
			continue
		}
		out = append(out, e)
	}
	return out
}

func evidenceLine(rule string, weight float64, words string) string {
	s := rule + " " + signed(weight)
	if words != "" {
		s += " (" + short(words, 60) + ")"
	}
	return s
}

func signed(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', 2, 64), "-", "−", 1)
}

// newReading gives a reading some words of context from its sentence.
func newReading(r *analysis.Result, x *analysis.Comparison, d triage.Difference, p triage.Reading) reading {
	v := r.Versions[x.Versions[p.Version]]
	s := v.Article.Text
	out := reading{
		Siglum: x.Sigla[p.Version], Text: s[p.Start:p.End], Language: v.Language, Missing: p.Empty(),
		Departs: slices.Contains(d.Departs, p.Version),
	}
	from, to := p.Start, p.End
	for _, segment := range v.Segments {
		if segment.Overlaps(p.Span) || segment.Contains(p.Span) {
			from, to = min(from, segment.Start), max(to, segment.End)
		}
	}
	out.Before, out.After = tail(s[from:p.Start], beside), head(s[p.End:to], beside)
	return out
}

// beside is how many characters stand on each side of a reading.
const beside = 48

// head and tail cut a text at words; the blanks at the cut stay.
func head(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most])
	if blank := strings.LastIndexByte(cut, ' '); blank > 0 {
		cut = cut[:blank]
	}
	return cut + "…"
}

func tail(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[len(runes)-most:])
	if blank := strings.IndexByte(cut, ' '); blank >= 0 && blank < len(cut)-1 {
		cut = cut[blank+1:]
	}
	return "…" + cut
}

// row is a line of the comparison.
type row struct {
	ID        string
	Number    int
	Cells     []cell
	Score     float64
	Uncertain bool
	Meaning   bool // has a difference that changes the meaning
}

// cell is what a version has in a row.
type cell struct {
	Siglum   string
	Language text.Language
	Pieces   []piece
	Missing  bool
	Moved    bool
}

// piece is a stretch of text with the difference it belongs to; Dress is empty for plain text.
type piece struct {
	Text, Dress, Tip, ID string
	Number               int
	Meaning              bool
}

// uncertain is the score below which an alignment wants to be looked at.
const uncertain = 0.5

func (c *comparison) rows(r *analysis.Result, all []difference, o Options) []row {
	x := &r.Comparisons[c.index]
	byRow := map[int][]difference{}
	for _, d := range all {
		if d.Shown || o.Include.Folded && d.Status != analysis.Dismissed {
			byRow[d.Row] = append(byRow[d.Row], d)
		}
	}
	var out []row
	for i, a := range x.Rows {
		line := row{ID: c.ID + "r" + strconv.Itoa(i+1), Number: i + 1, Score: a.Score, Uncertain: a.Score < uncertain}
		dressed := slices.Clone(byRow[i+1])
		line.Meaning = slices.ContainsFunc(dressed, func(d difference) bool { return d.Shown })
		slices.SortStableFunc(dressed, func(a, b difference) int { return cmp.Compare(b.Severity, a.Severity) })
		for column, v := range x.Versions {
			line.Cells = append(line.Cells, newCell(r.Versions[v], a.Segments[column], column, dressed))
			line.Cells[column].Siglum = x.Sigla[column]
			line.Cells[column].Moved = column < len(a.Moved) && a.Moved[column]
		}
		out = append(out, line)
	}
	return out
}

// newCell cuts the segments of a row into pieces. Where differences overlap, the severest has the words.
func newCell(v analysis.Version, segments []int, column int, dressed []difference) cell {
	c := cell{Language: v.Language, Missing: len(segments) == 0}
	for i, n := range segments {
		if i > 0 {
			c.Pieces = append(c.Pieces, piece{Text: between(v, segments[i-1], n)})
		}
		c.Pieces = append(c.Pieces, pieces(v.Article.Text, v.Segments[n], column, dressed)...)
	}
	return c
}

// between is what parts two segments of one cell: a blank if they are neighbours.
func between(v analysis.Version, a, b int) string {
	switch {
	case b != a+1:
		return " … "
	case v.Segments[a].End == v.Segments[b].Start:
		return ""
	}
	return " "
}

// stretch is a place with the difference that dresses it.
type stretch struct {
	text.Span
	of difference
}

func pieces(s string, segment text.Span, column int, dressed []difference) []piece {
	var taken []stretch
	for _, d := range dressed {
		for _, p := range d.places {
			if p.column != column || p.Start < segment.Start || p.End > segment.End {
				continue
			}
			if slices.ContainsFunc(taken, func(t stretch) bool { return t.Overlaps(p.Span) || p.Empty() && t.Start < p.Start && p.Start < t.End }) {
				continue
			}
			taken = append(taken, stretch{p.Span, d})
		}
	}
	slices.SortStableFunc(taken, func(a, b stretch) int { return cmp.Compare(a.Start, b.Start) })
	var out []piece
	at := segment.Start
	for _, t := range taken {
		if t.Start < at {
			continue
		}
		if t.Start > at {
			out = append(out, piece{Text: s[at:t.Start]})
		}
		p := piece{
			Text: s[t.Start:t.End], Dress: t.of.Dress, Tip: t.of.Name + ": " + t.of.Reason, ID: t.of.ID, Number: t.of.Number,
			Meaning: t.of.Shown,
		}
		if t.Empty() {
			p.Dress = "gap"
		}
		out = append(out, p)
		at = t.End
	}
	if at < segment.End {
		out = append(out, piece{Text: s[at:segment.End]})
	}
	return out
}

// dresses are the classes in which the words of a difference are shown, but for those of substitution.
var dresses = map[triage.Kind]string{
	triage.Omission: "del", triage.Addition: "add", triage.Transposition: "mov", triage.Cosmetic: "soft",
}

func dressOf(k triage.Kind) string {
	if dress, ok := dresses[k]; ok {
		return dress
	}
	return "sub"
}
