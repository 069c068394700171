package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis/article"
	"hexapla/analysis/positions"
)

// codingForm is the part of the statement's panel in which it is coded: on which issue, how strongly,
// how surely. The stance has buttons of its own.
type codingForm struct {
	panel     *statementPanel
	issue     *choice
	force     *choice
	certainty *choice
	body      *fyne.Container

	on string // the issue that a stance is given on; chosen for a statement that speaks of none
}

func newCodingForm(p *statementPanel) codingForm {
	f := codingForm{panel: p, issue: newChoice(p.desk, ""), force: newChoice(p.desk, ""), certainty: newChoice(p.desk, "")}
	f.issue.pill.Tip(Lf("Key %s", "I"))
	f.force.pill.Tip(Lf("Key %s", "F"))
	f.certainty.pill.Tip(Lf("Key %s", "Y"))
	f.body = container.NewVBox(
		fact(L("Issue"), row(f.issue.pill)), fact(L("Force"), row(f.force.pill)), fact(L("Certainty"), row(f.certainty.pill)))
	return f
}

// show shows how the statement is coded.
func (f *codingForm) show(s said) {
	p := f.panel
	if f.on = s.issue(); f.on == "" {
		f.on = p.desk.session.View().Issue
	}
	var ids, names []string
	for _, i := range p.record.result.Codebook.Issues {
		ids, names = append(ids, i.ID), append(names, orElse(i.Proposition, i.ID))
	}
	at := slices.Index(ids, f.on)
	f.issue.set(names, at, func(i int) { f.choose(s, ids[i]) })
	if s.coding == nil {
		f.issue.pill.SetText(L("none yet"))
	}
	offer(f.force, positions.Forces, f.code(s).Force, func(v string) { p.decide(s, func(c *article.Code) { c.Force = v }) })
	offer(f.certainty, positions.Certainties, f.code(s).Certainty, func(v string) { p.decide(s, func(c *article.Code) { c.Certainty = v }) })
	enable(f.force.pill, s.coding != nil)
	enable(f.certainty.pill, s.coding != nil)
}

// choose moves the coding to another issue: on the one before it then takes no position. A statement
// without a coding takes none on the issue until a stance is given.
func (f *codingForm) choose(s said, issue string) {
	p := f.panel
	if issue == s.issue() {
		return
	}
	code, before := f.code(s), f.code(s)
	code.Issue = issue
	if s.coding == nil {
		code.None = true
		p.desk.fail(p.desk.session.Do(code))
		return
	}
	before.Stance, before.None = 0, true
	p.desk.fail(p.desk.session.Do(before, code))
}

// code is the coding of the statement as a decision of the person's.
func (f *codingForm) code(s said) article.Code {
	code := article.Code{Content: s.anchors(), Issue: f.on, Force: string(positions.States), Certainty: string(positions.Asserted)}
	if c := s.coding; c != nil {
		code.Stance, code.None = c.Stance, c.None
		code.Force, code.Certainty = string(c.Force), string(c.Certainty)
	}
	return code
}

// offer lets a step of a scale be chosen.
func offer[T ~string](c *choice, scale []T, value string, chosen func(string)) {
	var ids, names []string
	for _, v := range scale {
		ids, names = append(ids, string(v)), append(names, tr(string(v)))
	}
	c.set(names, slices.Index(ids, value), func(i int) { chosen(ids[i]) })
}

// code records a stance of the reviewer's own.
func (p *statementPanel) code(stance float64) {
	if p.shown != nil {
		p.decide(*p.shown, func(c *article.Code) { c.Stance, c.None = stance, false })
		p.desk.events.log("coded %+.0f", stance)
	}
}

// codeNone records that the statement takes no position on the issue.
func (p *statementPanel) codeNone() {
	if p.shown != nil {
		p.decide(*p.shown, func(c *article.Code) { c.Stance, c.None = 0, true })
		p.desk.events.log("coded no position")
	}
}

// decide records a coding of the reviewer's own, changed from the one shown.
func (p *statementPanel) decide(s said, change func(*article.Code)) {
	code := p.coding.code(s)
	change(&code)
	if code.Issue == "" {
		p.desk.say(L("Choose an issue first."))
		return
	}
	p.desk.fail(p.desk.session.Do(code))
}

// newIssue begins an issue with the words of the statement.
func (p *statementPanel) newIssue() {
	if p.shown != nil {
		p.desk.editIssue(issueFrom(short(p.shown.words(), 80)))
	}
}
