package attribution

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// Tables is what attribution knows: cues, titles, states, bodies. Immutable. The zero value finds
// speeches, transcripts and quotations only.
type Tables struct {
	grammars map[text.Language]*grammar
	names    *gazetteer
	tagger   *tagger
	voice    model

	officeForms []officeForm
	measured    map[string]float64 // precision by rule
}

// Load reads the tables under fsys (the folder assets, of which it uses attribution).
func Load(fsys fs.FS, entities *entity.Tables) (*Tables, error) {
	t := &Tables{grammars: map[text.Language]*grammar{}}
	files, err := fs.Glob(fsys, "attribution/??.txt")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		language := text.Language(strings.TrimSuffix(path.Base(file), ".txt"))
		if t.grammars[language], err = parseGrammar(language, data); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	if nouns, err := fs.ReadFile(fsys, "attribution/en.nouns.txt"); err != nil {
		return nil, err
	} else if g := t.grammars["en"]; g != nil {
		if err := g.parse(nouns); err != nil {
			return nil, err
		}
	}
	if t.names, err = loadGazetteer(fsys, entities); err != nil {
		return nil, err
	}
	if t.tagger, err = loadTagger(fsys); err != nil {
		return nil, err
	}
	if t.voice, err = loadModel(fsys, "attribution/voice.tsv"); err != nil {
		return nil, err
	}
	if t.officeForms, err = loadOffices(fsys); err != nil {
		return nil, err
	}
	if t.measured, err = loadPrecision(fsys); err != nil {
		return nil, err
	}
	return t, nil
}

// grammar returns what is known about the language; of an unknown one, nothing.
func (t *Tables) grammar(l text.Language) *grammar {
	if t != nil {
		if g := t.grammars[l]; g != nil {
			return g
		}
	}
	return &grammar{language: l}
}

// actor describes a state, body or group by its identifier.
func (t *Tables) actor(id string) (known, bool) {
	if t == nil {
		return known{}, false
	}
	return t.names.actor(id)
}
