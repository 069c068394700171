package entity

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"hexapla/analysis/text"
)

// calendarWord is a name of a month, a day of the week, or a day told from today.
type calendarWord struct {
	kind  calendarKind
	value int
	title bool // only with a capital: May, March
}

type calendarKind uint8

const (
	month calendarKind = iota + 1
	jalali
	weekday
	relative
	meridiem // 0 before noon, 12 after
	clock    // noon, midnight: hours times 100
	phrase   // this year, 当天: a number for each
)

var calendarKinds = map[string]calendarKind{
	"month": month, "jalali": jalali, "day": weekday, "relative": relative, "meridiem": meridiem, "clock": clock, "phrase": phrase,
}

func (t *Tables) loadCalendar(fsys fs.FS, file string) error {
	return eachLine(fsys, file, 4, func(f []string) error {
		kind, ok := calendarKinds[f[1]]
		if !ok {
			return fmt.Errorf("unknown kind %q", f[1])
		}
		value, err := strconv.Atoi(f[2])
		if err != nil {
			return err
		}
		lang := text.Language(f[0])
		if t.calendar[lang] == nil {
			t.calendar[lang] = map[string]calendarWord{}
		}
		for _, word := range strings.Split(f[3], "|") {
			key := foldWord(word)
			t.calendar[lang][key] = calendarWord{kind: kind, value: value, title: kind == month && ambiguousMonth[key]}
		}
		return nil
	})
}

// ambiguousMonth holds names of months that are words of another meaning in lower case.
var ambiguousMonth = map[string]bool{"may": true, "march": true, "mar": true, "august": true, "dec": true, "sept": true, "jun": true, "jan": true}

// jalaliToGregorian converts a date of the Iranian solar calendar by its day count: a year of 365
// days with the leap years of the 33-year cycle, exact from 1178 to 1633.
func jalaliToGregorian(y, m, d int) (gy, gm, gd int) {
	jy, jm, jd := y-979, m-1, d-1
	days := 365*jy + jy/33*8 + (jy%33+3)/4
	for i := range jm {
		if i < 6 {
			days += 31
		} else {
			days += 30
		}
	}
	days += jd + 79
	gy = 1600 + 400*(days/146097)
	days %= 146097
	leap := true
	if days >= 36525 {
		days--
		gy += 100 * (days / 36524)
		days %= 36524
		if days >= 365 {
			days++
		} else {
			leap = false
		}
	}
	gy += 4 * (days / 1461)
	days %= 1461
	if days >= 366 {
		leap = false
		days--
		gy += days / 365
		days %= 365
	}
	lengths := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if leap {
		lengths[1] = 29
	}
	for gm = 0; gm < 11 && days >= lengths[gm]; gm++ {
		days -= lengths[gm]
	}
	return gy, gm + 1, days + 1
}
