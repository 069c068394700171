package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/app/session"
	"hexapla/widgets"
)

// codebookSheet shows the issues that positions are measured on, to be changed, added, taken out, read
// from a file and written to one. Every change is a decision and can be undone.
type codebookSheet struct {
	desk  *Desk
	list  *fyne.Container
	sheet dialog.Dialog
	stop  func() // no longer listens to the session
}

// showCodebook opens the codebook.
func (d *Desk) showCodebook() {
	s := &codebookSheet{desk: d, list: container.NewVBox()}
	add := widgets.NewPrimaryPill(L("New issue…"), func() { d.editIssue(positions.Issue{}) })
	load := widgets.NewPill(L("Load a codebook…"), d.askCodebook)
	save := widgets.NewPill(L("Save the codebook…"), d.askSaveCodebook)
	undo := widgets.NewIconPill("undo", L("Undo"), d.undo)
	note := muted(L("An issue is a proposition that actors are for or against. Give the phrases that speak of it, in every language of your articles; phrases for and against are optional, the general rules find most positions without them.") + " " + L("Click a phrase that is read on the wrong side."))
	s.sheet = dialog.NewCustom(L("Codebook"), L("Close"),
		border(container.NewVBox(row(add, load, save, undo), note), nil, nil, nil, container.NewVScroll(padRight(s.list))), d.window)
	s.stop = d.session.Listen(func(session.Change) { s.show() })
	s.sheet.SetOnClosed(s.stop)
	s.show()
	s.sheet.Resize(fyne.NewSize(860, 620))
	s.sheet.Show()
}

// show lists the issues as they are decided, which may be ahead of what is derived.
func (s *codebookSheet) show() {
	r := s.desk.session.Result()
	spoken := map[string]int{}
	for _, c := range r.Codings {
		spoken[c.Issue]++
	}
	s.list.Objects = nil
	for _, issue := range s.desk.codebook().Issues {
		s.list.Add(s.entry(issue, spoken[issue.ID]))
	}
	s.list.Refresh()
}

// entry is an issue with what can be done to it.
func (s *codebookSheet) entry(issue positions.Issue, spoken int) fyne.CanvasObject {
	change := widgets.NewPill(L("Change…"), func() { s.desk.editIssue(issue) })
	remove := widgets.NewPill(L("Remove"), func() { s.desk.fail(s.desk.session.Do(article.RemoveIssue{ID: issue.ID})) })
	text := []widgets.Passage{
		{Text: issue.Proposition, Bold: true},
	}
	for _, side := range []struct {
		name    string
		phrases []string
	}{{L("For"), issue.Pro}, {L("Against"), issue.Con}} {
		if len(side.phrases) > 0 {
			text = append(text, widgets.Passage{Text: side.name + ": " + strings.Join(side.phrases, " · "), Muted: true})
		}
	}
	text = append(text, widgets.Passage{Text: Ln(spoken, "%d coding | %d codings"), Muted: true})
	return border(nil, widget.NewSeparator(), nil, container.NewVBox(row(change, remove)), container.NewVBox(widgets.NewProse(text...), s.reading(issue)))
}

// reading shows on which side each phrase of an issue is read, a click from the other side.
func (s *codebookSheet) reading(issue positions.Issue) *fyne.Container {
	r := s.desk.session.Resources()
	friends, foes := flow(), flow()
	for _, read := range r.Positions.Readings(issue, r.Text) {
		words := read.Phrase
		if read.Chosen {
			words += " ✓"
		}
		turn := func() { s.desk.fail(s.desk.session.Do(setting(issue.Stand(read.Phrase, -read.Side)))) }
		pill := widgets.NewPill(words, turn).Compact().Tip(L("Read it the other way round"))
		if read.Side < 0 {
			foes.Add(pill)
		} else {
			friends.Add(pill)
		}
	}
	out := container.NewVBox()
	for _, side := range []struct {
		words   string
		phrases *fyne.Container
	}{{L("Who is for this is for the proposition:"), friends}, {L("Who is for this is against the proposition:"), foes}} {
		if len(side.phrases.Objects) > 0 {
			out.Add(muted(side.words))
			out.Add(side.phrases)
		}
	}
	return out
}

