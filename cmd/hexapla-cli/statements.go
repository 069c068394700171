package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/analysis/text"
)

// statementList is what statements --json prints.
type statementList struct {
	Statements []statement `json:"statements"`
}

type statement struct {
	ID         string   `json:"id"`
	File       string   `json:"file"`
	Source     *span    `json:"source"`
	Cue        *span    `json:"cue"`
	Content    []span   `json:"content"`
	Speaker    string   `json:"speaker"`
	Actor      string   `json:"actor"`
	Addressee  string   `json:"addressee"`
	Date       string   `json:"date"`
	DateFrom   string   `json:"date_from"`
	Utterance  string   `json:"utterance"`
	Within     string   `json:"within"`
	Continues  bool     `json:"continues"`
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"` // which rule found it
	Verb       string   `json:"verb"` // the word of saying in its base form
	Codings    []coding `json:"codings"`
}

type coding struct {
	Issue      string              `json:"issue"`
	Stance     float64             `json:"stance"`
	None       bool                `json:"none"` // speaks of the issue without a position; the stance is 0 and means nothing
	Force      positions.Force     `json:"force"`
	Certainty  positions.Certainty `json:"certainty"`
	Confidence float64             `json:"confidence"`
	Evidence   []evidence          `json:"evidence"`
}

type evidence struct {
	span
	Rule   string  `json:"rule"`
	Weight float64 `json:"weight"`
}

func newStatements(c *cli) *cobra.Command {
	var asJSON bool
	var codebook string
	cmd := &cobra.Command{
		Use:   "statements FILE...",
		Short: "List who says what",
		Args:  atLeast(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			in, err := c.read(files, false)
			if err != nil {
				return err
			}
			o := analysis.Options{Stages: analysis.Statements | analysis.Positions}
			if o.Codebook, err = readCodebook(codebook); err != nil {
				return err
			}
			r, err := c.analyse(cmd.Context(), in, o)
			if err != nil {
				return err
			}
			list := statementsOf(r)
			if asJSON {
				return c.print(list)
			}
			for _, s := range list.Statements {
				fmt.Fprintf(c.stdout, "%s\t%s\t%s", s.Date, s.Actor, s.Speaker)
				for _, p := range s.Content {
					fmt.Fprintf(c.stdout, "\t%s", p.Text)
				}
				fmt.Fprintln(c.stdout)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().StringVar(&codebook, "codebook", "", "YAML file of issues, in place of the built-in ones")
	return cmd
}

// readCodebook reads a codebook; an empty name is none.
func readCodebook(file string) (*positions.Codebook, error) {
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	book, err := positions.ReadCodebook(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &book, nil
}

func statementsOf(r *analysis.Result) statementList {
	byArticle := map[article.ID]analysis.Version{}
	for _, v := range r.Versions {
		byArticle[v.Article.ID] = v
	}
	codings := map[string][]positions.Coding{}
	for _, c := range r.Codings {
		codings[c.Statement] = append(codings[c.Statement], c)
	}
	out := statementList{Statements: []statement{}}
	for _, s := range r.Statements {
		v := byArticle[s.Article]
		w := statement{
			ID: s.ID, File: v.Article.Path, Source: optional(v.Article.Text, s.Source), Cue: optional(v.Article.Text, s.Cue),
			Content: []span{}, Speaker: s.Speaker, Actor: s.Actor, Addressee: s.Addressee, Date: s.Date, DateFrom: s.DateFrom,
			Utterance: s.Utterance, Within: s.Within, Continues: s.Continues, Confidence: s.Confidence, Rule: s.Rule, Verb: s.Verb, Codings: []coding{},
		}
		for _, p := range s.Content {
			w.Content = append(w.Content, spanOf(v.Article.Text, p))
		}
		for _, c := range codings[s.ID] {
			w.Codings = append(w.Codings, codingOf(v.Article.Text, c))
		}
		out.Statements = append(out.Statements, w)
	}
	return out
}

func codingOf(s string, c positions.Coding) coding {
	w := coding{
		Issue: c.Issue, Stance: c.Stance, None: c.None, Force: c.Force, Certainty: c.Certainty, Confidence: c.Confidence, Evidence: []evidence{},
	}
	for _, e := range c.Evidence {
		w.Evidence = append(w.Evidence, evidence{spanOf(s, e.Span), e.Rule, e.Weight})
	}
	return w
}

func optional(s string, p *text.Span) *span {
	if p == nil {
		return nil
	}
	w := spanOf(s, *p)
	return &w
}
