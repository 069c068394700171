package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis"
	"hexapla/analysis/positions"
	"hexapla/app/report"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/scene"
)

// positionsScreen is the screen of stances over time: the chart of one issue, below it what the issues
// and the actors have in common, and the statement behind a point.
type positionsScreen struct {
	desk   *Desk
	record *record
	chart  *widgets.ChartView
	panel  *statementPanel
	issue  *choice
	unit   *choice
	width  *choice
	outlet *choice
	lines  *widgets.Pill
	apart  *widgets.Pill
	title  *widgets.Line
	below  *overview
	body   *fyne.Container
	empty  fyne.CanvasObject

	hidden map[string]bool // actors switched off in the legend
	points []string        // statements of the chart, by date
	from   string          // the outlet whose statements are shown; "" is all

	multiples bool // a chart for each actor
}

// bandwidths are the choices for the curves, in days; 0 lets the time covered decide.
var bandwidths = []float64{0, 7, 14, 30, 90, 180, 365}

// units are the choices for grouping.
var units = []positions.Unit{positions.Day, positions.Week, positions.Month, positions.Year}

func newPositions(d *Desk) *positionsScreen {
	s := &positionsScreen{desk: d, hidden: map[string]bool{}}
	s.chart = widgets.NewChartView()
	s.chart.SetCalendar(calendar())
	s.chart.OnPoint = s.look
	s.chart.OnLegend = func(actor string, hidden bool) {
		s.hidden[actor] = hidden
		s.listPoints()
	}
	s.chart.OnKey = func(k *fyne.KeyEvent, typed rune) { d.passed(s.key, k, typed) }
	s.chart.OnEvent, s.chart.OnEventMoved, s.chart.OnAxis = s.editEvent, s.moveEvent, s.addEvent
	s.panel = newStatementPanel(d)
	s.panel.step = s.step
	s.issue = newChoice(d, L("Issue: "))
	s.unit = newChoice(d, L("By "))
	s.width = newChoice(d, L("Lines: "))
	s.outlet = newChoice(d, L("Outlet: "))
	s.lines = widgets.NewPill(L("Lines"), func() { s.setMultiples(false) })
	s.apart = widgets.NewPill(L("Small multiples"), func() { s.setMultiples(true) })
	s.title = heading("")
	note := muted(L("Points are statements: the fuller, the surer the coding; hollow ones go on without a verb of saying. Lines are local means with a band of 95 %. Scroll to zoom, drag to pan, click a point to read it; click the axis to mark an event."))
	top := border(border(nil, nil, nil, row(s.lines, s.apart), s.title), note, nil, nil, s.chart)
	s.below = newOverview(s)
	left := container.NewVSplit(card(top), card(s.below.body))
	left.SetOffset(0.66)
	main := beside(left, s.panel.content(), 0.76)
	s.empty = emptyState(L("No positions yet"),
		L("Nobody was found to take a position on an issue of the codebook. Add dated articles, or change the codebook."),
		widgets.NewPrimaryPill(L("Codebook…"), d.showCodebook))
	s.body = container.NewStack(main, s.empty)
	s.setMultiples(false)
	return s
}

// keys is what is typed goes to while nothing else has the keys.
func (s *positionsScreen) keys() fyne.Focusable { return s.chart }

// key lets the coder work by single keys.
func (s *positionsScreen) key(typed rune) {
	switch typed {
	case 'n':
		s.step(+1)
	case 'p':
		s.step(-1)
	case 'c':
		s.judge(analysis.Confirmed)
	case 'x':
		s.judge(analysis.Rejected)
	default:
		s.panel.key(typed)
	}
}

func (s *positionsScreen) setMultiples(on bool) {
	s.multiples = on
	s.chart.SetMultiples(on)
	s.apart.SetOn(on)
	s.lines.SetOn(!on)
}

func (s *positionsScreen) content() fyne.CanvasObject { return s.body }

func (s *positionsScreen) tools() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		s.issue.pill, s.unit.pill, s.width.pill, s.outlet.pill, newMultiple(s.desk, s.exports).named(L("Export chart…")),
	}
}

func (s *positionsScreen) status() (left, right string) {
	r := s.desk.session.Result()
	actors := map[string]bool{}
	for _, p := range r.Points {
		actors[p.Actor] = true
	}
	return joinParts(
		Ln(len(r.Statements), "%d statement | %d statements"), Ln(len(r.Points), "%d point | %d points"),
		Ln(len(actors), "%d actor | %d actors"), Ln(len(r.Versions), "%d article | %d articles")), s.desk.session.Coder()
}

func (s *positionsScreen) show(session.Change) {
	r := s.desk.session.Result()
	s.record = newRecord(r)
	if len(r.Points) == 0 {
		s.empty.Show()
		return
	}
	s.empty.Hide()
	v := s.desk.session.View()
	issue := s.current()
	s.title.SetText(Lf("Position on “%s”", s.record.proposition(issue)))
	s.chart.SetChart(s.chartOf(issue))
	s.chart.Select(v.Statement)
	s.listPoints()
	s.below.show()
	s.showTools(issue)
	s.showStatement()
}

