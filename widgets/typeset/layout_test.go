package typeset_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hexapla/widgets/typeset"
)

// anyBlock draws text of mixed scripts, blanks, marks and broken bytes, in any width.
func anyBlock(t *rapid.T) typeset.Block {
	bits := []string{"word", "a", "—", "“quoted”", "(x)", " ", "  ", "\t", "\n", "five-month", "e\u0301", "中文", "，", "。", "سلام", "۱۲", "12%", "שלום", "हिन्दी", "한국어", "カタ", "\xff", "\u200d", "\u202e", "\u2067", "\u2069", "!", "»", "«", "12,5", "/", strings.Repeat("m", 40)}
	text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 0, 40).Draw(t, "text"), "")
	b := typeset.Block{
		Text:     text,
		Language: rapid.SampledFrom([]string{"", "en", "zh", "fa", "ja"}).Draw(t, "language"),
		Style:    typeset.Style{Family: rapid.SampledFrom([]typeset.Family{typeset.Serif, typeset.Sans}).Draw(t, "family")},
		Size:     rapid.Float32Range(6, 40).Draw(t, "size"),
		Width:    rapid.SampledFrom([]float32{0, 1, 30, 120, 300, 1000}).Draw(t, "width"),
	}
	if rapid.Bool().Draw(t, "styled") && len(text) > 2 {
		b.Runs = []typeset.Run{{Start: len(text) / 3, End: len(text)/3 + len(text)/4, Style: typeset.Style{Family: b.Style.Family, Bold: true}}}
	}
	if rapid.Bool().Draw(t, "cut off") {
		b.MaxLines = 2
	}
	return b
}

func TestHeightIsThatOfTheLayout(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	rapid.Check(t, func(t *rapid.T) {
		b := anyBlock(t)
		l := e.Layout(b)
		if got, want := e.Lines(b), len(l.Lines); got != want {
			t.Fatalf("%+v: Lines says %d, the layout has %d", b, got, want)
		}
		if got := e.Height(b); got != l.Height {
			t.Fatalf("%+v: Height says %v, the layout has %v", b, got, l.Height)
		}
	})
}

func TestLinesPartitionTheText(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	rapid.Check(t, func(t *rapid.T) {
		b := anyBlock(t)
		b.MaxLines = 0
		l := e.Layout(b)
		at := 0
		for i, line := range l.Lines {
			if line.Start != at {
				t.Fatalf("%+q: line %d begins at %d, the text before it ends at %d", b.Text, i, line.Start, at)
			}
			at = line.End
			if at < len(b.Text) && b.Text[at] == '\n' {
				at++
			}
		}
		if at < len(b.Text) {
			t.Fatalf("%+q: lines end at %d of %d", b.Text, at, len(b.Text))
		}
	})
}

func TestLinesFit(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for language, text := range samples {
		for _, width := range []float32{40, 90, 200, 517} {
			l := e.Layout(typeset.Block{Text: text, Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: width})
			for _, line := range l.Lines {
				if line.Width > width+0.1 {
					t.Errorf("%s at %v: a line is %v wide: %q", language, width, line.Width, text[line.Start:line.End])
				}
			}
		}
	}
}

func TestBreaksWhereUnicodeSays(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for _, c := range []struct {
		name, text string
		width      float32 // in em
		want       string  // lines parted by |
	}{
		{"blanks", "aaa bbb ccc", 4.5, "aaa bbb |ccc"},
		{"hyphen", "aaaaa-bbbbb", 4, "aaaaa-|bbbbb"},
		{"Chinese", "中文中文", 2.1, "中文|中文"},
		{"no line begins with a Chinese full stop", "中文中。", 3.1, "中文|中。"},
		{"French guillemets with blanks", "aaa « bbb » cc", 5.2, "aaa |« bbb |» cc"},
		{"line feed", "a\nb", 9, "a|b"},
		{"a word too long", "mmmmmmmm", 4.5, "mmmm|mmmm"},
	} {
		l := e.Layout(typeset.Block{Text: c.text, Style: typeset.Style{Family: typeset.Sans}, Size: 1, Width: c.width})
		var lines []string
		for _, line := range l.Lines {
			lines = append(lines, c.text[line.Start:line.End])
		}
		if got := strings.Join(lines, "|"); c.name != "French guillemets with blanks" && c.name != "a word too long" && got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		} else if len(lines) < 2 {
			t.Errorf("%s: one line only", c.name)
		}
	}
}

