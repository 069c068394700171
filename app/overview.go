package app

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis/positions"
	"hexapla/app/report"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// overview is the lower half of the Positions screen: what stands behind the one issue of the chart.
type overview struct {
	screen  *positionsScreen
	heat    *widgets.HeatMap
	table   *widgets.RowTable
	matrix  *widgets.HeatMap
	network *widgets.Network
	title   *widgets.Line
	period  *choice
	kinds   []*widgets.Pill
	stack   *fyne.Container
	body    *fyne.Container

	kind     int
	from, to string   // the period over which agreement is told
	pair     []string // actors alone in the chart, chosen in the network; nil is none
	rows     []positions.Position
}

// overviewKinds are the ways to look at all issues and actors.
var overviewKinds = []string{"Means", "Table", "Agreement", "Network"}

const (
	overMeans = iota
	overTable
	overMatrix
	overNetwork
)

func newOverview(s *positionsScreen) *overview {
	o := &overview{screen: s, title: heading(""), period: newChoice(s.desk, L("Period: "))}
	o.heat, o.matrix, o.network = widgets.NewHeatMap(), widgets.NewHeatMap(), widgets.NewNetwork()
	o.heat.SetCalendar(calendar())
	o.matrix.SetCalendar(calendar())
	o.heat.OnCell = func(row, _ int) {
		if issues := report.Issues(s.shown()); row < len(issues) {
			s.desk.session.Look(func(v *session.View) { v.Issue = issues[row] })
		}
	}
	o.matrix.OnCell = func(a, b int) { o.only(a, b) }
	o.network.OnPair = func(a, b int) { o.only(a, b) }
	o.network.OnActor = func(a int) { o.only(a) }
	o.table = newTable(
		widgets.TableColumn{Title: L("Actor"), Width: 130, Flex: 1},
		widgets.TableColumn{Title: L("Period"), Width: 110},
		widgets.TableColumn{Title: L("Mean"), Width: 70, Align: typeset.End},
		widgets.TableColumn{Title: L("95 % band"), Width: 120, Align: typeset.End},
		widgets.TableColumn{Title: L("Statements"), Width: 90, Align: typeset.End},
	)
	o.table.OnSelect = o.open
	bar := row(o.period.pill)
	for i, name := range overviewKinds {
		o.kinds = append(o.kinds, widgets.NewPill(tr(name), func() { o.choose(i) }))
		bar.Add(o.kinds[i])
	}
	o.stack = container.NewStack()
	o.body = border(border(nil, nil, nil, bar, o.title), nil, nil, nil, o.stack)
	return o
}

// choose shows another way.
func (o *overview) choose(kind int) {
	o.kind = kind
	if o.screen.record != nil {
		o.show()
	}
	o.screen.desk.events.log("overview %s", overviewKinds[kind])
}

func (o *overview) show() {
	s := o.screen
	for i, pill := range o.kinds {
		pill.SetOn(i == o.kind)
	}
	o.period.pill.Hide()
	r := s.shown()
	switch o.kind {
	case overMeans:
		o.title.SetText(L("All issues, mean position · blank: no statement"))
		o.heat.SetGrid(report.HeatMap(r))
		o.put(container.NewVScroll(o.heat))
	case overTable:
		o.title.SetText(s.record.proposition(s.current()))
		o.fill()
		o.put(o.table)
	default:
		o.offerPeriods()
		o.period.pill.Show()
		agreement := o.agreement()
		if o.kind == overMatrix {
			o.title.SetText(L("Agreement between actors, +2 of one mind, −2 opposed · blank: no issue shared"))
			o.matrix.SetGrid(scene.AgreementGrid(agreement))
			o.put(container.NewVScroll(o.matrix))
			return
		}
		o.title.SetText(L("The wider a line, the more two actors agree; dashed where they oppose each other"))
		o.network.SetAgreement(agreement)
		o.put(o.network)
	}
}

// put shows a widget in the place of the one before.
func (o *overview) put(what fyne.CanvasObject) {
	o.stack.Objects = []fyne.CanvasObject{what}
	o.stack.Refresh()
	o.body.Refresh()
}

