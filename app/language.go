package app

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"hexapla/analysis/phrase"
	"hexapla/analysis/wording/triage"
	"hexapla/assets"
)

// The words of the interface stand in the source in English; assets/i18n has a table for every other
// language, from the English words to its own.
//
// # Why not the toolkit's translations
//
// The toolkit asks the system for its language once, at the start. Ours can be switched while the
// program runs, so what is current is a value of our own. It is the one global that is not a table:
// words are needed wherever a widget is made, and an argument through every function would say the
// same thing everywhere. It changes only on the window's goroutine, between two shells.
//
// What the analysis says comes as phrases, whose English forms the same tables translate. The names
// of rules and features are data and stay as they are: reports cite them.

// tongue is a language of the interface with what is written in it.
type tongue struct {
	id       string // as its file is named
	name     string // in itself
	months   string // short, twelve
	day      string // %[1]s is the day, %[2]s the month, %[3]s the year
	digits   string // 0 to 9
	forms    []plural.Form
	leftward bool // written from right to left

	words   map[string]string // by the English ones; nil for English
	printer *message.Printer
}

const (
	western = "0123456789"
	arabic  = "٠١٢٣٤٥٦٧٨٩"
	persian = "۰۱۲۳۴۵۶۷۸۹"
)

var (
	oneOther = []plural.Form{plural.One, plural.Other}
	slavic   = []plural.Form{plural.One, plural.Few, plural.Many}
	sixForms = []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
)

// tongues lists the languages in the order in which they are offered.
var tongues = readTongues([]tongue{
	{id: "en", name: "English", months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", day: "%[1]s %[2]s %[3]s"},
	{id: "zh", name: "中文", months: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", day: "%[3]s年%[2]s%[1]s日"},
	{id: "ru", name: "Русский", months: "янв. фев. мар. апр. мая июн. июл. авг. сен. окт. ноя. дек.", day: "%[1]s %[2]s %[3]s", forms: slavic},
	{id: "fa", name: "فارسی", months: "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر", day: "%[1]s %[2]s %[3]s", digits: persian, leftward: true},
	{id: "ar", name: "العربية", months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", day: "%[1]s %[2]s %[3]s", digits: arabic, leftward: true, forms: sixForms},
	{id: "fr", name: "Français", months: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", day: "%[1]s %[2]s %[3]s"},
	{id: "de", name: "Deutsch", months: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.", day: "%[1]s. %[2]s %[3]s"},
	{id: "es", name: "Español", months: "ene feb mar abr may jun jul ago sep oct nov dic", day: "%[1]s %[2]s %[3]s"},
})

// spoken is the language of the interface now.
var spoken atomic.Pointer[tongue]

func init() { spoken.Store(&tongues[0]) }

// readTongues adds to each language its words.
func readTongues(all []tongue) []tongue {
	for i := range all {
		t := &all[i]
		t.printer = message.NewPrinter(t.tag())
		if t.digits == "" {
			t.digits = western
		}
		if t.forms == nil {
			t.forms = oneOther
		}
		if t.id == "en" {
			continue
		}
		data, err := assets.Files.ReadFile("i18n/" + t.id + ".json")
		if err == nil {
			err = json.Unmarshal(data, &t.words)
		}
		if err != nil {
			panic(fmt.Sprintf("i18n/%s.json: %v", t.id, err)) // embedded: a fault of the build
		}
	}
	return all
}

func (t *tongue) tag() language.Tag { return language.MustParse(t.id) }

// L is the current language's word for an English one; where it has none, the English one.
func L(english string) string {
	if w, ok := spoken.Load().words[english]; ok {
		return w
	}
	return english
}

// Lf is L with values filled in, numbers as the language writes them.
func Lf(english string, values ...any) string { return local(L(english), values...) }

// Ln is Lf in the form of the plural that n asks for; n is the first value. Forms are parted by
// " | ": "%d version | %d versions".
func Ln(n int, english string, more ...any) string {
	form := formOf(english, n)
	if !strings.Contains(form, "%d") { // "two versions"
		return local(form, more...)
	}
	return local(form, append([]any{n}, more...)...)
}

// formOf is the form of the plural that n asks for.
func formOf(english string, n int) string {
	t := spoken.Load()
	forms := strings.Split(L(english), " | ")
	at := len(forms) - 1
	for i, f := range t.forms[:min(len(t.forms), len(forms))] {
		if f == plural.Cardinal.MatchPlural(t.tag(), n, 0, 0, 0, 0) {
			at = i
		}
	}
	return forms[at]
}

// inWords is what the analysis says, in the language of the interface.
func inWords(p phrase.Phrase) string { return p.In(inTongue) }

// reasonOf says why a difference matters.
func reasonOf(d *triage.Difference) string {
	if len(d.Said) == 0 {
		return d.Reason
	}
	return inTongue.Sentences(d.Said)
}

var inTongue = phrase.Tongue{Form: formOf, Print: local, Day: day}

// local fills values in as the language writes them, without translating anything.
func local(format string, values ...any) string {
	return spoken.Load().printer.Sprintf(format, values...)
}

// tr translates a word that is data: a status, a kind, a unit. What is empty stays so.
func tr(s string) string {
	if s == "" {
		return ""
	}
	return L(s)
}

// leftward tells whether the interface is written from right to left.
func leftward() bool { return spoken.Load().leftward }

// speak makes a language the current one; what is none of ours, such as "", is the system's.
func speak(id string) {
	tags := make([]language.Tag, len(tongues))
	for i := range tongues {
		if tongues[i].id == id {
			spoken.Store(&tongues[i])
			return
		}
		tags[i] = tongues[i].tag()
	}
	system, err := language.Parse(string(lang.SystemLocale()))
	if err != nil {
		system = language.English
	}
	_, at, _ := language.NewMatcher(tags).Match(system)
	spoken.Store(&tongues[at])
}
