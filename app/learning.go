package app

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"hexapla/analysis"
	"hexapla/analysis/positions"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// askLearning finds out what the machine would learn from people's corrections and shows it before
// anything is decided.
func (d *Desk) askLearning() {
	d.session.Refit(func(found analysis.Refitted, err error) {
		if err != nil {
			d.fail(err)
			return
		}
		d.showLearning(found)
	})
}

// learningSheet shows which weights would change, and which codings with them.
type learningSheet struct {
	desk   *Desk
	record *record
	found  analysis.Refitted
	hide   func()
}

func (d *Desk) showLearning(found analysis.Refitted) {
	l := &learningSheet{desk: d, record: newRecord(d.session.Result()), found: found}
	learn := widgets.NewPrimaryPill(L("Learn"), func() { l.decide(func() error { return d.session.Do(found.Act) }) })
	reset := widgets.NewPill(L("Weights as shipped"), func() { l.decide(d.session.ResetWeights) })
	enable(learn, len(found.Act.Weights) > 0)
	enable(reset, len(d.session.State().Weights) > 0)
	weights, codings := l.weights(), l.codings()
	for _, t := range []*widgets.RowTable{weights, codings} {
		t.OnKey = func(k *fyne.KeyEvent, typed rune) { d.passed(func(rune) {}, k, typed) }
	}
	changed := heading(Ln(len(found.Changes), "%d coding would come out otherwise | %d codings would come out otherwise"))
	split := container.NewVSplit(weights, border(changed, nil, nil, nil, codings))
	sheet := dialog.NewCustom(L("Learn from corrections"), L("Close"),
		border(container.NewVBox(wrapped(l.summary()), row(learn, reset)), nil, nil, nil, split), d.window)
	l.hide = sheet.Hide
	sheet.Resize(fyne.NewSize(900, 640))
	sheet.Show()
	d.events.log("learning %d", len(found.Changes))
}

// summary says from how much would be learnt, and what agreement would become.
func (l *learningSheet) summary() string {
	if len(l.found.Act.Weights) == 0 {
		return L("Nobody corrected a coding yet: there is nothing to learn from.")
	}
	from := Ln(l.found.Act.From, "Learnt from %d correction. | Learnt from %d corrections.")
	if math.IsNaN(l.found.Before.Alpha) || math.IsNaN(l.found.After.Alpha) {
		return from
	}
	return from + " " + Lf("Agreement with people would go from %.2f to %.2f, on the corrections themselves: on others it will be less.",
		l.found.Before.Alpha, l.found.After.Alpha)
}

func (l *learningSheet) weights() *widgets.RowTable {
	t := newTable(
		widgets.TableColumn{Title: L("Rule"), Width: 130},
		widgets.TableColumn{Title: L("What it sees"), Width: 200, Flex: 1},
		widgets.TableColumn{Title: L("As shipped"), Width: 90, Align: typeset.End},
		widgets.TableColumn{Title: L("Now"), Width: 80, Align: typeset.End},
		widgets.TableColumn{Title: L("Then"), Width: 80, Align: typeset.End},
	)
	var rows []widgets.TableRow
	for _, w := range l.found.Weights {
		moved := math.Abs(w.After-w.Before) >= 0.005
		rows = append(rows, widgets.TableRow{Muted: !moved, Cells: []widgets.TableCell{
			{Text: w.Rule, Strong: moved}, {Text: w.About},
			{Text: calendar().Signed(w.Shipped, 2)}, {Text: calendar().Signed(w.Before, 2)}, {Text: calendar().Signed(w.After, 2), Strong: moved},
		}})
	}
	t.SetRows(rows)
	return t
}

func (l *learningSheet) codings() *widgets.RowTable {
	t := newTable(
		widgets.TableColumn{Title: L("Actor"), Width: 110},
		widgets.TableColumn{Title: L("Content"), Width: 200, Flex: 1},
		widgets.TableColumn{Title: L("Issue"), Width: 150, Spare: 1},
		widgets.TableColumn{Title: L("Now"), Width: 80, Align: typeset.End},
		widgets.TableColumn{Title: L("Then"), Width: 80, Align: typeset.End},
	)
	t.MaxLines = 2
	var rows []widgets.TableRow
	var open []positions.Coding
	for _, c := range l.found.Changes {
		i, ok := l.record.byID[c.Statement]
		if !ok {
			continue
		}
		s := l.record.all[i]
		open = append(open, c.After)
		rows = append(rows, widgets.TableRow{Cells: []widgets.TableCell{
			{Text: l.record.name(s.statement.Actor), Strong: true, Actor: l.record.looks[s.statement.Actor]},
			{Text: s.words(), Serif: true, Lang: string(s.version.Language)},
			{Text: l.record.proposition(c.Issue)}, {Text: stanceOf(c.Before)}, {Text: stanceOf(c.After), Strong: true},
		}})
	}
	t.SetRows(rows)
	t.OnSelect = func(row int) {
		l.hide()
		l.desk.openStatement(open[row].Statement, open[row].Issue)
	}
	return t
}

// stanceOf is a stance as people read it.
func stanceOf(c positions.Coding) string {
	if c.None {
		return tr("no position")
	}
	return calendar().Signed(c.Stance, 1)
}

func (l *learningSheet) decide(act func() error) {
	l.hide()
	l.desk.fail(act())
	l.desk.events.log("learnt")
}
