package entity

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// day is a date as far as the text gives it; 0 is not given.
type day struct{ year, month, day int }

// Value writes the parts that are given, * for the others: "2021-12-11", "*-12-11", "*-*-11",
// "2021-12", "2021".
func (d day) Value() string {
	part := func(n, width int) string {
		if n == 0 {
			return "*"
		}
		return fmt.Sprintf("%0*d", width, n)
	}
	switch {
	case d.day != 0:
		return part(d.year, 4) + "-" + part(d.month, 2) + "-" + part(d.day, 2)
	case d.month != 0:
		return part(d.year, 4) + "-" + part(d.month, 2)
	}
	return part(d.year, 4)
}

// calendarAt reads the date or time that begins at lexeme i; n is 0 if none does.
func (t *Tables) calendarAt(ls []lexeme, i int, s string, lang text.Language) (m Mention, n int) {
	r := calendarReader{words: t.calendar[lang], numbers: t.numbers[lang], ls: ls, s: s, lang: lang}
	read := []func(int) (Kind, string, int){r.phrase, r.clockTime, r.numericDate, r.dayMonth, r.monthDay, r.yearAt, r.ordinalDay, r.named}
	if lang.Spaceless() {
		read = []func(int) (Kind, string, int){r.phrase, r.hanTime, r.hanDate, r.hanWeekday, r.hanRelative, r.clockTime, r.numericDate}
	}
	for _, f := range read {
		if kind, value, n := f(i); n > 0 {
			return Mention{Kind: kind, Value: value}, n
		}
	}
	return Mention{}, 0
}

// calendarReader looks for dates among lexemes.
type calendarReader struct {
	words   map[string]calendarWord
	numbers map[string]numeral
	ls      []lexeme
	s       string
	lang    text.Language
}

func (r *calendarReader) at(i int) lexeme {
	if i < 0 || i >= len(r.ls) {
		return lexeme{}
	}
	return r.ls[i]
}

// integer returns the value of a plain number at i, -1 if there is none.
func (r *calendarReader) integer(i int) int {
	if l := r.at(i); l.isNumber() && l.plain && len(l.digits) <= 4 {
		return int(l.value)
	}
	return -1
}

func (r *calendarReader) year(i int) int {
	l := r.at(i)
	if y := r.integer(i); len(l.digits) == 4 && (y >= 1100 && y <= 2150) {
		return y
	}
	return 0
}

// month returns the month named at i and the lexemes it takes, with the dot of an abbreviation.
func (r *calendarReader) month(i int) (w calendarWord, n int) {
	l := r.at(i)
	w, ok := r.words[l.word]
	if !ok || w.kind != month && w.kind != jalali || l.word == "" {
		two := l.word + " " + r.at(i+1).word // كانون الثاني
		if w, ok = r.words[two]; !ok || r.lang != "ar" {
			return w, 0
		}
		return w, 2
	}
	if w.title {
		if first, _ := utf8.DecodeRuneInString(l.Of(r.s)); !unicode.IsUpper(first) {
			return w, 0
		}
	}
	if r.at(i+1).mark == '.' && r.at(i+1).glued && i+2 < len(r.ls) && len(l.word) <= 5 && !unabbreviated[l.word] {
		return w, 2
	}
	return w, 1
}

// phrase reads days and years told by two words: "this year", 当天.
func (r *calendarReader) phrase(i int) (Kind, string, int) {
	between := " "
	if r.lang.Spaceless() {
		between = ""
	}
	w, ok := r.words[r.at(i).word+between+r.at(i+1).word]
	if !ok || w.kind != phrase || r.at(i+1).word == "" {
		return Date, "", 0
	}
	return Date, "p" + strconv.Itoa(w.value), 2
}

// unabbreviated holds short names of months after which a full stop ends the sentence.
var unabbreviated = map[string]bool{"may": true, "june": true, "july": true, "mai": true, "juni": true, "juli": true, "juin": true, "mayo": true, "enero": true, "март": true, "мая": true, "июня": true, "июля": true}

// clockTime reads 17:30, 5:30 p.m., 5 pm, 17 Uhr, 17h30.
func (r *calendarReader) clockTime(i int) (Kind, string, int) {
	if l := r.at(i); l.isNumber() && !l.plain {
		return r.dottedTime(i)
	}
	h := r.integer(i)
	if h < 0 || h > 24 || len(r.at(i).digits) > 2 {
		return r.spokenTime(i)
	}
	minute, n := 0, 1
	given := false
	if m := r.at(i + 1).mark; (m == ':' || m == '：') && r.at(i+1).glued && r.at(i+2).glued && len(r.at(i+2).digits) == 2 && r.integer(i+2) < 60 {
		minute, n, given = r.integer(i+2), 3, true
	} else if w := r.at(i + 1); w.word == "h" && w.glued {
		n, given = 2, true
		if m := r.integer(i + 2); m >= 0 && m < 60 && r.at(i+2).glued {
			minute, n = m, 3
		}
	}
	switch half, k := r.meridiem(i + n); {
	case k > 0:
		return Time, clockValue(h%12+half, minute, true), n + k
	case r.at(i+n).word == "uhr":
		return Time, clockValue(h, minute, true), n + 1
	case r.at(i+n).word == "o" && r.at(i+n+2).word == "clock":
		return Time, clockValue(h, minute, false), n + 3
	case given:
		return Time, clockValue(h, minute, h > 12 || h == 0), n
	}
	return Time, "", 0
}

