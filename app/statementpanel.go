package app

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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
	desk   *Desk
	step   func(by int)
	judged func(status string) // a button or key judged; nil: judge and stay

	heading *widgets.Line
	context *widgets.Prose
	facts   *fyne.Container
	about   *fyne.Container
	apart   *widgets.Pill // takes the statement out of those that report one saying
	table   *widgets.Pill // to the table of statements, or back to the chart
	stance  [5]*widgets.Pill
	none    *widgets.Pill // no position
	coding  codingForm
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
	p.facts, p.about = container.NewVBox(), container.NewVBox()
	p.table = widgets.NewPill(L("In the table"), func() {
		if p.shown != nil {
			d.openStatement(p.shown.statement.ID, p.shown.issue())
		}
	})
	p.apart = widgets.NewPill(L("Not the same saying"), p.split)
	steps := row()
	for i := range p.stance {
		p.stance[i] = widgets.NewPill(calendar().Signed(float64(i-2), 0), func() { p.code(float64(i - 2)) }).Compact()
		p.stance[i].Tip(Lf("Key %s", digits(strconv.Itoa(i+1))))
		steps.Add(p.stance[i])
	}
	p.none = widgets.NewPill("∅", func() { p.codeNone() }).Compact().Tip(joinParts(L("It takes no position"), Lf("Key %s", digits("0"))))
	steps.Add(p.none)
	p.coding = newCodingForm(p)
	p.confirm = widgets.NewPrimaryPill(L("Confirm"), func() { p.judgeAndGo(analysis.Confirmed) }).Keyed("C")
	p.reject = widgets.NewPill(L("Reject"), func() { p.judgeAndGo(analysis.Rejected) }).Keyed("X")
	open := widgets.NewPill(L("Open in article"), p.open).Keyed("O")
	speaker := widgets.NewPill(L("Not this speaker…"), p.correctSpeaker).Keyed("S")
	same := widgets.NewPill(L("Same actor as…"), p.mergeActor)
	phrase := widgets.NewPill(L("New issue from this…"), p.newIssue)
	spans := []fyne.CanvasObject{
		widgets.NewPill(L("who says it"), func() { p.correctSpan(ofSource) }),
		widgets.NewPill(L("the word of saying"), func() { p.correctSpan(ofCue) }),
		widgets.NewPill(L("what is said"), func() { p.correctSpan(ofContent) }),
	}
	p.hint = wrapped(L("Choose a statement to read it in its article."))
	next := widgets.NewPill("›", func() { p.step(+1) })
	previous := widgets.NewPill("‹", func() { p.step(-1) })
	p.body = container.NewVBox(
		border(nil, nil, nil, row(previous, next), p.heading),
		caption(L("In context")), p.context,
		caption(L("Coding")), p.facts, p.coding.body, fact(L("Stance"), steps),
		caption(L("Why")), p.why,
		flow(p.confirm, p.reject, open, p.table, speaker, same, phrase),
		caption(L("The words selected above are")), flow(spans...),
		caption(L("About it")), p.about,
		caption(L("Also reported as")), p.others, row(p.apart),
	)
	return p
}

func (p *statementPanel) content() fyne.CanvasObject {
	return scrolled(container.NewStack(p.body, p.hint))
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
	p.coding.show(s)
	p.none.SetOn(s.coding != nil && s.coding.None)
	for i, pill := range p.stance {
		pill.SetOn(s.coding != nil && !s.coding.None && int(roundHalf(s.coding.Stance)) == i-2)
	}
	p.why.SetPassages(whyOf(s)...)
	p.confirm.SetPrimary(s.status != analysis.Rejected)
	p.reject.SetPrimary(s.status == analysis.Rejected)
	p.others.SetPassages(othersOf(rec, s)...)
	p.apart.Hide()
	if s.reports > 1 {
		p.apart.Show()
	}
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
		row("Speaker", p.record.speaker(st)),
		row("Addressed to", p.record.names[st.Addressee]),
	}
	p.about.Objects = []fyne.CanvasObject{
		row("Said on", dated),
		row("Outlet", joinParts(s.version.Article.Meta.Outlet.Value, day(s.version.Article.Meta.Date.Value))),
		row("Found by", local("%s · %.2f", tr(st.Rule), st.Confidence)),
	}
	if len(s.disputed) > 0 {
		var about []string
		for _, d := range s.disputed {
			about = append(about, tr(d))
		}
		p.about.Add(row("Reports disagree on", strings.Join(about, ", ")))
	}
	if c := s.coding; c != nil {
		p.about.Add(row("Coder", joinParts(tr(c.Coder), local("%.2f", c.Confidence))))
	}
	p.facts.Refresh()
	p.about.Refresh()
}

