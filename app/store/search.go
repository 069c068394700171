package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// Hit is a place that a search found.
type Hit struct {
	Article article.ID
	Span    text.Span // of the first term found, in the article's text as corrected
	Snippet string    // the words around it, on one line
}

// Search finds the paragraphs of the articles on the table that hold every term of the query, the
// best first. Terms in double quotes are phrases; the last term may be the beginning of a word. Upper
// and lower case, accents and the variants of Arabic letters count as the same.
func (p *Project) Search(ctx context.Context, query string, limit int) ([]Hit, error) {
	terms := parse(query)
	if len(terms) == 0 || limit <= 0 {
		return nil, ctx.Err()
	}
	articles, err := p.Articles()
	if err != nil {
		return nil, err
	}
	log, err := p.Log()
	if err != nil {
		return nil, err
	}
	table := article.Fold(articles, log).Articles
	if err := p.index(ctx, table); err != nil {
		return nil, err
	}
	return p.find(ctx, table, terms, limit)
}

// index brings the search index to the state of the articles; what has not changed is kept.
func (p *Project) index(ctx context.Context, table []article.Article) error {
	known, err := p.indexed(ctx)
	if err != nil {
		return err
	}
	var stale []article.Article
	wanted := map[article.ID]bool{}
	for _, a := range table {
		wanted[a.ID] = true
		if known[a.ID] != textHash(a.Text) {
			stale = append(stale, a)
		}
	}
	var gone []article.ID
	for id := range known {
		if !wanted[id] {
			gone = append(gone, id)
		}
	}
	if len(stale) == 0 && len(gone) == 0 {
		return nil
	}
	return p.change(func(tx *sql.Tx) error {
		for _, id := range gone {
			if err := forget(tx, id); err != nil {
				return err
			}
		}
		for _, a := range stale {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := enter(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *Project) indexed(ctx context.Context) (map[article.ID]string, error) {
	rows, err := p.db.QueryContext(ctx, `SELECT article, hash FROM indexed`)
	if err != nil {
		return nil, p.explain(err)
	}
	defer rows.Close()
	out := map[article.ID]string{}
	for rows.Next() {
		var id article.ID
		var hash string
		if err := rows.Scan(&id, &hash); err != nil {
			return nil, p.explain(err)
		}
		out[id] = hash
	}
	return out, p.explain(rows.Err())
}

func forget(tx *sql.Tx, id article.ID) error {
	for _, statement := range []string{
		`DELETE FROM words WHERE rowid IN (SELECT id FROM paragraphs WHERE article = ?)`,
		`DELETE FROM paragraphs WHERE article = ?`,
		`DELETE FROM indexed WHERE article = ?`,
	} {
		if _, err := tx.Exec(statement, id); err != nil {
			return err
		}
	}
	return nil
}

func enter(tx *sql.Tx, a article.Article) error {
	if err := forget(tx, a.ID); err != nil {
		return err
	}
	for _, s := range paragraphs(a.Text) {
		row, err := tx.Exec(`INSERT INTO paragraphs (article, start, stop) VALUES (?, ?, ?)`, a.ID, s.Start, s.End)
		if err != nil {
			return err
		}
		id, err := row.LastInsertId()
		if err != nil {
			return err
		}
		if _, err := tx.Exec(`INSERT INTO words (rowid, body) VALUES (?, ?)`, id, indexForm(s.Of(a.Text))); err != nil {
			return err
		}
	}
	_, err := tx.Exec(`INSERT INTO indexed (article, hash) VALUES (?, ?)`, a.ID, textHash(a.Text))
	return err
}

// paragraphs returns the lines that are not blank.
func paragraphs(s string) []text.Span {
	var out []text.Span
	start := 0
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) != "" {
			out = append(out, text.Span{Start: start, End: start + len(line)})
		}
		start += len(line)
	}
	return out
}

func (p *Project) find(ctx context.Context, table []article.Article, terms []term, limit int) ([]Hit, error) {
	texts := map[article.ID]string{}
	for _, a := range table {
		texts[a.ID] = a.Text
	}
	rows, err := p.db.QueryContext(ctx, `SELECT article, start, stop FROM words JOIN paragraphs ON paragraphs.id = words.rowid
		WHERE words MATCH ? ORDER BY bm25(words), article, start LIMIT ?`, match(terms), limit)
	if err != nil {
		return nil, p.explain(err)
	}
	defer rows.Close()
	var out []Hit
	for rows.Next() {
		var h Hit
		var paragraph text.Span
		if err := rows.Scan(&h.Article, &paragraph.Start, &paragraph.End); err != nil {
			return nil, p.explain(err)
		}
		s := texts[h.Article]
		h.Span = place(paragraph.Of(s), terms).Shift(paragraph.Start)
		h.Snippet = snippet(s, paragraph, h.Span)
		out = append(out, h)
	}
	return out, p.explain(rows.Err())
}

// snippet returns the words around the span, at most the paragraph.
func snippet(s string, paragraph, at text.Span) string {
	const around = 80
	from, to := max(paragraph.Start, at.Start-around), min(paragraph.End, at.End+around)
	for from > paragraph.Start && !utf8.RuneStart(s[from]) {
		from--
	}
	for to < paragraph.End && !utf8.RuneStart(s[to]) {
		to++
	}
	out := strings.Join(strings.Fields(s[from:to]), " ")
	if from > paragraph.Start {
		out = "… " + out
	}
	if to < paragraph.End {
		out += " …"
	}
	return out
}

func textHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:16])
}
