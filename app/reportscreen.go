package app

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/app/report"
	"hexapla/app/session"
	"hexapla/app/tongue"
	"hexapla/widgets"
	"hexapla/widgets/scene"
)

// reportScreen is the screen on which a report is put together, seen and exported.
type reportScreen struct {
	desk     *Desk
	template *choice
	title    *widget.Entry
	question *widget.Entry
	language *choice
	parts    map[report.Part]*widget.Check
	reviewed *widget.Check
	notes    *widget.Check
	folded   *widget.Check
	formats  map[report.Format]*widgets.Pill
	file     *widget.Entry
	preview  *widgets.PageView
	note     *widgets.Prose // why there is no preview
	zoom     *widgets.Pill
	pending  bool
	asked    int  // previews asked for; only the latest is shown
	waiting  bool // an export waits for the analysis
	body     fyne.CanvasObject

	chosen  string // template
	tongue  string // of the report; "" is that of the interface
	format  report.Format
	named   bool // the user gave the file a name
	filling bool
}

// partNames are the sections as people read them.
var partNames = map[report.Part]string{
	report.Summary: "Summary", report.Versions: "Versions compared", report.Meaning: "Differences that change the meaning",
	report.Differences: "All differences", report.Passages: "Passages side by side", report.Positions: "Positions over time",
	report.Agreement:  "Agreement",
	report.Statements: "Statements", report.ScoreCard: "MQM score card", report.Notes: "Notes", report.Method: "Method and sources",
}

// templateNames are the templates as people read them.
var templateNames = map[string]string{
	"briefing": "Briefing", "apparatus": "Full apparatus", "translation-review": "Translation review", "dossier": "Positions dossier",
}

func newReport(d *Desk) *reportScreen {
	s := &reportScreen{desk: d, parts: map[report.Part]*widget.Check{}, formats: map[report.Format]*widgets.Pill{}}
	s.chosen, s.format = "briefing", report.HTML
	s.template, s.language = newChoice(d, ""), newChoice(d, "")
	s.title, s.question, s.file = widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	s.title.SetPlaceHolder(L("Title (made from the story if empty)"))
	s.question.SetPlaceHolder(L("What did you want to know?"))
	s.title.OnChanged = func(string) { s.refresh() }
	s.question.OnChanged = func(string) { s.refresh() }
	s.file.OnChanged = func(string) { s.named = s.named || !s.filling }
	box := container.NewVBox(
		caption(L("Template")), s.template.pill,
		caption(L("Title and question")), s.title, s.question, caption(L("Language")), s.language.pill, caption(L("Parts")))
	for _, part := range report.Parts {
		s.parts[part] = widget.NewCheck(L(partNames[part]), func(bool) { s.refresh() })
		box.Add(s.parts[part])
	}
	s.reviewed = widget.NewCheck(L("Only what somebody confirmed"), func(bool) { s.refresh() })
	s.notes = widget.NewCheck(L("Reviewers' notes"), func(bool) { s.refresh() })
	s.folded = widget.NewCheck(L("Folded harmless differences"), func(bool) { s.refresh() })
	s.notes.Checked = true
	box.Add(caption(L("Include")))
	for _, c := range []fyne.CanvasObject{s.reviewed, s.notes, s.folded, caption(L("Format"))} {
		box.Add(c)
	}
	grid := container.NewGridWithColumns(3)
	for _, f := range report.Formats() {
		s.formats[f] = widgets.NewPill(formatName(f), func() { s.setFormat(f) })
		grid.Add(s.formats[f])
	}
	box.Add(grid)
	box.Add(caption(L("File")))
	box.Add(s.file)
	s.preview = widgets.NewPageView()
	s.note = wrapped("")
	s.zoom = widgets.NewPill(percent(s.preview.Zoom()), func() { s.setZoom(0.85) })
	split := beside(container.NewVScroll(container.NewPadded(box)), container.NewStack(s.preview, s.note), 0.24)
	s.body = split
	s.setLanguage(s.tongue)
	s.setTemplate(s.chosen)
	return s
}

func formatName(f report.Format) string {
	names := map[report.Format]string{
		report.Markdown: "Markdown", report.QDA: "REFI-QDA", report.XLIFF: "XLIFF", report.TEI: "TEI", report.CSL: "CSL-JSON", report.BibTeX: "BibTeX",
	}
	if n := names[f]; n != "" {
		return n
	}
	return strings.ToUpper(string(f))
}

func (s *reportScreen) content() fyne.CanvasObject { return s.body }

func (s *reportScreen) tools() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widgets.NewPill("−", func() { s.setZoom(s.preview.Zoom() / 1.2) }).Compact(), s.zoom,
		widgets.NewPill("+", func() { s.setZoom(s.preview.Zoom() * 1.2) }).Compact(),
		widgets.NewPrimaryPill(L("Export…"), s.export),
	}
}

func (s *reportScreen) status() (left, right string) {
	r := s.desk.session.Result()
	n := 0
	for _, c := range r.Comparisons {
		n += len(c.Differences)
	}
	return joinParts(Ln(n, "%d difference | %d differences"), Ln(len(r.Statements), "%d statement | %d statements")), s.fresh()
}

// fresh says whether the preview shows what would be exported.
func (s *reportScreen) fresh() string {
	if s.pending {
		return L("Preview under way")
	}
	return L("Preview up to date")
}

