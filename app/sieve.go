package app

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/positions"
)

// sieve says which statements the table lists. The zero value lets everything through.
type sieve struct {
	actor, issue, outlet, coder string
	stance                      string // of stanceNames
	force                       string
	sureness                    string // of surenessNames
	status                      string // of a said, or toReview
	from, to                    string // ISO days, both included
}

// toReview is the status of what the machine coded and nobody judged yet.
const toReview = "to review"

// stanceNames are the stances that can be asked for.
var stanceNames = []string{"for", "against", "neither for nor against", "no position", "on no issue"}

// surenessNames are the confidences that can be asked for.
var surenessNames = []string{"under 0.5", "0.5 to 0.8", "0.8 and more"}

// saidStatuses are the states that can be asked for.
var saidStatuses = []string{toReview, "auto", analysis.Confirmed, analysis.Rejected, "by hand", "versions disagree"}

// passes tells whether the statement is listed.
func (f sieve) passes(s said) bool {
	day := s.statement.Date
	return (f.actor == "" || s.statement.Actor == f.actor) && (f.issue == "" || s.issue() == f.issue) &&
		(f.outlet == "" || s.version.Article.Meta.Outlet.Value == f.outlet) && (f.coder == "" || s.coder() == f.coder) &&
		(f.stance == "" || s.side() == f.stance) && (f.force == "" || s.force() == f.force) &&
		(f.sureness == "" || sureness(s.confidence()) == f.sureness) && (f.status == "" || s.is(f.status)) &&
		(f.from == "" || day >= f.from) && (f.to == "" || day != "" && day[:min(len(day), len(f.to))] <= f.to)
}

// is tells whether the statement has a status.
func (s said) is(status string) bool {
	if status == toReview {
		return s.status == "auto" && s.coding != nil && s.coding.Coder == positions.Machine
	}
	return s.status == status
}

// issue is what the statement is coded on; "" is none.
func (s said) issue() string {
	if s.coding == nil {
		return ""
	}
	return s.coding.Issue
}

func (s said) coder() string {
	if s.coding == nil {
		return ""
	}
	return s.coding.Coder
}

func (s said) force() string {
	if s.coding == nil {
		return ""
	}
	return string(s.coding.Force)
}

// side is which of stanceNames the statement takes.
func (s said) side() string {
	const plain = 0.25
	switch {
	case s.coding == nil:
		return "on no issue"
	case s.coding.None:
		return "no position"
	case s.coding.Stance > plain:
		return "for"
	case s.coding.Stance < -plain:
		return "against"
	}
	return "neither for nor against"
}

func sureness(confidence float64) string {
	switch {
	case confidence < 0.5:
		return surenessNames[0]
	case confidence < 0.8:
		return surenessNames[1]
	}
	return surenessNames[2]
}

// years are the years in which something was said, oldest first.
func years(all []said) []string {
	var out []string
	for _, s := range all {
		if year, _, _ := strings.Cut(s.statement.Date, "-"); len(year) == 4 {
			out = append(out, year)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// order sorts what is listed.
type order int

const (
	byDate order = iota
	leastSure
	byActor
	strongest
)

// orderNames are the orders as people read them.
var orderNames = []string{"date", "least sure first", "actor", "strongest first"}

// sorted puts statements, which are in the order of their dates, into an order.
func (o order) sort(list []said, name func(actor string) string) {
	switch o {
	case leastSure:
		slices.SortStableFunc(list, func(a, b said) int { return cmp.Compare(a.confidence(), b.confidence()) })
	case byActor:
		slices.SortStableFunc(list, func(a, b said) int { return cmp.Compare(name(a.statement.Actor), name(b.statement.Actor)) })
	case strongest:
		slices.SortStableFunc(list, func(a, b said) int { return cmp.Compare(b.strength(), a.strength()) })
	}
}

// strength is how far from the middle a statement stands, -1 without a position.
func (s said) strength() float64 {
	if s.coding == nil || s.coding.None {
		return -1
	}
	return max(s.coding.Stance, -s.coding.Stance)
}
