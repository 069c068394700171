package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/widgets"
)

// showCodebook shows the issues that positions are measured on, to be changed, added and taken out.
func (d *Desk) showCodebook() {
	var sheet dialog.Dialog
	list := container.NewVBox()
	for _, issue := range d.session.Result().Codebook.Issues {
		change := widgets.NewPill(L("Change…"), func() { sheet.Hide(); d.editIssue(issue) })
		remove := widgets.NewPill(L("Remove"), func() {
			sheet.Hide()
			d.fail(d.session.Do(article.RemoveIssue{ID: issue.ID}))
		})
		text := widgets.NewProse(
			widgets.Passage{Text: issue.Proposition, Bold: true},
			widgets.Passage{Text: strings.Join(issue.About, " · "), Muted: true})
		list.Add(border(nil, widget.NewSeparator(), nil, row(change, remove), text))
	}
	add := widgets.NewPrimaryPill(L("New issue…"), func() { sheet.Hide(); d.editIssue(positions.Issue{}) })
	sheet = dialog.NewCustom(L("Codebook"), L("Close"),
		border(nil, row(add), nil, nil, container.NewVScroll(list)), d.window)
	sheet.Resize(fyne.NewSize(820, 600))
	sheet.Show()
}

// issueFrom begins an issue with a phrase that somebody selected.
func issueFrom(phrase string) positions.Issue {
	return positions.Issue{About: []string{strings.Join(strings.Fields(phrase), " ")}}
}

// editIssue asks for a proposition and the phrases that speak of it.
func (d *Desk) editIssue(issue positions.Issue) {
	proposition := widget.NewEntry()
	proposition.SetText(issue.Proposition)
	proposition.SetPlaceHolder(L("The nuclear agreement with Iran should be kept"))
	lines := func(values []string, hint string) *widget.Entry {
		e := widget.NewMultiLineEntry()
		e.SetText(strings.Join(values, "\n"))
		e.SetPlaceHolder(hint)
		e.SetMinRowsVisible(4)
		return e
	}
	about := lines(issue.About, L("a phrase a line, in any language"))
	pro := lines(issue.Pro, L("optional: phrases that support it"))
	con := lines(issue.Con, L("optional: phrases that oppose it"))
	items := []*widget.FormItem{
		{Text: L("Proposition"), Widget: proposition}, {Text: L("Speaks of it"), Widget: about},
		{Text: L("For"), Widget: pro}, {Text: L("Against"), Widget: con},
	}
	form := dialog.NewForm(L("Issue"), L("Save"), L("Cancel"), items, func(ok bool) {
		if !ok {
			return
		}
		set := article.SetIssue{
			ID: orElse(issue.ID, slug(proposition.Text)), Proposition: strings.TrimSpace(proposition.Text),
			About: phrases(about.Text), Pro: phrases(pro.Text), Con: phrases(con.Text),
		}
		if set.Proposition == "" || len(set.About) == 0 {
			d.say(L("An issue needs a proposition and at least one phrase that speaks of it."))
			return
		}
		d.fail(d.session.Do(set))
	}, d.window)
	form.Resize(fyne.NewSize(640, 560))
	form.Show()
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

// slug is an identifier made from a proposition: its longer words.
func slug(s string) string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if w = strings.Trim(w, ".,;:!?\"'()"); len([]rune(w)) > 3 && len(out) < 4 {
			out = append(out, w)
		}
	}
	return orElse(strings.Join(out, "-"), "issue")
}