// dottedTime reads 17.30 Uhr, 8.30 p.m., 15.00 GMT.
func (r *calendarReader) dottedTime(i int) (Kind, string, int) {
	l := r.at(i)
	if len(l.digits) < 3 || len(l.digits) > 4 || l.Len() != len(l.digits)+1 {
		return Time, "", 0
	}
	h, _ := strconv.Atoi(l.digits[:len(l.digits)-2])
	m, _ := strconv.Atoi(l.digits[len(l.digits)-2:])
	if h > 24 || m > 59 {
		return Time, "", 0
	}
	if half, k := r.meridiem(i + 1); k > 0 {
		return Time, clockValue(h%12+half, m, true), 1 + k
	}
	switch r.at(i + 1).word {
	case "uhr":
		return Time, clockValue(h, m, true), 2
	case "gmt", "utc":
		return Time, clockValue(h, m, true), 1
	}
	if w := r.at(i - 1).word; r.lang == "ru" && len(l.digits) == 4 && (w == "в" || w == "к" || w == "около") && r.numbers[r.at(i+1).word].kind == 0 {
		return Time, clockValue(h, m, h > 12 || h == 0), 1
	}
	return Time, "", 0
}

// meridiem reads am, pm, a.m., p.m. and says how many hours it adds.
func (r *calendarReader) meridiem(i int) (hours, n int) {
	switch w := r.at(i).word; {
	case w == "am" || w == "pm":
		n = 1
	case (w == "a" || w == "p") && r.at(i+1).mark == '.' && r.at(i+2).word == "m" && r.at(i+2).glued:
		n = 3
		if r.at(i+3).mark == '.' && r.at(i+3).glued {
			n = 4
		}
	default:
		return 0, 0
	}
	if r.at(i).word[0] == 'p' {
		hours = 12
	}
	return hours, n
}

// spokenTime reads half past five, quarter to six, five o'clock, halb sechs.
func (r *calendarReader) spokenTime(i int) (Kind, string, int) {
	hour := func(k int) int {
		if h := r.integer(k); h >= 0 {
			return h
		}
		if w, ok := r.numbers[r.at(k).word]; ok && w.kind == unit && w.value >= 1 && w.value <= 12 {
			return int(w.value)
		}
		return -1
	}
	past := r.at(i + 1).word
	switch w := r.at(i).word; {
	case r.lang == "en" && (w == "half" || w == "quarter") && (past == "past" || past == "to") && hour(i+2) > 0:
		h, m := hour(i+2), 30
		if w == "quarter" {
			m = 15
		}
		if past == "to" {
			h, m = (h+11)%12, 60-m
		}
		if half, k := r.meridiem(i + 3); k > 0 {
			return Time, clockValue(h%12+half, m, true), 3 + k
		}
		return Time, clockValue(h, m, false), 3
	case r.lang == "de" && w == "halb" && hour(i+1) > 0:
		return Time, clockValue((hour(i+1)+11)%12, 30, false), 2
	case r.lang == "en" && hour(i) > 0 && r.at(i+1).word == "o" && r.at(i+3).word == "clock":
		return Time, clockValue(hour(i), 0, false), 4
	case r.lang == "en" && hour(i) > 0 && w != "":
		if half, k := r.meridiem(i + 1); k > 0 {
			return Time, clockValue(hour(i)%12+half, 0, true), 1 + k
		}
	}
	return Time, "", 0
}

// clockValue is "T17:30", or "t5:30" where half of the day is not said.
func clockValue(h, m int, sure bool) string {
	if sure {
		return fmt.Sprintf("T%d:%02d", h, m)
	}
	return fmt.Sprintf("t%d:%02d", h, m)
}

// numericDate reads 2021-12-11 and 11.12.2021.
func (r *calendarReader) numericDate(i int) (Kind, string, int) {
	mark := r.at(i + 1).mark
	if mark != r.at(i+3).mark || mark != '-' && mark != '.' && mark != '/' {
		return Date, "", 0
	}
	for k := 1; k < 5; k++ {
		if !r.at(i + k).glued {
			return Date, "", 0
		}
	}
	a, b, c := r.integer(i), r.integer(i+2), r.integer(i+4)
	switch {
	case r.year(i) > 0 && mark != '.' && b >= 1 && b <= 12 && c >= 1 && c <= 31:
		return Date, day{a, b, c}.Value(), 5
	case r.year(i+4) > 0 && mark == '.' && a >= 1 && a <= 31 && b >= 1 && b <= 12:
		return Date, day{c, b, a}.Value(), 5
	}
	return Date, "", 0
}

