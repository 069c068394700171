package formats

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// written is a date as a text gives it; year is 0 where the text leaves it out.
type written struct{ year, month, day int }

// day writes an ISO day, "" where there is none of these numbers.
func day(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1000 || y > 9999 || t.Month() != time.Month(m) || t.Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

func (w written) exists() bool { return w.month > 0 && day(max(w.year, 2000), w.month, w.day) != "" }

// months maps the names of months and their short forms, levelled and in small letters, to 1..12;
// the months of the Persian calendar to 101..112.
var months = func() map[string]int {
	out := map[string]int{}
	for _, names := range []string{
		"january jan;february feb;march mar;april apr;may;june jun;july jul;august aug;september sept sep;october oct;november nov;december dec",
		"januar jänner jan;februar feb;märz mrz;april apr;mai;juni jun;juli jul;august aug;september sept sep;oktober okt;november nov;dezember dez",
		"janvier janv;février févr fév;mars;avril avr;mai;juin;juillet juil;août aout;septembre sept;octobre oct;novembre nov;décembre déc",
		"enero ene;febrero feb;marzo mar;abril abr;mayo may;junio jun;julio jul;agosto ago;septiembre setiembre sep;octubre oct;noviembre nov;diciembre dic",
		"janeiro;fevereiro fev;março;abril;maio;junho;julho;agosto;setembro;outubro out;novembro;dezembro dez",
		"gennaio gen;febbraio;marzo;aprile;maggio mag;giugno giu;luglio lug;agosto;settembre set;ottobre ott;novembre;dicembre",
		"ocak;şubat;mart;nisan;mayıs;haziran;temmuz;ağustos;eylül;ekim;kasım;aralık",
		"января янв январь;февраля фев февр;марта мар март;апреля апр;мая май;июня июн июнь;июля июл июль;августа авг;сентября сен сент;октября окт;ноября ноя нояб;декабря дек",
		"січня;лютого;березня;квітня;травня;червня;липня;серпня;вересня;жовтня;листопада;грудня",
		"ژانویه;فوریه;مارس;آوریل;مه می;ژوئن;ژوئیه جولای;اوت آگوست;سپتامبر;اکتبر;نوامبر;دسامبر",
		"يناير;فبراير;مارس;أبريل ابريل;مايو;يونيو;يوليو;أغسطس اغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر",
		"كانون-الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين-الأول;تشرين-الثاني;كانون-الأول",
	} {
		for i, forms := range strings.Split(names, ";") {
			for _, form := range strings.Fields(forms) {
				out[strings.ToLower(level(strings.ReplaceAll(form, "-", " ")))] = i + 1
			}
		}
	}
	for i, form := range strings.Fields("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند") {
		if _, taken := out[level(form)]; !taken || form == "آذر" {
			out[level(form)] = 101 + i
		}
	}
	return out
}()

const (
	monthWord  = `[\p{L}\p{M}]+(?: (?:الثاني|الأول|الثانی|الاول))?`
	monthFirst = `(?P<m1>` + monthWord + `)\.? (?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<y1>\d{4}))?`
	dayFirst   = `(?P<d2>\d{1,2})(?:\.|º|er|-го)? (?:de |of )?(?P<m2>` + monthWord + `)\.?(?:[ ,/]+(?:` + monthWord + `)?(?:de |del )?,? ?(?P<y2>\d{4}))?`
	ideograph  = `(?:(?P<y3>\d{4}) ?[年년] ?)?(?P<m3>\d{1,2}) ?[月월] ?(?P<d3>\d{1,2}) ?[日號号일]`
	isoDate    = `(?P<y4>\d{4})[-/.](?P<m4>\d{1,2})[-/.](?P<d4>\d{1,2})`
	european   = `(?P<d5>\d{1,2})\.(?P<m5>\d{1,2})\.(?P<y5>\d{4})`
)

// anyDate finds a date in any of the ways of writing it.
var anyDate = regexp.MustCompile(isoDate + `|` + european + `|` + ideograph + `|` + monthFirst + `|` + dayFirst)

// dateIn returns the first date of a levelled text that names a real day.
func dateIn(s string) (written, bool) {
	for _, m := range anyDate.FindAllStringSubmatchIndex(s, 8) {
		if w, ok := dateOf(anyDate, s, m); ok {
			return w, true
		}
	}
	return written{}, false
}

// dateOf reads the date out of a match of an expression that holds some of the ways above.
func dateOf(re *regexp.Regexp, s string, match []int) (written, bool) {
	var w written
	for i, name := range re.SubexpNames() {
		if len(name) != 2 || match[2*i] < 0 || name[1] < '0' || name[1] > '9' {
			continue
		}
		value := s[match[2*i]:match[2*i+1]]
		switch name[0] {
		case 'y':
			w.year = atoi(value)
		case 'd':
			w.day = atoi(value)
		case 'm':
			if w.month = atoi(value); w.month == 0 {
				w.month = months[strings.ToLower(value)]
			}
		}
	}
	if w.month > 100 {
		w = fromPersian(w)
	}
	return w, w.exists()
}

// fromPersian turns a date of the Persian solar calendar into ours. Without a year it is the day in
// an ordinary year, which may be one off.
func fromPersian(w written) written {
	year := w.year
	if year == 0 {
		year = 1401
	}
	month, days := w.month-100, w.day-1
	for m := 1; m < month; m++ {
		switch {
		case m <= 6:
			days += 31
		default:
			days += 30
		}
	}
	t := nowruz(year).AddDate(0, 0, days)
	out := written{t.Year(), int(t.Month()), t.Day()}
	if w.year == 0 {
		out.year = 0
	}
	return out
}

// nowruz is the first day of a Persian year. Years of 1210 to 1500 follow the 33-year rule.
func nowruz(year int) time.Time {
	leaps := 0
	for y := 1210; y < year; y++ {
		switch y % 33 {
		case 1, 5, 9, 13, 17, 22, 26, 30:
			leaps++
		}
	}
	return time.Date(1831, 3, 21, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 365*(year-1210)+leaps)
}

// isoDay returns the day that a date in markup or front matter names, "" where it names none.
func isoDay(s string) string {
	s = level(strings.TrimSpace(s))
	for _, layout := range []string{time.RFC3339, time.RFC1123Z, time.RFC1123, time.RFC850, "Mon, 2 Jan 2006 15:04:05 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return day(t.Year(), int(t.Month()), t.Day())
		}
	}
	if len(s) == 8 && atoi(s) > 19000101 {
		return day(atoi(s[:4]), atoi(s[4:6]), atoi(s[6:]))
	}
	if m := slashed.FindStringSubmatch(s); m != nil { // American, unless it cannot be
		if d := day(atoi(m[3]), atoi(m[1]), atoi(m[2])); d != "" {
			return d
		}
		return day(atoi(m[3]), atoi(m[2]), atoi(m[1]))
	}
	if w, ok := dateIn(s); ok && w.year > 0 {
		return day(w.year, w.month, w.day)
	}
	return ""
}

var slashed = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})\b`)
