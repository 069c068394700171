package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/positions"
)

// issueFrom begins an issue with a phrase that somebody selected.
func issueFrom(phrase string) positions.Issue {
	return positions.Issue{About: []string{strings.Join(strings.Fields(phrase), " ")}}
}

// editIssue asks for a proposition and the phrases that speak of it.
func (d *Desk) editIssue(issue positions.Issue) {
	f := newIssueForm(issue)
	form := dialog.NewForm(L("Issue"), L("Save"), L("Cancel"), f.items(), func(ok bool) {
		if !ok {
			return
		}
		if err := d.setIssue(f.issue()); err != nil {
			d.fail(err)
			d.editIssue(f.issue()) // below the message, as it was typed
			return
		}
		d.events.log("issue set")
	}, d.window)
	form.Resize(fyne.NewSize(640, 560))
	form.Show()
	d.window.Canvas().Focus(f.proposition)
}

// issueForm is the fields of an issue; phrases stand a line each.
type issueForm struct {
	id                           string
	proposition, about, pro, con *widget.Entry
}

func newIssueForm(issue positions.Issue) *issueForm {
	f := &issueForm{id: issue.ID, proposition: widget.NewEntry()}
	f.proposition.SetText(issue.Proposition)
	f.proposition.SetPlaceHolder(L("The nuclear agreement with Iran should be kept"))
	lines := func(values []string, hint string) *widget.Entry {
		e := widget.NewMultiLineEntry()
		e.SetText(strings.Join(values, "\n"))
		e.SetPlaceHolder(hint)
		e.SetMinRowsVisible(4)
		return e
	}
	f.about = lines(issue.About, L("a phrase a line, in any language"))
	f.pro = lines(issue.Pro, L("optional: phrases that support it"))
	f.con = lines(issue.Con, L("optional: phrases that oppose it"))
	return f
}

func (f *issueForm) items() []*widget.FormItem {
	return []*widget.FormItem{
		{Text: L("Proposition"), Widget: f.proposition}, {Text: L("Speaks of it"), Widget: f.about},
		{Text: L("For"), Widget: f.pro}, {Text: L("Against"), Widget: f.con},
	}
}

// issue is what the fields say.
func (f *issueForm) issue() positions.Issue {
	return positions.Issue{
		ID: f.id, Proposition: strings.Join(strings.Fields(f.proposition.Text), " "),
		About: phrases(f.about.Text), Pro: phrases(f.pro.Text), Con: phrases(f.con.Text),
	}
}

// phrases are the lines that hold something.
func phrases(s string) []string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
