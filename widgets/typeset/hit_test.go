package typeset_test

import (
	"testing"

	"hexapla/widgets/typeset"
)

func TestCaretAndIndexAreInverse(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for _, language := range []string{"en", "ru", "zh", "ja", "ko", "el"} {
		text := samples[language]
		l := e.Layout(typeset.Block{Text: text, Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 250})
		for at := range text {
			if text[at] == ' ' || at > 0 && text[at-1] == ' ' {
				continue // a blank at the end of a line has no width: two carets, one place
			}
			r := l.Caret(at)
			if got := l.Index(r.X, r.Y+r.H/2); got != at {
				t.Errorf("%s: the caret before byte %d is at %v, but there is byte %d", language, at, r, got)
			}
		}
	}
}

func TestRightToLeftCaretMovesLeft(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	text := "سلام دنیا"
	l := e.Layout(typeset.Block{Text: text, Language: "fa", Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 300})
	if first := l.Caret(0).X; first < 299 {
		t.Errorf("the text begins at %v", first)
	}
	before := float32(301)
	for at := range text {
		if x := l.Caret(at).X; x >= before {
			t.Errorf("the caret before byte %d is at %v, after %v", at, x, before)
		} else {
			before = x
		}
	}
	if at, ok := l.At(299, 5); !ok || at != 0 {
		t.Errorf("under the right edge is byte %d", at)
	}
}

func TestRectsCoverLines(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for language, text := range samples {
		l := e.Layout(typeset.Block{Text: text, Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 260})
		covered, lines := float32(0), float32(0)
		for _, r := range l.Rects(0, len(text)) {
			covered += r.W
		}
		for _, line := range l.Lines {
			lines += line.Width
		}
		if d := covered - lines; d > 1 || d < -1 {
			t.Errorf("%s: rectangles are %v wide, lines %v", language, covered, lines)
		}
	}
}

func TestRectsOfMixedTextAreParted(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	text := "ab אבג cd"
	l := e.Layout(typeset.Block{Text: text, Style: typeset.Style{Family: typeset.Serif}, Size: 15})
	// From "b" to the first Hebrew letter: the letter stands at the far end of its word.
	if got := l.Rects(1, 5); len(got) != 2 {
		t.Errorf("rectangles %v, want two", got)
	}
	if got := l.Rects(3, 9); len(got) != 1 {
		t.Errorf("rectangles %v, want one", got)
	}
	if got := l.Rects(4, 4); len(got) != 0 {
		t.Errorf("nothing selected has rectangles %v", got)
	}
}

func TestWordAt(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for _, c := range []struct {
		text string
		at   int
		want string
	}{{"one two", 5, "two"}, {"one two", 3, " "}, {"don’t go", 2, "don’t"}, {"", 0, ""}, {"x", 9, ""}} {
		start, end := e.WordAt(c.text, c.at)
		if got := c.text[start:end]; got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.text, c.at, got, c.want)
		}
	}
}
