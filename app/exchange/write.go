package exchange

import (
	"crypto/sha256"
	"database/sql"
	_ "embed" // the schema
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"hexapla/analysis/text"
)

// Document is a text for WriteDNA.
type Document struct {
	Title, Text, Author, Source, Date string // Date is an ISO day
}

// Statement is who says what for WriteDNA, on at most one issue.
type Statement struct {
	Document                                   int // index
	At                                         text.Span
	Coder, Speaker, Actor, Issue, Stance, Note string // Stance is a number, "" where there is none
}

// Password opens the databases that WriteDNA writes: Discourse Network Analyzer asks each coder for one.
const Password = "hexapla"

// schema is the tables of Discourse Network Analyzer 3.
//
//go:embed dna3.sql
var schema string

// The variables of the statement type, each with a value in every statement, as the program expects.
const (
	varPerson = iota + 1
	varOrganization
	varConcept
	varAgreement
	varStance
	varNote
)

// WriteDNA writes a project of Discourse Network Analyzer 3. Agreement is a yes or no there, so that
// the stance stands beside it as a text. The same project is the same bytes.
func WriteDNA(w io.Writer, documents []Document, statements []Statement) error {
	dir, err := os.MkdirTemp("", "hexapla-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "project.dna")
	if err := fill(path, documents, statements); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

func fill(path string, documents []Document, statements []Statement) (err error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	d := dnaWriter{tx: tx, coders: map[string]int{}, entities: map[entity]int{}, password: passwordHash()}
	d.exec(schema)
	d.coder("Admin")
	rulers := make([]*text.Ruler, len(documents))
	for i, x := range documents {
		rulers[i] = text.Measure(x.Text, text.UTF16)
		d.exec(`INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Author, Source, Date) VALUES (?, ?, ?, 1, ?, ?, ?)`,
			i+1, short(x.Title), x.Text, short(x.Author), short(x.Source), seconds(x.Date))
	}
	n := 0
	for _, s := range statements {
		ruler := rulers[s.Document]
		if from, to := ruler.Count(s.At.Start), ruler.Count(s.At.End); from < to {
			n++
			d.exec(`INSERT INTO STATEMENTS (ID, StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, 1, ?, ?, ?, ?)`, n, s.Document+1, from, to, d.coder(s.Coder))
			d.values(n, s)
		}
	}
	if d.err != nil {
		return d.err
	}
	return tx.Commit()
}

// dnaWriter fills the tables; after an error it does nothing more.
type dnaWriter struct {
	tx       *sql.Tx
	coders   map[string]int
	entities map[entity]int
	password string
	err      error
}

type entity struct {
	variable int
	value    string
}

func (d *dnaWriter) exec(query string, args ...any) {
	if d.err == nil {
		_, d.err = d.tx.Exec(query, args...)
	}
}

// coder is the number of a coder; what nobody signed is the administrator's.
func (d *dnaWriter) coder(name string) int {
	if name == "" {
		return 1
	}
	n, ok := d.coders[name]
	if !ok {
		n = len(d.coders) + 1
		d.coders[name] = n
		d.exec(`INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (?, ?, 255, 255, ?)`, n, short(name), d.password)
	}
	return n
}

func (d *dnaWriter) values(n int, s Statement) {
	for i, value := range []string{s.Speaker, s.Actor, s.Issue} {
		variable := varPerson + i
		d.exec(`INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)`, n, variable, d.entity(variable, short(value)))
	}
	stance, err := strconv.ParseFloat(s.Stance, 64)
	agrees := 1
	if err == nil && stance < 0 {
		agrees = 0
	}
	d.exec(`INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)`, n, varAgreement, agrees)
	if s.Stance == "" {
		s.Stance = noStance
	}
	d.exec(`INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, ?, ?)`, n, varStance, s.Stance)
	d.exec(`INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, ?, ?)`, n, varNote, s.Note)
}

// noStance says that a statement has none, as a yes or no cannot.
const noStance = "none"

func (d *dnaWriter) entity(variable int, value string) int {
	key := entity{variable, value}
	n, ok := d.entities[key]
	if !ok {
		n = len(d.entities) + 1
		d.entities[key] = n
		d.exec(`INSERT INTO ENTITIES (ID, VariableId, Value, Red, Green, Blue) VALUES (?, ?, ?, 0, 0, 0)`, n, variable, value)
	}
	return n
}

// short cuts a text to what the columns hold.
func short(s string) string {
	const most = 190
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

func seconds(day string) int64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return t.Unix()
}

// passwordHash is the password as Jasypt's StrongPasswordEncryptor, which the program uses, digests
// it: salt and password, a hundred thousand times SHA-256. It guards nothing, so the salt is fixed.
func passwordHash() string {
	salt := []byte("Hexapla exchange")
	sum := sha256.Sum256(append(salt[:len(salt):len(salt)], Password...))
	for range 100_000 - 1 {
		sum = sha256.Sum256(sum[:])
	}
	return base64.StdEncoding.EncodeToString(append(salt, sum[:]...))
}
