package exchange

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// project is a database of Discourse Network Analyzer as it stands.
type project struct {
	documents  []document
	statements []statement
}

type document struct {
	id                                          int64
	title, text, author, source, section, notes string
	date                                        int64
}

type statement struct {
	id, document, start, stop int64
	coder                     string
	values                    map[string]string // by variable, in lower case
}

// Bounds on a project.
const (
	mostDocuments  = 20_000
	mostStatements = 200_000
)

// load reads the tables of version 2 or 3.
func load(ctx context.Context, db *sql.DB) (*project, error) {
	var p project
	err := each(ctx, db, `SELECT ID, coalesce(Title, ''), coalesce(Text, ''), coalesce(Author, ''), coalesce(Source, ''), coalesce(Section, ''), coalesce(Notes, ''), coalesce(Date, 0)
		FROM DOCUMENTS ORDER BY ID LIMIT ?`, mostDocuments, func(scan func(...any) error) error {
		var d document
		if err := scan(&d.id, &d.title, &d.text, &d.author, &d.source, &d.section, &d.notes, &d.date); err != nil {
			return err
		}
		p.documents = append(p.documents, d)
		return nil
	})
	if err != nil {
		return nil, err
	}
	at := map[int64]int{}
	err = each(ctx, db, `SELECT s.ID, s.DocumentId, s.Start, s.Stop, coalesce(c.Name, '') FROM STATEMENTS s LEFT JOIN CODERS c ON c.ID = s.Coder
		ORDER BY s.DocumentId, s.Start, s.ID LIMIT ?`, mostStatements, func(scan func(...any) error) error {
		s := statement{values: map[string]string{}}
		if err := scan(&s.id, &s.document, &s.start, &s.stop, &s.coder); err != nil {
			return err
		}
		at[s.id] = len(p.statements)
		p.statements = append(p.statements, s)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, query := range valueQueries(ctx, db) {
		err := each(ctx, db, query, mostStatements*8, func(scan func(...any) error) error {
			var of int64
			var variable, value string
			if err := scan(&of, &variable, &value); err != nil {
				return err
			}
			if i, ok := at[of]; ok {
				p.statements[i].values[strings.ToLower(strings.TrimSpace(variable))] = strings.TrimSpace(value)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return &p, nil
}

// valueQueries read what was coded. Short texts are references, to ENTITIES in version 3 and to
// ATTRIBUTES in version 2.
func valueQueries(ctx context.Context, db *sql.DB) []string {
	short := `JOIN ENTITIES e ON e.ID = d.Entity`
	if !has(ctx, db, "ENTITIES") {
		short = `JOIN ATTRIBUTES e ON e.ID = d.Value`
	}
	out := []string{`SELECT d.StatementId, v.Variable, e.Value FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId ` + short + ` ORDER BY d.ID LIMIT ?`}
	for _, table := range []string{"DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT"} {
		out = append(out, fmt.Sprintf(`SELECT d.StatementId, v.Variable, coalesce(d.Value, '') FROM %s d JOIN VARIABLES v ON v.ID = d.VariableId ORDER BY d.ID LIMIT ?`, table))
	}
	return out
}

func has(ctx context.Context, db *sql.DB, table string) bool {
	n := 0
	err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?`, table).Scan(&n)
	return err == nil && n > 0
}

// each calls f with every row of a query.
func each(ctx context.Context, db *sql.DB, query string, limit int, f func(scan func(...any) error) error) error {
	rows, err := db.QueryContext(ctx, query, limit)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
