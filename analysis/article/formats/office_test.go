package formats

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// zipOf packs names and contents by turns.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordBody = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Talks resume</w:t></w:r><w:r><w:t xml:space="preserve"> in Vienna</w:t></w:r></w:p>
<w:p><w:r><w:t>BEIJING, Aug. 8 (Xinhua) -- China</w:t><w:tab/><w:t>said &amp; hoped.</w:t><w:br/><w:t>Second line.</w:t></w:r></w:p>
<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>Inspectors in Zürich</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Box.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
<w:p><w:r><w:t>End.</w:t></w:r></w:p></w:body></w:document>`

const openBody = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Переговоры в Вене</text:h>
<text:p>Россия<text:s text:c="2"/>считает<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>, что<text:line-break/>надо <text:span>продолжить</text:span>.</text:p>
<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>`

func TestOfficeDocuments(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"2022-08-08.docx", zipOf(t, "[Content_Types].xml", "<Types/>", "word/document.xml", wordBody,
			"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Other</dc:title><dc:creator>Jane Roe</dc:creator></cp:coreProperties>`), `
== 2022-08-08.docx (docx, utf-8)
title: Talks resume in Vienna [markup] at "Talks resume in Vienna"
outlet: Xinhua [text] at "Xinhua"
author: Jane Roe [markup] guess true: the document's properties name who made the file
place: Beijing [text] at "BEIJING"
date: 2022-08-08 [text] at "Aug. 8" guess false: the text gives August 8 without a year; the year is in the file's name
language: en [detection]
note: the document has tracked changes; it was read as if all were accepted
Talks resume in Vienna

BEIJING, Aug. 8 (Xinhua) -- China said & hoped.
Second line.

Inspectors in Zürich

Box.

a	b
c

End.`},
		{"x.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", openBody, "meta.xml", "<x/>"), `
== x.odt (odt, utf-8)
title: Переговоры в Вене [markup] at "Переговоры в Вене"
language: ru [detection]
note: the document has tracked changes; deleted text was left out
note: the footnotes were left out
Переговоры в Вене

Россия считает, что
надо продолжить.

one

x	y`},
		{"x.epub", zipOf(t, "mimetype", "application/epub+zip",
			"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
			"OEBPS/book.opf", `<package xmlns:dc="d"><metadata><dc:title>The talks</dc:title><dc:creator>Jane Roe</dc:creator><dc:language>en-GB</dc:language><dc:date>2022-08-08</dc:date></metadata>
<manifest><item id="b" href="b%20c.xhtml"/><item id="a" href="text/a.xhtml"/><item id="n" href="n.xhtml" properties="nav"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>`,
			"OEBPS/text/a.xhtml", `<?xml version="1.0"?><html><head><title>no</title></head><body><h1>The talks</h1><p>They began.</p></body></html>`,
			"OEBPS/b c.xhtml", `<html><body><p>They ended.</p></body></html>`, "OEBPS/n.xhtml", "<html><body>Contents</body></html>"), `
== x.epub (epub, utf-8)
title: The talks [markup] at "The talks"
author: Jane Roe [markup]
date: 2022-08-08 [markup]
language: en [markup]
The talks

They began.

They ended.`},
		{"all.zip", zipOf(t, "../../etc/b.txt", "TASS, August 8, 2022. Talks.", "a.md", "# Title\n\nText.", "a/.hidden", "x", "pic.png", "\x89PNG....", "__MACOSX/x.txt", "x"), `
== b.txt (text, utf-8)
outlet: TASS [text] at "TASS"
date: 2022-08-08 [text] at "August 8, 2022"
language: en [detection]
TASS, August 8, 2022. Talks.
== a.md (markdown, utf-8)
title: Title [markup] at "Title"
language: en [detection]
Title

Text.
note: all.zip: pic.png is a picture; recognise its text with an OCR program and save that as plain text`},
	} {
		got := strings.TrimSpace(describe(Read(c.name, c.data, Options{})))
		if got != strings.TrimSpace(c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestRTF(t *testing.T) {
	for _, c := range []struct{ rtf, want string }{
		{`{\rtf1\ansi Plain \b bold\b0  text.\par Second\line line.}`, "Plain bold text.\n\nSecond\nline."},
		{`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2}`, "Привет"},
		{`{\rtf1\ansi\ansicpg1252\uc1 \u20320?\u22909? \u-10179?\u-8704?!}`, "你好 😀!"},
		{`{\rtf1\ansi{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}}\f1 \'c4\'e3\'ba\'c3\f0  ok}`, "你好 ok"},
		{`{\rtf1{\*\generator X;}{\info{\title T}{\author A}}{\header H}{\footnote F}{\pict 00ff}Text{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}.}`, "Textlink."},
		{`{\rtf1 \ldblquote q\rdblquote\emdash a\~b\_c\-d \{x\} \\}`, "“q”—a b-cd {x} \\"},
		{`{\rtf1\uc2 \u8217\'a1\'afs}`, "’s"},
		{`{\rtf1 a\cell b\cell\row c\cell d\cell\row e\par}`, "a\tb\nc\td\ne"},
		{`{\rtf1 seen{\v hidden} seen}`, "seen seen"},
		{`{\rtf1 {\upr{x}{\*\ud y}}unclosed {`, "unclosed"},
	} {
		in, err := Read("a.rtf", []byte(c.rtf), Options{})
		if err != nil || in.Articles[0].Text != c.want {
			t.Errorf("%s: %q, %v, want %q", c.rtf, describe(in, err), err, c.want)
		}
	}
	in, _ := Read("a.rtf", []byte(`{\rtf1{\info{\title The \b talks}{\author Jane}}Text.}`), Options{})
	if m := in.Articles[0].Meta; m.Title.Value != "The talks" || m.Author.Value != "Jane" {
		t.Errorf("properties: %+v", m)
	}
}

