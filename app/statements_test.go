package app

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/app/session"
	"hexapla/widgets"
)

func (u *person) statements() *statements {
	return u.shell.screens[screenStatements].(*statements)
}

// strike types keys while nothing has the focus, as somebody does who has just come to a screen.
func (u *person) strike(keys string) {
	u.window.Canvas().Unfocus()
	for _, r := range keys {
		u.loneRune(r)
	}
}

// TestQueueByKeyboard walks through the queue by keys alone: the least sure first, each judgement goes
// on to the next, and all of it can be taken back.
func TestQueueByKeyboard(t *testing.T) {
	u := openSample(t)
	u.command("Statements")
	s := u.statements()
	u.strike("q")
	waiting := len(s.listed)
	if waiting < 10 {
		t.Fatalf("%d statements wait", waiting)
	}
	for i := 1; i < waiting; i++ {
		if s.listed[i].confidence() < s.listed[i-1].confidence() {
			t.Fatal("a surer statement stands before a less sure one")
		}
	}
	first, second, third := s.listed[0].statement.ID, s.listed[1].statement.ID, s.listed[2].statement.ID
	u.strike("c")
	u.wait()
	if got := s.listed[s.at].statement.ID; got != second || len(s.listed) >= waiting {
		t.Errorf("after a confirmation %s is looked at, want %s; %d of %d wait", got, second, len(s.listed), waiting)
	}
	u.strike("5")
	u.wait()
	if got := s.listed[s.at].statement.ID; got != third {
		t.Errorf("after a coding %s is looked at, want %s", got, third)
	}
	u.strike("x")
	u.wait()
	status, stance := map[string]string{}, map[string]float64{}
	for _, one := range newRecord(u.session.Result()).all {
		status[one.statement.ID] = one.status
		if one.coding != nil {
			stance[one.statement.ID] = one.coding.Stance
		}
	}
	if status[first] != analysis.Confirmed || status[second] != "by hand" || stance[second] != 2 || status[third] != analysis.Rejected {
		t.Errorf("they are %s, %s at %v, %s", status[first], status[second], stance[second], status[third])
	}
	for range 3 {
		u.command("Undo")
		u.wait()
	}
	u.strike("q")
	if len(s.listed) != waiting || s.listed[0].statement.ID != first {
		t.Errorf("after three undos %d wait, want %d", len(s.listed), waiting)
	}
}

