package report_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/analysis"
	"hexapla/app/report"
)

// foreign runs a program that we did not write over a file and returns what it says. Where the program is
// missing, which .ci/install mends, the test is skipped.
func foreign(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed: .ci/install readers", program)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	var exit *exec.ExitError
	if warned := program == "tidy" && errors.As(err, &exit) && exit.ExitCode() == 1; err != nil && !warned {
		t.Errorf("%s: %v\n%.2000s", program, err, out)
	}
	return string(out)
}

func saved(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// each runs a test over the fixture, over one with hostile text everywhere, and over one with nothing in it.
func each(t *testing.T, test func(t *testing.T, r *analysis.Result)) {
	for name, r := range map[string]*analysis.Result{"own": fixture(t), "hostile": poisoned(t), "empty": {}} {
		t.Run(name, func(t *testing.T) { test(t, r) })
	}
}

// TestSchemas has libxml2 validate what has a schema.
func TestSchemas(t *testing.T) {
	for f, schema := range map[report.Format][]string{
		report.TMX:   {"--dtdvalid", "testdata/schemas/tmx14.dtd"},
		report.XLIFF: {"--schema", "testdata/schemas/xliff-core-2.0.xsd"},
		report.TEI:   {"--relaxng", "testdata/schemas/tei-apparatus.rng"},
	} {
		t.Run(string(f), func(t *testing.T) {
			each(t, func(t *testing.T, r *analysis.Result) {
				file := saved(t, "report.xml", writeOf(t, f, r, report.Options{Now: "2021-05-04"}))
				foreign(t, "xmllint", append([]string{"--noout", "--nonet"}, append(schema, file)...)...)
			})
		})
	}
}

// TestTidy has the page checked by HTML Tidy. It takes the lengths of SVG for those of HTML, which have no fractions.
func TestTidy(t *testing.T) {
	each(t, func(t *testing.T, r *analysis.Result) {
		for _, language := range report.Languages() {
			page := writeOf(t, report.HTML, r, report.Options{Parts: report.Parts, Language: language, Now: "2021-05-04"})
			out := foreign(t, "tidy", "-quiet", "-errors", "-utf8", "--warn-proprietary-attributes", "no", saved(t, "report.html", page))
			for line := range strings.Lines(out) {
				if !strings.Contains(line, "<svg> attribute") {
					t.Error(language, line)
				}
			}
		}
	})
}

// TestSpreadsheet has the workbook read by another program than the one that wrote it.
func TestSpreadsheet(t *testing.T) {
	file := saved(t, "report.xlsx", write(t, report.XLSX, report.Options{}))
	out := foreign(t, "xlsx2csv", "--all", "--dateformat", "%Y-%m-%d", file)
	for _, want := range []string{"five → four: 2 of 3 versions say five", "不得", "2019-01-10", "Speaker FIS"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in the workbook", want)
		}
	}
}

// TestDocument has the text of the DOCX read by docx2txt.
func TestDocument(t *testing.T) {
	file := saved(t, "report.docx", write(t, report.DOCX, report.Options{Parts: report.Parts}))
	out := foreign(t, "docx2txt", file, "-")
	for _, want := range []string{"The harbour of Linden", "not is missing in B", "市长表示", "Passages side by side", "SHA-256"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in the document", want)
		}
	}
}

// TestArchives has the containers tested by Info-ZIP.
func TestArchives(t *testing.T) {
	for _, f := range []report.Format{report.DOCX, report.XLSX, report.QDA} {
		foreign(t, "unzip", "-tqq", saved(t, "report.zip", write(t, f, report.Options{Parts: report.Parts})))
	}
}

// TestDatabase has the Discourse Network Analyzer's project read by SQLite's own shell.
func TestDatabase(t *testing.T) {
	file := saved(t, "report.dna", write(t, report.DNA, report.Options{}))
	out := foreign(t, "sqlite3", file, "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT Title FROM DOCUMENTS; SELECT count(*) FROM STATEMENTS;")
	if !strings.HasPrefix(out, "ok\n") || !strings.Contains(out, "林登港关闭") || !strings.Contains(out, "\n60\n") {
		t.Errorf("SQLite reads\n%s", out)
	}
}

// TestBibTeX has the bibliography read by bibutils.
func TestBibTeX(t *testing.T) {
	file := saved(t, "report.bib", write(t, report.BibTeX, report.Options{}))
	out := foreign(t, "bib2xml", "-i", "utf8", file)
	for _, want := range []string{"<title>林登港关闭</title>", "Linden Gazette", "Port of Linden shut"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if n := strings.Count(out, "<mods "); n != 3 {
		t.Errorf("%d entries", n)
	}
}
