package formats

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// column lays out lines below each other from a corner, as a page would draw them.
func column(left, top, size float64, lines ...string) []run {
	var out []run
	for _, l := range lines {
		width := float64(width(l)) * size / 2
		if l != "" {
			out = append(out, run{text: l, left: left, right: left + width, top: top, bottom: top - size, size: size})
		}
		top -= 1.3 * size
	}
	return out
}

func TestPages(t *testing.T) {
	page := func(n int, body ...run) []run {
		out := column(100, 800, 9, "Report of the Talks, 2022")
		out = append(out, body...)
		return append(out, column(300, 40, 9, fmt.Sprintf("- %d -", n))...)
	}
	pages := [][]run{
		page(1, append(column(72, 760, 20, "Talks resume in Vienna"), column(72, 700, 12,
			"The United States and Iran resumed talks on the nuclear agree-",
			"ment after five months, and spoke of non-proliferation in gene"+hyphenMark,
			"ral terms. All sides were hopeful about the long-term outlook.",
			"",
			"A second paragraph begins here and is about the non-prolifera-",
			"tion of nuclear weapons, as well as of other things, and the")...)...),
		page(2, column(72, 760, 12,
			"new paragraph goes on over the page.",
			"    ",
			"王群表示，谈判面临宝贵机遇，希望各方抓住",
			"机会。")...),
		page(3, column(72, 760, 12, "• one", "• two")...),
	}
	const want = "Talks resume in Vienna\n\n" +
		"The United States and Iran resumed talks on the nuclear agreement after five months, and spoke of non-proliferation in general terms. All sides were hopeful about the long-term outlook.\n\n" +
		"A second paragraph begins here and is about the non-proliferation of nuclear weapons, as well as of other things, and the new paragraph goes on over the page.\n\n" +
		"王群表示，谈判面临宝贵机遇，希望各方抓住机会。\n\n• one\n\n• two"
	got, title := paragraphsOfPages(pages)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if title.Of(got) != "Talks resume in Vienna" {
		t.Errorf("the title is %q", title.Of(got))
	}
}

func TestColumns(t *testing.T) {
	left := column(72, 760, 10, "The first column of this page", "has a sentence that goes over")
	right := column(320, 760, 10, "to the second column and ends", "there. And so on it goes, and", "so on, and so on, and on.")
	got, _ := paragraphsOfPages([][]run{append(left, right...)})
	if want := "The first column of this page has a sentence that goes over to the second column and ends there. And so on it goes, and so on, and so on, and on."; got != want {
		t.Errorf("got %q", got)
	}
}

func TestRunsOfALine(t *testing.T) {
	runs := []run{
		{text: "BEIJING, ", left: 10, right: 60, top: 110, bottom: 98, size: 12}, {text: "Aug.", left: 60, right: 80, top: 110, bottom: 98, size: 12},
		{text: "8", left: 86, right: 92, top: 110, bottom: 98, size: 12}, {text: "th", left: 92, right: 98, top: 112, bottom: 106, size: 6},
	}
	if got := linesOf(runs); len(got) != 1 || got[0].text != "BEIJING, Aug. 8th" {
		t.Errorf("%+v", got)
	}
}

