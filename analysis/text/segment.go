package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Segments returns the sentences of s in order, without the blanks around them. They do not
// overlap, and whatever lies between them is white space.
//
// A line's end is a boundary, as in news, where a line is a paragraph or a headline, unless the sentence
// plainly goes on; in texts that are wrapped to a width, lines are joined up to the next empty one.
func (m *Model) Segments(s string, lang Language) []Span {
	c := cutter{s: s, stops: m.stopsOf(lang)}
	for _, p := range paragraphs(s) {
		c.paragraph(p)
	}
	return c.out
}

// paragraphs returns the stretches of s that no sentence reaches across.
func paragraphs(s string) []Span {
	lines := linesOf(s)
	width := wrapWidth(s, lines)
	out := lines[:0:0]
	open := false
	for i, line := range lines {
		switch {
		case blank(line.Of(s)):
			open = false
			continue
		case !open || beginsItem(line.Of(s)):
			out = append(out, line)
		case width > 0 && reachesWidth(s, lines[i-1], line, width), midway(lines[i-1].Of(s), line.Of(s)):
			out[len(out)-1].End = line.End
		default:
			out = append(out, line)
		}
		open = true
	}
	return out
}

// midway reports whether a line was broken in the middle of a sentence: it is no short item of a list, no
// mark ends it, and the next begins with a small letter.
func midway(line, next string) bool {
	const short = 25
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, " \t"))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t"))
	return unicode.IsLower(first) && (unicode.IsLetter(last) || last == ',') && len(line) >= short
}

// linesOf splits s at line ends of any kind; the ends belong to no line.
func linesOf(s string) []Span {
	var out []Span
	start := 0
	for i := 0; i < len(s); i++ {
		size := lineEnd(s, i)
		if size == 0 {
			continue
		}
		out = append(out, Span{start, i})
		start = i + size
		i = start - 1
	}
	return append(out, Span{start, len(s)})
}

// lineEnd returns the length of the line end at i, 0 if there is none.
func lineEnd(s string, i int) int {
	switch s[i] {
	case '\n', '\v', '\f':
		return 1
	case '\r':
		if strings.HasPrefix(s[i:], "\r\n") {
			return 2
		}
		return 1
	case 0xC2:
		if strings.HasPrefix(s[i:], "\u0085") {
			return 2
		}
	case 0xE2:
		if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
			return 3
		}
	}
	return 0
}

// wrapWidth returns the width to which the text is wrapped, 0 if its lines are paragraphs. Wrapped
// lines are short, mostly as long as the longest, and go on in the middle of a sentence.
func wrapWidth(s string, lines []Span) int {
	const longest, fewest = 110, 4
	width, pairs, broken := 0, 0, 0
	for i, line := range lines {
		n := utf8.RuneCountInString(line.Of(s))
		if n > longest {
			return 0
		}
		width = max(width, n)
		if i > 0 && !blank(line.Of(s)) && !blank(lines[i-1].Of(s)) {
			pairs++
			first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line.Of(s), " \t\"'“‘(«"))
			last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(lines[i-1].Of(s), " \t"))
			if unicode.IsLower(first) && termination(last) == none {
				broken++
			}
		}
	}
	if width < 40 || pairs < fewest || broken*10 < pairs*4 {
		return 0
	}
	return width
}

// reachesWidth reports whether the next line's first word would not have fitted on the line before.
func reachesWidth(s string, line, next Span, width int) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(next.Of(s)), " ")
	const ragged = 12
	return utf8.RuneCountInString(line.Of(s))+1+utf8.RuneCountInString(word) > width-ragged
}

// beginsItem reports whether a line begins an item of a list.
func beginsItem(line string) bool {
	line = strings.TrimLeft(line, " \t")
	for _, bullet := range []string{"- ", "* ", "• ", "– ", "— ", "· ", "● ", "■ ", "> "} {
		if strings.HasPrefix(line, bullet) {
			return true
		}
	}
	word, _, found := strings.Cut(line, " ")
	return found && len(word) > 1 && enumerator(strings.TrimLeft(word[:len(word)-1], "(")) && strings.ContainsAny(word[len(word)-1:], ".)")
}

// enumerator reports whether word numbers an item: 12, a, iv.
func enumerator(word string) bool {
	switch {
	case word == "":
		return false
	case len(word) <= 3 && strings.Trim(word, "0123456789") == "":
		return true
	case len(word) == 1:
		return true
	default:
		return len(word) <= 4 && strings.Trim(word, "ivxIVX") == ""
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// trim takes the white space off both ends of p, but for a blank that is part of a grapheme.
func trim(s string, p Span) Span {
	for p.Start < p.End {
		r, size := utf8.DecodeRuneInString(s[p.Start:p.End])
		if !unicode.IsSpace(r) || attached(s[p.Start+size:p.End]) {
			break
		}
		p.Start += size
	}
	end := p.Start + len(strings.TrimRightFunc(s[p.Start:p.End], unicode.IsSpace))
	if end < p.End && prepended(s[p.Start:end]) {
		if r, size := utf8.DecodeRuneInString(s[end:p.End]); !unicode.IsControl(r) && r != '\u2028' && r != '\u2029' {
			end += size
		}
	}
	p.End = end
	return p
}

// prepended reports whether s ends with a character to whose grapheme the next one belongs, as after the Arabic sign
// for the end of a verse.
func prepended(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Prepended_Concatenation_Mark, r) || slices.Contains(prepending, r)
}

// prepending are the letters with the property Grapheme_Cluster_Break=Prepend (Unicode Standard Annex 29) beside the
// marks of Prepended_Concatenation_Mark.
var prepending = []rune{
	0x0D4E, 0x111C2, 0x111C3, 0x1193F, 0x11941, 0x11A3A, 0x11A84, 0x11A85, 0x11A86, 0x11A87, 0x11A88, 0x11A89, 0x11D46, 0x11F02,
}

// attached reports whether rest begins with a character that belongs to the grapheme before it.
func attached(rest string) bool {
	if rest == "" || rest[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.In(r, unicode.M, unicode.Other_Grapheme_Extend) || r == '\u200D' || r == '\u0E33' || r == '\u0EB3' ||
		0x1F3FB <= r && r <= 0x1F3FF || 0xE0020 <= r && r <= 0xE007F
}
