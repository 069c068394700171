package app

import (
	"sync/atomic"

	"fyne.io/fyne/v2/lang"

	"hexapla/analysis/phrase"
	"hexapla/analysis/wording/triage"
	"hexapla/app/tongue"
)

// The words of the interface stand in the source in English; package tongue has the others.
//
// # Why a global
//
// What language is spoken is the one global of the window that is not a table: words are needed
// wherever a widget is made, and an argument through every function would say the same thing
// everywhere. It changes only on the window's goroutine, between two shells.
//
// What the analysis says comes as phrases, whose English forms the same tables translate. The names
// of rules and features are data and stay as they are: reports cite them.

// spoken is the language of the interface now.
var spoken atomic.Pointer[tongue.Tongue]

func init() { spoken.Store(&tongue.All[0]) }

// L is the current language's word for an English one; where it has none, the English one.
func L(english string) string { return spoken.Load().Word(english) }

// Lf is L with values filled in, numbers as the language writes them.
func Lf(english string, values ...any) string { return local(L(english), values...) }

// Ln is Lf in the form of the plural that n asks for; n is the first value. Forms are parted by
// " | ": "%d version | %d versions".
func Ln(n int, english string, more ...any) string { return spoken.Load().Count(n, english, more...) }

// local fills values in as the language writes them, without translating anything.
func local(format string, values ...any) string { return spoken.Load().Print(format, values...) }

// tr translates a word that is data: a status, a kind, a unit. What is empty stays so.
func tr(s string) string {
	if s == "" {
		return ""
	}
	return L(s)
}

// inWords is what the analysis says, in the language of the interface.
func inWords(p phrase.Phrase) string { return spoken.Load().Say(p) }

// reasonOf says why a difference matters.
func reasonOf(d *triage.Difference) string {
	if len(d.Said) == 0 {
		return d.Reason
	}
	return spoken.Load().Sentences(d.Said)
}

// leftward tells whether the interface is written from right to left.
func leftward() bool { return spoken.Load().Leftward }

// speak makes a language the current one; what is none of ours, such as "", is the system's.
func speak(id string) {
	t, ok := tongue.Of(id)
	if !ok {
		t = tongue.Nearest(string(lang.SystemLocale()))
	}
	spoken.Store(t)
}
