package app

import (
	"slices"
	"testing"

	"hexapla/analysis"
	"hexapla/widgets"
)

func TestFilters(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	l, p := c.list, c.page
	all := len(l.listed)
	for _, siglum := range p.comparison.Sigla {
		l.set(func(f *filter) { f.departs = siglum })
		for _, d := range l.listed {
			if departs := p.comparison.Differences[d].Departs; !slices.ContainsFunc(departs, func(x int) bool { return p.comparison.Sigla[x] == siglum }) {
				t.Errorf("of those where %s departs there is one where %v do", siglum, departs)
			}
		}
	}
	l.set(func(f *filter) { *f = filter{least: 0.7} })
	if len(l.listed) == 0 || len(l.listed) >= all {
		t.Errorf("%d of %d differences weigh 0.7", len(l.listed), all)
	}
	for range 3 {
		c.step(+1)
		if s := p.comparison.Differences[c.current].Severity; s < 0.7 {
			t.Errorf("the next of them weighs %.2f", s)
		}
	}
	l.set(func(f *filter) { *f = filter{status: analysis.Confirmed} })
	if len(l.listed) != 0 {
		t.Error("some are confirmed at first")
	}
	if l.count.Text() == "" || l.filters.pill.Text() == "Filter" {
		t.Errorf("the list does not say that it is filtered: %q, %q", l.count.Text(), l.filters.pill.Text())
	}
	l.set(func(f *filter) { *f = filter{} })
	if len(l.listed) != all {
		t.Errorf("without a filter %d of %d are listed", len(l.listed), all)
	}
	actors := p.actors()
	if len(actors) == 0 {
		t.Fatal("no difference lies in anybody's words")
	}
	l.set(func(f *filter) { f.actor = actors[0] })
	if len(l.listed) == 0 || len(l.listed) > all {
		t.Errorf("%d differences lie in the words of %s", len(l.listed), actors[0])
	}
	if len(l.filterItems()) < 5 {
		t.Error("the menu lacks filters")
	}
}

func TestHighlightsOff(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	dressed := func(k widgets.Kind) (n int) {
		for _, row := range c.view.Rows() {
			for _, cell := range row.Cells {
				for _, s := range cell.Spans {
					if s.Kind == k {
						n++
					}
				}
			}
		}
		return n
	}
	before := dressed(widgets.Substitution)
	if before == 0 {
		t.Fatal("the sample highlights nothing")
	}
	u.highlight("substitution", false)
	if n := dressed(widgets.Substitution); n != 0 {
		t.Errorf("%d are highlighted all the same", n)
	}
	u.highlight("substitution", true)
	if n := dressed(widgets.Substitution); n != before {
		t.Errorf("%d are highlighted again, want %d", n, before)
	}
}
