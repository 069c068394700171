package app

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis"
	"hexapla/app/session"
	"hexapla/widgets"
)

// statements is the screen of who said what: a table that can be narrowed, and the statement in its
// context.
type statements struct {
	desk   *Desk
	record *record
	table  *widgets.RowTable
	panel  *statementPanel
	bar    *fyne.Container
	body   *fyne.Container
	empty  fyne.CanvasObject

	actor, issue, state, outlet string // filters, "" is all
	byConfidence                bool
	listed                      []said
	filters                     []*choice
}

func newStatements(d *Desk) *statements {
	s := &statements{desk: d}
	s.table = newTable(
		widgets.TableColumn{Title: L("Date"), Width: 88},
		widgets.TableColumn{Title: L("Actor"), Width: 118},
		widgets.TableColumn{Title: L("Cue"), Width: 78},
		widgets.TableColumn{Title: L("Content"), Width: 130, Flex: 1},
		widgets.TableColumn{Title: L("Issue"), Width: 110},
		widgets.TableColumn{Title: L("Stance"), Width: 58},
		widgets.TableColumn{Title: L("Force"), Width: 80},
		widgets.TableColumn{Title: L("Confidence"), Width: 80},
		widgets.TableColumn{Title: L("Status"), Width: 84},
		widgets.TableColumn{Title: L("Reports"), Width: 58},
	)
	s.table.MaxLines = 5
	s.table.OnSelect = func(row int) { s.look(row) }
	s.table.OnKey = func(k *fyne.KeyEvent, typed rune) { d.passed(s.key, k, typed) }
	s.panel = newStatementPanel(d)
	s.panel.step = s.step
	for _, name := range []string{"Actor: ", "Issue: ", "Status: ", "Outlet: ", "Sort: "} {
		s.filters = append(s.filters, newChoice(d, tr(name)))
	}
	s.bar = row()
	for _, f := range s.filters {
		s.bar.Add(f.pill)
	}
	s.empty = emptyState(L("No statements found"), L("Add articles in which somebody says something, or loosen the filters."),
		widgets.NewPrimaryPill(L("Go to the Library"), func() { goTo(screenLibrary)(d) }))
	main := beside(border(container.NewPadded(container.NewHScroll(s.bar)), nil, nil, nil, s.table), s.panel.content(), 0.76)
	s.body = container.NewStack(main, s.empty)
	return s
}

func (s *statements) content() fyne.CanvasObject { return s.body }

func (s *statements) tools() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widgets.NewPill(L("Codebook…"), s.desk.showCodebook),
		widgets.NewPrimaryPill(L("Review queue"), s.queue),
	}
}

func (s *statements) show(session.Change) {
	s.record = newRecord(s.desk.session.Result())
	s.fill()
}

// fill fills the table with what the filters let through.
func (s *statements) fill() {
	s.listed = nil
	for _, one := range s.record.all {
		if s.passes(one) {
			s.listed = append(s.listed, one)
		}
	}
	if s.byConfidence {
		slices.SortStableFunc(s.listed, func(a, b said) int { return compareFloat(a.confidence(), b.confidence()) })
	}
	rows := make([]widgets.TableRow, len(s.listed))
	selected := -1
	for i, one := range s.listed {
		rows[i] = s.record.row(one)
		if one.statement.ID == s.desk.session.View().Statement && selected < 0 {
			selected = i
		}
	}
	s.table.SetRows(rows)
	s.table.Select(selected)
	if len(s.record.all) == 0 {
		s.empty.Show()
	} else {
		s.empty.Hide()
	}
	s.showFilters()
	if selected >= 0 {
		s.panel.show(s.record, s.listed[selected], Lf("Statement %d of %d", selected+1, len(s.listed)))
	} else {
		s.panel.clear()
	}
}

func (s *statements) passes(one said) bool {
	issue := ""
	if one.coding != nil {
		issue = one.coding.Issue
	}
	return (s.actor == "" || one.statement.Actor == s.actor) && (s.issue == "" || issue == s.issue) &&
		(s.state == "" || one.status == s.state) && (s.outlet == "" || one.version.Article.Meta.Outlet.Value == s.outlet)
}

// showFilters offers what there is to choose.
func (s *statements) showFilters() {
	actors, issues, outlets := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, one := range s.record.all {
		actors[one.statement.Actor] = true
		outlets[one.version.Article.Meta.Outlet.Value] = true
		if one.coding != nil {
			issues[one.coding.Issue] = true
		}
	}
	filter := func(c *choice, of map[string]bool, value *string, name func(string) string) {
		values := append([]string{""}, slices.Sorted(maps.Keys(of))...)
		values = slices.Compact(values)
		names := make([]string, len(values))
		for i, v := range values {
			names[i] = name(v)
			if v == "" {
				names[i] = L("all")
			}
		}
		c.set(names, slices.Index(values, *value), func(i int) {
			*value = values[i]
			s.fill()
		})
	}
	same := func(v string) string { return v }
	filter(s.filters[0], actors, &s.actor, s.record.name)
	filter(s.filters[1], issues, &s.issue, s.record.proposition)
	filter(s.filters[2], map[string]bool{"auto": true, analysis.Confirmed: true, analysis.Rejected: true, "by hand": true, "versions disagree": true}, &s.state, func(v string) string { return tr(v) })
	filter(s.filters[3], outlets, &s.outlet, same)
	s.filters[4].set([]string{L("date"), L("least sure first")}, index(s.byConfidence), func(i int) {
		s.byConfidence = i == 1
		s.fill()
	})
	s.bar.Refresh()
}

