package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hexapla/analysis"
)

// collation is what collate --json prints.
type collation struct {
	Versions []version `json:"versions"`
	Entries  []entry   `json:"entries"`
}

type entry struct {
	Row      int              `json:"row"`
	Readings []collateReading `json:"readings"`
	Kind     string           `json:"kind"`
	Moved    bool             `json:"moved"`
}

type collateReading struct {
	Version int   `json:"version"`
	Tokens  []int `json:"tokens"`
	span
}

func newCollate(c *cli) *cobra.Command {
	var lines, words, asJSON bool
	cmd := &cobra.Command{
		Use:   "collate FILE FILE...",
		Short: "Line up the words of the versions into an apparatus",
		Args:  atLeast(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			in, err := c.readVersions(files, lines, analysis.Collation)
			if err != nil {
				return err
			}
			o := analysis.Options{Stages: analysis.Collation, OneStory: true, ByBlanks: words}
			r, err := c.analyse(cmd.Context(), in, o)
			if err != nil {
				return err
			}
			if asJSON {
				return c.print(collationOf(r))
			}
			c.printEntries(r)
			return nil
		},
	}
	cmd.Flags().BoolVar(&lines, "lines", false, "the input is one segment per line")
	cmd.Flags().BoolVar(&words, "words", false, "words are what single blanks part")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func collationOf(r *analysis.Result) collation {
	out := collation{Versions: versions(r), Entries: []entry{}}
	for _, comparison := range r.Comparisons {
		for _, e := range comparison.Entries {
			w := entry{Row: e.Row, Moved: e.Moved, Kind: "agree", Readings: []collateReading{}}
			if !e.Agree {
				w.Kind = "wording"
			}
			for _, x := range e.Readings {
				at := comparison.Versions[x.Version]
				w.Readings = append(w.Readings, collateReading{at, ints(x.Tokens), spanOf(r.Versions[at].Article.Text, x.Span)})
			}
			out.Entries = append(out.Entries, w)
		}
	}
	return out
}

func (c *cli) printEntries(r *analysis.Result) {
	for _, comparison := range r.Comparisons {
		for _, e := range comparison.Entries {
			if e.Agree {
				continue
			}
			fmt.Fprintf(c.stdout, "%d", e.Row+1)
			for _, x := range e.Readings {
				v := r.Versions[comparison.Versions[x.Version]]
				fmt.Fprintf(c.stdout, "\t%s: %s", comparison.Sigla[x.Version], x.Of(v.Article.Text))
			}
			fmt.Fprintln(c.stdout)
		}
	}
}
