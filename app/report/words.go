package report

import (
	"fmt"
	"io/fs"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"gopkg.in/yaml.v3"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
	"hexapla/assets"
	"hexapla/widgets/scene"
)

// words are the report's own phrases in its language. A phrase with a number has the forms of the plural, parted
// by " | ".
type words struct {
	tag      string
	phrases  map[string]string
	english  map[string]string
	calendar scene.Calendar
}

// Languages lists the languages that a report can be written in; English first.
func Languages() []string {
	out := []string{"en"}
	files, err := fs.Glob(assets.Files, "report/words.*.yaml")
	if err != nil {
		panic(err) // the pattern is constant
	}
	for _, f := range files {
		if tag := strings.Split(f, ".")[1]; tag != "en" {
			out = append(out, tag)
		}
	}
	return out
}

// readWords reads the phrases of the report's language; what it lacks is English.
func readWords(o Options) (words, error) {
	w := words{tag: o.Language}
	var err error
	if w.english, err = phrases(o.Templates, "en"); err != nil {
		return w, err
	}
	if w.phrases, err = phrases(o.Templates, o.Language); err != nil {
		return w, fmt.Errorf("no report in the language %q: %w", o.Language, err)
	}
	if months := strings.Fields(w.phrases["months"]); len(months) == 12 {
		w.calendar.Months = months
	}
	w.calendar.Day = w.phrases["day"]
	return w, nil
}

func phrases(folder fs.FS, language string) (map[string]string, error) {
	name := "words." + language + ".yaml"
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	if err := yaml.Unmarshal(data, &out); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// say is a phrase with its values filled in.
func (w words) say(key string, args ...any) string { return w.sayN(key, 1, args...) }

// sayN is the phrase in the form for n.
func (w words) sayN(key string, n int, args ...any) string {
	phrase, ok := w.phrases[key]
	if !ok {
		phrase, ok = w.english[key]
	}
	if !ok {
		return key
	}
	forms := strings.Split(phrase, " | ")
	phrase = forms[min(plural(w.tag, n), len(forms)-1)]
	if len(args) == 0 {
		return phrase
	}
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = isolated(s)
		}
	}
	return fmt.Sprintf(phrase, args...)
}

// isolated keeps a name that runs from the right from turning round what stands beside it.
func isolated(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
	}) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

// count is "3 versions".
func (w words) count(key string, n int) string { return w.sayN("count "+key, n, n) }

// optional is a phrase, or nothing where there is none, as for an empty field.
func (w words) optional(key string) string {
	if _, ok := w.english[key]; !ok {
		if _, rest, found := strings.Cut(key, " "); found {
			return rest
		}
		return ""
	}
	return w.say(key)
}

func (w words) kind(k triage.Kind) string { return w.optional("kind " + string(k)) }

// plural is the number of the form for n, as the languages of the reports count.
func plural(tag string, n int) int {
	switch tag {
	case "ru", "uk":
		switch {
		case n%10 == 1 && n%100 != 11:
			return 0
		case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
			return 1
		}
		return 2
	case "zh", "ja", "ko", "fa":
		return 0
	}
	if n == 1 {
		return 0
	}
	return 1
}

// date is an ISO day as people write it; what is not a whole day stays as it is.
func (w words) date(iso string) string {
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		return iso
	}
	day, _ := scene.ParseDay(iso)
	return w.calendar.Date(day)
}

// language is the name of a language in the report's language.
func (w words) language(l text.Language) string {
	tag, err := language.Parse(string(l))
	if err != nil || l == "" {
		return w.say("unknown language")
	}
	in, err := language.Parse(w.tag)
	if err != nil {
		in = language.English
	}
	if namer := display.Languages(in); namer != nil {
		if name := namer.Name(tag); name != "" {
			return name
		}
	}
	return string(l)
}
