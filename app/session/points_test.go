package session_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/app/report"
	"hexapla/app/session"
	"hexapla/widgets/scene"
)

// opinions are sentences that each have a position on one issue of the default codebook.
var opinions = []string{
	"The nuclear deal must be preserved.",
	"This nuclear agreement was a terrible mistake.",
	"We reject the unilateral sanctions.",
	"The sanctions are illegal and must be lifted.",
	"Our government is committed to the fight against climate change.",
	"There is an urgent need for a ceasefire.",
	"Free trade must be defended against protectionism.",
	"We will never stop defending human rights.",
	"Withdrawing from the nuclear deal was wrong.",
	"The world needs the Paris Agreement.",
}

// fillers say nothing on any issue.
var fillers = []string{
	"The meeting took place in the old town hall.", "Rain had fallen since the morning.", "Delegates ate lunch at noon.",
	"The hall was built in the nineteenth century.", "日内瓦的天气很好。",
}

// page is an article of paragraphs; those with an opinion quote it.
type page struct{ paragraphs []string }

func (p page) text() string { return strings.Join(p.paragraphs, "\n\n") + "\n" }

// edited is the page with something put in, taken out, moved or written otherwise; opinions stay as
// they are worded.
func (p page) edited(random *rand.Rand) page {
	out := page{slices.Clone(p.paragraphs)}
	for range 1 + random.IntN(4) {
		at := random.IntN(len(out.paragraphs))
		switch random.IntN(5) {
		case 0:
			out.paragraphs = slices.Insert(out.paragraphs, at, fillers[random.IntN(len(fillers))])
		case 1:
			if len(out.paragraphs) > 2 {
				out.paragraphs = slices.Delete(out.paragraphs, at, at+1)
			}
		case 2:
			other := random.IntN(len(out.paragraphs))
			out.paragraphs[at], out.paragraphs[other] = out.paragraphs[other], out.paragraphs[at]
		case 3:
			out.paragraphs[at] = strings.Replace(out.paragraphs[at], "the minister said", "Foreign Minister Ada Brandt said in Genève", 1)
		case 4:
			out.paragraphs = slices.Insert(out.paragraphs, at, strings.Repeat(fillers[random.IntN(len(fillers))]+" ", 1+random.IntN(6)))
		}
	}
	return out
}

func newPage(random *rand.Rand) page {
	var p page
	for _, i := range random.Perm(len(opinions))[:4+random.IntN(5)] {
		p.paragraphs = append(p.paragraphs, fmt.Sprintf("“%s” the minister said on Monday.", opinions[i]))
		if random.IntN(2) == 0 {
			p.paragraphs = append(p.paragraphs, fillers[random.IntN(len(fillers))])
		}
	}
	return p
}

// opened is the sentences that a point of a chart opens: the words of its statement in the text as it
// is now, without their marks. Mostly it is one; a statement goes on behind "the minister said".
func opened(t *testing.T, s *session.Session, p scene.ChartPoint) []string {
	t.Helper()
	r := s.Result()
	var found [][]string
	for _, st := range r.Statements {
		if st.ID != p.ID {
			continue
		}
		for _, v := range r.Versions {
			if v.Article.ID == st.Article {
				if now, err := s.Article(st.Article); err != nil || now.Text != v.Article.Text {
					t.Fatal("the result is not of the text as it is now")
				}
				var words []string
				for _, span := range st.Content {
					words = append(words, strings.Trim(span.Of(v.Article.Text), "“”"))
				}
				found = append(found, words)
			}
		}
	}
	if len(found) != 1 {
		t.Fatalf("point %s opens %d statements", p.ID, len(found))
	}
	return found[0]
}

// checkPoints checks that the charts show every opinion of the page, and that every point opens its own.
func checkPoints(t *testing.T, s *session.Session, p page, values map[string]float64, when string) {
	t.Helper()
	var want, got []string
	for _, paragraph := range p.paragraphs {
		for _, o := range opinions {
			if strings.Contains(paragraph, o) {
				want = append(want, o)
			}
		}
	}
	for _, issue := range report.Issues(s.Result()) {
		for _, series := range report.Chart(s.Result(), issue).Series {
			for _, point := range series.Points {
				sentences := opened(t, s, point)
				got = append(got, sentences...)
				for _, sentence := range sentences {
					if !slices.Contains(opinions, sentence) || !strings.Contains(point.Tip, sentence) {
						t.Errorf("%s: point %s (%s) opens %q", when, point.ID, point.Tip, sentence)
					}
				}
				key := issue + strings.Join(sentences, " ")
				if before, ok := values[key]; ok && before != point.Value {
					t.Errorf("%s: %q is at %g, was at %g", when, sentences, point.Value, before)
				}
				values[key] = point.Value
			}
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if got = slices.Compact(got); !slices.Equal(slices.Compact(want), got) {
		t.Errorf("%s: points open %q, want %q", when, got, want)
	}
}

// TestPointsOpenTheirSentences: whatever is done to the text of an article (edited here, its file changed
// and read again, undone), every point of every chart opens the sentence that it stands for, and what
// was selected stays selected.
func TestPointsOpenTheirSentences(t *testing.T) {
	const rounds, edits = 4, 4
	l := newLoop(t)
	for seed := range uint64(rounds) {
		random := rand.New(rand.NewPCG(seed, 46))
		s, now := l.create(), newPage(random)
		path := filepath.Join(t.TempDir(), "talks.txt")
		write := func(p page) { check(t, os.WriteFile(path, []byte(p.text()), 0o644)) }
		write(now)
		s.Import([]string{path}, func(session.Imported) {})
		l.turn(s)
		id := s.State().Articles[0].ID
		check(t, s.Do(article.SetMeta{Article: id, Field: "date", Value: "2021-05-04"}))
		l.turn(s)
		values := map[string]float64{}
		checkPoints(t, s, now, values, "at first")

		for n := range edits {
			selected := l.selectPoint(s, random)
			before := now
			now = now.edited(random)
			when := fmt.Sprintf("round %d, edit %d", seed, n)
			if n%2 == 0 {
				check(t, s.Do(article.EditText{Article: id, Text: now.text()}))
			} else {
				write(now)
				check(t, s.Reimport(id))
			}
			l.turn(s)
			checkPoints(t, s, now, values, when)
			l.checkSelected(s, now, selected, when)
			if n == 1 {
				check(t, s.Undo())
				l.turn(s)
				now = before
				checkPoints(t, s, now, values, when+" undone")
			}
		}
	}
}

// selectPoint selects a point and returns its sentence.
func (l *loop) selectPoint(s *session.Session, random *rand.Rand) string {
	var all []scene.ChartPoint
	for _, issue := range report.Issues(s.Result()) {
		for _, series := range report.Chart(s.Result(), issue).Series {
			all = append(all, series.Points...)
		}
	}
	if len(all) == 0 {
		return ""
	}
	point := all[random.IntN(len(all))]
	s.Look(func(v *session.View) { v.Statement = point.ID })
	return opened(l.t, s, point)[0]
}

func (l *loop) checkSelected(s *session.Session, p page, sentence, when string) {
	l.t.Helper()
	selected := s.View().Statement
	there := sentence != "" && strings.Contains(p.text(), sentence)
	switch {
	case there && selected == "":
		l.t.Errorf("%s: %q is no longer selected", when, sentence)
	case there:
		if got := opened(l.t, s, scene.ChartPoint{ID: selected}); !slices.Contains(got, sentence) {
			l.t.Errorf("%s: %q was selected, now %q is", when, sentence, got)
		}
	}
}
