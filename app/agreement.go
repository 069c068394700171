package app

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"hexapla/analysis"
	"hexapla/analysis/positions"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// Krippendorff's own bounds: below the first nothing should be concluded, from the second on a figure
// is reliable.
const (
	alphaTentative = 0.667
	alphaReliable  = 0.8
)

// agreementSheet says how far coders agree, issue by issue, and lists what they disagree on.
type agreementSheet struct {
	desk     *Desk
	record   *record
	figures  *widgets.RowTable
	disputes *widgets.RowTable
	who      *choice
	heading  *widgets.Line
	hide     func()

	people bool   // without the machine
	issue  string // whose disputes are listed; "" is all
	issues []string
	shown  []positions.Dispute
}

// showAgreement shows how far the coders agree.
func (d *Desk) showAgreement() {
	a := &agreementSheet{desk: d, record: newRecord(d.session.Result()), heading: heading(""), who: newChoice(d, "")}
	a.figures = newTable(
		widgets.TableColumn{Title: L("Issue"), Width: 200, Flex: 1},
		widgets.TableColumn{Title: L("Statements"), Width: 80, Align: typeset.End},
		widgets.TableColumn{Title: L("α nominal"), Width: 80, Align: typeset.End},
		widgets.TableColumn{Title: L("α ordinal"), Width: 80, Align: typeset.End},
		widgets.TableColumn{Title: L("Coders"), Width: 150},
	)
	a.disputes = newTable(
		widgets.TableColumn{Title: L("Date"), Width: 88},
		widgets.TableColumn{Title: L("Actor"), Width: 110},
		widgets.TableColumn{Title: L("Content"), Width: 200, Flex: 1},
		widgets.TableColumn{Title: L("Issue"), Width: 130, Spare: 1},
		widgets.TableColumn{Title: L("Read as"), Width: 150},
	)
	a.disputes.MaxLines = 3
	a.figures.OnSelect = func(row int) {
		if row < len(a.issues) {
			a.issue = a.issues[row]
			a.showDisputes()
		}
	}
	a.disputes.OnSelect = a.open
	a.disputes.OnActivate = a.open
	for _, t := range []*widgets.RowTable{a.figures, a.disputes} {
		t.OnKey = func(k *fyne.KeyEvent, typed rune) { d.passed(func(rune) {}, k, typed) }
	}
	split := container.NewVSplit(a.figures, border(a.heading, nil, nil, nil, a.disputes))
	split.SetOffset(0.4)
	learn := widgets.NewPill(L("Learn from corrections…"), func() { a.hide(); d.askLearning() })
	note := muted(L("Krippendorff's alpha over statements that two coders or more have coded on an issue; whoever confirms a statement reads it as the machine does. 1 is perfect, 0 is chance. From 0.8 on a figure is reliable, below 0.667 nothing should rest on it."))
	sheet := dialog.NewCustom(L("Agreement between coders"), L("Close"), border(row(a.who.pill, learn), note, nil, nil, split), d.window)
	a.hide = sheet.Hide
	a.show()
	sheet.Resize(fyne.NewSize(900, 620))
	sheet.Show()
	d.window.Canvas().Focus(a.disputes)
}

// show shows the figures of whom is compared.
func (a *agreementSheet) show() {
	a.who.set([]string{L("People and the machine"), L("People alone")}, btoi(a.people), func(i int) {
		a.people = i == 1
		a.show()
	})
	readings := a.readings()
	a.issues = append([]string{""}, coded(a.record.result, readings)...)
	rows := make([]widgets.TableRow, len(a.issues))
	for i, issue := range a.issues {
		rows[i] = a.figureRow(issue, on(readings, issue))
	}
	a.figures.SetRows(rows)
	at := max(0, slices.Index(a.issues, a.issue))
	a.issue = a.issues[at]
	a.figures.Select(at)
	a.showDisputes()
}

func (a *agreementSheet) readings() []positions.Coding {
	all := a.record.result.Readings()
	if a.people {
		all = slices.DeleteFunc(all, func(c positions.Coding) bool { return c.Coder == positions.Machine })
	}
	return all
}

