package app

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"hexapla/analysis/article"
	"hexapla/widgets/scene"
)

func (u *person) positions() *positionsScreen {
	return u.shell.screens[screenPositions].(*positionsScreen)
}

// TestEventsAreEditedInPlace adds, renames, moves and removes an event as the chart tells of it; each is
// one step to undo.
func TestEventsAreEditedInPlace(t *testing.T) {
	u := openSample(t)
	u.command("Positions")
	s := u.positions()
	before := len(s.events())
	at := func(date, label string) int {
		for i, e := range s.events() {
			if e.Date == date && e.Label == label {
				return i
			}
		}
		return -1
	}
	day, _ := scene.ParseDay("2020-09-19")
	s.setEvent(article.SetEvent{Date: day.ISO()}, article.SetEvent{Date: day.ISO(), Label: "snapback"})
	if at("2020-09-19", "snapback") < 0 {
		t.Fatal("the event is not added")
	}
	s.moveEvent(at("2020-09-19", "snapback"), day+1)
	if at("2020-09-20", "snapback") < 0 || len(s.events()) != before+1 {
		t.Errorf("after a move the events are %v", s.events())
	}
	e := s.events()[at("2020-09-20", "snapback")]
	s.setEvent(e, article.SetEvent{Date: e.Date, Label: "sanctions return"})
	if at("2020-09-20", "sanctions return") < 0 || len(s.events()) != before+1 {
		t.Errorf("after renaming the events are %v", s.events())
	}
	shown := s.chart.Chart().Events
	if i := at("2020-09-20", "sanctions return"); i >= len(shown) || shown[i].At != day+1 {
		t.Error("the chart marks the event elsewhere")
	}
	s.setEvent(s.events()[at("2020-09-20", "sanctions return")], article.SetEvent{Date: "2020-09-20"})
	if len(s.events()) != before {
		t.Error("the event is not removed")
	}
	for _, want := range []string{"sanctions return", "snapback"} {
		u.command("Undo")
		if at("2020-09-20", want) < 0 {
			t.Errorf("after an undo there is no %s", want)
		}
	}
	u.command("Undo")
	if at("2020-09-19", "snapback") < 0 {
		t.Error("undoing the move does not bring the event back")
	}
}

// TestOverview goes through the lower half and narrows the chart to the actors of a line.
func TestOverview(t *testing.T) {
	u := openSample(t)
	u.command("Positions")
	s := u.positions()
	for kind, name := range overviewKinds {
		s.below.choose(kind)
		if len(s.below.stack.Objects) != 1 {
			t.Errorf("%s shows %d things", name, len(s.below.stack.Objects))
		}
	}
	shown := func() (out []string) {
		for _, series := range s.chart.Chart().Series {
			if !series.Hidden {
				out = append(out, series.ID)
			}
		}
		return out
	}
	all := fmt.Sprint(shown())
	s.below.only(0, 1)
	if n := len(shown()); n != 2 {
		t.Errorf("a line of the network leaves %d actors in the chart", n)
	}
	s.below.only(0, 1)
	if got := fmt.Sprint(shown()); got != all {
		t.Errorf("the same line again shows %s, want %s", got, all)
	}
	s.below.choose(overNetwork)
	whole := len(s.below.network.Agreement().Actors)
	s.below.from, s.below.to = "2013-01-01", "2013-12-31"
	s.below.show()
	if n := len(s.below.network.Agreement().Actors); n == 0 || n >= whole {
		t.Errorf("in one year %d of %d actors speak", n, whole)
	}
	s.below.choose(overTable)
	if len(s.below.rows) == 0 {
		t.Fatal("the table of periods is empty")
	}
	s.below.open(0)
	if got := u.session.View().Statement; got != s.below.rows[0].Statements[0] {
		t.Errorf("a period opens %s", got)
	}
}

func TestOutletNarrowsTheChart(t *testing.T) {
	u := openSample(t)
	u.command("Positions")
	s := u.positions()
	count := func() (n int) {
		for _, series := range s.chart.Chart().Series {
			n += len(series.Points)
		}
		return n
	}
	all, sum := count(), 0
	for _, outlet := range append(outletsOf(s.record), "nobody's") {
		s.from = outlet
		s.show(0)
		sum += count()
	}
	if sum != all {
		t.Errorf("the outlets have %d points together, all have %d", sum, all)
	}
}

// TestChartsAreExported writes every picture in every format, and the data.
func TestChartsAreExported(t *testing.T) {
	u := openSample(t)
	u.command("Positions")
	s := u.positions()
	dir := t.TempDir()
	for i, x := range s.exportables() {
		for _, ending := range x.endings {
			file := filepath.Join(dir, fmt.Sprint(i)+ending)
			s.exportTo(file, x.write)
			if info, err := os.Stat(file); err != nil || info.Size() < 500 {
				t.Errorf("%s as %s: %v", x.name, ending, err)
			}
		}
	}
}
