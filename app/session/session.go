package session

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/app/store"
)

// Options are what a session needs from its surroundings.
type Options struct {
	Resources *analysis.Resources
	Coder     string           // who decides
	Now       func() time.Time // nil: the clock
	Post      func(func())     // runs a function on the session's goroutine; must not run it before it returns
	Analysis  analysis.Options
	Stamp     string // of the program and its tables; "": what is derived is not kept between starts
}

// Session is an open project as one window looks at it. Several windows may look at one project
// (Beside): they share all but what they look at.
type Session struct {
	*opened

	view      View
	saving    bool // the view waits to be saved
	guest     bool // beside another session, which saves its view with the project
	listeners map[int]func(Change)
	nextID    int
}

// opened is what all sessions on a project share.
type opened struct {
	// immutable
	options Options
	project *store.Project
	memo    *analysis.Memo

	// ground state
	imported []article.Article
	log      []article.Decision
	state    article.State

	// derived state
	result   *analysis.Result
	revision int
	cancel   context.CancelFunc // of the derivation under way; nil when there is none
	failure  error              // of the last derivation

	warm     sync.Once      // reads what was derived before
	views    sync.WaitGroup // views and derived values being saved
	jobs     []*Job
	sessions []*Session
	closed   bool
}

// Change says what a listener should look at again.
type Change uint8

// What may change.
const (
	Decisions Change = 1 << iota // the log and the state
	Derived                      // the result
	Looking                      // the view: selection, screen, base
	Working                      // jobs and progress
)

// Open opens a project file and starts to derive.
func Open(path string, o Options) (*Session, error) {
	p, err := store.Open(path)
	if err != nil {
		return nil, err
	}
	return start(p, o)
}

// Create makes a new project file and opens it.
func Create(path string, o Options) (*Session, error) {
	p, err := store.Create(path)
	if err != nil {
		return nil, err
	}
	return start(p, o)
}

func start(p *store.Project, o Options) (*Session, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &Session{opened: &opened{options: o, project: p, memo: &analysis.Memo{}}, listeners: map[int]func(Change){}}
	s.sessions = []*Session{s}
	if err := s.load(); err != nil {
		p.Close()
		return nil, err
	}
	s.view = loadView(p)
	s.result = &analysis.Result{State: s.state}
	s.derive()
	return s, nil
}

// load reads the ground state from the project file.
func (s *Session) load() error {
	var err error
	if s.imported, err = s.project.Articles(); err != nil {
		return err
	}
	if s.log, err = s.project.Log(); err != nil {
		return err
	}
	s.state = article.Fold(s.imported, s.log)
	return nil
}

// Beside returns another session on the same project, which begins with the same view.
func (s *Session) Beside() *Session {
	other := &Session{opened: s.opened, view: s.view, guest: true, listeners: map[int]func(Change){}}
	s.sessions = append(s.sessions, other)
	return other
}

// Close ends the session. With the last one on a project the jobs end and the file is closed;
// everything is saved already.
func (s *Session) Close() error {
	s.Flush()
	clear(s.listeners)
	s.sessions = slices.DeleteFunc(s.sessions, func(other *Session) bool { return other == s })
	if len(s.sessions) > 0 {
		s.sessions[0].guest = false // somebody has to save where the project is to open
		return nil
	}
	s.closed = true
	s.stopDeriving()
	for _, j := range s.jobs {
		j.cancel()
	}
	s.views.Wait()
	s.keep()
	return s.project.Close()
}

// Path is the project file.
func (s *Session) Path() string { return s.project.Path() }

// Resources are the tables that the session analyses with.
func (s *Session) Resources() *analysis.Resources { return s.options.Resources }

// Coder is who decides.
func (s *Session) Coder() string { return s.options.Coder }

// SetCoder changes who decides from now on.
func (s *Session) SetCoder(name string) {
	s.options.Coder = name
	s.changed(Decisions)
}

// State is the project as decided.
func (s *Session) State() article.State { return s.state }

// Codebook is the issues as decided; the result may still be about those before.
func (s *Session) Codebook() positions.Codebook {
	return s.options.Analysis.CodebookOf(s.options.Resources, s.state)
}

// Log is every decision, oldest first.
func (s *Session) Log() []article.Decision { return s.log }

// Result is the last result derived, never nil; Deriving tells whether a newer one is on its way.
func (s *Session) Result() *analysis.Result { return s.result }

// Failure is why the last derivation gave no result; nil when it did.
func (s *Session) Failure() error { return s.failure }

// Today is the day as an ISO date.
func (s *Session) Today() string { return s.options.Now().Format(time.DateOnly) }

// SaveAs writes a copy of the project to another file and goes on working in that one.
func (s *Session) SaveAs(path string) error {
	if err := s.project.SaveAs(path); err != nil {
		return err
	}
	p, err := store.Open(path)
	if err != nil {
		return err
	}
	s.Flush()
	old := s.project
	s.project = p
	s.changed(Decisions)
	return old.Close()
}

// Search finds a text in all articles.
func (s *Session) Search(ctx context.Context, query string, limit int) ([]store.Hit, error) {
	return s.project.Search(ctx, query, limit)
}

// Listen calls f after every change, until stop is called.
func (s *Session) Listen(f func(Change)) (stop func()) {
	id := s.nextID
	s.nextID++
	s.listeners[id] = f
	return func() { delete(s.listeners, id) }
}

// changed tells all sessions on the project, or this one alone of what it looks at.
func (s *Session) changed(c Change) {
	if c == Looking {
		s.tell(c)
		return
	}
	for _, other := range slices.Clone(s.sessions) {
		other.tell(c)
	}
}

func (s *Session) tell(c Change) {
	for id := range s.nextID {
		if f := s.listeners[id]; f != nil {
			f(c)
		}
	}
}

// Article returns an article of the project by its ID.
func (s *Session) Article(id article.ID) (article.Article, error) {
	for _, a := range s.state.Articles {
		if a.ID == id {
			return a, nil
		}
	}
	return article.Article{}, fmt.Errorf("the project has no article %s", id)
}