func (a *agreementSheet) figureRow(issue string, codings []positions.Coding) widgets.TableRow {
	nominal, ordinal := positions.Alpha(codings, positions.Nominal), positions.Alpha(codings, positions.Ordinal)
	name := L("All issues")
	if issue != "" {
		name = a.record.proposition(issue)
	}
	var coders []string
	for _, c := range nominal.Coders {
		coders = append(coders, tr(c))
	}
	return widgets.TableRow{Cells: []widgets.TableCell{
		{Text: name, Strong: issue == ""}, {Text: local("%d", nominal.Units)},
		alphaCell(nominal.Alpha), alphaCell(ordinal.Alpha), {Text: strings.Join(coders, ", "), Muted: true},
	}}
}

// alphaCell is a figure with its bar; where nothing was coded twice, or nothing varies, there is none.
func alphaCell(alpha float64) widgets.TableCell {
	if math.IsNaN(alpha) {
		return widgets.TableCell{Text: "–", Muted: true}
	}
	return widgets.TableCell{Text: local("%.2f", alpha), Muted: alpha < alphaTentative, Strong: alpha >= alphaReliable}
}

// showDisputes lists what coders read differently on the issue looked at.
func (a *agreementSheet) showDisputes() {
	a.shown = positions.Disputes(on(a.readings(), a.issue))
	a.shown = slices.DeleteFunc(a.shown, func(d positions.Dispute) bool { _, ok := a.record.byID[d.Statement]; return !ok })
	rows := make([]widgets.TableRow, len(a.shown))
	for i, d := range a.shown {
		s := a.record.all[a.record.byID[d.Statement]]
		rows[i] = widgets.TableRow{Cells: []widgets.TableCell{
			{Text: day(s.statement.Date), Muted: true},
			{Text: a.record.name(s.statement.Actor), Sub: a.record.person(s.statement), Strong: true, Actor: a.record.looks[s.statement.Actor]},
			{Text: s.words(), Serif: true, Lang: string(s.version.Language)},
			{Text: a.record.proposition(d.Issue)}, {Text: readAs(d)},
		}}
	}
	a.disputes.SetRows(rows)
	a.disputes.Select(-1)
	a.heading.SetText(Ln(len(rows), "%d statement is read differently | %d statements are read differently"))
}

// readAs is who read a statement how: "Ada: +1 · machine: −1".
func readAs(d positions.Dispute) string {
	var out []string
	for _, c := range d.Codings {
		c.Stance = roundHalf(c.Stance)
		out = append(out, tr(c.Coder)+": "+stanceOf(c))
	}
	return joinParts(out...)
}

// open goes to the statement of a dispute.
func (a *agreementSheet) open(row int) {
	if row < 0 || row >= len(a.shown) {
		return
	}
	a.hide()
	a.desk.openStatement(a.shown[row].Statement, a.shown[row].Issue)
}

// openStatement shows a statement in the table of all, with its coding on the issue.
func (d *Desk) openStatement(id, issue string) {
	s := d.shell.screens[screenStatements].(*statements)
	s.bar.sieve, s.onThat = sieve{}, issue
	d.session.Look(func(v *session.View) { v.Screen, v.Statement = screenStatements, id })
	s.fill()
	d.events.log("opened statement %s", id)
}

// coded are the issues that something was coded on, in the order of the codebook.
func coded(r *analysis.Result, codings []positions.Coding) []string {
	var out []string
	for _, i := range r.Codebook.Issues {
		if slices.ContainsFunc(codings, func(c positions.Coding) bool { return c.Issue == i.ID }) {
			out = append(out, i.ID)
		}
	}
	return out
}

// on are the codings on an issue; "" is every issue.
func on(codings []positions.Coding, issue string) []positions.Coding {
	if issue == "" {
		return codings
	}
	var out []positions.Coding
	for _, c := range codings {
		if c.Issue == issue {
			out = append(out, c)
		}
	}
	return out
}

// agreementWithMachine is the figure for the status line; nothing while nobody coded enough.
func agreementWithMachine(r *analysis.Result) string {
	a := positions.Alpha(r.Readings(), positions.Ordinal)
	if math.IsNaN(a.Alpha) {
		return ""
	}
	return Lf("agreement α %.2f", a.Alpha)
}

func btoi(on bool) int {
	if on {
		return 1
	}
	return 0
}