func TestPDF(t *testing.T) {
	data, err := os.ReadFile("testdata/office/talks.pdf")
	if err != nil {
		t.Fatal(err)
	}
	in, err := Read("2022-talks.pdf", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := in.Articles[0]
	const want = "Talks resume in Vienna\n\n" +
		"BEIJING, Aug. 8 (Xinhua) -- The United States and Iran resumed talks on the “nuclear agreement” after five months – at last.\n\n" +
		"Россия считает, что переговоры надо продолжить. 王群表示，谈判面临宝贵机遇。\n\n" +
		"سخنگوی وزارت خارجه گفت مذاکرات ادامه می‌یابد.\n\n• one\n\n• two\n\na b"
	if !strings.HasPrefix(a.Text, want) || a.Meta.Title.Value != "Talks resume in Vienna" || a.Meta.Outlet.Value != "Xinhua" {
		t.Errorf("%s", describe(in, nil))
	}
	for _, bad := range [][]byte{data[:200], []byte("%PDF-1.7\n%%EOF"), append(data[:len(data)/2:len(data)/2], data[len(data)*3/4:]...)} {
		if _, err := Read("a.pdf", bad, Options{}); err != nil && !strings.HasPrefix(err.Error(), "a.pdf ") {
			t.Errorf("a damaged file: %v", err)
		}
	}
}

// TestColumnsOfAPDF reads a document that LibreOffice set in two justified columns with hyphens, a
// header and page numbers, and finds its paragraphs again.
func TestColumnsOfAPDF(t *testing.T) {
	const paragraph = "The Chinese negotiator said on Monday that the resumption of the talks showed once more that dialogue and consultation were the only correct way out of the difficulties, and that all parties should treasure the opportunity, adopt a flexible and pragmatic attitude, and respect the concerns of the others in a spirit of non-proliferation and mutual trust. "
	want := []string{"Talks resume in Vienna"}
	for i := range 24 {
		want = append(want, strings.TrimSpace(strings.Repeat(paragraph, 1+i%3)))
	}
	data, err := os.ReadFile("testdata/office/columns.pdf")
	if err != nil {
		t.Fatal(err)
	}
	in, err := Read("columns.pdf", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(in.Articles[0].Text, "\n\n")
	if len(got) != len(want) {
		t.Fatalf("%d paragraphs, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("paragraph %d: %q", i, got[i])
		}
	}
}

func FuzzPages(f *testing.F) {
	f.Add("Talks re-\nsume in\nVienna.\n\n- 1 -", 12.0, 700.0, 1)
	f.Fuzz(func(t *testing.T, s string, size, top float64, split int) {
		lines := strings.Split(strings.ToValidUTF8(s, "?"), "\n")
		split = min(max(split, 0), len(lines))
		got, title := paragraphsOfPages([][]run{column(10, top, size, lines[:split]...), column(10, top, size, lines[split:]...)})
		if !utf8.ValidString(got) || title.Start < 0 || title.End > len(got) || title.Start > title.End {
			t.Errorf("%q, title at %v", got, title)
		}
	})
}

// at places characters of one size on a line from the left.
func at(left float64, s string) []glyph {
	var out []glyph
	for _, r := range s {
		out = append(out, glyph{char: r, left: left, right: left + 5, top: 110, bottom: 100, spaced: len(out) > 0 && out[len(out)-1].char == ' '})
		left += 5
	}
	return out
}

// TestGlyphs: words are read in the order in which they stand, whatever the order in which they are drawn.
func TestGlyphs(t *testing.T) {
	words := func(parts ...[]glyph) string {
		var out []string
		var all []glyph
		for _, p := range parts {
			p[0].spaced = true
			all = append(all, p...)
		}
		for _, r := range runsOf(all) {
			out = append(out, r.text)
		}
		return strings.Join(out, "|")
	}
	for want, got := range map[string]string{
		"The talks go on.":     words(at(10, "The talks go on.")),
		"says “no” twice":      words(at(10, "says"), at(45, "no"), at(60, "twice"), at(40, "“"), at(55, "”")),
		"column one|two":       words(at(10, "column one"), at(200, "two")),
		"سال ۱۹۸۷ (چهار)":      words(at(100, "لاس"), at(70, "۱۹۸۷"), at(30, "(راهچ)")),
		"علی گفت: «نه.»":       words(at(100, "یلع"), at(75, ":تفگ"), at(45, "«.هن»")),
		"گزارش IAEA report شد": words(at(100, "شرازگ"), at(40, "IAEA report"), at(20, "دش")),
	} {
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzGlyphs(f *testing.F) {
	f.Add("The talks (go) on", "سلام ۱۲٫۵", 50.0)
	f.Fuzz(func(t *testing.T, a, b string, left float64) {
		glyphs := append(at(10, a), at(left, b)...)
		count := 0
		for _, g := range glyphs {
			if !unicode.IsSpace(g.char) {
				count++
			}
		}
		for _, r := range runsOf(glyphs) {
			if !utf8.ValidString(r.text) {
				t.Errorf("%q", r.text)
			}
			for _, c := range r.text {
				if c != ' ' {
					count--
				}
			}
		}
		if count != 0 {
			t.Errorf("%d characters of %q and %q were lost", count, a, b)
		}
	})
}
