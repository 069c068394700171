package positions

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// ByPeriod returns a position for every actor, issue and period that has a point, by actor, issue
// and time. The mean is over utterances: a saying that several versions report counts once. Points
// without a day of their own (a month, a year) belong to a period only if it is long enough.
func ByPeriod(points []Point, u Unit) []Position {
	type group struct{ actor, issue, from, to string }
	groups := map[group][]Point{}
	for _, p := range points {
		from, to, ok := period(p.Date, u)
		if ok {
			k := group{p.Actor, p.Issue, from, to}
			groups[k] = append(groups[k], p)
		}
	}
	out := make([]Position, 0, len(groups))
	for k, list := range groups {
		sayings := utterances(list)
		p := Position{Actor: k.actor, Issue: k.issue, From: k.from, To: k.to, N: len(sayings)}
		values := make([]float64, len(sayings))
		for i, s := range sayings {
			values[i] = s.stance
			p.Statements = append(p.Statements, s.statements...)
		}
		slices.Sort(values)
		p.Mean = mean(values)
		p.Low, p.High = band(values)
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Position) int {
		return cmp.Or(cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Issue, b.Issue), cmp.Compare(a.From, b.From))
	})
	return out
}

// period returns the first and last day of the period that a date lies in.
func period(date string, u Unit) (from, to string, ok bool) {
	first, last, ok := days(date)
	if !ok {
		return "", "", false
	}
	start, end := bounds(first, u)
	if last.After(end) {
		return "", "", false // "2018" is in no month
	}
	return start.Format(time.DateOnly), end.Format(time.DateOnly), true
}

// days returns the first and last day of an ISO day, month or year.
func days(date string) (first, last time.Time, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(form.layout, date); err == nil {
			return t, t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1), true
		}
	}
	return time.Time{}, time.Time{}, false
}

// bounds returns the first and last day of the period around a day. Weeks are ISO weeks, from
// Monday to Sunday.
func bounds(day time.Time, u Unit) (from, to time.Time) {
	y, _, d := day.Date()
	switch u {
	case Day:
		return day, day
	case Week:
		monday := day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
		return monday, monday.AddDate(0, 0, 6)
	case Year:
		return time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	first := day.AddDate(0, 0, 1-d)
	return first, first.AddDate(0, 1, -1)
}

// PeriodName is how people write the period that begins on an ISO day: 2018, 2018-09, 2018-W39.
func PeriodName(from string, u Unit) string {
	t, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return from
	}
	switch u {
	case Year:
		return t.Format("2006")
	case Month:
		return t.Format("2006-01")
	case Week:
		y, w := t.ISOWeek()
		return fmt.Sprintf("%d-W%02d", y, w)
	}
	return from
}

// saying is what the statements of one utterance say together on an issue.
type saying struct {
	utterance  string
	day        float64 // days since 1970
	stance     float64
	statements []string
}

// utterances joins the points of one actor and issue that report one saying; the order of the
// points does not matter.
func utterances(points []Point) []saying {
	byID := map[string][]Point{}
	for _, p := range points {
		k := cmp.Or(p.Utterance, p.Statement)
		byID[k] = append(byID[k], p)
	}
	out := make([]saying, 0, len(byID))
	for id, list := range byID {
		slices.SortFunc(list, func(a, b Point) int {
			return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Statement, b.Statement), cmp.Compare(a.Stance, b.Stance))
		})
		s := saying{utterance: id}
		if first, last, ok := days(list[0].Date); ok {
			s.day = float64(first.Unix()+last.Unix()) / 2 / 86400
		}
		for _, p := range list {
			s.stance += p.Stance / float64(len(list))
			if !slices.Contains(s.statements, p.Statement) {
				s.statements = append(s.statements, p.Statement)
			}
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b saying) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.utterance, b.utterance))
	})
	return out
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(max(1, len(values)))
}
