package store

import (
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks the file as ours: "Hxpl".
const applicationID = 0x4878706C

// schema holds a file per version of the format: n.sql leads from version n-1 to n.
//
//go:embed schema/*.sql
var schema embed.FS

// Create makes an empty project file. It fails where a file of the name exists.
func Create(path string) (*Project, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil, fmt.Errorf("%s exists already; open it, or choose another name", path)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be made (%w); choose another folder", path, cause(err))
	}
	f.Close()
	p, err := connect(path)
	if err == nil {
		err = p.migrate()
	}
	if err == nil { // so that the file itself, not only the log beside it, says what it is
		_, err = p.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`)
	}
	if err != nil {
		if p != nil {
			p.db.Close()
		}
		os.Remove(path)
		return nil, err
	}
	return p, nil
}

// Open opens a project file, bringing it to the present version of the format. The error names the
// file and says what to do.
func Open(path string) (*Project, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := inspect(path); err != nil {
		return nil, err
	}
	p, err := connect(path)
	if err != nil {
		return nil, err
	}
	if err := p.check(); err != nil {
		p.db.Close()
		return nil, err
	}
	return p, nil
}

// Is reports whether data, the beginning of a file, is that of a project.
func Is(head []byte) bool {
	return len(head) >= 72 && strings.HasPrefix(string(head), "SQLite format 3\x00") &&
		string(head[68:72]) == "Hxpl"
}

// inspect finds out without the database engine whether the file may be opened at all.
func inspect(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s does not exist; check its name, or make it as a new project", path)
	case err != nil:
		return fmt.Errorf("%s cannot be opened (%w)", path, cause(err))
	case info.IsDir():
		return fmt.Errorf("%s is a folder, not a project; name the .hexapla file in it", path)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("%s may not be written to (%w); copy it to a folder of your own and open the copy", path, cause(err))
	}
	defer f.Close()
	head := make([]byte, 100)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%s cannot be read (%w)", path, cause(err))
	}
	if !Is(head[:n]) {
		return fmt.Errorf("%s is not a Hexapla project; add it to a project as an article if it is a text", path)
	}
	return nil
}

// cause strips the path from an error of the file system; the sentence around it names it.
func cause(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}

func connect(path string) (*Project, error) {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	q := url.Values{}
	q.Add("_pragma", "busy_timeout(3000)")
	q.Add("_pragma", "journal_mode(WAL)")
	q.Add("_pragma", "synchronous(FULL)")
	q.Add("_txlock", "immediate")
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: slashed}).String()+"?"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("%s cannot be opened: %w", path, err)
	}
	db.SetMaxOpenConns(1) // one writer; a second connection would only wait for it
	return &Project{path: path, db: db}, nil
}

// Check looks through the whole file, indexes too, and at every decision.
func (p *Project) Check() error {
	var result string
	if err := p.db.QueryRow(`PRAGMA integrity_check(1)`).Scan(&result); err != nil {
		return p.explain(err)
	}
	if result != "ok" {
		return p.damaged(errors.New(result))
	}
	if _, err := p.Articles(); err != nil {
		return err
	}
	_, err := p.Log()
	return err
}

// check looks whether the file is whole and of a version that this program knows.
func (p *Project) check() error {
	var result string
	if err := p.db.QueryRow(`PRAGMA quick_check(1)`).Scan(&result); err != nil {
		return p.explain(err)
	}
	if result != "ok" {
		return p.damaged(errors.New(result))
	}
	return p.migrate()
}

// migrate brings the file to the present version, each step in a transaction of its own.
func (p *Project) migrate() error {
	steps, err := schema.ReadDir("schema")
	if err != nil {
		return err
	}
	var version int
	if err := p.db.QueryRow(`PRAGMA user_version`).Scan(&version); err != nil {
		return p.explain(err)
	}
	if version > len(steps) {
		return fmt.Errorf("%s was made by a newer version of Hexapla; update the program to open it", p.path)
	}
	for ; version < len(steps); version++ {
		statements, err := schema.ReadFile(fmt.Sprintf("schema/%d.sql", version+1))
		if err != nil {
			return err
		}
		err = p.change(func(tx *sql.Tx) error {
			mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version+1)
			_, err := tx.Exec(string(statements) + mark)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// SaveAs writes a copy of the project to path, all of it or nothing. The project stays where it is.
func (p *Project) SaveAs(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if same(path, p.path) {
		return fmt.Errorf("%s is this project itself; choose another name for the copy", path)
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".hexapla-")
	if err != nil {
		return fmt.Errorf("%s cannot be written (%w); choose another folder", path, cause(err))
	}
	defer os.RemoveAll(dir)
	whole := filepath.Join(dir, "copy")
	if _, err := p.db.Exec(`VACUUM INTO ?`, whole); err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	if err := flush(whole); err != nil {
		return fmt.Errorf("%s cannot be written (%w); choose another folder", path, cause(err))
	}
	for _, beside := range []string{"-wal", "-shm"} { // of a project that the copy replaces
		if err := os.Remove(path + beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is in use (%w); close it first", path, cause(err))
		}
	}
	if err := os.Rename(whole, path); err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	return nil
}

func same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return a == b || errX == nil && errY == nil && os.SameFile(x, y)
}

// flush waits until the disk has the file.
func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// damage is an entry of the file that cannot be understood.
type damage struct{ error }

// explain turns an error of the database into a sentence that says what to do.
func (p *Project) explain(err error) error {
	var found damage
	var engine *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &found):
		return p.damaged(found.error)
	case !errors.As(err, &engine):
		return fmt.Errorf("%s: %w", p.path, err)
	}
	switch engine.Code() & 0xFF {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%s is in use by another program; close it there and try again: %w", p.path, err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return fmt.Errorf("%s may not be written to; copy it to a folder of your own and open the copy: %w", p.path, err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return p.damaged(err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("the disk of %s is full; make room, nothing confirmed is lost: %w", p.path, err)
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%s cannot be read or written; check the disk or the network folder: %w", p.path, err)
	}
	return fmt.Errorf("%s: %w", p.path, err)
}

func (p *Project) damaged(err error) error {
	return fmt.Errorf("%s is damaged; open a copy of it from a backup: %w", p.path, err)
}
