package app

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"hexapla/app/report"
	"hexapla/app/session"
)

func (u *person) report() *reportScreen { return u.shell.screens[screenReport].(*reportScreen) }

// written lets the report under way be written, and reads it.
func (u *person) written(file string) string {
	u.t.Helper()
	u.wait()
	data, err := os.ReadFile(file)
	if err != nil {
		u.t.Fatal(err)
	}
	return string(data)
}

func TestReportInAnotherLanguage(t *testing.T) {
	u := openSample(t)
	u.command("Report")
	s := u.report()
	all := s.style.languages()
	if s.spoken() != "en" || !slices.Contains(all, "zh") {
		t.Fatalf("the report is in %s of %v", s.spoken(), all)
	}
	s.tongue.chosen(slices.Index(all, "zh"))
	u.command("Export report…")
	if got := u.written(s.form.path()); !strings.Contains(got, `lang="zh`) {
		t.Errorf("the report is not in Chinese: %.300s", got)
	}
}

// TestStyleOfOnesOwn puts the built-in files into a folder, changes one and adds a language.
func TestStyleOfOnesOwn(t *testing.T) {
	u := openSample(t)
	u.command("Report")
	s := u.report()
	folder := t.TempDir()
	check(t, copyStyle(folder))
	style := filepath.Join(folder, "report.css")
	css, err := os.ReadFile(style)
	check(t, err)
	check(t, os.WriteFile(style, append(css, []byte("\n.of-my-own { color: red }\n")...), 0o644))
	check(t, os.Remove(filepath.Join(folder, "report.html"))) // what is missing is the built-in one
	words, err := os.ReadFile(filepath.Join(folder, "words.en.yaml"))
	check(t, err)
	check(t, os.WriteFile(filepath.Join(folder, "words.xx.yaml"), words, 0o644))
	s.setStyle(folder)
	if !slices.Contains(s.style.languages(), "xx") {
		t.Error("the language of the folder is not offered")
	}
	u.command("Export report…")
	if got := u.written(s.form.path()); !strings.Contains(got, "of-my-own") {
		t.Error("the report does not take the folder's style")
	}
	if again := styleOf(u.app.Preferences()); again.folder != folder {
		t.Errorf("the next window takes %q", again.folder)
	}
	s.setStyle("")
	u.command("Export report…")
	if got := u.written(s.form.path()); strings.Contains(got, "of-my-own") {
		t.Error("the style is taken though it was put away")
	}
}

func TestLogo(t *testing.T) {
	u := openSample(t)
	u.command("Report")
	s := u.report()
	file := filepath.Join(t.TempDir(), "logo.png")
	f, err := os.Create(file)
	check(t, err)
	check(t, png.Encode(f, image.NewGray(image.Rect(0, 0, 40, 20))))
	check(t, f.Close())
	s.setLogo(file)
	u.command("Export report…")
	if got := u.written(s.form.path()); !strings.Contains(got, "data:image/png") {
		t.Error("the report has no logo")
	}
	check(t, os.Remove(file))
	u.command("Export report…")
	if got := u.written(s.form.path()); strings.Contains(got, "data:image/png") || got == "" {
		t.Error("a logo that is gone is no report")
	}
}

// TestReportCanBeStopped: a report that is stopped leaves no file, in any format.
func TestReportCanBeStopped(t *testing.T) {
	u := openSample(t)
	u.command("Report")
	s := u.report()
	for _, f := range report.Formats() {
		s.form.setFormat(f)
		s.form.file.SetText(filepath.Join(t.TempDir(), "stopped."+string(f)))
		s.export()
		if len(u.session.Jobs()) != 1 {
			t.Fatalf("%s is not among the jobs", f)
		}
		u.session.CancelJobs()
		u.wait()
		if _, err := os.Stat(s.form.path()); err == nil {
			t.Errorf("%s was written though it was stopped", f)
		}
	}
}

// TestExportWaitsForTheAnalysis: whoever exports at once gets what was just added.
func TestExportWaitsForTheAnalysis(t *testing.T) {
	u := sitDown(t)
	u.begun()
	u.wait()
	const words = "Iran and the United States resumed talks on the nuclear agreement in Vienna on Monday after a lapse of five months. " +
		"The agreement must be restored, said the envoy. The European Union has put forward a text of 25 pages."
	u.imported(u.session.ImportText("", "Talks resume\n\n"+words))
	u.imported(u.session.ImportText("", "Talks resume again\n\n"+strings.ReplaceAll(words, "Iran", "Iraq")))
	u.command("Export report…")
	u.command("Export report…")
	if got := u.written(u.report().form.path()); !strings.Contains(got, "Iraq") {
		t.Error("the report does not know what was pasted before it")
	}
}

func TestFormatChangesTheEnding(t *testing.T) {
	u := openSample(t)
	f := u.report().form
	f.file.SetText("/tmp/my.report.html")
	for _, format := range []report.Format{report.TEI, report.PDF, report.CSL, report.HTML} {
		f.setFormat(format)
		if want := "/tmp/my.report." + string(format); f.path() != want {
			t.Errorf("as %s the file is %s", format, f.path())
		}
	}
}

func TestPrinterNamed(t *testing.T) {
	for answer, want := range map[string]string{
		"system default destination: Office\n": "Office", "no system default destination\n": "", "": "",
	} {
		if got := printerNamed(answer); got != want {
			t.Errorf("%q names %q", answer, got)
		}
	}
}

// TestPrinter prints with commands that stand for the system's.
func TestPrinter(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no lp")
	}
	dir := t.TempDir()
	printed := filepath.Join(dir, "printed")
	for name, script := range map[string]string{
		"lp": "#!/bin/sh\n/bin/cp \"$1\" " + printed + "\n", "lpstat": "#!/bin/sh\necho 'system default destination: Office'\n",
	} {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755))
	}
	t.Setenv("PATH", dir)
	u := openSample(t)
	u.command("Report")
	s := u.report()
	p := defaultPrinter()
	if p.name != "Office" {
		t.Fatalf("the printer is %+v", p)
	}
	s.producePDF(func(path string) { check(t, p.print(path)) })
	if got := u.written(printed); !strings.HasPrefix(got, "%PDF") {
		t.Errorf("printed was %.20q", got)
	}
	u.command("Print…")
	if u.window.Canvas().Overlays().Top() == nil {
		t.Error("it prints without asking")
	}
	t.Setenv("PATH", t.TempDir())
	if p := defaultPrinter(); p.name != "" {
		t.Errorf("without lp the printer is %q", p.name)
	}
}

func TestOtherStory(t *testing.T) {
	u := openSample(t)
	u.command("Report")
	f := u.report().form
	if f.options().Story == "" {
		t.Error("the report is not about the story looked at")
	}
	f.story.chosen(0)
	if f.options().Story != "" {
		t.Error("the report is not about everything")
	}
	u.session.Look(func(v *session.View) { v.Screen = screenLibrary })
}
