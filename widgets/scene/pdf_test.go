package scene_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/widgets/scene"
)

func chartPDF(t *testing.T) []byte {
	t.Helper()
	e := fonts(t)
	s := scene.WithLegend(talks(), scene.View{Engine: e, Selected: "0-80"})
	var b bytes.Buffer
	if err := scene.WritePDF(t.Context(), &b, scene.Document{Title: s.Title, Language: "en", Pages: []scene.Scene{s, s}, Contents: []scene.Bookmark{{Title: "维也纳", Page: 1}}}, e, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPDF has the file read by poppler, where it is installed: the text of every script is text, the fonts are
// embedded subsets.
func TestPDF(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no poppler")
	}
	file := filepath.Join(t.TempDir(), "chart.pdf")
	if err := os.WriteFile(file, chartPDF(t), 0o666); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	for _, want := range []string{"The parties should return to compliance", "各方应恢复履约", "United States", "Иран", "بازگشت به برجام", "الاتحاد الأوروبي", "维也纳会谈暂停", "Jan 2022", "−2"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	list, err := exec.Command("pdffonts", file).CombinedOutput()
	if err != nil || strings.Contains(string(list), "Error") {
		t.Fatalf("%v\n%s", err, list)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(list)), "\n")[2:] {
		if strings.Count(line, "yes") != 3 { // embedded, subset, with Unicode
			t.Errorf("font %s", line)
		}
	}
	if out, err := exec.Command("pdftoppm", "-r", "72", "-png", file, file).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("painting says: %v\n%s", err, out)
	}
}

func TestPDFSameBytes(t *testing.T) {
	if !bytes.Equal(chartPDF(t), chartPDF(t)) {
		t.Error("two writings differ")
	}
}
