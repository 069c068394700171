package app

import (
	"slices"
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
	before                       positions.Issue // as it was: its id, and the sides that somebody put phrases on
	proposition, about, pro, con *widget.Entry
}

func newIssueForm(issue positions.Issue) *issueForm {
	f := &issueForm{before: issue, proposition: widget.NewEntry()}
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

// issue is what the fields say. A phrase that stays keeps the side that somebody put it on.
func (f *issueForm) issue() positions.Issue {
	about := phrases(f.about.Text)
	gone := func(phrase string) bool { return !slices.Contains(about, phrase) }
	return positions.Issue{
		ID: f.before.ID, Proposition: strings.Join(strings.Fields(f.proposition.Text), " "), About: about,
		For: slices.DeleteFunc(slices.Clone(f.before.For), gone), Against: slices.DeleteFunc(slices.Clone(f.before.Against), gone),
		Pro: phrases(f.pro.Text), Con: phrases(f.con.Text),
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
