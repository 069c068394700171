package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/wording/triage"
	"hexapla/widgets"
)

// inspector is the panel that says of one difference what it is, why it matters, and what the
// reviewer made of it.
type inspector struct {
	compare *compare

	heading   *widgets.Line
	apparatus *widgets.Prose
	reason    *widgets.Prose
	facts     *fyne.Container
	confirm   *widgets.Pill
	dismiss   *widgets.Pill
	later     *widgets.Pill
	note      *noteEntry
	mqm       *widget.Select
	severity  *widget.Select
	same      *widgets.Pill
	term      *widgets.Pill
	link      *widgets.Prose
	unlink    *widgets.Pill
	body      *fyne.Container
	noted     *fyne.Container // in place of the body where a note is looked at
	hint      *widgets.Prose
}

func newInspector(c *compare) *inspector {
	in := &inspector{compare: c}
	in.heading = heading("")
	in.apparatus = widgets.NewProse()
	in.reason = widgets.NewProse()
	in.facts = container.NewVBox()
	in.confirm = widgets.NewPill(L("Confirm"), func() { c.judge(analysis.Confirmed) })
	in.dismiss = widgets.NewPill(L("Dismiss"), func() { c.judge(analysis.Dismissed) })
	in.later = widgets.NewPill(L("Later"), func() { c.judge(analysis.Later) })
	in.note = newNoteEntry(in.saveNote)
	in.note.SetPlaceHolder(L("Note for the report…"))
	in.mqm = widget.NewSelect(translated(triage.ErrorTypes()), nil)
	in.mqm.PlaceHolder = L("Error type")
	in.severity = widget.NewSelect(translated(triage.ErrorLevels()), nil)
	in.severity.PlaceHolder = L("Severity")
	in.same = widgets.NewPill(L("Treat as the same from now on"), in.treatAsSame)
	in.term = widgets.NewPill(L("Add to the glossary…"), in.addTerm)
	in.link = widgets.NewProse()
	in.unlink = widgets.NewPill(L("Unlink"), in.decide(unlinkRow))
	merge, split := widgets.NewPill(L("Merge next"), in.decide(mergeRow)), widgets.NewPill(L("Split"), in.decide(splitRow))
	in.hint = wrapped(Lf("Choose a difference to see why it matters. %s goes to the next one.", keyName(keyOf("Next difference"))))
	next := widgets.NewPill("›", func() { c.step(+1) }).Tip(L("Next difference"))
	previous := widgets.NewPill("‹", func() { c.step(-1) }).Tip(L("Previous difference"))
	in.noted = container.NewVBox()
	in.noted.Hide()
	in.body = container.NewVBox(
		border(nil, nil, nil, row(previous, next), in.heading),
		caption(L("Apparatus")), in.apparatus,
		caption(L("Why it matters")), in.reason, in.facts,
		caption(L("Review")), row(in.confirm, in.dismiss, in.later), in.note,
		caption(L("Error type (MQM)")), in.mqm, in.severity, in.same, in.term,
		caption(L("Alignment")), in.link, row(in.unlink, merge, split),
	)
	return in
}

func (in *inspector) content() fyne.CanvasObject {
	return scrolled(container.NewStack(in.body, in.noted, in.hint))
}

// show shows a difference, or what to do when there is none.
func (in *inspector) show(p *page, difference int) {
	in.note.flush()
	in.noted.Hide()
	if p == nil || difference < 0 {
		in.body.Hide()
		in.hint.Show()
		return
	}
	in.hint.Hide()
	in.body.Show()
	d := &p.comparison.Differences[difference]
	review := p.reviews[difference]
	in.heading.SetText(Lf("Difference %d of %d", slices.Index(p.shown, difference)+1, len(p.shown)))
	words, spans := p.apparatus(d)
	in.apparatus.SetPassages(widgets.Passage{Text: words, Spans: spans, Serif: true})
	in.reason.SetPassages(widgets.Passage{Text: reasonOf(d)})
	in.showFacts(p, d)
	in.confirm.SetPrimary(review.Status == analysis.Open || review.Status == analysis.Confirmed)
	in.dismiss.SetPrimary(review.Status == analysis.Dismissed)
	in.later.SetPrimary(review.Status == analysis.Later)
	in.note.set(review.Note)
	in.choose(in.mqm, triage.ErrorTypes(), orElse(review.MQM, d.Kind.ErrorType()), func(r *article.Review, s string) { r.MQM = s })
	in.choose(in.severity, triage.ErrorLevels(), orElse(review.Severity, d.ErrorLevel()), func(r *article.Review, s string) { r.Severity = s })
	enable(in.same, len(p.wordings(d)) == 2)
	enable(in.term, len(p.wordings(d)) >= 2)
	in.link.SetPassages(widgets.Passage{Text: p.linkOf(d.Row)})
	in.body.Refresh()
}

