package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hexapla/analysis"
	"hexapla/analysis/wording/triage"
)

// differences is what diff --json prints.
type differences struct {
	Versions    []version    `json:"versions"`
	Differences []difference `json:"differences"`
	Links       []link       `json:"links,omitempty"` // with --links
}

type difference struct {
	Row      int         `json:"row"`
	Kind     triage.Kind `json:"kind"`
	Severity float64     `json:"severity"`
	Reason   string      `json:"reason"`
	Readings []reading   `json:"readings"`
}

type reading struct {
	Version int `json:"version"`
	span
}

// link says that words of one version stand for words of another.
type link struct {
	Row      int        `json:"row"`
	Tie      triage.Tie `json:"tie"`
	Readings [2]reading `json:"readings"`
}

func newDiff(c *cli) *cobra.Command {
	var lines, links, asJSON bool
	cmd := &cobra.Command{
		Use:   "diff FILE FILE...",
		Short: "List the differences between versions, with kind, severity and reason",
		Args:  atLeast(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			stages := analysis.Differences
			if links {
				stages |= analysis.Words
			}
			in, err := c.readVersions(files, lines, stages)
			if err != nil {
				return err
			}
			r, err := c.analyse(cmd.Context(), in, analysis.Options{Stages: stages, OneStory: true, ByLine: lines})
			if err != nil {
				return err
			}
			if asJSON {
				return c.print(differencesOf(r))
			}
			c.printDifferences(r)
			return nil
		},
	}
	cmd.Flags().BoolVar(&lines, "lines", false, "the input is one segment per line, aligned line by line")
	cmd.Flags().BoolVar(&links, "links", false, "with --json, also which words stand for which, of every two versions of one language")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func differencesOf(r *analysis.Result) differences {
	out := differences{Versions: versions(r), Differences: []difference{}}
	for _, comparison := range r.Comparisons {
		for _, d := range comparison.Differences {
			w := difference{Row: d.Row, Kind: d.Kind, Severity: d.Severity, Reason: d.Reason, Readings: []reading{}}
			for _, x := range d.Readings {
				at := comparison.Versions[x.Version]
				w.Readings = append(w.Readings, reading{at, spanOf(r.Versions[at].Article.Text, x.Span)})
			}
			out.Differences = append(out.Differences, w)
		}
		out.Links = append(out.Links, linksOf(r, comparison)...)
	}
	return out
}

func linksOf(r *analysis.Result, c analysis.Comparison) []link {
	var out []link
	for _, pair := range c.Links {
		a, b := c.Versions[pair.A], c.Versions[pair.B]
		for row, links := range pair.Rows {
			for _, l := range links {
				readings := [2]reading{{a, spanOf(r.Versions[a].Article.Text, l.A)}, {b, spanOf(r.Versions[b].Article.Text, l.B)}}
				out = append(out, link{row, l.Tie, readings})
			}
		}
	}
	return out
}

func (c *cli) printDifferences(r *analysis.Result) {
	for _, comparison := range r.Comparisons {
		for _, d := range comparison.Differences {
			if d.Severity >= triage.Shown {
				fmt.Fprintf(c.stdout, "%d\t%s\t%.2f\t%s\n", d.Row+1, d.Kind, d.Severity, d.Reason)
			}
		}
	}
}
