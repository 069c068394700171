package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

// labelled is a document of GUM with what is said in it.
type labelled struct {
	attribution.Document
	genre string
	gold  []saying
	said  []text.Span
}

type saying struct {
	Source  *text.Span  `json:"source"`
	Cue     *text.Span  `json:"cue"`
	Content []text.Span `json:"content"`
}

// gum reads the documents whose licence GUM itself states.
func gum(dir string) ([]labelled, error) {
	list, err := os.ReadFile(filepath.Join(dir, "LICENCES.tsv"))
	if err != nil {
		return nil, err
	}
	var out []labelled
	for line := range strings.SplitSeq(string(list), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 5 || f[4] != "GUM" {
			continue
		}
		d, err := gumDocument(dir, f[0])
		if err != nil {
			return nil, err
		}
		d.genre = f[1]
		out = append(out, d)
	}
	return out, nil
}

func gumDocument(dir, name string) (labelled, error) {
	d := labelled{Document: attribution.Document{ID: article.ID(name), Language: "en"}}
	body, err := os.ReadFile(filepath.Join(dir, name+".txt"))
	if err != nil {
		return d, err
	}
	d.Text = string(body)
	for _, file := range []string{filepath.Join(dir, name+".jsonl"), filepath.Join(dir, "nocue", name+".jsonl")} {
		in, err := os.Open(file)
		if err != nil {
			continue // most documents have no attribution without a cue
		}
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var s saying
			if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
				in.Close()
				return d, fmt.Errorf("%s: %w", file, err)
			}
			d.said = append(d.said, s.Content...)
			if s.Cue != nil {
				d.gold = append(d.gold, s)
			}
		}
		in.Close()
	}
	return d, nil
}
