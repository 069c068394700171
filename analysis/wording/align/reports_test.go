package align

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// Two events, each told by two reporters who did not read each other.
var reports = []struct {
	a, b string
	both map[[2]int]bool // sentences that say the same
}{
	{`The central bank of Norvia raised its key interest rate by half a point to 6.25 percent on Thursday.
It was the fourth increase this year.
Governor Lena Stroud said inflation remained far too high.
Consumer prices rose 8.1 percent in September from a year earlier.
The crown gained 0.7 percent against the euro after the announcement.
Most economists polled by the newspaper Handel had expected a smaller step.
Two of the seven members of the board voted against the decision.
The bank now expects the economy to shrink by 0.4 percent next year.
Trade unions criticised the move.
"Workers will pay with their jobs," said Per Aalto, who leads the largest union.
The next meeting of the board is on December 12.
Mortgage payments for an average family will rise by 90 crowns a month, the bank estimates.`,
		`Homeowners in Norvia face higher bills after a surprise decision of the central bank.
Its board lifted the benchmark rate to 6.25 percent from 5.75 percent.
An average household will pay about 90 crowns more each month for its mortgage.
Karin Lund, a nurse from Osby, bought a flat last year.
"I do not know how we can manage," she said.
Inflation is still much too high, governor Lena Stroud told a news conference.
Prices had climbed 8.1 percent over twelve months.
Banks said they would pass the increase on within weeks.
Shares of builders fell by 3 percent in Osby.
Union leader Per Aalto warned that workers would lose their jobs.
The opposition demanded tax relief for families.
The government said it would present its budget in November as planned.
The bank forecasts a decline of gross domestic product of 0.4 percent in the coming year.`,
		map[[2]int]bool{{0, 1}: true, {11, 2}: true, {2, 5}: true, {3, 6}: true, {9, 9}: true, {7, 12}: true}},
	{`Foreign ministers of six nations failed to agree on a new fishing treaty after three days of talks in Lisbon.
The talks broke down over the share of cod that each country may catch.
Iceland and Norway demanded larger quotas, diplomats said.
The European Union's delegate, Marta Ruiz, called the outcome disappointing.
Scientists say that cod stocks have fallen by 40 percent since 2010.
A further round is planned for March in Reykjavik.
Environmental groups accused the ministers of ignoring the science.
"The sea cannot wait," said Tom Berge of Ocean Alert.
The present agreement runs out at the end of the year.
Fishermen in Peniche blocked the harbour for an hour on Friday.`,
		`Environmentalists reacted with anger to the collapse of the Lisbon conference on fish.
Tom Berge, spokesman for Ocean Alert, said that the sea could not wait.
The organisation has 200,000 members in 14 countries.
Negotiators from six countries had spent three days in the Portuguese capital without a result.
According to researchers, there are 40 percent fewer cod than in 2010.
Overfishing and warmer water are to blame, they say.
The delegations could not settle how much cod each nation is allowed to land.
The ministers will meet again in Reykjavik in March.
Without a new treaty there will be no limits from January on, as the old one expires in December.
Supermarkets expect higher prices.
A petition for a ban on bottom trawling was signed by half a million people.`,
		map[[2]int]bool{{7, 1}: true, {0, 3}: true, {4, 4}: true, {1, 6}: true, {5, 7}: true, {8, 8}: true}},
}

// linked lists the sentences that are linked, by text.
func linked(t *testing.T, a, b string) [][2]int {
	t.Helper()
	m, _ := manuals(t)
	var out [][2]int
	for _, l := range mustPair(t, sideOf("en", strings.Split(a, "\n")...), sideOf("en", strings.Split(b, "\n")...), Options{Model: m}) {
		for _, i := range l.A {
			for _, j := range l.B {
				out = append(out, [2]int{i, j})
			}
		}
	}
	return out
}

// Of two reports of one event, sentences that say the same are linked wherever they stand, and hardly
// any others.
func TestReportsOfOneEvent(t *testing.T) {
	right, given, wanted := 0, 0, 0
	for _, r := range reports {
		for _, l := range linked(t, r.a, r.b) {
			given++
			right += one(r.both[l])
		}
		wanted += len(r.both)
	}
	t.Logf("%d of %d linked are right, of %d", right, given, wanted)
	if right*10 < given*9 || right*2 < wanted {
		t.Errorf("%d of %d linked are right, of %d", right, given, wanted)
	}
}

// Reports of different events have nothing, or next to nothing, in common.
func TestReportsOfDifferentEvents(t *testing.T) {
	for _, pair := range [][2]string{{reports[0].a, reports[1].b}, {reports[1].a, reports[0].b}} {
		if l := linked(t, pair[0], pair[1]); len(l) > 1 {
			t.Errorf("linked %v", l)
		}
	}
}

// However a version is reworded, it is aligned as a version: what has no word in common stands where it
// belongs.
func TestVersionsAreNoReports(t *testing.T) {
	lines := invented(40, 600, 8)
	other := translated(lines)
	for i := range other {
		if i%3 == 0 {
			other[i] = strings.Join(slices.Repeat([]string{"zzz"}, 12), " ") + "."
		}
	}
	links, err := Pair(context.Background(), sideOf("en", lines...), sideOf("en", other...), Options{})
	if err != nil {
		t.Fatal(err)
	}
	alone := 0
	for _, l := range links {
		alone += one(len(l.A) == 0 || len(l.B) == 0)
	}
	if alone > len(lines)/4 {
		t.Errorf("%d of %d lines are alone", alone, len(lines))
	}
}
