package triage

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceOf makes a sentence of a clause.
func sentenceOf(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:] + "."
}

// most says what the largest group of versions has.
func most(g []voice, all int) string {
	return fmt.Sprintf("%d of %d %s %s", len(g), all, verb(len(g)), shown(g[0]))
}

func verb(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

func shown(v voice) string {
	if v.span.Empty() {
		return "nothing"
	}
	return quoted(v.span.Of(v.sentence.text))
}

// list joins names: "A", "A and F", "A, B and F".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
