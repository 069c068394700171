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

// Calendar names days in a language. The zero Calendar is English.
type Calendar struct {
	Months []string // twelve, short: "Jan", "1月"
	Day    string   // a day: %[1]d is the day, %[2]s the month, %[3]d the year; "%[1]d %[2]s %[3]d"
}

var english = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// Month is the short name of a month.
func (c Calendar) Month(m time.Month) string {
	if len(c.Months) == 12 {
		return c.Months[m-1]
	}
	return english[m-1]
}

// Date is a whole day: "8 Aug 2022".
func (c Calendar) Date(d Day) string {
	format := c.Day
	if format == "" {
		format = "%[1]d %[2]s %[3]d"
	}
	t := d.date()
	return fmt.Sprintf(format, t.Day(), c.Month(t.Month()), t.Year())
}