func TestArchiveBombs(t *testing.T) {
	bomb := zipOf(t, "a.txt", strings.Repeat("\x00", largestEntry+1))
	if _, err := Read("bomb.zip", bomb, Options{}); err == nil || !strings.Contains(err.Error(), "bomb.zip holds no file") {
		t.Errorf("a bomb: %v", err)
	}
	nested := zipOf(t, "a.txt", "Talks resumed.")
	for range deepestZIP + 1 {
		nested = zipOf(t, "in.zip", string(nested))
	}
	if _, err := Read("nested.zip", nested, Options{}); err == nil {
		t.Error("archives in archives without end")
	}
	if _, err := Read("cut.zip", nested[:len(nested)/2], Options{}); err == nil || !strings.Contains(err.Error(), "cut.zip is damaged") {
		t.Errorf("half an archive: %v", err)
	}
	word := zipOf(t, "word/document.xml", "<w>"+strings.Repeat("<p>", 100000)+"<t>deep</t>")
	if _, err := Read("deep.docx", word, Options{}); err == nil || !strings.Contains(err.Error(), "deep.docx holds no text") {
		t.Errorf("a document nested beyond measure: %v", err)
	}
	external := zipOf(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "aa">]><w><p><t>A&e;&a;B</t></p></w>`)
	in, err := Read("entity.docx", external, Options{})
	if err != nil || strings.Contains(in.Articles[0].Text, "root") || strings.Contains(in.Articles[0].Text, "aa") {
		t.Errorf("entities: %s", describe(in, err))
	}
}

// TestOneTextInAllFormats reads one page as LibreOffice saved it in several formats.
func TestOneTextInAllFormats(t *testing.T) {
	const want = "Talks resume in Vienna\n\n" +
		"BEIJING, Aug. 8 (Xinhua) -- The United States and Iran resumed talks on the “nuclear agreement” after five months – at last.\n\n" +
		"Россия считает, что переговоры надо продолжить. 王群表示，谈判面临宝贵机遇。\n\n" +
		"سخنگوی وزارت خارجه گفت مذاکرات ادامه می‌یابد.\n\none\n\ntwo\n\na\tb\nc\td\n\nEnd."
	for _, name := range []string{"talks.docx", "talks.odt", "talks.rtf", "talks.epub"} {
		file := filepath.Join("testdata", "office", name)
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in, err := Read(file, data, Options{Today: "2022-12-31"})
		if err != nil {
			t.Error(err)
			continue
		}
		a := in.Articles[0]
		got := strings.ReplaceAll(strings.ReplaceAll(a.Text, "• ", ""), "c\td\nEnd", "c\td\n\nEnd") // RTF draws the bullets, and ends no table
		if got != want {
			t.Errorf("%s: %q", file, got)
		}
		if m := a.Meta; m.Title.Value != "Talks resume in Vienna" || m.Title.Span.Of(a.Text) != m.Title.Value || m.Outlet.Value != "Xinhua" || m.Place.Value != "Beijing" || m.Date.Value != "2022-08-08" {
			t.Errorf("%s: %s", file, describe(in, nil))
		}
	}
}
