package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	tooltip "github.com/dweymouth/fyne-tooltip"

	"hexapla/analysis"
	"hexapla/app/session"
)

// projectSuffix ends the name of a project file.
const projectSuffix = ".hexapla"

// Desk is one window on one session.
type Desk struct {
	// immutable
	app       fyne.App
	window    fyne.Window
	resources *analysis.Resources
	events    *events
	home      string
	office    *office
	rest      *time.Timer // gives memory back when nothing has changed for a while

	session *session.Session // nil on the start page
	shell   *shell
	post    func(func()) // runs a function on the window's goroutine
}

func newDesk(a fyne.App, resources *analysis.Resources, e *events, home string) *Desk {
	return (&office{}).newDesk(Desk{app: a, resources: resources, events: e, home: home, post: fyne.Do})
}

// size is what the window had last, at first one that fits a small screen.
func (d *Desk) size() fyne.Size {
	p := d.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(preferWidth, 1280)), float32(p.FloatWithFallback(preferHeight, 720)))
}

// dropped takes files and folders that were dropped on the window: a project is opened, everything
// else is added.
func (d *Desk) dropped(items []fyne.URI) {
	var paths []string
	for _, item := range items {
		if item.Scheme() == "file" {
			paths = append(paths, item.Path())
		}
	}
	if len(paths) == 1 && strings.EqualFold(filepath.Ext(paths[0]), projectSuffix) {
		d.open(paths[0])
		return
	}
	if d.session == nil {
		d.openNew()
	}
	d.importFiles(paths)
}

// open opens a project file in place of the one that is open; one that stands in another window comes
// to the front.
func (d *Desk) open(path string) {
	if other := d.office.showing(path); other != nil && other != d {
		other.window.RequestFocus()
		d.events.log("in another window %s", filepath.Base(path))
		return
	}
	if d.session != nil {
		d.session.Flush() // it may be the same file
	}
	s, err := session.Open(path, d.sessionOptions())
	if err != nil {
		d.fail(err)
		return
	}
	d.use(s)
}

// create makes a new project file and opens it; an older file of the name is replaced.
func (d *Desk) create(path string) error {
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return err
	}
	s, err := session.Create(path, d.sessionOptions())
	if err != nil {
		return err
	}
	d.use(s)
	return nil
}

// openNew opens an empty project that has no name of the user's yet; it is saved all the same.
func (d *Desk) openNew() {
	for n := 1; ; n++ {
		path := filepath.Join(d.home, fmt.Sprintf("Untitled %d%s", n, projectSuffix))
		if _, err := os.Stat(path); err == nil {
			continue
		}
		if err := d.create(path); err != nil {
			d.fail(err)
		}
		return
	}
}

// openSample opens the sample project as it was left, or a fresh one.
func (d *Desk) openSample() {
	path := filepath.Join(d.home, "Sample"+projectSuffix)
	if _, err := os.Stat(path); err == nil {
		d.open(path)
		return
	}
	if err := d.create(path); err != nil {
		d.fail(err)
		return
	}
	if err := d.session.AddSample(sampleFiles()); err != nil {
		d.fail(err)
	}
	d.session.Look(func(v *session.View) { v.Screen, v.Story = screenCompare, session.SampleStory })
	d.shell.show(session.Looking | session.Decisions)
}

// openLast opens the project that was open last, if it is still there.
func (d *Desk) openLast() {
	for _, path := range d.recent() {
		if _, err := os.Stat(path); err == nil {
			d.open(path)
			return
		}
	}
}

func (d *Desk) sessionOptions() session.Options {
	return session.Options{
		Resources: d.resources,
		Coder:     d.app.Preferences().StringWithFallback(preferCoder, coderName()),
		Post:      d.post,
		Stamp:     stamp(),
	}
}

// stamp tells this program from every other, so that nothing is shown that another has derived. A
// program that cannot find itself keeps nothing.
func stamp() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d %d", version(), info.Size(), info.ModTime().UnixNano())
}

// use makes s the session of the window.
func (d *Desk) use(s *session.Session) {
	if d.session != nil {
		d.session.Close()
	}
	d.session = s
	d.remember(s.Path())
	if o := analysisOf(s.Analysis(), s.View()); s.View().Unlike != 0 && o != s.Analysis() {
		s.SetAnalysis(o)
	}
	d.shell = newShell(d)
	s.Listen(func(c session.Change) { d.shell.show(c) })
	d.show()
	d.events.log("opened %s", filepath.Base(s.Path()))
}

// show puts the shell into the window.
func (d *Desk) show() {
	d.window.SetContent(tooltip.AddWindowToolTipLayer(d.shell.content(), d.window.Canvas()))
	d.window.SetMainMenu(d.mainMenu())
	d.shell.show(session.Decisions | session.Derived | session.Looking | session.Working)
}

// close gives back what the window holds; it may be closed already.
func (d *Desk) close() error {
	if !d.office.leave(d) {
		return nil
	}
	d.rest.Stop()
	size := d.window.Canvas().Size()
	d.app.Preferences().SetFloat(preferWidth, float64(size.Width))
	d.app.Preferences().SetFloat(preferHeight, float64(size.Height))
	if d.session == nil {
		return nil
	}
	return d.session.Close()
}

// sentence makes an error a sentence: upper case but for the name of a file, full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	first, _, _ := strings.Cut(s, " ")
	if !strings.ContainsAny(first, "./\\") {
		r, size := utf8.DecodeRuneInString(s)
		s = string(unicode.ToUpper(r)) + s[size:]
	}
	if !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

// recent lists the projects opened last, newest first.
func (d *Desk) recent() []string { return d.app.Preferences().StringList(preferRecent) }

func (d *Desk) remember(path string) {
	list := []string{path}
	for _, p := range d.recent() {
		if p != path && len(list) < 10 {
			list = append(list, p)
		}
	}
	d.app.Preferences().SetStringList(preferRecent, list)
}
