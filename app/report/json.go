package report

import (
	"encoding/json"
	"io"
	"math"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

// span is a stretch of a version's text, in bytes.
type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

func spanOf(s string, p text.Span) span { return span{p.Start, p.End, p.Of(s)} }

// document is the report as JSON: everything from which its pages can be made again. Lists are never null.
type document struct {
	Title       string             `json:"title"`
	Question    string             `json:"question"`
	Date        string             `json:"date"`
	Program     string             `json:"program"`
	Summary     []string           `json:"summary"`
	Versions    []jsonVersion      `json:"versions"`
	Comparisons []jsonComparison   `json:"comparisons"`
	Codebook    positions.Codebook `json:"codebook"`
	Actors      []jsonActor        `json:"actors"`
	Statements  []jsonStatement    `json:"statements"`
	Positions   []jsonPosition     `json:"positions"`
	Points      []jsonPoint        `json:"points"`
	Curves      []jsonCurve        `json:"curves"`
	Bandwidth   number             `json:"bandwidth"` // of the curves: standard deviation of the kernel in days
	Events      []article.SetEvent `json:"events"`
	Rules       []jsonRule         `json:"rules"` // of stance, as the machine coded
	Notes       []jsonNote         `json:"notes"`
}

// number is a figure; what is not one (a mean of nothing) is null.
type number float64

// MarshalJSON writes the number as people would.
func (n number) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) || math.IsInf(float64(n), 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

type jsonVersion struct {
	ID       article.ID    `json:"id"`
	File     string        `json:"file"`
	SHA256   string        `json:"sha256"`
	Title    string        `json:"title"`
	Outlet   string        `json:"outlet"`
	Date     string        `json:"date"`
	Language text.Language `json:"language"`
	Role     string        `json:"role"`
	Text     string        `json:"text"`
	Segments [][2]int      `json:"segments"`
}

type jsonComparison struct {
	Story       string           `json:"story"`
	Versions    []int            `json:"versions"` // into the list of versions
	Sigla       []string         `json:"sigla"`
	Rows        []jsonRow        `json:"rows"`
	Differences []jsonDifference `json:"differences"`
}

type jsonRow struct {
	Segments [][]int `json:"segments"`
	Score    number  `json:"score"`
	Origin   string  `json:"origin"`
}

type jsonDifference struct {
	Row      int           `json:"row"`
	Kind     string        `json:"kind"`
	Severity number        `json:"severity"`
	Reason   string        `json:"reason"`
	Readings []jsonReading `json:"readings"`
	Departs  []int         `json:"departs"`
	Evidence []jsonWeight  `json:"evidence"`
	Status   string        `json:"status"`
	Coder    string        `json:"coder"`
	Note     string        `json:"note"`
	MQM      string        `json:"mqm"`
}

type jsonReading struct {
	Version int `json:"version"` // column
	span
}

type jsonWeight struct {
	Rule   string `json:"rule"`
	Weight number `json:"weight"`
	Words  string `json:"words"`
}

type jsonActor struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
}

type jsonStatement struct {
	ID         string       `json:"id"`
	Version    article.ID   `json:"version"`
	Date       string       `json:"date"`
	Speaker    string       `json:"speaker"`
	Actor      string       `json:"actor"`
	Addressee  string       `json:"addressee"`
	Utterance  string       `json:"utterance"`
	Continues  bool         `json:"continues"`
	Confidence number       `json:"confidence"`
	Content    []span       `json:"content"`
	Codings    []jsonCoding `json:"codings"`
}

type jsonCoding struct {
	Issue      string       `json:"issue"`
	Stance     *number      `json:"stance"` // null: speaks of the issue without a position
	Force      string       `json:"force"`
	Certainty  string       `json:"certainty"`
	Confidence number       `json:"confidence"`
	Coder      string       `json:"coder"`
	Evidence   []jsonWeight `json:"evidence"`
}