// dayMonth reads 11 December 2021, the 11th of December, 8. August, 11 de diciembre de 2021.
func (r *calendarReader) dayMonth(i int) (Kind, string, int) {
	d := r.integer(i)
	if d < 1 || d > 31 {
		return Date, "", 0
	}
	n := 1
	switch r.at(i + n).word {
	case "st", "nd", "rd", "th", "er":
		n++
	}
	if r.lang == "de" && r.at(i+n).mark == '.' {
		n++
	}
	if w := r.at(i + n).word; w == "of" || w == "de" {
		n++
	}
	w, k := r.month(i + n)
	if k == 0 {
		return Date, "", 0
	}
	n += k
	y, k := r.yearAfter(i+n, w.kind == jalali)
	return Date, r.resolve(w, y, d), n + k
}

// monthDay reads December 11, 2021, Dec. 11, December 2021, December.
func (r *calendarReader) monthDay(i int) (Kind, string, int) {
	w, n := r.month(i)
	if n == 0 {
		return Date, "", 0
	}
	if d := r.integer(i + n); d >= 1 && d <= 31 && len(r.at(i+n).digits) <= 2 && r.at(i+n+1).mark != ':' {
		n++
		switch r.at(i + n).word {
		case "st", "nd", "rd", "th":
			n++
		}
		y, k := r.yearAfter(i+n, false)
		return Date, r.resolve(w, y, d), n + k
	}
	y, k := r.yearAfter(i+n, w.kind == jalali)
	if y == 0 && w.title && !monthContext[r.at(i-1).word] {
		return Date, "", 0
	}
	return Date, r.resolve(w, y, 0), n + k
}

// monthContext holds words before which "May" is the month.
var monthContext = map[string]bool{
	"in": true, "of": true, "since": true, "until": true, "till": true, "by": true, "last": true, "next": true, "this": true,
	"early": true, "late": true, "mid": true, "from": true, "during": true, "to": true, "and": true,
}

// yearAfter reads ", 2021", "of 2021", "de 2021".
func (r *calendarReader) yearAfter(i int, solar bool) (year, n int) {
	if l := r.at(i); l.mark == ',' || l.word == "of" || l.word == "de" {
		n = 1
	}
	y := r.year(i + n)
	if y == 0 || solar && y > 1600 {
		return 0, 0
	}
	return y, n + 1
}

func (r *calendarReader) resolve(w calendarWord, year, d int) string {
	if w.kind == month {
		return day{year, w.value, d}.Value()
	}
	if year == 0 || d == 0 {
		return fmt.Sprintf("j%d-%d", w.value, d)
	}
	y, m, gd := jalaliToGregorian(year, w.value, d)
	return day{y, m, gd}.Value()
}

// yearAt reads 2018 and the 1920s.
func (r *calendarReader) yearAt(i int) (Kind, string, int) {
	y := r.year(i)
	if y == 0 {
		return Date, "", 0
	}
	next := r.at(i + 1)
	switch {
	case next.word == "s" && next.glued, (next.mark == '\'' || next.mark == '’') && r.at(i+2).word == "s":
		return Date, strconv.Itoa(y) + "s", 2
	case next.mark == '%' || next.mark == '$' || strings.ContainsRune("$€£¥", r.at(i-1).mark) && r.at(i-1).mark != 0:
		return Date, "", 0
	case y < 1500 && r.lang != "fa" || y > 2100:
		return Date, "", 0
	}
	return Date, day{year: y}.Value(), 1
}

// ordinalDay reads "on the 11th" where no noun follows that the ordinal could count.
func (r *calendarReader) ordinalDay(i int) (Kind, string, int) {
	d := r.integer(i)
	if r.lang != "en" || d < 1 || d > 31 {
		return Date, "", 0
	}
	switch r.at(i + 1).word {
	case "st", "nd", "rd", "th":
	default:
		return Date, "", 0
	}
	next := r.at(i + 2)
	if next.word != "" && !afterDay[next.word] || r.at(i-1).word != "the" && !monthContext[r.at(i-1).word] && r.at(i-1).word != "on" {
		return Date, "", 0
	}
	return Date, day{day: d}.Value(), 2
}

// afterDay holds words that may follow a day of the month and no counted noun.
var afterDay = map[string]bool{
	"that": true, "in": true, "at": true, "and": true, "to": true, "but": true, "when": true, "with": true, "after": true,
	"before": true, "as": true, "by": true, "for": true, "from": true, "he": true, "she": true, "it": true, "they": true, "said": true, "was": true, "were": true, "is": true,
}

// named reads names of days, noon, yesterday.
func (r *calendarReader) named(i int) (Kind, string, int) {
	w, ok := r.words[r.at(i).word]
	if !ok || r.at(i).word == "" {
		return Date, "", 0
	}
	switch w.kind {
	case weekday:
		return Date, "w" + strconv.Itoa(w.value), 1
	case relative:
		return Date, "r" + strconv.Itoa(w.value), 1
	case clock:
		return Time, clockValue(w.value/100%24, 0, true), 1
	}
	return Date, "", 0
}
