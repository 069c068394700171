package analysis

import (
	"fmt"
	"io/fs"

	"hexapla/analysis/attribution"
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
	for _, step := range []struct {
		name string
		load func() error
	}{
		{"text", func() (err error) { r.Text, err = text.Load(sub(fsys, "text")); return }},
		{"lexicon", func() (err error) { r.Lexicons, err = lexicon.Load(sub(fsys, "lexicon")); return }},
		{"triage", func() (err error) { r.Triage, err = triage.Load(fsys); return }},
		{"attribution", func() (err error) { r.Attribution, err = attribution.Load(fsys); return }},
		{"positions", func() (err error) { r.Positions, r.Codebook, err = positions.Load(sub(fsys, "positions")); return }},
	} {
		if err := step.load(); err != nil {
			return nil, fmt.Errorf("the built-in tables of %s are damaged, install the program again: %w", step.name, err)
		}
	}
	return r, nil
}

func sub(fsys fs.FS, dir string) fs.FS {
	s, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err) // dir is one of the constant names above
	}
	return s
}
