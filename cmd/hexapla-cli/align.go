package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hexapla/analysis"
	"hexapla/analysis/wording/align"
)

// alignment is what align --json prints.
type alignment struct {
	Versions []version `json:"versions"`
	Rows     []row     `json:"rows"`
}

type row struct {
	Segments [][]int      `json:"segments"`
	Score    float64      `json:"score"`
	Origin   align.Origin `json:"origin"`
}

func newAlign(c *cli) *cobra.Command {
	var lines, asJSON bool
	cmd := &cobra.Command{
		Use:   "align FILE FILE...",
		Short: "Find which sentences of the versions correspond",
		Args:  atLeast(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			in, err := c.readVersions(files, lines, analysis.Alignment)
			if err != nil {
				return err
			}
			r, err := c.analyse(cmd.Context(), in, analysis.Options{Stages: analysis.Alignment, OneStory: true})
			if err != nil {
				return err
			}
			if asJSON {
				return c.print(alignmentOf(r))
			}
			c.printRows(r)
			return nil
		},
	}
	cmd.Flags().BoolVar(&lines, "lines", false, "the input is one segment per line")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func alignmentOf(r *analysis.Result) alignment {
	out := alignment{Versions: versions(r), Rows: []row{}}
	for _, comparison := range r.Comparisons {
		for _, a := range comparison.Rows {
			w := row{Score: a.Score, Origin: a.Origin}
			for _, s := range a.Segments {
				w.Segments = append(w.Segments, ints(s))
			}
			out.Rows = append(out.Rows, w)
		}
	}
	return out
}

func (c *cli) printRows(r *analysis.Result) {
	for _, comparison := range r.Comparisons {
		for i, a := range comparison.Rows {
			fmt.Fprintf(c.stdout, "%d\t%.2f\n", i+1, a.Score)
			for column, segments := range a.Segments {
				v := r.Versions[comparison.Versions[column]]
				for _, s := range segments {
					fmt.Fprintf(c.stdout, "\t%s\t%s\n", comparison.Sigla[column], v.Segments[s].Of(v.Article.Text))
				}
			}
		}
	}
}