func TestRightToLeftParagraphsStandRight(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	l := e.Layout(typeset.Block{Text: samples["fa"] + "\n" + "Latin", Language: "fa", Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 400})
	for i, line := range l.Lines {
		last := i == len(l.Lines)-1
		if right := line.Left + line.Width; !last && (right < 399 || !line.RightToLeft) {
			t.Errorf("line %d ends at %v", i, right)
		}
		if last && line.Left != 0 {
			t.Errorf("the Latin paragraph begins at %v", line.Left)
		}
	}
}

func TestEllipsis(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for language, text := range samples {
		b := typeset.Block{Text: text, Language: language, Style: typeset.Style{Family: typeset.Sans}, Size: 13, Width: 150, MaxLines: 1}
		l := e.Layout(b)
		if !l.Truncated || len(l.Lines) != 1 || l.Width > b.Width+0.1 || l.Width < 60 {
			t.Errorf("%s: truncated %v, %d lines, %v wide", language, l.Truncated, len(l.Lines), l.Width)
		}
	}
	if l := e.Layout(typeset.Block{Text: "short", Size: 13, Width: 150, MaxLines: 1}); l.Truncated {
		t.Error("a short text was cut")
	}
}

func TestLongTextWithoutBlanks(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for _, text := range []string{strings.Repeat("x", 1<<17), strings.Repeat("中", 1<<16), strings.Repeat("س", 1<<15), strings.Repeat("\xff", 1<<12)} {
		b := typeset.Block{Text: text, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 300}
		if n := e.Lines(b); n < 100 {
			t.Errorf("%d bytes of %q take %d lines", len(text), text[:1], n)
		}
	}
}

func FuzzLayout(f *testing.F) {
	for _, text := range samples {
		f.Add(text, float32(200))
	}
	f.Add("\xff\xfe\n\n\u2067 \u202e(]", float32(3))
	e := typeset.NewEngine(fonts(f))
	f.Fuzz(func(t *testing.T, text string, width float32) {
		if len(text) > 4000 {
			return
		}
		l := e.Layout(typeset.Block{Text: text, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: width})
		for _, y := range []float32{-1, 0, l.Height / 2, l.Height} {
			if at := l.Index(width/2, y); at < 0 || at > len(text) || at < len(text) && !utf8.RuneStart(text[at]) && utf8.ValidString(text) {
				t.Fatalf("%q: index %d", text, at)
			}
		}
		l.Rects(0, len(text))
		l.Caret(len(text) / 2)
		l.Glyphs()
	})
}

func TestWidestIsTheLeastWidthWithoutCutWords(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for language, text := range samples {
		b := typeset.Block{Text: text, Language: language, Style: typeset.Style{Family: typeset.Sans}, Size: 13}
		b.Width = e.Widest(b)
		l := e.Layout(b)
		if l.Width > b.Width+0.1 || l.Width < b.Width-0.1 {
			t.Errorf("%s: the widest word takes %v, the widest line %v", language, b.Width, l.Width)
		}
	}
}

func TestEnginesShareFonts(t *testing.T) {
	f := fonts(t)
	want := typeset.NewEngine(f).Height(typeset.Block{Text: samples["fa"], Language: "fa", Size: 15, Width: 200})
	heights := make(chan float32)
	for range 4 {
		go func() {
			e := typeset.NewEngine(f)
			for _, text := range samples {
				e.Layout(typeset.Block{Text: text, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 200}).Glyphs()
			}
			heights <- e.Height(typeset.Block{Text: samples["fa"], Language: "fa", Size: 15, Width: 200})
		}()
	}
	for range 4 {
		if got := <-heights; got != want {
			t.Errorf("beside other engines the text is %v high, alone %v", got, want)
		}
	}
}
