// Package phrase holds what the analysis says to people: a sentence or a clause as a form in English
// and the values that fill it.
//
// # Why
//
// The analysis gives reasons in words, and people read them in eight languages. It must not know
// which: the same project gives the same result everywhere. A form is at once the English wording
// and the key by which a table of translations is asked, so that what lacks a translation is still
// a sentence, and what a report or the command line prints needs no table at all.
package phrase

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrase is a form and its values. In a form %s and %d stand for values in their order, or
// numbered: %[2]s. Forms of the plural are parted by " | "; the first number among the values
// chooses.
type Phrase struct {
	Form   string
	Values []any // Words, Names, Clauses, Day, Phrase, string, int or float64
}

// The values that are more than a string.
type (
	Words   string   // of a text: put between quotation marks; none are "nothing"
	Names   []string // put into a list: "A, B and C"
	Clauses []Phrase // strung together by commas
	Day     string   // an ISO day
)

// Of makes a phrase.
func Of(form string, values ...any) Phrase { return Phrase{form, values} }

// Quoting is a phrase all whose values are words of texts.
func Quoting(form string, words ...string) Phrase {
	p := Phrase{Form: form}
	for _, w := range words {
		p.Values = append(p.Values, Words(w))
	}
	return p
}

// Empty reports whether there is nothing to say.
func (p Phrase) Empty() bool { return p.Form == "" }

// The forms that every phrase may need; a table of translations has them, too.
const (
	Nothing  = "nothing"
	Quote    = "“%s”"
	Pair     = "%s and %s" // the last two of a list
	Comma    = "%s, %s"    // two clauses, or names before the last
	Sentence = "%s."       // makes a sentence of a clause
	Row      = "%s %s"     // a sentence behind a sentence
)

// Tongue is a language that phrases are said in; the zero value is English.
type Tongue struct {
	Form  func(english string, n int) string // the form in the language, of the plural that n asks for
	Print func(form string, values ...any) string
	Day   func(iso string) string
}

// String says the phrase in English.
func (p Phrase) String() string { return p.In(Tongue{}) }

// In says the phrase in a language.
func (p Phrase) In(t Tongue) string {
	values := make([]any, len(p.Values))
	n := 1
	counted := false
	for i, v := range p.Values {
		if k, ok := v.(int); ok && !counted {
			n, counted = k, true
		}
		values[i] = t.value(v)
	}
	return t.say(p.Form, n, values...)
}

// value is a value as the language writes it; numbers stay for the form to print.
func (t Tongue) value(v any) any {
	switch v := v.(type) {
	case Words:
		if v == "" {
			return t.say(Nothing, 1)
		}
		return t.say(Quote, 1, string(v))
	case Names:
		return t.list(v)
	case Phrase:
		return v.In(t)
	case Day:
		if t.Day != nil {
			return t.Day(string(v))
		}
		return string(v)
	case Clauses:
		out := ""
		for i, p := range v {
			if i == 0 {
				out = p.In(t)
				continue
			}
			out = t.say(Comma, 1, out, p.In(t))
		}
		return out
	}
	return v
}

func (t Tongue) list(names []string) string {
	if len(names) == 0 {
		return ""
	}
	out := names[0]
	for i, name := range names[1:] {
		if i == len(names)-2 {
			return t.say(Pair, 1, out, name)
		}
		out = t.say(Comma, 1, out, name)
	}
	return out
}

func (t Tongue) say(form string, n int, values ...any) string {
	if t.Form != nil {
		form = t.Form(form, n)
	} else {
		form = English(form, n)
	}
	if len(values) == 0 {
		return form
	}
	if t.Print == nil {
		return fmt.Sprintf(form, values...)
	}
	return t.Print(form, values...)
}

// English is the English form for n.
func English(form string, n int) string {
	one, more, counted := strings.Cut(form, " | ")
	if counted && n != 1 {
		return more
	}
	return one
}

// Sentences says clauses as sentences, one behind the other.
func (t Tongue) Sentences(clauses []Phrase) string {
	out := ""
	for i, p := range clauses {
		s := t.say(Sentence, 1, upper(p.In(t)))
		if i == 0 {
			out = s
			continue
		}
		out = t.say(Row, 1, out, s)
	}
	return out
}

// upper begins with an upper case letter.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
