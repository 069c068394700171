package app

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis"
	"hexapla/analysis/wording/triage"
	"hexapla/app/report"
	"hexapla/widgets"
)

// reportForm is what a report is put together with: template, parts, format, look, file.
type reportForm struct {
	screen   *reportScreen
	template *choice
	story    *choice
	title    *widget.Entry
	question *widget.Entry
	parts    map[report.Part]*widget.Check
	reviewed *widget.Check
	notes    *widget.Check
	folded   *widget.Check
	formats  map[report.Format]*widgets.Pill
	table    *choice // of CSV
	logo     *widgets.Pill
	noLogo   *widgets.Pill
	style    *widgets.Pill
	noStyle  *widgets.Pill
	file     *widget.Entry
	open     *widget.Check
	box      *fyne.Container

	chosen  string // template
	format  report.Format
	about   *string // the story that was chosen here; nil is the one looked at
	columns string  // of report.Tables
	named   bool    // the user gave the file a name
	filling bool
}

func newReportForm(s *reportScreen) *reportForm {
	f := &reportForm{
		screen: s, format: report.HTML,
		parts: map[report.Part]*widget.Check{}, formats: map[report.Format]*widgets.Pill{},
		template: newChoice(s.desk, ""), story: newChoice(s.desk, ""), table: newChoice(s.desk, ""),
	}
	f.title, f.question, f.file = widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	f.title.SetPlaceHolder(L("Title (made from the story if empty)"))
	f.question.SetPlaceHolder(L("What did you want to know?"))
	changed := func(string) { s.refresh() }
	f.title.OnChanged, f.question.OnChanged = changed, changed
	f.file.OnChanged = func(string) { f.named = f.named || !f.filling }
	check := func(name string) *widget.Check { return widget.NewCheck(name, func(bool) { s.refresh() }) }
	f.box = container.NewVBox(
		caption(L("Template")), f.template.pill, caption(L("Story")), f.story.pill,
		caption(L("Title and question")), f.title, f.question, caption(L("Parts")))
	parts := tight()
	for _, part := range report.Parts {
		f.parts[part] = check(L(partNames[part]))
		parts.Add(f.parts[part])
	}
	f.reviewed, f.notes, f.folded = check(L("Only what somebody confirmed")), check(L("Reviewers' notes")), check(L("Folded harmless differences"))
	f.notes.Checked = true
	f.add(parts, caption(L("Include")), tight(f.reviewed, f.notes, f.folded), caption(L("Format")), f.formatGrid(), f.table.pill)
	f.addLook()
	f.addFile()
	f.setTemplate(f.chosen)
	return f
}

func (f *reportForm) add(objects ...fyne.CanvasObject) {
	for _, o := range objects {
		f.box.Add(o)
	}
}

func (f *reportForm) content() fyne.CanvasObject {
	return scrolled(f.box)
}

func (f *reportForm) formatGrid() fyne.CanvasObject {
	grid := container.NewGridWithColumns(3)
	for _, format := range report.Formats() {
		f.formats[format] = widgets.NewPill(formatName(format), func() { f.setFormat(format) })
		grid.Add(f.formats[format])
	}
	return grid
}

// addLook adds the logo and the style of the user's own.
func (f *reportForm) addLook() {
	s := f.screen
	f.logo, f.style = widgets.NewPill("", s.askLogo), widgets.NewPill("", s.askStyle)
	f.noLogo = widgets.NewPill("✕", func() { s.setLogo("") }).Compact().Tip(L("No logo"))
	f.noStyle = widgets.NewPill("✕", func() { s.setStyle("") }).Compact().Tip(L("The built-in style"))
	f.add(caption(L("Look")), border(nil, nil, nil, f.noLogo, f.logo), border(nil, nil, nil, f.noStyle, f.style))
	f.showLook()
}

// showLook shows which logo and style are taken.
func (f *reportForm) showLook() {
	name := func(pill, none *widgets.Pill, path, otherwise string) {
		none.Hide()
		pill.SetText(otherwise)
		if path != "" {
			pill.SetText(short(filepath.Base(path), 24))
			none.Show()
		}
	}
	name(f.logo, f.noLogo, f.screen.style.logo, L("Logo…"))
	name(f.style, f.noStyle, f.screen.style.folder, L("Style of your own…"))
	f.box.Refresh()
}

func (f *reportForm) addFile() {
	preferences := f.screen.desk.app.Preferences()
	f.open = widget.NewCheck(L("Open it when it is written"), func(on bool) { preferences.SetBool(preferOpen, on) })
	f.open.Checked = preferences.Bool(preferOpen)
	f.add(caption(L("File")), border(nil, nil, nil, widgets.NewPill("…", f.askFile).Compact().Tip(L("Choose the file")), f.file), f.open)
}

// askFile asks where the report goes.
func (f *reportForm) askFile() {
	d := f.screen.desk
	ask := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			d.fail(err)
			return
		}
		path := w.URI().Path()
		w.Close()
		f.file.SetText(path)
		if format, err := report.FormatOf(path); err == nil {
			f.setFormat(format)
		}
	}, d.window)
	ask.SetFileName(filepath.Base(f.path()))
	d.showFileDialog(ask)
}

