package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// statements is the screen of who said what: a table that can be narrowed, and the statement in its
// context.
type statements struct {
	desk   *Desk
	record *record
	bar    *sieveBar
	table  *widgets.RowTable
	panel  *statementPanel
	review *widgets.Pill
	body   *fyne.Container
	empty  fyne.CanvasObject

	listed []said
	tally  string // of all statements, for the status line
	agreed string
	at     int    // the row looked at last
	onThat string // the issue of the coding looked at: a statement may stand several times
}

func newStatements(d *Desk) *statements {
	s := &statements{desk: d, at: -1}
	s.table = newTable(
		widgets.TableColumn{Title: L("Date"), Width: 88, Least: 60},
		widgets.TableColumn{Title: L("Actor"), Width: 118, Least: 88},
		widgets.TableColumn{Title: L("Cue"), Width: 78, Least: 74, Spare: 1},
		widgets.TableColumn{Title: L("Content"), Width: 205, Flex: 1},
		widgets.TableColumn{Title: L("Issue"), Width: 110, Least: 84},
		widgets.TableColumn{Title: L("Stance"), Width: 58, Least: 52, Align: typeset.End},
		widgets.TableColumn{Title: L("Force"), Width: 80, Least: 64, Spare: 2},
		widgets.TableColumn{Title: L("Confidence"), Width: 80, Least: 64, Spare: 3},
		widgets.TableColumn{Title: L("Status"), Width: 84, Least: 66},
		widgets.TableColumn{Title: L("Reports"), Width: 62, Least: 50, Spare: 4, Align: typeset.End},
	)
	s.table.MaxLines = 5
	s.table.OnSelect = func(row int) { s.look(row) }
	s.table.OnKey = func(k *fyne.KeyEvent, typed rune) { d.passed(s.key, k, typed) }
	s.panel = newStatementPanel(d)
	s.panel.step = s.step
	s.panel.judged = s.judge
	s.panel.table.SetText(L("Back"))
	s.panel.table.OnTapped = d.back
	s.bar = newSieveBar(d, s.fill)
	s.review = widgets.NewPrimaryPill("", s.queue)
	s.empty = emptyState(L("No statements found"), L("Add articles in which somebody says something, or loosen the filters."),
		widgets.NewPrimaryPill(L("Go to the Library"), func() { goTo(screenLibrary)(d) }))
	main := beside(above(s.bar.body, s.table), s.panel.content(), 0.76)
	s.body = container.NewStack(main, s.empty)
	return s
}

func (s *statements) content() fyne.CanvasObject { return s.body }

// keys is what is typed goes to while nothing else has the keys.
func (s *statements) keys() fyne.Focusable { return s.table }

func (s *statements) tools() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widgets.NewPill(L("Codebook…"), s.desk.showCodebook),
		widgets.NewPill(L("Agreement…"), s.desk.showAgreement),
		s.review,
	}
}

func (s *statements) show(session.Change) {
	r := s.desk.session.Result()
	s.record = newRecord(r)
	s.count(r)
	s.fill()
}

// fill fills the table with what the filters let through.
func (s *statements) fill() {
	s.listed = nil
	waiting := 0
	for _, one := range s.record.all {
		if one.is(toReview) {
			waiting++
		}
		if s.bar.sieve.passes(one) {
			s.listed = append(s.listed, one)
		}
	}
	s.bar.order.sort(s.listed, s.record.name)
	rows := make([]widgets.TableRow, len(s.listed))
	for i, one := range s.listed {
		rows[i] = s.record.row(one)
	}
	s.table.SetRows(rows)
	s.review.SetText(Lf("Review queue (%d)", waiting))
	s.bar.show(s.record)
	if len(s.record.all) == 0 {
		s.empty.Show()
	} else {
		s.empty.Hide()
	}
	s.reselect()
	s.desk.shell.showStatus()
}

