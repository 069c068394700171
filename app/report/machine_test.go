package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"os/exec"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"hexapla/app/report"
)

// TestCSV: every table is a rectangle, and no cell can start a formula.
func TestCSV(t *testing.T) {
	for _, name := range report.Tables {
		for _, r := range []*bytesOf{of(t, report.CSV, report.Options{Table: name}), {writeOf(t, report.CSV, poisoned(t), report.Options{Table: name})}} {
			rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(r.data, []byte("\uFEFF")))).ReadAll()
			if err != nil || len(rows) < 2 {
				t.Errorf("%s: %d rows, %v", name, len(rows), err)
				continue
			}
			for _, row := range rows {
				for _, cell := range row {
					if cell != "" && strings.ContainsRune("=+@", rune(cell[0])) {
						t.Errorf("%s: cell %q", name, cell)
					}
				}
			}
		}
	}
	if err := report.Write(t.Context(), io.Discard, report.CSV, fixture(t), report.Options{Table: "poem"}); err == nil {
		t.Error("a table that does not exist is written")
	}
}

type bytesOf struct{ data []byte }

func of(t *testing.T, f report.Format, o report.Options) *bytesOf { return &bytesOf{write(t, f, o)} }

func TestCell(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "+49": "'+49", "-a": "'-a", "@x": "'@x", "\tx": "'\tx", "a=b": "a=b", "": "", "＝1": "'＝1", " =1": "' =1", "\u200b=1": "'\u200b=1"} {
		if got := report.Cell(in); got != want {
			t.Errorf("Cell(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestXLSX reads the workbook as a spreadsheet does: typed cells, no formulas, all sheets.
func TestXLSX(t *testing.T) {
	for name, data := range map[string][]byte{"own": write(t, report.XLSX, report.Options{}), "hostile": writeOf(t, report.XLSX, poisoned(t), report.Options{})} {
		book, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, want := range append([]string{"summary"}, report.Tables...) {
			rows, err := book.GetRows(want)
			if err != nil || len(rows) < 2 {
				t.Errorf("%s: sheet %s has %d rows, %v", name, want, len(rows), err)
			}
			for r, row := range rows {
				for c := range row {
					at, _ := excelize.CoordinatesToCellName(c+1, r+1)
					if f, _ := book.GetCellFormula(want, at); f != "" {
						t.Errorf("%s: %s!%s is the formula %q", name, want, at, f)
					}
				}
			}
		}
		if kind, _ := book.GetCellType("differences", "D2"); name == "own" && kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset {
			t.Errorf("the severity is of type %v", kind)
		}
		if raw, _ := book.GetCellValue("differences", "D2"); name == "own" && raw != "0.08" {
			t.Errorf("the severity reads %q", raw)
		}
		book.Close()
	}
}

// TestJSON: what is written can be read, and no list is null.
func TestJSON(t *testing.T) {
	for name, data := range map[string][]byte{"own": write(t, report.JSON, report.Options{}), "hostile": writeOf(t, report.JSON, poisoned(t), report.Options{})} {
		var v map[string]any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if strings.Contains(string(data), ": null") {
			t.Errorf("%s: a list is null", name)
		}
		if n := len(v["points"].([]any)); n != 60 {
			t.Errorf("%s: %d points", name, n)
		}
	}
}

// TestJSONFigures: a figure that is none does not spoil the file.
func TestJSONFigures(t *testing.T) {
	r := fixture(t)
	r.Comparisons[0].Rows[0].Score, r.Positions[0].Mean = math.NaN(), math.Inf(1)
	if !json.Valid(writeOf(t, report.JSON, r, report.Options{})) {
		t.Error("not valid")
	}
}

// TestMarkdown renders the report with a reader of CommonMark: tables and headings, and no HTML of an article.
func TestMarkdown(t *testing.T) {
	reader := goldmark.New(goldmark.WithExtensions(extension.Table))
	for name, data := range map[string][]byte{"own": write(t, report.Markdown, report.Options{Parts: report.Parts}), "hostile": writeOf(t, report.Markdown, poisoned(t), report.Options{Parts: report.Parts, Title: hostile})} {
		var page bytes.Buffer
		if err := reader.Convert(data, &page); err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		for _, token := range tokens(t, page.String()) {
			if token.Type == html.StartTagToken || token.Type == html.SelfClosingTagToken {
				count[token.Data]++
			}
		}
		if count["h1"] != 1 || count["h2"] < 8 || count["table"] < 5 {
			t.Errorf("%s: %v", name, count)
		}
		if count["script"]+count["img"]+count["a"] > 0 || bytes.Contains(page.Bytes(), []byte("<!-- raw HTML omitted")) {
			t.Errorf("%s: an article's markup came through: %v", name, count)
		}
		if name == "own" && !strings.Contains(visible(t, page.String()), "not is missing in B; the original has 不得.") {
			t.Errorf("the reason is missing")
		}
	}
}

// TestXML: the formats for translators and editors are well-formed, whatever the articles hold, and say what the
// comparison says.
func TestXML(t *testing.T) {
	for f, want := range map[report.Format]map[string]int{
		report.TMX:   {"tu": 5, "tuv": 14, "note": 4},
		report.XLIFF: {"file": 2, "unit": 10, "note": 8},
		report.TEI:   {"witness": 3, "app": 8, "note": 4},
	} {
		count := elements(t, f, write(t, f, report.Options{}))
		for name, n := range want {
			if count[name] != n {
				t.Errorf("%s: %d <%s>, want %d", f, count[name], name, n)
			}
		}
		for name := range elements(t, f, writeOf(t, f, poisoned(t), report.Options{})) {
			if name == "script" || name == "img" {
				t.Errorf("%s: <%s>", f, name)
			}
		}
	}
}

func elements(t *testing.T, f report.Format, data []byte) map[string]int {
	t.Helper()
	count := map[string]int{}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return count
		}
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			count[e.Name.Local]++
		}
	}
}

// TestXMLLint has the files read by libxml2, where it is installed.
func TestXMLLint(t *testing.T) {
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("no xmllint")
	}
	for _, f := range []report.Format{report.TMX, report.XLIFF, report.TEI} {
		cmd := exec.Command("xmllint", "--noout", "--nonet", "-")
		cmd.Stdin = bytes.NewReader(writeOf(t, f, poisoned(t), report.Options{}))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", f, err, out)
		}
	}
}

// TestBibliography: one entry per version, in both formats; braces are balanced even around hostile titles.
func TestBibliography(t *testing.T) {
	var list []map[string]any
	if err := json.Unmarshal(write(t, report.CSL, report.Options{}), &list); err != nil || len(list) != 3 || list[0]["container-title"] != "Linden Gazette" {
		t.Errorf("%v, %v", list, err)
	}
	bib := string(write(t, report.BibTeX, report.Options{}))
	if strings.Count(bib, "@article{") != 3 || !strings.Contains(bib, "date = {2021-04-28}") {
		t.Errorf("%s", bib)
	}
	depth := 0
	for i, r := range string(writeOf(t, report.BibTeX, poisoned(t), report.Options{})) {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
		}
		if depth < 0 {
			t.Fatal(fmt.Sprint("a brace too many at ", i))
		}
	}
	if depth != 0 {
		t.Errorf("%d braces are left open", depth)
	}
}
