package app

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hexapla/analysis/text"
	"hexapla/app/report"
	"hexapla/app/session"
	"hexapla/widgets"
	"hexapla/widgets/scene"
)

// reportScreen is the screen on which a report is put together, seen and exported.
type reportScreen struct {
	desk    *Desk
	form    *reportForm
	style   reportStyle
	tongue  *choice
	preview *widgets.PageView
	note    *widgets.Prose // why there is no preview
	zoom    *widgets.Pill
	body    fyne.CanvasObject

	language string // of the report; "" is the interface's, where reports have it
	pending  bool
	asked    int    // previews asked for; only the latest is shown
	stop     func() // ends the preview under way
	waiting  func() // what waits for the analysis, such as an export; nil is nothing
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
	s := &reportScreen{desk: d, stop: func() {}, style: styleOf(d.app.Preferences())}
	s.tongue = newChoice(d, L("Language: "))
	s.preview = widgets.NewPageView()
	s.note = wrapped("")
	s.zoom = widgets.NewPill(percent(s.preview.Zoom()), func() { s.setZoom(0.85) })
	s.form = newReportForm(s)
	s.body = beside(s.form.content(), container.NewStack(s.preview, s.note), 0.24)
	s.showLanguages()
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
		s.tongue.pill,
		widgets.NewPill("−", func() { s.setZoom(s.preview.Zoom() / 1.2) }).Compact(), s.zoom,
		widgets.NewPill("+", func() { s.setZoom(s.preview.Zoom() * 1.2) }).Compact(),
		widgets.NewPill(L("Print…"), s.askPrint),
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
	return joinParts(Ln(s.preview.Pages(), "%d page | %d pages"), L("Preview up to date"))
}

func (s *reportScreen) setZoom(zoom float32) {
	s.preview.SetZoom(zoom)
	s.zoom.SetText(percent(s.preview.Zoom()))
}

func percent(zoom float32) string { return local("%.0f %%", zoom*100) }

func (s *reportScreen) show(c session.Change) {
	s.form.show()
	s.refresh()
	if c&session.Derived != 0 && !s.desk.session.Deriving() && s.waiting != nil {
		do := s.waiting
		s.waiting = nil
		do()
	}
}

// whenDerived does something with the result, once that is about all there is.
func (s *reportScreen) whenDerived(do func()) {
	if s.desk.session.Deriving() {
		s.waiting = do
		s.desk.say(L("The report is written as soon as the analysis is done."))
		return
	}
	do()
}

// showLanguages offers the languages that reports are written in.
func (s *reportScreen) showLanguages() {
	all := s.style.languages()
	var names []string
	for _, l := range all {
		names = append(names, languageName(text.Language(l)))
	}
	s.tongue.set(names, slices.Index(all, s.spoken()), func(i int) {
		s.language = all[i]
		s.showLanguages()
		s.refresh()
	})
}

// spoken is the language of the report.
func (s *reportScreen) spoken() string {
	all := s.style.languages()
	for _, l := range []string{s.language, spoken.Load().ID} {
		if slices.Contains(all, l) {
			return l
		}
	}
	return "en"
}

// options are what the controls say.
func (s *reportScreen) options() report.Options {
	o := s.form.options()
	o.Now, o.Fonts, o.Language = s.desk.session.Today(), widgets.Fonts(), s.spoken()
	o.Version = version()
	s.style.dress(&o)
	return o
}

// refresh lays the pages out beside the window and shows them, in place of others under way.
func (s *reportScreen) refresh() {
	if s.form == nil || s.form.filling || s.desk.session == nil || !s.shown() {
		return
	}
	s.stop()
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	s.asked++
	s.pending = true
	asked, r, o := s.asked, s.desk.session.Result(), s.options()
	go func() {
		pages, err := report.Pages(ctx, r, o)
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
	s.stop()
	s.pending = false
	s.note.SetPassages()
	if err != nil {
		s.note.SetPassages(widgets.Passage{Text: failed(err.Error())})
	}
	s.preview.SetPages(pages)
	s.desk.shell.showStatus()
	s.desk.events.log("preview %d pages", len(pages))
}

// defaultFile is named after the project, beside it.
func (s *reportScreen) defaultFile(template string, f report.Format) string {
	if s.desk.session == nil {
		return ""
	}
	path := s.desk.session.Path()
	name := strings.TrimSuffix(filepath.Base(path), projectSuffix)
	return filepath.Join(filepath.Dir(path), name+"-"+template+"."+string(f))
}
