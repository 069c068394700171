package app

import (
	"time"

	"hexapla/widgets/scene"
)

// day shows an ISO date as people write it; what is not a whole date stays as it is.
func day(iso string) string { return spoken.Load().Day(iso) }

// moment is a day with the time of day.
func moment(t time.Time) string {
	return day(t.Format(time.DateOnly)) + " " + digits(t.Format("15:04"))
}

// calendar names days on charts, writes their numbers, and says at which side they begin.
func calendar() scene.Calendar { return spoken.Load().Calendar }

// digits writes the digits of a text as the language does.
func digits(s string) string {
	c := calendar()
	c.Decimal = ""
	return c.Number(s)
}

// isDay tells whether s is a day as ISO 8601 writes it.
func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
