package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hexapla/analysis"
	"hexapla/analysis/positions"
)

// positionList is what positions --json prints.
type positionList struct {
	Positions []position `json:"positions"`
}

type position struct {
	Actor      string   `json:"actor"`
	Issue      string   `json:"issue"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	Mean       float64  `json:"mean"`
	Low        float64  `json:"low"`
	High       float64  `json:"high"`
	N          int      `json:"n"`
	Statements []string `json:"statements"`
}

func newPositions(c *cli) *cobra.Command {
	var asJSON, asCSV bool
	var codebook, issue, by, chart string
	cmd := &cobra.Command{
		Use:   "positions FILE...",
		Short: "Follow each actor's stance on the issues over time",
		Args:  atLeast(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			unit, err := unitOf(by)
			if err != nil {
				return err
			}
			if err := checkChart(chart); err != nil {
				return err
			}
			in, err := c.read(files, false)
			if err != nil {
				return err
			}
			o := analysis.Options{Stages: analysis.Positions, By: unit}
			if o.Codebook, err = readCodebook(codebook); err != nil {
				return err
			}
			r, err := c.analyse(cmd.Context(), in, o)
			if err != nil {
				return err
			}
			if err := checkIssue(issue, r.Codebook); err != nil {
				return err
			}
			list := positionsOf(r, issue)
			switch {
			case chart != "":
				return writeChart(chart, r, issue)
			case asJSON:
				return c.print(list)
			case asCSV:
				return c.printCSV(list)
			}
			for _, p := range list.Positions {
				fmt.Fprintf(c.stdout, "%s\t%s\t%s\t%s\t%+.2f\t%d\n", p.Actor, p.Issue, p.From, p.To, p.Mean, p.N)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "print a table of comma-separated values")
	cmd.Flags().StringVarP(&chart, "output", "o", "", "draw the chart of one issue into this file: .svg, .png or .pdf")
	cmd.Flags().StringVar(&issue, "issue", "", "only this issue")
	cmd.Flags().StringVar(&by, "by", string(positions.Month), "day, week, month or year")
	cmd.Flags().StringVar(&codebook, "codebook", "", "YAML file of issues, in place of the built-in ones")
	return cmd
}

// checkIssue says which issues there are where the one asked for is not among them.
func checkIssue(issue string, book positions.Codebook) error {
	var ids []string
	for _, i := range book.Issues {
		if i.ID == issue || issue == "" {
			return nil
		}
		ids = append(ids, i.ID)
	}
	return usageError{fmt.Errorf("the codebook has no issue %q; it has %s", issue, strings.Join(ids, ", "))}
}

func positionsOf(r *analysis.Result, issue string) positionList {
	out := positionList{Positions: []position{}}
	for _, p := range r.Positions {
		if issue == "" || p.Issue == issue {
			statements := p.Statements
			if statements == nil {
				statements = []string{}
			}
			out.Positions = append(out.Positions, position{p.Actor, p.Issue, p.From, p.To, p.Mean, p.Low, p.High, p.N, statements})
		}
	}
	return out
}
