package triage

import (
	"fmt"
	"io/fs"
	"strings"
)

// englishForms takes English words back to their base form.
type englishForms struct {
	irregular map[string]form
}

// form is what an inflected word is.
type form struct {
	base string
	tag  verbForm
}

// verbForm is the shape of a verb; nouns and adjectives have none.
type verbForm uint8

const (
	noForm verbForm = iota
	baseForm
	thirdForm      // says; also the plural of nouns
	pastForm       // said, went
	participleForm // gone
	ingForm
)

func (e *englishForms) load(fsys fs.FS) error {
	e.irregular = map[string]form{}
	return eachLine(fsys, "irregular.tsv", func(f []string) error {
		if len(f) != 3 {
			return fmt.Errorf("%d fields, want 3", len(f))
		}
		switch f[1] {
		case "=", "+":
			for _, w := range strings.Split(f[2], "|") {
				e.irregular[w] = form{f[0], noForm}
			}
			return nil
		}
		for _, w := range strings.Split(f[2], "|") {
			e.add(w, form{f[0], participleForm})
		}
		for _, w := range strings.Split(f[1], "|") {
			e.add(w, form{f[0], pastForm})
		}
		return nil
	})
}

func (e *englishForms) add(word string, f form) {
	if word != f.base {
		e.irregular[word] = f
	}
}

// base returns the base form of a word in lower case and the shape it had. known reports whether a
// word is in the dictionary; with nil, every word is.
func (e *englishForms) base(word string, known func(string) bool) form {
	if f, ok := e.irregular[word]; ok {
		return f
	}
	if known == nil {
		known = func(string) bool { return true }
	}
	for _, rule := range endings {
		stem, ok := strings.CutSuffix(word, rule.ending)
		if !ok || len(stem) < 2 {
			continue
		}
		for _, replacement := range rule.replacements {
			if base := stem + replacement; base != word && known(base) {
				return form{base, rule.tag}
			}
		}
		if n := len(stem); rule.doubled && n > 2 && stem[n-1] == stem[n-2] && known(stem[:n-1]) {
			return form{stem[:n-1], rule.tag}
		}
	}
	return form{word, noForm}
}

// endings are tried in order; the first whose result is a word wins.
var endings = []struct {
	ending       string
	replacements []string
	tag          verbForm
	doubled      bool // planned, planning
}{
	{"ies", []string{"y"}, thirdForm, false},
	{"sses", []string{"ss"}, thirdForm, false},
	{"ches", []string{"ch"}, thirdForm, false},
	{"shes", []string{"sh"}, thirdForm, false},
	{"xes", []string{"x"}, thirdForm, false},
	{"ses", []string{"se", "s"}, thirdForm, false},
	{"ves", []string{"ve", "f"}, thirdForm, false},
	{"oes", []string{"o"}, thirdForm, false},
	{"ss", nil, noForm, false},
	{"us", nil, noForm, false},
	{"is", nil, noForm, false},
	{"s", []string{""}, thirdForm, false},
	{"ied", []string{"y"}, pastForm, false},
	{"ed", []string{"e", ""}, pastForm, true},
	{"ing", []string{"e", ""}, ingForm, true},
	{"iest", []string{"y"}, noForm, false},
	{"ier", []string{"y"}, noForm, false},
	{"est", []string{"e", ""}, noForm, true},
	{"er", []string{"e", ""}, noForm, true},
}
