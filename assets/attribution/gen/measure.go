package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

// byHand are the rules that neither corpus has examples of: in a speech the speaker is given, and
// the labels of transcripts were compared line by line with 14,000 sentences of press briefings.
var byHand = map[string]string{"speech": "0.98\t0\tgiven", "turn": "0.99\t14103\tpress briefings"}

// count is how often a rule was right.
type count struct{ right, all int }

// measure writes precision.tsv: of the statements that a rule finds, the share that is right. In
// GUM that is content which overlaps an annotated one by half; in agency copy, the right speaker of
// the sentence. GUM annotates no noun phrases ("condemned the attack"), so they count in agency copy
// only.
func measure(m *text.Model, t *attribution.Tables, copies, heldOut []agencyText, docs []labelled) error {
	counts := map[string]*count{}
	add := func(rule string, right bool) {
		c := counts[rule]
		if c == nil {
			c = &count{}
			counts[rule] = c
		}
		c.all++
		if right {
			c.right++
		}
	}
	for _, d := range docs {
		found, err := statements(d.Document, m, t)
		if err != nil {
			return err
		}
		for _, s := range found {
			if inGUM(s.Rule) {
				add(s.Rule, slices.ContainsFunc(d.gold, func(g saying) bool { return overlap(s.Content, g.Content) >= 0.5 }))
			}
		}
	}
	for _, c := range append(copies, heldOut...) {
		learnt := len(copies) > 0 && slices.ContainsFunc(copies, func(x agencyText) bool { return x.ID == c.ID })
		found, err := statements(c.Document, m, t)
		if err != nil {
			return err
		}
		for _, s := range found {
			if s.Within != "" || learnt && s.Continues {
				continue // the voice model has seen these
			}
			for p, who := range c.labels {
				if p.Overlaps(s.Content[0]) {
					add(s.Rule, strings.EqualFold(bare(who), bare(s.Speaker)))
				}
			}
		}
	}
	return writePrecision(counts)
}

// inGUM reports whether GUM annotates what the rule finds: clauses and quotations, not infinitives
// and noun phrases.
func inGUM(rule string) bool {
	kind, _, _ := strings.Cut(rule, ",")
	switch kind {
	case "that clause", "bare clause", "quote before", "quote after", "clause before", "wh clause", "according to", "colon":
		return true
	}
	return false
}

func bare(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(name), "+"), "the "), "a ")
}

func statements(d attribution.Document, m *text.Model, t *attribution.Tables) ([]attribution.Statement, error) {
	r, err := attribution.Find(context.Background(), []attribution.Document{d}, m, t, attribution.Corrections{}, nil)
	if err != nil {
		return nil, err
	}
	return r.Statements, nil
}

// overlap is the Jaccard overlap of the bytes of two contents.
func overlap(a, b []text.Span) float64 {
	shared, all := 0, 0
	for _, p := range a {
		all += p.Len()
		for _, q := range b {
			shared += max(0, min(p.End, q.End)-max(p.Start, q.Start))
		}
	}
	for _, q := range b {
		all += q.Len()
	}
	return float64(shared) / float64(max(1, all-shared))
}

// A rule starts as right in this share of so many cases, so that one seen twice is not called certain.
const prior, doubt = 0.6, 5.0

// writePrecision writes the figures.
func writePrecision(counts map[string]*count) error {
	out, err := os.Create(filepath.Join(folder, "precision.tsv"))
	if err != nil {
		return err
	}
	defer out.Close()
	fmt.Fprintln(out, "# rule, precision (smoothed), cases, where (written by gen learn)")
	for rule := range byHand {
		counts[rule] = nil
	}
	for _, rule := range slices.Sorted(maps.Keys(counts)) {
		if line, ok := byHand[rule]; ok {
			fmt.Fprintf(out, "%s\t%s\n", rule, line)
			continue
		}
		c := counts[rule]
		fmt.Fprintf(out, "%s\t%.2f\t%d\tGUM and agency copy\n", rule, (float64(c.right)+prior*doubt)/(float64(c.all)+doubt), c.all)
	}
	return nil
}
