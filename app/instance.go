package app

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A second start with the same home folder opens in the window of the first: two processes would
// have one project open twice. It leaves a file in that folder and waits until the first start has
// taken it away, which looks for such files now and then.
//
// # Why files
//
// Only package fetch may open a connection, so that who distrusts the program has one package to
// read. Files do as well here, on every system, and a start that has crashed blocks nobody: what it
// does not take away in time is taken back.

const (
	presence = "window.open" // is there as long as a first start listens
	inbox    = "summons-*.json"
)

// summons is what a second start hands over.
type summons struct {
	Files  []string `json:"files"`
	Sample bool     `json:"sample"`
}

// How often the first start looks, and how long the second waits for it.
const (
	glance   = 150 * time.Millisecond
	patience = 3 * time.Second
)

// handOver asks the first start, if there is one, to open what this one was asked to.
func handOver(home string, o Options) bool {
	if _, err := os.Stat(filepath.Join(home, presence)); err != nil {
		return false
	}
	s := summons{Sample: o.Sample}
	for _, file := range o.Files {
		if absolute, err := filepath.Abs(file); err == nil {
			file = absolute
		}
		s.Files = append(s.Files, file)
	}
	data, _ := json.Marshal(s) // a summons always marshals
	path := filepath.Join(home, strings.Replace(inbox, "*", strconv.Itoa(os.Getpid())+"-"+strconv.FormatInt(time.Now().UnixNano(), 36), 1))
	if writeFile(path, func(f *os.File) error { _, err := f.Write(data); return err }) != nil {
		return false
	}
	look := time.NewTicker(glance / 3)
	defer look.Stop()
	for late := time.After(patience); ; {
		select {
		case <-look.C:
			if _, err := os.Stat(path); os.IsNotExist(err) {
				return true
			}
		case <-late:
			return os.IsNotExist(os.Remove(path)) // whoever takes it away has it
		}
	}
}

// listen takes what further starts hand over until stop is called.
func (d *Desk) listen() (stop func()) {
	path := filepath.Join(d.home, presence)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		d.events.log("nobody can summon: %v", err)
		return func() {}
	}
	done := make(chan struct{})
	look := time.NewTicker(glance)
	go func() {
		for {
			select {
			case <-look.C:
				for _, s := range taken(d.home) {
					d.post(func() { d.office.summon(s) })
				}
			case <-done:
				return
			}
		}
	}()
	return func() {
		look.Stop()
		close(done)
		os.Remove(path)
	}
}

// taken reads the files that other starts have left and takes them away.
func taken(home string) []summons {
	var out []summons
	files, _ := fs.Glob(os.DirFS(home), inbox) // the pattern is well formed
	for _, name := range files {
		file := filepath.Join(home, name)
		data, err := os.ReadFile(file)
		if err != nil || os.Remove(file) != nil {
			continue
		}
		var s summons
		if json.Unmarshal(data, &s) == nil {
			out = append(out, s)
		}
	}
	return out
}

// summon hands on to the window that was opened last what another start was asked to open.
func (o *office) summon(s summons) {
	if n := len(o.desks); n > 0 {
		o.desks[n-1].summon(s)
	}
}

// summon opens what another start was asked to open, and comes to the front. Files are added to the
// project that is open.
func (d *Desk) summon(s summons) {
	d.events.log("summoned %d", len(s.Files))
	d.window.RequestFocus()
	switch {
	case s.Sample:
		d.openSample()
	case len(s.Files) > 0 && strings.EqualFold(filepath.Ext(s.Files[0]), projectSuffix):
		if d.session == nil || d.session.Path() != s.Files[0] {
			d.open(s.Files[0])
		}
	case len(s.Files) > 0:
		if d.session == nil {
			d.openNew()
		}
		d.importFiles(s.Files)
	}
}
