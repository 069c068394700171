package tongue

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"hexapla/assets"
)

// Failures are errors, and notes on what a file holds: sentences that are made where something goes
// wrong, deep in the program, and wrap each other on their way. They are English when they come here,
// and are recognised by their forms.

// Failure says in the language what went wrong; what has no form stays English.
func (t *Tongue) Failure(message string) string {
	lines := strings.Split(message, "\n")
	for i, line := range lines {
		lines[i] = t.failure(line)
	}
	return strings.Join(lines, "\n")
}

func (t *Tongue) failure(message string) string {
	for _, f := range formsOf(t.ID) {
		values, ok := f.match(message)
		if !ok {
			continue
		}
		said := make([]any, len(values))
		for i, v := range values {
			switch f.verbs[i] {
			case "%w", "%v":
				v = t.failure(v)
			case "%d":
				v = t.Calendar.Number(v)
			}
			said[i] = v
		}
		return fmt.Sprintf(f.own, said...)
	}
	return message
}

// form is a sentence with places for values.
type form struct {
	english string
	parts   []string // what stands before, between and behind the values
	verbs   []string // of the values
	own     string   // the translation; every value is a string
}

// weight is how much of the form is its own: of two that fit, the one with more words is meant.
func (f *form) weight() int { return len(f.english) - 2*len(f.verbs) }

// match finds the values in a message.
func (f *form) match(message string) (values []string, ok bool) {
	rest, ok := strings.CutPrefix(message, f.parts[0])
	if !ok {
		return nil, false
	}
	for i, part := range f.parts[1:] {
		at := strings.Index(rest, part)
		if i == len(f.parts)-2 {
			at = len(rest) - len(part)
			if !strings.HasSuffix(rest, part) {
				return nil, false
			}
		}
		if at < 0 {
			return nil, false
		}
		values, rest = append(values, rest[:at]), rest[at+len(part):]
	}
	return values, rest == ""
}

var (
	verb      = regexp.MustCompile(`%(\[\d\])?[a-z]`)
	formTable sync.Map // language to its forms: read when something first goes wrong
)

func formsOf(language string) []form {
	if known, ok := formTable.Load(language); ok {
		return known.([]form)
	}
	var out []form
	for english, own := range Failures(language) {
		out = append(out, form{
			english: english, parts: verb.Split(english, -1), verbs: verb.FindAllString(english, -1),
			own: verb.ReplaceAllString(own, "%${1}s"),
		})
	}
	slices.SortFunc(out, func(a, b form) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.english, b.english))
	})
	formTable.Store(language, out)
	return out
}

// Failures are the forms of a language by the English ones; none for English.
func Failures(language string) map[string]string {
	data, err := assets.Files.ReadFile("i18n/failures." + language + ".json")
	if err != nil {
		return nil
	}
	var out map[string]string
	if err := json.Unmarshal(data, &out); err != nil {
		panic(fmt.Sprintf("i18n/failures.%s.json: %v", language, err)) // embedded: a fault of the build
	}
	return out
}
