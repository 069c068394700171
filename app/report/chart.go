package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/widgets/scene"
)

// Crowd is how many actors a chart shows at first; with more nobody can follow a line.
const Crowd = 8

// Chart is the positions on one issue as values for scene.PositionChart. An actor has the same look in the chart
// of every issue. Actors beyond the Crowd with the most statements are hidden.
func Chart(r *analysis.Result, issue string) scene.Chart {
	c := scene.Chart{Title: proposition(r, issue)}
	at := map[string]int{}
	for look, actor := range ActorsByVoice(r) {
		at[actor] = len(c.Series)
		c.Series = append(c.Series, scene.Series{ID: actor, Name: ActorName(r, actor), Look: look})
	}
	byID := statementsByID(r)
	for _, p := range r.Points {
		day, ok := scene.ParseDay(p.Date)
		if !ok || p.Issue != issue {
			continue
		}
		s := &c.Series[at[p.Actor]]
		s.Points = append(s.Points, scene.ChartPoint{
			ID: p.Statement, At: day, Value: p.Stance, Confidence: p.Confidence, Continues: p.Continues,
			Tip: tip(r, p, byID[p.Statement]),
		})
	}
	for _, curve := range r.Curves[issue] {
		if i, ok := at[curve.Actor]; ok {
			c.Series[i].Curve = stretches(curve)
		}
	}
	c.Series = slices.DeleteFunc(c.Series, func(s scene.Series) bool { return len(s.Points) == 0 })
	for i := range c.Series {
		slices.SortStableFunc(c.Series[i].Points, func(a, b scene.ChartPoint) int { return cmp.Compare(a.At, b.At) })
	}
	slices.SortStableFunc(c.Series, func(a, b scene.Series) int { return cmp.Compare(len(b.Points), len(a.Points)) })
	for i := range c.Series {
		c.Series[i].Hidden = i >= Crowd
	}
	for _, e := range r.State.Events {
		if day, ok := scene.ParseDay(e.Date); ok {
			c.Events = append(c.Events, scene.Event{At: day, Label: e.Label})
		}
	}
	return c
}

// ActorsByVoice lists the actors that have points, those with the most first.
func ActorsByVoice(r *analysis.Result) []string {
	count := map[string]int{}
	var out []string
	for _, p := range r.Points {
		if count[p.Actor]++; count[p.Actor] == 1 {
			out = append(out, p.Actor)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return out
}

// ActorName is the name of an actor for people.
func ActorName(r *analysis.Result, id string) string {
	i := slices.IndexFunc(r.Actors, func(a attribution.Actor) bool { return a.ID == id })
	if i < 0 || r.Actors[i].Name == "" {
		return id
	}
	return r.Actors[i].Name
}

// HeatMap is the means of the actors with the most points on the issues.
func HeatMap(r *analysis.Result) scene.Grid {
	actors := ActorsByVoice(r)
	actors = actors[:min(len(actors), Crowd)]
	var g scene.Grid
	for _, a := range actors {
		g.Columns = append(g.Columns, ActorName(r, a))
	}
	for _, issue := range Issues(r) {
		row := make([]scene.Cell, len(actors))
		for i, a := range actors {
			row[i] = mean(r.Points, a, issue)
		}
		g.Rows = append(g.Rows, proposition(r, issue))
		g.Cells = append(g.Cells, row)
	}
	return g
}

func mean(points []positions.Point, actor, issue string) scene.Cell {
	var c scene.Cell
	for _, p := range points {
		if p.Actor == actor && p.Issue == issue {
			c.N++
			c.Value += p.Stance
		}
	}
	if c.N > 0 {
		c.Value /= float64(c.N)
	}
	return c
}

// AgreementOf is how near the actors with the most points stand to each other from one ISO day to another; "" leaves
// that end open.
func AgreementOf(r *analysis.Result, from, to string) scene.Agreement {
	between := positions.Between(r.Points, from, to)
	at := map[string]int{}
	for i, a := range between.Actors {
		at[a] = i
	}
	voices := map[string]float64{}
	for _, p := range r.Points {
		voices[p.Actor]++
	}
	var out scene.Agreement
	var rows []int
	for look, a := range ActorsByVoice(r) {
		if i, ok := at[a]; ok && len(rows) < Crowd {
			rows = append(rows, i)
			out.Actors = append(out.Actors, ActorName(r, a))
			out.Looks = append(out.Looks, look)
			out.Voices = append(out.Voices, voices[a])
		}
	}
	for _, i := range rows {
		var cells []scene.Cell
		for _, k := range rows {
			cell := scene.Cell{N: between.Shared[i][k]}
			if cell.N > 0 {
				cell.Value = between.Values[i][k] * scene.Limit
			}
			cells = append(cells, cell)
		}
		out.Pairs = append(out.Pairs, cells)
	}
	return out
}

// Issues lists the issues that somebody spoke on, in the order of the codebook.
func Issues(r *analysis.Result) []string {
	spoken := map[string]bool{}
	for _, p := range r.Points {
		spoken[p.Issue] = true
	}
	var out []string
	for _, i := range r.Codebook.Issues {
		if spoken[i.ID] {
			out = append(out, i.ID)
		}
	}
	return out
}

func proposition(r *analysis.Result, issue string) string {
	for _, i := range r.Codebook.Issues {
		if i.ID == issue && i.Proposition != "" {
			return i.Proposition
		}
	}
	return issue
}

func stretches(c positions.Curve) [][]scene.CurvePoint {
	var out [][]scene.CurvePoint
	for _, stretch := range c.Stretches {
		var points []scene.CurvePoint
		for _, p := range stretch {
			if day, ok := scene.ParseDay(p.Date); ok {
				points = append(points, scene.CurvePoint{At: day, Mean: p.Mean, Low: p.Low, High: p.High})
			}
		}
		out = append(out, points)
	}
	return out
}

// tip is what is shown of a point under the pointer.
func tip(r *analysis.Result, p positions.Point, s attribution.Statement) string {
	return fmt.Sprintf("%s, %s, %s: %s", ActorName(r, p.Actor), p.Date, scene.Signed(p.Stance, 1), short(contentOf(r, s), 160))
}

func statementsByID(r *analysis.Result) map[string]attribution.Statement {
	out := make(map[string]attribution.Statement, len(r.Statements))
	for _, s := range r.Statements {
		out[s.ID] = s
	}
	return out
}

// contentOf is the words of a statement.
func contentOf(r *analysis.Result, s attribution.Statement) string {
	v, ok := versionOf(r, s.Article)
	if !ok {
		return ""
	}
	return contentIn(v, s)
}

func contentIn(v analysis.Version, s attribution.Statement) string {
	var parts []string
	for _, p := range s.Content {
		parts = append(parts, p.Of(v.Article.Text))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " … ")), " ")
}

// short cuts a text between words.
func short(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most])
	if blank := strings.LastIndexByte(cut, ' '); blank > len(cut)/2 {
		cut = cut[:blank]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}
