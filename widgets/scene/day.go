package scene

import (
	"fmt"
	"time"
)

// Day is a day as a number: days since 1 January 1970, with fractions between.
type Day float64

// ParseDay reads an ISO day, month or year; the latter two are their first day.
func ParseDay(iso string) (Day, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return Day(t.Unix() / 86400), true
		}
	}
	return 0, false
}

func dayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d Day) date() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// ISO is the day as in a file: "2022-08-08".
func (d Day) ISO() string { return d.date().Format(time.DateOnly) }

// Calendar is how a language names days, writes numbers and runs. The zero Calendar is English.
type Calendar struct {
	Months  []string // twelve, short: "Jan", "1月"
	Solar   []string // the months of the Iranian calendar, where days are counted by that
	Day     string   // a day: %[1]d is the day, %[2]s the month, %[3]d the year; "%[1]d %[2]s %[3]d"
	Month   string   // a month: %[1]s %[2]d
	Short   string   // a day of a known year: %[1]d %[2]s
	Digits  string   // ten; "0123456789"
	Decimal string   // "."

	Leftward bool // what is read from right to left has its axis and its names at the right
}

var english = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// name is the short name of a month of the calendar that counts.
func (c Calendar) name(month int) string {
	switch {
	case len(c.Solar) == 12:
		return c.Solar[month-1]
	case len(c.Months) == 12:
		return c.Months[month-1]
	}
	return english[month-1]
}

// within is the calendar for a stretch of time: the Iranian one only where its rule is known.
func (c Calendar) within(from, to Day) Calendar {
	if y1, y2 := from.date().Year(), to.date().Year(); len(c.Solar) != 12 || y1 < solarFrom || y2 > solarTo {
		c.Solar = nil
	}
	return c
}

// split is a day as year, month and day of the calendar.
func (c Calendar) split(d Day) (year, month, day int) {
	if c.Solar != nil {
		return solar(d)
	}
	t := d.date()
	return t.Year(), int(t.Month()), t.Day()
}

// first is the first day of a month of the calendar.
func (c Calendar) first(year, month int) Day {
	if c.Solar != nil {
		return solarFirst(year, month)
	}
	return dayOf(year, time.Month(month), 1)
}

// Date is a whole day: "8 Aug 2022".
func (c Calendar) Date(d Day) string {
	c = c.within(d, d)
	year, month, day := c.split(d)
	return c.Number(fmt.Sprintf(orElse(c.Day, "%[1]d %[2]s %[3]d"), day, c.name(month), year))
}

// month is "Aug 2022".
func (c Calendar) month(year, month int) string {
	return c.Number(fmt.Sprintf(orElse(c.Month, "%[1]s %[2]d"), c.name(month), year))
}

// short is "8 Aug".
func (c Calendar) short(month, day int) string {
	return c.Number(fmt.Sprintf(orElse(c.Short, "%[1]d %[2]s"), day, c.name(month)))
}

// Number writes the digits and the decimal point of a text as the language does.
func (c Calendar) Number(s string) string {
	own := []rune(c.Digits)
	if len(own) != 10 && c.Decimal == "" {
		return s
	}
	out := make([]rune, 0, len(s))
	all := []rune(s)
	digit := func(i int) bool { return i >= 0 && i < len(all) && all[i] >= '0' && all[i] <= '9' }
	for i, r := range all {
		switch {
		case digit(i) && len(own) == 10:
			out = append(out, own[r-'0'])
		case r == '.' && c.Decimal != "" && digit(i-1) && digit(i+1):
			out = append(out, []rune(c.Decimal)...)
		default:
			out = append(out, r)
		}
	}
	return string(out)
}

// Signed is a stance as people write it, in the language's digits. The sign stays before the number
// where lines run from the right.
func (c Calendar) Signed(v float64, decimals int) string {
	s := c.Number(Signed(v, decimals))
	if len([]rune(c.Digits)) == 10 && c.Digits != "0123456789" {
		return "\u200e" + s
	}
	return s
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
