package exchange

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
)

const tables = `
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT);
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER);
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
INSERT INTO CODERS VALUES (1, 'Admin'), (2, 'Anna');
INSERT INTO DOCUMENTS VALUES (1, 'Talks go on', '😀 China wants the deal kept. Iran agrees.', 1, 'Jane Roe', 'Vienna Daily', '', 'scanned', '', %date%), (2, 'Empty', ' ', 1, '', '', '', '', '', 0);
INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1);
INSERT INTO STATEMENTS VALUES (1, 1, 1, 3, 29, 2), (2, 1, 1, 30, 41, 1), (3, 1, 1, 3, 29, 1);
INSERT INTO DATABOOLEAN VALUES (1, 1, 4, 1), (2, 2, 4, 0), (3, 3, 4, 0);
`

const version3 = `
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
INSERT INTO ENTITIES VALUES (1, 1, 'Wang Qun'), (2, 2, 'China'), (3, 3, 'nuclear deal'), (4, 2, 'Iran');
INSERT INTO DATASHORTTEXT VALUES (1, 1, 1, 1), (2, 1, 2, 2), (3, 1, 3, 3), (4, 2, 2, 4), (5, 2, 3, 3), (6, 3, 2, 2), (7, 3, 3, 3);
`

const version2 = `
CREATE TABLE ATTRIBUTES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
INSERT INTO ATTRIBUTES VALUES (1, 1, 'Wang Qun'), (2, 2, 'China'), (3, 3, 'nuclear deal'), (4, 2, 'Iran');
INSERT INTO DATASHORTTEXT VALUES (1, 1, 1, 1), (2, 1, 2, 2), (3, 1, 3, 3), (4, 2, 2, 4), (5, 2, 3, 3), (6, 3, 2, 2), (7, 3, 3, 3);
`

// TestDNA reads projects of both versions: places in UTF-16, two coders who disagree.
func TestDNA(t *testing.T) {
	for name, script := range map[string]string{
		"three": strings.ReplaceAll(tables, "%date%", "1659916800") + version3,
		"two":   strings.ReplaceAll(tables, "%date%", "1659916800000") + version2,
	} {
		in, err := Read(context.Background(), "/tmp/x/vienna.dna", database(t, script), formats.Options{})
		if err != nil || len(in.Articles) != 1 {
			t.Fatalf("%s: %d articles, %v", name, len(in.Articles), err)
		}
		a := in.Articles[0]
		if a.File != "vienna.dna › Talks go on" || a.Format != "dna" || a.Meta.Title.Value != "Talks go on" || a.Meta.Date.Value != "2022-08-08" || a.Meta.Outlet.Value != "Vienna Daily" || a.Notes[0].Message != "scanned" {
			t.Errorf("%s: %+v", name, a)
		}
		var got []string
		for _, act := range in.Acts {
			line := article.Describe(act).String()
			if c, ok := act.(article.Code); ok {
				line += " " + c.Note
			}
			if n, ok := act.(article.Annotate); ok {
				line += " " + n.Note
			}
			if s, ok := act.(article.SetStatement); ok {
				line += " for " + s.Actor
			}
			got = append(got, line)
		}
		want := []string{
			"issue nuclear deal",
			"statement of Wang Qun: “China wants the deal kept.” for China",
			"coding of “China wants the deal kept.” as +1 on nuclear deal coded by Anna",
			"note on “China wants the deal kept.” statement of China (Admin)",
			"note on “China wants the deal kept.” nuclear deal -1 (Admin)",
			"statement of Iran: “Iran agrees” for Iran",
			"coding of “Iran agrees” as -1 on nuclear deal coded by Admin",
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: got\n%s", name, strings.Join(got, "\n"))
		}
	}
}

// TestOtherFiles: databases of other programs and damaged ones are one sentence that names the file;
// any other file goes to its own reader; no copy stays behind.
func TestOtherFiles(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	whole := database(t, strings.ReplaceAll(tables, "%date%", "0")+version3)
	for name, data := range map[string][]byte{
		"other.dna": database(t, "CREATE TABLE x(y)"), "cut.dna": whole[:len(whole)/3], "torn.dna": append(append([]byte{}, whole[:5000]...), make([]byte, 9000)...),
		"view.dna": database(t, "CREATE VIEW DOCUMENTS AS SELECT 1"),
	} {
		if _, err := Read(context.Background(), name, data, formats.Options{}); err == nil || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if in, err := Read(context.Background(), "a.txt", []byte("Iran agrees."), formats.Options{}); err != nil || len(in.Articles) != 1 {
		t.Errorf("a text: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "hexapla-*.dna")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// FuzzDNA: no damage to a database stops the program.
func FuzzDNA(f *testing.F) {
	whole := database(f, strings.ReplaceAll(tables, "%date%", "0")+version3)
	f.Add(100, byte(7), len(whole))
	f.Add(4096, byte(255), 9000)
	f.Fuzz(func(t *testing.T, at int, with byte, length int) {
		data := append([]byte{}, whole[:max(16, min(length, len(whole)))]...)
		if at >= 16 && at < len(data) {
			data[at] ^= with
		}
		in, err := Read(context.Background(), "x.dna", data, formats.Options{})
		if err != nil && !strings.HasPrefix(err.Error(), "x.dna") || err == nil && len(in.Articles) == 0 {
			t.Fatal(err)
		}
	})
}

// database makes a database file by a script.
func database(t testing.TB, script string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(script); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
