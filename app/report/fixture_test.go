package report_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/collate"
	"hexapla/analysis/wording/triage"
)

// The three versions of the fixture: each sentence of a version is a segment, line n corresponds to line n.
var sentences = [][]string{
	{
		"The harbour of Linden will be closed for five days.",
		"The mayor said the ferry must not sail before Monday.",
		"Nobody was hurt.",
		"Fishermen demanded compensation from the council.",
		"The council promised an answer by 3 May.",
	},
	{
		"The port of Linden will be shut for four days.",
		"The mayor claimed the ferry must sail before Monday.",
		"Nobody was hurt.",
		"",
		"The council promised an answer by 3 May.",
	},
	{
		"林登港将关闭五天。",
		"市长表示，渡轮不得在星期一之前启航。",
		"无人受伤。",
		"渔民要求市议会赔偿。",
		"市议会承诺在5月3日前答复。",
	},
}

// difference names its words; the fixture finds them.
type difference struct {
	row      int
	kind     triage.Kind
	severity float64
	reason   string
	words    []string // by version; "" is no counterpart
	departs  []int
}

var differences = []difference{
	{0, triage.Wording, 0.08, "harbour and port mean the same here.", []string{"harbour", "port"}, []int{1}},
	{0, triage.Number, 0.86, "five → four: 2 of 3 versions say five, and so does the original.", []string{"five", "four", "五"}, []int{1}},
	{1, triage.Attribution, 0.58, "said → claimed: the verb of saying casts doubt.", []string{"said", "claimed"}, []int{1}},
	{1, triage.Negation, 0.93, "not is missing in B; the original has 不得.", []string{"not ", "", "不得"}, []int{1}},
	{3, triage.Omission, 0.75, "B has no counterpart of a sentence with a demand.", []string{"Fishermen demanded compensation from the council.", ""}, []int{1}},
}

// fixture is a small result made by hand, of our own words.
func fixture(t testing.TB) *analysis.Result {
	t.Helper()
	r := &analysis.Result{}
	meta := [][4]string{
		{"Linden harbour closes", "Linden Gazette", "translation", "en"},
		{"Port of Linden shut", "Harbour Wire", "translation", "en"},
		{"林登港关闭", "林登新闻", "original", "zh"},
	}
	for i, lines := range sentences {
		r.Versions = append(r.Versions, newVersion(article.ID(fmt.Sprintf("%016x", i+1)), meta[i], lines))
	}
	r.State.Articles = nil
	c := analysis.Comparison{Story: "The harbour of Linden", Versions: []int{0, 1, 2}, Sigla: []string{"A", "B", "ZH"}}
	for i := range sentences[0] {
		row := align.Row{Segments: make([][]int, 3), Score: 0.9 - float64(i)*0.12, Moved: make([]bool, 3)}
		for v := range sentences {
			if sentences[v][i] != "" {
				row.Segments[v] = []int{segmentOf(v, i)}
			}
		}
		c.Rows = append(c.Rows, row)
	}
	for _, d := range differences {
		c.Differences = append(c.Differences, newDifference(t, r, d))
		entry := collate.Entry{Row: d.row}
		for _, x := range c.Differences[len(c.Differences)-1].Readings {
			entry.Readings = append(entry.Readings, collate.Reading{Version: x.Version, Span: x.Span})
		}
		c.Entries = append(c.Entries, entry)
	}
	r.Comparisons = []analysis.Comparison{c}
	addPositions(r)
	review := article.Reviewed{Coder: "reader", At: time.Unix(0, 0).UTC()}
	review.Review = article.Review{Places: r.Places(&r.Comparisons[0], &r.Comparisons[0].Differences[3]), Of: "negation", Status: "confirmed", Note: "B turns the order round.", MQM: "Accuracy / Mistranslation", Severity: "critical"}
	r.State.Reviews = []article.Reviewed{review}
	noted := article.Annotated{Coder: "reader"}
	noted.Annotate = article.Annotate{Place: article.AnchorAt(r.Versions[0].Article.ID, r.Versions[0].Article.Text, text.Span{Start: 4, End: 21}), Note: "Ask the harbour master."}
	r.State.Notes = []article.Annotated{noted}
	r.Notes = []article.Note{{Article: r.Versions[1].Article.ID, Message: "The date has no year; 2021 is a guess."}}
	return r
}

