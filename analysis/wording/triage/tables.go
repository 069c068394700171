package triage

import (
	"bufio"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// Tables is what triage knows: loaded once, immutable, safe for concurrent use. The relations of
// English words are decoded when English is first compared.
type Tables struct {
	entities  *entity.Tables
	cues      map[text.Language]map[string]cues
	pairs     map[text.Language][]wordPair
	opposites map[text.Language][]opposition
	english   englishForms
	weights   map[string]float64
	words     func() (*thesaurus, error)
}

// wordPair is two words that do a job together: "no less".
type wordPair struct {
	words [2]string
	class cueClass
}

// Load reads the tables under fsys (the folder assets, of which it uses triage).
func Load(fsys fs.FS, entities *entity.Tables) (*Tables, error) {
	t := &Tables{entities: entities, cues: map[text.Language]map[string]cues{}, pairs: map[text.Language][]wordPair{}, opposites: map[text.Language][]opposition{}, weights: map[string]float64{}}
	own, err := fs.Sub(fsys, "triage")
	if err != nil {
		return nil, err
	}
	for _, load := range []func(fs.FS) error{t.loadCues, t.loadOpposites, t.loadWeights, t.english.load} {
		if err := load(own); err != nil {
			return nil, err
		}
	}
	t.words = sync.OnceValues(func() (*thesaurus, error) { return loadThesaurus(own) })
	return t, nil
}

// Entities returns the tables of numbers, dates and names that the tables of triage stand on.
func (t *Tables) Entities() *entity.Tables { return t.entities }

func (t *Tables) loadCues(fsys fs.FS) error {
	return eachLine(fsys, "cues.tsv", func(f []string) error {
		if len(f) != 4 {
			return fmt.Errorf("%d fields, want 4", len(f))
		}
		class, ok := cueClasses[f[1]]
		if !ok {
			return fmt.Errorf("unknown class %q", f[1])
		}
		lang := text.Language(f[0])
		if t.cues[lang] == nil {
			t.cues[lang] = map[string]cues{}
		}
		for _, word := range strings.Split(f[3], "|") {
			if first, second, two := strings.Cut(word, " "); two {
				t.pairs[lang] = append(t.pairs[lang], wordPair{[2]string{first, second}, class})
				continue
			}
			t.cues[lang][word] = t.cues[lang][word].with(class, f[2])
		}
		return nil
	})
}

func (t *Tables) loadWeights(fsys fs.FS) error {
	return eachLine(fsys, "weights.tsv", func(f []string) error {
		if len(f) != 3 {
			return fmt.Errorf("%d fields, want 3", len(f))
		}
		w, err := strconv.ParseFloat(f[1], 64)
		t.weights[f[0]] = w
		return err
	})
}

// eachLine calls f with the fields, parted by tabs, of each line that is neither empty nor a
// comment; errors name the line.
func eachLine(fsys fs.FS, file string, f func([]string) error) error {
	in, err := fsys.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); line != "" && line[0] != '#' {
			if err := f(strings.Split(line, "\t")); err != nil {
				return fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
	}
	return lines.Err()
}
