package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// quote is a stretch between quotation marks, marks included where they stand.
type quote struct {
	text.Span
	open bool // the closing mark is missing: it ends with the paragraph
}

// closers are the marks that end what the opening mark began. Marks of one language pair with those
// of another where machine translation mixes them.
var closers = map[rune]string{
	'“': "”\"“", '„': "“”\"", '«': "»", '»': "«", '「': "」", '『': "』", '"': "\"”", '‟': "”", '〝': "〞", '＂': "＂",
}

// findQuotes pairs the quotation marks of a text, paragraph by paragraph, so that an odd mark
// spoils no more than its own paragraph. A quotation that a paragraph leaves open ends there. Of
// nested quotations only the outer is listed.
func findQuotes(s string) []quote {
	var out []quote
	for start := 0; start < len(s); {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		out = pairMarks(out, s, start, end)
		start = end + 1
	}
	return out
}

func pairMarks(out []quote, s string, start, end int) []quote {
	var opener rune
	from := -1
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(s[i:end])
		if pair := doubled(s[i:end]); pair != 0 {
			r, size = pair, 2
		}
		switch {
		case from >= 0 && strings.ContainsRune(closers[opener], r) && !(straight(r) && opensHere(s, start, i, end, size)):
			out = append(out, quote{Span: text.Span{Start: from, End: i + size}})
			from = -1
		case from < 0 && closers[r] != "" && (!straight(r) && r != '»' || opensHere(s, start, i, end, size)):
			from, opener = i, r
		case from < 0 && r == '”' && i == start && strings.ContainsRune(s[i+size:end], r) && opensHere(s, start, i, end, size):
			from, opener = i, '“' // a closing mark where a paragraph opens
		}
		i += size
	}
	if from >= 0 && len(strings.TrimSpace(s[from:end])) > 2 {
		trimmed := strings.TrimRightFunc(s[from:end], unicode.IsSpace)
		out = append(out, quote{Span: text.Span{Start: from, End: from + len(trimmed)}, open: true})
	}
	return out
}

// doubled reads two single marks in a row as the double mark they stand for.
func doubled(s string) rune {
	if strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``") {
		return '"'
	}
	return 0
}

func straight(r rune) bool { return r == '"' || r == '＂' || r == '“' }

// opensHere reports whether a mark without direction opens: a blank or bracket before it, none behind.
func opensHere(s string, start, at, end, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[start:at])
	after, _ := utf8.DecodeRuneInString(s[at+size : end])
	free := at == start || unicode.IsSpace(before) || strings.ContainsRune("([{—–-:：，。,", before)
	return free && at+size < end && !unicode.IsSpace(after)
}
