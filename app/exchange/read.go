package exchange

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver of the name "sqlite"

	"hexapla/analysis/article/formats"
)

// Read returns what a file holds, as formats.Read does.
func Read(ctx context.Context, path string, data []byte, o formats.Options) (formats.Imported, error) {
	if !bytes.HasPrefix(data, []byte("SQLite format 3\x00")) {
		return formats.Read(path, data, o)
	}
	db, done, err := opened(data)
	if err != nil {
		return formats.Imported{}, fmt.Errorf("%s cannot be opened: %w", filepath.Base(path), err)
	}
	defer done()
	ctx, cancel := context.WithTimeout(ctx, longestRead)
	defer cancel()
	p, err := load(ctx, db)
	switch {
	case err != nil && ctx.Err() != nil:
		return formats.Imported{}, fmt.Errorf("%s takes too long to read; compact it in the program that made it", filepath.Base(path))
	case err != nil:
		return formats.Imported{}, fmt.Errorf("%s is a database, but none of Discourse Network Analyzer 2 or 3 (%w); export its texts", filepath.Base(path), err)
	}
	return p.imported(path, o)
}

// longestRead bounds the reading of one database: a view in it can be a query without end.
const longestRead = time.Minute

// opened opens a copy of a database for reading only; done closes and deletes it.
func opened(data []byte) (db *sql.DB, done func(), err error) {
	f, err := os.CreateTemp("", "hexapla-*.dna")
	if err != nil {
		return nil, nil, err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		address := url.URL{Scheme: "file", Opaque: filepath.ToSlash(f.Name()), RawQuery: "mode=ro&immutable=1&_pragma=trusted_schema(0)&_pragma=query_only(1)"}
		db, err = sql.Open("sqlite", address.String())
	}
	if err != nil {
		os.Remove(f.Name())
		return nil, nil, err
	}
	return db, func() { db.Close(); os.Remove(f.Name()) }, nil
}
