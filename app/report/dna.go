package report

import (
	"cmp"
	"io"
	"strconv"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/app/exchange"
)

// writeDNA writes a project of Discourse Network Analyzer: articles as documents, and a statement for
// each coding, or one without a concept where nobody coded.
func writeDNA(w io.Writer, r *analysis.Result, o Options) error {
	var documents []exchange.Document
	number := map[article.ID]int{}
	for i, v := range r.Versions {
		m := v.Article.Meta
		number[v.Article.ID] = i
		documents = append(documents, exchange.Document{
			Title: cmp.Or(m.Title.Value, v.Article.File), Text: v.Article.Text, Author: m.Author.Value, Source: m.Outlet.Value, Date: m.Date.Value,
		})
	}
	codings := map[string][]positions.Coding{}
	for _, c := range r.Codings {
		if (o.Issue == "" || c.Issue == o.Issue) && !(o.Include.ReviewedOnly && c.Coder == positions.Machine) {
			codings[c.Statement] = append(codings[c.Statement], c)
		}
	}
	rejected := r.RejectedStatements()
	var statements []exchange.Statement
	for _, s := range r.Statements {
		document, ok := number[s.Article]
		of := codings[s.ID]
		if !ok || rejected[s.ID] || len(s.Content) == 0 {
			continue
		}
		if len(of) == 0 && (o.Issue != "" || o.Include.ReviewedOnly && s.Rule != analysis.ByHand) {
			continue
		}
		x := exchange.Statement{Document: document, At: s.Content[0].Cover(s.Content[len(s.Content)-1]), Speaker: s.Speaker, Actor: ActorName(r, s.Actor)}
		if len(of) == 0 {
			statements = append(statements, x)
		}
		for _, c := range of {
			x.Issue, x.Stance, x.Coder = c.Issue, strconv.FormatFloat(c.Stance, 'g', 4, 64), c.Coder
			if c.None {
				x.Stance = ""
			}
			if x.Coder == positions.Machine {
				x.Coder = "Hexapla"
			}
			statements = append(statements, x)
		}
	}
	return exchange.WriteDNA(w, documents, statements)
}
