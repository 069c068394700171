package analysis

import (
	"encoding/gob"
	"fmt"
	"io"

	"hexapla/analysis/attribution"
	"hexapla/analysis/phrase"
	"hexapla/analysis/positions"
	"hexapla/analysis/stories"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/collate"
	"hexapla/analysis/wording/triage"
)

// A memo can be kept between two starts of the program. It is no truth: who reads one that another
// program wrote, with other tables, shows what that one found. So the caller keeps it under a stamp
// of the program.

// init names the types that stand in a memo, and in the phrases in it.
func init() {
	for _, value := range []any{
		Version{}, []align.Row{}, []collate.Entry{}, []triage.Difference{}, []stories.Group{}, &attribution.Result{}, []positions.Coding{},
		phrase.Words(""), phrase.Names{}, phrase.Clauses{}, phrase.Day(""), phrase.Phrase{},
	} {
		gob.Register(value)
	}
}

// Fresh reports whether something was derived since the memo was written or read.
func (m *Memo) Fresh() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.fresh
}

// Write writes what the last two runs asked for: the last one may have been stopped halfway.
func (m *Memo) Write(w io.Writer) error {
	values := map[string]any{}
	m.mu.Lock()
	for k, v := range m.kept {
		if v.run >= m.run-1 {
			values[k] = v.value
		}
	}
	m.fresh = false
	m.mu.Unlock()
	if err := gob.NewEncoder(w).Encode(values); err != nil {
		return fmt.Errorf("keep what was derived: %w", err)
	}
	return nil
}

// Read adds what Write wrote. What cannot be read is left out; it will be derived again.
func (m *Memo) Read(r io.Reader) error {
	values := map[string]any{}
	if err := gob.NewDecoder(r).Decode(&values); err != nil {
		return fmt.Errorf("read what was derived: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil {
		m.kept = map[string]*memoised{}
	}
	for k, v := range values {
		m.kept[k] = &memoised{v, m.run}
	}
	return nil
}
