package attribution

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Tenure is a role that a person was seen in, and when.
type Tenure struct {
	Role     string // as a text puts it: "Chinese foreign minister"
	For      string // the actor spoken for in it, "" if no text says
	From, To string // ISO days of the first and the last document that says so, "" where none has a date
}

// tenure enters a role on the day of a document. Roles of one office and actor are one tenure, from
// the first to the last day that they were met.
func (a *Actor) tenure(t *Tables, role, speaksFor, day string) {
	if role == "" && (speaksFor == "" || speaksFor == a.ID) {
		return
	}
	if speaksFor == a.ID {
		speaksFor = ""
	}
	a.Tenures = addTenure(a.Tenures, t, Tenure{Role: role, For: speaksFor, From: day, To: day})
}

func addTenure(list []Tenure, t *Tables, add Tenure) []Tenure {
	key := office(t, add.Role)
	for i := range list {
		have := &list[i]
		if have.For != add.For || office(t, have.Role) != key {
			continue
		}
		if len(add.Role) > len(have.Role) || len(add.Role) == len(have.Role) && add.Role < have.Role {
			have.Role = add.Role
		}
		if add.From != "" && (have.From == "" || add.From < have.From) {
			have.From = add.From
		}
		have.To = max(have.To, add.To)
		return list
	}
	return append(list, add)
}

// office is the key under which roles are one.
func office(t *Tables, role string) string {
	if offices := t.offices(role); len(offices) > 0 {
		return strings.Join(offices, ", ")
	}
	return strings.ToLower(role)
}

// sortTenures orders them by day.
func sortTenures(list []Tenure) {
	slices.SortFunc(list, func(a, b Tenure) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Role, b.Role), cmp.Compare(a.For, b.For))
	})
}

// forOn is the actor that was spoken for on a day: by the tenure that holds it, else the nearest one.
func forOn(list []Tenure, day string) string {
	best, nearest := "", time.Duration(0)
	for _, x := range list {
		if x.For == "" {
			continue
		}
		if away := daysAway(x, day); best == "" || away < nearest {
			best, nearest = x.For, away
		}
	}
	return best
}

// daysAway is how far a day lies outside a tenure; of what has no date, far.
func daysAway(x Tenure, day string) time.Duration {
	const far = 200 * 365 * 24 * time.Hour
	at, err := time.Parse(time.DateOnly, day)
	from, errFrom := time.Parse(time.DateOnly, x.From)
	to, errTo := time.Parse(time.DateOnly, x.To)
	if err != nil || errFrom != nil || errTo != nil {
		return far
	}
	return max(0, from.Sub(at), at.Sub(to))
}
