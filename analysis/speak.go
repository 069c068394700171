package analysis

import (
	"encoding/json"
	"maps"
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/positions"
)

// statements finds who says what, and which statements report one saying.
func (d *derivation) statements(result *Result) {
	docs := make([]attribution.Document, len(result.Versions))
	var texts []string
	for i, v := range result.Versions {
		docs[i] = document(v)
		texts = append(texts, textHash(v.Article.Text))
	}
	s := result.State
	corrections := attribution.Corrections{Merged: s.Merged, Split: s.Split, Renamed: s.Renamed}
	k := key("statements", texts, metas(result.Versions), sorted(s.Merged), sorted(s.Split), sorted(s.Renamed))
	found, err := derived(d.memo, k, func() (*attribution.Result, error) {
		return attribution.Find(d.ctx, docs, d.resources.Text, d.resources.Attribution, corrections, d.stage("finding statements"))
	})
	if err != nil {
		d.fail(err)
		return
	}
	result.Statements = slices.Clone(found.Statements)
	result.Actors = found.Actors
	result.Notes = append(result.Notes, found.Notes...)
	setByHand(result)
	attribution.Utterances(result.Statements, docs, segmentLinks(result))
	groupByHand(result)
}

func document(v Version) attribution.Document {
	m := v.Article.Meta
	return attribution.Document{
		ID: v.Article.ID, Text: v.Article.Text, Language: v.Language, Segments: v.Segments,
		Outlet: m.Outlet.Value, Place: m.Place.Value, Date: m.Date.Value, Speaker: m.Speaker.Value, Title: m.Title.Span, Headline: m.Title.Value,
	}
}

// segmentLinks says pairwise which segments of the compared versions correspond.
func segmentLinks(result *Result) []attribution.SegmentLink {
	var out []attribution.SegmentLink
	for _, c := range result.Comparisons {
		for _, row := range c.Rows {
			for i := range row.Segments {
				for j := i + 1; j < len(row.Segments); j++ {
					a, b := result.Versions[c.Versions[i]], result.Versions[c.Versions[j]]
					for _, x := range row.Segments[i] {
						for _, y := range row.Segments[j] {
							out = append(out, attribution.SegmentLink{
								A: a.Article.ID, B: b.Article.ID,
								ASegment: a.Segments[x], BSegment: b.Segments[y], Score: row.Score,
							})
						}
					}
				}
			}
		}
	}
	return out
}

// positions codes the statements and follows the actors through time.
func (d *derivation) positions(result *Result) {
	result.Codebook = d.options.CodebookOf(d.resources, result.State)
	result.Rules = weighing(d.resources.Positions, result.State.Weights).Rules()
	byMachine := d.code(result)
	if d.err != nil {
		return
	}
	result.Codings = slices.Concat(byMachine, peoplesCodings(result))
	result.Points = points(result)
	result.Positions = positions.ByPeriod(result.Points, d.options.By)
	result.Bandwidth = d.options.Bandwidth
	if result.Bandwidth == 0 {
		result.Bandwidth = positions.Bandwidth(result.Points)
	}
	result.Curves = map[string][]positions.Curve{}
	for _, issue := range result.Codebook.Issues {
		of := slices.DeleteFunc(slices.Clone(result.Points), func(p positions.Point) bool { return p.Issue != issue.ID })
		result.Curves[issue.ID] = positions.Smooth(of, result.Bandwidth)
	}
}

// code is the machine's codings. They do not depend on what people decided about codings, so that
// they are kept while people work.
func (d *derivation) code(result *Result) []positions.Coding {
	said, err := json.Marshal(result.Statements)
	if err != nil {
		d.fail(err)
		return nil
	}
	var texts []string
	for _, v := range result.Versions {
		texts = append(texts, textHash(v.Article.Text), string(v.Language))
	}
	k := key("codings", textHash(string(said)), texts, result.Codebook, result.State.Weights)
	codings, err := derived(d.memo, k, func() ([]positions.Coding, error) {
		tables := weighing(d.resources.Positions, result.State.Weights)
		return positions.Code(d.ctx, codable(result), result.Codebook, d.resources.Text, tables, d.stage("coding"))
	})
	if err != nil {
		d.fail(err)
	}
	return codings
}

// codable is the statements with their words.
func codable(result *Result) []positions.Statement {
	byArticle := map[article.ID]Version{}
	for _, v := range result.Versions {
		byArticle[v.Article.ID] = v
	}
	out := make([]positions.Statement, len(result.Statements))
	for i, s := range result.Statements {
		v := byArticle[s.Article]
		out[i] = positions.Statement{Statement: s, Text: v.Article.Text, Language: v.Language}
	}
	return out
}

// weighing is the tables with the weights that the project gives the rules.
func weighing(t *positions.Tables, weights []article.Weight) *positions.Tables {
	if len(weights) == 0 {
		return t
	}
	by := map[string]float64{}
	for _, w := range weights {
		by[w.Rule] = w.Weight
	}
	return t.WithWeights(by)
}

// CodebookOf is the default codebook, or the given one, with the user's issues set and dropped.
func (o Options) CodebookOf(r *Resources, s article.State) positions.Codebook {
	book := r.Codebook
	if o.Codebook != nil {
		book = *o.Codebook
	}
	issues := slices.DeleteFunc(slices.Clone(book.Issues), func(i positions.Issue) bool { return s.Dropped[i.ID] })
	for _, set := range s.Issues {
		issue := positions.Issue{ID: set.ID, Proposition: set.Proposition, About: set.About, For: set.For, Against: set.Against, Pro: set.Pro, Con: set.Con}
		at := slices.IndexFunc(issues, func(i positions.Issue) bool { return i.ID == set.ID })
		if at < 0 {
			issues = append(issues, issue)
		} else {
			issues[at] = issue
		}
	}
	return positions.Codebook{Issues: issues}
}

func metas(versions []Version) []article.Meta {
	out := make([]article.Meta, len(versions))
	for i, v := range versions {
		out[i] = v.Article.Meta
	}
	return out
}

// sorted renders a map in a fixed order, for keys.
func sorted[V any](m map[string]V) []any {
	var out []any
	for _, k := range sortedKeys(m) {
		out = append(out, k, m[k])
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