func index(on bool) int {
	if on {
		return 1
	}
	return 0
}

func (s *statements) status() (left, right string) {
	r := s.desk.session.Result()
	utterances := map[string]bool{}
	for _, x := range r.Statements {
		utterances[orElse(x.Utterance, x.ID)] = true
	}
	confirmed, rejected := 0, 0
	for _, j := range judgements(r) {
		switch j {
		case analysis.Confirmed:
			confirmed++
		case analysis.Rejected:
			rejected++
		}
	}
	return joinParts(
		Ln(len(r.Statements), "%d statement | %d statements"), Ln(len(utterances), "%d utterance | %d utterances"),
		Ln(confirmed, "%d confirmed"), Ln(rejected, "%d rejected")), s.desk.session.Coder()
}

// queue shows what nobody judged yet, the least sure first.
func (s *statements) queue() {
	s.state, s.byConfidence = "auto", true
	s.fill()
	s.look(0)
}

func (s *statements) look(row int) {
	if row < 0 || row >= len(s.listed) {
		return
	}
	s.table.Select(row)
	s.desk.session.Look(func(v *session.View) { v.Statement = s.listed[row].statement.ID })
	s.panel.show(s.record, s.listed[row], Lf("Statement %d of %d", row+1, len(s.listed)))
	s.desk.events.log("statement %d", row)
}

func (s *statements) step(by int) { s.look(s.table.Selected() + by) }

// judge confirms or rejects the statement looked at.
func (s *statements) judge(status string) {
	if status == analysis.Dismissed {
		status = analysis.Rejected
	}
	row := s.table.Selected()
	s.panel.judge(status)
	s.look(min(row+1, len(s.listed)-1))
}

// key lets the coder work by single keys.
func (s *statements) key(typed rune) {
	switch typed {
	case 'n':
		s.step(+1)
	case 'p':
		s.step(-1)
	case 'c':
		s.judge(analysis.Confirmed)
	case 'x':
		s.judge(analysis.Rejected)
	case '1', '2', '3', '4', '5':
		s.panel.code(float64(typed - '3'))
	}
}

// confidence is how sure the machine is of the statement and its coding.
func (s said) confidence() float64 {
	if s.coding != nil {
		return s.statement.Confidence * s.coding.Confidence
	}
	return s.statement.Confidence
}

// proposition is an issue in words.
func (rec *record) proposition(issue string) string {
	for _, i := range rec.result.Codebook.Issues {
		if i.ID == issue {
			return orElse(i.Proposition, i.ID)
		}
	}
	return issue
}

// row is a statement in the table.
func (rec *record) row(s said) widgets.TableRow {
	words, spans := s.marked()
	lng := string(s.version.Language)
	cells := []widgets.TableCell{
		{Text: day(s.statement.Date), Muted: true},
		{Text: rec.name(s.statement.Actor), Sub: s.statement.Speaker, Strong: true, Actor: rec.looks[s.statement.Actor]},
		{Text: s.cue(), Accent: !s.statement.Continues, Muted: s.statement.Continues, Lang: lng},
		{Text: words, Spans: spans, Serif: true, Lang: lng},
		{}, {}, {},
		{Bar: &widgets.Bar{Value: float32(s.confidence())}},
		{Text: tr(s.status), Muted: s.status == "auto"},
		{Text: local("%d", s.reports)},
	}
	if c := s.coding; c != nil {
		cells[4].Text = rec.proposition(c.Issue)
		cells[5].Text = "–"
		if !c.None {
			cells[5].Text = calendar().Signed(c.Stance, 1)
		}
		cells[6].Text = joinParts(tr(string(c.Force)), certaintyName(string(c.Certainty)))
	}
	return widgets.TableRow{Cells: cells, Muted: s.status == analysis.Rejected}
}

// certaintyName names what is not plainly asserted.
func certaintyName(c string) string {
	if c == "asserted" {
		return ""
	}
	return tr(c)
}

// marked is the words of a statement with what its coding rests on.
func (s said) marked() (string, []widgets.Span) {
	var spans []widgets.Span
	text, at := "", 0
	for i, c := range s.statement.Content {
		if i > 0 {
			text += " … "
		}
		at = len(text)
		text += c.Of(s.version.Article.Text)
		if s.coding == nil {
			continue
		}
		for _, e := range s.coding.Evidence {
			if e.Empty() || !c.Contains(e.Span) {
				continue
			}
			kind := widgets.Substitution
			if e.Weight > 0 {
				kind = widgets.Addition
			}
			spans = append(spans, widgets.Span{Start: e.Start - c.Start + at, End: e.End - c.Start + at, Kind: kind})
		}
	}
	return text, spans
}