// codebook is the issues as they are decided now.
func (d *Desk) codebook() positions.Codebook {
	return d.session.Codebook()
}

// askCodebook asks for a codebook and takes its issues in.
func (d *Desk) askCodebook() {
	ask := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			d.fail(err)
			return
		}
		r.Close()
		d.loadCodebook(r.URI().Path())
	}, d.window)
	ask.SetFilter(storage.NewExtensionFileFilter([]string{".yaml", ".yml"}))
	d.showFileDialog(ask)
}

// loadCodebook takes the issues of a file in, in one step: those of the same name are replaced, the
// others stay unless the person wants only those of the file.
func (d *Desk) loadCodebook(path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		d.fail(err)
		return
	}
	book, err := positions.ReadCodebook(data)
	if err != nil {
		d.fail(fmt.Errorf("%s: %w", filepath.Base(path), err))
		return
	}
	others := others(d.codebook(), book)
	if len(others) == 0 {
		d.takeIn(book, nil)
		return
	}
	ask := dialog.NewConfirm(L("Load a codebook"), Ln(len(others), "Keep the %d issue that the file does not have? | Keep the %d issues that the file does not have?"),
		func(keep bool) {
			if keep {
				others = nil
			}
			d.takeIn(book, others)
		}, d.window)
	ask.SetConfirmText(L("Keep"))
	ask.SetDismissText(L("Remove"))
	ask.Show()
}

// others are the issues that the other codebook does not have.
func others(book, other positions.Codebook) []string {
	var out []string
	for _, i := range book.Issues {
		if !slices.ContainsFunc(other.Issues, func(o positions.Issue) bool { return o.ID == i.ID }) {
			out = append(out, i.ID)
		}
	}
	return out
}

// takeIn sets the issues of a codebook and removes some, in one step.
func (d *Desk) takeIn(book positions.Codebook, remove []string) {
	var acts []article.Act
	for _, i := range book.Issues {
		acts = append(acts, setting(i))
	}
	for _, id := range remove {
		acts = append(acts, article.RemoveIssue{ID: id})
	}
	d.fail(d.session.Do(acts...))
	d.say(Ln(len(book.Issues), "%d issue loaded | %d issues loaded"))
	d.events.log("codebook %d", len(book.Issues))
}

func (d *Desk) askSaveCodebook() {
	ask := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			d.fail(err)
			return
		}
		path := w.URI().Path()
		w.Close()
		d.saveCodebook(path)
	}, d.window)
	ask.SetFileName("codebook.yaml")
	d.showFileDialog(ask)
}

// saveCodebook writes the codebook as loadCodebook and the command line read it.
func (d *Desk) saveCodebook(path string) {
	data, err := positions.WriteCodebook(d.codebook())
	if err != nil {
		d.fail(err)
		return
	}
	d.write(path, func(w io.Writer) error { _, err := w.Write(data); return err })
}

// setIssue records an issue as somebody wrote it, or says what it lacks.
func (d *Desk) setIssue(issue positions.Issue) error {
	if issue.Proposition == "" || len(issue.About) == 0 {
		return errors.New(L("An issue needs a proposition and at least one phrase that speaks of it."))
	}
	if issue.ID == "" {
		issue.ID = freshID(d.codebook(), slug(issue.Proposition))
	}
	if err := (positions.Codebook{Issues: []positions.Issue{issue}}).Validate(); err != nil {
		return err
	}
	return d.session.Do(setting(issue))
}

// setting is the decision that makes an issue what it is.
func setting(i positions.Issue) article.SetIssue {
	return article.SetIssue{ID: i.ID, Proposition: i.Proposition, About: i.About, For: i.For, Against: i.Against, Pro: i.Pro, Con: i.Con}
}

// freshID is an identifier that no issue has.
func freshID(book positions.Codebook, id string) string {
	fresh := id
	for n := 2; slices.ContainsFunc(book.Issues, func(i positions.Issue) bool { return i.ID == fresh }); n++ {
		fresh = fmt.Sprintf("%s-%d", id, n)
	}
	return fresh
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

// padRight leaves room for the bar of a scroll.
func padRight(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 12), o)
}
