package scene

import (
	"fmt"
	"time"
)

// Tick is a labelled place on the axis of time.
type Tick struct {
	At    Day
	Label string
}

// step is a distance of ticks that people count in.
type step struct {
	days, months int
}

// length is about how many days a step takes.
func (s step) length() float64 { return float64(s.days) + float64(s.months)*30.44 }

var steps = []step{
	{days: 1}, {days: 2}, {days: 7}, {days: 14}, {months: 1}, {months: 2}, {months: 3}, {months: 6},
	{months: 12}, {months: 24}, {months: 60}, {months: 120}, {months: 240}, {months: 600}, {months: 1200},
}

// Ticks are the ticks from one day to another: the finest step of which at most most fit. The first tick, and
// each that begins a year, tells the year.
func Ticks(from, to Day, most int, c Calendar) []Tick {
	if to < from || most < 1 {
		return nil
	}
	s := steps[len(steps)-1]
	for _, finer := range steps {
		if float64(to-from)/finer.length() <= float64(most) {
			s = finer
			break
		}
	}
	var out []Tick
	year := 0
	for d := s.first(from); d <= to && len(out) <= 2*most; d = s.next(d) {
		out = append(out, Tick{d, s.label(d, year, c)})
		year = d.date().Year()
	}
	return out
}

// first is the first tick at or after a day.
func (s step) first(from Day) Day {
	t := (from + 0.999).date()
	if s.months == 0 {
		d := dayOf(t.Year(), t.Month(), t.Day())
		if s.days >= 7 { // weeks begin on Monday
			d += Day((8 - int(d.date().Weekday())) % 7)
		}
		return d
	}
	months := t.Year()*12 + int(t.Month()) - 1
	months -= months % s.months
	d := dayOf(months/12, time.Month(months%12+1), 1)
	if d < from {
		d = s.next(d)
	}
	return d
}

func (s step) next(d Day) Day {
	if s.months == 0 {
		return d + Day(s.days)
	}
	t := d.date()
	return dayOf(t.Year(), t.Month()+time.Month(s.months), 1)
}

// label tells the year where the tick before was in another one.
func (s step) label(d Day, before int, c Calendar) string {
	t := d.date()
	switch {
	case s.months >= 12:
		return fmt.Sprint(t.Year())
	case s.months > 0 && t.Year() != before:
		return fmt.Sprintf("%s %d", c.Month(t.Month()), t.Year())
	case s.months > 0:
		return c.Month(t.Month())
	case t.Year() != before:
		return c.Date(d)
	}
	return fmt.Sprintf("%d %s", t.Day(), c.Month(t.Month()))
}
