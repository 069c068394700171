package app

import (
	"errors"
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/app/report"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/scene"
)

// positionsScreen is the screen of stances over time: the chart of one issue, the means on all of
// them, and the statement behind a point.
type positionsScreen struct {
	desk           *Desk
	record         *record
	chart          *widgets.ChartView
	heat           *widgets.HeatMap
	panel          *statementPanel
	issue          *choice
	unit           *choice
	width          *choice
	apart          *widgets.Pill
	title          *widgets.Line
	below          *widgets.Line
	body           *fyne.Container
	empty          fyne.CanvasObject
	agreement      *widgets.Pill
	showsAgreement bool

	hidden map[string]bool // actors switched off in the legend
	points []string        // statements of the chart, by date

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
	s.heat = widgets.NewHeatMap()
	s.heat.SetCalendar(calendar())
	s.heat.OnCell = func(row, _ int) {
		if !s.showsAgreement {
			s.chooseIssue(row)
		}
	}
	s.panel = newStatementPanel(d)
	s.panel.step = s.step
	s.issue = newChoice(d, L("Issue: "))
	s.unit = newChoice(d, L("By "))
	s.width = newChoice(d, L("Lines: "))
	s.apart = widgets.NewPill(L("Small multiples"), func() { s.setMultiples(!s.multiples) })
	s.title = heading("")
	note := muted(L("Points are statements: the fuller, the surer the coding; hollow ones go on without a verb of saying. Lines are local means with a band of 95 %. Scroll to zoom, drag to pan, click a point to read it."))
	top := border(s.title, note, nil, nil, s.chart)
	s.below = heading("")
	s.agreement = widgets.NewPill(L("Agreement"), func() {
		s.showsAgreement = !s.showsAgreement
		s.showGrid()
	})
	means := border(border(nil, nil, nil, s.agreement, s.below), nil, nil, nil, s.heat)
	left := container.NewVSplit(card(top), card(means))
	left.SetOffset(0.66)
	main := beside(left, s.panel.content(), 0.76)
	s.empty = emptyState(L("No positions yet"),
		L("Nobody was found to take a position on an issue of the codebook. Add dated articles, or change the codebook."),
		widgets.NewPrimaryPill(L("Codebook…"), d.showCodebook))
	s.body = container.NewStack(main, s.empty)
	return s
}

func (s *positionsScreen) setMultiples(on bool) {
	s.multiples = on
	s.chart.SetMultiples(on)
	s.apart.SetOn(on)
}

func (s *positionsScreen) content() fyne.CanvasObject { return s.body }

func (s *positionsScreen) tools() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		s.issue.pill, s.unit.pill, s.width.pill,
		s.apart, widgets.NewPill(L("Event…"), s.askEvent),
		widgets.NewPrimaryPill(L("Export chart…"), s.askExport),
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
	s.showGrid()
	s.showTools(issue)
	s.showStatement()
}

// showGrid shows the means of all issues, or which actors agree on what they share.
func (s *positionsScreen) showGrid() {
	r := s.desk.session.Result()
	s.agreement.SetOn(s.showsAgreement)
	if s.showsAgreement {
		s.below.SetText(L("Agreement between actors, +2 of one mind, −2 opposed · blank: no issue shared"))
		s.heat.SetGrid(scene.AgreementGrid(report.AgreementOf(r, "", "")))
		return
	}
	s.below.SetText(L("All issues, mean position · blank: no statement"))
	s.heat.SetGrid(report.HeatMap(r))
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
	c := report.Chart(s.desk.session.Result(), issue)
	for i := range c.Series {
		if hidden, ok := s.hidden[c.Series[i].ID]; ok {
			c.Series[i].Hidden = hidden
		}
	}
	return c
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
}

func orUnit(u positions.Unit) positions.Unit {
	if u == "" {
		return positions.Month
	}
	return u
}

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
	if status == "dismissed" {
		status = "rejected"
	}
	s.panel.judge(status)
	s.step(+1)
}

// askEvent asks for a marker on the chart.
func (s *positionsScreen) askEvent() {
	when, what := widget.NewEntry(), widget.NewEntry()
	when.SetPlaceHolder("2018-05-08")
	items := []*widget.FormItem{{Text: L("Day"), Widget: when}, {Text: L("What happened"), Widget: what}}
	ask := dialog.NewForm(L("Event"), L("Add"), L("Cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		if day(when.Text) == when.Text {
			s.desk.fail(errors.New(Lf("%q is no day; write it as 2018-05-08", when.Text)))
			return
		}
		s.desk.fail(s.desk.session.Do(article.SetEvent{Date: when.Text, Label: what.Text}))
	}, s.desk.window)
	ask.Resize(fyne.NewSize(420, 200))
	ask.Show()
}

// askExport writes the chart as a picture.
func (s *positionsScreen) askExport() {
	s.desk.chooseName("positions.svg", s.export)
}

// export writes the chart in the format that the file's name asks for.
func (s *positionsScreen) export(path string) {
	chart := s.chartOf(s.current())
	s.desk.write(path, func(w io.Writer) error { return report.WriteChart(w, path, chart, calendar(), widgets.Fonts()) })
}
