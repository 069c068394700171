package app

import (
	"io"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/analysis/wording/triage"
	"hexapla/widgets"
)

// showGlossary lists how terms are to be rendered, to be added to and taken out.
func (d *Desk) showGlossary() {
	var sheet dialog.Dialog
	again := func() {
		sheet.Hide()
		d.showGlossary()
	}
	terms := d.session.State().Terms
	list := widget.NewList(
		func() int { return len(terms) },
		func() fyne.CanvasObject {
			return border(nil, nil, nil, widgets.NewPill(L("Remove"), nil), line(""))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			parts := o.(*fyne.Container).Objects
			parts[0].(*widgets.Line).SetText(termLine(terms[i]))
			parts[1].(*widgets.Pill).OnTapped = func() {
				d.removeTerm(terms[i])
				again()
			}
		},
	)
	load := widgets.NewPill(L("Load a termbase…"), func() { sheet.Hide(); d.askTermbase() })
	save := widgets.NewPill(L("Save as a table…"), func() { sheet.Hide(); d.askSaveTerms() })
	enable(save, len(terms) > 0)
	add := widgets.NewPrimaryPill(L("New term…"), func() { sheet.Hide(); d.askTerm(article.Term{}) })
	var content fyne.CanvasObject = list
	if len(terms) == 0 {
		content = container.NewCenter(container.NewGridWrap(fyne.NewSize(520, 120), wrapped(
			L("No terms yet. Load a table of two columns, or add a term from a difference: versions that render it otherwise are then reported."))))
	}
	sheet = dialog.NewCustom(L("Glossary"), L("Close"), border(nil, row(add, load, save), nil, nil, content), d.window)
	sheet.Resize(fyne.NewSize(720, 520))
	sheet.Show()
}

// termLine is "核协议 → nuclear deal · zh → en".
func termLine(t article.Term) string {
	return joinParts(t.Source+" → "+t.Target, strings.Trim(t.From+" → "+t.To, " →"))
}

// removeTerm takes out one rendering; the others of its source stay.
func (d *Desk) removeTerm(t article.Term) {
	acts := []article.Act{article.Term{Source: t.Source, From: t.From, To: t.To}}
	for _, other := range d.session.State().Terms {
		if other.Source == t.Source && other.From == t.From && other.To == t.To && other.Target != t.Target {
			acts = append(acts, other)
		}
	}
	d.fail(d.session.Do(acts...))
}

// askTerm asks for a term and its rendering.
func (d *Desk) askTerm(t article.Term) {
	source, target := widget.NewEntry(), widget.NewEntry()
	source.SetText(t.Source)
	target.SetText(t.Target)
	items := []*widget.FormItem{{Text: L("Term"), Widget: source}, {Text: L("To be rendered as"), Widget: target}}
	ask := dialog.NewForm(L("Term"), L("Save"), L("Cancel"), items, func(ok bool) {
		if ok {
			d.setTerm(t, strings.TrimSpace(source.Text), strings.TrimSpace(target.Text))
		}
	}, d.window)
	ask.Resize(fyne.NewSize(520, 220))
	ask.Show()
}

// setTerm adds a term; languages that t does not name are told from the words.
func (d *Desk) setTerm(t article.Term, source, target string) {
	if source == "" || target == "" {
		d.say(L("A term needs its words and how to render them."))
		return
	}
	m := d.session.Resources().Text
	if t.From == "" || t.Source != source {
		l, _ := m.Detect(source, "")
		t.From = string(l)
	}
	if t.To == "" {
		l, _ := m.Detect(target, "")
		t.To = string(l)
	}
	t.Source, t.Target = source, target
	d.fail(d.session.Do(t))
	d.events.log("term set")
}

// askTermbase asks for a table of terms and adds them in one step.
func (d *Desk) askTermbase() { d.chooseFile(d.loadTermbase, ".csv", ".tsv", ".tab", ".txt") }

func (d *Desk) loadTermbase(path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		d.fail(err)
		return
	}
	terms, err := readTerms(d.session.Resources().Text, data)
	if err != nil {
		d.fail(err)
		return
	}
	known := d.session.State().Terms
	var acts []article.Act
	for _, t := range terms {
		if !slices.Contains(known, t) {
			acts = append(acts, t)
			known = append(known, t)
		}
	}
	d.fail(d.session.Do(acts...))
	d.say(Ln(len(acts), "%d term added | %d terms added"))
	d.events.log("terms %d", len(acts))
}

func (d *Desk) askSaveTerms() {
	d.chooseName("glossary.csv", func(path string) {
		d.write(path, func(w io.Writer) error {
			_, err := w.Write(writeTerms(d.session.State().Terms))
			return err
		})
	})
}

// termOf is the entry that a difference suggests: the words of the original, else of the base, and
// how most others render them.
func (p *page) termOf(d *triage.Difference) article.Term {
	groups := p.readings(d)
	at := slices.IndexFunc(groups, func(g readingGroup) bool {
		return g.words != "" && slices.ContainsFunc(g.columns, func(c int) bool { return p.article(c).Meta.Role.Value == "original" })
	})
	if at < 0 {
		at = slices.IndexFunc(groups, func(g readingGroup) bool { return g.words != "" })
	}
	if at < 0 {
		return article.Term{}
	}
	t := article.Term{Source: groups[at].words, From: string(p.version(groups[at].columns[0]).Language)}
	most := 0
	for i, g := range groups {
		if i != at && g.words != "" && len(g.columns) > most {
			most, t.Target, t.To = len(g.columns), g.words, string(p.version(g.columns[0]).Language)
		}
	}
	return t
}

// addTerm asks whether the wordings of the difference looked at are to be a term.
func (in *inspector) addTerm() {
	p := in.compare.page
	in.compare.desk.askTerm(p.termOf(&p.comparison.Differences[in.compare.current]))
}