// agreement is who agrees with whom in the period, in words where the pointer rests.
func (o *overview) agreement() scene.Agreement {
	a := report.AgreementOf(o.screen.shown(), o.from, o.to)
	a.Title = L("Agreement between actors")
	for i := range a.Pairs {
		for k := range a.Pairs[i] {
			c := &a.Pairs[i][k]
			c.Tip = Ln(c.N, "%d issue shared | %d issues shared")
			c.Tip = a.Actors[i] + " – " + a.Actors[k] + ": " + calendar().Signed(c.Value, 1) + " · " + c.Tip
		}
	}
	return a
}

// offerPeriods lets the period be chosen over which agreement is told.
func (o *overview) offerPeriods() {
	all := years(o.screen.record.all)
	set := func(from, to string) {
		o.from, o.to = from, to
		o.show()
	}
	names := append([]string{L("all")}, all...)
	at := 0
	if i := slices.Index(all, o.from); i >= 0 && o.to == o.from+"-12-31" {
		at = i + 1
	}
	names = append(names, L("As the chart shows"), L("From … to …"))
	if (o.from != "" || o.to != "") && at == 0 {
		at = len(names) - 1
		names[at] = day(o.from) + " – " + day(o.to)
	}
	o.period.set(names, at, func(i int) {
		switch {
		case i == 0:
			set("", "")
		case i <= len(all):
			set(all[i-1], all[i-1]+"-12-31")
		case i == len(all)+1:
			from, to := o.screen.chart.Range()
			set(from.ISO(), to.ISO())
		default:
			o.screen.desk.askPeriod(o.from, o.to, set)
		}
	})
}

// only shows one or two actors alone in the chart; the same again shows everybody.
func (o *overview) only(actors ...int) {
	s := o.screen
	ids := o.ids()
	var chosen []string
	for _, a := range actors {
		if a < len(ids) {
			chosen = append(chosen, ids[a])
		}
	}
	if slices.Equal(chosen, o.pair) {
		chosen = nil
	}
	o.pair = chosen
	s.hidden = map[string]bool{}
	for _, series := range s.chart.Chart().Series {
		if chosen != nil {
			s.hidden[series.ID] = !slices.Contains(chosen, series.ID)
		}
	}
	s.show(session.Looking)
	s.desk.events.log("actors %d", len(chosen))
}

// ids are the actors of the agreement, in its order.
func (o *overview) ids() []string {
	r := o.screen.shown()
	there := positions.Between(r.Points, o.from, o.to).Actors
	var out []string
	for _, a := range report.ActorsByVoice(r) {
		if slices.Contains(there, a) && len(out) < report.Crowd {
			out = append(out, a)
		}
	}
	return out
}

// fill lists the positions on the issue of the chart, period by period.
func (o *overview) fill() {
	s := o.screen
	issue := s.current()
	o.rows = nil
	for _, p := range s.shown().Positions {
		if p.Issue == issue {
			o.rows = append(o.rows, p)
		}
	}
	voices := report.ActorsByVoice(s.shown())
	slices.SortStableFunc(o.rows, func(a, b positions.Position) int {
		return slices.Index(voices, a.Actor) - slices.Index(voices, b.Actor)
	})
	unit := orUnit(s.desk.session.Analysis().By)
	rows := make([]widgets.TableRow, len(o.rows))
	for i, p := range o.rows {
		band := "–"
		if !math.IsNaN(p.Low) {
			band = calendar().Signed(p.Low, 1) + " … " + calendar().Signed(p.High, 1)
		}
		rows[i] = widgets.TableRow{Cells: []widgets.TableCell{
			{Text: s.record.name(p.Actor), Strong: true, Actor: s.record.looks[p.Actor]},
			{Text: digits(positions.PeriodName(p.From, unit))},
			{Text: calendar().Signed(p.Mean, 1)}, {Text: band, Muted: true}, {Text: local("%d", p.N)},
		}}
	}
	o.table.SetRows(rows)
}

// open goes to the first statement of a period.
func (o *overview) open(row int) {
	if row < len(o.rows) && len(o.rows[row].Statements) > 0 {
		o.screen.look(o.rows[row].Statements[0])
	}
}
