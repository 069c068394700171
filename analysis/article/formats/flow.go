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
	inRow  bool // a cell has ended and the row has not
	ofRow  bool // a row has ended and its table has not
	rowEnd int  // where the last row ended
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
		case f.inRow: // whatever begins in the next cell
			f.out.WriteByte('\t')
		case f.breaks > 0:
			f.out.WriteString("\n\n"[:min(f.breaks, 2)])
		case f.broken && isWide(r) && isWide(lastRune(f.out.String())):
		case f.blank:
			f.out.WriteByte(' ')
		}
		f.blank, f.broken, f.inRow, f.ofRow, f.breaks = false, false, false, false, 0
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

// paragraph ends a paragraph, or begins one; between the rows of a table stands no empty line.
func (f *flow) paragraph() {
	if f.ofRow {
		f.breaks = 1
		return
	}
	f.breaks = max(f.breaks, 2)
}

// cell parts two cells of a table's row. What stood in the cell may have ended paragraphs.
func (f *flow) cell() {
	if f.out.Len() > f.rowEnd {
		f.inRow, f.breaks = true, 0
	}
}

// endRow ends a row of cells.
func (f *flow) endRow() {
	f.inRow, f.ofRow, f.rowEnd = false, true, f.out.Len()
	f.breaks = 1
}

// endTable ends a table.
func (f *flow) endTable() {
	f.inRow, f.ofRow = false, false
	f.paragraph()
}

// next is where the next character will stand.
func (f *flow) next() int {
	if f.out.Len() == 0 {
		return 0
	}
	if f.inRow {
		return f.out.Len() + 1
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
