package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/app/session"
	"hexapla/widgets"
)

// statementPanel shows one statement: in its context, how it is coded and why, where else it is
// reported. The Statements and Positions screens share it.
type statementPanel struct {
	desk *Desk
	step func(by int)

	heading *widgets.Line
	context *widgets.Prose
	facts   *fyne.Container
	stance  [5]*widgets.Pill
	why     *widgets.Prose
	confirm *widgets.Pill
	reject  *widgets.Pill
	others  *widgets.Prose
	body    *fyne.Container
	hint    *widgets.Prose

	record *record
	shown  *said
}

func newStatementPanel(d *Desk) *statementPanel {
	p := &statementPanel{desk: d, context: widgets.NewProse(), why: widgets.NewProse(), others: widgets.NewProse()}
	p.heading = heading("")
	p.facts = container.NewVBox()
	steps := row()
	for i := range p.stance {
		p.stance[i] = widgets.NewPill(calendar().Signed(float64(i-2), 0), func() { p.code(float64(i - 2)) }).Compact()
		steps.Add(p.stance[i])
	}
	p.confirm = widgets.NewPrimaryPill(L("Confirm"), func() { p.judge(analysis.Confirmed) })
	p.reject = widgets.NewPill(L("Reject"), func() { p.judge(analysis.Rejected) })
	open := widgets.NewPill(L("Open in article"), p.open)
	speaker := widgets.NewPill(L("Not this speaker…"), p.correctSpeaker)
	same := widgets.NewPill(L("Same actor as…"), p.mergeActor)
	p.hint = wrapped(L("Choose a statement to read it in its article."))
	next := widgets.NewPill("›", func() { p.step(+1) })
	previous := widgets.NewPill("‹", func() { p.step(-1) })
	p.body = container.NewVBox(
		border(nil, nil, nil, row(previous, next), p.heading),
		caption(L("In context")), p.context,
		caption(L("Coding")), p.facts, fact(L("Stance"), steps),
		caption(L("Why")), p.why,
		row(p.confirm, p.reject, open),
		row(speaker, same),
		caption(L("Also reported as")), p.others,
	)
	return p
}

func (p *statementPanel) content() fyne.CanvasObject {
	return container.NewVScroll(container.NewPadded(container.NewStack(p.body, p.hint)))
}

func (p *statementPanel) clear() {
	p.shown = nil
	p.body.Hide()
	p.hint.Show()
}

// show shows a statement of the record.
func (p *statementPanel) show(rec *record, s said, heading string) {
	p.record, p.shown = rec, &s
	p.hint.Hide()
	p.body.Show()
	p.heading.SetText(heading)
	p.context.SetPassages(contextOf(s)...)
	p.showFacts(s)
	for i, pill := range p.stance {
		pill.SetOn(s.coding != nil && !s.coding.None && int(roundHalf(s.coding.Stance)) == i-2)
	}
	p.why.SetPassages(whyOf(s)...)
	p.confirm.SetPrimary(s.status != analysis.Rejected)
	p.reject.SetPrimary(s.status == analysis.Rejected)
	p.others.SetPassages(othersOf(rec, s)...)
	p.body.Refresh()
}

func (p *statementPanel) showFacts(s said) {
	st := s.statement
	row := func(name, value string) fyne.CanvasObject {
		return textFact(L(name), value)
	}
	dated := day(st.Date)
	if st.DateFrom != "" {
		dated += " (" + tr(st.DateFrom) + ")"
	}
	p.facts.Objects = []fyne.CanvasObject{
		row("Speaker", joinParts(st.Speaker, p.record.name(st.Actor))),
		row("Addressed to", p.record.names[st.Addressee]),
		row("Said on", dated),
		row("Outlet", joinParts(s.version.Article.Meta.Outlet.Value, day(s.version.Article.Meta.Date.Value))),
		row("Found by", local("%s · %.2f", tr(st.Rule), st.Confidence)),
	}
	if len(s.disputed) > 0 {
		var about []string
		for _, d := range s.disputed {
			about = append(about, tr(d))
		}
		p.facts.Add(row("Reports disagree on", strings.Join(about, ", ")))
	}
	if c := s.coding; c != nil {
		p.facts.Add(row("Issue", p.record.proposition(c.Issue)))
		p.facts.Add(row("Force", joinParts(tr(string(c.Force)), tr(string(c.Certainty)))))
		p.facts.Add(row("Coder", joinParts(tr(c.Coder), local("%.2f", c.Confidence))))
	}
	p.facts.Refresh()
}

