package positions

import (
	"fmt"
	"testing"
)

func TestDisputes(t *testing.T) {
	c := func(statement, coder string, stance float64) Coding {
		return Coding{Statement: statement, Issue: "deal", Coder: coder, Stance: stance}
	}
	none := Coding{Statement: "d", Issue: "deal", Coder: "Ada", None: true}
	got := Disputes([]Coding{
		c("a", Machine, 1.4), c("a", "Ada", 1), // one step when rounded
		c("b", Machine, 1), c("b", "Bo", 2), c("b", "Ada", -1),
		c("c", Machine, 2), c("c", "Ada", 0), c("c", "Ada", 2), // came round
		c("d", Machine, 0), none,
		c("e", "Ada", -2), // alone
		c("f", Machine, 1), c("f", "Ada", 2),
	})
	var list []string
	for _, d := range got {
		line := fmt.Sprintf("%s%d", d.Statement, d.Apart)
		for _, c := range d.Codings {
			line += " " + c.Coder
		}
		list = append(list, line)
	}
	if want := "[d5 Ada machine b3 Ada Bo machine f1 Ada machine]"; fmt.Sprint(list) != want {
		t.Errorf("disputes %v, want %s", list, want)
	}
}

// What Disputes lists and what Alpha counts as perfect agreement exclude each other.
func TestNoDisputeIsPerfectAgreement(t *testing.T) {
	var all []Coding
	for i := range 20 {
		for _, coder := range []string{"Ada", Machine} {
			all = append(all, Coding{Statement: fmt.Sprint(i), Issue: "deal", Coder: coder, Stance: float64(i%5 - 2)})
		}
	}
	if a := Alpha(all, Nominal).Alpha; a != 1 || len(Disputes(all)) != 0 {
		t.Errorf("alpha %v with %d disputes", a, len(Disputes(all)))
	}
	all[7].Stance = -2
	if a := Alpha(all, Nominal).Alpha; a >= 1 || len(Disputes(all)) != 1 {
		t.Errorf("alpha %v with %d disputes", a, len(Disputes(all)))
	}
}
