// Package store keeps a project in one file: the articles as imported and the log of decisions
// about them, with a full-text search and the state of the screen beside it.
//
// It is for the window and the command line. It decides nothing: what the log means is
// article.Fold's business, and nothing that analysis derives is kept as truth.
//
// # Why SQLite
//
// A decision that was confirmed must survive a power cut, a project must be one file that can be
// mailed, and it must open in twenty years. The database runs with a write-ahead log and
// synchronous=FULL: Append returns after the disk has the decision.
package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"hexapla/analysis/article"
)

// Project is an open project file. It is safe for concurrent use.
type Project struct {
	path string
	db   *sql.DB
}

// Path is the absolute path of the file.
func (p *Project) Path() string { return p.path }

// Close ends the work with the file; everything confirmed is in it already.
func (p *Project) Close() error { return p.explain(p.db.Close()) }

// Articles returns all articles ever imported, in the order of import.
func (p *Project) Articles() ([]article.Article, error) {
	rows, err := p.db.Query(`SELECT id, file, path, format, encoding, raw, text, lines, meta, notes FROM articles ORDER BY seq`)
	if err != nil {
		return nil, p.explain(err)
	}
	defer rows.Close()
	var out []article.Article
	for rows.Next() {
		var a article.Article
		var meta, notes []byte
		err := rows.Scan(&a.ID, &a.File, &a.Path, &a.Format, &a.Encoding, &a.Raw, &a.Text, &a.Lines, &meta, &notes)
		if err != nil {
			return nil, p.explain(err)
		}
		if err := json.Unmarshal(meta, &a.Meta); err != nil {
			return nil, p.damaged(err)
		}
		if err := json.Unmarshal(notes, &a.Notes); err != nil {
			return nil, p.damaged(err)
		}
		out = append(out, a)
	}
	return out, p.explain(rows.Err())
}

// Add stores the articles, puts them on the table and appends the decisions that came with them, in
// one transaction, and returns the decisions made. An article that is stored already is not stored
// twice; one on the table already stays there.
func (p *Project) Add(coder string, at time.Time, articles []article.Article, with ...article.Act) ([]article.Decision, error) {
	var out []article.Decision
	err := p.change(func(tx *sql.Tx) error {
		table, err := onTable(tx)
		if err != nil {
			return err
		}
		var acts []article.Act
		for _, a := range articles {
			if err := insert(tx, a); err != nil {
				return err
			}
			if !table[a.ID] {
				table[a.ID] = true
				acts = append(acts, article.AddArticle{Article: a.ID})
			}
		}
		out, err = appendTo(tx, coder, at, append(acts, with...))
		return err
	})
	return out, err
}

func onTable(tx *sql.Tx) (map[article.ID]bool, error) {
	log, err := readLog(tx)
	if err != nil {
		return nil, err
	}
	rows, err := tx.Query(`SELECT id FROM articles`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var known []article.Article
	for rows.Next() {
		var a article.Article
		if err := rows.Scan(&a.ID); err != nil {
			return nil, err
		}
		known = append(known, a)
	}
	out := map[article.ID]bool{}
	for _, a := range article.Fold(known, log).Articles {
		out[a.ID] = true
	}
	return out, rows.Err()
}

func insert(tx *sql.Tx, a article.Article) error {
	meta, err := json.Marshal(a.Meta)
	if err != nil {
		return err
	}
	notes, err := json.Marshal(a.Notes)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO articles (id, file, path, format, encoding, raw, text, lines, meta, notes)
		VALUES (?, ?, ?, ?, ?, coalesce(?, x''), ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		a.ID, a.File, a.Path, a.Format, a.Encoding, a.Raw, a.Text, a.Lines, meta, notes)
	return err
}

// Log returns all decisions in their order.
func (p *Project) Log() ([]article.Decision, error) {
	log, err := readLog(p.db)
	return log, p.explain(err)
}

// querier is a database or a transaction on it.
type querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
}

func readLog(q querier) ([]article.Decision, error) {
	rows, err := q.Query(`SELECT seq, at, coder, kind, act, step FROM decisions ORDER BY seq`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []article.Decision
	for rows.Next() {
		var d article.Decision
		var at, kind string
		var act []byte
		if err := rows.Scan(&d.Seq, &at, &d.Coder, &kind, &act, &d.Step); err != nil {
			return nil, err
		}
		if d.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return nil, damage{fmt.Errorf("decision %d: %w", d.Seq, err)}
		}
		if d.Act, err = article.DecodeAct(kind, act); err != nil {
			return nil, damage{fmt.Errorf("decision %d: %w", d.Seq, err)}
		}
		out = append(out, d)
	}
	return out, rows.Err()
}

// Append adds decisions to the log in one transaction and returns them numbered; together they are
// one step of undo. They are on the disk when it returns.
func (p *Project) Append(coder string, at time.Time, acts ...article.Act) ([]article.Decision, error) {
	var out []article.Decision
	err := p.change(func(tx *sql.Tx) (err error) {
		out, err = appendTo(tx, coder, at, acts)
		return err
	})
	return out, err
}

func appendTo(tx *sql.Tx, coder string, at time.Time, acts []article.Act) ([]article.Decision, error) {
	var seq int64
	if err := tx.QueryRow(`SELECT coalesce(max(seq), 0) FROM decisions`).Scan(&seq); err != nil {
		return nil, err
	}
	at = at.UTC().Round(0)
	var out []article.Decision
	step := int64(0)
	if len(acts) > 1 {
		step = seq + 1
	}
	for _, a := range acts {
		seq++
		data, err := article.EncodeAct(a)
		if err != nil {
			return nil, err
		}
		_, err = tx.Exec(`INSERT INTO decisions (seq, at, coder, kind, act, step) VALUES (?, ?, ?, ?, ?, ?)`,
			seq, at.Format(time.RFC3339Nano), coder, a.Kind(), string(data), step)
		if err != nil {
			return nil, err
		}
		out = append(out, article.Decision{Seq: seq, At: at, Coder: coder, Act: a, Step: step})
	}
	return out, nil
}

// View returns what SetView kept under the key, "" where there is nothing.
func (p *Project) View(key string) (string, error) {
	var value string
	err := p.db.QueryRow(`SELECT value FROM view WHERE key = ?`, key).Scan(&value)
	if err == sql.ErrNoRows {
		return "", nil
	}
	return value, p.explain(err)
}

// SetView keeps state of the screen: selection, scroll position, columns. It is not a decision.
func (p *Project) SetView(key, value string) error {
	_, err := p.db.Exec(`INSERT INTO view (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
	return p.explain(err)
}

// Cached returns a derived value that SetCached kept, nil where there is none.
func (p *Project) Cached(key string) ([]byte, error) {
	var value []byte
	err := p.db.QueryRow(`SELECT value FROM cache WHERE key = ?`, key).Scan(&value)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	return value, p.explain(err)
}

// SetCached keeps a derived value under the hash of what it was derived from.
func (p *Project) SetCached(key string, value []byte) error {
	_, err := p.db.Exec(`INSERT INTO cache (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
	return p.explain(err)
}

// change runs f in a transaction that takes the write lock at once.
func (p *Project) change(f func(*sql.Tx) error) error {
	tx, err := p.db.Begin()
	if err != nil {
		return p.explain(err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return p.explain(err)
	}
	return p.explain(tx.Commit())
}
