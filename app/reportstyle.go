package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"hexapla/app/report"
)

// reportStyle is what reports look like beyond the template: a logo, and a folder with files in the
// place of the built-in ones. Both are the user's and not the project's.
type reportStyle struct {
	logo, folder string // paths; "" is none
}

func styleOf(p fyne.Preferences) reportStyle {
	return reportStyle{p.String(preferLogo), p.String(preferStyle)}
}

// dress puts logo and files into the options of a report. What is not there any more is left out.
func (s reportStyle) dress(o *report.Options) {
	if s.logo != "" {
		o.Logo, _ = os.ReadFile(s.logo)
	}
	if s.folder != "" {
		o.Templates = report.Style(os.DirFS(s.folder))
	}
}

// templates are those of the user's folder where it has any, else the built-in ones. With an error they are
// the built-in ones, too.
func (s reportStyle) templates() ([]report.Template, error) {
	var failure error
	if s.folder != "" {
		own, err := report.Templates(report.Style(os.DirFS(s.folder)))
		if err == nil {
			return own, nil
		}
		failure = err
	}
	builtIn, err := report.Templates(report.Style(nil))
	return builtIn, errors.Join(failure, err)
}

// languages are those that reports can be written in: the built-in ones, and those whose words the
// user's folder has.
func (s reportStyle) languages() []string {
	all := report.Languages()
	if s.folder == "" {
		return all
	}
	files, _ := fs.Glob(os.DirFS(s.folder), "words.*.yaml") // the pattern is constant
	for _, f := range files {
		if id := strings.Split(f, ".")[1]; !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// askLogo asks for a picture that stands at the head of reports.
func (s *reportScreen) askLogo() {
	ask := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			s.desk.fail(err)
			return
		}
		r.Close()
		s.setLogo(r.URI().Path())
	}, s.desk.window)
	ask.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".jpg", ".jpeg"}))
	s.desk.showFileDialog(ask)
}

func (s *reportScreen) setLogo(path string) {
	s.style.logo = path
	s.desk.app.Preferences().SetString(preferLogo, path)
	s.form.showLook()
	s.refresh()
}

// askStyle asks for the folder with the user's own files.
func (s *reportScreen) askStyle() {
	ask := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
		if err != nil || l == nil {
			s.desk.fail(err)
			return
		}
		s.chooseStyle(l.Path())
	}, s.desk.window)
	s.desk.showFileDialog(ask)
}

// chooseStyle takes a folder; into one that has no file of a style yet the built-in ones can be put, to
// be changed.
func (s *reportScreen) chooseStyle(folder string) {
	if len(styleFiles(os.DirFS(folder))) > 0 {
		s.setStyle(folder)
		return
	}
	dialog.ShowConfirm(L("Style of your own"), L("The folder has no files of a style. Put the built-in ones there, to be changed?"), func(ok bool) {
		if !ok {
			return
		}
		if err := copyStyle(folder); err != nil {
			s.desk.fail(err)
			return
		}
		s.setStyle(folder)
	}, s.desk.window)
}

func (s *reportScreen) setStyle(folder string) {
	s.style.folder = folder
	s.desk.app.Preferences().SetString(preferStyle, folder)
	s.form.showLook()
	s.showLanguages()
	_, err := s.style.templates()
	s.desk.fail(err)
	s.form.setTemplate(s.form.chosen)
}

// styleFiles are the files of a folder that reports are made with.
func styleFiles(folder fs.FS) []string {
	var out []string
	for _, pattern := range []string{"report.html", "report.css", "templates.yaml", "words.*.yaml"} {
		found, _ := fs.Glob(folder, pattern) // the patterns are constant
		out = append(out, found...)
	}
	return out
}

// copyStyle puts the built-in files into a folder.
func copyStyle(folder string) error {
	for _, name := range styleFiles(report.Style(nil)) {
		data, err := fs.ReadFile(report.Style(nil), name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
