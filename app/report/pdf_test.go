package report_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/analysis"
	"hexapla/app/report"
	"hexapla/widgets/scene"
)

// TestPDF has the report read by poppler, where it is installed.
func TestPDF(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no poppler")
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	for name, data := range map[string][]byte{"own": write(t, report.PDF, report.Options{Template: "apparatus", Now: "2021-05-04", Parts: report.Parts}), "hostile": writeOf(t, report.PDF, poisoned(t), report.Options{Template: "apparatus", Parts: report.Parts, Title: hostile})} {
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", file, "-").CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		text := strings.Join(strings.Fields(string(out)), " ")
		for _, want := range []string{"Summary", "Passages side by side", "市长表示", "Page 1 of ", "2 May 2019"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q", name, want)
			}
		}
		if info, err := exec.Command("pdfinfo", file).CombinedOutput(); err != nil || strings.Contains(string(info), "Error") || strings.Contains(string(info), "JavaScript:      yes") {
			t.Errorf("%s: %v\n%s", name, err, info)
		}
	}
}

// TestBriefing: a briefing has two pages, however much there is to say, and tells how much it leaves out.
func TestBriefing(t *testing.T) {
	for name, r := range map[string]*analysis.Result{"small": fixture(t), "large": large(), "empty": {}} {
		if name == "large" {
			r.Versions[0].Article.Meta.Title.Value = strings.Repeat("A long title of a long story. ", 8)
		}
		for _, language := range report.Languages() {
			pages, err := report.Pages(t.Context(), r, report.Options{Language: language, Question: "Who moved?"})
			if err != nil || len(pages) > 2 {
				t.Errorf("%s in %s: %d pages, %v", name, language, len(pages), err)
			}
		}
	}
}

// TestTableHeads: a table that goes on has its head again on every page, and no heading stands alone at the foot.
func TestTableHeads(t *testing.T) {
	pages, err := report.Pages(t.Context(), large(), report.Options{Parts: []report.Part{report.Differences, report.Statements}, Template: "apparatus"})
	if err != nil || len(pages) < 6 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for n, page := range pages {
		heads, last := 0, ""
		for _, item := range page.Items {
			if p, ok := item.(scene.Paragraph); ok {
				if last = p.Layout.Text; last == "Readings" || last == "Statement" {
					heads++
				}
			}
		}
		if heads == 0 {
			t.Errorf("page %d has no head", n+1)
		}
		if last == "Severity" || last == "Position" || last == "Statements" {
			t.Errorf("page %d ends with %q", n+1, last)
		}
	}
}

// TestPages: nothing stands beyond the margins, whatever the length of the texts; no page but a last one is empty.
func TestPages(t *testing.T) {
	r := fixture(t)
	for i := range r.Versions { // words without a blank, longer than a page
		r.Versions[i].Article.Meta.Title.Value = strings.Repeat("x", 9000)
	}
	pages, err := report.Pages(t.Context(), r, report.Options{Parts: report.Parts})
	if err != nil || len(pages) < 4 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for n, page := range pages {
		if len(page.Items) < 3 {
			t.Errorf("page %d is empty", n+1)
		}
		for _, item := range page.Items {
			p, ok := item.(scene.Paragraph)
			if !ok {
				continue
			}
			lines := p.Lines()
			bottom := p.At.Y + float64(lines[len(lines)-1].Top+lines[len(lines)-1].Height-lines[0].Top)
			if bottom > page.Height-60 || p.At.X < 60 || p.At.X+float64(p.Layout.Width) > page.Width-60 {
				t.Errorf("page %d: %.30q stands beyond the margin", n+1, p.Layout.Text)
			}
		}
	}
}
