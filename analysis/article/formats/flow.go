package formats

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// flow collects running text from markup: white space collapses, blocks become paragraphs parted by
// an empty line.
type flow struct {
	out    strings.Builder
	blank  bool // white space since the last character
	broken bool // a line's end among it
	breaks int  // line breaks owed before the next character
}

// write adds running text.
func (f *flow) write(s string) {
	for _, r := range s {
		if r < ' ' && !unicode.IsSpace(r) || unseenRune(r) {
			continue
		}
		if unicode.IsSpace(r) {
			f.blank, f.broken = true, f.broken || r == '\n'
			continue
		}
		switch {
		case f.out.Len() == 0:
		case f.breaks > 0:
			f.out.WriteString("\n\n"[:min(f.breaks, 2)])
		case f.broken && isWide(r) && isWide(lastRune(f.out.String())):
		case f.blank:
			f.out.WriteByte(' ')
		}
		f.blank, f.broken, f.breaks = false, false, 0
		f.out.WriteRune(r)
	}
}

// unseenRune reports whether the character only steers the breaking of lines.
func unseenRune(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// line ends a line, or makes the second of two breaks a paragraph's end.
func (f *flow) line() { f.breaks++ }

// row ends a line once.
func (f *flow) row() { f.breaks = max(f.breaks, 1) }

// paragraph ends a paragraph.
func (f *flow) paragraph() { f.breaks = max(f.breaks, 2) }

// cell parts two cells of a table's row.
func (f *flow) cell() {
	if f.breaks == 0 && f.out.Len() > 0 {
		f.out.WriteByte('\t')
		f.blank = false
	}
}

// next is where the next character will stand.
func (f *flow) next() int {
	if f.out.Len() == 0 {
		return 0
	}
	if f.breaks > 0 {
		return f.out.Len() + min(f.breaks, 2)
	}
	if f.blank {
		return f.out.Len() + 1
	}
	return f.out.Len()
}

// since is the text written since next was asked.
func (f *flow) since(start int) text.Span {
	return text.Span{Start: min(start, f.out.Len()), End: f.out.Len()}
}

func (f *flow) String() string { return f.out.String() }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// isWide reports whether no blank stands after the character where a line was broken.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= '　' && r <= '〿' || r >= '！' && r <= '｠'
}