func newVersion(id article.ID, meta [4]string, lines []string) analysis.Version {
	v := analysis.Version{Language: text.Language(meta[3]), Paragraphs: []int{0}}
	s := ""
	for _, line := range lines {
		if line == "" {
			continue
		}
		v.Segments = append(v.Segments, text.Span{Start: len(s), End: len(s) + len(line)})
		s += line + " "
	}
	v.Article = article.Article{
		ID: id, File: strings.ToLower(strings.Fields(meta[1])[0]) + ".txt", Format: "text", Text: s, Raw: []byte(s),
		Meta: article.Meta{
			Title: article.Field{Value: meta[0]}, Outlet: article.Field{Value: meta[1]}, Role: article.Field{Value: meta[2]},
			Date: article.Field{Value: "2021-04-28"}, Language: article.Field{Value: meta[3]},
		},
	}
	return v
}

// segmentOf is the number of the segment of a row in a version that may lack rows before it.
func segmentOf(version, row int) int {
	n := 0
	for i := range row {
		if sentences[version][i] != "" {
			n++
		}
	}
	return n
}

func newDifference(t testing.TB, r *analysis.Result, d difference) triage.Difference {
	t.Helper()
	out := triage.Difference{
		Row: d.row, Kind: d.kind, Severity: d.severity, Reason: d.reason, Departs: d.departs,
		Evidence: []triage.Evidence{{Feature: "kind." + string(d.kind), Weight: d.severity - 0.1, Words: strings.Join(d.words, " / ")}, {Feature: "majority", Weight: 0.1}},
	}
	for v, words := range d.words {
		s := r.Versions[v].Article.Text
		at := strings.Index(s, words)
		if at < 0 {
			t.Fatalf("%q is not in version %d", words, v)
		}
		if words == "" && sentences[v][d.row] != "" {
			at = strings.Index(s, "sail")
		} else if words == "" {
			at = r.Versions[v].Segments[segmentOf(v, d.row)-1].End
		}
		out.Readings = append(out.Readings, triage.Reading{Version: v, Span: text.Span{Start: at, End: at + len(words)}})
	}
	return out
}

// addPositions adds four statements of the article and a history of two issues.
func addPositions(r *analysis.Result) {
	r.Codebook = positions.Codebook{Issues: []positions.Issue{
		{ID: "closure", Proposition: "The harbour of Linden should stay open"},
		{ID: "pay", Proposition: "The council should compensate the fishermen"},
	}}
	r.Actors = []attribution.Actor{{ID: "LIN", Name: "Linden"}, {ID: "FIS", Name: "Fishermen’s union"}, {ID: "COU", Name: "市议会"}}
	r.Curves = map[string][]positions.Curve{}
	base := time.Date(2019, 1, 10, 0, 0, 0, 0, time.UTC)
	a := r.Versions[0]
	for n := range 60 {
		actor := r.Actors[n%3].ID
		issue := r.Codebook.Issues[n/3%2].ID
		date := base.AddDate(0, 0, n*14).Format(time.DateOnly)
		segment := a.Segments[n%len(a.Segments)]
		id := fmt.Sprintf("%s:%d", a.Article.ID, n)
		stance := math.Round(20*math.Sin(float64(n)/9+float64(n%3)*2)) / 10
		cue := text.Span{Start: segment.Start, End: segment.Start + 3}
		r.Statements = append(r.Statements, attribution.Statement{
			ID: id, Article: a.Article.ID, Cue: &cue, Content: []text.Span{{Start: segment.Start + 4, End: segment.End}},
			Speaker: "Speaker " + actor, Actor: actor, Date: date, DateFrom: "text", Utterance: id, Continues: n%5 == 0, Confidence: 0.8, Verb: "say",
		})
		r.Codings = append(r.Codings, positions.Coding{
			Statement: id, Issue: issue, Stance: stance, Force: "urges", Certainty: "asserted", Confidence: float64(n%10) / 10, Coder: "machine",
			Evidence: []positions.Evidence{{Span: segment, Rule: "should+about", Weight: stance}},
		})
		r.Points = append(r.Points, positions.Point{Statement: id, Utterance: id, Actor: actor, Issue: issue, Date: date, Stance: stance, Confidence: float64(n%10) / 10, Continues: n%5 == 0, Coder: "machine"})
	}
	r.Positions = positions.ByPeriod(r.Points, positions.Year)
	for _, i := range r.Codebook.Issues {
		var of []positions.Point
		for _, p := range r.Points {
			if p.Issue == i.ID {
				of = append(of, p)
			}
		}
		r.Curves[i.ID] = positions.Smooth(of, 120)
	}
	r.State.Events = []article.SetEvent{{Date: "2020-03-11", Label: "Storm"}}
}
