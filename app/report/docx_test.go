package report_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/collate"
	"hexapla/app/report"
)

// TestDOCX reads the package: every part is well-formed, every picture and comment that is referred to is there.
func TestDOCX(t *testing.T) {
	for name, data := range map[string][]byte{"own": write(t, report.DOCX, report.Options{Template: "apparatus", Parts: report.Parts}), "hostile": writeOf(t, report.DOCX, poisoned(t), report.Options{Parts: report.Parts})} {
		parts := unzip(t, data)
		for part, body := range parts {
			if strings.HasSuffix(part, ".xml") || strings.HasSuffix(part, ".rels") {
				wellFormed(t, name+" "+part, body)
			}
		}
		document := string(parts["word/document.xml"])
		if n := strings.Count(document, "r:embed="); n != 4 || len(parts["word/media/picture4.png"]) == 0 {
			t.Errorf("%s: %d pictures", name, n)
		}
		comments := strings.Count(string(parts["word/comments.xml"]), "<w:comment ")
		if refs := strings.Count(document, "<w:commentReference"); refs != comments || comments < 4 {
			t.Errorf("%s: %d comments, %d references", name, comments, refs)
		}
	}
}

// TestTracked: rejecting all changes gives the base's text, accepting them the version's.
func TestTracked(t *testing.T) {
	r := fixture(t)
	c := &r.Comparisons[0]
	c.Entries = nil
	for row := range c.Rows { // the words of A and B by the place of the blank: right enough to be kept
		a, b := strings.Fields(sentences[0][row]), strings.Fields(sentences[1][row])
		at := [2]int{}
		for v, words := range [][]string{a, b} {
			if len(words) > 0 {
				at[v] = strings.Index(r.Versions[v].Article.Text, sentences[v][row])
			}
		}
		for i := range min(len(a), len(b)) {
			c.Entries = append(c.Entries, collate.Entry{Row: row, Readings: []collate.Reading{
				{Version: 0, Span: text.Span{Start: at[0], End: at[0] + len(a[i])}}, {Version: 1, Span: text.Span{Start: at[1], End: at[1] + len(b[i])}},
			}})
			at[0] += len(a[i]) + 1
			at[1] += len(b[i]) + 1
		}
	}
	document := string(unzip(t, writeOf(t, report.DOCX, r, report.Options{Parts: []report.Part{report.Passages}}))["word/document.xml"])
	if !strings.Contains(document, "<w:del ") || !strings.Contains(document, "<w:ins ") {
		t.Fatal("no tracked changes")
	}
	rejected, accepted := sides(t, document)
	for row := range sentences[0] {
		if s := sentences[0][row]; !strings.Contains(rejected, s) {
			t.Errorf("without the changes %q is missing in %q", s, rejected)
		}
		if s := sentences[1][row]; !strings.Contains(accepted, s) {
			t.Errorf("with the changes %q is missing in %q", s, accepted)
		}
	}
}

// sides is the document's text without and with its changes.
func sides(t *testing.T, document string) (rejected, accepted string) {
	t.Helper()
	var out [2]strings.Builder
	deleted, inserted := 0, 0
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return out[0].String(), out[1].String()
		}
		if err != nil {
			t.Fatal(err)
		}
		step := 0
		name := ""
		switch e := token.(type) {
		case xml.StartElement:
			step, name = 1, e.Name.Local
		case xml.EndElement:
			step, name = -1, e.Name.Local
		case xml.CharData:
			if inserted == 0 {
				out[0].Write(e)
			}
			if deleted == 0 {
				out[1].Write(e)
			}
		}
		switch name {
		case "del":
			deleted += step
		case "ins":
			inserted += step
		}
	}
}

func unzip(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return out
}

func wellFormed(t *testing.T, name string, data []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// TestLibreOffice has the documents converted by LibreOffice, where it is installed and asked for: it takes long.
func TestLibreOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil || os.Getenv("HEXAPLA_READERS") == "" {
		t.Skip("no soffice, or HEXAPLA_READERS is not set")
	}
	dir := t.TempDir()
	for f, want := range map[report.Format]string{report.DOCX: "not is missing in B", report.XLSX: "five → four"} {
		file := filepath.Join(dir, "report."+string(f))
		if err := os.WriteFile(file, write(t, f, report.Options{}), 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, file).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", f, err, out)
		}
		text, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "report.pdf"), "-").Output()
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %v, no %q in what LibreOffice shows", f, err, want)
		}
	}
}
