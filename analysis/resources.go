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

// LoadResources reads the tables under fsys, the folder assets: those that the stages need, all if none
// is named. Large tables are decoded when they are first needed, so loading is quick.
func LoadResources(fsys fs.FS, stages ...Stage) (*Resources, error) {
	wanted := Stage(0)
	for _, s := range stages {
		wanted |= s
	}
	r := &Resources{}
	steps := []step{
		{"text", func() (err error) { r.Text, err = text.Load(sub(fsys, "text")); return }},
		{"lexicon", func() (err error) { r.Lexicons, err = lexicon.Load(sub(fsys, "lexicon")); return }},
	}
	if len(stages) == 0 || wanted&^(Alignment|Collation) != 0 {
		entities, err := entity.Load(sub(fsys, "entity"))
		if err != nil {
			return nil, damaged("entity", err)
		}
		steps = append(steps,
			step{"triage", func() (err error) { r.Triage, err = triage.Load(fsys, entities); return }},
			step{"attribution", func() (err error) { r.Attribution, err = attribution.Load(fsys, entities); return }},
			step{"positions", func() (err error) { r.Positions, r.Codebook, err = positions.Load(sub(fsys, "positions")); return }},
		)
	}
	return r, loaded(steps)
}

// step loads the tables of one package.
type step struct {
	name string
	load func() error
}

// loaded takes all steps side by side.
func loaded(steps []step) error {
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
	return errors.Join(errs...)
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
