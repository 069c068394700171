package analysis

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
)

// Progress is told how far a stage is. It may be nil and is called from the goroutine of Run.
type Progress func(stage string, done, total int)

// Memo keeps derived values by the hash of all they were derived from. Values that neither of the
// last two runs asked for are dropped: who turns a switch and turns it back waits once. Safe for
// concurrent use; the zero value is empty.
type Memo struct {
	mu   sync.Mutex
	kept map[string]*memoised
	run  int

	fresh bool // something was derived
}

type memoised struct {
	value any
	run   int
}

// begin starts a run, and drops what neither of the last two asked for.
func (m *Memo) begin() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for k, v := range m.kept {
		if v.run < m.run-1 {
			delete(m.kept, k)
		}
	}
	m.run++
}

// derived returns the kept value of the key, or derives and keeps it. A failed derivation is not kept.
func derived[T any](m *Memo, key string, derive func() (T, error)) (T, error) {
	if m == nil {
		return derive()
	}
	m.mu.Lock()
	if kept, ok := m.kept[key]; ok {
		if value, ok := kept.value.(T); ok {
			kept.run = m.run
			m.mu.Unlock()
			return value, nil
		}
	}
	m.mu.Unlock()
	value, err := derive()
	if err != nil {
		return value, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil {
		m.kept = map[string]*memoised{}
	}
	m.kept[key] = &memoised{value, m.run}
	m.fresh = true
	return value, nil
}

// key hashes a stage's name and everything that its value depends on. Whether a list is empty or nil
// is not told apart, as a list that was kept may come back as either.
func key(stage string, parts ...any) string {
	h := sha256.New()
	for _, p := range parts {
		s := strings.ReplaceAll(fmt.Sprintf("%#v", p), "(nil)", "{}")
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	return stage + " " + hex.EncodeToString(h.Sum(nil)[:16])
}
