package app

import (
	"fmt"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// page is a comparison as the widgets show it, with the way back from what is shown to what it is
// made from.
type page struct {
	result     *analysis.Result
	comparison *analysis.Comparison
	reviews    []article.Reviewed
	columns    []int         // by column shown: column of the comparison
	base       int           // column of the comparison
	shown      []int         // differences shown, in the order of the text
	inRow      map[int][]int // those of them in each row
	folded     int           // differences folded away
	hits       map[int][]text.Span
	view       session.View
	speakers   map[int][]string // by difference; made when first asked for
}

// newPage lays a comparison out as the view asks. hits are search hits by version.
func newPage(r *analysis.Result, c *analysis.Comparison, v session.View, hits map[article.ID][]text.Span) *page {
	p := &page{result: r, comparison: c, reviews: r.Reviews(c), inRow: map[int][]int{}, hits: map[int][]text.Span{}, view: v}
	p.columns = arranged(p, v)
	for column := range c.Versions {
		if p.article(column).ID == v.Base {
			p.base = column
		}
		if spans := hits[p.article(column).ID]; len(spans) > 0 {
			p.hits[column] = spans
		}
	}
	for i, d := range c.Differences {
		switch {
		case d.Severity >= triage.Shown || d.Heeded || v.Folded || p.reviews[i].Status == analysis.Confirmed:
			p.shown = append(p.shown, i)
			p.inRow[d.Row] = append(p.inRow[d.Row], i)
		default:
			p.folded++
		}
	}
	return p
}

// arranged lists the columns in the user's order, those that it does not name after them.
func arranged(p *page, v session.View) []int {
	var out []int
	place := func(id article.ID) int {
		if at := slices.Index(v.Order, id); at >= 0 {
			return at
		}
		return len(v.Order)
	}
	for column := range p.comparison.Versions {
		if !slices.Contains(v.Hidden, p.article(column).ID) {
			out = append(out, column)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return place(p.article(a).ID) - place(p.article(b).ID) })
	slices.SortStableFunc(out, func(a, b int) int { return pinned(v, p.article(a).ID) - pinned(v, p.article(b).ID) })
	return out
}

// pinned sorts pinned columns before the others.
func pinned(v session.View, id article.ID) int {
	if v.Column(id).Pinned {
		return 0
	}
	return 1
}

func (p *page) version(column int) analysis.Version {
	return p.result.Versions[p.comparison.Versions[column]]
}

func (p *page) article(column int) article.Article { return p.version(column).Article }

// directions are those that a column can be given.
var directions = map[string]typeset.Direction{"left": typeset.LeftToRight, "right": typeset.RightToLeft}

// heads are the columns' heads.
func (p *page) heads() []widgets.Column {
	var out []widgets.Column
	for _, column := range p.columns {
		v := p.version(column)
		m := v.Article.Meta
		look := p.view.Column(v.Article.ID)
		h := widgets.Column{Title: titleOf(v.Article), Language: string(v.Language), Sans: look.Sans, Pinned: look.Pinned, Width: look.Width, TextSize: look.Size * widgets.ArticleText}
		h.Direction = directions[look.Direction]
		h.Subtitle = joinParts(p.comparison.Sigla[column], m.Outlet.Value, languageName(v.Language), roleName(m.Role.Value), date(m.Date), sizeOf(v))
		if column == p.base {
			h.Chip = L("Base")
		}
		out = append(out, h)
	}
	return out
}

// rows are the aligned rows with what differs in them.
func (p *page) rows(current int) []widgets.Row {
	out := make([]widgets.Row, len(p.comparison.Rows))
	for i := range out {
		out[i] = p.row(i, current)
	}
	return out
}

// row is one aligned row.
func (p *page) row(i, current int) widgets.Row {
	row := widgets.Row{Label: p.label(i), Badges: p.badges(p.inRow[i])}
	for _, column := range p.columns {
		row.Cells = append(row.Cells, p.cell(i, column, p.inRow[i], current))
	}
	return row
}

// label numbers a row by paragraph and sentence of the base, or of the first version that has it.
func (p *page) label(row int) string {
	segments := p.comparison.Rows[row].Segments
	order := append([]int{p.base}, p.columns...)
	for _, column := range order {
		if column < len(segments) && len(segments[column]) > 0 {
			return paragraphLabel(p.version(column), segments[column][0])
		}
	}
	return ""
}

// paragraphLabel is "¶2·1": the first sentence of the second paragraph.
func paragraphLabel(v analysis.Version, segment int) string {
	if len(v.Paragraphs) == 0 {
		return fmt.Sprintf("¶%d", segment+1)
	}
	n, found := slices.BinarySearch(v.Paragraphs, segment)
	if !found {
		n--
	}
	return fmt.Sprintf("¶%d·%d", n+1, segment-v.Paragraphs[n]+1)
}

// badges are the kinds of difference of a row, each once, what matters first.
func (p *page) badges(differences []int) []widgets.Badge {
	var out []widgets.Badge
	for _, i := range differences {
		d := &p.comparison.Differences[i]
		b := widgets.Badge{Sign: d.Kind.Sign(), Kind: badgeKind(d), Tip: reasonOf(d), ID: i}
		if p.reviews[i].Status == analysis.Dismissed {
			continue
		}
		if !slices.ContainsFunc(out, func(o widgets.Badge) bool { return o.Sign == b.Sign && o.Kind == b.Kind }) {
			out = append(out, b)
		}
	}
	return out
}

// cell is one version's text in a row.
func (p *page) cell(row, column int, differences []int, current int) widgets.Cell {
	segments := p.comparison.Rows[row].Segments[column]
	if len(segments) == 0 {
		return widgets.Cell{Missing: L("no counterpart in this version")}
	}
	w := newWindowOn(p.version(column), segments)
	c := widgets.Cell{Text: w.text}
	if !slices.Contains(p.view.Plain, highlightOf(widgets.Noted)) {
		c.Spans = p.noteSpans(column, w) // below the differences, which are looked at more often
	}
	for _, i := range differences {
		d := &p.comparison.Differences[i]
		if p.reviews[i].Status == analysis.Dismissed {
			continue
		}
		for _, reading := range d.Readings {
			if reading.Version != column || reading.Empty() {
				continue
			}
			kind := lookOf(d.Kind).text
			if kind == widgets.Omission || kind == widgets.Addition {
				kind = extraKind(d, column)
			}
			if slices.Contains(p.view.Plain, highlightOf(kind)) && i != current {
				continue
			}
			for _, s := range p.grains(d, reading, w) {
				c.Spans = append(c.Spans, widgets.Span{Start: s.Start, End: s.End, Kind: kind, ID: i, Current: i == current})
			}
		}
	}
	for _, hit := range p.hits[column] {
		for _, s := range w.places(hit) {
			c.Spans = append(c.Spans, widgets.Span{Start: s.Start, End: s.End, Kind: widgets.Found, ID: -1})
		}
	}
	return c
}

// extraKind dresses words that others lack: an addition where this version departs by having them,
// an omission where it has what another left out.
func extraKind(d *triage.Difference, column int) widgets.Kind {
	if slices.Contains(d.Departs, column) {
		return widgets.Addition
	}
	if d.Kind == triage.Addition {
		return widgets.Addition
	}
	return widgets.Omission
}

// windowOn is the segments of a row as one text, with the way from the article's offsets to it.
type windowOn struct {
	text  string
	spans []text.Span // of the article
	at    []int       // where each begins in text
}

func newWindowOn(v analysis.Version, segments []int) windowOn {
	var w windowOn
	var b strings.Builder
	for i, s := range segments {
		if i > 0 && !v.Language.Spaceless() {
			b.WriteByte(' ')
		}
		span := v.Segments[s]
		w.spans = append(w.spans, span)
		w.at = append(w.at, b.Len())
		b.WriteString(span.Of(v.Article.Text))
	}
	w.text = b.String()
	return w
}

// places returns where a span of the article lies in the window: nothing, one or several stretches.
func (w windowOn) places(p text.Span) []text.Span {
	var out []text.Span
	for i, s := range w.spans {
		if s.Overlaps(p) && !p.Empty() {
			start, end := max(s.Start, p.Start), min(s.End, p.End)
			out = append(out, text.Span{Start: start, End: end}.Shift(w.at[i]-s.Start))
		}
	}
	return out
}

// back returns the place in the article of an offset of the window.
func (w windowOn) back(offset int) int {
	for i := len(w.at) - 1; i >= 0; i-- {
		if offset >= w.at[i] {
			return min(w.spans[i].Start+offset-w.at[i], w.spans[i].End)
		}
	}
	return 0
}

// window returns the text of a row in a column shown.
func (p *page) window(row, shown int) windowOn {
	column := p.columns[shown]
	return newWindowOn(p.version(column), p.comparison.Rows[row].Segments[column])
}
