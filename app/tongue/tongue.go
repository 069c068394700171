// Package tongue is what the program knows of the languages that it speaks: its words, how it counts,
// writes numbers and days, and which way it runs.
//
// # Why
//
// The words of the program stand in the source in English; assets/i18n has a table for every other
// language, from the English words to its own. The window and the reports say the same things, the
// window in the language of the interface, a report in the one that its reader needs, so both ask
// here. Nothing here is current: which language is spoken is the caller's.
//
// The toolkit has translations of its own, but asks the system for its language once, at the start;
// ours is chosen, and changes while the program runs.
package tongue

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"hexapla/analysis/phrase"
	"hexapla/assets"
	"hexapla/widgets/scene"
)

// Tongue is a language that the program speaks.
type Tongue struct {
	ID       string // as its file is named
	Name     string // in itself
	Leftward bool   // written from right to left
	Forms    []plural.Form
	Calendar scene.Calendar
	Words    map[string]string // by the English ones; nil for English

	tag     language.Tag
	printer *message.Printer
}

const (
	arabic  = "٠١٢٣٤٥٦٧٨٩"
	persian = "۰۱۲۳۴۵۶۷۸۹"
	solar   = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
)

var (
	oneOther = []plural.Form{plural.One, plural.Other}
	slavic   = []plural.Form{plural.One, plural.Few, plural.Many}
	sixForms = []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
)

// All lists the languages in the order in which they are offered; English first.
var All = read([]Tongue{
	{ID: "en", Name: "English", Calendar: months("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")},
	{ID: "zh", Name: "中文", Calendar: scene.Calendar{
		Months: strings.Fields("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
		Day:    "%[3]d年%[2]s%[1]d日", Month: "%[2]d年%[1]s", Short: "%[2]s%[1]d日",
	}},
	{ID: "ru", Name: "Русский", Calendar: decimal(",", months("янв. фев. мар. апр. мая июн. июл. авг. сен. окт. ноя. дек.")), Forms: slavic},
	{ID: "fa", Name: "فارسی", Leftward: true, Calendar: scene.Calendar{
		Months: strings.Fields("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
		Solar:  strings.Fields(solar), Digits: persian, Decimal: "٫",
	}},
	{ID: "ar", Name: "العربية", Leftward: true, Forms: sixForms, Calendar: scene.Calendar{
		Months: strings.Fields("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"), Digits: arabic, Decimal: "٫",
	}},
	{ID: "fr", Name: "Français", Calendar: decimal(",", months("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."))},
	{ID: "de", Name: "Deutsch", Calendar: scene.Calendar{
		Months: strings.Fields("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
		Day:    "%[1]d. %[2]s %[3]d", Short: "%[1]d. %[2]s", Decimal: ",",
	}},
	{ID: "es", Name: "Español", Calendar: decimal(",", months("ene feb mar abr may jun jul ago sep oct nov dic"))},
})

func months(names string) scene.Calendar { return scene.Calendar{Months: strings.Fields(names)} }

func decimal(sign string, c scene.Calendar) scene.Calendar {
	c.Decimal = sign
	return c
}

// read adds to each language its words.
func read(all []Tongue) []Tongue {
	for i := range all {
		t := &all[i]
		t.tag = language.MustParse(t.ID)
		t.printer = message.NewPrinter(t.tag)
		t.Calendar.Leftward = t.Leftward
		if t.Forms == nil {
			t.Forms = oneOther
		}
		if t.ID == "en" {
			continue
		}
		data, err := assets.Files.ReadFile("i18n/" + t.ID + ".json")
		if err == nil {
			err = json.Unmarshal(data, &t.Words)
		}
		if err != nil {
			panic(fmt.Sprintf("i18n/%s.json: %v", t.ID, err)) // embedded: a fault of the build
		}
	}
	return all
}

// Of is the language of an identifier; ok is false, and the language English, where it is none of ours.
func Of(id string) (t *Tongue, ok bool) {
	if i := slices.IndexFunc(All, func(t Tongue) bool { return t.ID == id }); i >= 0 {
		return &All[i], true
	}
	return &All[0], false
}

// Nearest is the language next to what a system or a person speaks, such as "pt-BR" or "zh_CN".
func Nearest(locale string) *Tongue {
	wanted, err := language.Parse(locale)
	if err != nil {
		wanted = language.English
	}
	tags := make([]language.Tag, len(All))
	for i := range All {
		tags[i] = All[i].tag
	}
	_, at, _ := language.NewMatcher(tags).Match(wanted)
	return &All[at]
}

// Word is the language's word for an English one; where it has none, the English one.
func (t *Tongue) Word(english string) string {
	if w, ok := t.Words[english]; ok {
		return w
	}
	return english
}

// Form is the word in the form of the plural that n asks for. Forms are parted by " | ".
func (t *Tongue) Form(english string, n int) string {
	forms := strings.Split(t.Word(english), " | ")
	return forms[min(t.Plural(n), len(forms)-1)]
}

// Plural is the number of the form for n among those that the language has.
func (t *Tongue) Plural(n int) int {
	for i, f := range t.Forms {
		if f == plural.Cardinal.MatchPlural(t.tag, n, 0, 0, 0, 0) {
			return i
		}
	}
	return len(t.Forms) - 1
}

// Print fills values in, numbers as the language writes them.
func (t *Tongue) Print(format string, values ...any) string {
	return t.printer.Sprintf(format, values...)
}

// Count fills n and the values behind it into the form for n; a form may say the number in words.
func (t *Tongue) Count(n int, english string, more ...any) string {
	form := t.Form(english, n)
	if !strings.Contains(form, "%d") { // "two versions"
		return t.Print(form, more...)
	}
	return t.Print(form, append([]any{n}, more...)...)
}

// Day shows an ISO date as people write it; what is not a whole date stays as it is.
func (t *Tongue) Day(iso string) string {
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		return iso
	}
	d, _ := scene.ParseDay(iso)
	return t.Calendar.Date(d)
}

// Say says what the analysis says.
func (t *Tongue) Say(p phrase.Phrase) string { return p.In(t.phrases()) }

// Sentences says clauses as sentences.
func (t *Tongue) Sentences(clauses []phrase.Phrase) string { return t.phrases().Sentences(clauses) }

func (t *Tongue) phrases() phrase.Tongue {
	return phrase.Tongue{Form: t.Form, Print: t.Print, Day: t.Day}
}
