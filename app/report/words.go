package report

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"gopkg.in/yaml.v3"

	"hexapla/analysis/phrase"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
	"hexapla/app/tongue"
	"hexapla/assets"
	"hexapla/widgets/scene"
)

// words are the report's own phrases in its language. A phrase with a number has the forms of the plural, parted
// by " | ".
type words struct {
	tag      string
	tongue   *tongue.Tongue // English where the program has none of the report's
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
	w.tongue, _ = tongue.Of(o.Language)
	w.calendar = w.tongue.Calendar
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
	phrase = forms[min(w.tongue.Plural(n), len(forms)-1)]
	if len(args) == 0 {
		return phrase
	}
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = w.isolated(s)
		}
	}
	if phrase = w.tongue.Print(phrase, args...); w.tongue.Leftward {
		return "\u200f" + phrase // also where it begins with a name that runs from the left
	}
	return phrase
}

// isolated keeps a name that runs against the report from turning round what stands beside it.
func (w words) isolated(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) != w.tongue.Leftward
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

// reason is why a difference matters.
func (w words) reason(d triage.Difference) string {
	if len(d.Said) == 0 {
		return d.Reason
	}
	return w.tongue.Sentences(d.Said)
}

// figure is a number as the language writes it, without parting thousands.
func (w words) figure(format string, value any) string {
	return w.calendar.Number(fmt.Sprintf(format, value))
}

// mqm is the name of a type of error, which files keep in English.
func (w words) mqm(name string) string { return w.tongue.Word(name) }

// list strings things together.
func (w words) list(parts []string) string {
	return strings.Join(parts, strings.ReplaceAll(w.tongue.Word(phrase.Comma), "%s", ""))
}

// Figure is a number as the report's language writes it.
func (c *content) Figure(format string, value any) string { return c.words.figure(format, value) }

// MQM is the name of a type of error.
func (c *content) MQM(name string) string { return c.words.mqm(name) }

// date is an ISO day as people write it; what is not a whole day stays as it is.
func (w words) date(iso string) string {
	return w.tongue.Day(iso)
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