// path is the file that the report goes to.
func (f *reportForm) path() string {
	return orElse(strings.TrimSpace(f.file.Text), f.screen.defaultFile(f.chosen, f.format))
}

// setTemplate chooses a template, the first where there is none of that name.
func (f *reportForm) setTemplate(name string) {
	all, _ := f.screen.style.templates() // what is wrong with them was said when the folder was chosen
	chosen := max(0, slices.IndexFunc(all, func(t report.Template) bool { return t.Name == name }))
	var names []string
	for _, t := range all {
		names = append(names, orElse(tr(templateNames[t.Name]), t.Name))
	}
	f.chosen = all[chosen].Name
	f.template.set(names, chosen, func(i int) { f.setTemplate(all[i].Name) })
	f.filling = true
	for part, c := range f.parts {
		c.SetChecked(slices.Contains(all[chosen].Parts, part))
	}
	f.filling = false
	f.setFormat(f.format)
}

func (f *reportForm) setFormat(format report.Format) {
	f.filling = true
	if f.named {
		f.file.SetText(strings.TrimSuffix(f.file.Text, "."+string(f.format)))
		f.file.SetText(strings.TrimSuffix(f.file.Text, "."+string(format)) + "." + string(format))
	} else {
		f.file.SetText(f.screen.defaultFile(f.chosen, format))
	}
	f.filling = false
	f.format = format
	for other, pill := range f.formats {
		pill.SetOn(other == format)
	}
	f.showTables()
	f.screen.refresh()
}

// showTables offers the tables of which CSV can hold one.
func (f *reportForm) showTables() {
	f.table.pill.Hide()
	if f.format != report.CSV {
		return
	}
	names := []string{L("The first table with something in it")}
	for _, t := range report.Tables {
		names = append(names, tr(t))
	}
	f.table.set(names, slices.Index(report.Tables, f.columns)+1, func(i int) {
		f.columns = append([]string{""}, report.Tables...)[i]
		f.showTables()
	})
	f.table.pill.Show()
}

// show shows how much each part has to say, and the stories that there are.
func (f *reportForm) show() {
	r := f.screen.desk.session.Result()
	o := f.options()
	for part, n := range sizes(r, o.Story) {
		label := L(partNames[part])
		if !leftward() { // the toolkit sets a number at the wrong end there
			label += "  " + local("%d", n)
		}
		if f.parts[part].Text != label {
			f.parts[part].SetText(label)
		}
	}
	stories, names := []string{""}, []string{L("all")}
	for _, c := range r.Comparisons {
		stories, names = append(stories, c.Story), append(names, c.Story)
	}
	f.story.set(names, slices.Index(stories, o.Story), func(i int) {
		f.about = &stories[i]
		f.show()
		f.screen.refresh()
	})
	if !f.named {
		f.filling = true
		f.file.SetText(f.screen.defaultFile(f.chosen, f.format))
		f.filling = false
	}
}

// sizes are how much there is for the parts that are lists.
func sizes(r *analysis.Result, story string) map[report.Part]int {
	out := map[report.Part]int{report.Differences: 0, report.Meaning: 0, report.Statements: len(r.Statements)}
	for _, c := range r.Comparisons {
		if story != "" && c.Story != story {
			continue
		}
		out[report.Differences] += len(c.Differences)
		for _, d := range c.Differences {
			if d.Severity >= triage.Shown {
				out[report.Meaning]++
			}
		}
	}
	return out
}

// options are what the form says.
func (f *reportForm) options() report.Options {
	s := f.screen.desk.session
	o := report.Options{
		Title: f.title.Text, Question: f.question.Text, Template: f.chosen, Story: s.View().Story, Table: f.columns, Parts: []report.Part{},
		Include: report.Include{ReviewedOnly: f.reviewed.Checked, WithoutNotes: !f.notes.Checked, Folded: f.folded.Checked},
	}
	if f.about != nil {
		o.Story = *f.about
	}
	for _, part := range report.Parts {
		if f.parts[part].Checked {
			o.Parts = append(o.Parts, part)
		}
	}
	if chosen(s.Result(), o.Story) == nil {
		o.Story = ""
	}
	return o
}

// inherit takes over what was filled in, in another language.
func (f *reportForm) inherit(old *reportForm) {
	f.named, f.format, f.about, f.columns = old.named, old.format, old.about, old.columns
	f.filling = true
	f.title.SetText(old.title.Text)
	f.question.SetText(old.question.Text)
	f.file.SetText(old.file.Text)
	f.filling = false
	f.setTemplate(old.chosen)
	f.filling = true
	for part, c := range f.parts {
		c.SetChecked(old.parts[part].Checked)
	}
	f.reviewed.SetChecked(old.reviewed.Checked)
	f.notes.SetChecked(old.notes.Checked)
	f.folded.SetChecked(old.folded.Checked)
	f.filling = false
}
