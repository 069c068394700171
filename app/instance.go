package app

import (
	"encoding/json"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A second start with the same home folder opens in the window of the first: two processes would
// have one project open twice. They speak over a socket in that folder, which no other machine and
// no other user reaches. Where there can be none, each start has its own window.

// socketName is the socket's file within the home folder.
const socketName = "window.sock"

// summons is what a second start hands over.
type summons struct {
	Files  []string `json:"files"`
	Sample bool     `json:"sample"`
}

// patience bounds how long either side waits for the other.
const patience = 2 * time.Second

// handOver asks the first start, if there is one, to open what this one was asked to.
func handOver(home string, o Options) bool {
	conn, err := net.DialTimeout("unix", filepath.Join(home, socketName), patience)
	if err != nil {
		return false
	}
	defer conn.Close()
	s := summons{Sample: o.Sample}
	for _, file := range o.Files {
		if absolute, err := filepath.Abs(file); err == nil {
			file = absolute
		}
		s.Files = append(s.Files, file)
	}
	if err := errors.Join(conn.SetDeadline(time.Now().Add(patience)), json.NewEncoder(conn).Encode(s)); err != nil {
		return false
	}
	var taken bool
	return json.NewDecoder(conn).Decode(&taken) == nil && taken
}

// listen takes what further starts hand over until stop is called.
func (d *Desk) listen() (stop func()) {
	path := filepath.Join(d.home, socketName)
	os.Remove(path) // of a first start that has crashed: handOver found nobody
	l, err := net.Listen("unix", path)
	if err != nil {
		d.events.log("no socket: %v", err)
		return func() {}
	}
	os.Chmod(path, 0o600)
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			d.take(conn)
		}
	}()
	return func() { l.Close() }
}

func (d *Desk) take(conn net.Conn) {
	defer conn.Close()
	var s summons
	if conn.SetDeadline(time.Now().Add(patience)) != nil || json.NewDecoder(conn).Decode(&s) != nil {
		return
	}
	if json.NewEncoder(conn).Encode(true) == nil {
		d.post(func() { d.summon(s) })
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
