package report_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/positions"
	"hexapla/app/report"
	"hexapla/widgets/scene"
)

// exported is what a reader of the JSON report needs to draw its charts: nothing here comes from the
// program but the drawing itself.
type exported struct {
	Bandwidth float64
	Versions  []struct{ ID, Text string }
	Codebook  struct {
		Issues []struct{ ID, Proposition string }
	}
	Actors     []struct{ ID, Name string }
	Statements []struct {
		ID      string
		Version string
		Content []struct{ Text string }
	}
	Points []struct {
		Statement, Utterance, Actor, Issue, Date, Coder string
		Stance, Confidence                              float64
		Continues                                       bool
	}
	Curves []struct {
		Issue, Actor string
		Stretches    [][]struct {
			Date            string
			Mean, Low, High float64
		}
	}
	Events []struct{ Date, Label string }
}

// TestChartFromExport: the chart of every issue can be made again from the exported data alone, to the
// last byte of its picture, and the lines again from the exported points.
func TestChartFromExport(t *testing.T) {
	r := fixture(t)
	r.Bandwidth = 120 // of the fixture's curves
	var e exported
	if err := json.Unmarshal(writeOf(t, report.JSON, r, report.Options{}), &e); err != nil {
		t.Fatal(err)
	}
	for _, issue := range report.Issues(r) {
		want, got := report.Chart(r, issue), e.chart(issue)
		if !reflect.DeepEqual(want, got) {
			t.Errorf("%s: the chart made again is another", issue)
		}
		a, b := svg(t, want), svg(t, got)
		if len(want.Series) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s: pictures of %d and %d bytes", issue, len(a), len(b))
		}
	}
	for _, issue := range r.Codebook.Issues {
		if got := positions.Smooth(e.points(issue.ID), e.Bandwidth); !reflect.DeepEqual(got, r.Curves[issue.ID]) {
			t.Errorf("%s: the lines made again from the points are others", issue.ID)
		}
	}
}

func svg(t *testing.T, c scene.Chart) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.WriteChart(&b, "chart.svg", c, scene.Calendar{}, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// points is the exported points of an issue as the smoothing takes them.
func (e exported) points(issue string) []positions.Point {
	var out []positions.Point
	for _, p := range e.Points {
		if p.Issue == issue {
			out = append(out, positions.Point{
				Statement: p.Statement, Utterance: p.Utterance, Actor: p.Actor, Issue: p.Issue, Date: p.Date, Stance: p.Stance,
				Confidence: p.Confidence, Continues: p.Continues, Coder: p.Coder,
			})
		}
	}
	return out
}

// chart makes the chart of an issue again.
func (e exported) chart(issue string) scene.Chart {
	var c scene.Chart
	for _, i := range e.Codebook.Issues {
		if i.ID == issue {
			c.Title = i.Proposition
		}
	}
	for look, actor := range e.byVoice() {
		s := scene.Series{ID: actor, Name: e.name(actor), Look: look}
		for _, p := range e.Points {
			if day, ok := scene.ParseDay(p.Date); ok && p.Issue == issue && p.Actor == actor {
				tip := fmt.Sprintf("%s, %s, %s: %s", s.Name, p.Date, scene.Signed(p.Stance, 1), e.words(p.Statement))
				s.Points = append(s.Points, scene.ChartPoint{ID: p.Statement, At: day, Value: p.Stance, Confidence: p.Confidence, Continues: p.Continues, Tip: tip})
			}
		}
		for _, curve := range e.Curves {
			if curve.Issue == issue && curve.Actor == actor {
				for _, stretch := range curve.Stretches {
					var line []scene.CurvePoint
					for _, p := range stretch {
						day, _ := scene.ParseDay(p.Date)
						line = append(line, scene.CurvePoint{At: day, Mean: p.Mean, Low: p.Low, High: p.High})
					}
					s.Curve = append(s.Curve, line)
				}
			}
		}
		if len(s.Points) > 0 {
			slices.SortStableFunc(s.Points, func(a, b scene.ChartPoint) int { return cmp.Compare(a.At, b.At) })
			c.Series = append(c.Series, s)
		}
	}
	slices.SortStableFunc(c.Series, func(a, b scene.Series) int { return cmp.Compare(len(b.Points), len(a.Points)) })
	for i := range c.Series {
		c.Series[i].Hidden = i >= report.Crowd
	}
	for _, x := range e.Events {
		day, _ := scene.ParseDay(x.Date)
		c.Events = append(c.Events, scene.Event{At: day, Label: x.Label})
	}
	return c
}

// byVoice lists the actors by how many points they have, then by name.
func (e exported) byVoice() []string {
	count := map[string]int{}
	for _, p := range e.Points {
		count[p.Actor]++
	}
	var out []string
	for a := range count {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return out
}

func (e exported) name(actor string) string {
	for _, a := range e.Actors {
		if a.ID == actor && a.Name != "" {
			return a.Name
		}
	}
	return actor
}

// words is a statement's words as a tip quotes them: 160 letters at most, cut between words.
func (e exported) words(statement string) string {
	const most = 160
	for _, s := range e.Statements {
		if s.ID != statement {
			continue
		}
		var parts []string
		for _, p := range s.Content {
			parts = append(parts, p.Text)
		}
		whole := []rune(strings.Join(strings.Fields(strings.Join(parts, " … ")), " "))
		if len(whole) <= most {
			return string(whole)
		}
		cut := string(whole[:most])
		if blank := strings.LastIndexByte(cut, ' '); blank > len(cut)/2 {
			cut = cut[:blank]
		}
		return strings.TrimRight(cut, " ,;:") + "…"
	}
	return ""
}
