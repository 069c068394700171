package app

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/app/session"
	"hexapla/widgets"
)

// The screens, as the session's View names them.
const (
	screenLibrary    = "library"
	screenCompare    = "compare"
	screenPositions  = "positions"
	screenStatements = "statements"
	screenReport     = "report"
)

// screens lists them in the order of the rail.
var screens = []struct{ id, name string }{
	{screenLibrary, "Library"}, {screenCompare, "Compare"}, {screenPositions, "Positions"},
	{screenStatements, "Statements"}, {screenReport, "Report"},
}

// screen is one of the five: it builds its widgets once and shows the session's state in them.
type screen interface {
	content() fyne.CanvasObject
	tools() []fyne.CanvasObject // at the right of the toolbar
	status() (left, right string)
	show(session.Change)
	inherit(from screen) // takes over what the session does not keep, from the same screen in another language
}

// shell is what stands around the screens: rail, toolbar, status line.
type shell struct {
	desk    *Desk
	screens map[string]screen
	current string
	before  []string // the screens that were left, for the way back

	rail    *widgets.NavRail
	title   *widgets.Line
	saved   *widgets.Line
	undo    *widgets.Pill
	redo    *widgets.Pill
	search  *widget.Entry
	tools   *toolbar
	stack   *fyne.Container
	left    *widgets.Line
	right   *widgets.Line
	job     *widgets.Line
	bar     *widget.ProgressBar
	cancel  *widgets.Pill
	working *fyne.Container
	said    string // a passing message in the status line
}

func newShell(d *Desk) *shell {
	s := &shell{desk: d, screens: map[string]screen{}}
	s.rail = widgets.NewNavRail(railItems()...)
	s.rail.OnSelect = func(item int) { goTo(screens[item].id)(d) }
	s.title = heading("")
	s.saved = line("")
	s.saved.Muted = true
	s.undo = widgets.NewIconPill("undo", L("Undo"), d.undo)
	s.redo = widgets.NewIconPill("redo", L("Redo"), d.redo)
	s.search = widget.NewEntry()
	s.search.SetPlaceHolder(L("Search…"))
	s.search.OnSubmitted = d.searchFor
	s.search.OnChanged = func(query string) {
		if query == "" {
			d.searchFor("")
		}
	}
	s.tools = newToolbar(d, container.New(mirror(headLayout{}), s.title, s.saved, s.undo, s.redo, s.search))
	s.stack = container.NewStack()
	s.left, s.right, s.job = small(""), small(""), small("")
	s.left.Cut = true
	s.bar = widget.NewProgressBar()
	s.bar.TextFormatter = func() string { return "" }
	s.cancel = widgets.NewPill(L("Cancel"), func() { d.session.CancelJobs() })
	s.working = row(s.job, container.NewGridWrap(fyne.NewSize(120, 14), s.bar), s.cancel)
	s.screens[screenLibrary] = newLibrary(d)
	s.screens[screenCompare] = newCompare(d)
	s.screens[screenPositions] = newPositions(d)
	s.screens[screenStatements] = newStatements(d)
	s.screens[screenReport] = newReport(d)
	return s
}

func railItems() []widgets.NavItem {
	var items []widgets.NavItem
	for _, s := range screens {
		items = append(items, widgets.NavItem{Icon: s.id, Label: L(s.name)})
	}
	return items
}

// content is the whole window.
func (s *shell) content() fyne.CanvasObject {
	status := border(nil, nil, nil, row(s.working, s.right), s.left)
	return border(nil, nil, border(nil, nil, nil, widget.NewSeparator(), s.rail), nil,
		border(
			container.NewVBox(container.NewPadded(s.tools.bar), widget.NewSeparator()),
			container.NewVBox(widget.NewSeparator(), status),
			nil, nil, s.stack))
}

// show shows what changed.
func (s *shell) show(c session.Change) {
	if s.desk.session == nil || s.desk.shell != s {
		return
	}
	v := s.desk.session.View()
	if c&session.Working != 0 {
		s.showWork()
	}
	if c&session.Decisions != 0 {
		s.said = ""
		s.showUndo()
	}
	if s.screens[v.Screen] == nil {
		v.Screen = screenLibrary
	}
	derived := c&session.Derived != 0 && !s.desk.session.Deriving()
	if v.Screen != s.current {
		s.switchTo(v.Screen)
		c = session.Decisions | session.Derived | session.Looking
	}
	if c&^session.Working != 0 {
		s.screens[s.current].show(c)
		s.desk.rest.Reset(restful)
	}
	s.showStatus()
	if derived {
		s.desk.events.log("derived %d articles", len(s.desk.session.Result().Versions))
		s.desk.fail(s.desk.session.Failure())
	}
}

// restful is how long nothing has to change until memory is given back: a derivation, a screen shown
// first, a report laid out leave much behind, and a reviewer then reads for long.
const restful = 4 * time.Second

func (s *shell) switchTo(id string) {
	s.leave(id)
	s.current = id
	for i, other := range screens {
		if other.id == id {
			s.rail.Select(i)
		}
	}
	s.stack.Objects = []fyne.CanvasObject{s.screens[id].content()}
	s.stack.Refresh()
	s.tools.set(s.screens[id].tools())
	s.desk.events.log("screen %s", id)
}

func (s *shell) showUndo() {
	name := strings.TrimSuffix(filepath.Base(s.desk.session.Path()), projectSuffix)
	s.title.SetText(name)
	s.saved.SetText("· " + L("saved"))
	undo, redo := s.desk.session.Undoable()
	s.undo.Tip(undoLabel(s.desk) + "  " + keyName(&fyne.ShortcutUndo{}))
	s.redo.Tip(redoLabel(s.desk) + "  " + keyName(&fyne.ShortcutRedo{}))
	enable(s.undo, !undo.Empty())
	enable(s.redo, !redo.Empty())
	s.desk.window.SetTitle(name + " — Hexapla")
	s.desk.window.SetMainMenu(s.desk.mainMenu())
}

func (s *shell) showWork() {
	jobs := s.desk.session.Jobs()
	if len(jobs) == 0 {
		s.working.Hide()
		return
	}
	j := jobs[len(jobs)-1]
	text := tr(j.Name)
	if j.Total > 0 {
		text = Lf("%s, %d of %d", text, j.Done, j.Total)
		s.bar.SetValue(float64(j.Done) / float64(j.Total))
	}
	s.job.SetText(text)
	s.working.Show()
}

func (s *shell) showStatus() {
	left, right := s.screens[s.current].status()
	if s.said != "" {
		left = s.said
	}
	s.left.SetText(left)
	s.right.SetText(right)
}

// say puts a message into the status line until the next decision.
func (d *Desk) say(message string) {
	if d.shell != nil {
		d.shell.said = message
		d.shell.showStatus()
	}
}

func enable(b fyne.Disableable, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// find puts the cursor into the search field.
func (d *Desk) find() { d.window.Canvas().Focus(d.shell.search) }