func (in *inspector) showFacts(p *page, d *triage.Difference) {
	look := lookOf(d.Kind)
	in.facts.Objects = []fyne.CanvasObject{
		fact(L("Kind"), row(widgets.NewBadge(widgets.Badge{Sign: d.Kind.Sign(), Kind: badgeKind(d)}), widgets.NewText(widgets.Passage{Text: tr(look.name)}))),
		fact(L("Severity"), row(widgets.NewBar(widgets.Bar{Value: float32(d.Severity), Kind: badgeKind(d), Text: local("%.2f", d.Severity)}))),
	}
	for _, e := range d.Evidence {
		in.facts.Add(textFact(local("%+.2f", e.Weight), joinParts(spoken.Load().Rule(e.Feature), e.Words)))
	}
	if len(d.Departs) > 0 {
		in.facts.Add(textFact(L("Departs"), p.sigla(d.Departs)))
	}
	for _, note := range p.notesOn(d) {
		in.facts.Add(textFact(L("Note"), note.Note))
	}
	in.facts.Refresh()
}

// choose shows a choice of the review, out of data that is shown translated, and records another one.
func (in *inspector) choose(s *widget.Select, data []string, value string, set func(*article.Review, string)) {
	s.OnChanged = nil
	s.SetSelectedIndex(slices.Index(data, value))
	s.OnChanged = func(string) {
		chosen := data[s.SelectedIndex()]
		in.change(func(r *article.Review) { set(r, chosen) })
	}
}

func (in *inspector) saveNote(note string) {
	in.change(func(r *article.Review) { r.Note = note })
}

func (in *inspector) change(f func(*article.Review)) {
	c := in.compare
	if c.page != nil && c.current >= 0 {
		c.desk.fail(c.desk.session.Review(c.page.comparison, c.current, f))
	}
}

// treatAsSame makes the two wordings of the difference a synonym of the project.
func (in *inspector) treatAsSame() {
	p := in.compare.page
	d := &p.comparison.Differences[in.compare.current]
	if w := p.wordings(d); len(w) == 2 {
		in.compare.desk.fail(in.compare.desk.session.Do(article.Same{A: w[0], B: w[1]}))
	}
}

// decide makes a button's act on the row of the difference.
func (in *inspector) decide(act rowAct) func() {
	return func() {
		c := in.compare
		c.decide(act, c.page.comparison.Differences[c.current].Row)
	}
}

// apparatus is the entry as editions print it: the base's reading, then each other one with its
// sigla.
func (p *page) apparatus(d *triage.Difference) (string, []widgets.Span) {
	var b strings.Builder
	var spans []widgets.Span
	put := func(reading string) {
		if reading == "" {
			reading = "∅"
		}
		start := b.Len()
		b.WriteString(reading)
		spans = append(spans, widgets.Span{Start: start, End: b.Len(), Kind: widgets.Substitution})
	}
	groups := p.readings(d)
	for i, g := range groups {
		put(g.words)
		b.WriteString(" " + p.sigla(g.columns))
		switch {
		case i == 0 && len(groups) > 1:
			b.WriteString(" ] ")
		case i < len(groups)-1:
			b.WriteString(" · ")
		}
	}
	return b.String(), spans
}

// readingGroup is a wording and the columns that have it.
type readingGroup struct {
	words   string
	columns []int
}

// readings groups the versions by their wording, the base's first.
func (p *page) readings(d *triage.Difference) []readingGroup {
	var out []readingGroup
	for _, r := range d.Readings {
		words := strings.Join(strings.Fields(r.Of(p.article(r.Version).Text)), " ")
		at := slices.IndexFunc(out, func(g readingGroup) bool { return g.words == words })
		if at < 0 {
			at = len(out)
			out = append(out, readingGroup{words: words})
		}
		out[at].columns = append(out[at].columns, r.Version)
	}
	if base := slices.IndexFunc(out, func(g readingGroup) bool { return slices.Contains(g.columns, p.base) }); base > 0 {
		g := out[base]
		out = slices.Insert(slices.Delete(out, base, base+1), 0, g)
	}
	return out
}

// wordings lists the different wordings that are not empty.
func (p *page) wordings(d *triage.Difference) []string {
	var out []string
	for _, g := range p.readings(d) {
		if g.words != "" {
			out = append(out, g.words)
		}
	}
	return out
}

func (p *page) sigla(columns []int) string {
	var out []string
	for _, c := range columns {
		out = append(out, p.comparison.Sigla[c])
	}
	return strings.Join(out, " ")
}

// linkOf says which sentences of the versions the row joins, and how sure that is.
func (p *page) linkOf(row int) string {
	r := p.comparison.Rows[row]
	var parts []string
	for column, segments := range r.Segments {
		if len(segments) > 0 {
			parts = append(parts, p.comparison.Sigla[column]+" "+strings.TrimPrefix(paragraphLabel(p.version(column), segments[0]), "¶"))
		}
	}
	return Lf("%s · confidence %.2f · %s", strings.Join(parts, " – "), r.Score, tr(string(r.Origin)))
}

// anchorsOf are the places of a row's segments.
func (p *page) anchorsOf(row int) []article.Anchor {
	var out []article.Anchor
	for column, segments := range p.comparison.Rows[row].Segments {
		v := p.version(column)
		for _, s := range segments {
			out = append(out, article.AnchorAt(v.Article.ID, v.Article.Text, v.Segments[s]))
		}
	}
	return out
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