// listPoints lists the statements that the chart shows, by date.
func (s *positionsScreen) listPoints() {
	s.points = s.points[:0]
	for _, series := range s.chart.Chart().Series {
		if series.Hidden {
			continue
		}
		for _, p := range series.Points {
			s.points = append(s.points, p.ID)
		}
	}
	slices.SortStableFunc(s.points, func(a, b string) int { return s.record.byID[a] - s.record.byID[b] })
}

// chartOf is the chart of an issue, with the actors that the user switched off or on.
func (s *positionsScreen) chartOf(issue string) scene.Chart {
	c := report.Chart(s.shown(), issue)
	for i := range c.Series {
		if hidden, ok := s.hidden[c.Series[i].ID]; ok {
			c.Series[i].Hidden = hidden
		}
	}
	return c
}

// shown is the result, of one outlet where one is chosen: its points, and the curves through them.
func (s *positionsScreen) shown() *analysis.Result {
	r := s.desk.session.Result()
	if s.from == "" {
		return r
	}
	outlet := map[string]string{}
	for _, one := range s.record.all {
		outlet[one.statement.ID] = one.version.Article.Meta.Outlet.Value
	}
	narrow := *r
	narrow.Points = slices.DeleteFunc(slices.Clone(r.Points), func(p positions.Point) bool { return outlet[p.Statement] != s.from })
	narrow.Curves = map[string][]positions.Curve{}
	issue := s.current()
	of := slices.DeleteFunc(slices.Clone(narrow.Points), func(p positions.Point) bool { return p.Issue != issue })
	narrow.Curves[issue] = positions.Smooth(of, r.Bandwidth)
	narrow.Positions = positions.ByPeriod(narrow.Points, orUnit(s.desk.session.Analysis().By))
	return &narrow
}

// current is the issue that the view names, else the one with the most points.
func (s *positionsScreen) current() string {
	count := map[string]int{}
	for _, p := range s.desk.session.Result().Points {
		count[p.Issue]++
	}
	if issue := s.desk.session.View().Issue; count[issue] > 0 {
		return issue
	}
	best := ""
	for _, i := range s.desk.session.Result().Codebook.Issues {
		if count[i.ID] > count[best] {
			best = i.ID
		}
	}
	return best
}

func (s *positionsScreen) showTools(issue string) {
	issues := report.Issues(s.record.result)
	var names []string
	for _, i := range issues {
		names = append(names, s.record.proposition(i))
	}
	s.issue.set(names, slices.Index(issues, issue), s.chooseIssue)
	o := s.desk.session.Analysis()
	var unitNames, widthNames []string
	for _, u := range units {
		unitNames = append(unitNames, L(string(u)))
	}
	s.unit.set(unitNames, max(0, slices.Index(units, orUnit(o.By))), func(i int) {
		o.By = units[i]
		s.desk.session.SetAnalysis(o)
	})
	widthNames = append(widthNames, Ln(int(s.record.result.Bandwidth+0.5), "%d day (auto) | %d days (auto)"))
	for _, w := range bandwidths[1:] {
		widthNames = append(widthNames, Ln(int(w), "%d day | %d days"))
	}
	s.width.set(widthNames, slices.Index(bandwidths, o.Bandwidth), func(i int) {
		o.Bandwidth = bandwidths[i]
		s.desk.session.SetAnalysis(o)
	})
	outlets := outletsOf(s.record)
	s.outlet.set(append([]string{L("all")}, outlets...), slices.Index(outlets, s.from)+1, func(i int) {
		s.from = append([]string{""}, outlets...)[i]
		s.show(session.Looking)
	})
}

// outletsOf are the outlets that report statements.
func outletsOf(rec *record) []string {
	var out []string
	for _, one := range rec.all {
		if o := one.version.Article.Meta.Outlet.Value; o != "" {
			out = append(out, o)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func orUnit(u positions.Unit) positions.Unit {
	if u == "" {
		return positions.Month
	}
	return u
}

// chooseIssue shows another issue, and the whole time again.
func (s *positionsScreen) chooseIssue(i int) {
	if issues := report.Issues(s.record.result); i < len(issues) {
		s.desk.session.Look(func(v *session.View) { v.Issue = issues[i] })
	}
}

// look goes to a point's statement.
func (s *positionsScreen) look(statement string) {
	s.desk.session.Look(func(v *session.View) { v.Statement = statement })
	s.desk.events.log("point %s", statement)
}

func (s *positionsScreen) showStatement() {
	id := s.desk.session.View().Statement
	at := slices.Index(s.points, id)
	if i, ok := s.record.byID[id]; ok && at >= 0 {
		s.panel.show(s.record, s.record.on(i, s.current()), Lf("Statement %d of %d", at+1, len(s.points)))
		return
	}
	s.panel.clear()
}

// on is the coding of a statement on an issue, the statement as it stands where it has none.
func (rec *record) on(i int, issue string) said {
	id := rec.all[i].statement.ID
	for _, s := range rec.all {
		if s.statement.ID == id && s.coding != nil && s.coding.Issue == issue {
			return s
		}
	}
	return rec.all[i]
}

func (s *positionsScreen) step(by int) {
	at := slices.Index(s.points, s.desk.session.View().Statement)
	if n := len(s.points); n > 0 {
		s.look(s.points[(at+by+n)%n])
	}
}

func (s *positionsScreen) judge(status string) {
	if status == analysis.Dismissed {
		status = analysis.Rejected
	}
	s.panel.judge(status)
	s.step(+1)
}
