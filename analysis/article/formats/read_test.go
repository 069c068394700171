package formats

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"

	"hexapla/analysis/article"
)

var update = flag.Bool("update", false, "write what the readers return into the golden files")

// TestGolden reads the first file of each archive under testdata and compares with the second.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := archive.Files[0]
			got := describe(Read(in.Name, in.Data, Options{Today: "2026-11-23"}))
			if *update {
				archive.Files = []txtar.File{in, {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[1].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// describe writes all that a reader returned.
func describe(in Imported, err error) string {
	var b strings.Builder
	if err != nil {
		fmt.Fprintf(&b, "error: %v\n", err)
	}
	for _, a := range in.Articles {
		fmt.Fprintf(&b, "== %s (%s, %s)\n", a.File, a.Format, a.Encoding)
		for _, name := range article.MetaNames() {
			f := a.Meta.Field(name)
			if f.Value == "" {
				continue
			}
			fmt.Fprintf(&b, "%s: %s [%s]", name, f.Value, f.Origin)
			if !f.Span.Empty() {
				fmt.Fprintf(&b, " at %q", f.Span.Of(a.Text))
			}
			if f.Why != "" {
				fmt.Fprintf(&b, " guess %v: %s", f.Guess, f.Why)
			}
			b.WriteByte('\n')
		}
		for _, n := range a.Notes {
			fmt.Fprintf(&b, "note: %s\n", n.Message)
		}
		fmt.Fprintf(&b, "%s\n", strings.TrimRight(a.Text, "\n"))
	}
	for _, act := range in.Acts {
		fmt.Fprintf(&b, "act: %s", article.Describe(act))
		for _, a := range article.Anchors(act) {
			fmt.Fprintf(&b, " | %s", a.Quote)
		}
		b.WriteByte('\n')
	}
	for _, n := range in.Notes {
		fmt.Fprintf(&b, "note: %s\n", n.Message)
	}
	return b.String()
}

func TestPlainTextIsNotRewritten(t *testing.T) {
	const s = "One\r\n\r\n two \t\u00a0three.\n\n\n"
	got, err := Read("a.txt", []byte(s), Options{})
	if err != nil || got.Articles[0].Text != s {
		t.Errorf("%q became %q, %v", s, got.Articles[0].Text, err)
	}
	got, err = Read("a.txt", []byte("\uFEFF"+s), Options{})
	if err != nil || got.Articles[0].Text != s {
		t.Errorf("with a byte order mark %q became %q, %v", s, got.Articles[0].Text, err)
	}
}

func TestLinesAreTakenAsTheyAre(t *testing.T) {
	const s = "---\ntitle: x\n---\n\nTalks resume\n"
	got, err := Read("a.en.txt", []byte(s), Options{Lines: true})
	if err != nil || got.Articles[0].Text != s || !got.Articles[0].Lines {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestEncodings(t *testing.T) {
	chinese := strings.Repeat("中新社柏林8月8日电 维也纳消息：时隔五个月，美国和伊朗恢复了谈判。", 3)
	russian := strings.Repeat("Россия считает, что переговоры надо продолжить, и призывает стороны к сдержанности. ", 3)
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(chinese)
	if err != nil {
		t.Fatal(err)
	}
	cp1251, err := charmap.Windows1251.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(chinese)
	if err != nil {
		t.Fatal(err)
	}
	page := func(charset, text string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body><p>` + text + `</p></body></html>`
	}
	for _, c := range []struct{ name, data, want string }{
		{"a.txt", gb, chinese}, {"b.txt", cp1251, russian}, {"c.txt", utf16, chinese},
		{"d.html", page("gb2312", gb), chinese}, {"e.html", page("windows-1251", cp1251), strings.TrimSpace(russian)},
		{"f.html", page("utf-8", russian), strings.TrimSpace(russian)},
	} {
		got, err := Read(c.name, []byte(c.data), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if a := got.Articles[0]; a.Text != c.want || !bytes.Equal(a.Raw, []byte(c.data)) {
			t.Errorf("%s (%s): %q", c.name, a.Encoding, a.Text)
		}
	}
	got, err := Read("a.txt", []byte(cp1251), Options{Encoding: "windows-1251"})
	if err != nil || got.Articles[0].Text != russian {
		t.Errorf("as demanded: %v, %v", got, err)
	}
}

func TestRefusalsNameFileAndRemedy(t *testing.T) {
	for _, c := range []struct{ name, data, says string }{
		{"dir/empty.txt", "", "empty.txt is empty"},
		{"blank.md", " \n\n", "blank.md holds no text"},
		{`C:\x\photo.png`, "\x89PNG\r\n\x1a\n....", "photo.png is a picture; recognise"},
		{"a.html", "<html><body><script>x</script></body></html>", "a.html holds no text"},
		{"a.txt", "\x00\x01\x02\x03\x04\x05\x06\x07\x08\xff\xfe", "a.txt is not a text"},
		{"a.7z", "7z\xBC\xAF\x27\x1C....", "a.7z is a packed archive; unpack"},
		{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "a.doc is in an old Office format; save"},
		{"a.hexapla", "SQLite format 3\x00....", "a.hexapla is a database"},
	} {
		_, err := Read(c.name, []byte(c.data), Options{})
		if err == nil || !strings.HasPrefix(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

func TestDeepMarkupIsReadFlat(t *testing.T) {
	const depth = 50000
	s := strings.Repeat("<div><b>", depth) + "Talks resume in Vienna." + strings.Repeat("</b></div>", depth)
	for _, name := range []string{"a.html", "a.md"} {
		got, err := Read(name, []byte(s), Options{})
		if err != nil || !strings.Contains(got.Articles[0].Text, "Talks resume in Vienna.") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, tangle := range []string{"> ", "- ", "*a_ ", "![](", "[", "|a"} {
		got, err := Read("a.md", []byte(strings.Repeat(tangle, depth)+"Talks."), Options{})
		if err != nil || !strings.Contains(got.Articles[0].Text, "Talks.") {
			t.Errorf("%q again and again: %v", tangle, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Name, archive.Files[0].Data)
	}
	f.Add("a.docx", []byte(wordBody))
	f.Add("a.odt", []byte(openBody))
	f.Add("a.epub", []byte("<package/>"))
	f.Add("a.rtf", []byte(`{\rtf1\ansi\ansicpg1251{\fonttbl{\f1\fcharset134 X;}}\uc1 \u20320?\f1 \'c4\'e3 \par{\*\x y}}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		data = packed(t, name, data)
		in, err := Read(name, data, Options{Today: "2026-11-23"})
		if err != nil {
			if len(in.Articles) > 0 {
				t.Errorf("articles beside the error %v", err)
			}
			return
		}
		ids := map[article.ID]bool{}
		for _, a := range in.Articles {
			if ids[a.ID] || a.ID == "" {
				t.Errorf("two articles are called %q", a.ID)
			}
			ids[a.ID] = true
			if !utf8.ValidString(a.Text) {
				t.Errorf("the text is not UTF-8: %q", a.Text)
			}
			for _, field := range article.MetaNames() {
				if f := a.Meta.Field(field); f.Span.Start < 0 || f.Span.End > len(a.Text) || f.Span.Start > f.Span.End || !utf8.ValidString(f.Span.Of(a.Text)) {
					t.Errorf("%s stands at %v of %d bytes", field, f.Span, len(a.Text))
				}
			}
		}
		for _, act := range in.Acts {
			for _, a := range article.Anchors(act) {
				if !ids[a.Article] {
					t.Errorf("%s speaks of an article that is not there", act.Kind())
				}
			}
		}
	})
}

// packed puts fuzzed XML where a reader of packed documents looks for it, or it would see damaged
// archives only.
func packed(t *testing.T, name string, data []byte) []byte {
	switch (input{name: name}).extension() {
	case ".docx":
		return zipOf(t, "word/document.xml", string(data), "docProps/core.xml", string(data))
	case ".odt":
		return zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", string(data))
	case ".epub":
		return zipOf(t, "mimetype", "application/epub+zip", "META-INF/container.xml", string(data), "content.opf", string(data))
	}
	return data
}

func BenchmarkRead(b *testing.B) {
	paragraph := "<p>" + strings.Repeat("The talks on the nuclear agreement resumed in Vienna after five months. ", 8) + "</p>\n"
	for name, data := range map[string]string{
		"a.html": "<html><body><article><h1>Talks</h1>" + strings.Repeat(paragraph, 200) + "</article></body></html>",
		"a.md":   "# Talks\n\n" + strings.Repeat(paragraph[3:len(paragraph)-5]+"\n\n", 200),
		"a.txt":  strings.Repeat(paragraph[3:len(paragraph)-5]+"\n\n", 200),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(name, []byte(data), Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
