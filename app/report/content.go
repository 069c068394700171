package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/widgets/scene"
)

// content is what a report says, independent of its format. Its fields are exported for the templates.
type content struct {
	Language, Direction           string
	Kicker, Title, Question, Date string
	Template                      string
	Summary                       []string
	Versions, MoreVersions        []version // MoreVersions are articles that stand beside no other
	Comparisons                   []comparison
	Issues, MoreIssues            []issue
	Grid, Agreement               scene.Grid
	Near                          []string // which actors agree, and which do not
	Statements, MoreStatements    []statement
	ScoreCard                     []score
	Notes                         []note
	Method                        method

	withoutGrid bool // for want of room

	words words
	parts []Part
}

// version is a line of the list of what was compared.
type version struct {
	Siglum, Title, Label, Outlet, Date, Language, Role, File, Size string
	Code                                                           text.Language
	Guess                                                          string // why the date is one
	Hash                                                           string
}

// comparison is the versions of one story.
type comparison struct {
	ID, Story     string
	Columns       []version
	Meaning, More []difference // that change the meaning; More where a briefing breaks off
	All           []difference
	Rows          []row
	Stacked       bool // too many columns to stand side by side

	index   int
	reviews []article.Reviewed
}

// issue is a chart with what it shows in a sentence.
type issue struct {
	ID, Proposition, Caption string
	Chart                    scene.Chart
	points                   int
}

// note is something that a person wrote, or that is odd about an input.
type note struct {
	Who, Where, Quote, Text string
}

// sideBySide is how many columns a page holds.
const sideBySide = 4

// newContent brings a result into the order of a report.
func newContent(r *analysis.Result, o Options) (*content, error) {
	w, err := readWords(o)
	if err != nil {
		return nil, err
	}
	c := &content{
		Language: o.Language, Direction: "ltr", Question: o.Question, Date: w.date(o.Now), Template: o.Template,
		words: w, parts: o.Parts,
	}
	if text.Language(o.Language).RightToLeft() {
		c.Direction = "rtl"
	}
	for i, v := range r.Versions {
		c.Versions = append(c.Versions, w.version(r, i, v))
	}
	for i := range r.Comparisons {
		if o.Story == "" || r.Comparisons[i].Story == o.Story {
			c.Comparisons = append(c.Comparisons, newComparison(r, i, o, w, c.Versions))
		}
	}
	for _, id := range Issues(r) {
		if o.Issue == "" || o.Issue == id {
			c.Issues = append(c.Issues, w.issue(r, id))
		}
	}
	if c.Grid = HeatMap(r); len(c.Grid.Rows) > 0 {
		c.Grid.Title = w.say("heat map")
	}
	c.agreement(r)
	c.statements(r, o)
	c.ScoreCard = scoreCard(r, c.Comparisons)
	if !o.Include.WithoutNotes {
		c.Notes = notes(r, w)
	}
	c.Method = newMethod(r, o, w)
	c.partVersions()
	c.Summary = summary(r, c, w)
	c.title(o)
	if c.Template == "briefing" {
		c.cut(sizes[0])
	}
	return c, nil
}

// partVersions sets the compared versions before the articles that are only read for who says what; a briefing
// sets the latter apart.
func (c *content) partVersions() {
	var compared, single []version
	for _, v := range c.Versions {
		if v.Siglum != "" {
			compared = append(compared, v)
		} else {
			single = append(single, v)
		}
	}
	if c.Template == "briefing" && len(compared) > 0 {
		c.Versions, c.MoreVersions = compared, single
		return
	}
	c.Versions = append(compared, single...)
}

// Has reports whether the report has a part with something in it.
func (c *content) Has(p Part) bool {
	if !slices.Contains(c.parts, p) {
		return false
	}
	switch p {
	case Summary:
		return len(c.Summary) > 0
	case Versions:
		return len(c.Versions) > 0
	case Meaning, Passages:
		return len(c.Comparisons) > 0
	case Differences:
		return slices.ContainsFunc(c.Comparisons, func(x comparison) bool { return len(x.All) > 0 })
	case Positions:
		return len(c.Issues) > 0
	case Agreement:
		return len(c.Agreement.Rows) > 1
	case Statements:
		return len(c.Statements) > 0
	case ScoreCard:
		return len(c.ScoreCard) > 0
	case Notes:
		return len(c.Notes) > 0
	}
	return true
}

// Say is a phrase in the report's language.
func (c *content) Say(key string, args ...any) string { return c.words.say(key, args...) }

