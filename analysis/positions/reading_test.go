package positions

import "testing"

// TestReadings: each phrase once, in order, on the side that the proposition puts it.
func TestReadings(t *testing.T) {
	tables, m := tablesForPropositions()
	issue := Issue{ID: "x", Proposition: "The sanctions on Iran should be lifted", About: []string{"sanctions on Iran", "economic pressure", "制裁"}}
	got := tables.Readings(issue, m)
	if len(got) != 3 {
		t.Fatalf("%d readings of 3 phrases", len(got))
	}
	for i, r := range got {
		if r.Phrase != issue.About[i] || r.Chosen || r.Side != 1 && r.Side != -1 {
			t.Errorf("%+v", r)
		}
	}
	if got[0].Side != -1 {
		t.Errorf("a friend of sanctions is for lifting them: %+v", got[0])
	}
}

// TestStand: a person's word about a phrase holds whatever the program reads, turns its codings round,
// and is taken back without a trace.
func TestStand(t *testing.T) {
	tables, m := tablesForPropositions()
	for _, issue := range []Issue{
		{ID: "x", Proposition: "The sanctions on Iran should be lifted", About: []string{"sanctions on Iran"}},
		{ID: "x", Proposition: "Russia threatens its neighbours", About: []string{"Russia", "Kremlin"}},
		{ID: "x", Proposition: "The danger of climate change is exaggerated", About: []string{"climate change"}},
		{ID: "x", Proposition: "Wang Qun must go", About: []string{"Wang Qun"}},
	} {
		for i, before := range tables.Readings(issue, m) {
			turned := issue.Stand(before.Phrase, -before.Side)
			after := tables.Readings(turned, m)[i]
			if after.Side != -before.Side || !after.Chosen {
				t.Errorf("%s: %+v turned is %+v", issue.Proposition, before, after)
			}
			if again := tables.Readings(turned.Stand(before.Phrase, 0), m)[i]; again != before {
				t.Errorf("%s: %+v taken back is %+v", issue.Proposition, before, again)
			}
			if kept := tables.Readings(issue.Stand(before.Phrase, before.Side), m)[i]; kept.Side != before.Side {
				t.Errorf("%s: %+v confirmed is %+v", issue.Proposition, before, kept)
			}
		}
	}
}

// TestStandAdds: a phrase on a side speaks of the issue, too.
func TestStandAdds(t *testing.T) {
	tables, m := tablesForPropositions()
	issue := Issue{ID: "x", Proposition: "Politics is a zero-sum game", About: []string{"zero-sum"}, Against: []string{"win-win"}}
	got := tables.Readings(issue, m)
	if len(got) != 2 || got[1] != (Reading{"win-win", -1, true}) {
		t.Fatalf("%+v", got)
	}
}