// contextOf is the sentences around a statement, with its parts marked.
func contextOf(s said) []widgets.Passage {
	v := s.version
	all := v.Segments
	first, last := len(all), -1
	for i, seg := range all {
		for _, c := range s.statement.Content {
			if seg.Overlaps(c) {
				first, last = min(first, i), max(last, i)
			}
		}
	}
	if last < 0 {
		return []widgets.Passage{{Text: s.words(), Serif: true}}
	}
	join := func(from, to int) string {
		var parts []string
		for _, seg := range all[max(0, from):min(len(all), to)] {
			parts = append(parts, seg.Of(v.Article.Text))
		}
		return strings.Join(parts, " ")
	}
	lng := string(v.Language)
	whole := all[first].Cover(all[last])
	passage := widgets.Passage{Text: whole.Of(v.Article.Text), Serif: true, Quote: true, Language: lng, Gap: 6}
	mark := func(p *text.Span, kind widgets.Kind) {
		if p != nil && whole.Contains(*p) {
			passage.Spans = append(passage.Spans, widgets.Span{Start: p.Start - whole.Start, End: p.End - whole.Start, Kind: kind})
		}
	}
	mark(s.statement.Source, widgets.Soft)
	mark(s.statement.Cue, widgets.Noted)
	if s.coding != nil {
		for _, e := range s.coding.Evidence {
			kind := widgets.Substitution
			if e.Weight > 0 {
				kind = widgets.Addition
			}
			if !e.Empty() {
				mark(&e.Span, kind)
			}
		}
	}
	return []widgets.Passage{
		{Text: join(first-2, first), Serif: true, Muted: true, Language: lng},
		passage,
		{Text: join(last+1, last+2), Serif: true, Muted: true, Language: lng, Gap: 6},
	}
}

// whyOf lists the rules behind a coding, with what each added.
func whyOf(s said) []widgets.Passage {
	if s.coding == nil {
		return []widgets.Passage{{Text: L("It speaks of no issue of the codebook."), Muted: true}}
	}
	var out []widgets.Passage
	for _, e := range s.coding.Evidence {
		line := local("%s %+.1f", tr(e.Rule), e.Weight)
		if !e.Empty() {
			line = "“" + short(e.Of(s.version.Article.Text), 60) + "” " + line
		}
		out = append(out, widgets.Passage{Text: line})
	}
	if s.coding.None {
		out = append(out, widgets.Passage{Text: L("It takes no position: that is not the same as 0."), Muted: true})
	}
	return out
}

// othersOf lists the other reports of the same saying.
func othersOf(rec *record, s said) []widgets.Passage {
	var out []widgets.Passage
	seen := map[string]bool{s.statement.ID: true}
	for _, o := range rec.all {
		if s.statement.Utterance == "" || o.statement.Utterance != s.statement.Utterance || seen[o.statement.ID] {
			continue
		}
		seen[o.statement.ID] = true
		out = append(out,
			widgets.Passage{Text: joinParts(o.version.Article.Meta.Outlet.Value, day(o.version.Article.Meta.Date.Value), o.statement.Speaker), Muted: true, Gap: 6},
			widgets.Passage{Text: o.words(), Serif: true, Language: string(o.version.Language)})
	}
	if len(out) == 0 {
		out = append(out, widgets.Passage{Text: L("Nowhere else in this project."), Muted: true})
	}
	return out
}

// judge confirms or rejects the statement shown.
func (p *statementPanel) judge(status string) {
	if p.shown == nil {
		return
	}
	p.desk.fail(p.desk.session.Do(article.JudgeStatement{Content: p.shown.anchors(), Status: status}))
	p.desk.events.log("judged statement %s", status)
}

// code records a stance of the reviewer's own.
func (p *statementPanel) code(stance float64) {
	if p.shown == nil {
		return
	}
	issue := p.desk.session.View().Issue
	code := article.Code{Content: p.shown.anchors(), Issue: issue, Stance: stance}
	if c := p.shown.coding; c != nil {
		code.Issue, code.Force, code.Certainty = c.Issue, string(c.Force), string(c.Certainty)
	}
	if code.Issue == "" {
		p.desk.say(L("Choose an issue first: in the Positions screen, or by filtering."))
		return
	}
	p.desk.fail(p.desk.session.Do(code))
	p.desk.events.log("coded %+.0f", stance)
}

// open shows the statement in the comparison of its article, or in the library.
func (p *statementPanel) open() {
	if p.shown == nil {
		return
	}
	p.desk.openArticle(p.shown.version.Article.ID, p.shown.statement.Content[0])
}

// openArticle goes to a place of an article: in its comparison where there is one.
func (d *Desk) openArticle(id article.ID, at text.Span) {
	r := d.session.Result()
	for _, c := range r.Comparisons {
		for column, version := range c.Versions {
			v := r.Versions[version]
			if v.Article.ID != id {
				continue
			}
			row := slices.IndexFunc(c.Rows, func(row align.Row) bool {
				return slices.ContainsFunc(row.Segments[column], func(s int) bool { return v.Segments[s].Overlaps(at) })
			})
			d.session.Look(func(view *session.View) { view.Screen, view.Story, view.Row = screenCompare, c.Story, max(0, row) })
			d.shell.screens[screenCompare].(*compare).goToRow(max(0, row))
			return
		}
	}
	d.session.Look(func(view *session.View) { view.Screen, view.Article = screenLibrary, id })
}

// roundHalf rounds to the nearest whole step.
func roundHalf(v float64) float64 {
	if v < 0 {
		return -roundHalf(-v)
	}
	return float64(int(v + 0.5))
}
