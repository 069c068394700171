package scene

import "fmt"

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
	c = c.within(from, to)
	var out []Tick
	before := 0
	for d := s.first(from, c); d <= to && len(out) <= 2*most; d = s.next(d, c) {
		out = append(out, Tick{d, s.label(d, before, c)})
		before, _, _ = c.split(d)
	}
	return out
}

// first is the first tick at or after a day.
func (s step) first(from Day, c Calendar) Day {
	if s.months == 0 {
		t := (from + 0.999).date()
		d := dayOf(t.Year(), t.Month(), t.Day())
		if s.days >= 7 { // weeks begin on Monday
			d += Day((8 - int(d.date().Weekday())) % 7)
		}
		return d
	}
	year, month, _ := c.split(from + 0.999)
	months := year*12 + month - 1
	months -= months % s.months
	d := c.first(months/12, months%12+1)
	if d < from {
		d = s.next(d, c)
	}
	return d
}

func (s step) next(d Day, c Calendar) Day {
	if s.months == 0 {
		return d + Day(s.days)
	}
	year, month, _ := c.split(d)
	return c.first(year, month+s.months)
}

// label tells the year where the tick before was in another one.
func (s step) label(d Day, before int, c Calendar) string {
	year, month, day := c.split(d)
	switch {
	case s.months >= 12:
		return c.Number(fmt.Sprint(year))
	case s.months > 0 && year != before:
		return c.month(year, month)
	case s.months > 0:
		return c.name(month)
	case year != before:
		return c.Date(d)
	}
	return c.short(month, day)
}
