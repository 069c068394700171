package app

// again is the shell made anew in the language that is current, with everything in it that the
// session does not keep: filters, what is typed and not yet used, which lines are hidden.
func (s *shell) again() *shell {
	fresh := newShell(s.desk)
	fresh.search.Text, fresh.before = s.search.Text, s.before
	for id, old := range s.screens {
		fresh.screens[id].inherit(old)
	}
	return fresh
}

func (c *compare) inherit(from screen) {
	old := from.(*compare)
	old.inspector.note.flush()
	c.page, c.current, c.query, c.hits = old.page, old.current, old.query, old.hits
	c.list.filter = old.list.filter
	if old.list.byPlace {
		c.list.setOrder(1)
	}
}

func (l *library) inherit(from screen) {
	old := from.(*library)
	l.folded, l.sorted, l.down = old.folded, old.sorted, old.down
	l.filter.Text = old.filter.Text
	l.table.SetSorted(old.sorted, old.down)
}

func (s *statements) inherit(from screen) {
	old := from.(*statements)
	s.bar.sieve, s.bar.order, s.at, s.onThat = old.bar.sieve, old.bar.order, old.at, old.onThat
}

func (s *positionsScreen) inherit(from screen) {
	old := from.(*positionsScreen)
	s.hidden, s.from = old.hidden, old.from
	s.below.kind, s.below.from, s.below.to, s.below.pair = old.below.kind, old.below.from, old.below.to, old.below.pair
	s.setMultiples(old.multiples)
	if from, to := old.chart.Range(); len(old.chart.Chart().Series) > 0 {
		if first, last := old.chart.Chart().Span(); from != first || to != last {
			s.chart.SetRange(from, to)
		}
	}
}

func (s *reportScreen) inherit(from screen) {
	old := from.(*reportScreen)
	s.language, s.waiting = old.language, nil
	s.form.inherit(old.form)
	s.showLanguages()
	s.setZoom(old.preview.Zoom())
}
