package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Template is what a kind of report is made of.
type Template struct {
	Name  string // letters, digits and hyphens: files are named after it
	Parts []Part
}

// templateFile is the file of a style that lists the templates.
const templateFile = "templates.yaml"

// Templates lists the templates of a style (see Style), at least one. The error names what is wrong
// with the file.
func Templates(style fs.FS) ([]Template, error) {
	data, err := fs.ReadFile(style, templateFile)
	if err != nil {
		return nil, err
	}
	var out []Template
	strict := yaml.NewDecoder(bytes.NewReader(data))
	strict.KnownFields(true)
	if err := strict.Decode(&out); err != nil {
		return nil, fmt.Errorf("%s is not a list of templates: %w", templateFile, err)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s lists no template", templateFile)
	}
	seen := map[string]bool{}
	for _, t := range out {
		if err := t.check(); err != nil {
			return nil, err
		}
		if seen[t.Name] {
			return nil, fmt.Errorf("%s lists the template %q twice", templateFile, t.Name)
		}
		seen[t.Name] = true
	}
	return out, nil
}

var templateName = regexp.MustCompile(`^[\pL\pN]([\pL\pM\pN-]*[\pL\pM\pN])?$`)

func (t Template) check() error {
	if !templateName.MatchString(t.Name) {
		return fmt.Errorf("%s: a template's name is letters, digits and hyphens, not %q", templateFile, t.Name)
	}
	if len(t.Parts) == 0 {
		return fmt.Errorf("%s: the template %q has no parts", templateFile, t.Name)
	}
	for _, p := range t.Parts {
		if !slices.Contains(Parts, p) {
			return fmt.Errorf("%s: the template %q has the part %q, which is none of %s", templateFile, t.Name, p, partNames())
		}
	}
	return nil
}

// templateOf is the template of that name, the first for "".
func templateOf(style fs.FS, name string) (Template, error) {
	all, err := Templates(style)
	if err != nil {
		return Template{}, err
	}
	name = cmp.Or(name, all[0].Name)
	i := slices.IndexFunc(all, func(t Template) bool { return t.Name == name })
	if i < 0 {
		var names []string
		for _, t := range all {
			names = append(names, t.Name)
		}
		return Template{}, fmt.Errorf("no template %q; there are %s", name, strings.Join(names, ", "))
	}
	return all[i], nil
}

func partNames() string {
	var out []string
	for _, p := range Parts {
		out = append(out, string(p))
	}
	return strings.Join(out, ", ")
}
