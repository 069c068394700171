package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
	"hexapla/assets"
)

// agency is the labelled agency copy that may be learnt from; the other archive is held out.
const agency = "analysis/attribution/testdata/agency-a.txtar"

// learn fits the voice model on labelled agency copy and, for the narrator's side, on news of GUM,
// where a sentence without an attribution is the reporter's own.
func learn(dir string) error {
	tables, err := attribution.Load(assets.Files)
	if err != nil {
		return err
	}
	sub, err := fs.Sub(assets.Files, "text")
	if err != nil {
		return err
	}
	m, err := text.Load(sub)
	if err != nil {
		return err
	}
	samples, err := agencySamples(m, tables)
	if err != nil {
		return err
	}
	own := len(samples)
	docs, err := gum(dir)
	if err != nil {
		return err
	}
	for _, d := range docs {
		if d.genre != "news" {
			continue
		}
		said := func(p text.Span) bool {
			return slices.ContainsFunc(d.said, func(q text.Span) bool { return q.Overlaps(p) })
		}
		for _, s := range attribution.VoiceSamples(d.Document, m, tables, said) {
			if !s.Yes { // what is said there has a word of saying that the rules miss
				samples = append(samples, s)
			}
		}
	}
	fmt.Printf("voice: %d decisions of agency copy, %d of GUM\n", own, len(samples)-own)
	return writeModel("voice.tsv", fit(samples, own), "how a sentence looks that goes on in a speaker's voice")
}

// fit is logistic regression by gradient descent with a pull towards zero; the first own samples
// weigh more, as they are of the kind that the model is for.
func fit(samples []attribution.Sample, own int) map[string]float64 {
	const rounds, rate, pull, weightOfOwn = 400, 0.5, 0.1, 3.0
	w := map[string]float64{}
	total := float64(own)*weightOfOwn + float64(len(samples)-own)
	for range rounds {
		gradient := map[string]float64{}
		for i, s := range samples {
			z := 0.0
			for _, f := range s.Features {
				z += w[f]
			}
			off := -1 / (1 + math.Exp(-z))
			if s.Yes {
				off++
			}
			if i < own {
				off *= weightOfOwn
			}
			for _, f := range s.Features {
				gradient[f] += off
			}
		}
		for f, g := range gradient {
			w[f] += rate * (g/total*10 - pull*w[f])
		}
	}
	return w
}

func writeModel(name string, w map[string]float64, what string) error {
	out, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		return err
	}
	defer out.Close()
	fmt.Fprintf(out, "# %s: feature, weight (written by gen learn)\n", what)
	for _, f := range slices.Sorted(maps.Keys(w)) {
		if math.Abs(w[f]) >= 0.005 {
			fmt.Fprintf(out, "%s\t%.2f\n", f, w[f])
		}
	}
	return nil
}

// agencySamples are the decisions in the labelled agency copy.
func agencySamples(m *text.Model, t *attribution.Tables) ([]attribution.Sample, error) {
	data, err := os.ReadFile(agency)
	if err != nil {
		return nil, err
	}
	var out []attribution.Sample
	for _, f := range txtar.Parse(data).Files {
		d := attribution.Document{ID: article.ID(f.Name), Language: "en"}
		goesOn := map[text.Span]bool{}
		var b strings.Builder
		for line := range strings.SplitSeq(strings.TrimSpace(string(f.Data)), "\n") {
			who, sentence, ok := strings.Cut(line, "\t")
			if !ok {
				b.WriteString("\n\n")
				continue
			}
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
				b.WriteString(" ")
			}
			p := text.Span{Start: b.Len(), End: b.Len() + len(sentence)}
			b.WriteString(sentence)
			d.Segments = append(d.Segments, p)
			goesOn[p] = strings.HasPrefix(who, "+")
		}
		d.Text = b.String()
		out = append(out, attribution.VoiceSamples(d, m, t, func(p text.Span) bool { return goesOn[p] })...)
	}
	return out, nil
}

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
