package analysis

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"hexapla/analysis/attribution"
	"hexapla/analysis/entity"
	"hexapla/analysis/lexicon"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

// Resources are the tables that the analysis works with: immutable, shared by all runs.
type Resources struct {
	Text        *text.Model
	Lexicons    *lexicon.Set
	Triage      *triage.Tables
	Attribution *attribution.Tables
	Positions   *positions.Tables
	Codebook    positions.Codebook // the default issues
}

// LoadResources reads the tables under fsys, the folder assets. Large tables are decoded when they
// are first needed, so loading is quick.
func LoadResources(fsys fs.FS) (*Resources, error) {
	r := &Resources{}
	entities, err := entity.Load(sub(fsys, "entity"))
	if err != nil {
		return nil, damaged("entity", err)
	}
	steps := []struct {
		name string
		load func() error
	}{
		{"text", func() (err error) { r.Text, err = text.Load(sub(fsys, "text")); return }},
		{"lexicon", func() (err error) { r.Lexicons, err = lexicon.Load(sub(fsys, "lexicon")); return }},
		{"triage", func() (err error) { r.Triage, err = triage.Load(fsys, entities); return }},
		{"attribution", func() (err error) { r.Attribution, err = attribution.Load(fsys, entities); return }},
		{"positions", func() (err error) { r.Positions, r.Codebook, err = positions.Load(sub(fsys, "positions")); return }},
	}
	errs := make([]error, len(steps))
	var all sync.WaitGroup
	for i, step := range steps {
		all.Go(func() {
			if err := step.load(); err != nil {
				errs[i] = damaged(step.name, err)
			}
		})
	}
	all.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return r, nil
}

func damaged(name string, err error) error {
	return fmt.Errorf("the built-in tables of %s are damaged, install the program again: %w", name, err)
}

func sub(fsys fs.FS, dir string) fs.FS {
	s, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err) // dir is one of the constant names above
	}
	return s
}