// contextOf is the sentences around a statement, with its parts marked.
func contextOf(s said) []widgets.Passage {
	v := s.version
	if _, whole, _ := surroundings(s); whole.Empty() {
		return []widgets.Passage{{Text: s.words(), Serif: true}}
	}
	lng := string(v.Language)
	before, whole, after := surroundings(s)
	passage := widgets.Passage{Text: oneLine(v, whole), Serif: true, Quote: true, Language: lng, Gap: 6}
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
		{Text: oneLine(v, before), Serif: true, Muted: true, Language: lng},
		passage,
		{Text: oneLine(v, after), Serif: true, Muted: true, Language: lng, Gap: 6},
	}
}

// oneLine is a stretch of a text on one line, byte for byte as long.
func oneLine(v *analysis.Version, p text.Span) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(p.Of(v.Article.Text))
}

// neighbour is about how many bytes of a sentence beside a statement are shown.
const neighbour = 200

// firstWords is the beginning of a stretch, up to a blank.
func firstWords(s string, p text.Span) text.Span {
	if p.Len() > neighbour {
		cut := p.Start + neighbour
		for cut > p.Start && (s[cut] != ' ' && cut > p.Start+neighbour/2 || !utf8.RuneStart(s[cut])) {
			cut--
		}
		p.End = cut
	}
	return p
}

// lastWords is the end of a stretch, from a blank on.
func lastWords(s string, p text.Span) text.Span {
	if p.Len() > neighbour {
		cut := p.End - neighbour
		for cut < p.End && (s[cut] != ' ' && cut < p.End-neighbour/2 || !utf8.RuneStart(s[cut])) {
			cut++
		}
		p.Start = cut
	}
	return p
}

// surroundings are where the two sentences before a statement lie, its own, and the one after.
func surroundings(s said) (before, whole, after text.Span) {
	all := s.version.Segments
	first, last := len(all), -1
	for i, seg := range all {
		for _, c := range s.statement.Content {
			if seg.Overlaps(c) {
				first, last = min(first, i), max(last, i)
			}
		}
	}
	if last < 0 {
		return before, whole, after
	}
	if first > 0 {
		before = all[max(0, first-2)].Cover(all[first-1])
	}
	if last+1 < len(all) {
		after = all[last+1]
	}
	return lastWords(s.version.Article.Text, before), all[first].Cover(all[last]), firstWords(s.version.Article.Text, after)
}

// whyOf lists the rules behind a coding, with what each added.
func whyOf(s said) []widgets.Passage {
	if s.coding == nil {
		return []widgets.Passage{{Text: L("It speaks of no issue of the codebook."), Muted: true}}
	}
	var out []widgets.Passage
	for _, e := range s.coding.Evidence {
		line := tr(e.Rule) + " " + calendar().Signed(e.Weight, 1)
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

// judgeAndGo judges as the screen does, which may go on to the next statement.
func (p *statementPanel) judgeAndGo(status string) {
	if p.judged != nil {
		p.judged(status)
		return
	}
	p.judge(status)
}

// key does what a letter or digit stands for.
func (p *statementPanel) key(typed rune) {
	switch typed {
	case '1', '2', '3', '4', '5':
		p.code(float64(typed - '3'))
	case '0':
		p.codeNone()
	case 'i':
		p.coding.issue.open()
	case 'f':
		p.coding.force.open()
	case 'y':
		p.coding.certainty.open()
	case 's':
		p.correctSpeaker()
	case 'o':
		p.open()
	}
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

// split says that the statement reports another saying than those it was joined with.
func (p *statementPanel) split() {
	if p.shown != nil {
		p.desk.fail(p.desk.session.Do(article.SplitUtterance{Statement: p.shown.anchors()[0]}))
		p.desk.events.log("split")
	}
}
