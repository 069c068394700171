package app

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"hexapla/widgets/scene"
)

// day shows an ISO date as people write it; what is not a whole date stays as it is.
func day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return dayOf(t)
}

// moment is a day with the time of day.
func moment(t time.Time) string { return dayOf(t) + " " + digits(t.Format("15:04")) }

// dayOf writes a day in the calendar of the language: in Persian the Iranian one.
func dayOf(t time.Time) string {
	year, month, d := t.Date()
	months := strings.Fields(spoken.Load().months)
	if spoken.Load().id == "fa" && year >= jalaliFrom && year <= jalaliTo {
		year, month, d = jalali(t)
		months = strings.Fields(jalaliMonths)
	}
	return digits(fmt.Sprintf(spoken.Load().day, strconv.Itoa(d), months[month-1], strconv.Itoa(year)))
}

// calendar names days on the axes of charts. Their months are Gregorian in every language: an axis
// of a chart is read beside others'.
func calendar() scene.Calendar {
	t := spoken.Load()
	pattern := strings.NewReplacer("%[1]s", "%[1]d", "%[3]s", "%[3]d").Replace(t.day)
	return scene.Calendar{Months: strings.Fields(t.months), Day: pattern}
}

// digits writes the digits of a text as the language does.
func digits(s string) string {
	own := []rune(spoken.Load().digits)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return own[r-'0']
		}
		return r
	}, s)
}

const jalaliMonths = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"

// jalaliBreaks are the years at which the rhythm of leap years starts anew (K. M. Borkowski, "The
// Persian calendar for 3000 years", Earth, Moon and Planets 74, 1996). Within a stretch every fourth
// year is a leap year, and now and then the fifth: the rule follows the spring equinox, which no short
// cycle does.
var jalaliBreaks = []int{
	-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
}

// The years of the Gregorian calendar that the table covers whole.
const (
	jalaliFrom = 561
	jalaliTo   = 3797
)

// jalali is a day's date in the Iranian solar calendar.
func jalali(t time.Time) (year int, month time.Month, d int) {
	at := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	year = t.Year() - 621
	start := nowruz(year)
	if at.Before(start) {
		year--
		start = nowruz(year)
	}
	n := int(at.Sub(start).Hours()) / 24
	if n < 6*31 {
		return year, time.Month(n/31 + 1), n%31 + 1
	}
	n -= 6 * 31
	return year, time.Month(n/30 + 7), n%30 + 1
}

// nowruz is the first day of a year of the Iranian calendar.
func nowruz(year int) time.Time {
	gregorian := year + 621
	leaps, start := -14, jalaliBreaks[0]
	for _, next := range jalaliBreaks[1:] {
		length := next - start
		if year < next {
			n := year - start
			leaps += n/33*8 + (n%33+3)/4
			if length%33 == 4 && length-n == 4 {
				leaps++
			}
			break
		}
		leaps += length/33*8 + length%33/4
		start = next
	}
	ours := gregorian/4 - (gregorian/100+1)*3/4 - 150
	return time.Date(gregorian, time.March, 20+leaps-ours, 0, 0, 0, 0, time.UTC)
}
