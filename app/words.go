package app

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

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
		return L("unknown language")
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
		return L("original")
	case "translation":
		return L("translation")
	case "report":
		return L("report")
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

// sizeOf is the length in words, or in characters where words are not parted by blanks.
func sizeOf(v analysis.Version) string {
	if v.Language.Spaceless() {
		return Ln(utf8.RuneCountInString(strings.Join(strings.Fields(v.Article.Text), "")), "%d character | %d characters")
	}
	return Ln(len(strings.Fields(v.Article.Text)), "%d word | %d words")
}

// joinParts joins what is there with a middle dot.
func joinParts(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	if leftward() && len(there) > 0 {
		// Names in Latin letters must not turn the line round, nor draw the numbers of the next part to them.
		const mark, open, shut = "\u200f", "\u2068", "\u2069"
		return mark + open + strings.Join(there, shut+" · "+mark+open) + shut
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

// translated are words that are data, as they are shown.
func translated(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = tr(w)
	}
	return out
}

// shownData are the words that come from the analysis and the session as data and are shown through
// tr: what is not among them stays English.
var shownData = []string{
	// statuses
	"open", "confirmed", "dismissed", "later", "auto", "rejected", "by hand", "disagree",
	// where something is from
	"user", "front matter", "markup", "text", "file name", "detection", "computed", "pinned", "publication", "machine",
	// forces and certainties
	"states", "expects", "urges", "demands", "warns", "threatens", "announces", "asserted", "hedged", "conditional", "denied",
	// the work under way
	"Analysing", "Reading", "Learning from corrections", "reading", "aligning", "weighing differences", "finding statements", "coding",
	// names of facts
	"Speaker", "Addressed to", "Said on", "Outlet", "Found by", "Issue", "Force", "Coder",
}
