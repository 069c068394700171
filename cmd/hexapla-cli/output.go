package main

import (
	"encoding/json"

	"hexapla/analysis"
	"hexapla/analysis/text"
)

// span is a stretch of a file's text in the JSON.
type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

func spanOf(s string, p text.Span) span { return span{p.Start, p.End, p.Of(s)} }

// version describes an input file in the JSON.
type version struct {
	File     string        `json:"file"`
	Language text.Language `json:"language"`
	Segments []span        `json:"segments"`
}

func versions(r *analysis.Result) []version {
	out := []version{}
	for _, v := range r.Versions {
		w := version{File: v.Article.Path, Language: v.Language, Segments: []span{}}
		for _, s := range v.Segments {
			w.Segments = append(w.Segments, spanOf(v.Article.Text, s))
		}
		out = append(out, w)
	}
	return out
}

// print writes one JSON object.
func (c *cli) print(v any) error {
	e := json.NewEncoder(c.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

// ints returns a list that JSON shows as [] when empty.
func ints(list []int) []int {
	if list == nil {
		return []int{}
	}
	return list
}
