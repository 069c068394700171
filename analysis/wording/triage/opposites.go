package triage

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// opposition is two lists of words that are opposites of each other; those of an inflected language
// are beginnings.
type opposition struct{ one, other []string }

// shortestRoot is how many letters a word begins with at least for its beginning to tell.
const shortestRoot = 4

func (t *Tables) loadOpposites(fsys fs.FS) error {
	return eachLine(fsys, "opposites.tsv", func(f []string) error {
		if len(f) != 3 {
			return fmt.Errorf("%d fields, want 3", len(f))
		}
		lang := text.Language(f[0])
		t.opposites[lang] = append(t.opposites[lang], opposition{strings.Split(f[1], "|"), strings.Split(f[2], "|")})
		return nil
	})
}

// opposed reports whether two words of a language stand in the table against each other.
func (t *Tables) opposed(x, y *lexeme, lang text.Language) bool {
	for _, o := range t.opposites[lang] {
		if lists(o.one, x, lang) && lists(o.other, y, lang) || lists(o.other, x, lang) && lists(o.one, y, lang) {
			return !lists(o.one, x, lang) || !lists(o.one, y, lang)
		}
	}
	return false
}

func lists(words []string, l *lexeme, lang text.Language) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		if lang.Spaceless() || utf8.RuneCountInString(w) < shortestRoot {
			return l.norm == w
		}
		return strings.HasPrefix(l.norm, w)
	})
}