// reselect goes on looking at the same statement. One that the filters no longer let through, such as
// one just judged, gives its place to the next.
func (s *statements) reselect() {
	id := s.desk.session.View().Statement
	row := slices.IndexFunc(s.listed, func(o said) bool { return o.statement.ID == id && o.issue() == s.onThat })
	if row < 0 {
		row = slices.IndexFunc(s.listed, func(o said) bool { return o.statement.ID == id })
	}
	if row < 0 && s.at >= 0 && id != "" {
		row = min(s.at, len(s.listed)-1)
	}
	s.table.Select(row)
	if row < 0 {
		s.panel.clear()
		return
	}
	s.keep(row)
}

// keep shows the statement of a row, and has the project open on it.
func (s *statements) keep(row int) {
	one := s.listed[row]
	s.at, s.onThat = row, one.issue()
	s.desk.session.Remember(func(v *session.View) { v.Statement = one.statement.ID })
	at, all := placeAmong(s.listed, one.statement.ID)
	s.panel.show(s.record, one, Lf("Statement %d of %d", at, all))
}

// placeAmong is the place, from 1, of a statement among those listed and how many they are: a statement on
// two issues has two rows and is one.
func placeAmong(listed []said, id string) (at, all int) {
	seen := map[string]bool{}
	for _, o := range listed {
		seen[o.statement.ID] = true
		if at == 0 && o.statement.ID == id {
			at = len(seen)
		}
	}
	return at, len(seen)
}

func (s *statements) status() (left, right string) {
	listed := ""
	if s.record != nil && len(s.listed) < len(s.record.all) {
		listed = Lf("%d of %d shown", len(s.listed), len(s.record.all))
	}
	return joinParts(s.tally, listed), joinParts(s.desk.session.Coder(), s.agreed)
}

// count sums up what was found and what people made of it.
func (s *statements) count(r *analysis.Result) {
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
	s.tally = joinParts(
		Ln(len(r.Statements), "%d statement | %d statements"), Ln(len(utterances), "%d utterance | %d utterances"),
		Ln(confirmed, "%d confirmed"), Ln(rejected, "%d rejected"))
	s.agreed = agreementWithMachine(r)
}

// queue shows what the machine coded and nobody judged yet, the least sure first.
func (s *statements) queue() {
	s.bar.sieve, s.bar.order = sieve{status: toReview}, leastSure
	s.fill()
	s.look(0)
	s.desk.events.log("queue %d", len(s.listed))
}

func (s *statements) look(row int) {
	if row < 0 || row >= len(s.listed) {
		return
	}
	s.table.Select(row)
	s.keep(row)
	s.desk.events.log("statement %d", row)
}

func (s *statements) step(by int) { s.look(s.table.Selected() + by) }

// judge confirms or rejects the statement looked at, and goes on to the next.
func (s *statements) judge(status string) {
	if status == analysis.Dismissed {
		status = analysis.Rejected
	}
	row := s.table.Selected()
	if row < 0 {
		return
	}
	before := s.listed[row]
	s.panel.judge(status)
	if s.at < len(s.listed) && s.at >= 0 && s.listed[s.at].statement.ID == before.statement.ID {
		s.look(min(row+1, len(s.listed)-1))
	}
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
	case 'q':
		s.queue()
	default:
		s.panel.key(typed)
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
		{Text: rec.name(s.statement.Actor), Sub: rec.person(s.statement), Strong: true, Actor: rec.looks[s.statement.Actor]},
		{Text: s.cue(), Accent: !s.statement.Continues, Muted: s.statement.Continues, Lang: lng},
		{Text: words, Spans: spans, Serif: true, Lang: lng},
		{}, {}, {},
		{Bar: &widgets.Bar{Value: float32(s.confidence())}},
		{Text: tr(s.status), Muted: s.status == "auto", Badge: statusBadge(s.status)},
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

// statusBadge is the sign of what people made of a statement; nothing while only the machine saw it.
func statusBadge(status string) *widgets.Badge {
	switch status {
	case analysis.Confirmed:
		return &widgets.Badge{Sign: "✓", Kind: widgets.Addition}
	case analysis.Rejected:
		return &widgets.Badge{Sign: "✕", Kind: widgets.Omission}
	case "by hand":
		return &widgets.Badge{Sign: "✎", Kind: widgets.Soft}
	case "versions disagree":
		return &widgets.Badge{Sign: "≠", Kind: widgets.Meaning}
	}
	return nil
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
