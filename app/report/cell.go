package report

import (
	"strings"
	"unicode"
)

// Cell makes text safe as a cell of a table: what a spreadsheet would take for a formula gets an apostrophe before
// it, as OWASP advises, also behind blanks and signs without width, which some programs drop. Numbers are written as numbers and do not pass here.
func Cell(s string) string {
	begin := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
	if begin != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(begin)[0]) || s != "" && strings.ContainsRune("\t\r\n", rune(s[0])) {
		return "'" + s
	}
	return s
}
