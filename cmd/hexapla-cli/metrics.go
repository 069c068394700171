package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hexapla/analysis"
	"hexapla/analysis/wording/metrics"
)

// scores is what metrics --json prints: the measures of one hypothesis against all references.
type scores struct {
	Hypothesis string   `json:"hypothesis"`
	References []string `json:"references"`
	Segments   int      `json:"segments"`
	BLEU       float64  `json:"bleu"`
	ChrF       float64  `json:"chrf"`
	ChrFPP     float64  `json:"chrf++"`
	TER        float64  `json:"ter"`
}

func newMetrics(c *cli) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "metrics REFERENCE... HYPOTHESIS",
		Short: "Score a translation against references: BLEU, chrF, chrF++, TER as sacreBLEU computes them",
		Long: "Score a translation against one or several references, line by line: BLEU, chrF, chrF++ and TER\n" +
			"equal to sacreBLEU's defaults. The last file is the hypothesis.",
		Args: atLeast(2),
		RunE: func(_ *cobra.Command, files []string) error {
			in, err := c.read(files, true, analysis.Alignment)
			if err != nil {
				return err
			}
			s, err := scoresOf(in)
			if err != nil {
				return err
			}
			if asJSON {
				return c.print(s)
			}
			fmt.Fprintf(c.stdout, "BLEU\t%.2f\nchrF\t%.2f\nchrF++\t%.2f\nTER\t%.2f\n", s.BLEU, s.ChrF, s.ChrFPP, s.TER)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func scoresOf(in *input) (scores, error) {
	if len(in.articles) < 2 {
		return scores{}, fmt.Errorf("metrics needs a reference and a hypothesis that can be read")
	}
	var texts [][]string
	for _, a := range in.articles {
		texts = append(texts, analysis.Lines(a.Text))
		if n := len(texts[len(texts)-1]); n != len(texts[0]) {
			return scores{}, fmt.Errorf("%s has %d lines and %s has %d; line n of each must be the same segment", a.File, n, in.articles[0].File, len(texts[0]))
		}
	}
	last := len(texts) - 1
	hypothesis, references := texts[last], texts[:last]
	s := scores{
		Hypothesis: in.articles[last].Path, Segments: len(hypothesis), References: []string{},
		BLEU: metrics.BLEU(hypothesis, references), ChrF: metrics.ChrF(hypothesis, references),
		ChrFPP: metrics.ChrFPlusPlus(hypothesis, references), TER: metrics.TER(hypothesis, references),
	}
	for _, a := range in.articles[:last] {
		s.References = append(s.References, a.Path)
	}
	return s, nil
}