func TestArrowsReachTheTable(t *testing.T) {
	u := openSample(t)
	u.command("Statements")
	u.window.Canvas().Unfocus()
	for range 3 {
		u.loneKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if got := u.statements().table.Selected(); got != 2 {
		t.Errorf("three arrows down select row %d", got)
	}
}

func TestSieve(t *testing.T) {
	u := openSample(t)
	rec := newRecord(u.session.Result())
	count := func(f sieve) (n int) {
		for _, s := range rec.all {
			if f.passes(s) {
				n++
			}
		}
		return n
	}
	all := count(sieve{})
	if all != len(rec.all) {
		t.Fatalf("an empty sieve lets %d of %d through", all, len(rec.all))
	}
	parts := func(name string, values []string, with func(string) sieve) {
		sum := 0
		for _, v := range values {
			sum += count(with(v))
		}
		if sum != all {
			t.Errorf("the parts by %s hold %d statements, want %d", name, sum, all)
		}
	}
	parts("stance", stanceNames, func(v string) sieve { return sieve{stance: v} })
	parts("confidence", surenessNames, func(v string) sieve { return sieve{sureness: v} })
	parts("year", years(rec.all), func(v string) sieve { return sieve{from: v, to: v} })
	if n := count(sieve{from: "2022-08-08", to: "2022-08-08", actor: "CHN"}); n == 0 || n == all {
		t.Errorf("%d statements by China on the day", n)
	}
	if n := count(sieve{coder: "nobody"}); n != 0 {
		t.Errorf("nobody coded %d statements", n)
	}
}

// TestCodingMovesToAnotherIssue: choosing another issue takes the coding along, in one step.
func TestCodingMovesToAnotherIssue(t *testing.T) {
	u := openSample(t)
	u.command("Statements")
	s := u.statements()
	u.strike("q")
	one := s.listed[slices.IndexFunc(s.listed, func(o said) bool { return o.strength() > 0 })]
	other := ""
	for _, i := range u.session.Codebook().Issues {
		if i.ID != one.issue() {
			other = i.ID
			break
		}
	}
	s.panel.coding.choose(one, other)
	u.wait()
	var on []string
	for _, c := range u.session.Result().Codings {
		if c.Statement == one.statement.ID && c.Coder != positions.Machine && !c.None {
			on = append(on, c.Issue)
		}
	}
	if !slices.Equal(on, []string{other}) {
		t.Errorf("it is coded on %v, want %s", on, other)
	}
	u.command("Undo")
	if n := len(u.session.State().Codes); n != 0 {
		t.Errorf("one undo leaves %d codes", n)
	}
}

func TestAgreementSheet(t *testing.T) {
	u := openSample(t)
	u.command("Statements")
	s := u.statements()
	if got := agreementWithMachine(u.session.Result()); got != "" {
		t.Errorf("with one coder the status line says %q", got)
	}
	var sides [2][]said // for and against
	for _, one := range s.record.all {
		if side := one.side(); one.is(toReview) && one.strength() > 0.6 && (side == "for" || side == "against") {
			sides[btoi(side == "against")] = append(sides[btoi(side == "against")], one)
		}
	}
	var acts []article.Act
	for _, one := range append(sides[0][1:8], sides[1][:4]...) {
		acts = append(acts, article.JudgeStatement{Content: one.anchors(), Status: analysis.Confirmed})
	}
	disputed := sides[0][0]
	check(t, u.session.Do(append(acts, article.Code{Content: disputed.anchors(), Issue: disputed.issue(), Stance: -2})...))
	u.wait()
	a := &agreementSheet{desk: u.Desk, record: newRecord(u.session.Result())}
	found := positions.Disputes(a.readings())
	if len(found) != 1 || found[0].Statement != disputed.statement.ID {
		t.Fatalf("disputes %+v", found)
	}
	if got := agreementWithMachine(u.session.Result()); !strings.Contains(got, "α 0.") || strings.Contains(got, "α 0.00") {
		t.Errorf("the status line says %q", got)
	}
	u.command("Library")
	u.command("Agreement between coders…")
	u.openStatement(found[0].Statement, found[0].Issue)
	if u.shell.current != screenStatements || s.listed[s.at].statement.ID != disputed.statement.ID {
		t.Errorf("it opens %s on %s", s.listed[s.at].statement.ID, u.shell.current)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestCodebookThroughAFile: what is written can be loaded again, in one step that can be undone.
func TestCodebookThroughAFile(t *testing.T) {
	u := openSample(t)
	check(t, u.setIssue(positions.Issue{Proposition: "The talks should go on", About: []string{"talks"}, Pro: []string{"resume"}}))
	check(t, u.setIssue(positions.Issue{Proposition: "The talks should go on in Vienna", About: []string{"Vienna"}}))
	before := u.codebook()
	if n := len(before.Issues); before.Issues[n-1].ID == before.Issues[n-2].ID {
		t.Error("two issues have one name")
	}
	file := filepath.Join(t.TempDir(), "codebook.yaml")
	u.saveCodebook(file)
	for _, i := range before.Issues[1:] {
		check(t, u.session.Do(article.RemoveIssue{ID: i.ID}))
	}
	u.loadCodebook(file)
	for _, want := range before.Issues {
		if !slices.ContainsFunc(u.codebook().Issues, func(got positions.Issue) bool { return reflect.DeepEqual(got, want) }) {
			t.Errorf("%s does not come back as it was", want.ID)
		}
	}
	u.command("Undo")
	if n := len(u.codebook().Issues); n != 1 {
		t.Errorf("after undoing the loading %d issues are left, want 1", n)
	}
	check(t, os.WriteFile(file, []byte("issues: [{id: x}]"), 0o644))
	u.loadCodebook(file)
	if u.window.Canvas().Overlays().Top() == nil || len(u.codebook().Issues) != 1 {
		t.Error("a broken codebook is taken in without a word")
	}
	if err := u.setIssue(positions.Issue{Proposition: "Nothing speaks of it"}); err == nil {
		t.Error("an issue without phrases is taken")
	}
}

// TestTurnAPhraseRound: the codebook shows on which side each phrase is read; a click puts it on the
// other and marks it, can be undone, and a change of the issue's words keeps it there.
func TestTurnAPhraseRound(t *testing.T) {
	u := openSample(t)
	issue := positions.Issue{ID: "game", Proposition: "Politics is a zero-sum game", About: []string{"zero-sum", "win-win"}}
	check(t, u.setIssue(issue))
	against := func() []string { n := len(u.codebook().Issues); return u.codebook().Issues[n-1].Against }
	tap := func(words string) {
		t.Helper()
		for _, o := range test.LaidOutObjects(u.window.Canvas().Overlays().Top()) {
			if p, ok := o.(*widgets.Pill); ok && p.Text() == words {
				test.Tap(p)
				return
			}
		}
		t.Fatalf("the codebook does not show %q", words)
	}
	u.command("Codebook…")
	tap("win-win")
	if got := against(); !slices.Equal(got, []string{"win-win"}) {
		t.Fatalf("against it are read %q", got)
	}
	tap("win-win ✓")
	if got := against(); len(got) > 0 {
		t.Errorf("turned round twice, against it are read %q", got)
	}
	u.command("Undo")
	form := newIssueForm(u.codebook().Issues[len(u.codebook().Issues)-1])
	form.proposition.SetText("Trade is a zero-sum game")
	check(t, u.setIssue(form.issue()))
	if got := against(); !slices.Equal(got, []string{"win-win"}) {
		t.Errorf("after a change of words, against it are read %q", got)
	}
	form.about.SetText("zero-sum")
	if got := form.issue().Against; len(got) > 0 {
		t.Errorf("a phrase that is gone keeps its side: %q", got)
	}
}

// TestBackToTheChart: from a point to its sentence and back the chart stands as it was.
func TestBackToTheChart(t *testing.T) {
	u := openSample(t)
	u.command("Positions")
	s := u.shell.screens[screenPositions].(*positionsScreen)
	s.chart.SetRange(17000, 18000)
	s.look(s.points[3])
	from, to := s.chart.Range()
	s.panel.table.OnTapped()
	if u.shell.current != screenStatements || u.statements().listed[u.statements().at].statement.ID != s.points[3] {
		t.Fatal("the point's statement is not shown in the table")
	}
	u.command("Back")
	if f, l := s.chart.Range(); u.shell.current != screenPositions || f != from || l != to || s.chart.Selected() != s.points[3] {
		t.Errorf("back on %s from %v to %v at %s", u.shell.current, f, l, s.chart.Selected())
	}
	s.panel.open()
	u.command("Back")
	if u.shell.current != screenPositions {
		t.Errorf("back from the article it shows %s", u.shell.current)
	}
	u.session.Look(func(v *session.View) { v.Screen = screenLibrary })
}

func TestNotTheSameSaying(t *testing.T) {
	u := openSample(t)
	u.command("Statements")
	s := u.statements()
	at := slices.IndexFunc(s.listed, func(o said) bool { return o.reports > 1 })
	if at < 0 {
		t.Fatal("no saying is reported twice")
	}
	s.look(at)
	id, reports := s.listed[at].statement.ID, s.listed[at].reports
	if !s.panel.apart.Visible() {
		t.Error("nothing takes the reports apart")
	}
	s.panel.split()
	u.wait()
	if got := s.record.all[s.record.byID[id]].reports; got != 1 {
		t.Errorf("apart it has %d reports", got)
	}
	u.window.Canvas().Unfocus()
	u.command("Undo")
	u.wait()
	if got := s.record.all[s.record.byID[id]].reports; got != reports {
		t.Errorf("after an undo it has %d reports, want %d", got, reports)
	}
}

// TestPlaceAmong: a statement on two issues has two rows and is counted once.
func TestPlaceAmong(t *testing.T) {
	a, b, c := &attribution.Statement{ID: "a"}, &attribution.Statement{ID: "b"}, &attribution.Statement{ID: "c"}
	listed := []said{{statement: a}, {statement: b}, {statement: a}, {statement: c}}
	for id, want := range map[string]int{"a": 1, "b": 2, "c": 3, "none": 0} {
		if at, all := placeAmong(listed, id); at != want || all != 3 {
			t.Errorf("%s is %d of %d, want %d of 3", id, at, all, want)
		}
	}
}