func (s *reportScreen) setZoom(zoom float32) {
	s.preview.SetZoom(zoom)
	s.zoom.SetText(percent(s.preview.Zoom()))
}

func percent(zoom float32) string { return local("%.0f %%", zoom*100) }

func (s *reportScreen) show(c session.Change) {
	s.refresh()
	if s.waiting && c&session.Derived != 0 && !s.desk.session.Deriving() {
		s.export()
	}
}

func (s *reportScreen) setTemplate(name string) {
	s.chosen = name
	var names []string
	all := report.Templates()
	for _, t := range all {
		names = append(names, L(templateNames[t]))
	}
	s.template.set(names, slices.Index(all, name), func(i int) { s.setTemplate(all[i]) })
	s.filling = true
	for part, c := range s.parts {
		c.SetChecked(slices.Contains(report.PartsOf(name), part))
	}
	s.filling = false
	s.setFormat(s.format)
}

// setLanguage chooses the language of the report's own words.
func (s *reportScreen) setLanguage(id string) {
	s.tongue = id
	var names []string
	for _, t := range tongue.All {
		names = append(names, t.Name)
	}
	at := slices.IndexFunc(tongue.All, func(t tongue.Tongue) bool { return t.ID == s.reportLanguage() })
	s.language.set(names, at, func(i int) { s.setLanguage(tongue.All[i].ID) })
	s.refresh()
}

func (s *reportScreen) reportLanguage() string { return cmp.Or(s.tongue, spoken.Load().ID) }

func (s *reportScreen) setFormat(f report.Format) {
	s.format = f
	for other, pill := range s.formats {
		pill.SetOn(other == f)
	}
	s.filling = true
	if s.named {
		s.file.SetText(strings.TrimSuffix(s.file.Text, filepath.Ext(s.file.Text)) + "." + string(f))
	} else {
		s.file.SetText(s.defaultFile())
	}
	s.filling = false
	s.refresh()
}

// defaultFile is named after the project, beside it or in the home folder.
func (s *reportScreen) defaultFile() string {
	if s.desk.session == nil {
		return ""
	}
	path := s.desk.session.Path()
	name := strings.TrimSuffix(filepath.Base(path), projectSuffix)
	return filepath.Join(filepath.Dir(path), name+"-"+s.chosen+"."+string(s.format))
}

// options are what the controls say.
func (s *reportScreen) options() report.Options {
	d := s.desk
	o := report.Options{
		Title: s.title.Text, Question: s.question.Text, Template: s.chosen, Now: d.session.Today(), Story: d.session.View().Story,
		Language: s.reportLanguage(),
		Parts:    []report.Part{}, Fonts: widgets.Fonts(),
		Include: report.Include{ReviewedOnly: s.reviewed.Checked, WithoutNotes: !s.notes.Checked, Folded: s.folded.Checked},
	}
	for _, part := range report.Parts {
		if s.parts[part].Checked {
			o.Parts = append(o.Parts, part)
		}
	}
	if chosen(d.session.Result(), o.Story) == nil {
		o.Story = ""
	}
	return o
}

// refresh lays the pages out beside the window and shows them, unless something else was asked for
// meanwhile.
func (s *reportScreen) refresh() {
	if s.filling || s.desk.session == nil || !s.shown() {
		return
	}
	s.asked++
	s.pending = true
	asked, r, o := s.asked, s.desk.session.Result(), s.options()
	go func() {
		pages, err := report.Pages(context.Background(), r, o)
		s.desk.post(func() { s.showPages(asked, pages, err) })
	}()
}

// shown reports whether somebody looks: pages that nobody sees are laid out when they are asked for.
func (s *reportScreen) shown() bool {
	shell := s.desk.shell
	return shell != nil && shell.current == screenReport && shell.screens[screenReport] == s
}

func (s *reportScreen) showPages(asked int, pages []scene.Scene, err error) {
	if asked != s.asked {
		return
	}
	s.pending = false
	s.note.SetPassages()
	if err != nil {
		s.note.SetPassages(widgets.Passage{Text: sentence(err.Error())})
	}
	s.preview.SetPages(pages)
	s.desk.shell.showStatus()
	s.desk.events.log("preview %d pages", len(pages))
}

// export writes the report beside the window, as soon as what it is about has been analysed.
func (s *reportScreen) export() {
	if s.waiting = s.desk.session.Deriving(); s.waiting {
		s.desk.say(L("The report is written as soon as the analysis is done."))
		return
	}
	path, o, f, r := s.file.Text, s.options(), s.format, s.desk.session.Result()
	if path == "" {
		path = s.defaultFile()
	}
	s.desk.say(L("Writing…"))
	go func() {
		var b bytes.Buffer
		err := report.Write(context.Background(), &b, f, r, o)
		s.desk.post(func() {
			if err != nil {
				s.desk.fail(err)
				return
			}
			s.desk.write(path, func(w io.Writer) error { _, err := w.Write(b.Bytes()); return err })
			if s.desk.app.Preferences().BoolWithFallback(preferOpen, false) {
				s.desk.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
			}
		})
	}()
}

// askReport goes to the report, and exports it when it is there already.
func (d *Desk) askReport() {
	if s, ok := d.shell.screens[screenReport].(*reportScreen); ok && d.shell.current == screenReport {
		s.export()
		return
	}
	goTo(screenReport)(d)
}
