package app

import (
	"cmp"
	"context"
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/app/session"
)

// mostHits is how many places a search finds at most.
const mostHits = 500

// searchFor finds a text in all versions and goes to the first place; asked again, to the next.
func (d *Desk) searchFor(query string) {
	c := d.shell.screens[screenCompare].(*compare)
	if query != "" && query == c.query && len(c.hits) > 0 {
		d.stepHit(+1)
		return
	}
	c.query, c.hits, c.hit = query, nil, -1
	if query == "" {
		d.shell.screens[d.shell.current].show(session.Looking)
		return
	}
	hits, err := d.session.Search(context.Background(), query, mostHits)
	if err != nil {
		d.fail(err)
		return
	}
	c.hits = map[article.ID][]text.Span{}
	for _, h := range hits {
		c.hits[h.Article] = append(c.hits[h.Article], h.Span)
	}
	d.shell.screens[d.shell.current].show(session.Looking)
	d.stepHit(+1)
	if c.hit < 0 {
		d.say(Ln(len(hits), "%d place with “%s” | %d places with “%s”", query))
	}
	d.events.log("found %d", len(hits))
}

// hit is a place of the comparison where a search found something.
type hit struct {
	row, column int // as shown
	span        text.Span
}

// found lists the hits in the comparison, row by row.
func (p *page) found() []hit {
	var out []hit
	for shown, column := range p.columns {
		for row, r := range p.comparison.Rows {
			if len(p.hits[column]) == 0 || len(r.Segments[column]) == 0 {
				continue
			}
			w := p.window(row, shown)
			for _, h := range p.hits[column] {
				for _, s := range w.places(h) {
					out = append(out, hit{row, shown, s})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b hit) int { return cmp.Or(a.row-b.row, a.column-b.column, a.span.Start-b.span.Start) })
	return out
}

// stepHit goes to the next (1) or the previous (−1) place that the search found, round the end.
func (d *Desk) stepHit(by int) {
	c := d.shell.screens[screenCompare].(*compare)
	if c.query == "" {
		d.find()
		return
	}
	r, v := d.session.Result(), d.session.View()
	if d.shell.current != screenCompare {
		comparison := chosen(r, v.Story)
		if comparison == nil || len(newPage(r, comparison, v, c.hits).found()) == 0 {
			return
		}
		goTo(screenCompare)(d)
	}
	if c.page == nil {
		return
	}
	found := c.page.found()
	if len(found) == 0 {
		return
	}
	if c.hit < 0 && by < 0 {
		c.hit = 0
	}
	c.hit = (c.hit + by + len(found)) % len(found)
	at := found[c.hit]
	c.view.Select(at.row)
	c.view.SetCurrent(at.column)
	c.view.SelectText(at.row, at.column, at.span.Start, at.span.End)
	c.lookAtRow(at.row)
	d.say(Lf("Place %d of %d with “%s”", c.hit+1, len(found), c.query))
	d.events.log("hit %d of %d", c.hit+1, len(found))
}