func (c *content) title(o Options) {
	key := "kicker " + o.Template
	if c.Kicker = c.words.say(key); c.Kicker == key {
		c.Kicker = o.Template // a template of the user's own
	}
	c.Title = o.Title
	if c.Title == "" && len(c.Comparisons) > 0 {
		c.Title = cmp.Or(c.Comparisons[0].Story, c.Comparisons[0].Columns[0].Title)
	}
	if c.Title == "" && len(c.Issues) > 0 {
		c.Title = c.Issues[0].Proposition
	}
	if c.Title == "" {
		c.Title = c.words.say("report")
	}
}

// version describes an article. Its siglum is that of the first comparison it stands in.
func (w words) version(r *analysis.Result, i int, v analysis.Version) version {
	m := v.Article.Meta
	out := version{
		Title: cmp.Or(m.Title.Value, v.Article.File), Label: m.Label.Value, Outlet: m.Outlet.Value, Date: w.date(m.Date.Value),
		Language: w.language(v.Language), Code: v.Language, Role: w.optional("role " + m.Role.Value), File: v.Article.File,
		Size: w.size(v), Hash: hash(v.Article.Raw),
	}
	if m.Date.Guess {
		out.Guess = cmp.Or(m.Date.Why, w.say("guess"))
	}
	for _, c := range r.Comparisons {
		if column := slices.Index(c.Versions, i); column >= 0 {
			out.Siglum = c.Sigla[column]
			break
		}
	}
	return out
}

func (w words) size(v analysis.Version) string {
	if v.Language.Spaceless() {
		return w.count("characters", len([]rune(strings.Join(strings.Fields(v.Article.Text), ""))))
	}
	return w.count("words", len(strings.Fields(v.Article.Text)))
}

func newComparison(r *analysis.Result, i int, o Options, w words, versions []version) comparison {
	x := &r.Comparisons[i]
	c := comparison{ID: fmt.Sprintf("c%d", i+1), Story: x.Story, index: i, reviews: r.Reviews(x)}
	for column, v := range x.Versions {
		head := versions[v]
		head.Siglum = x.Sigla[column]
		c.Columns = append(c.Columns, head)
	}
	c.Stacked = len(c.Columns) > sideBySide
	all := c.differences(r, o, w)
	for _, d := range all {
		if d.Shown {
			c.Meaning = append(c.Meaning, d)
		}
		c.All = append(c.All, d)
	}
	slices.SortStableFunc(c.Meaning, func(a, b difference) int {
		return cmp.Or(cmp.Compare(b.confirmed(), a.confirmed()), cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Row, b.Row))
	})
	c.Rows = c.rows(r, all, o)
	return c
}

func (w words) issue(r *analysis.Result, id string) issue {
	out := issue{ID: "i-" + id, Proposition: proposition(r, id), Chart: Chart(r, id)}
	out.Chart.Title = out.Proposition
	var parts []string
	hidden := 0
	for s := range out.Chart.Series {
		series := &out.Chart.Series[s]
		if series.Hidden {
			hidden++
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %d", series.Name, len(series.Points)))
		out.points += len(series.Points)
		for p := range series.Points {
			series.Points[p].Link = "#s-" + series.Points[p].ID
		}
	}
	out.Caption = w.say("chart caption", w.list(parts))
	if hidden > 0 {
		out.Caption += " " + w.sayN("chart hidden", hidden, hidden)
	}
	return out
}

// notes are the annotations of people, then what is odd about the inputs.
func notes(r *analysis.Result, w words) []note {
	var out []note
	for _, a := range r.State.Notes {
		out = append(out, note{Who: a.Coder, Where: fileOf(r, a.Place.Article), Quote: a.Place.Quote, Text: a.Note})
	}
	for _, n := range r.Notes {
		out = append(out, note{Who: "Hexapla", Where: fileOf(r, n.Article), Text: w.tongue.Failure(n.Message)})
	}
	return out
}

func fileOf(r *analysis.Result, id article.ID) string {
	if v, ok := versionOf(r, id); ok {
		return v.Article.File
	}
	return string(id)
}

func versionOf(r *analysis.Result, id article.ID) (analysis.Version, bool) {
	for _, v := range r.Versions {
		if v.Article.ID == id {
			return v, true
		}
	}
	return analysis.Version{}, false
}

func versionsByID(r *analysis.Result) map[article.ID]analysis.Version {
	out := make(map[article.ID]analysis.Version, len(r.Versions))
	for _, v := range r.Versions {
		out[v.Article.ID] = v
	}
	return out
}
