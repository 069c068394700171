package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2"

	"hexapla/analysis"
	"hexapla/app/report"
	"hexapla/app/session"
	"hexapla/assets"
)

// Options say how the program was started.
type Options struct {
	Sample bool     // open the sample project
	Files  []string // a project, or files to add to a new one
	Events string   // file that gets a line for everything that happens; "" is none
	Size   string   // of the window, "1440x900"; "" is the last one
	Home   string   // where projects and settings lie; "" is the user's own folder
}

// Run opens the window and returns when it is closed; at once where a window of the same home folder
// is open already, which then shows what o asks for.
func Run(a fyne.App, o Options) error {
	home, err := homeFolder(o.Home)
	if err != nil || handOver(home, o) {
		return err
	}
	resources := sync.OnceValues(func() (*analysis.Resources, error) { return analysis.LoadResources(assets.Files) })
	go resources() // while the window is built
	events, err := openEvents(o.Events)
	if err != nil {
		return err
	}
	defer events.close()
	speak(a.Preferences().String(preferLanguage))
	a.Settings().SetTheme(preferredTheme(a.Preferences())) // before there is text, which else is set twice
	d := newDesk(a, nil, events, home)
	if w, h, ok := parseSize(o.Size); ok {
		d.window.Resize(fyne.NewSize(w, h))
	}
	d.window.Show()
	if d.resources, err = resources(); err != nil {
		return err
	}
	hangUp, quiet := func() {}, func() {}
	a.Lifecycle().SetOnStarted(func() {
		hangUp, quiet = d.listen(), d.tellPlaces()
		d.begin(o)
	})
	a.Run()
	hangUp()
	quiet()
	var failures []error
	for _, d := range slices.Clone(d.office.desks) { // those that were open when the program was told to end
		failures = append(failures, d.close())
	}
	return errors.Join(failures...)
}

// parseSize reads "1440x900".
func parseSize(s string) (w, h float32, ok bool) {
	n, err := fmt.Sscanf(s, "%fx%f", &w, &h)
	return w, h, n == 2 && err == nil && w > 0 && h > 0
}

// begin opens what the command line names, else what was open last; with nothing open it shows where to start.
func (d *Desk) begin(o Options) {
	switch {
	case len(o.Files) > 0 && strings.EqualFold(filepath.Ext(o.Files[0]), projectSuffix):
		d.open(o.Files[0])
	case len(o.Files) > 0:
		d.openNew()
		d.importFiles(o.Files)
	case o.Sample:
		d.openSample()
	default:
		d.openLast()
	}
	if d.session == nil {
		d.showStart()
	}
	d.events.log("ready")
}

// WriteSampleReport writes the report of the sample project as HTML, without a window.
func WriteSampleReport(file string) error {
	resources, err := analysis.LoadResources(assets.Files)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "hexapla")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	queue := make(chan func(), 1<<10)
	s, err := session.Create(filepath.Join(folder, "sample"+projectSuffix), session.Options{
		Resources: resources, Coder: coderName(), Post: func(f func()) { queue <- f },
	})
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.AddSample(sampleFiles()); err != nil {
		return err
	}
	for s.Deriving() {
		(<-queue)()
	}
	if s.Failure() != nil {
		return s.Failure()
	}
	return writeFile(file, func(f *os.File) error {
		return report.Write(context.Background(), f, "html", s.Result(), report.Options{Now: s.Today()})
	})
}

// writeFile writes beside the file and renames, so that a failure leaves no half of a report.
func writeFile(name string, write func(*os.File) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".hexapla-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

func sampleFiles() fs.FS {
	files, err := fs.Sub(assets.Files, "sample")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return files
}

func homeFolder(home string) (string, error) {
	if home == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return "", err
		}
		home = filepath.Join(config, "hexapla")
	}
	return home, os.MkdirAll(home, 0o755)
}

// coderName is whom decisions are signed with until the user says otherwise.
func coderName() string {
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return "me"
}
