package report_test

import (
	"strings"
	"testing"

	"hexapla/app/report"
	"hexapla/widgets/scene"
)

// A report in Persian or Arabic runs from right to left, in every format that has a direction.
func TestReportsRunFromTheRight(t *testing.T) {
	for _, tag := range []string{"fa", "ar"} {
		o := report.Options{Language: tag, Now: "2021-05-04", Parts: report.Parts}
		if page := string(write(t, report.HTML, o)); !strings.Contains(page, `<html lang="`+tag+`" dir="rtl">`) {
			t.Errorf("%s: the page has no direction", tag)
		}
		document := string(unzip(t, write(t, report.DOCX, o))["word/document.xml"])
		for _, want := range []string{"<w:bidi/>", "<w:bidiVisual/>", "<w:rtl/>"} {
			if !strings.Contains(document, want) {
				t.Errorf("%s: the document has no %s", tag, want)
			}
		}
		pages, err := report.Pages(t.Context(), fixture(t), o)
		if err != nil {
			t.Fatal(err)
		}
		left, right := beginnings(pages)
		if right <= left {
			t.Errorf("%s: of its own paragraphs %d begin at the left, %d at the right", tag, left, right)
		}
	}
	if english := string(unzip(t, write(t, report.DOCX, report.Options{}))["word/document.xml"]); strings.Contains(english, "<w:bidiVisual/>") {
		t.Error("a report in English runs from the right")
	}
	pages, err := report.Pages(t.Context(), fixture(t), report.Options{Parts: report.Parts})
	if left, right := beginnings(pages); err != nil || left <= right {
		t.Errorf("of the English paragraphs %d begin at the left, %d at the right: %v", left, right, err)
	}
}

// beginnings counts the paragraphs that run from the left and from the right.
func beginnings(pages []scene.Scene) (left, right int) {
	for _, page := range pages {
		for _, item := range page.Items {
			if p, ok := item.(scene.Paragraph); ok && len(p.Layout.Lines) > 0 {
				if p.Layout.Lines[0].RightToLeft {
					right++
				} else {
					left++
				}
			}
		}
	}
	return left, right
}
