package app

import (
	"fmt"
	"os"
	"sync"
)

// events is a log of what happens, a line each, for tests that drive the real window and wait for
// what they did to take effect. A nil *events logs nothing.
type events struct {
	mu   sync.Mutex
	file *os.File
}

func openEvents(name string) (*events, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return nil, err
	}
	return &events{file: f}, nil
}

func (e *events) log(format string, args ...any) {
	if e == nil {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	fmt.Fprintf(e.file, format+"\n", args...)
}

func (e *events) close() {
	if e != nil {
		e.file.Close()
	}
}
