package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/analysis/text"
	"hexapla/assets"
)

// cli is what all subcommands share.
type cli struct {
	stdout, stderr io.Writer
	quiet          bool
}

// input is the articles of the command line, in the order of the arguments.
type input struct {
	articles  []article.Article
	resources *analysis.Resources
}

// read loads the tables and the files. A file that cannot be read is named on standard error and
// left out; with none left the error says so.
func (c *cli) read(files []string, lines bool) (*input, error) {
	resources, err := analysis.LoadResources(assets.Files)
	if err != nil {
		return nil, err
	}
	in := &input{resources: resources}
	for _, file := range files {
		found, err := readFile(file, formats.Options{Model: resources.Text, Lines: lines})
		if err != nil {
			fmt.Fprintf(c.stderr, "hexapla-cli: %v\n", err)
			continue
		}
		in.articles = append(in.articles, found.Articles...)
	}
	if len(in.articles) == 0 {
		return nil, errors.New("no file could be read")
	}
	distinct(in.articles)
	return in, nil
}

func readFile(file string, o formats.Options) (formats.Imported, error) {
	info, err := os.Stat(file)
	if err != nil {
		return formats.Imported{}, err
	}
	if info.IsDir() {
		return formats.Imported{}, fmt.Errorf("%s is a folder; name the files in it", file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return formats.Imported{}, err
	}
	return formats.Read(file, data, o)
}

// distinct gives articles of the same bytes names of their own.
func distinct(articles []article.Article) {
	seen := map[article.ID]int{}
	for i, a := range articles {
		seen[a.ID]++
		if n := seen[a.ID]; n > 1 {
			articles[i].ID = article.ID(fmt.Sprintf("%s-%d", a.ID, n))
		}
	}
}

// analyse runs the analysis over the input.
func (c *cli) analyse(ctx context.Context, in *input, o analysis.Options) (*analysis.Result, error) {
	project := analysis.Project{Articles: in.articles}
	return analysis.Run(ctx, project, o, in.resources, nil, nil)
}

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
