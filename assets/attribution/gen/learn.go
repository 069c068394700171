package main

import (
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
	"hexapla/analysis/entity"
	"hexapla/analysis/text"
	"hexapla/assets"
)

// The labelled agency copy: one archive may be learnt from, the other only measured on.
const (
	agency  = "analysis/attribution/testdata/agency-a.txtar"
	heldOut = "analysis/attribution/testdata/agency-b.txtar"
)

// learn fits the voice model on labelled agency copy and, for the narrator's side, on news of GUM,
// where a sentence without an attribution is the reporter's own; then it measures every rule.
func learn(dir string) error {
	sub, err := fs.Sub(assets.Files, "text")
	if err != nil {
		return err
	}
	m, err := text.Load(sub)
	if err != nil {
		return err
	}
	if sub, err = fs.Sub(assets.Files, "entity"); err != nil {
		return err
	}
	entities, err := entity.Load(sub)
	if err != nil {
		return err
	}
	tables, err := attribution.Load(assets.Files, entities)
	if err != nil {
		return err
	}
	copies, err := agencyCopy(agency)
	if err != nil {
		return err
	}
	unseen, err := agencyCopy(heldOut)
	if err != nil {
		return err
	}
	var samples []attribution.Sample
	for _, c := range copies {
		samples = append(samples, attribution.VoiceSamples(c.Document, m, tables, func(p text.Span) bool { return strings.HasPrefix(c.labels[p], "+") })...)
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
	if err := writeModel("voice.tsv", fit(samples, own), "how a sentence looks that goes on in a speaker's voice"); err != nil {
		return err
	}
	return measure(m, tables, copies, unseen, docs)
}

// fit is logistic regression by gradient descent with a pull towards zero; the first own samples
// weigh more, as they are of the kind that the model is for.
func fit(samples []attribution.Sample, own int) map[string]float64 {
	const rounds, rate, pull, weightOfOwn = 400, 0.5, 0.02, 3.0
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

// agencyText is a labelled text of agency copy.
type agencyText struct {
	attribution.Document
	labels map[text.Span]string // by sentence: ".", "Name" or "+Name"
}

// agencyCopy reads an archive of labelled agency copy.
func agencyCopy(file string) ([]agencyText, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []agencyText
	for _, f := range txtar.Parse(data).Files {
		d := agencyText{Document: attribution.Document{ID: article.ID(f.Name), Language: "en"}, labels: map[text.Span]string{}}
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
			d.labels[p] = who
		}
		d.Text = b.String()
		out = append(out, d)
	}
	return out, nil
}