type jsonPosition struct {
	Actor      string   `json:"actor"`
	Issue      string   `json:"issue"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	Mean       number   `json:"mean"`
	Low        number   `json:"low"`
	High       number   `json:"high"`
	N          int      `json:"n"`
	Statements []string `json:"statements"`
}

type jsonRule struct {
	ID        string `json:"id"`
	Weight    number `json:"weight"`
	Precision number `json:"precision"`
	N         int    `json:"n"`
	Measured  string `json:"measured"`
	About     string `json:"about"`
}

type jsonPoint struct {
	Statement  string `json:"statement"`
	Utterance  string `json:"utterance"`
	Actor      string `json:"actor"`
	Issue      string `json:"issue"`
	Date       string `json:"date"`
	Stance     number `json:"stance"`
	Confidence number `json:"confidence"`
	Continues  bool   `json:"continues"`
	Coder      string `json:"coder"`
}

type jsonCurve struct {
	Issue     string        `json:"issue"`
	Actor     string        `json:"actor"`
	Stretches [][]jsonPlace `json:"stretches"`
}

type jsonPlace struct {
	Date string `json:"date"`
	Mean number `json:"mean"`
	Low  number `json:"low"`
	High number `json:"high"`
}

type jsonNote struct {
	Who   string `json:"who"`
	Where string `json:"where"`
	Quote string `json:"quote"`
	Text  string `json:"text"`
}

func writeJSON(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(newDocument(r, c, o))
}

// nonNil is s, or an empty list that JSON shows as [].
func nonNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func newDocument(r *analysis.Result, c *content, o Options) document {
	d := document{
		Title: c.Title, Question: c.Question, Date: o.Now, Program: c.Method.Program, Summary: nonNil(c.Summary),
		Versions: []jsonVersion{}, Comparisons: []jsonComparison{}, Codebook: positions.Codebook{Issues: []positions.Issue{}},
		Actors: []jsonActor{}, Statements: []jsonStatement{}, Positions: []jsonPosition{}, Points: []jsonPoint{}, Curves: []jsonCurve{},
		Bandwidth: number(r.Bandwidth), Events: nonNil(r.State.Events), Rules: []jsonRule{}, Notes: []jsonNote{},
	}
	for _, x := range r.Rules {
		d.Rules = append(d.Rules, jsonRule{x.ID, number(x.Weight), number(x.Precision), x.N, x.Measured, x.About})
	}
	for _, i := range r.Codebook.Issues {
		i.About = nonNil(i.About)
		d.Codebook.Issues = append(d.Codebook.Issues, i)
	}
	for i, v := range r.Versions {
		m := v.Article.Meta
		x := jsonVersion{v.Article.ID, v.Article.File, hash(v.Article.Raw), c.words.version(r, i, v).Title, m.Outlet.Value, m.Date.Value, v.Language, m.Role.Value, v.Article.Text, [][2]int{}}
		for _, s := range v.Segments {
			x.Segments = append(x.Segments, [2]int{s.Start, s.End})
		}
		d.Versions = append(d.Versions, x)
	}
	for _, x := range c.Comparisons {
		d.Comparisons = append(d.Comparisons, jsonComparisonOf(r, x))
	}
	for _, a := range r.Actors {
		d.Actors = append(d.Actors, jsonActor{a.ID, a.Name, a.Kind})
	}
	d.Statements = jsonStatements(r)
	for _, p := range r.Positions {
		d.Positions = append(d.Positions, jsonPosition{p.Actor, p.Issue, p.From, p.To, number(p.Mean), number(p.Low), number(p.High), p.N, nonNil(p.Statements)})
	}
	for _, p := range r.Points {
		d.Points = append(d.Points, jsonPoint{p.Statement, p.Utterance, p.Actor, p.Issue, p.Date, number(p.Stance), number(p.Confidence), p.Continues, p.Coder})
	}
	for _, i := range r.Codebook.Issues {
		for _, curve := range r.Curves[i.ID] {
			d.Curves = append(d.Curves, jsonCurveOf(curve))
		}
	}
	for _, n := range c.Notes {
		d.Notes = append(d.Notes, jsonNote(n))
	}
	return d
}

func jsonComparisonOf(r *analysis.Result, x comparison) jsonComparison {
	of := &r.Comparisons[x.index]
	out := jsonComparison{Story: x.Story, Versions: nonNil(of.Versions), Sigla: nonNil(of.Sigla), Rows: []jsonRow{}, Differences: []jsonDifference{}}
	for _, row := range of.Rows {
		j := jsonRow{Segments: [][]int{}, Score: number(row.Score), Origin: string(row.Origin)}
		for _, s := range row.Segments {
			j.Segments = append(j.Segments, nonNil(s))
		}
		out.Rows = append(out.Rows, j)
	}
	for _, d := range x.All {
		source := of.Differences[d.Number-1]
		j := jsonDifference{
			Row: source.Row, Kind: string(d.Kind), Severity: number(d.Severity), Reason: source.Reason, Readings: []jsonReading{}, Departs: nonNil(source.Departs),
			Evidence: []jsonWeight{}, Status: d.Status, Coder: d.Coder, Note: d.Note, MQM: d.MQM,
		}
		for _, p := range source.Readings {
			j.Readings = append(j.Readings, jsonReading{p.Version, spanOf(r.Versions[of.Versions[p.Version]].Article.Text, p.Span)})
		}
		for _, e := range source.Evidence {
			j.Evidence = append(j.Evidence, jsonWeight{e.Feature, number(e.Weight), e.Words})
		}
		out.Differences = append(out.Differences, j)
	}
	return out
}

func jsonStatements(r *analysis.Result) []jsonStatement {
	codings := map[string][]positions.Coding{}
	for _, x := range r.Codings {
		codings[x.Statement] = append(codings[x.Statement], x)
	}
	versions := versionsByID(r)
	out := []jsonStatement{}
	for _, s := range r.Statements {
		body := versions[s.Article].Article.Text
		j := jsonStatement{
			ID: s.ID, Version: s.Article, Date: s.Date, Speaker: s.Speaker, Actor: s.Actor, Addressee: s.Addressee, Utterance: s.Utterance,
			Continues: s.Continues, Confidence: number(s.Confidence), Content: []span{}, Codings: []jsonCoding{},
		}
		for _, p := range s.Content {
			j.Content = append(j.Content, spanOf(body, p))
		}
		for _, x := range codings[s.ID] {
			k := jsonCoding{Issue: x.Issue, Force: string(x.Force), Certainty: string(x.Certainty), Confidence: number(x.Confidence), Coder: x.Coder, Evidence: []jsonWeight{}}
			if !x.None {
				stance := number(x.Stance)
				k.Stance = &stance
			}
			for _, e := range x.Evidence {
				k.Evidence = append(k.Evidence, jsonWeight{e.Rule, number(e.Weight), clamped(body, e.Span)})
			}
			j.Codings = append(j.Codings, k)
		}
		out = append(out, j)
	}
	return out
}

func jsonCurveOf(c positions.Curve) jsonCurve {
	out := jsonCurve{Issue: c.Issue, Actor: c.Actor, Stretches: [][]jsonPlace{}}
	for _, stretch := range c.Stretches {
		places := []jsonPlace{}
		for _, p := range stretch {
			places = append(places, jsonPlace{p.Date, number(p.Mean), number(p.Low), number(p.High)})
		}
		out.Stretches = append(out.Stretches, places)
	}
	return out
}
