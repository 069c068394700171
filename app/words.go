package app

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// tr translates a word that is data: a status, a rule, a unit. What is empty stays so.
func tr(s string) string {
	if s == "" {
		return ""
	}
	return lang.L(s)
}

// titleOf names an article for people.
func titleOf(a article.Article) string {
	if a.Meta.Title.Value != "" {
		return a.Meta.Title.Value
	}
	return a.File
}

// languageName is the language's name in itself.
func languageName(l text.Language) string {
	if l == "" {
		return lang.L("unknown language")
	}
	tag, err := language.Parse(string(l))
	if err != nil {
		return string(l)
	}
	return display.Self.Name(tag)
}

// roleName says what a version is.
func roleName(role string) string {
	switch role {
	case "original":
		return lang.L("original")
	case "translation":
		return lang.L("translation")
	case "report":
		return lang.L("report")
	}
	return role
}

// date shows a day; a guess is marked.
func date(f article.Field) string {
	s := day(f.Value)
	if f.Guess && s != "" {
		s += " ?"
	}
	return s
}

// day shows an ISO date as people write it; what is not a whole date stays as it is.
func day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("2 Jan 2006")
}

// sizeOf is the length in words, or in characters where words are not parted by blanks.
func sizeOf(v analysis.Version) string {
	if v.Language.Spaceless() {
		return fmt.Sprintf("%d 字", utf8.RuneCountInString(strings.Join(strings.Fields(v.Article.Text), "")))
	}
	return fmt.Sprintf(lang.L("%d words"), len(strings.Fields(v.Article.Text)))
}

// joinParts joins what is there with a middle dot.
func joinParts(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, " · ")
}

// short cuts a text to about n letters at a blank.
func short(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)
	cut := n
	for i := n; i > n*2/3; i-- {
		if runes[i] == ' ' {
			cut = i
			break
		}
	}
	return string(runes[:cut]) + "…"
}
