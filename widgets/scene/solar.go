package scene

import (
	"math"
	"time"
)

// solarBreaks are the years at which the rhythm of leap years starts anew (K. M. Borkowski, "The
// Persian calendar for 3000 years", Earth, Moon and Planets 74, 1996). Within a stretch every fourth
// year is a leap year, and now and then the fifth: the rule follows the spring equinox, which no short
// cycle does.
var solarBreaks = []int{
	-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
}

// The years of the Gregorian calendar that the table covers whole.
const (
	solarFrom = 561
	solarTo   = 3797
)

// solar is a day's date in the Iranian calendar.
func solar(d Day) (year, month, day int) {
	year = d.date().Year() - 621
	start := nowruz(year)
	if Day(math.Floor(float64(d))) < start {
		year--
		start = nowruz(year)
	}
	n := int(math.Floor(float64(d)) - float64(start))
	if n < 6*31 {
		return year, n/31 + 1, n%31 + 1
	}
	n -= 6 * 31
	return year, n/30 + 7, n%30 + 1
}

// solarFirst is the first day of a month of the Iranian calendar; the 13th is the first of the next year.
func solarFirst(year, month int) Day {
	year += (month - 1) / 12
	month = (month-1)%12 + 1
	return nowruz(year) + Day(31*min(month-1, 6)+30*max(0, month-7))
}

// nowruz is the first day of a year of the Iranian calendar.
func nowruz(year int) Day {
	gregorian := year + 621
	leaps, start := -14, solarBreaks[0]
	for _, next := range solarBreaks[1:] {
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
	return dayOf(gregorian, time.March, 20+leaps-ours)
}
