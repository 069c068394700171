package entity

import (
	"strconv"
	"strings"
)

// Same reports whether two mentions can be one thing: equal quantities, dates and times that
// contradict each other in no part, names of one value.
func Same(a, b Mention) bool {
	if a.Value == b.Value {
		return a.Kind == b.Kind || a.Kind != Name && b.Kind != Name
	}
	switch {
	case a.Kind == Name || b.Kind == Name:
		return false
	case a.Kind == Time && b.Kind == Time:
		return sameTime(a.Value, b.Value)
	case a.Kind == Date && b.Kind == Date:
		return sameDate(a.Value, b.Value)
	case a.Kind == Number && b.Kind == Number:
		return sameNumber(a.Value, b.Value)
	}
	return dayNumber(a) != 0 && dayNumber(a) == dayNumber(b) || sameCentury(a, b) || sameCentury(b, a)
}

// sameCentury reports whether an ordinal counts the century that the other names: the 19th, the
// 1800s.
func sameCentury(nth, years Mention) bool {
	century, ok := strings.CutSuffix(years.Value, "00s")
	n, err := strconv.Atoi(century)
	return ok && err == nil && nth.Kind == Number && nth.Ordinal && nth.Value == strconv.Itoa(n+1)
}

// dayNumber is the day of the month that a mention may mean: "8" and "the 8th" can be one, whether
// or not the text makes a date of it.
func dayNumber(m Mention) int {
	switch {
	case m.Kind == Date && strings.HasPrefix(m.Value, "*-*-"):
		n, _ := strconv.Atoi(m.Value[4:])
		return n
	case m.Kind == Number:
		n, _ := strconv.Atoi(m.Value)
		return n
	}
	return 0
}

func sameNumber(a, b string) bool {
	x, ok := quantityOf(a)
	y, ok2 := quantityOf(b)
	if !ok || !ok2 {
		return false
	}
	if vagueA, vagueB := strings.HasSuffix(a, "+"), strings.HasSuffix(b, "+"); vagueA || vagueB {
		return vagueA && vagueB && max(x, y) <= 1.2*min(x, y) // tens, dozens
	}
	diff := x - y
	return diff < 1e-9 && diff > -1e-9
}

// quantityOf reads a value; half is fifty percent.
func quantityOf(v string) (float64, bool) {
	scale := 1.0
	if s, ok := strings.CutSuffix(v, "%"); ok {
		v, scale = s, 0.01
	}
	f, err := strconv.ParseFloat(strings.TrimSuffix(v, "+"), 64)
	return f * scale, err == nil
}

func sameTime(a, b string) bool {
	if len(a) < 2 || len(b) < 2 {
		return false
	}
	if a[0] == b[0] && a[0] == 'T' {
		return a == b
	}
	h, m, ok := strings.Cut(a[1:], ":")
	h2, m2, ok2 := strings.Cut(b[1:], ":")
	x, _ := strconv.Atoi(h)
	y, _ := strconv.Atoi(h2)
	return ok && ok2 && m == m2 && x%12 == y%12
}

// sameDate compares part by part from the right: "2021" has a year only, "*-12-11" no year.
func sameDate(a, b string) bool {
	x, ok := dateParts(a)
	y, ok2 := dateParts(b)
	if !ok || !ok2 {
		return false
	}
	shared := false
	for i := range x {
		if x[i] == "*" || y[i] == "*" {
			continue
		}
		if x[i] != y[i] {
			return false
		}
		shared = true
	}
	return shared
}

// dateParts returns year, month and day; false for names of days and the like.
func dateParts(v string) (parts [3]string, ok bool) {
	if v == "" || v[0] != '*' && (v[0] < '0' || v[0] > '9') || strings.HasSuffix(v, "s") {
		return parts, false
	}
	parts = [3]string{"*", "*", "*"}
	for i, p := range strings.SplitN(v, "-", 3) {
		parts[i] = p
	}
	return parts, true
}
