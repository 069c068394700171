package positions

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// ReadCodebook reads a codebook in YAML and checks it.
func ReadCodebook(data []byte) (Codebook, error) {
	var book Codebook
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&book); err != nil {
		return Codebook{}, fmt.Errorf("this is not a codebook: %w", err)
	}
	return book, book.Validate()
}

// WriteCodebook is the codebook in the form that ReadCodebook reads.
func WriteCodebook(c Codebook) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(c); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}

// Validate reports all that is wrong with the codebook, a sentence each.
func (c Codebook) Validate() error {
	if len(c.Issues) == 0 {
		return errors.New("the codebook has no issues; give at least one with id, proposition and about")
	}
	var wrong []error
	seen := map[string]int{}
	for i, issue := range c.Issues {
		name := fmt.Sprintf("issue %d", i+1)
		if issue.ID != "" {
			name = fmt.Sprintf("issue %q", issue.ID)
		}
		if first, ok := seen[issue.ID]; ok && issue.ID != "" {
			wrong = append(wrong, fmt.Errorf("%s stands twice, as number %d and number %d; give each issue its own id", name, first, i+1))
		}
		seen[issue.ID] = i + 1
		wrong = append(wrong, issue.faults(name)...)
	}
	return errors.Join(wrong...)
}

func (i Issue) faults(name string) (wrong []error) {
	if strings.TrimSpace(i.ID) == "" {
		wrong = append(wrong, fmt.Errorf("%s has no id; give it a short name", name))
	}
	if strings.TrimSpace(i.Proposition) == "" {
		wrong = append(wrong, fmt.Errorf("%s has no proposition; write the sentence that actors are for or against", name))
	}
	if len(i.About) == 0 {
		wrong = append(wrong, fmt.Errorf("%s has no about phrases; give words by which a statement on it is recognised", name))
	}
	for _, list := range []struct {
		field   string
		phrases []string
	}{{"about", i.About}, {"for", i.For}, {"against", i.Against}, {"pro", i.Pro}, {"con", i.Con}} {
		for _, phrase := range list.phrases {
			if strings.TrimSpace(phrase) == "" {
				wrong = append(wrong, fmt.Errorf("%s has an empty phrase under %s; take it out", name, list.field))
			}
		}
	}
	for _, phrase := range i.For {
		if slices.Contains(i.Against, phrase) {
			wrong = append(wrong, fmt.Errorf("%s has %q under for and under against; keep one", name, phrase))
		}
	}
	for _, pro := range i.Pro {
		for _, con := range i.Con {
			if strings.EqualFold(strings.TrimSpace(pro), strings.TrimSpace(con)) {
				wrong = append(wrong, fmt.Errorf("%s has %q under pro and under con; keep one", name, pro))
			}
		}
	}
	return wrong
}
